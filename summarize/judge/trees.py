"""Boosted trees as numbers: the score of every row, by numpy alone.

Owns the file of a model (`.npz`: a JSON header and flat arrays), the check of its digest, and the evaluation, which is exact to
the trained model. Knows nothing about what the columns mean, and refuses to train.

The leaf that a row reaches is found with bits (Lucchese et al. 2015, QuickScorer): every test that fails strikes out the leaves
under its left branch, and the first leaf that is left is the one. So a tree costs a few operations on whole columns.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.encode import in_threads

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MOST_LEAVES = 32
"""Leaves of a tree: one bit each."""
_ROWS = 8192
"""Rows at a time, so that the columns stay in the processor's cache."""
_FEW = 128
"""Rows up to which all tests are made at once."""
_DECIMALS = 6
"""Probabilities are rounded: the exponential differs in the last bits between processors."""
_ONE = np.uint32(1)
_DE_BRUIJN, _SHIFT = np.uint32(0x077CB531), np.uint32(27)
_BIT = np.zeros(MOST_LEAVES, dtype=np.intp)
_BIT[[((1 << bit) * int(_DE_BRUIJN) & 0xFFFFFFFF) >> 27 for bit in range(MOST_LEAVES)]] = np.arange(MOST_LEAVES)
"""The number of a lone bit from its product with a de Bruijn sequence (Leiserson, Prokop & Randall 1998)."""
_EXTRA = "extra_"
MANIFEST = "digests.json"
"""Beside the model files: file name → SHA-256."""


class ModelDamaged(Exception):
    """A model file is missing, damaged, or made for other columns; whoever asked falls back on a rule."""


@dataclass(frozen=True, slots=True)
class Forest:
    """A sum of regression trees. A row goes left where its column is at most the threshold."""

    columns: tuple[str, ...]
    """Names of the columns that a row must have, in order."""
    column: NDArray[np.int64]
    """(tests,) number of the column that each test looks at, tree after tree."""
    threshold: Floats
    """(tests,)"""
    strikes: NDArray[np.uint32]
    """(tests,) the leaves of its tree that a row that fails the test cannot reach, the leftmost leaf as the lowest bit."""
    tests_at: NDArray[np.int64]
    """(trees + 1,) first test of each tree."""
    value: Floats
    """(leaves,) what each leaf adds, tree after tree, from left to right."""
    leaves_at: NDArray[np.int64]
    """(trees + 1,) first leaf of each tree."""
    notes: dict[str, Any]
    """What else the header says: languages, thresholds, how it was trained."""
    extra: dict[str, NDArray[Any]] = field(default_factory=dict)
    """Other arrays of the file, such as the weights of columns that are sums."""

    def scores(self, rows: np.ndarray) -> Floats:
        """(rows,) sum of the leaves that each row of (rows, columns) reaches; columns must be finite."""
        if rows.ndim != 2 or rows.shape[1] != len(self.columns):
            raise ValueError(f"{len(self.columns)} columns are expected, not {rows.shape[1:]}")
        starts = range(0, len(rows), _ROWS)

        block_of = self._few if len(rows) <= _FEW else self._block

        def block(start: int) -> Floats:
            return block_of(np.ascontiguousarray(rows[start : start + _ROWS].T, dtype=np.float64))

        return np.concatenate(in_threads(block, starts)) if len(rows) else np.zeros(0)

    def probabilities(self, rows: np.ndarray) -> Floats:
        """(rows,) the logistic function of the scores, rounded, from 0 to 1."""
        return np.asarray(np.round(1.0 / (1.0 + np.exp(-self.scores(rows))), _DECIMALS))

    def _few(self, columns: Floats) -> Floats:
        """Every test of every row at once: a sixth of the time of one test after the other, where rows are few."""
        fails = columns[self.column] > self.threshold[:, None]
        strikes = np.where(fails, self.strikes[:, None], np.uint32(0))
        struck = np.zeros((len(self.leaves_at) - 1, columns.shape[1]), dtype=np.uint32)
        has_tests = np.diff(self.tests_at) > 0  # `reduceat` knows no empty part
        struck[has_tests] = np.bitwise_or.reduceat(strikes, self.tests_at[:-1][has_tests], axis=0)
        values = self.value[self.leaves_at[:-1, None] + _first_left(struck)]
        total = np.zeros(columns.shape[1])
        for row in values:  # one tree after the other, as below: sums depend on their order
            total += row
        return total

    def _block(self, columns: Floats) -> Floats:
        size = columns.shape[1]
        total, struck = np.zeros(size), np.empty(size, dtype=np.uint32)
        fails, strikes = np.empty(size, dtype=np.bool_), np.empty(size, dtype=np.uint32)
        for tree in range(len(self.tests_at) - 1):
            struck[:] = 0
            for test in range(self.tests_at[tree], self.tests_at[tree + 1]):
                np.greater(columns[self.column[test]], self.threshold[test], out=fails)
                np.multiply(fails, self.strikes[test], out=strikes)
                np.bitwise_or(struck, strikes, out=struck)
            total += np.take(self.value[self.leaves_at[tree] : self.leaves_at[tree + 1]], _first_left(struck))
        return total


