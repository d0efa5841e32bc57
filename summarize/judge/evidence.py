"""What the judges of single sentences look at, computed once for all of them.

Owns the gathering of columns: form and reference (`reading`), place and meaning (`setting`), and for a model the scores of its
patterns and vectors. Knows no labels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summarize.judge import networks, trees
from summarize.judge.linear import pattern_scores, slots, vector_scores
from summarize.judge.reading import reading
from summarize.judge.setting import closest, closest_left, setting
from summarize.judge.surface import Surface, surface
from summarize.model import Representation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.model import FloatArray, Floats

PATTERN, VECTOR, BASIS = "pattern", "vector", "basis"
"""Columns, and extra arrays of a model file, that are sums of weights; the basis gives a column for each of its rows."""
AROUND = ("pattern_before", "pattern_after", "pattern_near")
"""The pattern score of the neighbours in the same article, and the greater of the two."""
_FLAT = 30.0
"""Logits beyond this are certain."""
_DECIMALS = 4
"""Probabilities are rounded: matrix products differ in the last bits between processors."""
_OUTSIDE = -9.0
"""The pattern score of a neighbour that is not there."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What need not be found again when some sentences are set aside."""

    surface: Surface
    """What is to be seen in each sentence by itself."""
    closest: FloatArray
    """(sentences, articles) the greatest cosine with a sentence of each article, 0 with its own."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The columns of every sentence of a collection."""

    columns: dict[str, np.ndarray]
    """name → (sentences,) numbers."""
    slot: NDArray[np.int64]
    """(features,) slots of all pattern features."""
    owner: NDArray[np.int64]
    """(features,) sentence of each."""
    vectors: np.ndarray
    """(sentences, dimensions)"""
    article_of: NDArray[np.int64]
    """(sentences,)"""
    basis: Basis | None = None
    """None where the columns come from elsewhere."""

    def __len__(self) -> int:
        return len(self.article_of)


def evidence(representation: Representation) -> Evidence:
    """Everything that the judges of single sentences look at."""
    seen = surface([sentence.text for sentence in representation.sentences])
    return _gathered(representation, Basis(seen, closest(representation)))


def without(found: Evidence, representation: Representation, kept: NDArray[np.int64]) -> Evidence:
    """The evidence of what is left of a collection: `kept` are the numbers that its sentences had."""
    if found.basis is None:
        return evidence(representation)
    near = closest_left(found.basis.closest, found.article_of, representation, kept)
    return _gathered(representation, Basis(found.basis.surface.only(kept), near))


def _gathered(representation: Representation, basis: Basis) -> Evidence:
    columns: dict[str, np.ndarray] = {}
    slot = owner = np.zeros(0, dtype=np.int64)
    if len(representation):
        read = reading(representation, basis.surface)
        slot, owner = slots(read)
        columns = {**read.columns, **setting(representation, basis.closest)}
    return Evidence(columns, slot, owner, representation.vectors, representation.article_of, basis)


def judged(found: Evidence, name: str, folder: Path) -> Floats:
    """(sentences,) the probability that a judge gives, from 0 to 1: the mean of its trees and its network, as logits.

    Raises `trees.ModelDamaged`.
    """
    forest, network = trees.load(folder / f"{name}.npz"), networks.load(folder / f"{name}_network.npz")
    if not len(found):
        return np.zeros(0)
    columns = with_sums(found, forest.extra)
    return blended(
        forest.scores(trees.table(columns, forest.columns)), network.logits(trees.table(columns, network.columns))
    )


def blended(scores: Floats, logits: FloatArray) -> Floats:
    """(rows,) probability from the scores of trees and the logits of a network."""
    mean = np.clip((scores + logits.astype(np.float64)) / 2, -_FLAT, _FLAT)
    return np.asarray(np.round(1.0 / (1.0 + np.exp(-mean)), _DECIMALS))


def with_sums(found: Evidence, weights: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """All columns, with those that are sums of the weights of a model."""
    columns = dict(found.columns)
    if found.vectors.shape[1] != len(weights[VECTOR]):
        raise trees.ModelDamaged("the model is made for vectors of another encoder")
    columns.update(around(pattern_scores(found.slot, found.owner, len(found), weights[PATTERN]), found.article_of))
    columns[VECTOR] = vector_scores(found.vectors, weights[VECTOR])
    projected = vector_scores(found.vectors, weights[BASIS])
    return {**columns, **{f"{BASIS}_{at}": projected[:, at] for at in range(projected.shape[1])}}


def around(score: Floats, article_of: np.ndarray) -> dict[str, np.ndarray]:
    """The pattern score of each sentence and of its neighbours."""
    same = article_of[1:] == article_of[:-1]
    before, after = np.full(len(score), _OUTSIDE), np.full(len(score), _OUTSIDE)
    before[1:][same] = score[:-1][same]
    after[:-1][same] = score[1:][same]
    return {PATTERN: score, **dict(zip(AROUND, (before, after, np.maximum(before, after)), strict=True))}
