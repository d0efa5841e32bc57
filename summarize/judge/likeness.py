"""How alike two sentences are in what they state: three views of a pair, averaged because each fails where another holds.

* meaning: cosine of sentence vectors around the mean vector, for a rule of the text *without the words the whole event shares*;
* wording: TF-IDF cosine over stems and number values;
* synonymy: the same with related words counted as partly equal, the soft cosine s(a, b) = aᵀSb / √(aᵀSa · bᵀSb) of Sidorov
  et al. 2014, eq. 7 (Wong et al. 1985 call it the generalised vector space model), S from word vectors.

A sentence often states two facts or quotes a third, so its clauses and quotations (its *parts*) have rows of their own.
Owns the similarity; what follows from it is decided in `summarize.match.same_fact`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from summarize.encode import columns_of, count_matrix, in_threads, unit, unit_sparse, within_languages
from summarize.judge.greatest import ranked
from summarize.model import Representation
from summarize.text import content_terms, mask, words

if TYPE_CHECKING:
    from summarize.model import Encoder, FloatArray, Floats, IntArray

# Measured together on the labelled events and Summary of a Haystack (benchmarks/match.md); do not move one alone.
COMMON_SHARE = 0.10
"""A stem in more of the sentences than this is the event itself, and hides what a sentence says."""
COMMON_LEAST = 3
"""… and in more than so many, or a small collection would hide whatever is told twice."""
MEAN_PRIOR = 10
"""Sentences' worth of doubt about the mean vector: the mean of two sentences is half of each."""
RELATED = 0.30
"""Cosine of two words from which on they count as related; below is noise."""
RELATED_MOST = 20
"""Related words kept for a word."""
_EQUAL = 1e-5
"""Cosines that are no further apart are equal: sums differ in the last bits between kernels of the matrix library."""
PART_TERMS = 6
"""Content terms that a part must have; fewer are too little to be a fact."""
PART_SHARE = 0.9
"""A part longer than this share of its sentence is the sentence."""
BLOCK_ROWS = 512
"""Rows of a similarity matrix that are held at once."""
WHOLE = 10_000
"""Rows up to which products of rows are held."""
PAIRS_AT_ONCE = 8192
"""Pairs scored at once: keeps the gathered vectors in the processor's cache."""

_JOINT = re.compile(r"[,;:]['\"”’»]*\s+|\s[–-]\s|\s?—\s?|[，；：、]")
_QUOTATION = re.compile(r"[“\"]([^“”\"]{20,})[”\"]|«([^«»]{20,})»|„([^„“”]{20,})[“”]")


@dataclass(frozen=True, slots=True)
class Spread:
    """The rows of a product that is not held: it takes ten times the room of its factors."""

    wording: Any
    related: Any

    def __getitem__(self, rows: IntArray | slice) -> Any:
        """(rows, terms) sparse."""
        return (self.wording[rows] @ self.related).tocsr()


