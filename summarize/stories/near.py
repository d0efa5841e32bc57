"""Which articles may be of one story, and the pieces that they hold together.

Owns the search, which is exact for what it looks at: common heavy words within a language by an inverted index, vectors across
languages, a block of rows at a time. It gives the same pairs on every machine, and takes seconds for ten thousand articles
(`benchmarks/stories.md`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from summarize.encode import unit_sparse
from summarize.stories.table import CROWD, WORDS_CUT, Table

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray

    Pairs = tuple[IntArray, IntArray, FloatArray]

_BLOCK = 512
"""Rows of a block."""
_NOTHING = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
_NEAREST = 15
"""Neighbours of an article within its language."""
_FOREIGN = 20
"""Neighbours of an article in other languages."""
_FOREIGN_LEAST = 0.35
"""Cosine of vectors below which an article in another language is no neighbour, whatever names they share."""


def pairs(table: Table, rows: IntArray) -> Pairs:
    """Pairs of different articles that score above zero, the first of each in `rows`, with their scores."""
    some, others = _neighbours(table, rows)
    abroad, home = _foreign(table, rows)
    some, others = np.concatenate([some, abroad]), np.concatenate([others, home])
    know(table, np.unique(others))
    score = table.each(some, others)
    kept = score > 0
    return some[kept], others[kept], score[kept]


def large_pairs(table: Table, nodes: Sequence[IntArray]) -> Pairs:
    """Pairs of nodes, the first with more articles than an article has neighbours: such a story can hide what else is near."""
    large = np.flatnonzero(np.array([len(node) for node in nodes]) > _NEAREST)
    owner = np.repeat(np.arange(len(nodes)), [len(node) for node in nodes])
    cells = (np.ones(len(owner), dtype=np.float32), (owner, np.concatenate(nodes)))
    means = unit_sparse(sparse.csr_array(cells, shape=(len(nodes), table.words.shape[0])) @ table.words).astype(
        np.float32
    )
    inverted, found, scores = means.T.tocsr(), [_NOTHING], [np.zeros(0, dtype=np.float32)]
    for start in range(0, len(large), _BLOCK):
        block = large[start : start + _BLOCK]
        alike = (means[block] @ inverted).toarray()
        alike[np.arange(len(block)), block] = 0
        most = min(_NEAREST, len(nodes))
        least = -np.partition(-alike, most - 1, axis=1)[:, most - 1 : most]
        at, to = np.nonzero(alike >= np.maximum(least, WORDS_CUT))
        found.append((block[at], to))
        scores.append(alike[at, to])
    return (*_together(found), np.concatenate(scores))


def know(table: Table, articles: IntArray) -> None:
    """Fill in the crowd around articles where it is unknown."""
    unknown = articles[np.isnan(table.crowd[articles])]
    if len(unknown):
        _neighbours(table, unknown)


def _neighbours(table: Table, rows: IntArray) -> tuple[IntArray, IntArray]:
    """Some articles and their nearest by words; the crowd of each is filled in."""
    found = [_NOTHING]
    inverted = table.words.T.tocsr()
    most = min(CROWD.stop, table.words.shape[0])
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        alike = (table.words[block] @ inverted).toarray()
        alike[np.arange(len(block)), block] = 0
        near = min(_NEAREST, alike.shape[1])
        least = -np.partition(-alike, near - 1, axis=1)[:, near - 1 : near]
        at, to = np.nonzero(alike >= np.maximum(least, WORDS_CUT))
        found.append((block[at], to))
        alike[table.story[block][:, None] == table.story] = 0
        nearest = -np.sort(np.partition(-alike, most - 1, axis=1)[:, :most], axis=1)
        table.crowd[block] = nearest[:, CROWD].sum(axis=1) / (CROWD.stop - CROWD.start)
    return _together(found)


def _foreign(table: Table, rows: IntArray) -> tuple[IntArray, IntArray]:
    """Pairs of articles in different languages with near vectors."""
    found = [_NOTHING]
    for code in np.unique(table.language[rows]):
        home, abroad = rows[table.language[rows] == code], np.flatnonzero(table.language != code)
        for start in range(0, len(home) if len(abroad) else 0, _BLOCK):
            block = home[start : start + _BLOCK]
            near = np.round(table.vectors[block] @ table.vectors[abroad].T, 5)
            most = min(_FOREIGN, len(abroad))
            least = np.maximum(-np.partition(-near, most - 1, axis=1)[:, most - 1 : most], _FOREIGN_LEAST)
            at, to = np.nonzero(near >= least)
            found.append((block[at], abroad[to]))
    return _together(found)


def _together(parts: list[tuple[IntArray, IntArray]]) -> tuple[IntArray, IntArray]:
    some, others = zip(*parts, strict=True)
    return np.concatenate(some), np.concatenate(others)


def pieces(count: int, some: IntArray, others: IntArray) -> list[IntArray]:
    """The connected components of `count` nodes with two nodes or more, nodes ascending, in order of their first node."""
    graph = sparse.coo_array((np.ones(len(some), dtype=np.int8), (some, others)), shape=(count, count))
    _, label = connected_components(graph, directed=False)
    order = np.argsort(label, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
    return sorted((part for part in parts if len(part) > 1), key=lambda part: int(part[0]))
