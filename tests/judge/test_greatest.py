"""The greatest cells of rows, the products of pairs, and what of them is made only when it is asked for."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import representation
from scipy import sparse

from summarize.judge import likeness as alike
from summarize.judge.blocks import products
from summarize.judge.greatest import greatest, ranked
from summarize.judge.shared import Terms, in_common


@pytest.mark.parametrize("columns", [300, 5_000])
def test_the_greatest_of_each_row_are_those_of_a_sort_and_their_equals(columns):
    drawn = np.random.default_rng(0)
    block = np.round(drawn.normal(size=(7, columns)), 2).astype(np.float32)
    row, column, value = greatest(block, 20)
    for number in range(len(block)):
        floor = np.sort(block[number])[-20]
        assert column[row == number].tolist() == np.flatnonzero(block[number] >= floor).tolist()
    assert (block[row, column] == value).all()


def test_a_row_of_few_values_has_no_floor():
    row = np.array([0, 0, 0, 2, 2], dtype=np.int64)
    value = np.array([-2.5, 0.5, -0.25, 3.0, 3.0], dtype=np.float32)
    assert ranked(row, value, 3, 2).tolist() == [-0.25, -np.inf, 3.0]
    assert ranked(row, value, 3, 3).tolist() == [-2.5, -np.inf, -np.inf]


@pytest.mark.parametrize("pairs", [40, 4_000])  # looked up, and by whole rows
def test_sums_over_terms_in_common_are_the_products_of_the_matrices(pairs):
    drawn = np.random.default_rng(1)
    has = sparse.random(120, 60, 0.1, dtype=np.float32, random_state=2).tocsr()
    has.sort_indices()
    told = drawn.random(has.nnz, dtype=np.float32)
    terms = Terms(has.indptr, has.indices, 60, {"wording": has.data, "told": told})
    first, second = np.sort(drawn.integers(120, size=pairs)), drawn.integers(120, size=pairs)
    spread = sparse.random(120, 60, 0.5, dtype=np.float32, random_state=3).tocsr()
    (found,), soft = in_common(terms, first, second, [("told", "wording")], spread)
    wanted = (terms.matrix("told") @ has.T).toarray()[first, second]
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-7)
    np.testing.assert_allclose(soft, (spread @ has.T).toarray()[first, second], rtol=1e-5, atol=1e-7)
    np.testing.assert_allclose(products(has, has, first, second), (has @ has.T).toarray()[first, second], rtol=1e-5)


def test_rows_made_when_asked_for_are_those_that_are_held(monkeypatch):
    some = representation("The dam broke. Water ran to the town. The barrage burst, the mayor of the town said.")
    held = alike.likeness(some, with_parts=False)
    monkeypatch.setattr(alike, "WHOLE", 0)
    made = alike.likeness(some, with_parts=False)
    assert isinstance(made.spread, alike.Spread)
    assert (made.spread[:].toarray() == held.spread.toarray()).all()
    assert (made.spread[np.array([2, 0])].toarray() == held.spread[[2, 0]].toarray()).all()
    assert (made.spread_norm == held.spread_norm).all()
    assert (made.of(np.array([0, 1]), np.array([2, 2])) == held.of(np.array([0, 1]), np.array([2, 2]))).all()
