"""What two sentences have in common, term by term: the terms are looked up once for all that is weighed by them.

Owns the rows of terms with their weights, and the products of pairs of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from summarize.judge.blocks import AT_ONCE, blocks, by_whole_rows, cells_of, products, rows_at_once

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Terms:
    """Which terms sentences have, and what each of them weighs in them, in several ways."""

    starts: IntArray
    """(sentences + 1,) first cell of each."""
    column: IntArray
    """(cells,) the term of each, ascending in a sentence."""
    count: int
    """Terms."""
    weights: Mapping[str, FloatArray]
    """name → (cells,)"""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def matrix(self, name: str) -> Any:
        """(sentences, terms) sparse: the weights of one kind that are not 0."""
        cells = (self.weights[name].copy(), self.column.copy(), self.starts.copy())
        matrix = sparse.csr_array(cells, shape=(len(self), self.count))
        matrix.eliminate_zeros()
        return matrix

    def total(self, name: str) -> FloatArray:
        """(sentences,) sum of the weights of one kind."""
        return np.asarray(self.matrix(name).sum(axis=1)).ravel()


def in_common(
    terms: Terms, rows: IntArray, columns: IntArray, wanted: Sequence[tuple[str, str]], spread: Any
) -> tuple[list[FloatArray], FloatArray]:
    """(pairs,) for each two kinds of weights the sum of their products over a pair's terms; and that of spread and wording.

    `rows` ascend. `spread` is (sentences, terms) sparse, or makes its rows.
    """
    if by_whole_rows(len(rows), len(terms)):
        found = [products(terms.matrix(one), terms.matrix(other), rows, columns) for one, other in wanted]
        return found, products(spread[: len(terms)], terms.matrix("wording"), rows, columns)
    found = [np.zeros(len(rows), dtype=np.float32) for _ in wanted]
    soft = np.zeros(len(rows), dtype=np.float32)
    size = rows_at_once(terms.count)
    place = np.full((size, terms.count), -1, dtype=np.int32)  # the cell of each term of some sentences
    for start, pairs in blocks(len(terms), rows, size):
        starts = terms.starts[start : start + size + 1]
        own, sentence = slice(starts[0], starts[-1]), np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        place[sentence, terms.column[own]] = np.arange(own.start, own.stop)
        near = spread[start : min(start + size, len(terms))].toarray()
        for at in range(pairs.start, pairs.stop, AT_ONCE):
            some = slice(at, min(at + AT_ONCE, pairs.stop))
            pair, cell = cells_of(terms.starts, columns[some])
            row, column = (rows[some] - start)[pair], terms.column[cell]
            soft[some] = np.bincount(pair, near[row, column] * terms.weights["wording"][cell], some.stop - at)
            there = place[row, column]
            both = np.flatnonzero(there >= 0)
            pair, there, cell = pair[both], there[both], cell[both]
            for sums, (one, other) in zip(found, wanted, strict=True):
                sums[some] = np.bincount(pair, terms.weights[one][there] * terms.weights[other][cell], some.stop - at)
        place[sentence, terms.column[own]] = -1
    return found, soft
