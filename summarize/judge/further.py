"""What the vectors of a second encoder say of pairs, where there is one for the language (the extra `english`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.encode import unit
from summarize.judge.pairs import Pairs, products, standing

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray

COLUMNS = tuple(
    f"further_{name}"
    for name in (
        "raw centred passage kin rank_least rank_most best_least best_most lead crowd_least crowd_most".split()
    )
)
_MEAN_PRIOR = 10.0
"""Sentences' worth of doubt about the mean vector."""
_NEIGHBOUR = 0.5
"""Weight of the sentence before and after."""


def further(vectors: FloatArray, article: IntArray, pairs: Pairs) -> list[FloatArray]:
    """The COLUMNS from (sentences, dimensions) vectors and the article of each sentence."""
    i, j, n = pairs.first, pairs.second, len(vectors)
    raw = unit(vectors).astype(np.float32)
    centred = unit(raw - raw.mean(axis=0) * (n / (n + _MEAN_PRIOR))).astype(np.float32)
    beside = (np.diff(article) == 0).astype(np.float32)[:, None] * _NEIGHBOUR
    mixed = centred.copy()
    mixed[1:] += beside * centred[:-1]
    mixed[:-1] += beside * centred[1:]
    mixed = unit(mixed).astype(np.float32)
    values, axes = np.linalg.eigh(mixed.T @ mixed / n)
    kin = unit((mixed @ axes) * np.sqrt(np.maximum(values, 0))).astype(np.float32)
    alike = products(centred, centred, i, j)
    return [
        products(raw, raw, i, j), alike, products(mixed, mixed, i, j), products(kin, kin, i, j),
        *standing(n, pairs, alike),
    ]  # fmt: skip
