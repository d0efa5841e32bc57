"""A second look at topics: what the first probabilities of all pairs say about one pair.

Two sentences that are probably of one topic with the same others are of one topic themselves. Owns the features of that, from
the probabilities of one fact and of one topic; the second network was trained on probabilities of judges that had not seen
the event (stacking, Wolpert 1992).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summarize.judge.blocks import products
from summarize.judge.networks import Network, load
from summarize.judge.pairs import both, moved, standing
from summarize.judge.table import Table

if TYPE_CHECKING:
    from summarize.model import FloatArray, Floats, IntArray

MODEL = Path(__file__).parent / "same_topic_second.npz"
_NAMES = (
    "logit shared rank_least rank_most best_least best_most lead crowd_least crowd_most degree_least degree_most "
    "before after crossed opposed"
).split()
FIRST = tuple(
    "one_article likeness wording sentences articles place_least place_most distance passage_meaning kin length_least "
    "length_most calm_least one_paragraph article_sentences_least article_sentences_most".split()
)
"""Features of the first look that the second one sees again."""
COLUMNS = (*(f"{kind}_{name}" for kind in ("fact", "topic") for name in _NAMES), *FIRST)
_AT_ONCE = 65_536
"""Pairs whose rows are there at once."""
_LEAST = 1e-4
"""Probabilities are kept this far from 0 and 1."""


def network() -> Network:
    """The trained judge. Raises `ModelDamaged`."""
    return load(MODEL)


def same_topic_again(table: Table, article: IntArray, fact: Floats, topic: Floats, judge: Network) -> Floats:
    """(pairs,) the probability of one topic, from the first probabilities of one fact and one topic."""
    columns = _columns(table, article, fact, topic)
    if not len(fact):
        return np.zeros(0)
    blocks = [slice(start, start + _AT_ONCE) for start in range(0, len(fact), _AT_ONCE)]
    rows_of = (np.stack([column[block] for column in columns], axis=1) for block in blocks)
    return np.concatenate([judge.probabilities(some) for some in rows_of])


def rows(table: Table, article: IntArray, fact: Floats, topic: Floats) -> FloatArray:
    """(pairs, COLUMNS) features; `article` is the number of the article of each sentence."""
    return np.stack(_columns(table, article, fact, topic), axis=1)


def _columns(table: Table, article: IntArray, fact: Floats, topic: Floats) -> list[FloatArray]:
    seen = [column for values in (fact, topic) for column in _looked_at(table, article, values.astype(np.float32))]
    return [*(column.astype(np.float32, copy=False) for column in seen), *(table.column(name) for name in FIRST)]


def _looked_at(table: Table, article: IntArray, values: FloatArray) -> list[FloatArray]:
    pairs, n = table.pairs, table.sentences
    i, j = pairs.first, pairs.second
    square = table.square(values)
    degree = np.asarray(square.sum(axis=1), dtype=np.float32).ravel()
    norm = np.sqrt(np.bincount(i, values**2, n) + np.bincount(j, values**2, n)).astype(np.float32) + np.float32(0.05)
    clipped = np.clip(values, _LEAST, 1 - _LEAST)
    key = i * n + j

    def beside(one: int, other: int) -> FloatArray:
        return _value_at(key, values, n, *moved(article, pairs, one, other))

    return [
        np.log(clipped / (1 - clipped)), products(square, square, i, j) / (norm[i] * norm[j]),
        *standing(n, pairs, values), *both(degree[i], degree[j]), beside(-1, -1), beside(1, 1),
        np.maximum(beside(0, 1), beside(0, -1)) + np.maximum(beside(1, 0), beside(-1, 0)),
        np.maximum(beside(1, -1), beside(-1, 1)),
    ]  # fmt: skip


def _value_at(key: IntArray, values: FloatArray, n: int, a: IntArray, b: IntArray, there: np.ndarray) -> FloatArray:
    """(pairs,) the value of other pairs; 0 for those that do not exist or were not judged. `key` is ascending."""
    wanted = np.minimum(a, b) * n + np.maximum(a, b)
    at = np.minimum(np.searchsorted(key, wanted), len(key) - 1)
    return np.where(there & (key[at] == wanted), values[at], np.float32(0))
