"""Which sentence of the article supplies what another one lacks.

Owns the choice among the sentences just before it (and the one after), with how sure it is. A sentence that stands alone needs
none; who asks is up to selection.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summarize.judge import trees
from summarize.judge.evidence import Evidence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.model import Floats

FILE = "needs.npz"
STEPS = (1, 2, 3, 4, 5, 6, 7, 8, -1)
"""How far before (positive) or after a sentence its supplier is looked for."""
COLUMNS = (
    "distance alone_there alone_between names_between same_paragraph cosine index_there alone_here persons_here names_there "
    "outside_there quoted_here"
).split()


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of a sentence and one that may supply what it lacks."""

    sentence: NDArray[np.int64]
    """(pairs,)"""
    supplier: NDArray[np.int64]
    """(pairs,)"""
    rows: Floats
    """(pairs, columns) in the order of `COLUMNS`."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a sentence lacks is in another one."""

    supplier: int
    probability: float
    """That it is this one, from 0 to 1."""


def needs(found: Evidence, alone: Floats, wanted: Sequence[int], folder: Path) -> dict[int, Need]:
    """The likeliest supplier of each wanted sentence that has neighbours. Raises `trees.ModelDamaged`."""
    pairs = candidates(found, alone, wanted)
    said = trees.load(folder / FILE).probabilities(pairs.rows)
    best: dict[int, Need] = {}
    for at in np.lexsort((np.abs(pairs.sentence - pairs.supplier), -said)).tolist():
        best.setdefault(int(pairs.sentence[at]), Need(int(pairs.supplier[at]), float(said[at])))
    return best


def candidates(found: Evidence, alone: Floats, wanted: Sequence[int]) -> Candidates:
    """The pairs with their columns."""
    here = np.asarray(wanted, dtype=np.int64)
    columns, article = found.columns, found.article_of
    clearest, named = np.zeros(len(here)), np.zeros(len(here))
    parts: list[np.ndarray] = []
    for step in STEPS:
        there = here - step
        inside = (there >= 0) & (there < len(found))
        inside[inside] = article[there[inside]] == article[here[inside]]
        near = np.where(inside, there, here)
        between = (clearest, named) if step > 0 else (np.zeros(len(here)), np.zeros(len(here)))
        cosine = np.round((found.vectors[here] * found.vectors[near]).sum(axis=1), 5)
        together = columns["paragraph"][near] == columns["paragraph"][here]
        rows = np.column_stack([
            here, near, np.full(len(here), step), alone[near], *between, together, cosine, columns["index"][near], alone[here],
            columns["persons_unnamed"][here], columns["names"][near], columns["outside"][near], columns["quoted_share"][here],
        ])  # fmt: skip
        parts.append(rows[inside])
        if step > 0:
            clearest = np.where(inside, np.maximum(clearest, alone[near]), clearest)
            named = named + np.where(inside, columns["names"][near], 0)
    joined = np.concatenate(parts)
    return Candidates(joined[:, 0].astype(np.int64), joined[:, 1].astype(np.int64), joined[:, 2:])