def _first_left(struck: NDArray[np.uint32]) -> NDArray[np.intp]:
    """The leftmost leaf that is not struck."""
    lowest = ~struck & (struck + _ONE)
    return np.take(_BIT, ((lowest * _DE_BRUIJN) >> _SHIFT).astype(np.intp))


def dump(forest: Forest) -> bytes:
    """The model file; equal forests give equal bytes."""
    header = json.dumps({"columns": forest.columns, "notes": forest.notes}, sort_keys=True).encode("utf-8")
    arrays: dict[str, Any] = {
        "header": np.frombuffer(header, dtype=np.uint8),
        "column": forest.column.astype(np.int16),
        "threshold": forest.threshold,
        "strikes": forest.strikes,
        "tests_at": forest.tests_at.astype(np.int32),
        "value": forest.value,
        "leaves_at": forest.leaves_at.astype(np.int32),
        **{_EXTRA + name: array for name, array in sorted(forest.extra.items())},
    }
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


@cache
def load(path: Path) -> Forest:
    """The model of a file, checked against the manifest beside it. Raises `ModelDamaged`."""
    return parse(verified(path))


def verified(path: Path) -> bytes:
    """The bytes of a model file, if they are those that the manifest beside it names. Raises `ModelDamaged`."""
    try:
        data = path.read_bytes()
        expected = json.loads((path.parent / MANIFEST).read_text(encoding="utf-8"))[path.name]
    except (OSError, ValueError, KeyError, TypeError):
        raise ModelDamaged(f"the model file {path.name} is missing") from None
    if hashlib.sha256(data).hexdigest() != expected:
        raise ModelDamaged(f"the model file {path.name} is damaged or of another version")
    return data


def parse(data: bytes) -> Forest:
    """A forest from the bytes of its file."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        header = json.loads(arrays["header"].tobytes().decode("utf-8"))
        return Forest(
            columns=tuple(header["columns"]),
            column=arrays["column"].astype(np.int64),
            threshold=arrays["threshold"],
            strikes=arrays["strikes"],
            tests_at=arrays["tests_at"].astype(np.int64),
            value=arrays["value"],
            leaves_at=arrays["leaves_at"].astype(np.int64),
            notes=header["notes"],
            extra={name.removeprefix(_EXTRA): arrays[name] for name in arrays.files if name.startswith(_EXTRA)},
        )


def table(features: dict[str, np.ndarray], columns: Sequence[str]) -> Floats:
    """(rows, columns) the named features side by side, in the order of the columns."""
    return np.column_stack([np.asarray(features[name], dtype=np.float64) for name in columns])
