"""Which stories come first, and which are wanted at all.

Owns the weight of a story: how many outlets report it on their own, halved for every two days without news.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_HALF_LIFE = 2 * 86_400.0
"""Seconds."""
_FRESH = 0.5
"""What news since the last run is worth, where a second outlet is worth 0.58."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a briefing is to hold. Every field has the default of the command line."""

    stories: int = 10
    """How many stories are shown and digested; 0 for all of them without digests."""
    min_sources: int = 1
    """The fewest independent outlets of a story."""
    since: float | None = None
    """POSIX seconds; a story whose articles are all older is left out. Articles without date count as new."""
    about: str | None = None
    """What the stories must be about, in words."""
    language: str = "auto"
    """ISO 639-1 code: only articles in this language are read; "auto" for all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What ranking knows of a story."""

    id: str
    independent: int
    articles: int
    fresh: int
    """Articles that no earlier run had read."""
    latest: float | None
    """POSIX seconds of its newest article."""
    relevance: float = 1.0
    """How near it is to what was asked for, from 0 to 1."""


def first(standings: Sequence[Standing], wishes: Wishes, newest: float | None) -> tuple[Standing, ...]:
    """The wanted stories, the weightiest first; ties go to more articles, then to the smaller id.

    `newest` is the time of the newest article of all, in POSIX seconds.
    """
    wanted = [
        standing
        for standing in standings
        if standing.independent >= wishes.min_sources
        and standing.relevance > 0
        and (wishes.since is None or standing.latest is None or standing.latest >= wishes.since)
    ]
    return tuple(sorted(wanted, key=lambda standing: (-_weight(standing, newest), -standing.articles, standing.id)))


def _weight(standing: Standing, newest: float | None) -> float:
    """Binary logarithm of the weight, rounded so that no last bit decides an order."""
    age = 0.0 if standing.latest is None or newest is None else max(0.0, newest - standing.latest)
    weight = math.log2(1 + standing.independent) + (_FRESH if standing.fresh else 0.0)
    return round(math.log2(standing.relevance * weight) - age / _HALF_LIFE, 9)
