"""Topics as graph communities: several views of one collection, their consensus, then a pass in reading order.

1. Each sentence is tied to its k nearest by `summarize.cluster.features`, neighbours in the article blended in.
2. Louvain communities (Blondel et al. 2008) at several k, resolutions and orders of the sentences. (Leiden, in the only
   permissive package that has it, draws from the C library's generator and gives another answer at every call.)
3. Their consensus, by clustering the clusters (the meta-clustering algorithm of Strehl & Ghosh 2002, sec. 3.4); the number
   of topics is the median of the runs.
4. `summarize.cluster.content_model` settles each sentence by what stands around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from sknetwork.clustering import Louvain

from summarize.cluster.content_model import SMALLEST_TOPIC, decode, merge_small, typicality
from summarize.cluster.features import Features, features, nearest, with_neighbours
from summarize.model import Clustering, Representation

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

NEAREST = (6, 8, 10, 12)
"""Neighbours a sentence is tied to, one view each."""
RESOLUTIONS = (0.8, 1.0, 1.2)
"""Around modularity's own 1."""
SEEDS = (0, 1)


def cluster(representation: Representation, topics: int | None) -> Clustering:
    """The topic of each sentence, numbered by first appearance; `topics` asks for that many, where they exist."""
    n = len(representation)
    if n < 2 * SMALLEST_TOPIC or topics == 1:
        return Clustering(np.zeros(n, np.int64), np.ones(n))
    sharp = features(representation)
    runs = _communities(with_neighbours(sharp, representation))
    wanted = topics or int(np.median([run.max() + 1 for run in runs]))
    found = np.zeros(n, np.int64)
    for states in range(wanted, wanted + 1 if topics is None else 2 * wanted + 3):
        found = merge_small(decode(representation, sharp, _consensus(runs, states)), sharp, topics)
        if topics is None or found.max() + 1 >= topics:
            break
    return Clustering(found, typicality(sharp, found))


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
    tree = linkage(distance[np.triu_indices(len(distance), 1)], "average")
    group = fcluster(tree, states, "maxclust") - 1
    return np.asarray(member @ np.eye(group.max() + 1)[group]) / len(runs)
