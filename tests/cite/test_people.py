"""The people of a digest: each statement once, with the outlets that quote it, and nothing that is not in an article."""

from __future__ import annotations

import json

import jsonschema
import pytest
from conftest import EXAMPLES, article

from summarize import Digest, Settings, read, summarize
from summarize.cite import verify, why_shown
from summarize.cli import main
from summarize.digest import Person
from summarize.pipeline import run

RULES = Settings(encoder="tfidf", judge="rules", topics=1, length="9")
QUOTED = '"We measured the crack twice, and then we asked the police to clear the deck of the bridge,"'
FILLER = (
    "Ferries carry the passengers for nothing.",
    "A choir sang on the pier at dawn.",
    "The bakery on the quay gave its bread away.",
)


def people(*texts: str) -> tuple[Person, ...]:
    """Those who speak in these articles."""
    articles = [
        article(f"{text} {more}", path=f"{n}.txt") for n, (text, more) in enumerate(zip(texts, FILLER, strict=False))
    ]
    return summarize(articles, RULES).people


LEAD = "Anna Berg, the chief engineer, said the old harbour bridge was closed on Tuesday as two cracks were found in a girder."
REWORDED = "Two cracks were found in a girder, and the old harbour bridge was closed on Tuesday, said chief engineer Anna Berg."


def test_one_statement_of_two_outlets_is_one_with_both_as_witnesses():
    (person,) = people(LEAD, REWORDED)
    (statement,) = person.statements
    assert (person.name, person.kind, person.description.text) == ("Anna Berg", "person", "the chief engineer")
    assert [(other.source_id, other.relation) for other in statement.also_reported_by] == [("s2", "paraphrase")]
    assert statement.independent_sources == 2


def test_outlets_that_are_one_witness_in_a_section_are_one_for_a_statement():
    (person,) = people(f"{QUOTED} said Anna Berg.", f"{QUOTED} Anna Berg said.")
    (statement,) = person.statements
    assert [(other.source_id, other.relation) for other in statement.also_reported_by] == [("s2", "copy")]
    assert statement.independent_sources == 1


def test_the_same_words_of_nobody_are_cited_and_those_of_another_speaker_are_not():
    (person,) = people(f"{QUOTED} said Anna Berg.", QUOTED.replace(",", ".", 2).replace(".", ",", 1))
    assert [other.source_id for other in person.statements[0].also_reported_by] == ["s2"]
    two = people(f"{QUOTED} said Anna Berg.", f"{QUOTED} said Colm Adeyo.")
    assert [[len(line.also_reported_by) for line in person.statements] for person in two] == [[0], [0]]


def test_outlets_that_are_one_text_are_one_witness_of_a_statement_too():
    shared = (
        "The longest crack runs for more than a metre along the eastern side. Ferries leave from the fish market. "
        "The repair will cost more than the city spends on its roads in a year. Trams turn back at the old mint."
    )
    (person,) = people(f"{QUOTED} said Anna Berg. {shared}", f"{QUOTED} said Anna Berg. {shared}")
    assert person.statements[0].independent_sources == 1


def test_statements_of_more_sources_come_first_and_none_twice():
    other = "Anna Berg said that two of the four lanes will open again before the end of the year."
    (person,) = people(f"{other} {LEAD}", REWORDED, "Anna Berg left the town.")
    assert [line.independent_sources for line in person.statements] == [2, 1]
    assert [line.text for line in person.statements] == [LEAD, other]


@pytest.fixture(scope="module")
def bridge():
    return run(read([EXAMPLES / "harbour-bridge"]), Settings())


def test_everything_that_people_say_and_are_stands_in_the_articles(bridge):
    articles, digest = [document.article for document in bridge.found.documents], bridge.digest
    assert [person.name for person in digest.people][:2] == ["Priya Lonnegan", "Helen Marchetti"]
    assert not verify(digest, articles).differences
    texts = {source.id: articles[n].text for n, source in enumerate(digest.sources)}
    for person in digest.people:
        for quote in (person.mention, *person.statements, *([person.description] if person.description else [])):
            assert " ".join(texts[quote.source_id][quote.start : quote.end].split()) == quote.text
        assert person.name == person.mention.text
        numbers = [line.independent_sources for line in person.statements]
        assert numbers == sorted(numbers, reverse=True)


def test_the_same_people_are_told_in_any_order_of_the_articles(bridge):
    articles = list(read([EXAMPLES / "harbour-bridge"]))
    assert summarize(articles[::-1]).people == bridge.digest.people


def test_people_are_in_the_json_and_come_back_and_old_digests_have_none(bridge, capsys):
    data = json.loads(json.dumps(bridge.digest.to_dict()))
    assert main(["schema"]) == 0
    jsonschema.validate(data, json.loads(capsys.readouterr().out))
    assert Digest.from_dict(data) == bridge.digest
    del data["people"]
    assert Digest.from_dict(data).people == ()


@pytest.mark.parametrize("part", ["name", "mention", "description", "statement", "citation"])
def test_verify_finds_what_was_changed_about_a_person(bridge, part):
    data = bridge.digest.to_dict()
    person = next(one for one in data["people"] if one["description"] and one["statements"][0]["also_reported_by"])
    changed = {
        "name": person,
        "mention": person["mention"],
        "description": person["description"],
        "statement": person["statements"][0],
        "citation": person["statements"][0]["also_reported_by"][0],
    }[part]
    changed["name" if part == "name" else "text"] = "Nobody"
    found = verify(Digest.from_dict(data), [document.article for document in bridge.found.documents]).differences
    assert any("Nobody" in str(difference) for difference in found)


def test_explain_says_whose_words_a_sentence_is(bridge):
    place = next(f"overview.{n}" for n, line in enumerate(bridge.digest.overview, 1) if "Lonnegan" in line.text)
    assert "Said by Priya Lonnegan." in why_shown(bridge, place)
