"""Each fact once, no sentence cut, none that leans on what the reader does not see; lazy picks are the greedy ones."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import article
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import Settings, registry, summarize
from summarize.encode.representation import represent
from summarize.match.same_fact import match
from summarize.select.coverage import Coverage
from summarize.select.form import leans
from summarize.select.pick import Budget, Pool, pick
from summarize.text.sentences import segment

DAM = (
    "The dam above Hollin broke on Friday after a week of rain. Nine people died in the valley below the dam. "
    "She had warned the council of Hollin twice before that night. The railway line to Marsk will stay closed for two weeks.",
    "A dam above the town of Hollin broke on Friday. Soldiers arrived in the valley on Sunday morning with boats and tents. "
    "However, many roads in the valley were still under water by then.",
)


def digest(*texts: str, **chosen: object):
    articles = [article(text, path=f"{at}.txt") for at, text in enumerate(texts)]
    return summarize(articles, Settings(**({"encoder": "tfidf"} | chosen)))


def shown(found):
    return [line.text for topic in found.topics for line in topic.summary]


def pool_of(*texts: str):
    documents = [segment(article(text, path=f"{at}.txt")) for at, text in enumerate(texts)]
    representation, _ = represent(documents, "tfidf")
    sentences = [sentence.text for sentence in representation.sentences]
    pool = Pool(
        np.arange(len(sentences)),
        np.ones(len(sentences)),
        np.array([len(text.split()) for text in sentences]),
        np.array([leans(text, "en") for text in sentences]),
    )
    return representation, match(representation), pool


def test_a_sentence_that_leans_on_another_is_shown_after_it_or_not_at_all():
    for length in ("1", "3", "6", "40w", "100%"):
        lines = shown(digest(*DAM, length=length, topics=1))
        for at, line in enumerate(lines):
            if line.startswith(("She ", "However")):
                assert lines[at - 1].startswith("Nine people" if line.startswith("She") else "Soldiers")


def test_a_leaning_sentence_follows_its_leader_when_there_is_room():
    representation, matches, pool = pool_of(*DAM)
    picks = pick(representation, matches, pool, registry.ranker("coverage"), Budget(7, likeness=1.0), [])
    numbers = [choice.sentence for choice in picks]
    assert {2, 6} <= set(numbers)
    assert numbers.index(1) < numbers.index(2)
    assert numbers.index(5) < numbers.index(6)


@pytest.mark.parametrize("words", [1, 5, 8, 20, 40, 100, 1000])
@pytest.mark.parametrize("ranker", registry.names("rankers"))
def test_the_overview_keeps_its_budget_and_never_cuts(words, ranker):
    found = digest(*DAM, overview_words=words, ranker=ranker)
    texts = [line.text for line in found.overview]
    assert sum(len(text.split()) for text in texts) <= words
    assert all(text.endswith((".", "!")) for text in texts)
    assert len(set(texts)) == len(texts)


def test_a_budget_below_the_shortest_sentence_is_said_and_leaves_the_overview_empty():
    found = digest(*DAM, overview_words=3)
    assert found.overview == ()
    assert "no sentence fits an overview of 3 words" in found.warnings
    assert digest(*DAM, overview_words=0).warnings == ()


def test_asking_for_more_sentences_than_there_are_shows_those_there_are():
    found = digest("The dam above Hollin broke on Friday after a week of rain.", length="50", overview_words=900)
    assert len(shown(found)) == len(found.overview) == 1


@pytest.mark.parametrize("ranker", ["coverage", "lexrank", "kl"])
def test_a_collection_of_copies_is_told_once(ranker):
    found = digest(*[DAM[0]] * 4, length="6", ranker=ranker, overview_words=200)
    assert len(shown(found)) == len(set(shown(found)))
    assert len(found.overview) == len({line.text for line in found.overview})


def test_a_topic_of_which_everything_is_shown_already_shows_nothing():
    representation, matches, pool = pool_of(DAM[0], DAM[0])
    told = list(range(4))
    assert pick(representation, matches, pool, registry.ranker("coverage"), Budget(3), told) == []


WORDS = st.lists(st.lists(st.sampled_from("dam rain town boat road army".split()), max_size=6), min_size=1, max_size=8)


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


@settings(max_examples=100, deadline=None)
@given(WORDS)
def test_lazy_picks_are_those_of_the_plain_greedy(stems):
    texts = [f"{' '.join(['Police said', *row])}." for row in stems]
    representation, matches, pool = pool_of(" ".join(texts))
    pool = Pool(pool.numbers, pool.fitness, pool.words, np.zeros(len(pool.words), dtype=bool))
    ranker = registry.ranker("coverage")
    picks = pick(representation, matches, pool, ranker, Budget(4, words=25, likeness=0.9), [])
    plain = ranker(representation, pool.numbers.tolist())
    told: list[int] = []
    free, room = set(pool.numbers.tolist()), 25
    while len(told) < 4:
        worth = {i: plain.gain(i) / pool.words[i] for i in free if pool.words[i] <= room}
        worth = {i: value for i, value in worth.items() if value > 0 and not matches.repeats(i, told, 0.9)}
        if not worth:
            break
        best = min(worth, key=lambda i: (-worth[i], i))
        plain.take(best)
        told.append(best)
        free.remove(best)
        room -= int(pool.words[best])
    assert [choice.sentence for choice in picks] == told


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("He also denied it on Friday.", "en", True),
        ("However, this is not the end.", "en", True),
        ("“We will not stop until it is done.”", "en", True),
        ("“We will not stop,” said Ann Low.", "en", False),
        ("The mayor denied it on Friday.", "en", False),
        ("Cependant, la digue a tenu.", "fr", True),
        ("La digue a tenu.", "fr", False),
    ],
)
def test_what_leans_on_the_sentence_before_it(sentence, language, expected):
    assert leans(sentence, language) == expected
