"""What is known of two sentences as a whole: the first columns of every judge of contradictions.

Owns `PAIR_COLUMNS`: how alike the sentences and their neighbours are, whether others are more alike, and what the judges of pairs
say; where no judge has spoken, likeness stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from summarize.conflict.candidates import cells_of
from summarize.conflict.known import Known

if TYPE_CHECKING:
    from summarize.model import FloatArray

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


def pair_rows(known: Known) -> FloatArray:
    """(candidates, columns) what is known of two sentences as a whole."""
    found = known.candidates
    n = len(known.representation)
    like = found.views[:, :3].mean(axis=1)
    lengths = known.views.lengths
    around = _around(known, n)
    least = np.minimum(lengths[found.first], lengths[found.second])
    most = np.maximum(lengths[found.first], lengths[found.second])
    rank = np.minimum(np.sort(found.rank, axis=1), 5)
    judged = [
        like if matrix is None else cells_of(matrix, found.first, found.second)
        for matrix in (known.same_fact, known.same_topic)
    ]
    columns = [*found.views.T, *rank.T, around, np.minimum(least, 40), least / most, *judged, _fact_rank(known)]
    return np.stack(columns, axis=1).astype(np.float32)


def _fact_rank(known: Known) -> FloatArray:
    """By how much another sentence of the other article is surer to state the fact, the worse of both ways; 0 for the best."""
    found = known.candidates
    if known.same_fact is None:
        return np.zeros(len(found), dtype=np.float32)
    article = known.representation.article_of
    cells = sparse.coo_array(known.same_fact)
    rows, columns = cells.coords
    articles = int(article.max()) + 1
    key = rows.astype(np.int64) * articles + article[columns]
    order = np.lexsort((-cells.data, key))
    keys, at = np.unique(key[order], return_index=True)
    best = np.r_[cells.data[order][at], 0.0]
    own = cells_of(known.same_fact, found.first, found.second)
    worst = np.zeros(len(found), dtype=np.float32)
    for some, others in ((found.first, found.second), (found.second, found.first)):
        wanted = some * articles + article[others]
        place = np.searchsorted(keys, wanted)
        hit = (place < len(keys)) & (keys[np.minimum(place, len(keys) - 1)] == wanted) if len(keys) else place < 0
        worst = np.maximum(worst, best[np.where(hit, place, len(best) - 1)] - own)
    return np.asarray(worst, dtype=np.float32)


def _around(known: Known, n: int) -> FloatArray:
    """How alike the sentences next to the two are, the mean of before and after."""
    article = known.representation.article_of
    found = np.zeros(len(known.candidates), dtype=np.float32)
    for step in (-1, 1):
        some = np.clip(known.candidates.first + step, 0, n - 1)
        others = np.clip(known.candidates.second + step, 0, n - 1)
        same = (article[some] == article[known.candidates.first]) & (
            article[others] == article[known.candidates.second]
        )
        found += np.where(same, known.views.of(some, others), 0.0) / 2
    return found