@dataclass(frozen=True, slots=True)
class Likeness:
    """The views of all sentences and their parts, a row each; the first rows are the sentences themselves."""

    sentences: int
    owner: IntArray
    """(rows,) the sentence a row belongs to."""
    languages: IntArray
    """(sentences,) language of each, as a number."""
    lengths: FloatArray
    """(rows,) distinct content terms, at least 1."""
    meaning: FloatArray
    """(rows, dimensions) unit rows."""
    wording: Any
    """(rows, terms) sparse unit rows."""
    spread: Any
    """(rows, terms) sparse: wording times the word similarities S; of a large collection, rows are made when asked for."""
    spread_norm: FloatArray
    """(rows,) the soft norm of each row of wording."""
    related: Any
    """(terms, terms) sparse: the word similarities S, from 0 to 1, 1 on the diagonal."""
    column: Mapping[str, int]
    """The column of each term."""

    def of(self, rows: IntArray, columns: IntArray) -> FloatArray:
        """The mean of the three views, pair by pair; across languages synonymy stands in for wording."""
        if len(rows) > PAIRS_AT_ONCE:
            cuts = range(PAIRS_AT_ONCE, len(rows), PAIRS_AT_ONCE)
            batches = zip(np.split(rows, cuts), np.split(columns, cuts), strict=True)
            return np.concatenate([self.of(some, others) for some, others in batches])
        meaning = np.einsum("ij,ij->i", self.meaning[rows], self.meaning[columns])
        wording = _dot(self.wording[rows], self.wording[columns])
        synonymy = _dot(self.spread[rows], self.wording[columns]) / (self.spread_norm[rows] * self.spread_norm[columns])
        same = self.languages[self.owner[rows]] == self.languages[self.owner[columns]]
        return np.asarray((meaning + np.where(same, wording, synonymy) + synonymy) / 3, dtype=np.float32)

    def knows(self, term: str) -> bool:
        """Whether any sentence has a term."""
        return term in self.column

    def speaking_of(self, terms: Sequence[str], exact: Set[str] = frozenset()) -> Floats:
        """(sentences, terms) how surely each sentence says each of some known terms, in the same or a related word.

        Nothing is like the `exact` ones: Iraqi waters are not Iranian waters.
        """
        said = self.wording[: self.sentences] != 0
        found = np.zeros((self.sentences, len(terms)))
        for position, term in enumerate(terms):
            column = self.column[term]
            if term in exact:
                found[:, position] = said[:, [column]].toarray().ravel()
            else:
                related = self.related[[column]].toarray()
                found[:, position] = said.multiply(related).max(axis=1).toarray().ravel()
        return found

    def rarity(self, terms: Sequence[str]) -> Floats:
        """(terms,) inverse document frequency of some known terms."""
        frequency = (self.wording[: self.sentences, [self.column[term] for term in terms]] != 0).sum(axis=0)
        return np.asarray(np.log((self.sentences + 1) / (np.asarray(frequency).ravel() + 0.5)))

    def nearby(self, least: float, most: int) -> tuple[IntArray, IntArray]:
        """Pairs of rows (first < second) of two sentences whose meaning and wording are near, `most` from each row.

        Block by block: the largest matrix is BLOCK_ROWS × rows.
        """
        n = len(self.meaning)
        other = self.wording.T.tocsr()
        firsts, seconds = [], []
        for start in range(0, n, BLOCK_ROWS):
            stop = min(start + BLOCK_ROWS, n)
            block = self.meaning[start:stop] @ self.meaning[start:].T
            block += (self.wording[start:stop] @ other[:, start:]).toarray()
            block *= 0.5
            block[self.owner[start:] == self.owner[start:stop, None]] = -1
            block[np.arange(n - start) < np.arange(stop - start)[:, None]] = -1
            if n - start > most:
                floor = np.partition(block, n - start - most, axis=1)[:, n - start - most, None]
                block[block < floor] = -1
                _drop_ties(block, floor, most)
            first, second = np.nonzero(block >= least)
            firsts.append(first + start)
            seconds.append(second + start)
        return np.concatenate(firsts), np.concatenate(seconds)


def _drop_ties(block: FloatArray, floor: FloatArray, most: int) -> None:
    """Of entries that equal the floor of their row, only the first that fit in stay: many copies would all be equal."""
    crowded = np.flatnonzero((block >= floor).sum(axis=1) > most)
    for row in crowded[floor[crowded, 0] > -1].tolist():
        equal = np.flatnonzero(block[row] == floor[row])
        room = most - int((block[row] > floor[row]).sum())
        block[row, equal[room:]] = -1


def likeness(representation: Representation, *, with_parts: bool = True) -> Likeness:
    """The views of a collection. All weights come from whole sentences; their parts, if wanted, are only measured with them.

    A learned judge of pairs needs neither parts nor vectors without the common words (benchmarks/match.md): every sentence is
    encoded once.
    """
    n, codes = len(representation), representation.languages
    among = range(n) if with_parts else range(0)
    pieces = [(i, part) for i in among for part in parts(representation.sentences[i].text, codes[i])]
    content = [*representation.terms, *(content_terms(words(part), codes[i]) for i, part in pieces)]
    distinct = [list(dict.fromkeys(row)) for row in content]
    column = columns_of(distinct[:n])
    seen = count_matrix(distinct, column).astype(np.float32)
    frequency = np.bincount(seen[:n].indices, minlength=seen.shape[1])
    languages = np.unique(codes, return_inverse=True)[1]
    wording = unit_sparse(seen @ sparse.diags_array(np.log((n + 1) / (frequency + 0.5))).tocsr()).astype(np.float32)
    related = _related(_spoken(column, representation), representation.encoder)
    spread = Spread(wording, related)
    vectors = representation.vectors
    if with_parts:
        common = {term for term, k in column.items() if frequency[k] > max(COMMON_SHARE * n, COMMON_LEAST)}
        texts = [*((i, sentence.text) for i, sentence in enumerate(representation.sentences)), *pieces]
        vectors = representation.encoder([mask(text, common, codes[i]) for i, text in texts])
    owner = np.array([*range(n), *(i for i, _ in pieces)], dtype=np.int64)
    return Likeness(
        sentences=n,
        owner=owner,
        languages=languages,
        lengths=np.maximum(np.diff(seen.indptr), 1).astype(np.float32),
        meaning=_centred(within_languages(vectors, languages[owner[: len(vectors)]], n), n),
        wording=wording,
        spread=spread[:] if len(owner) <= WHOLE else spread,
        spread_norm=_norm(spread, wording),
        related=related,
        column=column,
    )


