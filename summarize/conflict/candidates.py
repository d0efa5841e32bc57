"""Which sentences are looked at together: of different articles, and close in what they are about.

Owns the choice of pairs and what is known of a pair of sentences before their slots are looked at. Two numbers of one thing
stand in sentences that are alike; a claim and its denial share a subject, not a statement, so the bound is low and the judge
decides.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
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
    """Pairs of sentences of different articles of which both have a value, or one says that something is not so."""

    first: IntArray
    second: IntArray
    """(pairs,) numbers of the sentences, `first` the smaller one; sorted by both."""
    near: BoolArray
    """(pairs,) whether two numbers or dates in them may be of one thing; the others are looked at for denials only."""

    def __len__(self) -> int:
        return len(self.first)


@dataclass(frozen=True)
class Closeness:
    """How alike sentences are, as wholes or in parts of them: rows of it are made when they are asked for."""

    views: Likeness
    parts: Any
    """(sentences, sentences) sparse likeness of the most similar parts that are near each other; None where no parts are known."""

    @classmethod
    def of(cls, views: Likeness) -> Closeness:
        return cls(views, _parts(views) if len(views.owner) > views.sentences else None)

    def rows(self, rows: IntArray) -> FloatArray:
        """(rows, sentences) likeness of some sentences to all."""
        views, n = self.views, self.views.sentences
        wording = (views.wording[rows] @ self._words).toarray()
        soft = (views.spread[rows] @ self._words).toarray()
        soft /= views.spread_norm[rows, None] * views.spread_norm[None, :n]
        foreign = views.languages[rows, None] != views.languages[None, :]
        wording[foreign] = soft[foreign]
        best = (views.meaning[rows] @ views.meaning[:n].T + wording + soft) / 3
        return np.asarray(
            best if self.parts is None else np.maximum(best, self.parts[rows].toarray()), dtype=np.float32
        )

    def cells(self, first: IntArray, second: IntArray) -> FloatArray:
        """(pairs,) likeness pair by pair."""
        whole = self.views.of(first, second)
        return whole if self.parts is None else np.maximum(whole, cells_of(self.parts, first, second))

    @cached_property
    def _words(self) -> Any:
        return self.views.wording[: self.views.sentences].T.tocsr()


def candidates(
    representation: Representation,
    closeness: Closeness,
    slots: Slots,
    same_fact: Any = None,
    same_topic: Any = None,
) -> Candidates:
    """The pairs of a collection that sound alike, or count the same rare thing.

    `same_fact` and `same_topic` (sentences, sentences, dense or sparse), probabilities of one fact and of one topic, add pairs
    that do neither. Works block by block: nothing of the size of all pairs is held.
    """
    n, article = len(representation), representation.article_of
    valued = np.array([bool(row) for row in slots.values], dtype=bool)
    denying = np.array([row.negates for row in slots.claims], dtype=bool)
    same = np.array(same_things(slots), dtype=np.int64).reshape(-1, 2)
    same = same[article[same[:, 0]] != article[same[:, 1]]]
    near = [same[:, 0] * n + same[:, 1]]
    wide = []
    for rows in _blocks(np.flatnonzero(valued | denying)):
        best = closeness.rows(rows)
        apart = article[rows, None] != article[None, :]
        apart &= (valued[rows, None] & valued) | denying[rows, None] | denying
        wanted = best >= CLOSE
        if same_fact is not None:
            wanted |= rows_of(same_fact, rows) >= JUDGED
        near.append(_keys(_most(best, apart & wanted), rows))
        if same_topic is not None:
            topic = rows_of(same_topic, rows)
            wide.append(_keys(_most(topic, apart & (topic >= TOPIC) & denying[rows, None]), rows))
    keys = np.unique(np.concatenate([*near, *wide]))
    first, second = keys // n, keys % n
    is_near = np.isin(keys, np.concatenate(near)) & valued[first] & valued[second]
    return Candidates(first, second, is_near)


def rows_of(matrix: Any, rows: IntArray) -> FloatArray:
    """Some rows of a matrix, dense."""
    found = matrix[rows]
    return np.asarray(found.toarray() if hasattr(found, "toarray") else found)


def cells_of(matrix: Any, first: IntArray, second: IntArray) -> FloatArray:
    """The cells of a matrix, dense or sparse, at some places."""
    if not len(first):  # a sparse matrix answers with a sparse array here
        return np.empty(0, dtype=np.float32)
    return np.asarray(matrix[first, second], dtype=np.float32).ravel()


def _blocks(rows: IntArray) -> list[IntArray]:
    return [rows[start : start + BLOCK_ROWS] for start in range(0, len(rows), BLOCK_ROWS)]


def _keys(wanted: BoolArray, rows: IntArray) -> IntArray:
    """The wanted cells as numbers: that of the smaller sentence times the sentences there are, and that of the other one."""
    at, others = np.nonzero(wanted)
    some = rows[at]
    return np.asarray(np.minimum(some, others) * wanted.shape[1] + np.maximum(some, others), dtype=np.int64)


def _most(scores: FloatArray, wanted: BoolArray) -> BoolArray:
    """The wanted cells, MOST of each row at most: those with the highest scores."""
    found = wanted.copy()
    for row in np.flatnonzero(wanted.sum(axis=1) > MOST).tolist():
        kept = scores[row, wanted[row]]
        found[row, wanted[row]] = kept >= np.partition(kept, -MOST)[-MOST]
    return found


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


def _parts(views: Likeness) -> Any:
    """(sentences, sentences) sparse likeness of the most similar parts of sentences that are near each other."""
    n = views.sentences
    rows, columns = views.nearby(NEARBY, NEARBY_MOST)
    alike = views.of(rows, columns)
    some, others = views.owner[rows], views.owner[columns]
    first, second = np.minimum(some, others), np.maximum(some, others)
    order = np.lexsort((-alike, second, first))
    first, second, alike = first[order], second[order], alike[order]
    best = np.r_[True, (np.diff(first) != 0) | (np.diff(second) != 0)] if len(first) else np.zeros(0, dtype=bool)
    matrix = sparse.csr_array((alike[best], (first[best], second[best])), shape=(n, n), dtype=np.float32)
    return (matrix + matrix.T).tocsr()
