"""Outlines as rows of numbers, and how alike any two of them are.

Owns the score of a pair: words by TF-IDF (Manning, Raghavan & Schütze 2008, ch. 6) within a language, vectors and common names
across languages, less for days between, and less where both articles lie in a crowd (the local scaling of Lample et al. 2018):
reports from one parliament are alike without being of one event. Two articles with a score above zero are rather of one story
than of two. Scores are exact; what is compared is found in
`summarize.stories.near`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from summarize.encode import unit_sparse
from summarize.stories.outline import Outline

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.model import FloatArray, Floats, IntArray

    BoolArray = NDArray[np.bool_]

WORDS_CUT = 0.04
"""Cosine of words, less the crowd, from which two articles in one language are of one story."""
_CROWD_WEIGHT, _CROWD_MOST = 2.0, 0.1
"""How much the mean crowd of two articles counts, and its upper limit: in a story of hundreds the crowd is the story."""
_CROWD_USUAL, _CROWD_BEHIND = 0.06, 300.0
"""The crowd of an article among so many of other days, which stand behind a collection that is small."""
CROWD = slice(14, 34)
"""The nearest articles whose mean cosine is the crowd; those before them may be of the story."""
_POWER = 1.5
"""Of the inverse document frequency."""
_PRIOR = 4_000.0
"""Articles of many events that stand behind a collection: in a small one, the words of its only story are not common words."""
_MOST_VOICES = 3
"""Articles of one story that speak when it is counted how common a word is: a large story does not make its words common."""
FOREIGN_CUT, _FOREIGN_WORDS = 0.5, 3.0
"""Cosine of vectors and so many times that of words from which articles in two languages are of one story."""
_FREE_DAYS, _DAY_COST = 3.0, 0.006
"""So many days apart cost nothing, each further one this much: a month parts the loosest reports, a quarter all but copies."""
_DAY = 86_400.0
_PAIRS = 50_000
"""Pairs that are looked at at once."""
_TOP_TERMS = 100
"""The heaviest terms of an article, which are compared: the others change no story and cost most of the time."""


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of some outlines."""

    words: Any
    """(n, terms) sparse unit rows of the heaviest terms."""
    vectors: FloatArray
    """(n, d) unit rows, or zero."""
    language: IntArray
    """(n,) a number for each language."""
    days: Floats
    """(n,) days since 1970, NaN where unknown."""
    apart: BoolArray
    """(n,) True for what stands alone."""
    story: IntArray
    """(n,) what is known so far of their stories."""
    crowd: FloatArray
    """(n,) how near an article is to others that are hardly of its story; NaN until its neighbours are known."""

    def matrix(self, rows: IntArray, columns: IntArray) -> FloatArray:
        """(rows, columns) how much rather one story than two, above zero for one; rows and columns are numbers of outlines."""
        alike = np.asarray((self.words[rows] @ self.words[columns].T).toarray())
        return self._judged(alike, rows[:, None], columns[None, :], partial(_crossed, self.vectors, rows, columns))

    def each(self, some: IntArray, others: IntArray) -> FloatArray:
        """(pairs,) the same for pairs."""
        return self._judged(self.alike(some, others), some, others, partial(_paired, self.vectors, some, others))

    def alike(self, some: IntArray, others: IntArray) -> FloatArray:
        """(pairs,) the cosine of the words of pairs."""
        parts = [np.zeros(0, dtype=np.float32)]
        for start in range(0, len(some), _PAIRS):
            end = start + _PAIRS
            parts.append(np.asarray((self.words[some[start:end]] * self.words[others[start:end]]).sum(axis=1)).ravel())
        return np.concatenate(parts)

    def _crowded(self) -> FloatArray:
        """(n,) what the crowd around each article takes from a pair it is in; a usual one stands behind a small collection."""
        share = len(self.crowd) / (len(self.crowd) + _CROWD_BEHIND)
        crowd = np.minimum(share * self.crowd + (1 - share) * _CROWD_USUAL, _CROWD_MOST)
        return np.asarray(crowd * np.float32(_CROWD_WEIGHT / 2))

    def _judged(
        self, alike: FloatArray, some: IntArray, others: IntArray, near: Callable[[], FloatArray]
    ) -> FloatArray:
        crowded = self._crowded()
        found = alike - np.float32(WORDS_CUT) - crowded[some] - crowded[others]
        foreign = self.language[some] != self.language[others]
        if foreign.any():
            found = np.where(foreign, near() + np.float32(_FOREIGN_WORDS) * alike - np.float32(FOREIGN_CUT), found)
        between = np.nan_to_num(np.abs(self.days[some] - self.days[others])).astype(np.float32)
        found -= np.float32(_DAY_COST) * np.maximum(between - np.float32(_FREE_DAYS), np.float32(0))
        return np.where(self.apart[some] | self.apart[others], np.float32(-1), found)


