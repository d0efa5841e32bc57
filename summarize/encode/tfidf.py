"""Words only, no model: TF-IDF weights reduced by latent semantic analysis (Deerwester et al. 1990).

The fallback of the other encoders and the fastest of them. It learns from the collection it is loaded for, so a vector
depends on all its sentences, and it cannot bring two languages together. Weights are those of Manning, Raghavan & Schütze
(2008, ch. 6): (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1), rows of unit length.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.encode.vectors import columns_of, count_matrix, unit, unit_sparse
from summarize.text import content_terms, words

if TYPE_CHECKING:
    from summarize.model import Encoder, FloatArray

DIMENSIONS = 128
"""Latent dimensions at most; small collections have fewer."""
_OVERSAMPLING, _POWER_ITERATIONS = 10, 4
_WEAKEST = 1e-6
"""Share of the strongest direction below which one is rounding error: no sentence lies along it, and a word would by chance."""
_DECIMALS = 5


def load(sentences: Sequence[str], language: str) -> Encoder:
    """An encoder that knows the words of these sentences: (texts, ≤128) unit vectors, zero without a known word."""
    rows = [content_terms(words(sentence), language) for sentence in sentences]
    column = columns_of(rows)
    counts = count_matrix(rows, column)
    inverse = np.log((1 + len(rows)) / (1 + np.bincount(counts.indices, minlength=counts.shape[1]))) + 1
    axes = _axes(_weighted(counts, inverse))

    def encode(texts: Sequence[str]) -> FloatArray:
        counts = count_matrix([content_terms(words(text), language) for text in texts], column)
        return np.asarray(np.round(unit(_weighted(counts, inverse) @ axes), _DECIMALS), dtype=np.float32)

    return encode


def _weighted(counts: Any, inverse: np.ndarray) -> Any:
    weights = counts.copy()
    weights.data = (1 + np.log(counts.data)) * inverse[counts.indices]
    return unit_sparse(weights)


def _axes(weights: Any) -> np.ndarray:
    """(vocabulary, dimensions) the strongest directions of the collection; the words themselves when there are few.

    The randomized range finder of Halko, Martinsson & Tropp (2011, alg. 4.4) with a generator of its own: ARPACK gives
    other last bits at every call.
    """
    rank = min(DIMENSIONS, min(weights.shape) - 1)
    if rank < 2:
        return np.eye(weights.shape[1])
    start = np.random.default_rng(0).standard_normal((weights.shape[1], min(rank + _OVERSAMPLING, min(weights.shape))))
    basis = np.linalg.qr(weights @ start)[0]
    for _ in range(_POWER_ITERATIONS):
        basis = np.linalg.qr(weights @ np.linalg.qr(weights.T @ basis)[0])[0]
    _, strength, right = np.linalg.svd((weights.T @ basis).T, full_matrices=False)
    return np.asarray(right[:rank][strength[:rank] > _WEAKEST * strength[0]].T)
