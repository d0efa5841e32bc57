"""Which sentences are shown: those that are worth it and can be understood, each fact once in the whole digest.

Owns what makes a sentence eligible. One that cannot stand alone is shown only right after the sentence that it needs; filler
and what is badly formed is not shown. What is worth more is picked first, by the judges, by how clearly it belongs to its topic
and by what it adds to the ranker's objective. A section in which nothing can be shown is none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from summarize.cluster import Sections
from summarize.judge import Opinions
from summarize.match import Matches
from summarize.model import Pick, Representation, Topic
from summarize.select.order import reading_order, with_followers
from summarize.select.pick import Budget, Pool, pick
from summarize.settings import Length, Settings
from summarize.stages import Ranker

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

# Measured together, cross-validated on the labelled events (benchmarks/select.md); do not move one alone.
ALONE, ALONE_IN_OVERVIEW = 0.60, 0.70
"""Probability of standing alone from which on a sentence may open a section's picks, and be in the overview."""
ALONE_AT_LEAST = 0.45
"""The same for the one sentence of a section that has none as clear as that."""
SUPPLIED = 0.70
"""Probability from which on a sentence is understood right after the one that seems to supply what it lacks."""
FILLER = 0.50
"""Probability of filler from which on a sentence is not shown."""
WORTH_POWER, GAIN_POWER = 1.0, 0.3
"""How much the worth of a sentence counts in a section, and what it adds to the objective."""
CLARITY_POWER, CLARITY_POWER_IN_OVERVIEW = 2.0, 1.0
"""How much it counts that a sentence stands alone, beside the thresholds."""
WORTH_POWER_IN_OVERVIEW, GAIN_POWER_IN_OVERVIEW = 1.0, 0.3
"""The same in the overview."""
TYPICALITY_POWER = 0.5
"""How much it counts how clearly a sentence belongs to its topic."""
PRICE_IN_OVERVIEW = 0.5
"""How much length counts in the overview: 1 fills it with short sentences, 0 with few long ones."""
CROWDING = 0.5
"""In the overview, for each sentence of the same topic that is there already."""
WORTH_SHOWING = 0.3
"""Under the length "auto", a section ends when the next sentence would add less than this share of the first."""
QUERY_WEIGHT = 3.0
"""How many times its worth a sentence gains that is all about the query."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything that is shown."""

    overview: tuple[Pick, ...]
    """The weightiest first."""
    topics: tuple[Topic, ...]
    """The topics that have something to show, in the order of the sections, and those that were asked for by name."""
    sections: tuple[tuple[Pick, ...], ...]
    """For each topic its picks, in reading order."""
    warnings: tuple[str, ...] = ()


def select(
    representation: Representation,
    opinions: Opinions,
    matches: Matches,
    found: Sections,
    ranker: Ranker,
    settings: Settings,
) -> Selection:
    """The picks of every topic, then of the overview, which may reuse sentences of the topics.

    Relevance to a query weighs a sentence up and bars none.
    """
    candidates, brief = (
        _candidates(representation, opinions, found, ALONE),
        _candidates(representation, opinions, found, ALONE_IN_OVERVIEW),
    )
    length = Length.parse(settings.length)
    lenient = _candidates(representation, opinions, found, ALONE_AT_LEAST)
    shown: list[int] = []
    sections = []
    for topic in found.topics:
        stop = WORTH_SHOWING if length.stops_early else 0.0
        budget = Budget(length.sentences(len(topic.members)), length.words, stop, GAIN_POWER)
        picks = pick(representation, matches, candidates.section(topic), ranker, budget, shown) if topic.members else []
        if not picks and topic.members:
            one = replace(budget, sentences=1)
            picks = pick(representation, matches, lenient.section(topic), ranker, one, shown)
        shown += [choice.sentence for choice in picks]
        sections.append(reading_order(representation, picks, candidates.leader))
    words = settings.overview_words
    budget = Budget(
        len(representation), words, 0.0, GAIN_POWER_IN_OVERVIEW, PRICE_IN_OVERVIEW, in_overview=True, crowding=CROWDING
    )
    overview = pick(representation, matches, brief.overview(), ranker, budget, []) if words else []
    warnings = () if overview or not words else (f"no sentence fits an overview of {words} words",)
    kept = [k for k, picks in enumerate(sections) if picks or found.topics[k].label in settings.named_topics]
    return Selection(
        with_followers(overview, brief.leader),
        tuple(found.topics[k] for k in kept),
        tuple(sections[k] for k in kept),
        warnings,
    )


@dataclass(frozen=True, slots=True)
class _Candidates:
    """What all sentences of a collection are worth showing for, an entry each."""

    opinions: Opinions
    bonus: Floats
    """Factor for what answers the query."""
    words: IntArray
    topic: IntArray
    leader: IntArray
    """The sentence that each must follow, itself where it stands alone, −1 where it cannot be shown."""

    def section(self, topic: Topic) -> Pool:
        members = np.asarray(topic.members, dtype=np.int64)
        weight = self._weight(WORTH_POWER, CLARITY_POWER)[members] * np.array(topic.typicality) ** TYPICALITY_POWER
        return Pool(members, weight, self.words[members], self.leader[members], self.topic[members])

    def overview(self) -> Pool:
        every = np.arange(len(self.words))
        return Pool(
            every, self._weight(WORTH_POWER_IN_OVERVIEW, CLARITY_POWER_IN_OVERVIEW), self.words, self.leader, self.topic
        )

    def _weight(self, power: float, clarity: float) -> Floats:
        opinions = self.opinions
        allowed = (opinions.filler < FILLER) & (self.leader >= 0)
        value = opinions.belongs**power * opinions.alone**clarity
        return np.asarray(opinions.fitness * value * self.bonus * allowed)


def _candidates(representation: Representation, opinions: Opinions, found: Sections, alone: float) -> _Candidates:
    bonus = np.ones(len(representation))
    if found.wanted is not None:
        bonus = 1 + QUERY_WEIGHT * np.clip(found.wanted, 0, 1)
    topic = np.full(len(representation), -1)
    for number, of in enumerate(found.topics):
        topic[list(of.members)] = number
    words = np.array([max(1, len(sentence.text.split())) for sentence in representation.sentences])
    supplied = np.where(opinions.supplies >= SUPPLIED, opinions.supplier, -1)
    leader = np.where(opinions.alone >= alone, np.arange(len(representation)), supplied)
    return _Candidates(opinions, bonus, words, topic, leader)
