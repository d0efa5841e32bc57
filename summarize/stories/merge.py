"""From nodes, articles or stories that exist, to stories: the one decision of grouping and of joining.

Owns how a piece of the collection is cut into stories, also where it is too large to be looked at pair by pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from summarize.stories.linkage import average_linkage
from summarize.stories.near import know, pieces
from summarize.stories.table import Table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.model import FloatArray, Floats, IntArray

    BoolArray = NDArray[np.bool_]

_MOST_NODES = 3_000
"""Nodes of a piece that are compared pair by pair."""
_SAMPLE, _MOST_SPEAK = 60, 6_000
"""Articles of a story that speak for it, and of all stories of a piece; a larger story is sampled evenly."""
_TOLD_APART = 0.02
"""How much more alike two stories of an earlier day must be to become one."""
_STRICTER = 0.02
"""Steps by which the edges of a piece that is too large are thinned."""

Edges = tuple["IntArray", "IntArray", "FloatArray"]


def merged(table: Table, nodes: Sequence[IntArray], edges: Edges, old: BoolArray) -> IntArray:
    """(nodes,) the lowest node of the story of each node; `edges` are pairs of nodes that may be of one story.

    Nodes that are `old` were told apart before, and need more to become one.
    """
    root = np.arange(len(nodes), dtype=np.int64)
    for piece in pieces(len(nodes), edges[0], edges[1]):
        if len(piece) <= _MOST_NODES:
            root[piece] = piece[_cut(table, [nodes[number] for number in piece], old[piece])]
        else:
            _large(table, nodes, edges, piece, old, root)
    return root


def _cut(table: Table, nodes: Sequence[IntArray], old: BoolArray) -> IntArray:
    scores = between(table, nodes)
    scores[np.ix_(old, old)] -= _TOLD_APART
    return average_linkage(scores, np.array([len(node) for node in nodes]), cut=0.0)


def between(table: Table, nodes: Sequence[IntArray]) -> Floats:
    """(n, n) the mean score of the articles of two nodes."""
    most = min(_SAMPLE, max(1, _MOST_SPEAK // len(nodes)))
    spoken = [_sampled(node, most) for node in nodes]
    articles = np.concatenate(spoken)
    sizes = np.array([len(node) for node in spoken])
    know(table, np.unique(articles))
    owner = np.repeat(np.arange(len(nodes)), sizes)
    mean = sparse.csr_array((1 / sizes[owner], (owner, np.arange(len(articles)))), shape=(len(nodes), len(articles)))
    found = np.zeros((len(nodes), len(nodes)))
    for start in range(0, len(articles), _MOST_NODES):
        block = articles[start : start + _MOST_NODES]
        found += mean[:, start : start + len(block)] @ (mean @ table.matrix(block, articles).T.astype(np.float64)).T
    return np.asarray((found + found.T) / 2)


def _sampled(node: IntArray, most: int) -> IntArray:
    if len(node) <= most:
        return node
    return node[np.linspace(0, len(node) - 1, most).astype(np.int64)]


def _large(
    table: Table, nodes: Sequence[IntArray], edges: Edges, piece: IntArray, old: BoolArray, root: IntArray
) -> None:
    """A piece in two steps: the parts that stronger edges hold together are cut, then what they gave is brought together."""
    inside = np.isin(edges[0], piece)
    some, others, score = edges[0][inside], edges[1][inside], edges[2][inside]
    above = 0.0
    while True:
        above += _STRICTER
        kept = score >= above
        parts = pieces(len(nodes), some[kept], others[kept])
        if all(len(part) <= _MOST_NODES for part in parts):
            break
    for part in parts:
        root[part] = part[_cut(table, [nodes[number] for number in part], old[part])]
    first, number = np.unique(root[piece], return_inverse=True)
    joined = [np.concatenate([nodes[node] for node in piece[number == one]]) for one in range(len(first))]
    if len(first) <= _MOST_NODES:
        had = np.array([old[piece[number == one]].any() for one in range(len(first))])
        again = first[_cut(table, joined, had)]
        root[piece] = again[number]
