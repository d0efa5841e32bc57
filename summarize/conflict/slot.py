"""A slot: the place in a sentence where another source may say something else, with what stands there and around it.

Owns the noun that the readers of numbers, dates and names make, and whether two values exclude each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SlotKind = Literal["number", "date", "name"]

LEAST_APART = 1.05
"""Two lower bounds are one statement when they differ by less than this factor."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to compare a value: "Friday" is a weekday and, where the article's date is known, a day."""

    family: str
    """Readings of one family can be compared: `dollars`, `percent`, `count`, `clock`, `day`, `weekday`, `name`, …"""
    low: float
    high: float
    """The least and the most that the words allow, both inclusive."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A value in a sentence."""

    start: int
    end: int
    """Where it stands in the sentence's text, its hedge and its unit with it; end exclusive."""
    kind: SlotKind
    readings: tuple[Reading, ...]
    """At least one, the most exact first."""
    value: float
    """The number as it stands, in the unit's base; 0 for names."""
    name: str = ""
    """The name as written; empty for numbers and dates."""
    heads: frozenset[str] = frozenset()
    """Stems of what is counted, or of what the ordinal or the age belongs to."""
    event: str = ""
    """What happened to those that are counted: `killed`, `injured`, …"""
    hedge: str = ""
    """`least`, `most`, `nearly`, `about`, `vague` or nothing."""
    partial: bool = False
    """An addition or a rest ("12 more", "the other 14")."""
    possible: bool = False
    """Said to be possible, or to come."""
    ordinal: bool = False
    """Which one in an order, not how many."""


def common_reading(some: Slot, other: Slot) -> tuple[Reading, Reading] | None:
    """The first readings of one family; None where the two cannot be compared."""
    for first in some.readings:
        for second in other.readings:
            if first.family == second.family:
                return first, second
    return None


def disagree(some: Slot, other: Slot) -> bool:
    """Whether no value is allowed by both."""
    if some.partial != other.partial:  # "seven other charges" are not all of them
        return False
    readings = common_reading(some, other)
    if readings is None:
        return False
    first, second = readings
    if some.hedge == other.hedge == "least":
        return max(first.low, second.low) > LEAST_APART * min(first.low, second.low)
    return first.high < second.low or second.high < first.low


def same_value(some: Slot, other: Slot) -> bool:
    """Whether both have one value, to the digit."""
    is_one = abs(some.value - other.value) <= 1e-6 * abs(some.value) and some.kind == other.kind
    return is_one and common_reading(some, other) is not None


def gap(some: Slot, other: Slot) -> float:
    """How far apart two comparable values are: 0 for equal ones, 1 for a value and its double, at most 3."""
    readings = common_reading(some, other)
    if readings is None:
        return 0.0
    first, second = readings
    least, most = sorted((abs((first.low + min(first.high, 1e12)) / 2), abs((second.low + min(second.high, 1e12)) / 2)))
    return 3.0 if least <= 0 < most else 0.0 if most <= 0 else min(most / least - 1.0, 3.0)
