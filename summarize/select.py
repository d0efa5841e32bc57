"""Which sentences are shown: greedy picks under a budget, each fact once in the whole digest.

Owns the maximisation and its constraints: a sentence must stand alone (`summarize.fitness`), must not repeat a sentence
that is shown already (`Matches.repeats`), and is never cut to fit. Each step takes the sentence with the greatest

    gain · fitness / words^price

that still fits (cost-scaled greedy, Lin & Bilmes 2010, eq. 3); ties go to the earlier sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summarize.fitness import fitness
from summarize.match import Matches
from summarize.model import Pick, Representation, Topic
from summarize.settings import Length
from summarize.stages import Ranker


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be picked; both limits hold."""

    sentences: int
    words: int | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything that is shown."""

    overview: tuple[Pick, ...]
    sections: tuple[tuple[Pick, ...], ...]
    """For each topic its picks, in reading order."""


def select(
    representation: Representation,
    matches: Matches,
    topics: Sequence[Topic],
    ranker: Ranker,
    length: Length,
    overview_words: int,
) -> Selection:
    """The picks of every topic, then of the overview, which may reuse sentences of the topics."""
    fit = np.array([fitness(s.text, code) for s, code in zip(representation.sentences, representation.languages, strict=True)])
    shown: list[int] = []
    sections = []
    for topic in topics:
        budget = Budget(length.sentences(len(topic.members)), length.words)
        picks = pick(representation, matches, topic.members, ranker, fit, budget, shown)
        shown += [choice.sentence for choice in picks]
        sections.append(_in_reading_order(representation, picks))
    everything = range(len(representation))
    overview: list[Pick] = []
    if overview_words:
        overview = pick(representation, matches, everything, ranker, fit, Budget(len(representation), overview_words), [])
    return Selection(tuple(overview), tuple(sections))


def pick(
    representation: Representation,
    matches: Matches,
    within: Sequence[int],
    ranker: Ranker,
    fit: np.ndarray,
    budget: Budget,
    shown: Sequence[int],
) -> list[Pick]:
    """Picks among some sentences, in the order of choice, none of which repeats another or one that is `shown`."""
    numbers = np.asarray(within, dtype=np.int64)
    objective = ranker(representation, within)
    words = np.array([len(representation.sentences[number].text.split()) for number in within])
    alive = fit[numbers] > 0
    told = list(shown)
    picks: list[Pick] = []
    room = budget.words if budget.words is not None else int(words.sum())
    while len(picks) < budget.sentences:
        alive &= words <= room
        worth = np.where(alive, objective.gains() * fit[numbers] / np.maximum(words, 1) ** objective.price, 0.0)
        best = int(np.argmax(worth)) if len(worth) else 0
        if not len(worth) or worth[best] <= 0:
            break
        alive[best] = False
        number = int(numbers[best])
        if matches.repeats(number, told):
            continue
        gain = float(objective.gains()[best])
        picks.append(Pick(number, gain, objective.take(best)))
        told.append(number)
        room -= int(words[best])
    return picks


def _in_reading_order(representation: Representation, picks: Sequence[Pick]) -> tuple[Pick, ...]:
    """As an article would tell them: by how far down their own article they stand, then by article."""
    return tuple(sorted(picks, key=lambda choice: (representation.sentences[choice.sentence].index, choice.sentence)))
