"""Which sentences are shown: those that are worth it and can be understood, each fact once in the whole digest.

Owns what makes a sentence eligible. One that cannot stand alone is shown only right after the sentence that it needs; filler
and what is badly formed is not shown. What is worth more is picked first, by the judges, by how clearly it belongs to its topic
and by what it adds to the ranker's objective. A section in which nothing can be shown is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from summarize.cluster import Sections
from summarize.judge import Opinions
from summarize.languages import NAMES
from summarize.match import Matches
from summarize.model import Pick, Representation, Topic
from summarize.select.current import overtaken
from summarize.select.order import news_first, reading_order, with_followers
from summarize.select.pick import Budget, Pool, pick
from summarize.select.taste import (
    ANY,
    BRIEF,
    BRIEF_BY_RULE,
    BRIEF_WORDS,
    BROAD,
    FULL,
    LAST_OF_SECTION,
    LONG,
    LONG_BY_RULE,
    SECTION,
    SECTION_BY_RULE,
    SUPPLIED,
    Taste,
)
from summarize.settings import Length, Settings
from summarize.stages import Ranker

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

FEWEST_SECTIONS = 3
"""Sections below which a digest also has those of which no sentence clearly stands alone."""
QUERY_WEIGHT, QUERY_CLARITY = 3.0, 0.5
"""How many times its worth a sentence gains that is all about the query, and how much less unclear it is: who asked knows
what it is about."""


PREFERRED = 3.0
"""How many times its worth a sentence of the preferred language gains."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything that is shown."""

    overview: tuple[Pick, ...]
    """The most newsworthy first."""
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
    length = Length.parse(settings.length)
    offer = _Offer.of(representation, opinions, found).preferring(settings.prefer_language, matches)
    shown: list[int] = []
    sections = []
    for topic in found.topics:
        picks = _section(matches, offer, topic, ranker, length, shown)
        shown += [choice.sentence for choice in picks]
        sections.append(reading_order(representation, picks, offer.leader(SECTION)))
    if sum(map(bool, sections)) < FEWEST_SECTIONS:  # of so little, what hardly stands alone is better than nothing
        for number, topic in enumerate(found.topics):
            if topic.members and not sections[number]:
                picks = _picked(matches, offer, topic, ranker, ANY, Budget(1), shown)
                shown += [choice.sentence for choice in picks]
                sections[number] = tuple(picks)
    words = settings.overview_words
    overview = _overview(matches, offer, ranker, words) if words else ()
    warnings = () if overview or not words else (f"no sentence fits an overview of {words} words",)
    if (code := settings.prefer_language) and code not in representation.languages:
        warnings = (*warnings, f"no article is in {NAMES.get(code, code).capitalize()}, the preferred language")
    kept = [k for k, picks in enumerate(sections) if picks or found.topics[k].label in settings.named_topics]
    topics = tuple(found.topics[k] for k in kept)
    return Selection(overview, topics, tuple(sections[k] for k in kept), warnings)


def worth_at_first(
    representation: Representation, opinions: Opinions, topic: Topic, ranker: Ranker
) -> dict[int, float]:
    """What each sentence of a topic would be worth as the first pick of its section, a query apart; 0 bars it."""
    offer = _Offer.of(representation, opinions, Sections((topic,), None, ()))
    members = np.asarray(topic.members, dtype=np.int64)
    taste = SECTION if opinions.is_learned else SECTION_BY_RULE
    pool = offer.pool(taste, members, np.array(topic.typicality) ** taste.typicality)
    gains = ranker(representation, topic.members).gains() ** taste.gain
    return dict(zip(topic.members, (gains * pool.weight).tolist(), strict=True))


def _section(
    matches: Matches, offer: _Offer, topic: Topic, ranker: Ranker, length: Length, shown: Sequence[int]
) -> list[Pick]:
    """The picks of a topic; where none is clear enough, one that is a little less so."""
    if not topic.members:
        return []
    taste = SECTION if offer.opinions.is_learned else SECTION_BY_RULE
    budget = Budget(length.sentences(len(topic.members)), length.words, taste.enough if length.stops_early else 0.0)
    picks = _picked(matches, offer, topic, ranker, taste, budget, shown)
    return picks or _picked(matches, offer, topic, ranker, LAST_OF_SECTION, replace(budget, sentences=1), shown)


