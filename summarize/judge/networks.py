"""Small networks as numbers: a probability for every row, by numpy alone.

Owns the file of a model (`.npz`: a JSON header and flat arrays), the check of its digest, and the evaluation. Knows nothing
about what the columns mean, and refuses to train. The digests stand in the manifest that the models of
`summarize.judge.trees` use as well.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.encode import in_threads
from summarize.judge.trees import verified

if TYPE_CHECKING:
    from summarize.model import FloatArray, Floats

_ROWS = 4096
"""Rows at a time, so that the layers stay in the processor's cache."""
_DECIMALS = 5
"""Probabilities are rounded: matrix products differ in the last bits between processors."""
_FLAT = 30.0
"""Logits beyond this are certain."""


@dataclass(frozen=True, slots=True)
class Network:
    """The mean logit of some perceptrons with rectified hidden layers."""

    columns: tuple[str, ...]
    """Names of the columns that a row must have, in order."""
    least: FloatArray
    """(columns,) the least value that was seen in training; rows are clipped to what is known."""
    most: FloatArray
    """(columns,) the greatest."""
    mean: FloatArray
    """(columns,) taken off each value …"""
    spread: FloatArray
    """(columns,) … before it is divided by this."""
    members: tuple[tuple[tuple[FloatArray, FloatArray], ...], ...]
    """For each perceptron the weights (inputs, outputs) and biases (outputs,) of its layers; the last has one output."""
    notes: dict[str, Any]
    """What else the header says: thresholds, how it was trained."""

    def logits(self, rows: np.ndarray) -> FloatArray:
        """(rows,) the mean logit for each row of (rows, columns); columns must be finite."""
        if rows.ndim != 2 or rows.shape[1] != len(self.columns):
            raise ValueError(f"{len(self.columns)} columns are expected, not {rows.shape[1:]}")
        parts = [rows[at : at + _ROWS] for at in range(0, len(rows), _ROWS)]
        return np.concatenate(in_threads(self._block, parts)) if parts else np.zeros(0, dtype=np.float32)

    def probabilities(self, rows: np.ndarray) -> Floats:
        """(rows,) the logistic function of the logits, rounded, from 0 to 1."""
        logits = np.clip(self.logits(rows).astype(np.float64), -_FLAT, _FLAT)
        return np.asarray(np.round(1.0 / (1.0 + np.exp(-logits)), _DECIMALS))

    def _block(self, rows: np.ndarray) -> FloatArray:
        known = ((np.clip(rows, self.least, self.most) - self.mean) / self.spread).astype(np.float32)
        total = np.zeros(len(rows), dtype=np.float32)
        for *hidden, (weight, bias) in self.members:
            values = known
            for some, shift in hidden:
                values = values @ some
                values += shift
                np.maximum(values, 0, out=values)
            total += (values @ weight + bias)[:, 0]
        return total / np.float32(len(self.members))


def dump(network: Network) -> bytes:
    """The model file; equal networks give equal bytes."""
    sizes = [[len(weight) for weight, _ in member] + [1] for member in network.members]
    header = {"columns": network.columns, "sizes": sizes, "notes": network.notes}
    flat = [part.ravel() for member in network.members for layer in member for part in layer]
    file = io.BytesIO()
    np.savez_compressed(
        file,
        header=np.frombuffer(json.dumps(header, sort_keys=True).encode("utf-8"), dtype=np.uint8),
        scaling=np.stack([network.least, network.most, network.mean, network.spread]).astype(np.float32),
        weights=np.concatenate(flat).astype(np.float32),
    )
    return file.getvalue()


def parse(data: bytes) -> Network:
    """A network from the bytes of its file."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        header = json.loads(arrays["header"].tobytes().decode("utf-8"))
        scaling, weights = arrays["scaling"], arrays["weights"]
    members, at = [], 0
    for sizes in header["sizes"]:
        layers, at = _layers(weights, at, sizes)
        members.append(layers)
    least, most, mean, spread = scaling
    return Network(tuple(header["columns"]), least, most, mean, spread, tuple(members), header["notes"])


def _layers(
    weights: FloatArray, at: int, sizes: Sequence[int]
) -> tuple[tuple[tuple[FloatArray, FloatArray], ...], int]:
    """The layers of one perceptron from the flat weights, and where the next one begins."""
    layers = []
    for some, others in pairwise(sizes):
        middle = at + some * others
        layers.append((weights[at:middle].reshape(some, others), weights[middle : middle + others]))
        at = middle + others
    return tuple(layers), at


@cache
def load(path: Path) -> Network:
    """The model of a file, checked against the manifest beside it. Raises `ModelDamaged`."""
    return parse(verified(path))
