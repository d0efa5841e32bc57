"""Topics from probabilities: what is likelier to stand under one heading than not is put under one.

Average linkage (Sokal & Michener 1958) on the probability of one topic, cut where the mean probability between two groups
falls below CUT: the number of topics falls out of it. In a large collection only near neighbours are judged and the other
pairs count as 0; merging all pairs of groups that are each other's nearest, round after round, gives the same tree (average
linkage is reducible, Murtagh 1983). A topic of too few sentences joins its nearest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from summarize.cluster.tree import average_linkage, cut, cut_into
from summarize.model import Clustering

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray, Representation

CUT = 0.28
"""Mean probability below which two groups are two topics."""
SMALLEST_TOPIC = 3
"""Sentences; a smaller topic joins its nearest."""
FEWEST_MOST = 12
"""Topics that a collection of any size may have unasked; 2 ∛n where that is more."""
_NEVER = 1e9
"""Distance of sentences that must be in different topics."""


def cluster(
    representation: Representation, probability: Any, topics: int | None, anchors: IntArray | None = None
) -> Clustering:
    """The topic of each sentence, as `summarize.stages.Clusterer` says; communities where nobody judged."""
    if probability is None:
        from summarize.cluster import communities  # scikit-network takes a fifth of a second to import

        return communities.cluster(representation, None, topics, anchors)
    n = len(representation)
    anchors = np.full(n, -1) if anchors is None else anchors
    kept = int(anchors.max(initial=-1)) + 1
    if n < 2 * SMALLEST_TOPIC or (topics == 1 and not kept):
        return Clustering(np.unique(np.where(anchors < 0, kept, anchors), return_inverse=True)[1], np.ones(n))
    tree = _tree_of_neighbours(probability, anchors) if sparse.issparse(probability) else _tree(probability, anchors)
    if topics is None:
        groups = cut(tree, 1 - CUT)
        found = merge_small(_anchored(groups, anchors), probability, most_topics(n), kept)
    else:
        found = _so_many(tree, probability, topics, anchors)
    return Clustering(found, typicality(probability, found))


def most_topics(sentences: int) -> int:
    """The most topics that are found unasked: 2 ∛n, but no fewer than 12."""
    return max(FEWEST_MOST, round(2.0 * float(np.cbrt(sentences))))


def merge_small(topic: IntArray, probability: Any, most: int, kept: int = 0) -> IntArray:
    """Topics of fewer than SMALLEST_TOPIC sentences, and those beyond `most`, join the likeliest; by first appearance.

    The first `kept` topics stay as they are, and are not counted.
    """
    topic = np.unique(topic, return_inverse=True)[1]
    while True:
        size = np.bincount(topic)
        free = size[kept:]
        if len(free) < 2:
            break
        smallest = kept + int(free.argmin())
        if size[smallest] >= SMALLEST_TOPIC and len(free) <= most:
            break
        sums = np.bincount(topic, _column_sums(probability, topic == smallest), minlength=len(size))
        likeness = np.round(sums / size, 6)
        likeness[:kept] = likeness[smallest] = -1.0
        topic[topic == smallest] = likeness.argmax()
        topic -= topic > smallest  # numbers without a gap
    first = np.unique(topic, return_index=True)[1]
    first[:kept] = np.arange(kept) - kept
    return np.argsort(np.argsort(first))[topic].astype(np.int64)


def typicality(probability: Any, topic: IntArray) -> Floats:
    """(sentences,) how clearly each belongs to its topic and no other: its rank in the topic, from 0 to 1 for the clearest.

    Ranked by the mean probability with the others of its topic less that with the nearest other topic.
    """
    n, size = len(topic), np.bincount(topic)
    every = np.arange(n)
    member = sparse.coo_array((np.ones(n, np.float32), (every, topic)), shape=(n, len(size))).tocsr()
    sums = probability @ member
    sums = sums.toarray() if sparse.issparse(sums) else np.asarray(sums)
    mean = sums / size
    own = sums[every, topic] / np.maximum(size[topic] - 1, 1)
    mean[every, topic] = -1.0
    margin = np.round(own - np.maximum(mean.max(axis=1), 0.0), 6)
    ranks = np.empty(n)
    for number in range(len(size)):
        members = np.flatnonzero(topic == number)
        ranks[members[np.argsort(margin[members], kind="stable")]] = np.arange(1, len(members) + 1) / len(members)
    return ranks


def _so_many(tree: Floats, probability: Any, topics: int, anchors: IntArray) -> IntArray:
    """The topics where the tree is cut so that `topics` are large enough, beside those of the anchors; fewer if none does."""
    kept = int(anchors.max(initial=-1)) + 1
    best: IntArray | None = None
    first = min(topics + kept, len(anchors))
    for groups in range(first, min(len(anchors), 4 * (topics + kept) + 16) + 1):
        cut_off = _anchored(cut_into(tree, groups), anchors)
        found = merge_small(cut_off, probability, topics, kept)
        if best is None or found.max() > best.max():
            best = found
        if best.max() + 1 - kept >= topics:
            break
    return best if best is not None else np.zeros(len(anchors), np.int64)


def _anchored(groups: IntArray, anchors: IntArray) -> IntArray:
    """Groups renumbered: first those that hold an anchor, by its topic."""
    kept = int(anchors.max(initial=-1)) + 1
    name = np.full(int(groups.max()) + 1, -1)
    held = anchors >= 0
    name[groups[held]] = anchors[held]
    free = np.cumsum(name < 0) - 1 + kept
    number = np.where(name >= 0, name, free)[groups]
    return np.where(held, anchors, number).astype(np.int64)


def _tree(probability: np.ndarray, anchors: IntArray) -> Floats:
    """The tree of average linkage over all pairs, in scipy's format."""
    distance = 1.0 - probability.astype(np.float64)
    held = np.flatnonzero(anchors >= 0)
    if len(held):
        together = anchors[held, None] == anchors[held]
        distance[np.ix_(held, held)] = np.where(together, 0.0, _NEVER)
    return average_linkage(distance)


