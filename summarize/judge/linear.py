"""Sums of weights: what the pattern of a sentence and its vector say by themselves.

Owns the hashing of patterns (Weinberger et al. 2009) and two kinds of score, one number a sentence, that the trees take as a
column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.judge.reading import Reading

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.model import Floats

BITS = 15
"""Weights of a pattern model: 2 to this power."""
_DECIMALS = 4
"""Scores are rounded: sums differ in the last bits between processors."""
_MIX = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)


def slots(reading: Reading) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(slot of every feature, its sentence): words, pairs of words, the first one to three words and the last two or three."""
    signs, starts = reading.signs, reading.starts
    sentence = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    place = np.arange(len(signs)) - starts[sentence]
    left = starts[sentence + 1] - np.arange(len(signs))
    found, owner = [_mixed(1, signs)], [sentence]
    for kind, length, chosen in (
        (2, 2, left >= 2), (3, 1, place == 0), (4, 2, (place == 0) & (left >= 2)), (5, 3, (place == 0) & (left >= 3)),
        (6, 2, left == 2), (7, 3, left == 3),
    ):  # fmt: skip
        at = np.flatnonzero(chosen)
        found.append(_mixed(kind, *(signs[at + step] for step in range(length))))
        owner.append(sentence[at])
    return np.concatenate(found), np.concatenate(owner)


def pattern_scores(slot: np.ndarray, owner: np.ndarray, sentences: int, weights: np.ndarray) -> Floats:
    """(sentences,) sum of the weights of a sentence's features over the root of how many there are."""
    count = np.bincount(owner, minlength=sentences)
    total = np.bincount(owner, weights=weights.astype(np.float64)[slot], minlength=sentences)
    return np.asarray(np.round(total / np.sqrt(np.maximum(count, 1)), _DECIMALS))


def vector_scores(vectors: np.ndarray, weights: np.ndarray) -> Floats:
    """(sentences,) product of each vector with the weights; (sentences, k) for k rows of weights."""
    return np.asarray(np.round(vectors.astype(np.float64) @ weights.astype(np.float64).T, _DECIMALS))


def _mixed(kind: int, *signs: np.ndarray) -> NDArray[np.int64]:
    """(features,) slot of each run of signs."""
    total = np.full(len(signs[0]), kind * 0x165667B1 & 0xFFFFFFFF, dtype=np.uint64)
    for factor, sign in zip(_MIX, signs, strict=False):
        total = ((total ^ sign) * np.uint64(factor)) & np.uint64(0xFFFFFFFF)
        total ^= total >> np.uint64(15)
    return (total >> np.uint64(32 - BITS)).astype(np.int64)
