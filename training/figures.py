"""How good the judges of single sentences are on events that they never saw."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

from training.pairs import EventRows
from training.sentences import Rows


def table(data: Rows, said: dict[str, np.ndarray]) -> str:
    """The cross-validated figures: over all sentences, and their mean and spread over events."""
    lines = ["judge    AUC    AP     AUC in event (mean, sd)  recall at precision .80 .85 .90"]
    for name, target in data.targets.items():
        known = target >= 0
        truth, probability = target[known], said[name][known]
        inside = within(data.event, target, said[name])
        precision, recall, _ = precision_recall_curve(truth, probability)
        at = " ".join(f"{recall[precision >= floor].max(initial=0.0):.3f}" for floor in (0.80, 0.85, 0.90))
        lines.append(
            f"{name:8s} {roc_auc_score(truth, probability):.4f} {average_precision_score(truth, probability):.4f} "
            f"{np.mean(inside):.4f} {np.std(inside):.4f}          {at}"
        )
    truth, probability = data.targets["junk"], said["junk"]
    for lost in (0.002, 0.003, 0.004, 0.005):
        threshold = threshold_for(truth, probability, data.certain, lost)
        aside = (probability > threshold) | data.certain
        gold = max(int(data.other_junk.sum()), 1)
        kept = ((truth == 1) & ~aside).sum() / gold
        lines.append(
            f"junk: threshold {threshold:.3f} sets aside {aside[truth == 0].mean():.4f} of the others, keeps {kept:.3f}"
        )
    return "\n".join(lines)


def threshold_for(truth: np.ndarray, probability: np.ndarray, sure: np.ndarray, lost: float) -> float:
    """The probability above which, with the sure ones, this share of what is no junk is set aside."""
    others = np.sort(np.where(sure, 1.0, probability)[truth == 0])[::-1]
    return float(others[int(len(others) * lost)])


def within(event: np.ndarray, target: np.ndarray, probability: np.ndarray) -> list[float]:
    """AUC inside each event that has both kinds."""
    found = []
    for number in np.unique(event):
        rows = (event == number) & (target >= 0)
        if 0 < target[rows].sum() < rows.sum():
            found.append(float(roc_auc_score(target[rows], probability[rows])))
    return found


def pairs(rows: Sequence[EventRows], facts: Sequence[np.ndarray], topics: Sequence[np.ndarray]) -> str:
    """Average precision inside each event, mean and spread: one fact between articles and within one, one topic."""
    found: dict[str, list[float]] = {"same fact, between articles": [], "same fact, within one": [], "same topic": []}
    for row, fact, topic in zip(rows, facts, topics, strict=True):
        known = row.weights[:, 1] > 0
        for name, chosen, target, said in (
            ("same fact, between articles", known & ~row.within, row.targets[:, 1], fact),
            ("same fact, within one", known & row.within, row.targets[:, 1], fact),
            ("same topic", row.weights[:, 2] > 0, row.targets[:, 2], topic),
        ):
            if target[chosen].any():
                found[name].append(float(average_precision_score(target[chosen], said[chosen])))
    return "\n".join(f"{name}: {np.mean(values):.3f} ± {np.std(values):.3f}" for name, values in found.items())
