"""What is known of a pair of slots: rows of numbers for the judge.

Owns the columns and their order (`COLUMNS`): how alike the two sentences are, how alike what stands around the two values is,
what is counted, how far the values are apart and how surely they are told. Nothing hangs on the words of one language but the
slots themselves, so one model serves all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarize.conflict.known import Known
from summarize.conflict.pair_rows import PAIR_COLUMNS, pair_rows
from summarize.conflict.pairing import SlotPair, crowds, ends_of
from summarize.conflict.slot import Slot, common_reading, disagree, gap, same_value
from summarize.conflict.surroundings import Beside, Place, View, beside, views
from summarize.judge import leans

if TYPE_CHECKING:
    from summarize.model import FloatArray

_OTHER_EVENT = re.compile(
    r"\b(?:latest|second|third|fourth|again|another|aftershocks?|nachbeben|répliques?|previous|earlier|further|last year|weitere[nrs]?|früher\w*|erneut|zweite[nr]?"
    r"|autre|nouvel(?:le)?|précédent\w*|deuxième|second\w*)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_FAMILIES = ("count", "percent", "age", "ordinal", "clock", "day", "day of year", "weekday", "year", "offset")
_MONEY = frozenset({"dollars", "euros", "pounds", "yen"})
COLUMNS = (
    *PAIR_COLUMNS, "gap", "size", "context", "before", "after", "phrase", "lead_alike", "rest_alike", "heads_alike", "heads_equal", "heads_none",
    "event_same", "event_differs", "hedged", "hedge_same", "vague", "partial", "possible", "partial_differs", "possible_differs",
    "agrees", "others_agree", "others_differ", "others_least", "others_most", "best_least", "best_most", "names_shared", "names_differ", "near_names_shared",
    "near_names_differ", "years_differ", "years_unshared", "leans", "subjects_differ", "said_by_first", "said_by_second", "window_shared", "exact_frame", "crowd_least", "crowd_most", "another",
    *(f"is_{family.replace(' ', '_')}" for family in _FAMILIES), "is_money", "is_unit",
)  # fmt: skip
"""Names of the columns of `value_rows`, in order."""


def value_rows(known: Known, pairs: Sequence[SlotPair]) -> FloatArray:
    """(pairs, columns) features of pairs of numbers or dates."""
    chosen, place = np.unique([pair.candidate for pair in pairs], return_inverse=True)
    shared = pair_rows(known, chosen)
    ends = ends_of(known, pairs)
    rivals = [(_rivals(known, first, second), _rivals(known, second, first)) for first, second in ends]
    single = sorted({end for pair in ends for end in pair})
    near = views(
        known, [sorted({*single, *(rival for pair in rivals for row in pair for rival in row)}), *[single] * 3]
    )
    cosines = [np.einsum("ij,ij->i", *(view.of(side) for side in zip(*ends, strict=True))) for view in near]
    words = {end: beside(known, end) for end in single}
    told = {sentence: _told(known, sentence) for sentence, _ in single}
    sizes = crowds(known, pairs)
    rows = np.zeros((len(pairs), len(COLUMNS)), dtype=np.float32)
    for k, (first, second) in enumerate(ends):
        some, other = (known.slots.values[sentence][at] for sentence, at in (first, second))
        sides, sentences = (words[first], words[second]), (told[first[0]], told[second[0]])
        own = _own(known, some, other, *sides)
        rows[k] = [*shared[place[k]], *own[:2], *(cosine[k] for cosine in cosines), *own[2:], *_fit(known, first, second, rivals[k], near[0]), *_names(known, first, second), *_tell(*sentences),
                   *_said(known, first[0], some), *_said(known, second[0], other), *_frame(known, some, other, *sides), *sizes[k], float(sentences[0].another != sentences[1].another), *_families(some, other)]  # fmt: skip
    return rows


def _own(known: Known, some: Slot, other: Slot, here: Beside, there: Beside) -> list[float]:
    """The values themselves, and the words on their left and right."""
    hedges = {some.hedge, other.hedge}
    heads = [known.alike(a, b) for a in some.heads for b in other.heads]
    union = some.heads | other.heads
    return [
        gap(some, other),
        float(np.log10(1 + min(abs(some.value), abs(other.value)))),
        _nearness(known, here.before, there.before),
        _nearness(known, here.after, there.after),
        max(heads, default=0.0),
        len(some.heads & other.heads) / len(union) if union else 0.0,
        float(not some.heads) + float(not other.heads),
        float(some.event == other.event != ""),
        float(some.event != other.event),
        float(len(hedges - {""})),
        float(some.hedge == other.hedge),
        float("vague" in hedges),
        float(some.partial) + float(other.partial),
        float(some.possible) + float(other.possible),
        float(some.partial != other.partial),
        float(some.possible != other.possible),
    ]


def _nearness(known: Known, some: Sequence[str], others: Sequence[str]) -> float:
    """How far two rows of words, the nearest first, say the same: related words, those near the value counted most."""
    if not some or not others:
        return 0.0
    total = weight = 0.0
    for row, rest in ((some, others), (others, some)):
        for place, term in enumerate(row[:4]):
            share = known.rarity.get(term, 1.0) / (1 + place)
            total += share * _likest(known, term, rest)
            weight += share
    return total / weight if weight else 0.0


def _likest(known: Known, term: str, words: Sequence[str]) -> float:
    """How alike a term is to the likest one of some words, from 0 to 1."""
    if term in words:
        return 1.0
    related, column = known.related(term), known.closeness.views.column
    return max(related.get(column.get(word, -1), 0.0) for word in words)


def _rivals(known: Known, end: Place, other: Place) -> list[Place]:
    """The further values of a sentence that can be compared with a value of another one."""
    against = known.slots.values[other[0]][other[1]]
    return [
        (end[0], at)
        for at, slot in enumerate(known.slots.values[end[0]])
        if at != end[1] and common_reading(slot, against)
    ]


def _fit(known: Known, first: Place, second: Place, rivals: tuple[list[Place], list[Place]], near: View) -> list[float]:
    """Whether another value of either sentence agrees or fits better, and how many of the kind there are."""
    values = known.slots.values
    agrees, margins = 0, []
    for own, other, row in ((first, second, rivals[1]), (second, first, rivals[0])):
        value = values[own[0]][own[1]]
        agrees += sum(not disagree(values[sentence][at], value) for sentence, at in row)
        cosines = near.of([other, *row]) @ near.of([own])[0]
        margins.append(float(cosines[0] - cosines[1:].max()) if row else 0.0)
    counts = sorted(map(len, rivals))
    same, differ = _elsewhere(values[first[0]], values[second[0]], first[1], second[1])
    return [float(min(agrees, 3)), same, differ, *(float(min(count, 4)) for count in counts), *sorted(margins)]


def _elsewhere(some: Sequence[Slot], others: Sequence[Slot], first: int, second: int) -> tuple[float, float]:
    """How many of the other values of the first sentence stand in the second one, and how many only have rivals there.

    Two shocks differ in time, place and strength; two reports of one shock in one of them.
    """
    rest = [slot for k, slot in enumerate(some) if k != first]
    against = [slot for k, slot in enumerate(others) if k != second]
    same = sum(any(same_value(a, b) for b in against) for a in rest)
    comparable = [[b for b in against if common_reading(a, b)] for a in rest]
    differ = sum(bool(row) and all(disagree(a, b) for b in row) for a, row in zip(rest, comparable, strict=True))
    return float(min(same, 4)), float(min(differ, 4))


def _names(known: Known, first: Place, second: Place) -> list[float]:
    """Names that the two sentences share, and that only one of them has; the same near the values."""
    found: list[float] = []
    for near in (1000, 60):
        mine, theirs = (
            {part for slot in known.slots.names[n] if abs(slot.start - value.start) < near for part in slot.heads}
            for n, value in ((number, known.slots.values[number][at]) for number, at in (first, second))
        )
        weight = sum(known.rarity.get(name, 3.0) for name in mine & theirs)
        found.extend((weight, float(min(len(mine - theirs), len(theirs - mine)))))
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """What is asked of a sentence as a whole."""

    years: frozenset[str]
    leans: bool
    names: frozenset[str]
    opening: frozenset[str]
    """The words of its names, and of the first of them."""
    another: bool
    """Whether it says that it speaks of another event of the kind."""


def _told(known: Known, sentence: int) -> _Told:
    text, names = known.texts[sentence], known.slots.names[sentence]
    return _Told(
        years=frozenset(_YEAR.findall(text)),
        leans=leans(text, known.representation.languages[sentence]),
        names=frozenset(part for slot in names for part in slot.heads),
        opening=names[0].heads if names else frozenset(),
        another=_OTHER_EVENT.search(text) is not None,
    )


def _tell(some: _Told, other: _Told) -> list[float]:
    """Whether two sentences name other years, and how many; how many lean on what was said before; whether each opens with a name
    that the other one does not have.
    """
    return [
        float(bool(some.years and other.years and not some.years & other.years)),
        float(min(len(some.years ^ other.years), 3)),
        float(some.leans + other.leans),
        float(bool(some.opening and other.opening) and not (some.opening & other.names or other.opening & some.names)),
    ]


def _said(known: Known, sentence: int, slot: Slot) -> list[float]:
    """How many other sentences of the collection have the same value of the same thing (one article can repeat itself)."""
    reading = slot.readings[0]
    count = known.said.get((reading.family, round(slot.value, 4)), 0) - 1
    return [float(min(count, 5))]


def _frame(known: Known, some: Slot, other: Slot, here: Beside, there: Beside) -> list[float]:
    """Share of the rare words around the values that both have; and whether the next words on both sides are the same."""
    mine, theirs = ({*sides.before, *sides.after, *slot.heads} for sides, slot in ((here, some), (there, other)))
    union = sum(known.rarity.get(term, 1.0) for term in mine | theirs)
    both = sum(known.rarity.get(term, 1.0) for term in mine & theirs)
    same = float(here.before[:1] == there.before[:1] != ()) + float(
        (here.after[:1] == there.after[:1] != ()) or bool(some.heads & other.heads)
    )
    return [both / union if union else 0.0, same]


def _families(some: Slot, other: Slot) -> list[float]:
    readings = common_reading(some, other)
    family = readings[0].family if readings else ""
    is_unit = family not in _FAMILIES and family not in _MONEY
    return [*(float(family == name) for name in _FAMILIES), float(family in _MONEY), float(is_unit)]
