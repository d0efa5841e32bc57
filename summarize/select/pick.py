"""Which sentences are shown: greedy picks under a budget, each fact once in the whole digest.

Owns the maximisation and its constraints. Each step takes the sentence with the greatest

    gain · fitness / words^price

that still fits (cost-scaled greedy, Lin & Bilmes 2010, eq. 3); ties go to the earlier sentence. No sentence is cut to fit, none
repeats one that is shown, and one that leans on the sentence before it (`summarize.select.form.leans`) is shown only right
after that one.

The objective is submodular, so that a worth computed earlier is an upper bound and only sentences that can lead are looked at
again: lazy greedy (Minoux 1978), with the picks of the plain one. Among sentences of fitness 1 and under a budget in
sentences its value is at least 1 − 1/e of the best possible (Nemhauser, Wolsey & Fisher 1978). The rules on repetition and
leaning come before the objective and leave no such bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

import numpy as np

from summarize.cluster import Sections
from summarize.match import Matches
from summarize.model import Pick, Representation
from summarize.select.form import fitness, leans
from summarize.settings import Length, Settings
from summarize.stages import Ranker

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

WORTH_SHOWING = 0.2
"""Under the length "auto", a section ends when the next sentence would add less than this share of the first. On the
labelled events 0.10 shows more that is off the topic (section purity 0.81 against 0.84), 0.25 less (0.87) and fewer
facts that others report as well."""
REPEAT = 0.12
"""Likeness from which on two sentences are not shown in the sections of one digest."""
REPEAT_IN_OVERVIEW = 0.22
"""The same in the overview, which is short of words rather than of facts: 0.12 costs ROUGE, 0.23 repeats a fact in one of the
labelled events. ROUGE-1/2 on MultiLing English at 0.20, 0.22, 0.23: 51.4/21.7, 51.6/21.9, 51.8/22.3."""


_DAY = len("2026-03-09")
"""Characters of an ISO 8601 date without its time."""
QUERY_WEIGHT = 3.0
"""How many times its worth a sentence gains that is all about the query."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be picked; all limits hold."""

    sentences: int
    words: int | None = None
    least: float = 0.0
    """Share of the first pick's worth below which picking ends."""
    likeness: float = REPEAT
    """How alike two picks may not be."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything that is shown."""

    overview: tuple[Pick, ...]
    """The weightiest first."""
    sections: tuple[tuple[Pick, ...], ...]
    """For each topic its picks, in reading order."""
    warnings: tuple[str, ...] = ()


def select(
    representation: Representation,
    matches: Matches,
    sections: Sections,
    ranker: Ranker,
    settings: Settings,
) -> Selection:
    """The picks of every topic, then of the overview, which may reuse sentences of the topics.

    Relevance to a query weighs a sentence up and bars none.
    """
    length, overview_words, wanted = Length.parse(settings.length), settings.overview_words, sections.wanted
    pairs = list(zip(representation.sentences, representation.languages, strict=True))
    fit = np.array([fitness(sentence.text, code) for sentence, code in pairs])
    if wanted is not None:
        fit *= 1 + QUERY_WEIGHT * np.clip(wanted, 0, 1)
    leaning = np.array([leans(sentence.text, code) for sentence, code in pairs])
    words = np.array([max(1, len(sentence.text.split())) for sentence, _ in pairs])
    shown: list[int] = []
    picked = []
    for topic in sections.topics:
        stop = WORTH_SHOWING if length.stops_early else 0.0
        budget = Budget(length.sentences(len(topic.members)), length.words, stop)
        members = np.asarray(topic.members, dtype=np.int64)
        typical = fit[members] * np.array(topic.typicality)
        pool = Pool(members, typical, words[members], leaning[members])
        picks = pick(representation, matches, pool, ranker, budget, shown) if topic.members else []
        shown += [choice.sentence for choice in picks]
        picked.append(_in_reading_order(representation, picks, leaning))
    budget = Budget(len(representation), overview_words, likeness=REPEAT_IN_OVERVIEW)
    pool = Pool(np.arange(len(representation)), fit, words, leaning)
    overview = pick(representation, matches, pool, ranker, budget, []) if overview_words else []
    warnings = () if overview or not overview_words else (f"no sentence fits an overview of {overview_words} words",)
    return Selection(_with_followers(overview, leaning), tuple(picked), warnings)