def _picked(
    matches: Matches, offer: _Offer, topic: Topic, ranker: Ranker, taste: Taste, budget: Budget, shown: Sequence[int]
) -> list[Pick]:
    members = np.asarray(topic.members, dtype=np.int64)
    pool = offer.pool(taste, members, np.array(topic.typicality) ** taste.typicality)
    return pick(matches, pool, ranker(offer.representation, topic.members), taste, budget, shown)


def _overview(matches: Matches, offer: _Offer, ranker: Ranker, words: int) -> tuple[Pick, ...]:
    """The picks of the overview: the news first, and what is less clear or less news as long as there is much room left."""
    every = np.arange(len(offer.representation))
    current = np.where(overtaken(offer.representation, matches), 0.0, 1.0)
    place = np.array([sentence.index for sentence in offer.representation.sentences], dtype=np.float64)
    objective = ranker(offer.representation, every.tolist())
    overview: list[Pick] = []
    opens: set[int] = set()
    for taste in _tastes(words, offer.opinions.is_learned):
        told = [choice.sentence for choice in overview]
        room = words - int(offer.words[told].sum())
        if room > (1 - FULL) * words:
            pool = offer.pool(taste, every, current * (1.0 + place) ** -taste.early)
            picks = pick(matches, pool, objective, taste, Budget(len(every), room), told)
            overview += with_followers(picks, pool.leader)
            opens |= {choice.sentence for choice in picks if pool.leader[choice.sentence] == choice.sentence}
    return news_first(overview, opens, offer.opinions.belongs)


def _tastes(words: int, is_learned: bool) -> tuple[Taste, ...]:
    """The choices of an overview of so many words, the pickiest first."""
    if words > BRIEF_WORDS:
        return (LONG if is_learned else LONG_BY_RULE, ANY)
    return (BRIEF, BROAD, ANY) if is_learned else (BRIEF_BY_RULE, ANY)


@dataclass(frozen=True, slots=True)
class _Offer:
    """What all sentences of a collection are worth showing for, an entry each."""

    representation: Representation
    opinions: Opinions
    alone: Floats
    """(sentences,) probability that each is understood by itself, by a reader who asked the query."""
    bonus: Floats
    """Factor for what answers the query."""
    words: IntArray
    topic: IntArray
    told_by: tuple[tuple[int, int], ...] = ()
    """(sentence of another language, one of the preferred language that states its fact)."""

    @classmethod
    def of(cls, representation: Representation, opinions: Opinions, found: Sections) -> _Offer:
        wanted = np.zeros(len(representation)) if found.wanted is None else np.clip(found.wanted, 0, 1)
        alone = 1 - (1 - opinions.alone) * (1 - QUERY_CLARITY * wanted)
        topic = np.full(len(representation), -1)
        for number, of in enumerate(found.topics):
            topic[list(of.members)] = number
        words = np.array([max(1, len(sentence.text.split())) for sentence in representation.sentences])
        return cls(representation, opinions, alone, 1 + QUERY_WEIGHT * wanted, words, topic)

    def preferring(self, language: str | None, matches: Matches) -> _Offer:
        """The same where sentences of one language are worth more, and stand for those of others that they state too."""
        wanted = np.array([code == language for code in self.representation.languages])
        if not wanted.any():
            return self
        others = np.flatnonzero(~wanted).tolist()
        told_by = tuple((i, j) for i in others for j, _ in matches.supporters(i) if wanted[j])
        return replace(self, bonus=self.bonus * np.where(wanted, PREFERRED, 1.0), told_by=told_by)

    def leader(self, taste: Taste) -> IntArray:
        """The sentence that each must follow: itself where it stands alone, −1 where it cannot be shown."""
        supplied = np.where(self.opinions.supplies >= SUPPLIED, self.opinions.supplier, -1)
        return np.where(self.alone >= taste.alone, np.arange(len(self.words)), supplied)

    def pool(self, taste: Taste, members: IntArray, typical: Floats) -> Pool:
        """Some sentences with their weights."""
        opinions, leader = self.opinions, self.leader(taste)
        allowed = (opinions.filler < taste.filler) & (leader >= 0)
        clarity = np.where(self.alone >= taste.alone, self.alone**taste.clarity, 1.0)  # a follower is made clear
        value = opinions.fitness * opinions.belongs**taste.worth * clarity * self.bonus
        worth = np.where(allowed, value, 0.0)
        worth[[i for i, j in self.told_by if worth[j] > 0 and leader[j] == j]] = 0.0
        weight = worth[members] * typical
        return Pool(members, weight, self.words[members], leader[members], self.topic[members])
