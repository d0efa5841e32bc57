"""What a sentence is about, as rows whose dot product is a similarity.

Owns two parts. The semantic part is centred on the collection (everything is about the event) and whitened against how
adjoining sentences of one paragraph differ (within-class covariance normalisation, Hatch et al. 2006). The lexical part is
TF-IDF over stems with the document frequency counted in paragraphs; names weigh less, since everybody is in every topic.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from summarize.encode import columns_of, count_matrix, unit, unit_sparse, within_languages
from summarize.languages import stop_words
from summarize.text import stem

if TYPE_CHECKING:
    from summarize.model import FloatArray, Floats, IntArray, Representation

SEMANTIC_SHARE = 0.45
"""Weight of the semantic cosine, the rest is lexical; 0.35 to 0.55 are within 0.01 (benchmarks/topics.md)."""
WHITENING = 2.5
"""Identity added to the covariance within paragraphs, in mean eigenvalues; 1 to 8 are within 0.01."""
NAME_WEIGHT = 0.6
"""Of stems mostly written with a capital; 0.4 to 0.8 are within 0.01."""
NEIGHBOUR, NEIGHBOUR_ACROSS = 0.5, 0.25
"""Weight of the sentence before and after, in the same paragraph and across a border."""
BLOCK = 1024
"""Rows of the similarity matrix that are held at once."""
EXACT = 5_000
"""Sentences up to which all are compared with all."""
CELL, PROBES, SHADOW = 300, 8, 128
"""Beyond: sentences of a cell, cells that are searched, dimensions that stand in for the words when cells are made."""
_CELL_ROUNDS = 3
_DECIMALS = 5
"""The order of neighbours must not hang on the last bits of a sum."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Features:
    """One row a sentence; dot products of two rows, added over both parts, are their similarity."""

    semantic: Floats | FloatArray
    """(sentences, dimensions), rows of length √SEMANTIC_SHARE."""
    lexical: Any
    """(sentences, vocabulary) sparse, rows of length √(1 − SEMANTIC_SHARE); zero for a sentence without a shared word."""

    def halved(self) -> Features:
        """The same in half the room."""
        return Features(self.semantic.astype(np.float32), self.lexical.astype(np.float32))


def features(representation: Representation, names: Set[str] | None = None) -> Features:
    """What each sentence is about, by itself; `names` is what `written_large` gives, if that is known."""
    names = written_large(representation) if names is None else names
    return _scaled(_semantic(representation), _lexical(representation, names))


def with_neighbours(sharp: Features, representation: Representation) -> Features:
    """Each row mixed with those of the sentences before and after it in its article."""
    same = np.diff(representation.article_of) == 0
    inside = np.diff(representation.paragraph_of) == 0
    side = np.where(same, np.where(inside, NEIGHBOUR, NEIGHBOUR_ACROSS), 0.0)
    weights = sparse.diags_array([side, np.ones(len(same) + 1), side], offsets=[-1, 0, 1]).tocsr()
    return _scaled(weights @ sharp.semantic, weights @ sharp.lexical)


def nearest(rows: Features, count: int) -> tuple[IntArray, Floats]:
    """(sentences, count) most similar other sentences, best first, and their similarity; ties go to the earlier one."""
    n = len(rows.semantic)
    semantic, lexical = rows.semantic.astype(np.float32), rows.lexical.astype(np.float32)
    if n > EXACT:
        return _nearest_in_cells(semantic, lexical, count)
    other, strength = np.zeros((n, count), np.int64), np.zeros((n, count))
    for start in range(0, n, BLOCK):
        stop = min(n, start + BLOCK)
        block = semantic[start:stop] @ semantic.T + (lexical[start:stop] @ lexical.T).toarray()
        block[np.arange(stop - start), np.arange(start, stop)] = -np.inf
        block = np.round(block, _DECIMALS)
        edge = -np.partition(-block, count - 1, axis=1)[:, count - 1 : count]
        for row, values in enumerate(block):
            candidates = np.flatnonzero(values >= edge[row])
            best = candidates[np.argsort(-values[candidates], kind="stable")][:count]
            other[start + row], strength[start + row] = best, values[best]
    return other, strength


