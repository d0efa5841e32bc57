"""The assignment of headings to sections, against every order there is."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.heading.assign import assign


@given(st.integers(0, 4), st.integers(0, 2), st.integers(0, 2), st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_no_other_assignment_is_worth_more(rows, more, decimals, seed):
    value = np.round(np.random.default_rng(seed).normal(size=(rows, rows + more)), decimals)
    found = assign(value)
    assert len(set(found.tolist())) == rows
    best = max(sum(value[row, at] for row, at in enumerate(order)) for order in permutations(range(rows + more), rows))
    assert abs(sum(value[row, at] for row, at in enumerate(found)) - best) < 1e-9
