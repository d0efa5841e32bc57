"""Our ranker: what most independent voices say first, said once.

Owns the objective; its maximisation under a budget is in `summarize.select.pick`. For a set S of sentences::

    F(S) = C(S) + (LEAN / A) · N(S)

    C(S)   = Σ w_c over the concepts c (bigrams of stems) that S mentions, over Σ w_c of all concepts
    w_c    = (Σ over articles a that mention c of (1 + p_a(c))^-DECAY)^AGREEMENT
    p_a(c) = place of the first sentence of a that mentions c, 0 for its lead
    N(S)   = Σ_t idf_t · (κ_t² − max(κ_t − n_t(S), 0)²), over its greatest value Σ_t idf_t · κ_t²
    n_t(S) = how often S uses the stem t
    κ_t    = how often an ideal summary of LENGTH words would: LENGTH times the share of t in all words, each of them
             weighted (1 + place)^-DECAY
    A      = number of articles

Both terms are monotone submodular, so F is. C is weighted coverage with w_c ≥ 0 (Lin & Bilmes 2011, sec. 3): the concepts of
Gillick & Favre (2009), document frequency replaced by votes that count the more the earlier an article says it. N is a
feature-based function (Wei, Liu & Bilmes 2014): each summand is concave and never falls in n_t. It is the squared distance to
the centroid with overshooting forgiven, in place of the cosine of the summary-level centroids of Ghalandari (2017) and
Lamsiyah et al. (2021), which is neither monotone nor submodular and no better (benchmarks/select.md). It is there because
votes are coarse when few articles speak, and it fades as 1/A.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.encode import columns_of, count_matrix
from summarize.model import Representation
from summarize.text import stem

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

DECAY = 0.5
AGREEMENT = 1.5
LEAN = 1.0
LENGTH = 250
"""Measured together, see benchmarks/select.md; each lies on a plateau."""
_REASONS_MOST = 8


class Coverage:
    """The state of one selection: which concepts are still untold, and how often each stem has been used."""

    price = 1.0

    def __init__(self, stems: Sequence[Sequence[str]], articles: np.ndarray, places: np.ndarray) -> None:
        early = (1.0 + places) ** -DECAY
        bigrams = [list(pairwise(row)) for row in stems]
        column = columns_of(bigrams)
        self._concepts = list(column)
        self._mentions = count_matrix(bigrams, column)
        self._mentions.data[:] = 1.0
        weights = _votes(self._mentions, articles, early) ** AGREEMENT
        self._untold = weights / max(weights.sum(), 1e-12)
        self._counts = count_matrix(stems, columns_of(stems))
        frequency = np.bincount(self._counts.indices, minlength=self._counts.shape[1])
        ideal = self._counts.T @ early
        self._missing = LENGTH * ideal / max(float(ideal.sum()), 1e-12)
        rarity = np.log(len(stems) / np.maximum(frequency, 1))
        lean = LEAN / max(len(np.unique(articles)), 1)
        self._value = lean * rarity / max(float(rarity @ self._missing**2), 1e-12)

    def gains(self) -> Floats:
        """(sentences,) how much each would add now."""
        told = self._mentions @ self._untold
        cells = self._approach(self._counts.indices, self._counts.data)
        row = np.repeat(np.arange(len(told)), np.diff(self._counts.indptr))
        return np.asarray(told + np.bincount(row, weights=cells, minlength=len(told)))

    def gain(self, index: int) -> float:
        """How much one sentence would add now."""
        stems, counts = _row(self._counts, index)
        concepts, _ = _row(self._mentions, index)
        return float(self._untold[concepts].sum() + self._approach(stems, counts).sum())

    def take(self, index: int) -> tuple[str, ...]:
        """Pick a sentence; returns the concepts that nothing had told before, weightiest first."""
        concepts, _ = _row(self._mentions, index)
        fresh = sorted((c for c in concepts.tolist() if self._untold[c] > 0), key=lambda c: (-self._untold[c], c))
        reasons = tuple(" ".join(self._concepts[c]) for c in fresh[:_REASONS_MOST])
        self._untold[concepts] = 0.0
        stems, counts = _row(self._counts, index)
        self._missing[stems] = np.maximum(self._missing[stems] - counts, 0.0)
        return reasons

    def _approach(self, stems: IntArray, counts: Floats) -> Floats:
        """What using each of these stems so often adds to N."""
        missing = self._missing[stems]
        return np.asarray(self._value[stems] * (missing**2 - np.maximum(missing - counts, 0.0) ** 2))


def rank(representation: Representation, within: Sequence[int]) -> Coverage:
    """The objective over some sentences of a collection."""
    stems = [
        [stem(token, representation.languages[number]) for token in representation.tokens[number]] for number in within
    ]
    places = np.array([representation.sentences[number].index for number in within], dtype=np.float64)
    return Coverage(stems, representation.article_of[list(within)], places)


def _row(matrix: Any, index: int) -> tuple[IntArray, Floats]:
    """(columns, values) of one row."""
    cells = slice(matrix.indptr[index], matrix.indptr[index + 1])
    return matrix.indices[cells], matrix.data[cells]


def _votes(mentions: Any, articles: np.ndarray, early: np.ndarray) -> np.ndarray:
    """For each concept the sum over articles of the weight of their earliest mention."""
    row = np.repeat(np.arange(mentions.shape[0]), np.diff(mentions.indptr))
    size = mentions.shape[1]
    if not len(row):
        return np.zeros(size)
    order = np.lexsort((-early[row], articles[row], mentions.indices))
    concept, speaker, weight = mentions.indices[order], articles[row][order], early[row][order]
    first = np.r_[True, (concept[1:] != concept[:-1]) | (speaker[1:] != speaker[:-1])]
    return np.bincount(concept[first], weights=weight[first], minlength=size)
