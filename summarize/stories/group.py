"""All articles at once to stories.

Owns the order in which things happen: copies are one text, what is no article stands alone, the rest is linked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import threadpool_limits

from summarize.stories.copies import first_copies
from summarize.stories.merge import merged
from summarize.stories.near import large_pairs, pairs
from summarize.stories.outline import Outline
from summarize.stories.table import table

if TYPE_CHECKING:
    from summarize.model import IntArray
    from summarize.stories.table import Table

_ROUNDS = 3


def grouped(outlines: Sequence[Outline]) -> tuple[tuple[int, ...], ...]:
    """The stories of some articles: numbers of outlines, ascending; stories in the order of their first article.

    The order of the articles does not change which of them are together.
    """
    if not outlines:
        return ()
    order = canonical(outlines)
    sorted_outlines = [outlines[number] for number in order]
    first = first_texts(sorted_outlines)
    texts, text_of = np.unique(first, return_inverse=True)
    # One thread: sums of a split matrix product differ with the number of processors.
    with threadpool_limits(limits=1):
        root = _linked([sorted_outlines[number] for number in texts])
    stories: dict[int, list[int]] = {}
    for place, story in sorted(zip(order, root[text_of].tolist(), strict=True)):
        stories.setdefault(story, []).append(place)
    return tuple(tuple(story) for story in stories.values())


def _linked(outlines: Sequence[Outline]) -> IntArray:
    """(n,) the lowest article of the story of each. Once a large story is known its words count, and more of it is found."""
    every = np.arange(len(outlines), dtype=np.int64)
    root = every
    for _ in range(_ROUNDS):
        numbers = table(outlines, root)
        before = root
        root = merged(numbers, list(every[:, None]), pairs(numbers, every), np.zeros(len(every), dtype=bool))
        root = _with_large(numbers, root)
        if np.array_equal(before, root):
            break
    return root


def _with_large(numbers: Table, root: IntArray) -> IntArray:
    """The same after large stories have been held against all others."""
    first, node_of = np.unique(root, return_inverse=True)
    nodes = np.split(np.argsort(node_of, kind="stable"), np.cumsum(np.bincount(node_of))[:-1])
    together = merged(numbers, nodes, large_pairs(numbers, nodes), np.zeros(len(nodes), dtype=bool))
    return np.asarray(first[together[node_of]])


def canonical(outlines: Sequence[Outline]) -> list[int]:
    """The numbers of outlines in an order that does not depend on theirs; only equals may change places."""
    known = [(one.key, -np.inf if one.published is None else one.published, one.publisher) for one in outlines]
    times = Counter(known)
    return sorted(
        range(len(outlines)),
        key=lambda number: (known[number], outlines[number].to_bytes() if times[known[number]] > 1 else b""),
    )


def first_texts(outlines: Sequence[Outline]) -> np.ndarray:
    """(n,) the first outline with the text of each; what stands apart is a text of its own."""
    signatures = [np.zeros(0, dtype=np.uint32) if one.apart else one.signature for one in outlines]
    return first_copies(signatures)
