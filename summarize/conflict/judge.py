"""Which pairs of numbers and dates contradict each other: the learned judge.

Owns the model's file name, the threshold it was given for precision (in the file's notes), and the step from a pair of slots to
a clash. A sentence pair clashes about one thing of a kind: its likeliest pair of slots, and others that share neither slot.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summarize.conflict.clash import Clash, Kind, Side
from summarize.conflict.features import value_rows
from summarize.conflict.known import Known
from summarize.conflict.pairing import SlotPair, ends_of, value_pairs
from summarize.conflict.slot import Slot, common_reading
from summarize.judge import Forest

MODEL = "conflict.npz"
"""Trained by `training.conflicts`, beside the models of the other judges."""
JOINS = 0.08
"""Probability from which on a further value joins a dispute that is sure."""
RULE = {"number": 0.30, "date": 2.0}
"""Likeness of two sentences from which on the rule calls two counts of victims a clash; it says nothing of dates."""
RUNNING_LEAST = 3
"""Victims, bodies, arrests from which on a count is one that grows."""


def value_clashes(known: Known, forest: Forest | None) -> tuple[Clash, ...]:
    """The clashes of numbers and dates, the surest first; without a model by rule: only victims of one event in like sentences."""
    pairs = value_pairs(known)
    if not pairs:
        return ()
    if forest is None:
        return tuple(chosen(known, pairs, _by_rule(known, pairs), RULE))
    probability = forest.probabilities(value_rows(known, pairs))
    return tuple(chosen(known, pairs, probability.tolist(), forest.notes["thresholds"]))


def _by_rule(known: Known, pairs: Sequence[SlotPair]) -> list[float]:
    """Of each pair how alike the two sentences are where both count the same kind of victims, otherwise 0."""
    candidate = np.array([pair.candidate for pair in pairs], dtype=np.int64)
    alike = known.closeness.cells(known.candidates.first[candidate], known.candidates.second[candidate])
    found = []
    for ends, likeness in zip(ends_of(known, pairs), alike.tolist(), strict=True):
        some, other = (known.slots.values[sentence][at] for sentence, at in ends)
        is_toll = some.event == other.event != "" and "vague" not in (some.hedge, other.hedge)
        found.append(likeness if is_toll and not some.possible | other.possible else 0.0)
    return found


def chosen(
    known: Known, pairs: Sequence[SlotPair], probability: Sequence[float], thresholds: dict[str, float]
) -> list[Clash]:
    """The pairs above the threshold of their kind, and those above JOINS that share a value with one of them.

    A slot is set against one slot of another sentence, the likeliest.
    """
    order = sorted(
        range(len(pairs)), key=lambda k: (-probability[k], pairs[k].candidate, pairs[k].first, pairs[k].second)
    )
    taken: set[tuple[int, int, int]] = set()
    disputed: set[tuple[int, int]] = set()
    found = []
    places = ends_of(known, pairs)
    for k in order:
        pair = pairs[k]
        (i, first), (j, second) = places[k]
        some, other = known.slots.values[i][first], known.slots.values[j][second]
        ends = {(pair.candidate, 0, pair.first), (pair.candidate, 1, pair.second)}
        is_sure = probability[k] >= thresholds[some.kind]
        joins = probability[k] >= JOINS and not disputed.isdisjoint({(i, pair.first), (j, pair.second)})
        if ends & taken or not (is_sure or joins):
            continue
        taken |= ends
        if is_sure:
            disputed |= {(i, pair.first), (j, pair.second)}
        running = _is_running(some, other)
        kind: Kind = "date" if some.kind == "date" else "number"
        found.append(Clash(kind, side(i, some, other), side(j, other, some), round(float(probability[k]), 4), running))
    return found


def side(sentence: int, slot: Slot, other: Slot) -> Side:
    """A slot as one side, named by its value in the family it shares with the other one."""
    readings = common_reading(slot, other)
    low = readings[0].low if readings and slot.kind == "date" else slot.value
    return Side(sentence, slot.start, slot.end, f"{low:.6g}{' at least' if slot.hedge == 'least' else ''}")


def _is_running(some: Slot, other: Slot) -> bool:
    """Whether a count may have grown, or a step that was to come may have been taken."""
    if some.kind == "date":
        return some.possible != other.possible
    counts = some.readings[0].family == "count" and some.event == other.event != ""
    return counts and max(some.value, other.value) >= RUNNING_LEAST
