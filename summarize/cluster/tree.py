"""Average linkage over all pairs, and cutting its tree.

Owns the tree in scipy's format (a row a merge: two nodes, their distance, sentences below) and its cuts. scipy's own functions
give the same, as tests show, but their import takes longer than a small collection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray


def average_linkage(distance: Floats) -> Floats:
    """(n − 1, 4) the tree over (n, n) distances (Sokal & Michener 1958), by chains of nearest neighbours (Murtagh 1983)."""
    n = len(distance)
    between = distance.astype(np.float64)
    np.fill_diagonal(between, np.inf)
    size = np.ones(n)
    merges = np.zeros((max(n - 1, 0), 3))
    chain: list[int] = []
    for merge in merges:
        if not chain:
            chain.append(int(np.flatnonzero(size)[0]))
        while True:
            row = between[chain[-1]]
            nearest = int(row.argmin())
            if len(chain) > 1 and row[nearest] >= row[chain[-2]]:
                break
            chain.append(nearest)
        least, most = sorted((chain.pop(), chain.pop()))
        merge[:] = least, most, between[least, most]
        joined = (size[least] * between[least] + size[most] * between[most]) / (size[least] + size[most])
        size[most] += size[least]
        size[least] = 0
        between[most] = between[:, most] = joined
        between[least] = between[:, least] = between[most, most] = np.inf
    return _numbered(merges[np.argsort(merges[:, 2], kind="stable")], n)


def _numbered(merges: Floats, n: int) -> Floats:
    """The tree of some merges, which name a group by one of its sentences: every node gets the number of its row."""
    node, size = np.arange(2 * n), np.ones(2 * n)
    tree = np.zeros((len(merges), 4))
    for number, (some, other, far) in enumerate(merges.tolist(), n):
        low, high = sorted((_root(node, int(some)), _root(node, int(other))))
        node[[low, high]] = number
        size[number] = size[low] + size[high]
        tree[number - n] = low, high, far, size[number]
    return tree


def _root(node: IntArray, at: int) -> int:
    while node[at] != at:
        node[at] = at = int(node[node[at]])
    return at


def cut(tree: Floats, height: float) -> IntArray:
    """(n,) the group of each sentence, numbered from 0 from the left of the tree, where no merge is farther than `height`."""
    n = len(tree) + 1
    children, near = tree[:, :2].astype(np.int64).tolist(), (tree[:, 2] <= height).tolist()
    found, groups = np.zeros(n, dtype=np.int64), 0
    waiting = [(2 * n - 2, -1)]
    while waiting:
        node, group = waiting.pop()
        if group < 0 and (node < n or near[node - n]):
            group, groups = groups, groups + 1
        if node < n:
            found[node] = group
        else:  # of two children that which is a group comes first, as in scipy
            left, right = children[node - n]
            order = (right, left) if (left < n) == (right < n) else sorted((left, right))
            waiting += [(child, group) for child in order]
    return found


def cut_into(tree: Floats, groups: int) -> IntArray:
    """(n,) as `cut`, at the least height that leaves `groups` at most."""
    n = len(tree) + 1
    return cut(tree, float(np.sort(tree[:, 2])[n - groups - 1]) if groups < n else -np.inf)
