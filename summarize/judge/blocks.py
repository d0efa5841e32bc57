"""Products of rows of two matrices, pair by pair, without the matrix of all pairs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray

DENSE_SHARE = 0.1
"""Of all cells of a matrix, from which on the whole product is cheaper than its cells one by one."""
BLOCK = 256
"""Rows of a product that are held at once."""
_FEWEST, _CELLS = 16, 1_000_000
"""Rows of a sparse matrix that are spread out at once at least, and their cells."""
AT_ONCE, GATHERED = 8192, 1024
"""Pairs that are looked up at once, and pairs of which whole rows are gathered: they stay in the processor's cache."""


def by_whole_rows(pairs: int, n: int) -> bool:
    """Whether so many pairs of n rows are so many that whole products are cheaper."""
    return pairs > DENSE_SHARE * n * n


def products(left: Any, right: Any, rows: IntArray, columns: IntArray) -> FloatArray:
    """(pairs,) left[row] · right[column] of dense or sparse matrices; `rows` ascend, of two sparse ones `right` is sparser."""
    n = left.shape[0]
    found = np.zeros(len(rows), dtype=np.float32)
    if by_whole_rows(len(rows), n):
        right = right.T.tocsr() if sparse.issparse(right) else right.T
        for start, pairs in blocks(n, rows):
            block = left[start : start + BLOCK] @ right
            block = block.toarray() if sparse.issparse(block) else block
            found[pairs] = block[rows[pairs] - start, columns[pairs]]
    elif sparse.issparse(left):
        size = rows_at_once(left.shape[1])
        for start, pairs in blocks(n, rows, size):
            block = left[start : start + size].toarray()
            for at in range(pairs.start, pairs.stop, AT_ONCE):
                some = slice(at, min(at + AT_ONCE, pairs.stop))
                found[some] = _looked_up(block, right, rows[some] - start, columns[some])
    else:
        for at in range(0, len(rows), GATHERED):
            pairs = slice(at, at + GATHERED)
            found[pairs] = np.einsum("ij,ij->i", left[rows[pairs]], right[columns[pairs]])
    return found


def rows_at_once(width: int) -> int:
    """Rows of a matrix of so many columns that are held at once where each is looked up cell by cell."""
    return min(BLOCK, max(_FEWEST, _CELLS // max(width, 1)))


def blocks(n: int, rows: IntArray, size: int = BLOCK) -> Iterator[tuple[int, slice]]:
    """(first row, its and the next rows' entries) for every `size` rows that have entries."""
    starts = np.arange(0, n, size)
    cuts = np.searchsorted(rows, [*starts.tolist(), n]).tolist()
    for start, some, others in zip(starts.tolist(), cuts, cuts[1:], strict=False):
        if others > some:
            yield start, slice(some, others)


def cells_of(starts: IntArray, rows: IntArray) -> tuple[IntArray, IntArray]:
    """(which of the rows, cell) for all cells of some rows of a sparse matrix, row after row."""
    first, lengths = starts[rows], starts[rows + 1] - starts[rows]
    ends = np.cumsum(lengths, dtype=np.int64)
    of = np.repeat(np.arange(len(rows)), lengths)
    return of, np.arange(len(of)) - np.repeat(ends - lengths - first, lengths)


def _looked_up(block: FloatArray, right: Any, rows: IntArray, columns: IntArray) -> FloatArray:
    """(pairs,) the rows of a dense block times rows of a sparse matrix, cell by cell."""
    of, cell = cells_of(right.indptr, columns)
    terms = block[rows[of], right.indices[cell]] * right.data[cell]
    return np.bincount(of, terms, len(rows)).astype(np.float32)
