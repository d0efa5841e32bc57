"""Average linkage (Sokal & Michener 1958) of nodes that stand for several articles each.

Owns the merging of a matrix of scores, by chains of nearest neighbours (Murtagh 1983). Knows no articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray


def average_linkage(scores: Floats, weights: IntArray, cut: float) -> IntArray:
    """(n,) the lowest node of the cluster of each node: clusters are merged while their mean score is at least `cut`.

    `scores` (n, n) is symmetric and is overwritten; `weights` counts the articles of a node. Of equals the lower node is near.
    """
    np.fill_diagonal(scores, -np.inf)
    weight = weights.astype(np.float64)
    root = np.arange(len(scores), dtype=np.int64)
    settled = np.zeros(len(scores), dtype=bool)
    for start in range(len(scores)):
        chain = [start]
        while not settled[start]:
            here = chain[-1]
            near = int(np.argmax(scores[here]))
            if scores[here, near] < cut:
                settled[here] = True
                chain.pop()
            elif len(chain) > 1 and scores[here, chain[-2]] == scores[here, near]:
                kept, gone = sorted((chain.pop(), chain.pop()))
                _merge(scores, weight, kept, gone)
                root[gone], settled[gone] = kept, True
                chain = chain or [start]
            else:
                chain.append(near)
    for node in range(len(root)):  # a root is lower than its node, and is final when the node is reached
        root[node] = root[root[node]]
    return root


def _merge(scores: Floats, weight: Floats, kept: int, gone: int) -> None:
    """Two clusters become one in the row of the first; Lance & Williams (1967), the update of the group average."""
    row = (weight[kept] * scores[kept] + weight[gone] * scores[gone]) / (weight[kept] + weight[gone])
    row[kept] = -np.inf
    scores[kept], scores[:, kept] = row, row
    scores[gone], scores[:, gone] = -np.inf, -np.inf
    weight[kept] += weight[gone]
