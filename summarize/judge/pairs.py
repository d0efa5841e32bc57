"""What speaks for two sentences being about one thing: one row of numbers a pair, the same whichever comes first.

Owns the features. Every one exists in every language that the encoder knows; where a script has no capitals or the encoder
is none, some are zero. What they add up to is learned (`summarize.judge.same_fact`, `summarize.judge.same_topic`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from summarize.judge.blocks import products
from summarize.judge.greatest import ascending
from summarize.judge.shared import in_common

if TYPE_CHECKING:
    from summarize.judge.views import Views
    from summarize.model import FloatArray, IntArray

RANK_MOST = 64
"""Ranks in a neighbourhood beyond this are as good as last."""
TOP = 5
"""Nearest others by which the surroundings of a sentence are measured."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of sentences, first < second."""

    first: IntArray
    second: IntArray

    def __len__(self) -> int:
        return len(self.first)


def both(one: FloatArray, other: FloatArray) -> list[FloatArray]:
    """Two directions as their smaller and their greater value."""
    return [np.minimum(one, other), np.maximum(one, other)]


WORDING = (
    "wording synonymy meaning likeness centred "
    "cover_least cover_most shared_weight bigrams "
    "numbers_shared numbers_alone_least numbers_alone_most names_shared names_share_least names_share_most "
    "quoted_shared quoted_share length_least length_most"
).split()


_IN_COMMON = (
    ("wording", "wording"), ("told", "has"), ("numbers", "numbers"), ("names", "has"), ("quoted", "has"), ("has", "quoted"),
)  # fmt: skip


def wording(views: Views, pairs: Pairs) -> list[FloatArray]:
    """What two sentences say, in which words."""
    i, j = pairs.first, pairs.second
    likeness, terms, norm = views.likeness, views.terms, views.likeness.spread_norm
    (same, shared, numbers, names, quoted, in_others), related = in_common(terms, i, j, _IN_COMMON, likeness.spread)
    related /= norm[i] * norm[j]
    quoted += in_others
    bare = products(views.sayings.semantic, views.sayings.semantic, i, j)
    is_whole = views.sayings.semantic is views.centred
    one_language = likeness.languages[i] == likeness.languages[j]
    alike = np.asarray((bare + np.where(one_language, same, related) + related) / 3, dtype=np.float32)
    weight, count = views.weight, terms.total("numbers")
    in_names, in_quotes = np.maximum(terms.total("names"), 1).astype(np.float32), terms.total("quoted")
    length = np.log(np.maximum(terms.total("has"), 1)).astype(np.float32)
    return [
        same, related, bare, alike, bare if is_whole else products(views.centred, views.centred, i, j),
        *both(shared / weight[i], shared / weight[j]), np.log1p(shared), products(views.bigrams, views.bigrams, i, j),
        numbers, *both(count[i] - numbers, count[j] - numbers),
        np.log1p(names), *both(names / in_names[i], names / in_names[j]),
        np.log1p(quoted), quoted / np.maximum(in_quotes[i] + in_quotes[j], 1), *both(length[i], length[j]),
    ]  # fmt: skip


SUBJECT = "subject_meaning subject_words passage_meaning passage_words kin shared_neighbours".split()


def subject(views: Views, pairs: Pairs) -> list[FloatArray]:
    """What two sentences are about, by themselves and with what stands around them."""
    i, j = pairs.first, pairs.second
    rows = [views.subject, views.passage]
    found = []
    for features in rows:
        found += [products(part, part, i, j) for part in (features.semantic, features.lexical)]
    passage = found[2] + found[3]
    return [*found, products(views.kin, views.kin, i, j), _shared_neighbours(len(views.weight), pairs, passage)]


def _shared_neighbours(n: int, pairs: Pairs, strength: FloatArray) -> FloatArray:
    """How far two sentences have the same nearest others, 0 to 1."""
    first, second = np.concatenate([pairs.first, pairs.second]), np.concatenate([pairs.second, pairs.first])
    rank = ranks(first, np.concatenate([strength, strength]))
    near = rank < 2 * TOP
    weight = (1 / (1 + rank[near])).astype(np.float32)
    rows = sparse.coo_array((weight, (first[near], second[near])), shape=(n, n)).tocsr()
    norm = np.sqrt(np.maximum(np.asarray(rows.multiply(rows).sum(axis=1)).ravel(), 1e-9))
    return np.asarray(products(rows, rows, pairs.first, pairs.second) / (norm[pairs.first] * norm[pairs.second]))


AROUND = "before after crossed_least crossed_most rank_least rank_most best_least best_most lead crowd_least crowd_most".split()


