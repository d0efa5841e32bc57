"""What pairs of sentences are compared by: rows of every sentence, computed once a collection.

Owns the matrices; which of their products speak for one fact or one topic is in `summarize.judge.pairs`. Nothing here is
tied to a language: names are known by their capital, numbers by their digits, quotations by their marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from summarize.encode import unit, unit_sparse, within_languages
from summarize.judge.likeness import Likeness
from summarize.judge.subject import Features, features, with_neighbours
from summarize.text import content_terms, stem, words

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray, Representation

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]|«([^«»]+)»|„([^„“”]+)[“”]|‘([^‘’]{12,})’")
_WINDOW = 2
"""Sentences on either side of a gap whose likeness says whether the subject changes there."""
_AT_ONCE = 2048
"""Sentences whose rows are held twice at a time."""
SMALL = 96
"""Axes that stand in for each part of `subject` where a rough likeness will do."""
_DAMPING = 0.5
"""Power of the collection's own covariance in second-order rows: 1 would count a likeness twice, 0 once."""


@dataclass(frozen=True, slots=True)
class Views:
    """Rows of sentences; the product of two rows is a likeness or a weight in common."""

    likeness: Likeness
    centred: FloatArray
    """(sentences, dimensions) unit vectors of the whole text around the mean."""
    sayings: Features
    """What each says: meaning without the words that the whole event shares, and wording."""
    subject: Features
    """What each is about."""
    passage: Features
    """The same with the sentences before and after mixed in."""
    subject_small: FloatArray
    """(sentences, SMALL) `subject` on a few random axes: rough likeness, cheaply."""
    kin: FloatArray
    """(sentences, dimensions) unit rows: alike when they are alike to the same others (second order)."""
    told: Any
    """(sentences, terms) sparse: how telling each term is that a sentence has, its idf."""
    has: Any
    """(sentences, terms) sparse: 1 for each term that it has."""
    names: Any
    """(sentences, terms) sparse: `told`, of names only."""
    numbers: Any
    """(sentences, terms) sparse: 1 for each number."""
    quoted: Any
    """(sentences, terms) sparse: `told`, of what stands in quotation marks only."""
    bigrams: Any
    """(sentences, bigrams) sparse: unit rows of pairs of adjoining terms."""
    weight: FloatArray
    """(sentences,) sum of `told`, at least a little."""
    article: IntArray
    """(sentences,) number of the article."""
    paragraph: IntArray
    """(sentences,) number of the paragraph, counted through the collection."""
    place: FloatArray
    """(sentences,) place in the article, from 0 for its first sentence to 1 for its last."""
    calm: FloatArray
    """(sentences,) how alike what ends before a sentence is to what begins with it; low where the subject changes."""


def views(representation: Representation, likeness: Likeness) -> Views:
    """The rows of a collection."""
    n = len(representation)
    subject = features(representation)
    small = _small(subject)
    passage = with_neighbours(subject, representation)
    counts = (likeness.wording[:n] != 0).astype(np.float32).tocsr()
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    telling = np.log((n + 1) / (frequency + 0.5)).astype(np.float32)
    told = (counts @ sparse.diags_array(telling)).tocsr().astype(np.float32)
    article = np.unique(representation.article_of, return_inverse=True)[1]  # an article may have lost all its sentences
    return Views(
        likeness=likeness,
        centred=_around_mean(within_languages(representation.vectors, likeness.languages)),
        sayings=Features(likeness.meaning[:n].astype(np.float64), likeness.wording[:n]),
        subject=subject,
        passage=passage,
        subject_small=small,
        kin=_second_order(passage),
        told=told,
        has=counts,
        names=_only(told, _name_columns(representation, likeness)),
        numbers=_only(counts, np.array([k for term, k in likeness.column.items() if term.startswith("#")], np.int64)),
        quoted=_quoted(representation, likeness, told),
        bigrams=_bigrams(representation),
        weight=np.maximum(np.asarray(told.sum(axis=1)).ravel(), 0.1).astype(np.float32),
        article=article,
        paragraph=representation.paragraph_of,
        place=_place(article),
        calm=_calm(small, article),
    )


def _around_mean(vectors: FloatArray) -> FloatArray:
    n = len(vectors)
    return np.asarray(unit(vectors - vectors.mean(axis=0) * (n / (n + 10.0))), dtype=np.float32)


