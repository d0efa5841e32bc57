"""Every registered ranker keeps its contract; coverage is monotone and submodular."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import EXAMPLES, representation
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import Settings, read, registry, summarize
from summarize.select.coverage import Coverage

WORDS = st.lists(st.lists(st.sampled_from("dam rain town boat road army".split()), max_size=6), min_size=1, max_size=8)


@pytest.mark.parametrize("name", registry.names("rankers"))
def test_every_ranker_gives_non_negative_gains_and_a_digest(name):
    some = representation("The dam broke on Friday. Two towns were flooded. The mayor asked for help.", encoder="tfidf")
    objective = registry.ranker(name)(some, [0, 1, 2])
    gains = objective.gains()
    assert gains.shape == (3,)
    assert np.all(gains >= 0)
    objective.take(int(gains.argmax()))
    digest = summarize(read([EXAMPLES / "river-flood"]), Settings(encoder="tfidf", ranker=name, length="2"))
    assert digest.topics
    assert all(topic.summary for topic in digest.topics)


def test_what_has_been_told_is_worth_nothing_again():
    objective = registry.ranker("coverage")(representation("The dam broke.", "The dam broke.", encoder="tfidf"), [0, 1])
    objective.take(0)
    assert objective.gains()[1] == 0


@settings(max_examples=150, deadline=None)
@given(WORDS, st.data())
def test_the_objective_is_monotone_and_submodular(stems, data):
    n = len(stems)
    articles = np.array(data.draw(st.lists(st.integers(0, 2), min_size=n, max_size=n)))
    fewer, more = (Coverage(stems, articles, np.arange(n, dtype=float)) for _ in range(2))
    for index in data.draw(st.lists(st.integers(0, n - 1), unique=True, max_size=n)):
        before = more.gains()
        assert np.allclose(before, [more.gain(i) for i in range(n)])
        assert (before >= -1e-12).all()
        assert (before <= fewer.gains() + 1e-12).all()
        more.take(index)


def gains(stems: list[str], articles: list[int], places: list[int]) -> np.ndarray:
    rows = [row.split() for row in stems]
    return Coverage(rows, np.array(articles), np.array(places, dtype=float)).gains()


def test_what_more_articles_say_is_worth_more():
    dam, ferry, again = gains(["dam broke", "ferry sank", "dam broke"], [0, 0, 1], [0, 0, 0])
    assert dam == again > ferry


def test_what_an_article_says_first_is_worth_more():
    first, later = gains(["dam broke", "ferry sank"], [0, 1], [0, 5])
    assert first > later


def test_an_article_that_repeats_itself_has_one_vote():
    said_twice, _, said_by_two, _ = gains(["dam broke", "dam broke", "ferry sank", "ferry sank"], [0, 0, 0, 1], [0] * 4)
    assert said_by_two > said_twice
