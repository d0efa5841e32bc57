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
from summarize.model import Pick
from summarize.select.taste import Taste
from summarize.stages import Objective

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be picked; all limits hold."""

    sentences: int
    words: int | None = None
    least: float = 0.0
    """Share of the first pick's worth below which picking ends."""


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
    matches: Matches,
    pool: Pool,
    objective: Objective,
    taste: Taste,
    budget: Budget,
    shown: Sequence[int],
) -> list[Pick]:
    """Picks in the order of choice, none of which repeats another or one that is `shown`.

    `objective` is that of the pool's sentences, and is left with the picks taken.
    """
    # A budget in sentences charges every sentence the same, one in words charges by length.
    price = objective.price * taste.price if budget.words is not None else 0.0
    weight = pool.weight / pool.words**price
    told, picks, first = list(shown), list[Pick](), 0.0
    crowd: dict[int, int] = {}
    room = budget.words if budget.words is not None else int(pool.words.sum())
    bounds = objective.gains() ** taste.gain * weight
    alone = pool.leader == pool.numbers
    heap = [(-bounds[i], i) for i in np.flatnonzero((weight > 0) & alone & (pool.words <= room)).tolist()]
    heapify(heap)
    while heap and len(picks) < budget.sentences:
        _, i = heappop(heap)
        if pool.words[i] > room:
            continue
        gain = objective.gain(i)
        worth = gain**taste.gain * weight[i] * taste.crowding ** crowd.get(int(pool.topic[i]), 0)
        if worth <= 0:
            continue
        if heap and (-worth, i) > heap[0]:
            heappush(heap, (-worth, i))
            continue
        if worth <= budget.least * first:
            break
        number = int(pool.numbers[i])
        if number in told or matches.repeats(number, told, taste.repeat):
            continue
        first = first or worth
        picks.append(Pick(number, gain, objective.take(i)))
        told.append(number)
        crowd[int(pool.topic[i])] = crowd.get(int(pool.topic[i]), 0) + 1
        room -= int(pool.words[i])
        for follower in np.flatnonzero((pool.leader == number) & ~alone & (weight > 0)).tolist():
            heappush(heap, (-np.inf, follower))
    return picks
