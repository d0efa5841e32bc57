"""Sections: how many, which are asked for by name, in which order, and what they are called."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import EXAMPLES, article

from summarize import Settings, read, summarize
from summarize.cli import main
from summarize.cluster.communities import most_topics
from summarize.cluster.phrases import phrases, recased, usual_case
from summarize.errors import UsageError
from summarize.settings import load
from summarize.text.tagger import tag

FLOOD = EXAMPLES / "river-flood"
BRIDGE = EXAMPLES / "harbour-bridge"


@pytest.fixture(scope="module")
def flood():
    return read([FLOOD])


def labels(digest) -> list[str]:
    return [topic.label for topic in digest.topics]


@pytest.fixture(scope="module")
def named(flood):
    return summarize(flood, Settings(named_topics=("the dam operator", "lost harvest", "quantum chromodynamics")))


# ---- how many


@pytest.mark.parametrize("number", [1, 2, 5, 9, 14])
def test_as_many_topics_as_were_asked_for(flood, number):
    digest = summarize(flood, Settings(topics=number, encoder="tfidf", overview_words=0))
    assert len(digest.topics) == number
    assert not [warning for warning in digest.warnings if "topics were asked for" in warning]


def test_more_topics_than_there_can_be_are_refused_softly(flood):
    digest = summarize(flood, Settings(topics=500, encoder="tfidf", overview_words=0))
    assert all(len(topic.members) >= 3 for topic in digest.topics)
    assert digest.warnings[-1] == f"500 topics were asked for, the articles give {len(digest.topics)}"


@pytest.mark.parametrize(("sentences", "most"), [(3, 12), (200, 12), (2_000, 25), (20_000, 54)])
def test_a_large_collection_does_not_give_hundreds_of_topics(sentences, most):
    assert most_topics(sentences) == most


def test_no_topic_holds_everything_and_none_a_single_sentence(flood):
    sizes = [len(topic.members) for topic in summarize(flood).topics]
    assert min(sizes) >= 3
    assert max(sizes) <= sum(sizes) / 2


def test_two_articles_are_enough():
    digest = summarize(read([FLOOD / "01-tesmark-post.txt", FLOOD / "04-kessow-courier.txt"]))
    assert 2 <= len(digest.topics) <= 6


# ---- by name


def test_named_sections_come_first_under_exactly_their_names(named):
    assert labels(named)[:3] == ["the dam operator", "lost harvest", "quantum chromodynamics"]
    assert len(named.topics) > 4


def test_a_named_section_is_filled_by_meaning(named):
    said = " ".join(sentence.text for sentence in named.topics[1].summary)
    assert "wheat" in said or "hectares" in said
    assert "lost harvest" not in said


def test_a_name_that_nothing_is_about_gives_an_empty_section_and_a_warning(named):
    assert named.topics[2].members == named.topics[2].summary == ()
    assert named.warnings[-1] == "no sentence is about the topic 'quantum chromodynamics'"


def test_only_the_named_sections_with_the_rest_set_aside(flood):
    digest = summarize(flood, Settings(named_topics=("the dam operator",), only_topics=True))
    assert labels(digest) == ["the dam operator"]
    outside = [place for place in digest.unplaced if place.reason == "in no named topic"]
    assert len(outside) + len(digest.topics[0].members) == sum(source.sentences for source in digest.sources)


def test_a_number_of_topics_counts_those_without_a_name(flood):
    digest = summarize(flood, Settings(named_topics=("the dam operator",), topics=3))
    assert len(digest.topics) == 4


def test_named_topics_come_in_the_order_of_asking(flood):
    digest = summarize(flood, Settings(named_topics=("lost harvest", "the dam operator")))
    assert labels(digest)[:2] == ["lost harvest", "the dam operator"]


def test_named_topics_work_with_words_alone_and_one_sentence():
    digest = summarize(
        [article("The dam broke on Friday morning in the rain.")], Settings(named_topics=("dam",), encoder="tfidf")
    )
    assert labels(digest) == ["dam"]
    assert len(digest.topics[0].members) == 1


# ---- by question


def test_a_query_puts_its_topic_first_and_drops_nothing(flood):
    plain = summarize(flood)
    asked = summarize(flood, Settings(query="What did the farmers lose?"))
    assert {len(topic.members) for topic in plain.topics} == {len(topic.members) for topic in asked.topics}
    assert any("farmers" in sentence.text.lower() or "wheat" in sentence.text for sentence in asked.topics[0].summary)


def test_a_query_may_be_in_another_language(flood):
    asked = summarize(flood, Settings(query="Combien de personnes sont mortes ?"))
    shown = " ".join(sentence.text for topic in asked.topics[:2] for sentence in topic.summary)
    assert "dead" in shown or "killed" in shown or "died" in shown


# ---- what cannot be meant


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ({"topics": 0}, "topics is 0"),
        ({"topics": -1}, "topics is -1"),
        ({"named_topics": ("",)}, "empty name"),
        ({"named_topics": ("dam", " … ")}, "empty name"),
        ({"named_topics": ("Gas deal", "gas  deal")}, "named twice"),
        ({"named_topics": ("x" * 300,)}, "has 300 characters"),
        ({"only_topics": True}, "none is named"),
        ({"query": " "}, "query is empty"),
        ({"query": "why " * 200}, "has 800 characters"),
    ],
    ids=str,
)
def test_wishes_that_cannot_be_meant_are_refused(bad, message):
    with pytest.raises(UsageError, match=message):
        Settings(**bad)


@pytest.mark.parametrize(
    "arguments",
    [["--topics", "0"], ["--topics", "-1"], ["--topic", ""], ["--topic", "a", "--topic", "A"], ["--only-topics"]],
    ids=" ".join,
)
def test_the_command_line_refuses_them_in_one_line(arguments, capsys):
    assert main(["run", str(BRIDGE), *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


def test_named_topics_may_stand_in_a_file_and_in_the_environment(working_folder, monkeypatch):
    (working_folder / "summarize.toml").write_text('named_topics = ["the dam", "aid"]\nonly_topics = true\n')
    assert load({}).named_topics == ("the dam", "aid")
    monkeypatch.setenv("SUMMARIZE_NAMED_TOPICS", "gas deal; NATO")
    monkeypatch.setenv("SUMMARIZE_ONLY_TOPICS", "no")
    found = load({"query": "why?"})
    assert (found.named_topics, found.only_topics, found.query) == (("gas deal", "NATO"), False, "why?")


# ---- what they are called


@pytest.mark.parametrize("folder", [FLOOD, BRIDGE], ids=lambda folder: folder.name)
def test_labels_are_distinct_and_short_and_open_with_a_capital(folder):
    found = labels(summarize(read([folder])))
    assert len({label.casefold() for label in found}) == len(found)
    for label in found:
        assert 2 <= len(label.split()) <= 5
        assert label[0].isupper()


def test_a_heading_names_what_stands_under_it():
    body = "{} Crews pulled two barges off the bank. Pumps ran all night near the lock. Engineers slept in the cabin."
    other = "The {} market fell again. Traders sold grain at a loss. Brokers said that the rain moved prices."
    texts = [
        f"{body.format(opening)}\n\nSalvage of the barges\n\n{body.format('Later')}\n\nGrain prices\n\n{other.format(kind)}\n"
        for opening, kind in (("First", "grain"), ("Then", "corn"), ("Today", "feed"))
    ]
    digest = summarize([article(text, path=f"{n}.txt") for n, text in enumerate(texts)], Settings(topics=2))
    assert "Grain prices" in labels(digest)


@pytest.mark.parametrize(
    ("sentence", "wanted", "unwanted"),
    [
        ("They signed a gas supply contract on Friday.", "gas supply contract", "Friday"),
        ("Critics spoke of a boycott of the Olympics.", "boycott of the Olympics", "Critics spoke"),
        ("Russia will deliver 10 billion cubic metres a year.", "Russia", "cubic metres"),
        ("The king's palace collapsed in the quake.", "king's palace", "palace collapsed"),
        ("Rescuers found the missing plane.", "missing plane", "found"),
    ],
)
def test_candidates_are_noun_phrases(sentence, wanted, unwanted):
    found = {phrase.surface for phrase in phrases([sentence], "en")[0]}
    assert wanted in found
    assert unwanted not in found


def test_french_candidates_lose_their_article_and_keep_their_links():
    found = {
        phrase.surface for phrase in phrases(["La police parle d'accusations d'espionnage dans l'enquête."], "fr")[0]
    }
    assert {"accusations d'espionnage", "enquête"} <= found


def test_a_heading_in_capitals_is_written_as_the_text_writes_it():
    case = usual_case(["They say that NATO and the dam in Hollin failed."])
    assert recased("THE NATO DAM IN HOLLIN", case) == "the NATO dam in Hollin"


def test_the_tagger_tells_verbs_from_nouns_by_what_stands_beside_them():
    assert tag("They want to supply gas .".split())[3] == "VB"
    assert tag("The supply of gas fell .".split())[1] == "NN"
    assert tag("Zorbulated 12 blorps .".split())[1:3] == ["CD", "NNS"]


# ---- in which order


def test_sections_come_by_how_many_sources_report_them(flood):
    topics = summarize(flood).topics
    widths = [(len(topic.source_ids), len(topic.members)) for topic in topics]
    assert widths == sorted(widths, reverse=True)


def test_the_order_of_the_articles_changes_no_label(flood):
    articles = list(flood)
    turned = [articles[k] for k in np.random.default_rng(3).permutation(len(articles))]
    assert summarize(turned).to_dict() == summarize(articles).to_dict()


def test_sentences_of_dated_articles_are_told_day_by_day():
    texts = {
        "2026-03-02": "Ferry crews found an oil slick off the northern cape near the old light.",
        "2026-03-01": "Nobody was hurt. The tanker Moraine ran aground on a reef at dawn in thick fog.",
        "2026-03-03": "Salvage divers pumped nine hundred tonnes of fuel from the wreck into barges.",
    }
    articles = [article(text, path=f"{n}.txt", published=day) for n, (day, text) in enumerate(texts.items())]
    digest = summarize(articles, Settings(topics=1, encoder="tfidf", length="4", overview_words=0))
    day_of = {source.id: source.published for source in digest.sources}
    days = [day_of[sentence.source_id] for sentence in digest.topics[0].summary]
    assert len(set(days)) > 1
    assert days == sorted(days)
