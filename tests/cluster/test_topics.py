"""Sections: how many, which are asked for by name or by question, and in which order they come."""

from __future__ import annotations

from statistics import fmean

import numpy as np
import pytest
from conftest import EXAMPLES, article

from summarize import Settings, read, summarize
from summarize.cluster import sections
from summarize.cluster.communities import most_topics
from summarize.pipeline import run

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


def test_of_several_questions_the_nearest_counts(flood):
    asked = ("Who pays for the damage?", "How many cows drowned?")
    known = run(flood, Settings(encoder="tfidf", overview_words=0)).found
    one, other, both = (
        sections(known.representation, known.opinions, Settings(query=query)).wanted for query in (*asked, asked)
    )
    assert np.array_equal(both, np.maximum(one, other))
    assert not np.array_equal(both, one)


# ---- how many


@pytest.mark.parametrize("number", [1, 2, 5, 9, 14])
def test_as_many_topics_as_were_asked_for(flood, number):
    digest = summarize(flood, Settings(topics=number, encoder="tfidf", overview_words=0))
    assert len(digest.topics) == number
    assert not [warning for warning in digest.warnings if "topics were asked for" in warning]


def test_more_topics_than_there_can_be_are_refused_softly(flood):
    digest = summarize(flood, Settings(topics=500, encoder="tfidf", overview_words=0))
    sizes = [len(topic.members) for topic in digest.topics]
    assert 3 <= min(sizes) <= max(sizes) < 10
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
    assert {topic.members for topic in plain.topics} == {topic.members for topic in asked.topics}
    assert labels(plain)[0] != labels(asked)[0]
    assert any("farmers" in sentence.text.lower() or "wheat" in sentence.text for sentence in asked.topics[0].summary)


def test_a_query_may_be_in_another_language(flood):
    asked = summarize(flood, Settings(query="Combien de personnes sont mortes ?"))
    shown = " ".join(sentence.text for topic in asked.topics[:2] for sentence in topic.summary)
    assert "dead" in shown or "killed" in shown or "died" in shown


def test_what_the_articles_tell_first_comes_before_what_they_tell_last(flood):
    topics = summarize(flood, Settings(judge="rules")).topics
    length = {span.source_id: 0 for topic in topics for span in topic.members}
    for topic in topics:
        for span in topic.members:
            length[span.source_id] = max(length[span.source_id], span.end)
    places = [fmean(span.start / length[span.source_id] for span in topic.members) for topic in topics]
    half = len(places) // 2
    assert half >= 2
    assert fmean(places[:half]) < fmean(places[half:])


def test_what_two_sources_report_comes_before_what_one_tells_at_length():
    texts = (
        "The baker opened a second shop on Monday. The baker sold rye loaves in the shop. The baker ran out of flour. "
        "Flour for the rye loaves had doubled in price. The baker baked rye loaves with less flour. "
        "The shop sold the last rye loaves at noon.",
        "Astronomers photographed a faint comet. The tail of the comet spans two degrees of sky.",
        "The comet was seen by astronomers in Marsk. The faint comet has a tail of dust.",
    )
    articles = [article(text, path=f"{n}.txt") for n, text in enumerate(texts)]
    topics = summarize(articles, Settings(encoder="tfidf", topics=2)).topics
    assert [(topic.source_ids, len(topic.members)) for topic in topics] == [(("s2", "s3"), 4), (("s1",), 6)]
