"""What pairs of sentences are compared by: rows of every sentence, computed once a collection.

Owns the matrices; which of their products speak for one fact or one topic is in `summarize.judge.pairs`. Nothing here is
tied to a language: names are known by their capital, numbers by their digits, quotations by their marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from summarize.encode import unit, unit_sparse, within_languages
from summarize.judge.likeness import Likeness
from summarize.judge.shared import Terms
from summarize.judge.subject import Features, features, with_neighbours, written_large
from summarize.text import content_terms, words

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray, Representation

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]|«([^«»]+)»|„([^„“”]+)[“”]|‘([^‘’]{12,})’")
_WINDOW = 2
"""Sentences on either side of a gap whose likeness says whether the subject changes there."""
_AT_ONCE = 2048
"""Sentences whose rows are held twice at a time."""
SMALL = 96
"""Axes that stand in for each part of `subject` where a rough likeness will do."""
_DAMPING = 0.5
"""Power of the collection's own covariance in second-order rows: 1 would count a likeness twice, 0 once."""


_WEIGHTS = "wording told has names numbers quoted".split()
"""What a term weighs: as in `Likeness.wording`; how telling it is, its idf; 1; `told` if it is a name; 1 if it is a number;
`told` if it stands in quotation marks."""


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
    terms: Terms
    """The terms of each, by `_WEIGHTS`."""
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
    names = written_large(representation)
    subject = features(representation, names)
    small = _small(subject)
    passage = with_neighbours(subject, representation)
    subject = subject.halved()
    kin = _second_order(passage)
    passage = passage.halved()
    terms = _terms(representation, likeness, names)
    telling = sparse.diags_array(_telling(likeness))
    weight = np.asarray((terms.matrix("has") @ telling).tocsr().astype(np.float32).sum(axis=1)).ravel()
    centred = likeness.meaning[:n]
    if len(likeness.owner) > n:  # then it is of texts without the words that the whole event shares
        centred = _around_mean(within_languages(representation.vectors, likeness.languages))
    article = np.unique(representation.article_of, return_inverse=True)[1]  # an article may have lost all its sentences
    sayings = centred if len(likeness.owner) == n else likeness.meaning[:n]
    return Views(
        likeness=likeness,
        centred=centred,
        sayings=Features(sayings, likeness.wording[:n]),
        subject=subject,
        passage=passage,
        subject_small=small,
        kin=kin,
        terms=terms,
        bigrams=_bigrams(representation),
        weight=np.maximum(weight, 0.1).astype(np.float32),
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


def _telling(likeness: Likeness) -> FloatArray:
    """(terms,) inverse document frequency."""
    n = likeness.sentences
    frequency = np.bincount(likeness.wording[:n].indices, minlength=likeness.wording.shape[1])
    return np.log((n + 1) / (frequency + 0.5)).astype(np.float32)


def _terms(representation: Representation, likeness: Likeness, names: Set[str]) -> Terms:
    wording, column = likeness.wording[: likeness.sentences], likeness.column
    is_name = np.zeros(wording.shape[1], dtype=np.float32)
    is_name[[k for term, k in column.items() if term in names]] = 1
    is_number = np.zeros(wording.shape[1], dtype=np.float32)
    is_number[[k for term, k in column.items() if term.startswith("#")]] = 1
    at, told = wording.indices, _telling(likeness)[wording.indices]
    quoted = _is_quoted(representation, column, wording)
    weights = (wording.data, told, np.ones_like(told), told * is_name[at], is_number[at], told * quoted)
    return Terms(wording.indptr, at, wording.shape[1], dict(zip(_WEIGHTS, weights, strict=True)))


def _is_quoted(representation: Representation, column: Mapping[str, int], wording: Any) -> FloatArray:
    """(cells,) 1 where a term of a sentence stands in quotation marks there."""
    width, quoted = wording.shape[1], []
    for i, sentence in enumerate(representation.sentences):
        inside = " ".join("".join(found) for found in _QUOTED.findall(sentence.text))
        if inside:
            terms = content_terms(words(inside), representation.languages[i])
            quoted += [i * width + column[term] for term in terms if term in column]
    cells = np.repeat(np.arange(wording.shape[0]), np.diff(wording.indptr)) * width + wording.indices
    return np.isin(cells, quoted).astype(np.float32)


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
