"""Rows of numbers as the stages share them: unit length, and counts of terms.

Owns the three operations on matrices that more than one stage needs, and nothing about what the rows mean.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from summarize.model import Floats

Term = TypeVar("Term", bound=Hashable)

_TINY = 1e-12


def unit(rows: np.ndarray) -> Floats:
    """Rows of length one; a zero row stays zero."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _TINY))


def unit_sparse(rows: Any) -> Any:
    """Sparse rows of length one; a zero row stays zero."""
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return (sparse.diags_array(1 / np.maximum(length, _TINY)) @ rows).tocsr()


def columns_of(rows: Sequence[Sequence[Term]]) -> dict[Term, int]:
    """A column for each term, in order of first mention."""
    return {term: number for number, term in enumerate(dict.fromkeys(term for row in rows for term in row))}


def count_matrix(rows: Sequence[Sequence[Term]], column: Mapping[Term, int]) -> Any:
    """(rows, columns) sparse counts of the terms that have a column."""
    known = [[column[term] for term in row if term in column] for row in rows]
    starts = np.cumsum([0, *map(len, known)])
    indices = np.array([number for row in known for number in row], dtype=np.int64)
    matrix = sparse.csr_array((np.ones(len(indices)), indices, starts), shape=(len(rows), max(1, len(column))))
    matrix.sum_duplicates()
    return matrix