def _small(rows: Features) -> FloatArray:
    """Both parts of the rows on random axes (Johnson & Lindenstrauss 1984)."""
    drawn = np.random.default_rng(0)
    semantic = rows.semantic @ (drawn.normal(size=(rows.semantic.shape[1], SMALL)) / np.sqrt(SMALL))
    lexical = rows.lexical @ (drawn.normal(size=(rows.lexical.shape[1], SMALL)) / np.sqrt(SMALL))
    return np.asarray(np.hstack([semantic, lexical]), dtype=np.float32)


def _second_order(rows: Features) -> FloatArray:
    """The semantic rows stretched along the directions in which the collection itself is long."""
    semantic = rows.semantic
    values, axes = np.linalg.eigh(semantic.T @ semantic / len(semantic))
    keep = values > values.max() * 1e-6
    stretched = (semantic @ axes[:, keep]) * values[keep] ** _DAMPING
    return unit(stretched).astype(np.float32)


def _name_columns(representation: Representation, likeness: Likeness) -> IntArray:
    """Terms that are written with a capital more often than not inside a sentence."""
    balance: dict[str, int] = {}
    for sentence, language in zip(representation.sentences, representation.languages, strict=True):
        for word in _WORD.findall(sentence.text)[1:]:
            term = stem(word.lower(), language)
            balance[term] = balance.get(term, 0) + (1 if word[0].isupper() else -1)
    return np.array([k for term, k in likeness.column.items() if balance.get(term, 0) > 0], dtype=np.int64)


def _only(matrix: Any, columns: IntArray) -> Any:
    kept = np.zeros(matrix.shape[1], dtype=np.float32)
    kept[columns] = 1
    chosen = (matrix @ sparse.diags_array(kept)).tocsr().astype(np.float32)
    chosen.eliminate_zeros()
    return chosen


def _quoted(representation: Representation, likeness: Likeness, told: Any) -> Any:
    rows, columns = [], []
    for i, sentence in enumerate(representation.sentences):
        inside = " ".join("".join(found) for found in _QUOTED.findall(sentence.text))
        for term in set(content_terms(words(inside), representation.languages[i])) if inside else ():
            if term in likeness.column:
                rows.append(i)
                columns.append(likeness.column[term])
    mask = sparse.coo_array((np.ones(len(rows), np.float32), (rows, columns)), shape=told.shape).tocsr()
    return told.multiply(mask).tocsr().astype(np.float32)


def _bigrams(representation: Representation) -> Any:
    """Unit rows; those that one sentence alone has count for the length and have no column."""
    number: dict[str, int] = {}
    lengths = np.array([max(0, len(terms) - 1) for terms in representation.terms], dtype=np.int64)
    numbers = [[number.setdefault(term, len(number)) for term in terms] for terms in representation.terms]
    pairs = [
        a * len(number) + b for row in numbers for a, b in pairwise(row)
    ]  # numbers: tuples take ten times the room
    _, first, column = np.unique(np.array(pairs, dtype=np.int64), return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))  # columns in the order of their first sentences
    cell = np.unique(np.repeat(np.arange(len(lengths)), lengths) * max(1, len(first)) + order[column])
    rows, columns = np.divmod(cell, max(1, len(first)))
    shape = (len(representation), max(1, len(first)))
    found = unit_sparse(sparse.coo_array((np.ones(len(rows)), (rows, columns)), shape=shape).tocsr()).astype(np.float32)
    shared = np.flatnonzero(np.bincount(found.indices, minlength=shape[1]) > 1)
    return found[:, shared] if len(shared) else found[:, :1]


def _place(article: IntArray) -> FloatArray:
    start = np.flatnonzero(np.append(True, np.diff(article) != 0))
    size = np.diff(np.append(start, len(article)))
    within = np.arange(len(article)) - np.repeat(start, size)
    return np.asarray(within / np.maximum(np.repeat(size, size) - 1, 1), dtype=np.float32)


def _calm(rows: FloatArray, article: IntArray) -> FloatArray:
    n = len(article)
    summed = np.vstack([np.zeros((1, rows.shape[1])), np.cumsum(rows, axis=0, dtype=np.float64)])
    start, stop = np.searchsorted(article, article), np.searchsorted(article, article, side="right")
    calm = np.empty(n, dtype=np.float32)
    for here in np.split(np.arange(n), range(_AT_ONCE, n, _AT_ONCE)):
        before = summed[here] - summed[np.maximum(here - _WINDOW, start[here])]
        after = summed[np.minimum(here + _WINDOW, stop[here])] - summed[here]
        calm[here] = (unit(before) * unit(after)).sum(axis=1)
    return calm
