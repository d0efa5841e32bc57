"""What is known of a pair of slots: rows of numbers for the judge.

Owns the columns and their order (`COLUMNS`): how alike the two sentences are, how alike what stands around the two values is,
what is counted, how far the values are apart and how surely they are told. Nothing hangs on the words of one language but the
slots themselves, so one model serves all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from summarize.conflict.known import Beside, Known
from summarize.conflict.pair_rows import PAIR_COLUMNS, pair_rows
from summarize.conflict.pairing import SlotPair, crowds
from summarize.conflict.slot import Slot, common_reading, disagree, gap, same_value
from summarize.judge import leans

if TYPE_CHECKING:
    from summarize.model import FloatArray

_OTHER_EVENT = re.compile(
    r"\b(?:latest|second|third|fourth|again|another|aftershocks?|nachbeben|répliques?|previous|earlier|further|last year|weitere[nrs]?|früher\w*|erneut|zweite[nr]?"
    r"|autre|nouvel(?:le)?|précédent\w*|deuxième|second\w*)\b",
    re.IGNORECASE,
)
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
    first, second = known.candidates.first, known.candidates.second
    starts, views = known.around(np.unique([first[chosen], second[chosen]]).tolist())
    vectors = views[0]
    sizes = crowds(known, pairs)
    ends = {end for p in pairs for end in ((int(first[p.candidate]), p.first), (int(second[p.candidate]), p.second))}
    beside = {(number, at): known.beside(number, known.slots.values[number][at]) for number, at in ends}
    rows = np.zeros((len(pairs), len(COLUMNS)), dtype=np.float32)
    for k, pair in enumerate(pairs):
        i, j = int(first[pair.candidate]), int(second[pair.candidate])
        mine, theirs = known.slots.values[i], known.slots.values[j]
        some, other = mine[pair.first], theirs[pair.second]
        cosines = vectors[starts[i] + pair.first] @ vectors[starts[j] : starts[j] + len(theirs)].T
        back = vectors[starts[j] + pair.second] @ vectors[starts[i] : starts[i] + len(mine)].T
        sides = beside[i, pair.first], beside[j, pair.second]
        own = _own(known, some, other, *sides)
        rivals = _rivals(mine, theirs, pair, cosines, back)
        names = _names(known, i, j, some, other)
        rows[k] = [*shared[place[k]], *own[:2], float(cosines[pair.second]), *(float(view[starts[i] + pair.first] @ view[starts[j] + pair.second]) for view in views[1:]), *own[2:], *rivals, *names,
                   *_said(known, i, some), *_said(known, j, other)[:1], *_frame(known, some, other, *sides), *sizes[k], _another(known, i, j), *_families(some, other)]  # fmt: skip
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
            total += share * max(known.alike(term, word) for word in rest)
            weight += share
    return total / weight if weight else 0.0


def _rivals(
    some: Sequence[Slot], others: Sequence[Slot], pair: SlotPair, there: FloatArray, back: FloatArray
) -> list[float]:
    """Whether another value of either sentence agrees or fits better, and how many of the kind there are."""
    first, second = some[pair.first], others[pair.second]
    mine = [k for k, slot in enumerate(some) if common_reading(slot, second) and k != pair.first]
    theirs = [k for k, slot in enumerate(others) if common_reading(slot, first) and k != pair.second]
    agrees = sum(not disagree(slot, second) for slot in (some[k] for k in mine))
    agrees += sum(not disagree(slot, first) for slot in (others[k] for k in theirs))
    margins = [float(there[pair.second] - max((there[k] for k in theirs), default=there[pair.second]))]
    margins.append(float(back[pair.first] - max((back[k] for k in mine), default=back[pair.first])))
    counts = sorted((len(mine), len(theirs)))
    same, differ = _elsewhere(some, others, pair)
    return [float(min(agrees, 3)), same, differ, *(float(min(count, 4)) for count in counts), *sorted(margins)]


def _elsewhere(some: Sequence[Slot], others: Sequence[Slot], pair: SlotPair) -> tuple[float, float]:
    """How many of the other values of the first sentence stand in the second one, and how many only have rivals there.

    Two shocks differ in time, place and strength; two reports of one shock in one of them.
    """
    rest = [slot for k, slot in enumerate(some) if k != pair.first]
    against = [slot for k, slot in enumerate(others) if k != pair.second]
    same = sum(any(same_value(a, b) for b in against) for a in rest)
    comparable = [[b for b in against if common_reading(a, b)] for a in rest]
    differ = sum(bool(row) and all(disagree(a, b) for b in row) for a, row in zip(rest, comparable, strict=True))
    return float(min(same, 4)), float(min(differ, 4))


def _names(known: Known, i: int, j: int, some: Slot, other: Slot) -> list[float]:
    """Names that the two sentences share, and that only one of them has; the same near the values; other years."""
    found: list[float] = []
    for near in (1000, 60):
        mine, theirs = (
            {part for slot in known.slots.names[n] if abs(slot.start - value.start) < near for part in slot.heads}
            for n, value in ((i, some), (j, other))
        )
        weight = sum(known.rarity.get(name, 3.0) for name in mine & theirs)
        found.extend((weight, float(min(len(mine - theirs), len(theirs - mine)))))
    texts = (known.texts[n] for n in (i, j))
    years = [set(re.findall(r"\b(?:1[89]|20)\d\d\b", text)) for text in texts]
    unshared = float(min(len(years[0] ^ years[1]), 3))
    leaning = sum(leans(known.texts[n], known.representation.languages[n]) for n in (i, j))
    return [
        *found,
        float(bool(years[0] and years[1] and not years[0] & years[1])),
        unshared,
        float(leaning),
        _subjects_differ(known, i, j),
    ]


def _subjects_differ(known: Known, i: int, j: int) -> float:
    """Whether each sentence opens with a name that the other one does not have."""
    names = [known.slots.names[n] for n in (i, j)]
    if not names[0] or not names[1]:
        return 0.0
    every = [{part for slot in row for part in slot.heads} for row in names]
    return float(not names[0][0].heads & every[1] and not names[1][0].heads & every[0])


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


def _another(known: Known, i: int, j: int) -> float:
    """Whether one sentence, and not the other, says that it speaks of another event of the kind."""
    return float(bool(_OTHER_EVENT.search(known.texts[i]))
                 != bool(_OTHER_EVENT.search(known.texts[j])))  # fmt: skip


def _families(some: Slot, other: Slot) -> list[float]:
    readings = common_reading(some, other)
    family = readings[0].family if readings else ""
    is_unit = family not in _FAMILIES and family not in _MONEY
    return [*(float(family == name) for name in _FAMILIES), float(family in _MONEY), float(is_unit)]
