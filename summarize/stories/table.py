"""Outlines as rows of numbers, and how alike any two of them are.

Owns the score of a pair: words by TF-IDF (Manning, Raghavan & Schütze 2008, ch. 6) within a language, vectors across
languages, less for days between. Two articles with a score above zero are rather of one story than of two. Everything is
computed exactly, a block at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from summarize.encode import unit_sparse
from summarize.stories.outline import Outline

if TYPE_CHECKING:
    from summarize.model import FloatArray, Floats, IntArray

WORDS_CUT = 0.17
"""Cosine of words from which two articles in one language are of one story."""
_POWER = 1.25
"""Of the inverse document frequency."""
_PRIOR = 200.0
"""Articles of many events that stand behind a collection: in a small one, the words of its only story are not common words."""
_VECTORS_CUT, _VECTORS_SLOPE = 0.55, 1.0
"""The same for vectors, where the languages differ, and how much a cosine of vectors weighs beside one of words."""
_FREE_DAYS, _DAYS_WEIGHT = 3.0, 0.04
"""So many days apart cost nothing; each doubling after them this much. Two months cost more than half the scale."""
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of some outlines."""

    words: Any
    """(n, terms) sparse unit rows."""
    vectors: FloatArray
    """(n, d) unit rows, or zero."""
    language: IntArray
    """(n,) a number for each language."""
    days: Floats
    """(n,) days since 1970, NaN where unknown."""
    apart: np.ndarray
    """(n,) True for what stands alone."""

    def scores(self, rows: IntArray, columns: IntArray) -> FloatArray:
        """(rows, columns) how much rather one story than two, above zero for one; both are numbers of outlines."""
        found = (self.words[rows] @ self.words[columns].T).toarray().astype(np.float32) - np.float32(WORDS_CUT)
        foreign = self.language[rows][:, None] != self.language[columns][None, :]
        if foreign.any():
            near = self.vectors[rows] @ self.vectors[columns].T
            found = np.where(foreign, np.float32(_VECTORS_SLOPE) * (near - np.float32(_VECTORS_CUT)), found)
        found -= self._gap(rows, columns)
        found[self.apart[rows]] = -1
        found[:, self.apart[columns]] = -1
        return np.asarray(found)

    def _gap(self, rows: IntArray, columns: IntArray) -> FloatArray:
        """(rows, columns) what the days between two articles cost; nothing where one of the dates is unknown."""
        between = np.abs(self.days[rows][:, None] - self.days[columns][None, :]).astype(np.float32)
        cost = np.float32(_DAYS_WEIGHT) * np.log2(np.maximum(between / np.float32(_FREE_DAYS), np.float32(1)))
        return np.asarray(np.nan_to_num(cost, copy=False))


def table(outlines: Sequence[Outline]) -> Table:
    """The numbers of some outlines, in their order."""
    languages = sorted({one.language for one in outlines})
    place = {code: number for number, code in enumerate(languages)}
    return Table(
        words=_weighted(outlines),
        vectors=_vectors(outlines),
        language=np.array([place[one.language] for one in outlines], dtype=np.int64),
        days=np.array(
            [np.nan if one.published is None else one.published / _DAY for one in outlines], dtype=np.float64
        ),
        apart=np.array([one.apart for one in outlines], dtype=bool),
    )


def _weighted(outlines: Sequence[Outline]) -> Any:
    """(n, terms) sparse unit rows: amounts times inverse document frequency."""
    hashes = np.concatenate([one.terms for one in outlines])
    amounts = np.concatenate([one.amounts for one in outlines]).astype(np.float64)
    starts = np.cumsum([0, *(len(one.terms) for one in outlines)])
    known, column = np.unique(hashes, return_inverse=True)
    count = np.bincount(column, minlength=len(known))
    inverse = np.log((1 + _PRIOR + len(outlines)) / (0.5 + count))
    data = amounts * np.maximum(inverse, 0)[column] ** _POWER
    return unit_sparse(sparse.csr_array((data, column, starts), shape=(len(outlines), max(1, len(known)))))


def _vectors(outlines: Sequence[Outline]) -> FloatArray:
    """(n, d) the vectors of the space that most outlines have; zero rows for the others."""
    counts = Counter((one.space, len(one.vector)) for one in outlines)
    space, width = min(counts, key=lambda key: (-counts[key], key))
    rows = np.zeros((len(outlines), max(1, width)), dtype=np.float32)
    for number, one in enumerate(outlines):
        if (one.space, len(one.vector)) == (space, width) and width:
            rows[number] = one.vector
    return rows