def parts(text: str, language: str) -> list[str]:
    """The clauses (between commas, semicolons, colons, dashes) and quotations that say enough to be a fact of their own."""

    def says_enough(piece: str) -> bool:
        return len(set(content_terms(words(piece), language))) >= PART_TERMS

    clauses: list[str] = []
    start = 0
    for joint in _JOINT.finditer(text):
        if says_enough(text[start : joint.start()]):
            clauses.append(text[start : joint.start()])
            start = joint.end()
    if clauses:
        rest = text[start:]
        clauses = [*clauses, rest] if says_enough(rest) else [*clauses[:-1], f"{clauses[-1]} {rest}"]
    quotations = ["".join(found) for found in _QUOTATION.findall(text)]
    wanted = (clauses if len(clauses) > 1 else []) + [quotation for quotation in quotations if says_enough(quotation)]
    return [piece for piece in dict.fromkeys(wanted) if len(piece) < PART_SHARE * len(text)]


def _spoken(column: Iterable[str], representation: Representation) -> list[str]:
    """For each term a word to encode: the shortest, then first in the alphabet, of the tokens with that stem."""
    found: dict[str, str] = {}
    rows = zip(representation.tokens, representation.languages, strict=True)
    for token, language in dict.fromkeys((token, language) for tokens, language in rows for token in tokens):
        for term in content_terms([token], language):
            if term not in found or (len(token), token) < (len(found[term]), found[term]):
                found[term] = token
    return [found.get(term, term.lstrip("#")) for term in column]


def _related(vocabulary: Sequence[str], encoder: Encoder) -> Any:
    """S: 1 on the diagonal, the cosine above RELATED stretched to 0…1 for the nearest words, 0 elsewhere."""
    if not vocabulary:
        return sparse.eye_array(1).tocsr()
    vectors = _centred(encoder(vocabulary), len(vocabulary))
    size = len(vocabulary)

    def near(start: int) -> tuple[IntArray, IntArray, FloatArray]:
        block = vectors[start : start + BLOCK_ROWS] @ vectors.T
        block[np.arange(len(block)), np.arange(start, start + len(block))] = 0
        row, at = np.nonzero(block > RELATED)
        value = block[row, at]
        floor = np.maximum(ranked(row, value, len(block), RELATED_MOST + 1), np.float32(RELATED))
        kept = value > (floor + np.float32(_EQUAL))[row]
        return row[kept] + start, at[kept], (value[kept] - RELATED) / (1 - RELATED)

    itself = (np.arange(size), np.arange(size), np.ones(size, dtype=np.float32))
    found = [itself, *in_threads(near, range(0, size, BLOCK_ROWS))]
    rows, columns, values = (np.concatenate(part) for part in zip(*found, strict=True))
    related = sparse.coo_array((values, (rows, columns)), shape=(size, size), dtype=np.float32).tocsr()
    return related.maximum(related.T).tocsr()


def _norm(spread: Spread, wording: Any) -> FloatArray:
    """(rows,) the soft norm of rows of wording."""
    blocks = [slice(start, start + BLOCK_ROWS) for start in range(0, wording.shape[0], BLOCK_ROWS)]
    squares = [_dot(spread[rows], wording[rows]) for rows in blocks]
    return np.asarray(np.maximum(np.sqrt(np.maximum(np.concatenate(squares), 0)), 1e-6))


def _centred(vectors: FloatArray, count: int) -> FloatArray:
    """Unit vectors around the mean of the first `count`; a mean of few is trusted less (shrunk towards zero)."""
    moved = vectors - vectors[:count].mean(axis=0) * (count / (count + MEAN_PRIOR))
    return unit(moved).astype(np.float32)


def _dot(some: Any, others: Any) -> FloatArray:
    """The dot products of equal rows."""
    return np.asarray(some.multiply(others).sum(axis=1), dtype=np.float32).ravel()
