"""Which pairs of a large collection are judged."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from summarize.judge.subject import Features
from summarize.judge.table import MOST_EQUAL, NEIGHBOURS, _nearest


def test_of_many_copies_not_every_pair_is_judged():
    copies, others = 400, 50
    semantic = np.zeros((copies + others, 64))
    semantic[:copies, 0] = 1
    semantic[np.arange(copies, copies + others), 1 + np.arange(others)] = 1
    keys = _nearest(Features(semantic, sparse.csr_array(semantic)), NEIGHBOURS)
    first, second = keys // len(semantic), keys % len(semantic)
    among = (first < copies) & (second < copies)
    assert len(np.unique(keys[among])) <= copies * MOST_EQUAL
    assert set(second[among].tolist()) | set(first[among].tolist()) == set(range(copies))


def test_sums_of_a_sparse_table_are_those_of_the_whole_product_to_the_last_bit():
    from summarize.cluster.linkage import _column_sums

    drawn = np.random.default_rng(0)
    half = sparse.random(300, 300, 0.1, dtype=np.float32, random_state=0).tocsr()
    square = sparse.csr_array(half + half.T)
    for _ in range(20):
        chosen = drawn.random(300) < 0.2
        assert (_column_sums(square, chosen) == square @ chosen.astype(np.float32)).all()
