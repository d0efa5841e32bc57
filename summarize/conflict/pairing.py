"""Which values are compared: those that exclude each other and may be of one thing.

Owns what is explained before any judge is asked: a value that the other sentence has too, numbers that add up, values in a
table or a list of like events, counts of unlike things, measures and times of another event or another place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from summarize.conflict.candidates import cells_of
from summarize.conflict.known import Known
from summarize.conflict.slot import Slot, common_reading, disagree, same_value
from summarize.conflict.surroundings import Place

RELATED, SAME = 0.05, 0.90
"""Likeness of two words for things from which on they may name one; an ordinal or an age needs the same word."""
CLOSE_NAMELESS, CLOSE_HALF_NAMED, CLOSE_OTHERWISE_NAMED = 0.25, 0.30, 0.45
"""Likeness of the sentences from which on counts of nothing named may be of one thing."""
CROWDED = float(np.log1p(8))
"""Rival values of the collection beyond which both of a pair stand in a table or a list of like events."""
CROWDED_MEASURES = float(np.log1p(6))
LISTED, LISTED_COUNTS = 3, 5
"""Values of one kind in a sentence beyond which it is a list."""
FEW_OF_MANY = 30
"""Times a count of some victims from which on it is not one of all of them."""
MOST_PAIRS = 2_000
"""Pairs of values that are judged: a hundred articles with a rising toll have more, and say no more."""
SHORTEST_OFFSET = 5
"""Days that "last week" and its like span; "today" says nothing where the article's date is not known."""
_NEXT_EVENT = re.compile(
    r"\b(?:aftershocks?|latest|another|further|anniversary|jahrestag|anniversaire|nachbeben|weitere[nrs]?|répliques?)\b",
    re.IGNORECASE,
)
"""A measure or a time beside one of these is of an event of its own."""


@dataclass(frozen=True, slots=True)
class SlotPair:
    """Two values that exclude each other, and where they stand."""

    candidate: int
    """Row of the candidates."""
    first: int
    second: int
    """Which of the values of either sentence."""


def value_pairs(known: Known) -> tuple[SlotPair, ...]:
    """The pairs of numbers and dates that can be compared and exclude each other."""
    found: list[SlotPair] = []
    apart: list[bool] = []
    values = known.slots.values
    next_event = [bool(row and _NEXT_EVENT.search(text)) for row, text in zip(values, known.texts, strict=True)]
    first, second = known.candidates.first.tolist(), known.candidates.second.tolist()
    related = _of_one_family(known)
    close = dict(zip(related, _closeness(known, related), strict=True))
    for k in related:
        i, j = first[k], second[k]
        for a, b in _rivals(values[i], values[j]):
            some, other = values[i][a], values[j][b]
            if not _is_part(known, (i, some), (j, other)) and _comparable(known, some, other, close[k]):
                found.append(SlotPair(k, a, b))
                apart.append(known.apart(i, j) or ((next_event[i] or next_event[j]) and not _counts(some)))
    sizes = [crowd for crowd, other in zip(crowds(known, found), apart, strict=True) if not other]
    found = [pair for pair, other in zip(found, apart, strict=True) if not other]
    kept = [
        pair
        for pair, crowd in zip(found, sizes, strict=True)
        if _is_toll(known, pair) or not _in_table(known, pair, crowd[0])
    ]
    if len(kept) <= MOST_PAIRS:
        return tuple(kept)
    likeliest = np.argsort([-close[pair.candidate] for pair in kept], kind="stable")[:MOST_PAIRS]
    return tuple(kept[k] for k in sorted(likeliest.tolist()))


def _of_one_family(known: Known) -> list[int]:
    """The candidates near each other that both have a value of one family."""
    families = [{reading.family for slot in row for reading in slot.readings} for row in known.slots.values]
    near = np.flatnonzero(known.candidates.near)
    pairs = zip(known.candidates.first[near].tolist(), known.candidates.second[near].tolist(), strict=True)
    return [k for k, (i, j) in zip(near.tolist(), pairs, strict=True) if not families[i].isdisjoint(families[j])]


def _rivals(row: Sequence[Slot], others: Sequence[Slot]) -> Iterator[tuple[int, int]]:
    """Which values of two sentences exclude each other, where neither sentence has both; of two days, where one has not."""
    pairs = [(a, b) for a, some in enumerate(row) for b, other in enumerate(others) if disagree(some, other)]
    mine = {a: not any(_told(row[a], other) for other in others) for a in {a for a, _ in pairs}}
    theirs = {b: not any(_told(others[b], other) for other in row) for b in {b for _, b in pairs}}
    for a, b in pairs:
        lenient = row[a].kind == "date" and not row[a].readings[0].family.startswith("clock")
        untold = (mine[a] or theirs[b]) if lenient else (mine[a] and theirs[b])
        if untold and not _explained(row, others, a, b):
            yield a, b


