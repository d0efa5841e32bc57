"""Who gets what, so that all together are served best.

Owns the assignment problem: shortest augmenting paths (Jonker & Volgenant 1987, as in Crouse 2016), a row after the other.
scipy has it too, but in packages whose import takes longer than all headings of a small collection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray


def assign(value: Floats) -> IntArray:
    """(rows,) a column for each row of (rows, columns), no two the same, with the greatest sum; rows ≤ columns."""
    cost = value.max(initial=0.0) - value
    rows, columns = cost.shape
    of_row, of_column = np.full(rows, -1), np.full(columns, -1)
    price_of_row, price_of_column = np.zeros(rows), np.zeros(columns)
    for first in range(rows):
        reach, came_from = np.full(columns, np.inf), np.full(columns, -1)
        passed = np.zeros(columns, dtype=np.bool_)
        row, least, sink = first, 0.0, -1
        while sink < 0:
            through = least + cost[row] - price_of_row[row] - price_of_column
            nearer = ~passed & (through < reach)
            reach[nearer], came_from[nearer] = through[nearer], row
            column = int(np.argmin(np.where(passed, np.inf, reach)))
            least, passed[column], row = float(reach[column]), True, int(of_column[column])
            sink = column if row < 0 else -1
        others = passed & (of_column >= 0)
        price_of_row[first] += least
        price_of_row[of_column[others]] += least - reach[others]
        price_of_column[passed] -= least - reach[passed]
        row = -1
        while row != first:
            row = int(came_from[sink])
            of_column[sink], (of_row[row], sink) = row, (sink, int(of_row[row]))
    return of_row
