"""Training of boosted trees with LightGBM, and their translation into `summarize.judge.trees.Forest`.

Single-threaded with fixed seeds: the same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import lightgbm
import numpy as np

from summarize.judge.trees import Forest

FIXED: dict[str, Any] = {
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
    "use_missing": False,
}
BINARY: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 12,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 10.0,
    "max_bin": 63,
}


def train(
    rows: np.ndarray,
    target: np.ndarray,
    columns: Sequence[str],
    *,
    rounds: int = 200,
    seeds: Sequence[int] = (0,),
    weight: np.ndarray | None = None,
    group: Sequence[int] | None = None,
    notes: dict[str, Any] | None = None,
    **options: Any,
) -> Forest:
    """A forest for (rows, columns) → target; several seeds are averaged. `group` (sizes) is for ranking objectives."""
    dumps = []
    for seed in seeds:
        data = lightgbm.Dataset(rows, target, weight=weight, group=group, free_raw_data=False)
        booster = lightgbm.train({**BINARY, **options, **FIXED, "seed": seed}, data, rounds)
        dumps.append(booster.dump_model())
    return translate(dumps, columns, notes or {})


def translate(dumps: Sequence[dict[str, Any]], columns: Sequence[str], notes: dict[str, Any]) -> Forest:
    """The mean of some dumped LightGBM models."""
    column: list[int] = []
    threshold: list[float] = []
    strikes: list[int] = []
    value: list[float] = []
    tests_at, leaves_at = [0], [0]

    for dump in dumps:
        for tree in dump["tree_info"]:
            _walk(tree["tree_structure"], len(value), len(dumps), column, threshold, strikes, value)
            tests_at.append(len(strikes))
            leaves_at.append(len(value))
    return Forest(
        columns=tuple(columns),
        column=np.array(column, dtype=np.int64),
        threshold=np.array(threshold, dtype=np.float64),
        strikes=np.array(strikes, dtype=np.uint32),
        tests_at=np.array(tests_at, dtype=np.int64),
        value=np.array(value, dtype=np.float64),
        leaves_at=np.array(leaves_at, dtype=np.int64),
        notes=notes,
    )


def _walk(
    node: dict[str, Any],
    tree_at: int,
    models: int,
    column: list[int],
    threshold: list[float],
    strikes: list[int],
    value: list[float],
) -> None:
    """Append the tests of a tree, and its leaves from left to right."""
    if "leaf_value" in node:
        value.append(node["leaf_value"] / models)
        return
    test, first = len(strikes), len(value) - tree_at
    column.append(node["split_feature"])
    threshold.append(node["threshold"])
    strikes.append(0)
    _walk(node["left_child"], tree_at, models, column, threshold, strikes, value)
    end = len(value) - tree_at
    strikes[test] = (1 << end) - (1 << first)
    _walk(node["right_child"], tree_at, models, column, threshold, strikes, value)
