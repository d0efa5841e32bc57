"""New articles to stories that exist: each joins one or starts one, and seldom makes two one.

Owns what may happen to a story that was told before: it grows, or becomes one with another; it never falls apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import threadpool_limits

from summarize.stories.group import canonical, first_texts
from summarize.stories.merge import merged
from summarize.stories.near import pairs
from summarize.stories.outline import Outline
from summarize.stories.table import table

if TYPE_CHECKING:
    from summarize.model import IntArray


@dataclass(frozen=True, slots=True)
class Assignment:
    """Where new articles belong."""

    stories: tuple[int, ...]
    """For each new article the number of its story: below the count of old stories an old one, from there on a new one.

    New stories are numbered in the order of their first new article. An article that joins stories which become one has
    the number of the first of them."""
    merges: tuple[tuple[int, ...], ...]
    """Old stories that are one from now on: numbers ascending, the first is the one that stays."""


def joined(stories: Sequence[Sequence[Outline]], new: Sequence[Outline]) -> Assignment:
    """The stories of new articles beside old ones; the order of either changes nothing but the numbers of new stories."""
    if not new:
        return Assignment((), ())
    every = [*(one for story in stories for one in story), *new]
    story_of = np.repeat(np.arange(len(stories), dtype=np.int64), [len(story) for story in stories])
    nodes_of = np.concatenate([story_of, len(stories) + np.arange(len(new), dtype=np.int64)])
    order = np.array(canonical(every), dtype=np.int64)
    cluster = np.empty(len(every), dtype=np.int64)
    cluster[order] = _attached([every[number] for number in order], nodes_of[order], len(stories))
    return _assignment(cluster[: len(story_of)], story_of, cluster[len(story_of) :], len(stories))


def _attached(outlines: Sequence[Outline], node_of: IntArray, old: int) -> IntArray:
    """(n,) a number for the story of each article after joining; nodes below `old` are stories, articles are in order."""
    first = first_texts(outlines)
    node_of = _with_their_copies(first, node_of, old)
    texts, text_of = np.unique(first, return_inverse=True)
    numbers = table([outlines[number] for number in texts], node_of[texts])
    names, place = np.unique(node_of, return_index=True)
    names = names[np.argsort(place)]
    rank = np.empty(int(names.max()) + 1, dtype=np.int64)
    rank[names] = np.arange(len(names))
    nodes = _members(rank[node_of], text_of, len(names))
    fresh = np.unique(text_of[node_of >= old])
    # One thread: sums of a split matrix product differ with the number of processors.
    with threadpool_limits(limits=1):
        some, others, score = pairs(numbers, fresh)
        one_of = np.zeros(len(texts), dtype=np.int64)
        one_of[text_of] = rank[node_of]
        root = merged(numbers, nodes, (one_of[some], one_of[others], score), names < old)
    return names[root[rank[node_of]]]


def _with_their_copies(first: IntArray, node_of: IntArray, old: int) -> IntArray:
    """The nodes of articles when a new copy of an old text is in its story, and new copies are one node."""
    lowest = np.full(len(first), np.iinfo(np.int64).max)
    np.minimum.at(lowest, first, node_of)
    return np.where(node_of < old, node_of, lowest[first])


def _members(node_of: IntArray, text_of: IntArray, count: int) -> list[IntArray]:
    """The texts of each node, each once, ascending."""
    rows = np.unique(np.stack([node_of, text_of], axis=1), axis=0)
    return np.split(rows[:, 1], np.searchsorted(rows[:, 0], np.arange(1, count)))


def _assignment(old_clusters: IntArray, story_of: IntArray, new_clusters: IntArray, old: int) -> Assignment:
    """From clusters, of old articles and of new ones, to the numbers of stories."""
    stories: dict[int, list[int]] = {}
    for cluster, story in np.unique(np.stack([old_clusters, story_of], axis=1), axis=0).tolist():
        stories.setdefault(cluster, []).append(story)
    merges = sorted(tuple(several) for several in stories.values() if len(several) > 1)
    started = iter(range(old, old + len(new_clusters)))
    number = {cluster: several[0] for cluster, several in stories.items()}
    for cluster in new_clusters.tolist():
        if cluster not in number:
            number[cluster] = next(started)
    return Assignment(tuple(number[cluster] for cluster in new_clusters.tolist()), tuple(merges))
