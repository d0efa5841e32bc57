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
from summarize.match import REPEAT, REPEAT_IN_OVERVIEW, Matches
from summarize.model import Pick, Representation, Topic
from summarize.settings import Length
from summarize.stages import Ranker

WORTH_SHOWING = 0.15
"""Under the length "auto", a section ends when the next sentence would add less than this share of the first. Measured on
the labelled events (benchmarks/select.md): 0.10 shows more that is off the topic, 0.20 leaves most sections with one."""


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
    fit = np.array(
        [fitness(s.text, code) for s, code in zip(representation.sentences, representation.languages, strict=True)]
    )
    shown: list[int] = []
    sections = []
    for topic in topics:
        budget = Budget(
            length.sentences(len(topic.members)), length.words, WORTH_SHOWING if length.stops_early else 0.0
        )
        worth = fit.copy()
        worth[list(topic.members)] *= np.array(topic.typicality)
        picks = pick(representation, matches, topic.members, ranker, worth, budget, shown)
        shown += [choice.sentence for choice in picks]
        sections.append(_in_reading_order(representation, picks))
    overview: list[Pick] = []
    if overview_words:
        budget = Budget(len(representation), overview_words, likeness=REPEAT_IN_OVERVIEW)
        overview = pick(representation, matches, range(len(representation)), ranker, fit, budget, [])
    return Selection(_in_reading_order(representation, overview), tuple(sections))


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
    # A budget in sentences charges every sentence the same, one in words charges by length.
    weight = fit[numbers] / (np.maximum(words, 1) ** objective.price if budget.words is not None else 1.0)
    alive = weight > 0
    told, picks, first = list(shown), list[Pick](), 0.0
    room = budget.words if budget.words is not None else int(words.sum())
    while len(picks) < budget.sentences and (alive := alive & (words <= room)).any():
        gains = objective.gains()
        best = int(np.argmax(np.where(alive, gains * weight, -1.0)))
        worth = float(gains[best] * weight[best])
        if worth <= budget.least * first:
            break
        alive[best] = False
        number = int(numbers[best])
        if not matches.repeats(number, told, budget.likeness):
            first = first or worth
            picks.append(Pick(number, float(gains[best]), objective.take(best)))
            told.append(number)
            room -= int(words[best])
    return picks


def _in_reading_order(representation: Representation, picks: Sequence[Pick]) -> tuple[Pick, ...]:
    """As an article would tell them: by how far down their own article they stand, then by article."""
    return tuple(sorted(picks, key=lambda choice: (representation.sentences[choice.sentence].index, choice.sentence)))