@dataclass(frozen=True, slots=True)
class Pool:
    """The sentences that picks are made from, an entry each."""

    numbers: IntArray
    """Ascending."""
    fitness: Floats
    """0 to 1; 0 bars a sentence."""
    words: IntArray
    leaning: np.ndarray
    """Whether it may only be shown right after the sentence before it."""


def pick(
    representation: Representation,
    matches: Matches,
    pool: Pool,
    ranker: Ranker,
    budget: Budget,
    shown: Sequence[int],
) -> list[Pick]:
    """Picks in the order of choice, none of which repeats another or one that is `shown`."""
    objective = ranker(representation, pool.numbers.tolist())
    # A budget in sentences charges every sentence the same, one in words charges by length.
    weight = pool.fitness / (pool.words**objective.price if budget.words is not None else 1.0)
    told, picks, first = list(shown), list[Pick](), 0.0
    room = budget.words if budget.words is not None else int(pool.words.sum())
    bounds = objective.gains() * weight
    heap = [(-bounds[i], i) for i in np.flatnonzero((weight > 0) & ~pool.leaning & (pool.words <= room)).tolist()]
    heapify(heap)
    while heap and len(picks) < budget.sentences:
        _, i = heappop(heap)
        if pool.words[i] > room:
            continue
        gain = objective.gain(i)
        worth = gain * weight[i]
        if worth <= 0:
            continue
        if heap and (-worth, i) > heap[0]:
            heappush(heap, (-worth, i))
            continue
        if worth <= budget.least * first:
            break
        number = int(pool.numbers[i])
        if matches.repeats(number, told, budget.likeness):
            continue
        first = first or worth
        picks.append(Pick(number, gain, objective.take(i)))
        told.append(number)
        room -= int(pool.words[i])
        if (following := _follower(representation, pool, i)) is not None:
            heappush(heap, (-np.inf, following))
    return picks


def _follower(representation: Representation, pool: Pool, at: int) -> int | None:
    """The place in the pool of the sentence after a pick, if it leans on it."""
    after = at + 1
    if after == len(pool.numbers) or not pool.leaning[after] or pool.fitness[after] <= 0:
        return None
    one, other = int(pool.numbers[at]), int(pool.numbers[after])
    return after if other == one + 1 and representation.article_of[one] == representation.article_of[other] else None


def _in_reading_order(representation: Representation, picks: Sequence[Pick], leaning: np.ndarray) -> tuple[Pick, ...]:
    """The earlier day first where every article says when it was published; then as an article would tell it."""
    days = {k.sentence: (representation.sentences[k.sentence].article.published or "")[:_DAY] for k in picks}
    dated = all(days.values())

    def place(choice: Pick) -> tuple[str, tuple[int, int, int]]:
        return days[choice.sentence] if dated else "", _place(representation, leaning, choice.sentence)

    return tuple(sorted(picks, key=place))


def _place(representation: Representation, leaning: np.ndarray, number: int) -> tuple[int, int, int]:
    """Sorts as an article would tell it: by how far down its own article, then by article; a follower after its leader."""
    leader = number
    while leaning[leader]:
        leader -= 1
    return representation.sentences[leader].index, leader, number


def _with_followers(picks: Sequence[Pick], leaning: np.ndarray) -> tuple[Pick, ...]:
    """The picks in the order of choice, each follower right after its leader."""
    rank = {choice.sentence: at for at, choice in enumerate(picks)}

    def place(choice: Pick) -> tuple[int, int]:
        leader = choice.sentence
        while leaning[leader]:
            leader -= 1
        return rank[leader], choice.sentence

    return tuple(sorted(picks, key=place))
