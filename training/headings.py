"""Training of the choice of headings: the chance of a word to stand in the heading, then the score of a candidate.

`rows(events, encoder, more)` looks at every simulated section once (`more` gives further digests of an event, as made by the
program: [(topic or None, Section)]); `fit(rows, without)` gives the two forests of a model that never saw the events `without`.
Chances that candidates are trained on come from forests of the other folds: otherwise the second stage would trust them too
much.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from summarize.heading.candidates import SAID, Candidate, candidates, pairs
from summarize.heading.evidence import Evidence, Section, gather
from summarize.heading.features import FEATURES
from summarize.heading.features import rows as candidate_rows
from summarize.heading.model import Model
from summarize.heading.tables import word_tables
from summarize.heading.wordrows import COLUMNS, spelt, word_rows
from summarize.judge.trees import Forest
from summarize.model import Encoder
from training.boosting import train
from training.heading_sections import simulated

FOLDS = 5
_TASTE = COLUMNS.index("taste")
_RIDGE = 100.0
_WORD_OPTIONS: dict[str, Any] = {
    "num_leaves": 12, "min_data_in_leaf": 60, "feature_fraction": 0.5, "bagging_fraction": 0.7, "lambda_l2": 5.0
}  # fmt: skip
_PHRASE_OPTIONS: dict[str, Any] = {
    "objective": "l2", "learning_rate": 0.04, "min_data_in_leaf": 60, "feature_fraction": 0.3, "bagging_fraction": 0.7,
    "lambda_l2": 5.0,
}  # fmt: skip
WORD_ROUNDS, PHRASE_ROUNDS = 150, 220
_SMALL = frozenset(
    "the and for from with about over into after before that this its their his her has have had was were are not new".split()
)


@dataclass(slots=True)
class Digest:
    """The sections of one digest of one event, with what is learned from them."""

    variant: str
    sections: list[Section]
    golds: list[frozenset[str]]
    """Stems of the editor's headings; empty for a section of no topic."""
    words: list[tuple[list[str], np.ndarray]]
    """Stems and rows of each section, without taste."""
    texts: list[list[str]]
    """How each stem is written."""


@dataclass(slots=True)
class Labelled:
    """One event."""

    name: str
    fold: int
    event: Any
    evidence: Evidence
    digests: list[Digest]
    vectors: dict[str, np.ndarray]
    """Of each word."""


def stems(text: str) -> frozenset[str]:
    """Content words cut to five letters: two headings that share one speak of the same thing."""
    found = re.findall(r"[^\W\d_]{3,}|\d+", text.lower())
    return frozenset(word[:5] for word in found if word not in _SMALL)


def overlap(text: str, gold: frozenset[str]) -> float:
    """F1 of the stems of a candidate and of a heading."""
    own = stems(text)
    return 2 * len(own & gold) / (len(own) + len(gold)) if gold else 0.0


def rows(
    events: Sequence[Any],
    encoder: Encoder,
    folds: Mapping[str, int],
    more: Callable[[Any], list[tuple[str | None, Section]]],
) -> list[Labelled]:
    """Every section of every event, described."""
    return [_labelled(event, encoder, folds[event.name], more(event)) for event in events]


def _labelled(event: Any, encoder: Encoder, fold: int, more: list[tuple[str | None, Section]]) -> Labelled:
    representation = replace(event.rep, encoder=encoder)
    evidence = gather(representation, event.documents, "en", frozenset(range(len(representation))))
    found: list[tuple[str, list[tuple[str | None, Section]]]] = [
        (d.variant, list(zip(d.topics, d.sections, strict=True))) for d in simulated(event)
    ]
    digests = []
    for variant, made in [*found, ("program", more)]:
        sections = [section for _, section in made]
        if not sections:
            continue
        untasted = np.zeros(representation.vectors.shape[1] + 1)
        words = word_rows(representation, evidence, sections, untasted, word_tables(representation, evidence, sections))
        golds = [stems(event.headings[topic] if topic else "") for topic, _ in made]
        texts = [
            [written[word] for word in row]
            for (row, _), written in zip(words, (spelt(evidence, section) for section in sections), strict=True)
        ]
        digests.append(Digest(variant, sections, golds, words, texts))
    distinct = sorted({text for d in digests for row in d.texts for text in row})
    return Labelled(event.name, fold, event, evidence, digests, dict(zip(distinct, encoder(distinct), strict=True)))


