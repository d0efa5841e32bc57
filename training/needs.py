"""Training of the finder of what a sentence lacks; needs the cross-validated probabilities of the `alone` judge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from summarize.judge.needs import COLUMNS, Candidates, candidates
from summarize.judge.trees import Forest
from training.boosting import train
from training.sentences import FOLDS, Rows, fold_of

ROUNDS = 150


def pairs(data: Rows, events: Sequence[Any], alone: np.ndarray) -> tuple[Candidates, np.ndarray]:
    """Candidate pairs of the sentences that lack something, and whether the second is the labelled supplier."""
    first = np.r_[0, np.cumsum([len(event.rep) for event in events])]
    supplier = np.concatenate([np.where(e.needs >= 0, e.needs + at, -1) for e, at in zip(events, first, strict=False)])
    own = np.arange(len(supplier))
    article = data.found.article_of
    wanted = (supplier >= 0) & (supplier != own) & (data.targets["alone"] == 0)
    wanted[wanted] = article[supplier[wanted]] == article[own[wanted]]
    found = candidates(data.found, alone, np.flatnonzero(wanted).tolist())
    return found, (supplier[found.sentence] == found.supplier).astype(int)


def fit(found: Candidates, target: np.ndarray, chosen: np.ndarray) -> Forest:
    """The model from the chosen pairs."""
    notes = {"judge": "needs", "languages": ["en"], "pairs": int(chosen.sum())}
    return train(found.rows[chosen], target[chosen], COLUMNS, rounds=ROUNDS, notes=notes)


def cross_validated(data: Rows, found: Candidates, target: np.ndarray) -> tuple[list[Forest], str]:
    """The models of each fold, and how often the likeliest supplier is the labelled one."""
    fold = fold_of(data.names)[data.event[found.sentence]]
    models = [fit(found, target, fold != number) for number in range(FOLDS)]
    said = np.zeros(len(target))
    for number, forest in enumerate(models):
        said[fold == number] = forest.probabilities(found.rows[fold == number])
    order = np.lexsort((-said, found.sentence))
    first = order[np.r_[True, found.sentence[order][1:] != found.sentence[order][:-1]]]
    right, sure = target[first], said[first]
    by = ", ".join(f"{(sure >= t).mean():.2f} at {right[sure >= t].mean():.3f}" for t in (0.5, 0.6, 0.7, 0.8))
    return (
        models,
        f"needs: right {right.mean():.3f} of {len(first)} (with a candidate); share answered at precision: {by}",
    )
