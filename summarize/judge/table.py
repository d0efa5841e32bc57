"""Which pairs of sentences are judged, and the features of each, computed once for the judges of facts and of topics.

Owns the choice of pairs: all of a collection of up to EXACT sentences; in a larger one each sentence with its nearest others,
by what it says and by what it is about. A pair that is not chosen counts as neither one fact nor one topic.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from summarize.encode import in_threads
from summarize.judge.blocks import BLOCK
from summarize.judge.greatest import greatest
from summarize.judge.pairs import AROUND, ORDER, SUBJECT, WORDING, Pairs, around, order, subject, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.judge.subject import Features
    from summarize.judge.views import Views
    from summarize.model import FloatArray, Floats, IntArray

EXACT = 250
"""Sentences up to which every pair is judged. Beyond, to judge the nearest only is not just quicker (benchmarks/topics.md)."""
NEIGHBOURS = 20
"""Others that each sentence of a larger collection is compared with, for what they say and for their subject."""
MOST_EQUAL = 60
"""Of others that are as similar as the last one so many are compared, the earlier ones: of 10,000 copies not every pair."""
_CELLS = 1_280_000
"""Cells of a block of similarities: as many as BLOCK rows of 5,000 sentences have."""
COLUMNS = (*WORDING, *SUBJECT, *AROUND, *ORDER)


@dataclass(frozen=True, slots=True)
class Table:
    """A row of features for each pair."""

    sentences: int
    pairs: Pairs
    columns: tuple[str, ...]
    rows: FloatArray
    """(pairs, columns), finite."""

    def chosen(self, columns: Sequence[str]) -> FloatArray:
        """(pairs, columns) the features of these names."""
        if tuple(columns) == self.columns:
            return self.rows
        return self.rows[:, [self.columns.index(name) for name in columns]]

    def column(self, name: str) -> FloatArray:
        """(pairs,) one feature."""
        return self.rows[:, self.columns.index(name)]

    def only(self, columns: Sequence[str]) -> Table:
        """The same pairs with these features."""
        return Table(self.sentences, self.pairs, tuple(columns), self.chosen(columns))

    def square(self, values: FloatArray | Floats) -> Any:
        """(sentences, sentences) symmetric: dense with 0 on the diagonal, or sparse where not every pair was chosen."""
        n, i, j = self.sentences, self.pairs.first, self.pairs.second
        if n <= EXACT:
            dense = np.zeros((n, n), dtype=np.float32)
            dense[i, j] = dense[j, i] = values
            return dense
        cells = (np.concatenate([values, values]).astype(np.float32), (np.concatenate([i, j]), np.concatenate([j, i])))
        return sparse.coo_array(cells, shape=(n, n)).tocsr()


def tabulate(views: Views) -> Table:
    """The pairs of a collection and their features."""
    n = len(views.weight)
    pairs = all_pairs(n) if n <= EXACT else _nearest_pairs(views)
    rows = np.empty((len(pairs), len(COLUMNS)), dtype=np.float32)
    groups: tuple[tuple[Sequence[str], Callable[[], list[FloatArray]]], ...] = (
        (WORDING, lambda: wording(views, pairs)),
        (SUBJECT, lambda: subject(views, pairs)),
        (AROUND, lambda: around(views, pairs, rows[:, COLUMNS.index("likeness")])),
        (ORDER, lambda: order(views, pairs)),
    )
    for names, columns in groups:  # one after the other, so that few columns are there twice
        for name, column in zip(names, columns(), strict=True):
            rows[:, COLUMNS.index(name)] = column
    return Table(n, pairs, COLUMNS, rows)


def all_pairs(sentences: int) -> Pairs:
    """Every pair of so many sentences."""
    first, second = np.triu_indices(sentences, 1)
    return Pairs(first.astype(np.int64), second.astype(np.int64))


def _nearest_pairs(views: Views) -> Pairs:
    """Each sentence with the others that say the most similar things, and with those most like it in subject."""
    n = len(views.weight)
    keys = [_nearest(rows, NEIGHBOURS) for rows in (views.sayings, views.passage)]
    key = np.unique(np.concatenate(keys))
    return Pairs(key // n, key % n)


def _nearest(rows: Features, count: int) -> IntArray:
    """First · n + second of each sentence and the `count` most similar others, and of what is as similar as the last."""
    semantic, lexical = rows.semantic.astype(np.float32, copy=False), rows.lexical.astype(np.float32, copy=False)
    other, n = lexical.T.tocsr(), len(semantic)
    size = min(BLOCK, max(1, _CELLS // n))

    def near_to(start: int) -> IntArray:
        block = semantic[start : start + size] @ semantic.T
        block += (lexical[start : start + size] @ other).toarray()
        block[np.arange(len(block)), np.arange(start, start + len(block))] = -np.inf
        one, two, value = greatest(block, count)
        sizes = np.bincount(one, minlength=len(block))
        for row in np.flatnonzero(sizes > count + MOST_EQUAL).tolist():
            at = np.arange(*np.searchsorted(one, [row, row + 1]))
            dropped = at[value[at] == value[at].min()][MOST_EQUAL:]
            kept = np.setdiff1d(np.arange(len(one)), dropped, assume_unique=True)
            one, two, value = one[kept], two[kept], value[kept]
        one += start
        return np.asarray(np.minimum(one, two) * n + np.maximum(one, two))

    return np.concatenate(in_threads(near_to, range(0, n, size)))