def taste(found: Sequence[Labelled]) -> np.ndarray:
    """(dimensions + 1,) ridge regression from a word's vector to whether editors put it into a heading."""
    vectors, target = [], []
    for labelled in found:
        liked = {
            text
            for d in labelled.digests if d.variant == "picks"
            for row, gold in zip(d.texts, d.golds, strict=True) for text in row if stems(text) & gold
        }  # fmt: skip
        vectors += list(labelled.vectors.values())
        target += [float(text in liked) for text in labelled.vectors]
    x, y = np.array(vectors, dtype=np.float64), np.array(target)
    centre, mean = x.mean(axis=0), y.mean()
    x -= centre
    weight = np.linalg.solve(x.T @ x + _RIDGE * np.eye(x.shape[1]), x.T @ (y - mean))
    return np.round(np.append(weight, mean - centre @ weight), 5)


def word_forest(found: Sequence[Labelled], tastes: Mapping[int, np.ndarray], own: np.ndarray) -> Forest:
    """The first stage; `tastes` by fold are from the other folds, `own` is what the model will use."""
    tables, targets = [], []
    for labelled in found:
        for d in labelled.digests:
            for (_, table), texts, gold in zip(d.words, d.texts, d.golds, strict=True):
                tables.append(_with_taste(labelled, table, texts, tastes[labelled.fold]))
                targets += [float(bool(stems(text) & gold)) for text in texts]
    forest = train(np.concatenate(tables), np.array(targets), COLUMNS, rounds=WORD_ROUNDS, **_WORD_OPTIONS)
    return replace(forest, extra={"taste": own})


def _with_taste(labelled: Labelled, table: np.ndarray, texts: Sequence[str], weight: np.ndarray) -> np.ndarray:
    table = table.copy()
    for at, text in enumerate(texts):
        table[at, _TASTE] = round(float(labelled.vectors[text].astype(np.float64) @ weight[:-1] + weight[-1]), 4)
    return table


@dataclass(slots=True)
class Candidates:
    """What the second stage learns from: an entry for each section."""

    fold: list[int]
    rows: list[np.ndarray]
    weight: list[np.ndarray]
    """Sections with many candidates count for more, but not in proportion."""
    target: list[np.ndarray]


def stage_one(found: Sequence[Labelled]) -> tuple[dict[int, np.ndarray], dict[int, Forest]]:
    """For each fold the taste and the word forest of the other folds."""
    tastes = {fold: taste([x for x in found if x.fold != fold]) for fold in range(FOLDS)}
    forests = {fold: word_forest([x for x in found if x.fold != fold], tastes, tastes[fold]) for fold in range(FOLDS)}
    return tastes, forests


def stage_two_rows(
    found: Sequence[Labelled], encoder: Encoder, tastes: Mapping[int, np.ndarray], forests: Mapping[int, Forest]
) -> Candidates:
    """Rows of all free candidates, with the chances of words that forests of the other folds give."""
    out = Candidates([], [], [], [])
    for labelled in found:
        representation = replace(labelled.event.rep, encoder=encoder)
        for d in labelled.digests:
            chances = _chances(labelled, d, tastes[labelled.fold], forests[labelled.fold])
            made = [candidates(labelled.evidence, section) for section in d.sections]
            made = [[*row, *pairs(row, chance)] for row, chance in zip(made, chances, strict=True)]
            words = word_tables(representation, labelled.evidence, d.sections)
            tables = candidate_rows(representation, labelled.evidence, d.sections, made, chances, words)
            for row, table, gold in zip(made, tables, d.golds, strict=True):
                free = [at for at, candidate in enumerate(row) if candidate.tier == SAID]
                out.fold.append(labelled.fold)
                out.rows.append(table[free])
                out.weight.append(np.full(len(free), max(1, len(free)) ** -0.5))
                out.target.append(np.array([_worth(row[at], gold) for at in free]))
    return out


def _chances(labelled: Labelled, digest: Digest, weight: np.ndarray, forest: Forest) -> list[dict[str, float]]:
    found = []
    for (row, table), texts in zip(digest.words, digest.texts, strict=True):
        values = forest.probabilities(_with_taste(labelled, table, texts, weight))
        found.append(dict(zip(row, values.tolist(), strict=True)))
    return found


def _worth(candidate: Candidate, gold: frozenset[str]) -> float:
    value = overlap(candidate.text, gold)
    return 0.7 * (value > 0) + 0.3 * value


def fit(
    found: Sequence[Labelled],
    made: Candidates,
    tastes: Mapping[int, np.ndarray],
    forests: Mapping[int, Forest],
    without: int | None,
) -> Model:
    """The model that never saw the events of a fold; None for the one that saw all."""
    table = np.concatenate([x for fold, x in zip(made.fold, made.rows, strict=True) if fold != without])
    target = np.concatenate([x for fold, x in zip(made.fold, made.target, strict=True) if fold != without])
    weight = np.concatenate([x for fold, x in zip(made.fold, made.weight, strict=True) if fold != without])
    phrases = train(table, target, FEATURES, rounds=PHRASE_ROUNDS, weight=weight, **_PHRASE_OPTIONS)
    words = word_forest(found, tastes, taste(found)) if without is None else forests[without]
    return Model(words, phrases)
