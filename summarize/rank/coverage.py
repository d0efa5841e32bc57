"""Our ranker: what most independent voices say first, said once.

Owns the objective; its maximisation under a budget is in `summarize.select`. For a set S of sentences::

    F(S) = C(S) + (LEAN / A) · cos(v(S), m)

    C(S)   = Σ w_c over the concepts c (bigrams of stems) that S mentions, over Σ w_c of all concepts
    w_c    = (Σ over articles a that mention c of (1 + p_a(c))^-DECAY)^AGREEMENT
    p_a(c) = place of the first sentence of a that mentions c, 0 for its lead
    v(S)   = Σ over S of stem counts · √idf;  m = the same over all sentences, each weighted (1 + place)^-DECAY
    A      = number of articles

C is monotone submodular: weighted coverage with w_c ≥ 0 (Lin & Bilmes 2011, sec. 3), the concepts of Gillick & Favre (2009)
with document frequency replaced by votes that count the more the earlier an article says it. The second term, the
summary-level centroid of Ghalandari (2017), is neither; it is there because votes are coarse when few articles speak,
and it fades as 1/A.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from scipy import sparse

from summarize.model import Representation
from summarize.terms import stem
from summarize.vectors import columns_of, count_matrix

DECAY = 0.5
AGREEMENT = 1.5
LEAN = 2.0
"""Measured together, see benchmarks/select.md; each lies on a plateau."""
_REASONS_MOST = 8


class Coverage:
    """The state of one selection: which concepts are still untold, and how near the picks are to the centre."""

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
        counts = count_matrix(stems, columns_of(stems))
        frequency = np.bincount(counts.indices, minlength=counts.shape[1])
        idf = np.log(len(stems) / np.maximum(frequency, 1))
        self._counts = (counts @ sparse.diags_array(np.sqrt(idf))).tocsr()
        centre = self._counts.T @ early
        self._centre = centre / max(float(np.linalg.norm(centre)), 1e-12)
        self._square = np.asarray(self._counts.multiply(self._counts).sum(axis=1)).ravel()
        self._lean = LEAN / max(len(np.unique(articles)), 1)
        self._total = np.zeros(counts.shape[1])

    def gains(self) -> np.ndarray:
        """(sentences,) how much each would add now."""
        covered = self._mentions @ self._untold
        return np.asarray(np.where(covered > 0, np.maximum(covered + self._lean * self._approach(), 0), 0))

    def take(self, index: int) -> tuple[str, ...]:
        """Pick a sentence; returns the concepts that nothing had told before, weightiest first."""
        row = self._mentions.indices[self._mentions.indptr[index] : self._mentions.indptr[index + 1]]
        fresh = sorted((c for c in row.tolist() if self._untold[c] > 0), key=lambda c: (-self._untold[c], c))
        self._untold[row] = 0.0
        self._total += self._counts[[index]].toarray()[0]
        return tuple(" ".join(self._concepts[c]) for c in fresh[:_REASONS_MOST])

    def _approach(self) -> np.ndarray:
        """How much closer to the centre each sentence would bring the picks: cos(v(S + s), m) − cos(v(S), m)."""
        total = self._total
        length = np.sqrt(np.maximum(total @ total + 2.0 * (self._counts @ total) + self._square, 1e-12))
        here = float(total @ self._centre)
        now = here / max(float(np.linalg.norm(total)), 1e-12)
        return np.asarray((here + self._counts @ self._centre) / length - now)


def rank(representation: Representation, within: Sequence[int]) -> Coverage:
    """The objective over some sentences of a collection."""
    stems = [
        [stem(token, representation.languages[number]) for token in representation.tokens[number]] for number in within
    ]
    places = np.array([representation.sentences[number].index for number in within], dtype=np.float64)
    return Coverage(stems, representation.article_of[list(within)], places)


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
