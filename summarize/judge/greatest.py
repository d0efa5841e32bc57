"""The greatest values of each row where only some cells of a matrix are looked at; exact, by one sort of whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray

_OTHER_BITS = np.int32(0x7FFFFFFF)
LANES = 128
"""Cells of a row of which the greatest stands for all, where a floor is looked for."""


def ascending(values: FloatArray) -> IntArray:
    """(values,) 32-bit whole numbers in the order of some float32 numbers: one sort by them and a group beats two."""
    bits = (values + np.float32(0)).view(np.int32)  # without negative zeros
    return np.where(bits < 0, bits ^ _OTHER_BITS, bits).astype(np.int64)


def ranked(row: IntArray, value: FloatArray, rows: int, rank: int) -> FloatArray:
    """(rows,) the value that so many of a row's values are greater than or as great as, itself among them; −∞ if it has fewer.

    `row` ascends, from 0; `value` is of float32.
    """
    ordered = np.sort((row << 32) + ascending(value))
    ends = np.searchsorted(row, np.arange(rows), side="right")
    full = np.bincount(row, minlength=rows) >= rank
    bits = (ordered[ends[full] - rank] & 0xFFFFFFFF).astype(np.uint32).view(np.int32)
    found = np.full(rows, -np.inf, dtype=np.float32)
    found[full] = np.where(bits < 0, bits ^ _OTHER_BITS, bits).view(np.float32)
    return found


def greatest(block: FloatArray, count: int) -> tuple[IntArray, IntArray, FloatArray]:
    """(row, column, value) of the `count` greatest cells of each row of a block, and of all that are as great as the last."""
    rows, columns = block.shape
    groups = columns // LANES
    if groups < 2 * LANES // count:
        floor = np.partition(block, columns - count, axis=1)[:, columns - count]
    else:  # of the greatest of each group, as many are as great as this: no sort of whole rows
        best = block[:, : groups * LANES].reshape(rows, groups, LANES).max(axis=1)
        floor = np.partition(best, LANES - count, axis=1)[:, LANES - count]
    row, column = np.nonzero(block >= floor[:, None])
    value = block[row, column]
    kept = value >= ranked(row, value, rows, count)[row]
    return row[kept], column[kept], value[kept]
