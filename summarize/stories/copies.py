"""Which articles are nearly one text, found without comparing each with each.

Min-hashes (Broder 1997) of the runs of words; articles that share a band of hashes (Indyk & Motwani 1998) are compared with
the first of the band only, so that a hundred copies cost a hundred comparisons. Owns signatures and the decision between
whole texts. Which sentences are copies is decided in `summarize.match`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.model import IntArray

_RUN = 4
"""Words in a run."""
_HASHES, _BANDS = 96, 24
"""Four hashes a band: texts that share six runs in ten meet in one of 24 bands with 96 %, one in five with 4 %."""
_ALIKE = 0.5
"""Share of equal min-hashes, an estimate of the share of common runs, from which two texts are one."""
_PRIME = np.uint64((1 << 61) - 1)
_drawn = np.random.default_rng(20_240_501)
_FACTORS = _drawn.integers(1, 1 << 32, size=_HASHES, dtype=np.uint64) | np.uint64(1)
_OFFSETS = _drawn.integers(0, 1 << 60, size=_HASHES, dtype=np.uint64)


def signature(words: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """(96,) min-hashes of the runs of some hashed words in order; empty where there is no word."""
    if not len(words):
        return np.zeros(0, dtype=np.uint32)
    padded = words.astype(np.uint64) if len(words) >= _RUN else np.resize(words.astype(np.uint64), _RUN)
    runs = np.zeros(len(padded) - _RUN + 1, dtype=np.uint64)
    for place in range(_RUN):
        runs = runs * np.uint64(0x9E3779B97F4A7C15) + padded[place : place + len(runs)]
    runs = np.unique(runs ^ (runs >> np.uint64(29)))
    mixed = runs[:, None] * _FACTORS + _OFFSETS
    return np.asarray((mixed >> np.uint64(32)).min(axis=0), dtype=np.uint32)


def first_copies(signatures: Sequence[NDArray[np.uint32]]) -> IntArray:
    """(articles,) the number of the first article with the text of each; its own number where there is none before it."""
    first = np.arange(len(signatures), dtype=np.int64)
    signed = [number for number, row in enumerate(signatures) if len(row)]
    if not signed:
        return first
    rows = np.stack([signatures[number] for number in signed])
    bands = rows.reshape(len(rows), _BANDS, -1)
    root = np.arange(len(rows), dtype=np.int64)
    for band in range(_BANDS):
        _, opener, member_of = np.unique(bands[:, band], axis=0, return_index=True, return_inverse=True)
        other = opener[member_of.ravel()]
        alike = (rows == rows[other]).mean(axis=1) >= _ALIKE
        for number in np.flatnonzero(alike & (other != np.arange(len(rows)))).tolist():
            _unite(root, number, int(other[number]))
    for number in range(len(root)):
        first[signed[number]] = signed[_root(root, number)]
    return first


def _root(root: IntArray, number: int) -> int:
    while root[number] != number:
        root[number] = root[root[number]]
        number = int(root[number])
    return number


def _unite(root: IntArray, one: int, other: int) -> None:
    small, large = sorted((_root(root, one), _root(root, other)))
    root[large] = small
