"""What is known of two sentences as a whole: the first columns of every judge of contradictions.

Owns `PAIR_COLUMNS`: how alike the sentences and their neighbours are, whether others are more alike, and what the judges of pairs
say; where no judge has spoken, likeness stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from summarize.conflict.candidates import BLOCK_ROWS, cells_of
from summarize.conflict.known import Known

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray

PAIR_COLUMNS = (
    "meaning",
    "wording",
    "synonymy",
    "part",
    "rank_least",
    "rank_most",
    "around",
    "words_least",
    "words_ratio",
    "same_fact",
    "same_topic",
    "fact_rank",
)


def pair_rows(known: Known, chosen: IntArray) -> FloatArray:
    """(chosen, columns) what is known of two sentences as a whole, for some of the candidates."""
    first, second = known.candidates.first[chosen], known.candidates.second[chosen]
    views = _views(known, first, second)
    lengths = known.closeness.views.lengths
    least, most = np.minimum(lengths[first], lengths[second]), np.maximum(lengths[first], lengths[second])
    rank = np.minimum(np.sort(_rank(known, first, second), axis=1), 5)
    judged = [
        views.mean(axis=0) if matrix is None else cells_of(matrix, first, second)
        for matrix in (known.same_fact, known.same_topic)
    ]
    columns = [
        *views, known.closeness.cells(first, second), *rank.T, _around(known, first, second),
        np.minimum(least, 40), least / most, *judged, _fact_rank(known, first, second),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _views(known: Known, first: IntArray, second: IntArray) -> FloatArray:
    """(3, pairs) meaning, wording and synonymy."""
    views = known.closeness.views
    meaning = np.einsum("ij,ij->i", views.meaning[first], views.meaning[second])
    wording = np.asarray(views.wording[first].multiply(views.wording[second]).sum(axis=1)).ravel()
    soft = np.asarray(views.spread[first].multiply(views.wording[second]).sum(axis=1)).ravel()
    return np.stack([meaning, wording, soft / (views.spread_norm[first] * views.spread_norm[second])])


def _rank(known: Known, first: IntArray, second: IntArray) -> IntArray:
    """(pairs, 2) how many sentences of the other one's article are more like the first one than the second is, and the other way round."""
    article = known.representation.article_of
    found = np.zeros((len(first), 2), dtype=np.int64)
    every = np.unique([first, second])
    for rows in np.array_split(every, 1 + len(every) // BLOCK_ROWS):
        alike = known.closeness.rows(rows)
        for side, (some, others) in enumerate(((first, second), (second, first))):
            for k in np.flatnonzero(np.isin(some, rows)).tolist():
                row = alike[np.searchsorted(rows, some[k])]
                found[k, side] = int((row[article == article[others[k]]] > row[others[k]]).sum())
    return found


def _fact_rank(known: Known, first: IntArray, second: IntArray) -> FloatArray:
    """By how much another sentence of the other article is surer to state the fact, the worse of both ways; 0 for the best."""
    if known.same_fact is None:
        return np.zeros(len(first), dtype=np.float32)
    article = known.representation.article_of
    cells = sparse.coo_array(known.same_fact)
    rows, columns = cells.coords
    articles = int(article.max()) + 1
    key = rows.astype(np.int64) * articles + article[columns]
    order = np.lexsort((-cells.data, key))
    keys, at = np.unique(key[order], return_index=True)
    best = np.r_[cells.data[order][at], 0.0]
    own = cells_of(known.same_fact, first, second)
    worst = np.zeros(len(first), dtype=np.float32)
    for some, others in ((first, second), (second, first)):
        wanted = some * articles + article[others]
        place = np.searchsorted(keys, wanted)
        hit = (place < len(keys)) & (keys[np.minimum(place, len(keys) - 1)] == wanted) if len(keys) else place < 0
        worst = np.maximum(worst, best[np.where(hit, place, len(best) - 1)] - own)
    return np.asarray(worst, dtype=np.float32)


def _around(known: Known, first: IntArray, second: IntArray) -> FloatArray:
    """How alike the sentences next to the two are, the mean of before and after."""
    article = known.representation.article_of
    found = np.zeros(len(first), dtype=np.float32)
    for step in (-1, 1):
        some, others = (np.clip(numbers + step, 0, len(article) - 1) for numbers in (first, second))
        same = (article[some] == article[first]) & (article[others] == article[second])
        found += np.where(same, known.closeness.views.of(some, others), 0.0) / 2
    return found
