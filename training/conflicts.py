"""Training of the judge of contradicting values (`summarize.conflict.judge`) from labelled events.

Targets come from the labelled pairs of sentences and the two values that each label names: a pair of slots is positive when both
are named, unknown when its sentences are labelled for another reason, negative otherwise. Pairs that state the same facts with
the same values as a labelled pair are positive with half a weight: labels name one pair of each dispute. What was read by hand
after a first training and is real is in `conflicts_read.tsv` (event, sentences, values): labels are not complete.

The same rows give the same bytes: single-threaded, fixed seeds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score

from summarize.conflict.dispute import know
from summarize.conflict.features import COLUMNS, value_rows
from summarize.conflict.judge import MODEL
from summarize.conflict.known import Known
from summarize.conflict.pairing import SlotPair, value_pairs
from summarize.conflict.reading import values_of
from summarize.conflict.slot import Slot
from summarize.judge import Opinions
from summarize.judge.trees import Forest, dump, parse
from summarize.text import content_terms, words
from training.boosting import train
from training.events import Event

UP = frozenset(
    (
        "same_fact same_topic wording synonymy part meaning context before after phrase window_shared heads_equal heads_alike "
        "exact_frame lead_alike rest_alike event_same names_shared near_names_shared around"
    ).split()
)
DOWN = frozenset(
    (
        "rank_least rank_most fact_rank names_differ near_names_differ years_differ years_unshared leans "
        "subjects_differ another crowd_least crowd_most agrees others_differ gap heads_none event_differs "
        "said_by_first said_by_second"
    ).split()
)
"""Columns that may only speak for, or only against, a contradiction: with seventy positives a tree must not learn the reverse."""
OPTIONS = {
    "num_leaves": 2,
    "min_data_in_leaf": 10,
    "learning_rate": 0.05,
    "feature_fraction": 0.5,
    "lambda_l2": 5.0,
    "max_bin": 255,
    "monotone_constraints": [1 if name in UP else -1 if name in DOWN else 0 for name in COLUMNS],
}
ROUNDS, SEEDS = 500, (1, 2, 3, 4, 5)
THRESHOLDS = {"number": 0.30, "date": 0.50}
"""Probabilities from which on a pair is reported, chosen for precision (benchmarks/conflict.md)."""
READ = Path(__file__).parent / "conflicts_read.tsv"
RELATED_WEIGHT = 0.5
_HOLLOW = frozenset("the a of in on at for to by".split())


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled contradiction."""

    first: int
    second: int
    """Numbers of the sentences."""
    first_value: str
    second_value: str
    """What each of them says, in the labeller's words."""


def targets(
    known: Known, pairs: Sequence[SlotPair], labels: Sequence[Label], facts: Sequence[frozenset[str]]
) -> tuple[np.ndarray, np.ndarray]:
    """((pairs,) 1, 0, or -1 for unknown; (pairs,) weights). `labels` hold no denials; `facts` the facts of each sentence."""
    target, weight = np.zeros(len(pairs), dtype=np.int64), np.ones(len(pairs))
    for k, pair in enumerate(pairs):
        i, j = int(known.candidates.first[pair.candidate]), int(known.candidates.second[pair.candidate])
        some, other = known.slots.values[i][pair.first], known.slots.values[j][pair.second]
        texts = [known.representation.sentences[n].text for n in (i, j)]
        for label in (*labels, *(Label(row.second, row.first, row.second_value, row.first_value) for row in labels)):
            exact = (label.first, label.second) == (i, j)
            if not exact and not (_one_fact(label.first, i, facts) and _one_fact(label.second, j, facts)):
                continue
            named = says(texts[0], some, label.first_value) and says(texts[1], other, label.second_value)
            if named and (exact or target[k] != 1):
                target[k], weight[k] = 1, 1.0 if exact else RELATED_WEIGHT
            elif exact and target[k] == 0:
                target[k] = -1
    return target, weight


def _one_fact(some: int, other: int, facts: Sequence[frozenset[str]]) -> bool:
    return some == other or bool(facts[some] & facts[other])


def says(text: str, slot: Slot, value: str) -> bool:
    """Whether a label's words for a value are of a slot."""
    shown = text[slot.start : slot.end].lower()
    numbers = [{term for term in content_terms(words(part), "en") if term.startswith("#")} for part in (shown, value)]
    if numbers[0] & numbers[1] or any(abs(other.value - slot.value) < 1e-6 for other in values_of(value, "en", None)):
        return True
    loose = slot.kind == "date" or slot.hedge == "vague"
    return loose and bool(set(words(shown)) & set(words(value)) - _HOLLOW)


@dataclass(frozen=True, slots=True)
class EventRows:
    """The pairs of values of one event."""

    name: str
    rows: np.ndarray
    target: np.ndarray
    """(pairs,) 1, 0, or -1 for unknown."""
    weight: np.ndarray


def rows(event: Event, opinions: Opinions) -> EventRows:
    """The pairs of an event as judges see it that had not seen the event."""
    known = know(event.rep, opinions)
    pairs = value_pairs(known)
    labels = [Label(i, j, first, second) for i, j, kind, first, second in event.conflicts if kind != "denial"]
    labels += [Label(i, j, first, second) for name, i, j, first, second in _read() if name == event.name]
    target, weight = targets(known, pairs, labels, [frozenset(row) for row in event.facts])
    return EventRows(event.name, value_rows(known, pairs), target, weight)


def _read() -> list[tuple[str, int, int, str, str]]:
    lines = READ.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(name, int(i), int(j), first, second) for name, i, j, first, second in cells]


def files(events: Sequence[EventRows]) -> dict[str, bytes]:
    """The model from some events, as its file."""
    joined = (np.concatenate(part) for part in zip(*((e.rows, e.target, e.weight) for e in events), strict=True))
    return {MODEL: dump(fit(*joined))}


def figures(events: Sequence[EventRows], model: Mapping[str, Path]) -> str:
    """How well the model of each event's fold, which never saw it, ranks its pairs."""
    said = np.concatenate([parse(model[event.name].read_bytes()).probabilities(event.rows) for event in events])
    target = np.concatenate([event.target for event in events])
    known = target >= 0
    precision = average_precision_score(target[known] == 1, said[known])
    return f"conflict: average precision {precision:.3f} of {known.sum()} pairs of values, {(target == 1).sum()} contradict"


def fit(rows: np.ndarray, target: np.ndarray, weight: np.ndarray) -> Forest:
    """The judge from the rows of some events."""
    known = target >= 0
    notes = {
        "judge": "conflict",
        "thresholds": THRESHOLDS,
        "positives": int((target == 1).sum()),
        "rows": int(known.sum()),
    }
    return train(
        rows[known], target[known], COLUMNS, rounds=ROUNDS, seeds=SEEDS, weight=weight[known], notes=notes, **OPTIONS
    )