def _tree_of_neighbours(probability: Any, anchors: IntArray) -> Floats:
    """The same where most pairs are unknown and count as 0; the anchors of one topic are one group from the start."""
    n = probability.shape[0]
    shared = sparse.csr_array(probability, dtype=np.float64, copy=True)
    shared.sort_indices()
    forest = _Forest(shared, np.ones(n), np.arange(n), anchors.copy(), [])
    for topic in range(int(anchors.max(initial=-1)) + 1):
        while len(same := np.flatnonzero(forest.anchor == topic)) > 1:
            half = len(same) // 2
            forest = forest.join(same[:half], same[half : 2 * half], np.zeros(half))
    while True:
        one, two, height = forest.mutual()
        if not len(one):
            break
        forest = forest.join(one, two, height)
    while len(forest.number) > 1:
        far = np.where((forest.anchor[:1] >= 0) & (forest.anchor[1:2] >= 0), _NEVER, 1.0)
        forest = forest.join(np.array([0]), np.array([1]), far)
    return np.array(forest.rows)


@dataclass(frozen=True, slots=True)
class _Forest:
    """Groups on their way to one tree."""

    shared: Any
    """(groups, groups) sparse, columns ascending in a row: sums of the probabilities between two groups, 0 on the diagonal."""
    size: Floats
    """(groups,) sentences of each."""
    number: IntArray
    """(groups,) what the tree calls each."""
    anchor: IntArray
    """(groups,) the topic of the anchors in each, −1 for none."""
    rows: list[tuple[float, float, float, float]]
    """The tree so far, in scipy's format."""

    def mutual(self) -> tuple[IntArray, IntArray, Floats]:
        """Pairs of groups that are each other's likeliest, and 1 − the mean probability; the earlier one of equals."""
        row = np.repeat(np.arange(len(self.size)), np.diff(self.shared.indptr))
        column = self.shared.indices
        mean = np.round(self.shared.data / (self.size[row] * self.size[column]), 6)
        allowed = (mean > 0) & ((self.anchor[row] < 0) | (self.anchor[column] < 0))
        row, column, mean = row[allowed], column[allowed], mean[allowed]
        if not len(row):
            return row, column, mean
        starts = np.flatnonzero(np.diff(row, prepend=-1))
        best = np.zeros(len(self.size))
        best[row[starts]] = np.maximum.reduceat(mean, starts)
        equal = np.flatnonzero(mean == best[row])
        first = equal[np.flatnonzero(np.diff(row[equal], prepend=-1))]  # columns ascend in a row
        asking, partner, height = row[first], np.full(len(self.size), -1), 1 - best
        partner[asking] = column[first]
        both = asking[(partner[partner[asking]] == asking) & (asking < partner[asking])]
        return both, partner[both], height[both]

    def join(self, one: IntArray, two: IntArray, height: Floats) -> _Forest:
        """The forest in which these pairs of groups are one group each."""
        n, groups = int(self.size.sum()), len(self.size)
        target = np.arange(groups)
        target[two] = one
        kept, target = np.unique(target, return_inverse=True)
        member = sparse.coo_array((np.ones(groups), (np.arange(groups), target)), shape=(groups, len(kept))).tocsr()
        shared = (member.T @ self.shared @ member).tocsr()
        shared.sort_indices()
        shared.data[np.repeat(np.arange(len(kept)), np.diff(shared.indptr)) == shared.indices] = 0.0
        size = np.bincount(target, self.size).astype(np.float64)
        number, anchor = self.number[kept], self.anchor[kept]
        rows = self.rows
        for a, b, far in zip(one.tolist(), two.tolist(), height.tolist(), strict=True):
            new = target[a]
            low, high = sorted((float(self.number[a]), float(self.number[b])))
            rows.append((low, high, far, float(size[new])))
            number[new] = n + len(rows) - 1
            anchor[new] = max(int(self.anchor[a]), int(self.anchor[b]))
        return _Forest(shared, size, number, anchor, rows)


def _column_sums(probability: Any, chosen: np.ndarray) -> Floats:
    """(sentences,) how probably each is of one topic with the chosen ones, summed."""
    if sparse.issparse(probability):  # symmetric: the rows of the chosen alone, added in the order of the whole product
        rows, sums = probability[np.flatnonzero(chosen)], np.zeros(len(chosen), dtype=np.float32)
        np.add.at(sums, rows.indices, rows.data)
        return sums.astype(np.float64)
    return np.asarray(probability @ chosen.astype(np.float32), dtype=np.float64).ravel()