def _crossed(vectors: FloatArray, rows: IntArray, columns: IntArray) -> FloatArray:
    return np.asarray(vectors[rows] @ vectors[columns].T)


def _paired(vectors: FloatArray, some: IntArray, others: IntArray) -> FloatArray:
    return np.asarray(np.einsum("ij,ij->i", vectors[some], vectors[others]))


def table(outlines: Sequence[Outline], story_of: IntArray) -> Table:
    """The numbers of some outlines, in their order; `story_of` (n,) is what is known of their stories, so far."""
    languages = sorted({one.language for one in outlines})
    place = {code: number for number, code in enumerate(languages)}
    days = [np.nan if one.published is None else one.published / _DAY for one in outlines]
    return Table(
        words=_weighted(outlines, story_of),
        vectors=_vectors(outlines),
        language=np.array([place[one.language] for one in outlines], dtype=np.int64),
        days=np.array(days, dtype=np.float64),
        apart=np.array([one.apart for one in outlines], dtype=bool),
        story=story_of,
        crowd=np.full(len(outlines), np.nan, dtype=np.float32),
    )


def _weighted(outlines: Sequence[Outline], story_of: IntArray) -> Any:
    """(n, terms) sparse unit rows: amounts times inverse document frequency, few articles of each story counted."""
    hashes = np.concatenate([one.terms for one in outlines])
    amounts = np.concatenate([one.amounts for one in outlines]).astype(np.float64)
    starts = np.cumsum([0, *(len(one.terms) for one in outlines)])
    known, column = np.unique(hashes, return_inverse=True)
    voices = np.minimum(np.unique(story_of, return_counts=True)[1], _MOST_VOICES).sum()
    inverse = np.log((1 + _PRIOR + voices) / (0.5 + _uses(column, np.repeat(story_of, np.diff(starts)), len(known))))
    data = amounts * np.maximum(inverse, 0)[column] ** _POWER
    rows = sparse.csr_array((data, column, starts), shape=(len(outlines), max(1, len(known))))
    return unit_sparse(_heaviest(rows)).astype(np.float32)


def _uses(column: IntArray, story: IntArray, terms: int) -> Floats:
    """(terms,) how many articles use each, at most so many of one story."""
    most = int(story.max(initial=0)) + 1
    pairs, times = np.unique(column.astype(np.int64) * most + story, return_counts=True)
    return np.asarray(np.bincount(pairs // most, weights=np.minimum(times, _MOST_VOICES), minlength=terms), np.float64)


def _heaviest(words: Any) -> Any:
    """The rows with their heaviest entries alone; of equals the earlier term."""
    row = np.repeat(np.arange(words.shape[0]), np.diff(words.indptr))
    order = np.lexsort((-words.data, row))
    rank = np.arange(len(order)) - words.indptr[row]
    kept = np.sort(order[rank < _TOP_TERMS])
    shape = words.shape
    return sparse.csr_array((words.data[kept], (row[kept], words.indices[kept])), shape=shape)


def _vectors(outlines: Sequence[Outline]) -> FloatArray:
    """(n, d) the vectors of the space that most outlines have; zero rows for the others."""
    counts = Counter((one.space, len(one.vector)) for one in outlines)
    space, width = min(counts, key=lambda key: (-counts[key], key))
    rows = np.zeros((len(outlines), max(1, width)), dtype=np.float32)
    for number, one in enumerate(outlines):
        if (one.space, len(one.vector)) == (space, width) and width:
            rows[number] = one.vector
    return rows
