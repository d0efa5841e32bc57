"""Topics in reading order: neighbours pull, fixed sentences stay, small topics join and large ones split."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from scipy import sparse

from summarize.cluster.content_model import decode, merge_small, split_large, typicality
from summarize.judge.subject import Features

FLOOD, HARVEST, BETWEEN = (1.0, 0.0), (0.0, 1.0), (0.7, 0.72)
FREE = -1


def alike(*rows: tuple[float, ...]) -> Features:
    """Sentences by their meaning alone."""
    return Features(np.array(rows), sparse.csr_array((len(rows), 1)))


def told(articles: list[int], paragraphs: list[int]) -> SimpleNamespace:
    """Where each sentence stands: all that the model looks at beside the features."""
    return SimpleNamespace(article_of=np.array(articles), paragraph_of=np.array(paragraphs))


def decoded(rows, topics, fixed=None, articles=None, paragraphs=None) -> list[int]:
    n = len(rows)
    places = told(articles or [0] * n, paragraphs or [0] * n)
    free = np.full(n, FREE) if fixed is None else np.array(fixed)
    return decode(places, alike(*rows), np.eye(max(topics) + 1)[topics], free).tolist()


def test_a_sentence_between_two_topics_goes_with_its_neighbours():
    rows = [FLOOD] * 4 + [BETWEEN] + [FLOOD] * 2 + [HARVEST] * 6
    assert decoded(rows, [0] * 4 + [1] + [0] * 2 + [1] * 6) == [0] * 7 + [1] * 6


def test_a_sentence_between_two_topics_in_an_article_of_its_own_goes_with_the_nearer():
    rows = [FLOOD] * 4 + [BETWEEN] + [FLOOD] * 2 + [HARVEST] * 6
    articles = [0] * 4 + [1] + [2] * 2 + [3] * 6
    assert decoded(rows, [0] * 4 + [1] + [0] * 2 + [1] * 6, articles=articles, paragraphs=articles)[4] == 1


def test_a_sentence_has_no_vote_in_its_own_topic():
    stranger, others, somewhat_alike = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.3, 0.0, 0.95)
    apart = [*range(9)]
    rows, topics = [somewhat_alike] * 6 + [others] * 2 + [stranger], [0] * 6 + [1] * 3
    assert decoded(rows, topics, articles=apart, paragraphs=apart) == [0] * 6 + [1] * 2 + [0]


def test_a_fixed_sentence_keeps_its_topic_wherever_it_stands():
    rows = [FLOOD] * 6 + [HARVEST] * 6
    fixed = [FREE] * 3 + [0] + [FREE] * 8
    assert decoded(rows, [1] * 6 + [0] * 6, fixed)[3] == 0


@pytest.mark.parametrize(("sizes", "merged"), [((5, 2, 5), 2), ((5, 3, 5), 3)])
def test_a_topic_of_fewer_than_three_sentences_joins_its_nearest(sizes, merged):
    rows = [row for row, size in zip((FLOOD, BETWEEN, HARVEST), sizes, strict=True) for _ in range(size)]
    topic = np.repeat(np.arange(3), sizes)
    found = merge_small(topic, alike(*rows), None)
    assert found.max() + 1 == merged
    assert found[sizes[0]] == (found[-1] if merged == 2 else 1)


def test_the_smallest_topics_join_until_no_more_are_left_than_wanted():
    rows = [FLOOD] * 5 + [BETWEEN] * 3 + [HARVEST] * 5
    found = merge_small(np.repeat([0, 1, 2], [5, 3, 5]), alike(*rows), 2)
    assert found.tolist() == [0] * 5 + [1] * 8


def test_a_large_topic_splits_where_its_sentences_differ():
    rows = [FLOOD, HARVEST] * 4
    found = split_large(np.zeros(8, dtype=np.int64), alike(*rows), 2)
    assert len({*found[::2]}) == len({*found[1::2]}) == 1
    assert found[0] != found[1]


def test_a_topic_too_small_for_two_stays_one():
    assert split_large(np.zeros(5, dtype=np.int64), alike(*[FLOOD, HARVEST, FLOOD, HARVEST, FLOOD]), 2).max() == 0


def test_the_clearest_sentence_of_a_topic_is_the_most_typical():
    found = typicality(alike(*[FLOOD] * 3, BETWEEN, *[HARVEST] * 4), np.repeat([0, 1], 4))
    assert found[:4].argmin() == 3
    assert found[:4].max() == 1