def around(views: Views, pairs: Pairs, alike: FloatArray) -> list[FloatArray]:
    """How a pair stands out among the pairs that its sentences make with others, and how its neighbours get on."""
    small = views.subject_small

    def beside(one: int, other: int) -> FloatArray:
        a, b, there = moved(views.article, pairs, one, other)
        return np.asarray(np.where(there, products(small, small, a, b), 0.0), np.float32)

    crossed = [np.maximum(beside(-1, 0), beside(1, 0)), np.maximum(beside(0, -1), beside(0, 1))]
    return [beside(-1, -1), beside(1, 1), *both(*crossed), *standing(len(views.weight), pairs, alike)]


def moved(article: IntArray, pairs: Pairs, one: int, other: int) -> tuple[IntArray, IntArray, np.ndarray]:
    """The pairs so many sentences further on, and whether there is such a pair in the same articles."""
    n, some, others = len(article), pairs.first + one, pairs.second + other
    a, b = np.clip(some, 0, n - 1), np.clip(others, 0, n - 1)
    same = (article[a] == article[pairs.first]) & (article[b] == article[pairs.second])
    return a, b, (some == a) & (others == b) & same & (a != b)


def standing(n: int, pairs: Pairs, strength: FloatArray) -> list[FloatArray]:
    """Of each pair: its ranks among those of its two sentences, their best others, its lead, and their mean of the best."""
    i, j, count = pairs.first, pairs.second, len(pairs)
    first, twice = np.concatenate([i, j]), np.concatenate([strength, strength])
    rank = ranks(first, twice)
    best, next_best, crowd = _surroundings(n, first, twice, rank)
    others_best = [np.where(strength >= best[k], next_best[k], best[k]) for k in (i, j)]
    nearness = np.log1p(np.minimum(rank, RANK_MOST)).astype(np.float32)
    return [
        *both(nearness[:count], nearness[count:]), *both(*others_best), strength - np.maximum(*others_best),
        *both(crowd[i], crowd[j]),
    ]  # fmt: skip


def ranks(group: IntArray, strength: FloatArray) -> IntArray:
    """(entries,) the place of each entry in its group, 0 for the strongest; ties go to the earlier entry."""
    weakest_last = -np.round(strength, 5).astype(np.float32)
    order = np.argsort((group << 32) + ascending(weakest_last), kind="stable")
    ordered = group[order]
    start = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])) if len(group) else np.zeros(0, np.int64)
    place = np.arange(len(group)) - np.repeat(start, np.diff(np.append(start, len(group))))
    found = np.empty(len(group), dtype=np.int64)
    found[order] = place
    return found


def _surroundings(
    n: int, group: IntArray, strength: FloatArray, rank: IntArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """(sentences,) the strongest, the second strongest and the mean of the TOP strongest entries of each."""
    table = np.zeros((n, TOP), dtype=np.float32)
    near = rank < TOP
    table[group[near], rank[near]] = strength[near]
    return table[:, 0], table[:, 1], table.mean(axis=1)


ORDER = (
    "one_article distance adjoining one_paragraph paragraphs_apart calm_least place_least place_most place_apart "
    "start_least start_most one_language sentences articles article_sentences_least article_sentences_most"
).split()


def order(views: Views, pairs: Pairs) -> list[FloatArray]:
    """Where two sentences stand, and in how large a collection."""
    i, j = pairs.first, pairs.second
    article = views.article
    same = (article[i] == article[j]).astype(np.float32)
    apart = np.where(same > 0, j - i, 0)
    paragraphs = np.where(same > 0, views.paragraph[j] - views.paragraph[i], 0)
    start = np.searchsorted(article, article)
    index = np.log1p(np.arange(len(article)) - start)
    size = np.log(np.bincount(article))
    size = size[article]
    calm = np.where(same > 0, least_between(views.calm, i, j), -1)
    language = views.likeness.languages
    count = len(pairs)
    return [
        same, np.log1p(apart), same * (apart == 1), same * (paragraphs == 0), np.log1p(paragraphs), calm,
        *both(views.place[i], views.place[j]), np.abs(views.place[i] - views.place[j]), *both(index[i], index[j]),
        language[i] == language[j], np.full(count, np.log(len(article))), np.full(count, np.log(article.max() + 1)),
        *both(size[i], size[j]),
    ]  # fmt: skip


def least_between(values: FloatArray, first: IntArray, second: IntArray) -> FloatArray:
    """(pairs,) the least value after `first` up to `second`, by a table of powers of two (sparse table, range minimum)."""
    table = [values]
    while 2 ** len(table) <= len(values):
        step = 2 ** (len(table) - 1)
        table.append(np.minimum(table[-1], np.append(table[-1][step:], np.full(step, np.inf, values.dtype))))
    stacked = np.stack(table)
    power = np.frexp((second - first).astype(np.float64))[1] - 1
    return np.asarray(np.minimum(stacked[power, first + 1], stacked[power, second + 1 - 2**power]), dtype=np.float32)
