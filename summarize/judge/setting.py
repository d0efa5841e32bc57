"""Where a sentence stands, and how it relates to the rest of its article and of the collection. No words, any language.

Owns the columns on place, on the text around a sentence, and on vectors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

import numpy as np

from summarize.encode import in_threads
from summarize.model import Representation

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray

_FAR = 400
"""Characters: text between two sentences beyond this is all the same."""
_BLOCK, _CELLS = 512, 2_560_000
"""Rows of cosines at a time, and cells at most."""


def setting(representation: Representation, near: FloatArray) -> dict[str, np.ndarray]:
    """Columns of (sentences,) numbers, by name; `near` is what `closest` gives."""
    return {**_place(representation), **_meaning(representation, near), **_terms(representation)}


def closest(representation: Representation) -> FloatArray:
    """(sentences, articles) the greatest cosine of each sentence with one of each article, 0 with those of its own."""
    article = _articles(representation)
    return _closest(np.asarray(representation.vectors, dtype=np.float32), article, np.arange(len(article)))


def closest_left(
    before: FloatArray, article_before: IntArray, representation: Representation, kept: IntArray
) -> FloatArray:
    """The same of what is left of a collection: only articles that have lost a sentence are compared again."""
    was = np.unique(article_before, return_inverse=True)[1]
    article = _articles(representation)
    first = np.flatnonzero(np.diff(article, prepend=-1))
    old = was[kept][first]
    best = np.ascontiguousarray(before[kept][:, old])  # sums depend on the order in memory
    lost = np.bincount(was)[old] > np.bincount(article)
    if lost.any():
        best[:, lost] = _closest(np.asarray(representation.vectors, np.float32), article, np.flatnonzero(lost[article]))
    return best


def _articles(representation: Representation) -> IntArray:
    """(sentences,) articles numbered without gaps: one may have lost all its sentences."""
    return np.unique(representation.article_of, return_inverse=True)[1]


def _closest(vectors: FloatArray, article: IntArray, others: IntArray) -> FloatArray:
    """(sentences, articles of the others) by blocks; `others` are whole articles."""
    of = article[others]
    first = np.flatnonzero(np.diff(of, prepend=-1))
    if not len(first):
        return np.zeros((len(vectors), 0), dtype=np.float32)
    there = vectors[others].T
    size = min(_BLOCK, max(1, _CELLS // len(others)))

    def near(start: int) -> FloatArray:
        block = np.maximum.reduceat(vectors[start : start + size] @ there, first, axis=1)
        block[article[start : start + size, None] == of[first]] = 0.0
        return np.asarray(block)

    return np.concatenate(in_threads(near, range(0, len(vectors), size)))


def _place(representation: Representation) -> dict[str, np.ndarray]:
    sentences = representation.sentences
    n = len(sentences)
    article = _articles(representation)
    size = np.bincount(article)[article] if n else np.zeros(0)
    index = np.array([s.index for s in sentences], dtype=float)
    paragraph = np.array([s.paragraph for s in sentences], dtype=float)
    start = np.array([s.start for s in sentences], dtype=float)
    end = np.array([s.end for s in sentences], dtype=float)
    length = end - start
    whole = np.array([len(s.article.text) for s in sentences], dtype=float)
    same_before = np.r_[False, article[1:] == article[:-1]][:n]
    same_after = np.r_[same_before[1:], False][:n]
    together = np.bincount(representation.paragraph_of)[representation.paragraph_of] if n else np.zeros(0)

    def shift(values: np.ndarray, none: float) -> np.ndarray:
        """The values of the sentences before."""
        return np.where(same_before, np.r_[none, values[:-1]][:n], none)

    def back(values: np.ndarray, none: float) -> np.ndarray:
        """The values of the sentences after."""
        return np.where(same_after, np.r_[values[1:], none][:n], none)

    gap = start - shift(end, 0.0)
    gap_after = np.where(same_after, back(start, 0.0), whole) - end
    lone = together == 1
    own_line = [_own_line(s.article.text, s.start, s.end) for s in sentences]
    counts = Counter(s.text for s in sentences)
    means = np.zeros(n)
    if n:
        means = (np.bincount(article, weights=length) / np.bincount(article))[article]
    here = representation.paragraph_of.astype(float)
    return {
        "index": index, "left": size - index - 1, "share": index / np.maximum(size - 1, 1), "size": size.astype(float),
        "paragraph": paragraph, "together": together.astype(float), "opens_paragraph": shift(here, -1.0) != here,
        "start_share": start / np.maximum(whole, 1), "gap": np.minimum(gap, _FAR), "gap_after": np.minimum(gap_after, _FAR),
        "length_before": shift(length, 0.0), "length_after": back(length, 0.0), "lone": lone,
        "lone_before": shift(lone.astype(float), -1.0), "lone_after": back(lone.astype(float), -1.0),
        "own_line": np.array(own_line, dtype=float), "relative_length": length / np.maximum(means, 1),
        "mean_length": means, "copies": np.array([counts[s.text] for s in sentences], dtype=float),
    }  # fmt: skip


def _own_line(text: str, start: int, end: int) -> int:
    """1 when a span opens a line, 2 when it ends one, 3 for both."""
    opens = start == 0 or "\n" in text[max(start - 3, 0) : start]
    return opens + 2 * (end >= len(text) - 1 or "\n" in text[end : end + 3])


def _meaning(representation: Representation, best: FloatArray) -> dict[str, np.ndarray]:
    vectors = np.asarray(representation.vectors, dtype=np.float32)
    article = _articles(representation)
    n = len(vectors)
    articles = int(article.max()) + 1 if n else 0
    centroid = vectors.mean(axis=0) if n else np.zeros(vectors.shape[1])
    first = np.flatnonzero(np.r_[True, article[1:] != article[:-1]]) if n else np.zeros(0, dtype=int)
    leads = vectors[first]
    own = np.add.reduceat(vectors, first, axis=0) if n else np.zeros((0, vectors.shape[1]), dtype=np.float32)
    own_mean = own / np.maximum(np.bincount(article, minlength=articles), 1)[:, None]
    to_leads = vectors @ leads.T
    top = np.partition(best, max(articles - 2, 0), axis=1)[:, -2:] if n else best
    other_leads = to_leads.copy()
    other_leads[np.arange(n), article] = 0.0
    before = np.r_[0.0, (vectors[1:] * vectors[:-1]).sum(axis=1)][:n]
    same = np.r_[False, article[1:] == article[:-1]][:n]
    before = np.where(same, before, 0.0)
    after = np.r_[before[1:], 0.0][:n]
    return {
        "to_centroid": vectors @ centroid, "to_article": (vectors * own_mean[article]).sum(axis=1),
        "to_lead": to_leads[np.arange(n), article], "to_leads_max": other_leads.max(axis=1, initial=0.0),
        "to_leads_mean": other_leads.sum(axis=1) / max(articles - 1, 1),
        "other_max": top[:, -1], "other_mean": best.sum(axis=1) / max(articles - 1, 1), "other_second": top[:, 0],
        "before": before, "after": after, "articles": np.full(n, float(articles)),
    }  # fmt: skip


def _terms(representation: Representation) -> dict[str, np.ndarray]:
    n, article = len(representation), representation.article_of
    said = _Said.of(representation.terms)
    kind, kinds = said.terms()
    pair, pairs = said.pairs()
    run = np.cumsum(np.append(0, article[1:] != article[:-1]))[:n]
    index = [sentence.index for sentence in representation.sentences]
    weight = np.array([(1.0 + place) ** -0.5 for place in index])
    spread, single = _told(kind, kinds, run, weight, len(said.names))
    _, early = _told(pair, pairs, run, weight, int(pairs.max(initial=-1)) + 1)
    frequency = np.bincount(kinds, minlength=len(said.names)).tolist()
    rare = np.array([log(n / count) for count in frequency])
    numbers = np.array([name.startswith("#") for name in said.names], dtype=float)
    powers = np.array([vote**1.5 for vote in early.tolist()])  # one by one: numpy's power has last bits of its own

    def summed(rows: IntArray, columns: IntArray, values: np.ndarray) -> np.ndarray:
        """(sentences,) the sum of what the cells of each are worth, in their order."""
        return np.bincount(rows, values[columns], n) if len(columns) else np.zeros(n)

    some = np.maximum(np.bincount(kind, minlength=n), 1)
    share = summed(kind, kinds, spread) / max(len(np.unique(article)), 1)
    columns = (
        said.length.astype(float), share, share / some, summed(kind, kinds, rare) / some,
        summed(pair, pairs, early) / np.maximum(np.bincount(pair, minlength=n), 1),
        summed(pair, pairs, powers) / np.sqrt(np.maximum(said.length, 1)),
        summed(kind, kinds, single) / some, summed(kind, kinds, numbers),
    )  # fmt: skip
    return dict(zip(_TERMS, columns, strict=True))


def _told(
    rows: IntArray, columns: IntArray, run: IntArray, weight: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray]:
    """(columns,) how many articles tell each, and the sum of the weights of the sentences that tell it first in each."""
    first = np.unique(run[rows] * count + columns, return_index=True)[1]
    return np.bincount(columns[first], minlength=count), np.bincount(columns[first], weight[rows[first]], count)


@dataclass(frozen=True, slots=True)
class _Said:
    """The terms of sentences as numbers in the order of the alphabet, so that sums have one order."""

    names: list[str]
    length: IntArray
    """(sentences,) terms of each."""
    owner: IntArray
    """(mentions,) the sentence of each."""
    number: IntArray
    """(mentions,) the number of its term."""

    @staticmethod
    def of(rows: Sequence[Sequence[str]]) -> _Said:
        names = sorted({term for row in rows for term in row})
        place = {term: number for number, term in enumerate(names)}
        length = np.array([len(row) for row in rows], dtype=np.int64)
        number = np.array([place[term] for row in rows for term in row], dtype=np.int64)
        return _Said(names, length, np.repeat(np.arange(len(rows)), length), number)

    def terms(self) -> tuple[IntArray, IntArray]:
        """(sentence, term) of each term that a sentence has."""
        return _cells(self.owner, self.number, len(self.names))

    def pairs(self) -> tuple[IntArray, IntArray]:
        """(sentence, number) of each pair of terms that adjoin in a sentence."""
        inside = self.owner[1:] == self.owner[:-1]
        first, second = self.number[:-1][inside], self.number[1:][inside]
        found, number = np.unique(first * len(self.names) + second, return_inverse=True)
        return _cells(self.owner[1:][inside], number, len(found))


def _cells(rows: IntArray, columns: IntArray, count: int) -> tuple[IntArray, IntArray]:
    """(row, column) of the cells that occur, ascending."""
    cell = np.unique(rows * count + columns)
    return cell // max(count, 1), cell % max(count, 1)


_TERMS = ("terms", "spread_sum", "spread", "rarity", "votes", "votes_sum", "votes_single", "numbers")
