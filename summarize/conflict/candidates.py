"""Which sentences are looked at together: of different articles, and close in what they are about.

Owns the choice of pairs and what is known of a pair of sentences before their slots are looked at. Two numbers of one thing
stand in sentences that are alike; a claim and its denial share a subject, not a statement, so the bound is low and the judge
decides.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.conflict.reading import Slots
    from summarize.judge import Likeness
    from summarize.model import FloatArray, IntArray, Representation

    BoolArray = NDArray[np.bool_]

BLOCK_ROWS = 512
"""Rows of a matrix that are held at once."""
CLOSE = 0.08
"""Likeness of two sentences, or of parts of them, from which on they are looked at: nine in ten labelled pairs of numbers."""
JUDGED = 0.1
"""Probability of one fact from which on a pair is looked at, however it sounds."""
NEARBY, NEARBY_MOST = 0.15, 200
"""Blocking of parts of sentences: the mean of meaning and wording below which a pair is not scored, and the most of each row."""
TOPIC = 0.25
"""Probability of one topic from which on a claim and a denial are looked at."""
MOST = 60
"""Pairs kept for a sentence, the most alike ones: what bounds the work on a hundred articles."""


FEW = 24
"""Sentences that count one thing up to which all of them are looked at together."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of sentences of different articles."""

    first: IntArray
    second: IntArray
    """(pairs,) numbers of the sentences, `first` the smaller one; sorted by both."""
    views: FloatArray
    """(pairs, 4) meaning, wording, synonymy, and the likeness of the most similar parts."""
    rank: IntArray
    """(pairs, 2) how many sentences of its article are more like the first one than the second is, and the other way round."""
    near: BoolArray
    """(pairs,) whether two numbers or dates in them may be of one thing; the others are looked at for denials only."""

    def __len__(self) -> int:
        return len(self.first)


def candidates(
    representation: Representation,
    views: Likeness,
    slots: Slots,
    same_fact: Any = None,
    same_topic: Any = None,
) -> Candidates:
    """The pairs of a collection that sound alike, or count the same rare thing.

    `same_fact` and `same_topic` (sentences, sentences, dense or sparse), probabilities of one fact and of one topic, add pairs
    that do neither. Works block by block: nothing of the size of all pairs is held.
    """
    n = len(representation)
    article = representation.article_of
    parts = _parts(views, n)
    near: set[tuple[int, int]] = {(i, j) for i, j in same_things(slots) if article[i] != article[j]}
    wide = set(near)
    for block in _blocks(n):
        best = _best(views, parts, block, n)
        apart = article[block, None] != article[None, :]
        wanted = best >= CLOSE
        if same_fact is not None:
            wanted |= rows_of(same_fact, block) >= JUDGED
        near |= _pairs(_most(best, apart & wanted), block)
        if same_topic is not None:
            topic = rows_of(same_topic, block)
            wide |= _pairs(_most(topic, apart & (topic >= TOPIC)), block)
    found = sorted(near | wide)
    first, second = (np.array([pair[k] for pair in found], dtype=np.int64) for k in (0, 1))
    likeness, rank = _likeness(views, parts, article, first, second)
    seen = np.stack([*_views(views, first, second), likeness], axis=1).astype(np.float32)
    return Candidates(first, second, seen, rank, np.array([pair in near for pair in found], dtype=bool))


def rows_of(matrix: Any, block: slice) -> FloatArray:
    """Some rows of a matrix, dense."""
    rows = matrix[block]
    return np.asarray(rows.toarray() if hasattr(rows, "toarray") else rows)


def cells_of(matrix: Any, first: IntArray, second: IntArray) -> FloatArray:
    """The cells of a matrix, dense or sparse, at some places."""
    return np.asarray(matrix[first, second], dtype=np.float32).ravel()


def _blocks(n: int) -> list[slice]:
    return [slice(start, min(start + BLOCK_ROWS, n)) for start in range(0, n, BLOCK_ROWS)]


