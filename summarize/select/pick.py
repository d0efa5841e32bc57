"""Greedy picks under a budget, each fact once.

Owns the maximisation and its constraints. Each step takes the sentence with the greatest

    weight · gain^GAIN / words^price

that still fits (cost-scaled greedy, Lin & Bilmes 2010, eq. 3); ties go to the earlier sentence. No sentence is cut to fit, none
repeats one that is shown, and one that needs another is shown only right after that one.

The objective is submodular, so that a worth computed earlier is an upper bound and only sentences that can lead are looked at
again: lazy greedy (Minoux 1978), with the picks of the plain one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

import numpy as np

from summarize.match import Matches
from summarize.model import Pick, Representation
from summarize.stages import Ranker

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be picked; all limits hold."""

    sentences: int
    words: int | None = None
    least: float = 0.0
    """Share of the first pick's worth below which picking ends."""
    gain: float = 1.0
    """Power of what a sentence adds to the objective, beside its weight."""
    price: float = 1.0
    """How much length counts under a budget in words, as a power of the ranker's own price."""
    in_overview: bool = False
    """Whether the picks are an overview, in which less may be alike."""
    crowding: float = 1.0
    """What a sentence is worth less, as a factor, for each pick of its own topic."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The sentences that picks are made from, an entry each."""

    numbers: IntArray
    """Ascending."""
    weight: Floats
    """0 bars a sentence."""
    words: IntArray
    leader: IntArray
    """The sentence that each must follow, by number; its own where it stands alone."""
    topic: IntArray
    """The topic of each, −1 for none."""


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
    price = objective.price * budget.price if budget.words is not None else 0.0
    weight = pool.weight / pool.words**price
    told, picks, first = list(shown), list[Pick](), 0.0
    crowd: dict[int, int] = {}
    room = budget.words if budget.words is not None else int(pool.words.sum())
    bounds = objective.gains() ** budget.gain * weight
    alone = pool.leader == pool.numbers
    heap = [(-bounds[i], i) for i in np.flatnonzero((weight > 0) & alone & (pool.words <= room)).tolist()]
    heapify(heap)
    while heap and len(picks) < budget.sentences:
        _, i = heappop(heap)
        if pool.words[i] > room:
            continue
        gain = objective.gain(i)
        worth = gain**budget.gain * weight[i] * budget.crowding ** crowd.get(int(pool.topic[i]), 0)
        if worth <= 0:
            continue
        if heap and (-worth, i) > heap[0]:
            heappush(heap, (-worth, i))
            continue
        if worth <= budget.least * first:
            break
        number = int(pool.numbers[i])
        if matches.repeats(number, told, in_overview=budget.in_overview):
            continue
        first = first or worth
        picks.append(Pick(number, gain, objective.take(i)))
        told.append(number)
        crowd[int(pool.topic[i])] = crowd.get(int(pool.topic[i]), 0) + 1
        room -= int(pool.words[i])
        for follower in np.flatnonzero((pool.leader == number) & ~alone & (weight > 0)).tolist():
            heappush(heap, (-np.inf, follower))
    return picks
