"""Which articles may be of one story: all pairs that score above zero, and the pieces that they hold together.

Owns the search. It is exact, a block of rows at a time, which takes about as long as building an index of approximate
neighbours and gives the same pairs on every machine (measured in `benchmarks/stories.md`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from summarize.stories.table import Table

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray

_BLOCK = 512
"""Rows of a block."""


def pairs(table: Table, rows: IntArray, columns: IntArray) -> tuple[IntArray, IntArray, FloatArray]:
    """The pairs (row, column) of different articles that score above zero, with their scores."""
    found: list[tuple[IntArray, IntArray, FloatArray]] = []
    for start in range(0, len(rows), _BLOCK):
        some = rows[start : start + _BLOCK]
        scores = table.scores(some, columns)
        at, to = np.nonzero(scores > 0)
        kept = some[at] != columns[to]
        at, to = at[kept], to[kept]
        found.append((some[at], columns[to], scores[at, to]))
    if not found:
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing, np.zeros(0, dtype=np.float32)
    return tuple(np.concatenate(part) for part in zip(*found, strict=True))  # type: ignore[return-value]


def pieces(count: int, some: IntArray, others: IntArray) -> list[IntArray]:
    """The connected components of `count` nodes with two nodes or more, nodes ascending, in order of their first node."""
    graph = sparse.coo_array((np.ones(len(some), dtype=np.int8), (some, others)), shape=(count, count))
    _, label = connected_components(graph, directed=False)
    order = np.argsort(label, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
    return sorted((part for part in parts if len(part) > 1), key=lambda part: int(part[0]))