def _pairs(wanted: np.ndarray, block: slice) -> set[tuple[int, int]]:
    rows, columns = np.nonzero(wanted)
    rows = rows + block.start
    return set(zip(np.minimum(rows, columns).tolist(), np.maximum(rows, columns).tolist(), strict=True))


def _most(scores: FloatArray, wanted: np.ndarray) -> np.ndarray:
    """The wanted cells, MOST of each row at most: those with the highest scores."""
    n = scores.shape[1]
    if n <= MOST:
        return wanted
    kept = np.where(wanted, scores, -1.0)
    return np.asarray(wanted & (kept >= np.partition(kept, n - MOST, axis=1)[:, n - MOST, None]))


def same_things(slots: Slots) -> list[tuple[int, int]]:
    """Pairs of sentences (first < second) that count things of one name, or victims of one kind, that few sentences count."""
    by_thing: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(slots.values):
        things = {f"{slot.readings[0].family} {head}" for slot in row for head in slot.heads}
        things |= {f"event {slot.event}" for slot in row if slot.event and slot.readings[0].family == "count"}
        for thing in sorted(things):
            by_thing[thing].append(number)
    few = [members for members in by_thing.values() if len(members) <= FEW]
    return sorted({(i, j) for members in few for k, i in enumerate(members) for j in members[k + 1 :]})


def _views(views: Likeness, rows: IntArray, columns: IntArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    meaning = np.einsum("ij,ij->i", views.meaning[rows], views.meaning[columns])
    wording = np.asarray(views.wording[rows].multiply(views.wording[columns]).sum(axis=1)).ravel()
    soft = np.asarray(views.spread[rows].multiply(views.wording[columns]).sum(axis=1)).ravel()
    return meaning, wording, soft / (views.spread_norm[rows] * views.spread_norm[columns])


def _parts(views: Likeness, n: int) -> Any:
    """(sentences, sentences) sparse likeness of the most similar parts of sentences that are near each other."""
    rows, columns = views.nearby(NEARBY, NEARBY_MOST)
    alike = views.of(rows, columns)
    some, others = views.owner[rows], views.owner[columns]
    first, second = np.minimum(some, others), np.maximum(some, others)
    order = np.lexsort((-alike, second, first))
    first, second, alike = first[order], second[order], alike[order]
    best = np.r_[True, (np.diff(first) != 0) | (np.diff(second) != 0)] if len(first) else np.zeros(0, dtype=bool)
    matrix = sparse.csr_array((alike[best], (first[best], second[best])), shape=(n, n), dtype=np.float32)
    return (matrix + matrix.T).tocsr()


def _best(views: Likeness, parts: Any, block: slice, n: int) -> FloatArray:
    """(block, sentences) likeness of whole sentences or of their most similar parts, whichever is greater."""
    meaning = views.meaning[block] @ views.meaning[:n].T
    wording = (views.wording[block] @ views.wording[:n].T).toarray()
    soft = (views.spread[block] @ views.wording[:n].T).toarray()
    soft /= views.spread_norm[block, None] * views.spread_norm[None, :n]
    best = np.maximum((meaning + wording + soft) / 3, parts[block].toarray())
    return np.asarray(best, dtype=np.float32)


def _likeness(
    views: Likeness, parts: Any, article: IntArray, first: IntArray, second: IntArray
) -> tuple[FloatArray, IntArray]:
    """Of each pair the likeness, and how many sentences of the other one's article are more like either of the two."""
    n = len(article)
    alike, rank = np.zeros(len(first), dtype=np.float32), np.zeros((len(first), 2), dtype=np.int64)
    members = {number: np.flatnonzero(article == number) for number in np.unique(article).tolist()}
    for block in _blocks(n):
        best = _best(views, parts, block, n)
        for side, (some, others) in enumerate(((first, second), (second, first))):
            for k in np.flatnonzero((some >= block.start) & (some < block.stop)).tolist():
                row, other = best[some[k] - block.start], others[k]
                rank[k, side] = int((row[members[int(article[other])]] > row[other]).sum())
                if side == 0:
                    alike[k] = row[other]
    return alike, rank
