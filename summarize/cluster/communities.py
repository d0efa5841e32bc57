"""Topics in four steps: how many, which sentences are alike, what the reading order says, and what is too small.

1. Each sentence is tied to its k nearest by `summarize.judge.subject`, neighbours in the article blended in. Louvain
   communities (Blondel et al. 2008) of that graph at several k, resolutions and orders of the sentences say how many topics
   there are: the median. (Leiden, in the only permissive package that has it, draws from the C library's generator and gives
   another answer at every call.)
2. Average linkage over all pairs makes that many and SPARE more. Above EXACT sentences, where all pairs are too many, the
   consensus of the communities stands in, by clustering the clusters (Strehl & Ghosh 2002, sec. 3.4).
3. `summarize.cluster.content_model` settles each sentence by what stands around it, which empties some of them.
4. A topic of too few sentences joins its nearest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from sknetwork.clustering import Louvain

from summarize.cluster.content_model import SMALLEST_TOPIC, decode, merge_small, split_large, typicality
from summarize.cluster.tree import average_linkage, cut_into
from summarize.judge import EXACT, Features, features, nearest, with_neighbours
from summarize.model import Clustering, Representation

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

NEAREST = (6, 8, 10, 12)
"""Neighbours a sentence is tied to, one view each."""
RESOLUTIONS = (0.8, 1.0, 1.2)
"""Around modularity's own 1."""
SEEDS = (0, 1)
_DECIMALS = 5
"""Which pair is merged first must not hang on the last bits of a sum."""
SPARE = 2
"""States beyond the number of topics that is expected; 1 to 4 are better than 0 on the labelled events and their halves
(benchmarks/topics.md)."""
FEWEST_MOST = 12
"""Of normal events, whose 100 to 200 sentences make 6 to 10 topics; 20,000 sentences are limited to 54."""


def cluster(
    representation: Representation, probability: object, topics: int | None, anchors: IntArray | None = None
) -> Clustering:
    """The topic of each sentence, whatever a judge says; `topics` asks for that many, where they exist, beside the anchors'.

    `anchors` gives (sentences,) the topic, from 0 without gaps, of sentences that must be in it and −1 for the others; the
    content model then gives those topics what is like them. The rest are numbered by first appearance.
    """
    n = len(representation)
    anchors = np.full(n, -1) if anchors is None else anchors
    kept = int(anchors.max(initial=-1)) + 1
    if n < 2 * SMALLEST_TOPIC or (topics == 1 and not kept):
        return Clustering(np.unique(np.where(anchors < 0, kept, anchors), return_inverse=True)[1], np.ones(n))
    sharp = features(representation)
    rows = with_neighbours(sharp, representation)
    runs = _communities(rows)
    usual = min(int(np.median([run.max() + 1 for run in runs])), most_topics(n))
    found = np.zeros(n, np.int64)
    for states in range(topics or usual + SPARE, usual + SPARE + 1 if topics is None else 2 * topics + 3):
        alike = _linked(rows, states) if n <= EXACT else _consensus(runs, states)
        share = np.hstack([np.zeros((n, kept)), alike])
        share[anchors >= 0] = np.eye(share.shape[1])[anchors[anchors >= 0]]
        found = merge_small(decode(representation, sharp, share, anchors), sharp, topics, kept)
        if topics is None or found.max() + 1 - kept >= topics:
            break
    if topics is not None:
        found = split_large(found, rows, topics, kept)
    return Clustering(found, typicality(sharp, found))


def most_topics(sentences: int) -> int:
    """The most topics that are found unasked: 2 ∛n, but no fewer than 12."""
    return max(FEWEST_MOST, round(2.0 * float(np.cbrt(sentences))))


def _communities(rows: Features) -> list[IntArray]:
    """One Louvain partition for each number of neighbours, resolution and seed."""
    n = len(rows.semantic)
    other, strength = nearest(rows, min(max(NEAREST), n - 1))
    runs = []
    for count in NEAREST:
        kept = min(count, n - 1)
        pairs = (np.repeat(np.arange(n), kept), other[:, :kept].ravel())
        directed = sparse.coo_array((np.maximum(strength[:, :kept], 0).ravel(), pairs), shape=(n, n)).tocsr()
        graph = sparse.csr_matrix(directed.maximum(directed.T))  # scikit-network 0.33 wants a matrix
        for resolution in RESOLUTIONS:
            for seed in SEEDS:
                method = Louvain(resolution=resolution, shuffle_nodes=True, random_state=seed)
                runs.append(np.asarray(method.fit_predict(graph), np.int64))
    return runs


def _linked(rows: Features, states: int) -> Floats:
    """(sentences, states) membership by average linkage on the cosine of all pairs (Sokal & Michener 1958)."""
    likeness = rows.semantic @ rows.semantic.T + (rows.lexical @ rows.lexical.T).toarray()
    group = cut_into(average_linkage(np.maximum(1 - likeness.round(_DECIMALS), 0)), states)
    return np.asarray(np.eye(group.max() + 1)[group])


def _consensus(runs: Sequence[IntArray], states: int) -> Floats:
    """(sentences, states) share of the runs that put a sentence into each of `states` groups of alike clusters."""
    n = len(runs[0])
    indicators = [sparse.coo_array((np.ones(n), (np.arange(n), run)), shape=(n, run.max() + 1)) for run in runs]
    member = sparse.hstack(indicators).tocsr()
    shared = (member.T @ member).toarray()
    size = shared.diagonal()
    distance = 1 - shared / (size[:, None] + size - shared)  # Jaccard, Strehl & Ghosh eq. 6
    if len(distance) < 2:
        return np.ones((n, 1))
    group = cut_into(average_linkage(distance), states)
    return np.asarray(member @ np.eye(group.max() + 1)[group]) / len(runs)
