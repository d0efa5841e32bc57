"""From clashes to the conflicts of a digest: each thing in dispute once, with every side in its own words.

Owns the joining of clashes that share a value, the further sentences that are cited on a side (those that state the same fact
with the same value), the order of the sides (the earliest report first where dates are known), and what is an update: a count
that grew, or a step since taken, in articles of different days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summarize.conflict.candidates import rows_of
from summarize.conflict.clash import Clash, Kind, Side
from summarize.conflict.known import Known

CITED_MOST, CITED_OF_ONE = 8, 3
"""Quotations a side, and of one source."""
SUPPORTS, SUPPORTS_ALIKE = 0.15, 0.30
"""Probability of one fact, or likeness where no judge has said so, from which on a sentence with the same value is cited too."""
RIVALS_MOST = 3
"""Values that sources give one thing, but for a count that grows; with more they are a list."""
SUPPORTED = 3
"""Sentences of a side for which others are looked for that support it."""
SIDES_MOST = 6
"""Sides of one conflict that are told apart; a count that rose more often keeps its first, its last and the ones between evenly."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One thing on which sources disagree."""

    kind: Kind
    sides: tuple[tuple[Side, ...], ...]
    """At least two; the sides of one value together, the earliest report first."""
    probability: float
    """That of its surest clash."""


def disputes(known: Known, clashes: Sequence[Clash]) -> tuple[Dispute, ...]:
    """The clashes joined, the surest first."""
    found = [_dispute(known, members) for members in _joined(clashes)]
    return tuple(sorted((d for d in found if d is not None), key=lambda d: (-d.probability, d.sides[0][0].sentence)))


def _joined(clashes: Sequence[Clash]) -> list[list[Clash]]:
    """Clashes of one kind that share a value in a sentence, or, of names, a spelling."""
    parent: dict[tuple[object, ...], tuple[object, ...]] = {}

    def root(key: tuple[object, ...]) -> tuple[object, ...]:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for clash in clashes:
        parent[root(_key(clash, clash.second))] = root(_key(clash, clash.first))
    groups: dict[tuple[object, ...], list[Clash]] = defaultdict(list)
    for clash in clashes:
        groups[root(_key(clash, clash.first))].append(clash)
    return list(groups.values())


def _key(clash: Clash, side: Side) -> tuple[object, ...]:
    kind = "number" if clash.kind in ("number", "date") else clash.kind
    return (
        (kind, side.same)
        if clash.kind in ("name", "denial") and clash.probability < 1
        else (kind, side.sentence, side.start)
    )


def _dispute(known: Known, clashes: Sequence[Clash]) -> Dispute | None:
    """One thing in dispute; None for a list of like things, each with a value of its own."""
    rows: dict[str, dict[tuple[int, int], Side]] = defaultdict(dict)
    for clash in _consistent(known, clashes):
        for side in (clash.first, clash.second):
            rows[side.same].setdefault((side.sentence, side.start), side)
    kind = clashes[0].kind
    if len(rows) < 2 or (len(rows) > RIVALS_MOST and not all(clash.running for clash in clashes)):
        return None
    for row in rows.values():
        for side in list(row.values())[:SUPPORTED]:
            for cited in _supporters(known, side, kind):
                row.setdefault((cited.sentence, cited.start), cited)
    sides = [_cited(known, sorted(row.values(), key=lambda side: (side.sentence, side.start))) for row in rows.values()]
    sides.sort(key=lambda row: (_reported(known, row) or "9", row[0].sentence, row[0].same))
    return Dispute(
        "update" if _is_update(known, clashes) else kind, _kept(sides), max(clash.probability for clash in clashes)
    )


def _consistent(known: Known, clashes: Sequence[Clash]) -> list[Clash]:
    """The clashes, the surest first, in which no article gives one thing a second value; a count that grows may have several."""
    article = known.representation.article_of
    said: dict[int, str] = {}
    kept = []
    for clash in sorted(clashes, key=lambda clash: -clash.probability):
        ends = [(int(article[side.sentence]), side.same) for side in (clash.first, clash.second)]
        if (
            clash.kind not in ("number", "date")
            or clash.running
            or all(said.get(who, what) == what for who, what in ends)
        ):
            said.update(ends)
            kept.append(clash)
    return kept


def _supporters(known: Known, side: Side, kind: Kind) -> list[Side]:
    """Sentences of other articles that state the same fact with the same value."""
    if kind not in ("number", "date"):
        return []
    slot = next((slot for slot in known.slots.values[side.sentence] if slot.start == side.start), None)
    if slot is None:
        return []
    found = []
    for number in _same_fact(known, side.sentence):
        for other in known.slots.values[number]:
            if other.readings[0].family == slot.readings[0].family and other.value == slot.value:
                found.append(Side(number, other.start, other.end, side.same))
                break
    return found


def _same_fact(known: Known, sentence: int) -> list[int]:
    if known.same_fact is not None:
        row, least = rows_of(known.same_fact, np.array([sentence]))[0], SUPPORTS
    else:
        others = np.arange(len(known.representation))
        row, least = known.closeness.views.of(np.full(len(others), sentence), others), SUPPORTS_ALIKE
    return [number for number in np.flatnonzero(row >= least).tolist() if number != sentence]


def _cited(known: Known, row: Sequence[Side]) -> tuple[Side, ...]:
    """At most CITED_OF_ONE sentences of every source on a side."""
    counts: dict[int, int] = defaultdict(int)
    kept = []
    for side in row:
        article = int(known.representation.article_of[side.sentence])
        counts[article] += 1
        if counts[article] <= CITED_OF_ONE:
            kept.append(side)
    return tuple(kept[:CITED_MOST])


def _kept(sides: Sequence[tuple[Side, ...]]) -> tuple[tuple[Side, ...], ...]:
    if len(sides) <= SIDES_MOST:
        return tuple(sides)
    at = np.unique(np.linspace(0, len(sides) - 1, SIDES_MOST).round().astype(int))
    return tuple(sides[k] for k in at.tolist())


def _reported(known: Known, row: Sequence[Side]) -> str:
    """The day of the first report, ISO 8601; empty where none is known."""
    days = [day.isoformat() for side in row if (day := known.slots.published[side.sentence]) is not None]
    return min(days, default="")


def _is_update(known: Known, clashes: Sequence[Clash]) -> bool:
    """Whether every clash is of a running count or a coming step, and of those told on different days the later tells the more."""
    told_later = 0
    for clash in clashes:
        days = [known.slots.published[side.sentence] for side in (clash.first, clash.second)]
        if not clash.running or days[0] is None or days[1] is None:
            return False
        if days[0] == days[1]:
            continue
        told_later += 1
        if clash.kind == "number":
            values = [float(side.same.split()[0]) for side in (clash.first, clash.second)]
            if (values[0] < values[1]) != (days[0] < days[1]):
                return False
    return told_later > 0