def _told(some: Slot, other: Slot) -> bool:
    """Whether two sentences have one value; small counts of unlike things are two."""
    if not same_value(some, other):
        return False
    if some.readings[0].family != "count" or not (some.heads and other.heads):
        return True
    return bool(some.heads & other.heads) or some.event == other.event


def _in_table(known: Known, pair: SlotPair, crowd: float) -> bool:
    """Whether a value is one of many like it: of a table, or of a list of like events."""
    for sentences, at in ((known.candidates.first, pair.first), (known.candidates.second, pair.second)):
        row = known.slots.values[int(sentences[pair.candidate])]
        family = row[at].readings[0].family
        if sum(slot.readings[0].family == family for slot in row) > (LISTED_COUNTS if family == "count" else LISTED):
            return True
    return crowd > (CROWDED if family == "count" else CROWDED_MEASURES)


def _counts(slot: Slot) -> bool:
    return slot.readings[0].family == "count"


def _is_toll(known: Known, pair: SlotPair) -> bool:
    """Whether a value counts victims, of whom an event has one total however often it is told anew."""
    slot = known.slots.values[int(known.candidates.first[pair.candidate])][pair.first]
    return slot.event != "" and slot.readings[0].family == "count"


def _closeness(known: Known, chosen: Sequence[int]) -> list[float]:
    """Of some candidates the likeness of their parts, or the probability that they state one fact, whichever is greater."""
    at = np.array(chosen, dtype=np.int64)
    first, second = known.candidates.first[at], known.candidates.second[at]
    part = known.closeness.cells(first, second)
    if known.same_fact is not None:
        part = np.maximum(part, cells_of(known.same_fact, first, second))
    return [float(value) for value in part]


def _explained(some: Sequence[Slot], others: Sequence[Slot], a: int, b: int) -> bool:
    """Whether the numbers beside one make up the other: 17, and "20, including three gunmen"; 228, and "216 and a crew of 12"."""
    first, second = some[a], others[b]
    if first.readings[0].family != "count" or second.readings[0].family != "count":
        return False
    for mine, row, place, theirs in ((first, some, a, second), (second, others, b, first)):
        for k, slot in enumerate(row):
            beside = k != place and slot.readings[0].family == "count" and slot.value != 0
            if beside and theirs.value in (mine.value + slot.value, mine.value - slot.value):
                return True
    return False


def _is_part(known: Known, first: tuple[int, Slot], second: tuple[int, Slot]) -> bool:
    """Whether the smaller of two counts of victims is of some of them: of children among people, of those at one place."""
    (i, least), (j, most) = sorted((first, second), key=lambda end: end[1].value)
    if least.readings[0].family != "count" or not least.event == most.event != "":
        return False
    if most.value > FEW_OF_MANY * least.value and least.heads != most.heads:
        return True
    return bool(least.heads and not most.heads) or bool(known.at(i, j))


def _comparable(known: Known, some: Slot, other: Slot, close: float) -> bool:
    """Whether two values may be of one thing: what is counted, aged or put in an order has a name in common, or a related one."""
    readings = common_reading(some, other)
    if readings is None:
        return False
    family = readings[0].family
    if family == "offset":
        return all(reading.high - reading.low >= SHORTEST_OFFSET for reading in readings)
    if family not in ("count", "ordinal", "age"):
        return True
    if family == "count" and some.event == other.event != "":
        return True
    if family == "count" and not (some.heads and other.heads):
        return close >= (CLOSE_NAMELESS if not some.heads | other.heads else CLOSE_HALF_NAMED)
    if family == "count" and close >= CLOSE_OTHERWISE_NAMED:
        return True
    least = RELATED if family == "count" else SAME
    return any(known.alike(a, b) >= least for a in some.heads for b in other.heads)


def ends_of(known: Known, pairs: Sequence[SlotPair]) -> list[tuple[Place, Place]]:
    """Where the two values of each pair stand."""
    candidate = np.array([pair.candidate for pair in pairs], dtype=np.int64)
    sentences = zip(
        known.candidates.first[candidate].tolist(), known.candidates.second[candidate].tolist(), strict=True
    )
    return [((i, pair.first), (j, pair.second)) for (i, j), pair in zip(sentences, pairs, strict=True)]


def crowds(known: Known, pairs: Sequence[SlotPair]) -> list[list[float]]:
    """How many different values of the collection each of two values is set against: a list of shocks, a table of results."""
    against: dict[Place, set[float]] = {}
    ends = ends_of(known, pairs)
    for pair in ends:
        for end, (sentence, at) in (pair, pair[::-1]):
            against.setdefault(end, set()).add(round(known.slots.values[sentence][at].value, 4))
    sizes = {end: float(np.log1p(len(values))) for end, values in against.items()}
    return [sorted((sizes[first], sizes[second])) for first, second in ends]