def _nearest_in_cells(semantic: FloatArray, lexical: Any, count: int) -> tuple[IntArray, Floats]:
    """The same for large collections, looked for in the PROBES nearest of n / CELL cells (inverted file, Jégou et al. 2011)."""
    n = len(semantic)
    drawn = np.random.default_rng(0)
    shadow = lexical @ (drawn.normal(size=(lexical.shape[1], SHADOW)) / np.sqrt(SHADOW)).astype(np.float32)
    dense = np.hstack([semantic, shadow])
    centres = unit(dense[np.linspace(0, n - 1, n // CELL).astype(np.int64)])
    for _ in range(_CELL_ROUNDS):
        cell = np.round(dense @ centres.T, _DECIMALS).argmax(axis=1)
        members = sparse.csr_array((np.ones(n, np.float32), (cell, np.arange(n))), shape=(len(centres), n))
        centres = unit(members @ dense)
    close = np.round(dense @ centres.T, _DECIMALS)
    cell, probed = close.argmax(axis=1), np.argsort(-close, axis=1, kind="stable")[:, :PROBES]
    other, strength = np.zeros((n, count), np.int64), np.full((n, count), -np.inf)
    for number in range(len(centres)):
        asking, inside = np.flatnonzero((probed == number).any(axis=1)), np.flatnonzero(cell == number)
        if not len(inside):
            continue
        block = semantic[asking] @ semantic[inside].T + (lexical[asking] @ lexical[inside].T).toarray()
        block[asking[:, None] == inside] = -np.inf
        values = np.hstack([strength[asking], np.round(block, _DECIMALS)])
        names = np.hstack([other[asking], np.broadcast_to(inside, block.shape)])
        best = np.argsort(-values, axis=1, kind="stable")[:, :count]
        strength[asking] = np.take_along_axis(values, best, axis=1)
        other[asking] = np.take_along_axis(names, best, axis=1)
    return other, np.maximum(strength, 0.0)


def _scaled(semantic: np.ndarray, lexical: Any) -> Features:
    return Features(unit(semantic) * np.sqrt(SEMANTIC_SHARE), unit_sparse(lexical) * np.sqrt(1 - SEMANTIC_SHARE))


def _semantic(representation: Representation) -> Floats:
    """Vectors less their mean, the directions in which paragraph mates differ damped by 1/√(1 + λ/t)."""
    language = np.unique(representation.languages, return_inverse=True)[1]
    centred = within_languages(representation.vectors, language).astype(np.float64)
    centred -= centred.mean(axis=0)
    mates = np.diff(representation.paragraph_of) == 0
    difference = np.diff(centred, axis=0)[mates]
    if not difference.any():
        return centred
    power, columns = np.linalg.eigh(difference.T @ difference)
    power, axes = np.maximum(power, 0.0), columns.T
    damping = 1 / np.sqrt(1 + power / (WHITENING * power.sum() / centred.shape[1]))
    return np.asarray(centred + ((centred @ axes.T) * (damping - 1)) @ axes)


def _lexical(representation: Representation, names: Set[str]) -> Any:
    """(1 + ln tf) · idf over the stems that two sentences share; idf counts paragraphs."""
    column = columns_of(representation.terms)
    counts = count_matrix(representation.terms, column)
    sentences_with = np.bincount(counts.indices, minlength=counts.shape[1])
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    cells = np.unique(representation.paragraph_of[rows] * counts.shape[1] + counts.indices)
    paragraphs_with = np.bincount(cells % counts.shape[1], minlength=counts.shape[1])
    paragraphs = len(np.unique(representation.paragraph_of))
    weight = np.maximum(np.log((paragraphs + 1) / (paragraphs_with + 0.5)), 0)
    weight[[column[name] for name in names if name in column]] *= NAME_WEIGHT
    weight[[column[term] for term in _general(representation) if term in column]] = 0.0
    weight[sentences_with < 2] = 0.0
    counts.data = (1 + np.log(counts.data)) * weight[counts.indices]
    counts.eliminate_zeros()
    return counts


def _general(representation: Representation) -> set[str]:
    """Stems of all stop words of the collection's languages: too general to tell one topic from another."""
    return {stem(word, code) for code in sorted(set(representation.languages)) for word in stop_words(code)}


def written_large(representation: Representation) -> set[str]:
    """Stems that are written with a capital more often than not inside a sentence."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence, language in zip(representation.sentences, representation.languages, strict=True):
        written[language].update(_WORD.findall(sentence.text)[1:])
    balance: Counter[str] = Counter()
    for language, counts in written.items():
        for word, count in counts.items():
            balance[stem(word.lower(), language)] += count if word[0].isupper() else -count
    return {name for name, more in balance.items() if more > 0}
