"""From articles to a digest: the laws that hold for any input, and the inputs that break other programs."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import numpy as np
import pytest
from conftest import EXAMPLES, article
from jsonschema import Draft202012Validator

from summarize import Article, Digest, Settings, read, summarize
from summarize.errors import NoUsableInput
from summarize.model import Collection, fold

FAST = Settings(encoder="tfidf")
COLLECTIONS = ("harbour-bridge", "river-flood")
SCHEMA = json.loads((EXAMPLES.parent / "summarize" / "data" / "digest.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=COLLECTIONS)
def collection(request) -> Collection:
    return read([EXAMPLES / request.param])


@pytest.fixture(scope="module")
def digest(collection) -> Digest:
    return summarize(collection)


def spans(data):
    """Every place in a digest that points into a source."""
    if isinstance(data, dict):
        if "start" in data:
            yield data
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from spans(item)


def test_the_document_is_valid_against_the_schema_that_ships(digest):
    Draft202012Validator(SCHEMA).validate(digest.to_dict())


def test_every_span_is_verbatim_in_its_source(digest, collection):
    text_of = {source.id: item.text for source in digest.sources for item in collection if item.path == source.path}
    found = list(spans(digest.to_dict()))
    assert found
    for place in found:
        assert 0 <= place["start"] < place["end"] <= len(text_of[place["source_id"]])
        if "text" in place:
            assert place["text"] == fold(text_of[place["source_id"]][place["start"] : place["end"]])


def test_every_sentence_is_in_one_topic_or_set_aside(digest):
    places = [(s.source_id, s.start, s.end) for topic in digest.topics for s in topic.members]
    places += [(s.source_id, s.start, s.end) for s in digest.unplaced]
    assert len(places) == len(set(places))
    sentences = sum(len(topic.members) for topic in digest.topics) + sum(s.reason == "minor" for s in digest.unplaced)
    assert sentences == sum(source.sentences for source in digest.sources)


def test_what_is_shown_belongs_to_its_topic(digest):
    assert all(topic.summary for topic in digest.topics)
    for topic in digest.topics:
        members = {(s.source_id, s.start, s.end) for s in topic.members}
        assert {(s.source_id, s.start, s.end) for s in topic.summary} <= members
        assert set(topic.source_ids) == {s.source_id for s in topic.members}


def test_no_two_sentences_shown_say_the_same(digest):
    shown = [sentence.text for topic in digest.topics for sentence in topic.summary]
    assert len(shown) == len(set(shown)) > 5
    said = {
        (citation.source_id, citation.start)
        for topic in digest.topics
        for sentence in topic.summary
        for citation in sentence.also_reported_by
    }
    assert said
    assert not said & {(s.source_id, s.start) for topic in digest.topics for s in topic.summary}


def test_furniture_is_never_shown(digest):
    shown = " ".join(line.text for line in (*digest.overview, *(s for topic in digest.topics for s in topic.summary)))
    assert len(shown) > 1_000
    for furniture in ("Photo:", "Read more", "newsletter", "Share this", "pic.", "By "):
        assert f" {furniture}" not in f" {shown}"


def test_the_overview_keeps_its_budget(collection):
    for budget in (0, 5, 40, 100):
        overview = summarize(collection, replace(FAST, overview_words=budget)).overview
        assert sum(len(sentence.text.split()) for sentence in overview) <= budget
        assert bool(overview) == (budget >= 40)


def test_the_order_of_the_articles_changes_nothing(collection):
    expected = summarize(collection, FAST)
    shuffled = list(collection)
    random.Random(3).shuffle(shuffled)
    assert summarize(shuffled, FAST) == expected
    assert summarize(reversed(shuffled), FAST) == expected


def test_a_second_run_gives_the_same_digest(collection, digest):
    assert summarize(collection) == digest


def test_a_copy_of_an_article_adds_citations_and_no_witness():
    articles = list(read([EXAMPLES / "river-flood"]))
    copied = replace(articles[0], path="zz-copy.txt", publisher="Copyist")
    before, after = (summarize(some, FAST) for some in (articles, [*articles, copied]))
    copy_id = next(source.id for source in after.sources if source.path == "zz-copy.txt")
    witnesses = {line.text: line.independent_sources for topic in before.topics for line in topic.summary}
    told_again = [line for topic in after.topics for line in topic.summary if line.text in witnesses]
    carriers = [{line.source_id, *(other.source_id for other in line.also_reported_by)} for line in told_again]
    of_the_copy = [line for line, carried in zip(told_again, carriers, strict=True) if copy_id in carried]
    assert len(of_the_copy) >= 3
    assert [line.text for line in told_again if line.source_id == "s1"] == [
        line.text for line in of_the_copy if line.source_id == "s1"
    ]
    assert {line.text: line.independent_sources for line in of_the_copy} == {
        line.text: witnesses[line.text] for line in of_the_copy
    }


def test_ten_identical_articles_are_one_witness():
    text = (EXAMPLES / "river-flood" / "01-tesmark-post.txt").read_text(encoding="utf-8")
    digest = summarize([Article.from_text(text, origin=f"{n}.txt") for n in range(10)], FAST)
    lines = [line for topic in digest.topics for line in topic.summary]
    assert lines
    assert all(line.independent_sources == 1 for line in lines)
    assert all(len(line.also_reported_by) == 9 for line in lines)
    assert len({line.text for line in lines}) == len(lines)


def test_one_article_still_has_topics():
    digest = summarize([read([EXAMPLES / "river-flood"])[0]], FAST)
    assert len(digest.topics) >= 2
    assert len(digest.sources) == 1


def test_two_articles_with_nothing_in_common_share_no_topic():
    bread = (
        "The baker opened a second shop on Monday. Rye loaves sold out by noon. Flour prices had doubled since May. "
    )
    comet = (
        "Astronomers photographed a faint comet. Its tail spans two degrees of sky. The telescope sits on a volcano. "
    )
    digest = summarize([article(bread, path="a.txt"), article(comet, path="b.txt")])
    assert sorted(topic.source_ids for topic in digest.topics) == [("s1",), ("s2",)]
    assert not any(line.also_reported_by for topic in digest.topics for line in topic.summary)


def test_a_single_sentence_is_a_digest():
    digest = summarize([article("The old bridge was closed on Monday evening.")])
    assert [line.text for topic in digest.topics for line in topic.summary] == [
        "The old bridge was closed on Monday evening."
    ]


@pytest.mark.parametrize("texts", [[], [""], ["  \n\t"], ["By Ann Low\n\nRead more: x"], ["…", "* * *"]], ids=str)
def test_nothing_to_summarize_is_one_error(texts):
    with pytest.raises(NoUsableInput, match="no article with a sentence in it"):
        summarize([Article.from_text(text) for text in texts])


HOSTILE = {
    "NUL": "The dam \x00 broke on Friday morning. Two towns were flooded by noon.",
    "escape": "The dam \x1b[31mbroke\x1b[0m on Friday morning. Two towns were flooded by noon.",
    "crlf": "The dam broke on Friday morning.\r\nTwo towns were flooded by noon.\r\n",
    "right to left marks": "The dam \u200fbroke\u200e on Friday \u202emorning\u202c. Two towns were flooded by noon.",
    "markup": "The dam [bold]broke[/bold] on *Friday* <b>morning</b>. Two towns | were `flooded` by noon.",
    "one long sentence": "The dam broke and " + "then the water rose and " * 50 + "nobody slept.",
    "no full stop": "The dam broke on Friday morning and two towns were flooded by noon and the mayor asked for help at once",
    "only questions": "Who opened the gates on Friday? Why did nobody call the mayor at night?",
    "Hebrew": "הסכר נפרץ ביום שישי בבוקר ושתי ערים הוצפו. ראש העיר ביקש עזרה מיד.",
    "Chinese": "大坝周五早上决堤。两座城镇被淹没。市长立即请求援助。",
    "emoji": "The dam 🌊 broke on Friday morning. Two towns were flooded by noon 🏘️.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("encoder", ["use", "tfidf"])
def test_hostile_text_gives_a_digest_with_exact_spans(text, encoder):
    digest = summarize([Article.from_text(text, origin="a.txt")], Settings(encoder=encoder))
    minor = sum(span.reason == "minor" for span in digest.unplaced)
    assert sum(len(topic.members) for topic in digest.topics) + minor == digest.sources[0].sentences >= 1
    for place in spans(digest.to_dict()):
        assert 0 <= place["start"] < place["end"] <= len(text)
        if "text" in place:
            assert place["text"] == fold(text[place["start"] : place["end"]])


@pytest.mark.parametrize("wanted", [1, 2, 4])
def test_a_number_of_topics_is_kept(collection, wanted):
    assert len(summarize(collection, replace(FAST, topics=wanted)).topics) == wanted


@pytest.mark.parametrize(("length", "most"), [("1", 1), ("short", 1), ("2", 2), ("long", 6)])
def test_the_length_bounds_every_section(collection, length, most):
    digest = summarize(collection, replace(FAST, length=length))
    assert min(len(topic.summary) for topic in digest.topics) >= 1
    assert max(len(topic.summary) for topic in digest.topics) == most


def test_a_length_in_words_bounds_every_section(collection):
    digest = summarize(collection, replace(FAST, length="40w"))
    assert 20 < max(sum(len(line.text.split()) for line in topic.summary) for topic in digest.topics) <= 40


def test_the_language_is_detected_or_as_told(collection):
    assert {source.language for source in summarize(collection, FAST).sources} == {"en"}
    told = summarize(collection, replace(FAST, language="french"))
    assert {source.language for source in told.sources} == {"fr"}


def test_settings_are_recorded_in_the_digest():
    digest = summarize([article("The dam broke on Friday morning.")], replace(Settings(), encoder="tfidf", topics=1))
    assert (digest.settings["encoder"], digest.settings["topics"]) == ("tfidf", 1)


def test_the_order_of_the_articles_changes_no_label(collection, digest):
    articles = list(collection)
    turned = [articles[k] for k in np.random.default_rng(3).permutation(len(articles))]
    assert turned != articles
    assert summarize(turned) == digest
