"""A collection's words as the judges see them: what each is, wherever it stands, and who else uses it.

Owns the taking apart of sentences into words with their classes, the names among them, and the signs of a pattern. All of it is
arrays with an entry for each word of the collection: a sentence costs no steps of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from summarize.judge import english as en

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.model import Floats, IntArray

    Flags = NDArray[np.bool_]
    Signs = NDArray[np.uint64]

_TOKEN = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*|[\"“”„«»]|[^\w\s]")
_QUOTES, _OPENING = frozenset('"“”„«»'), frozenset("“„«")
_LEAD = 3
"""Sentences that open an article, whose names a reader of the headline may know."""
_NAME, _NUMBER, _QUOTE = (np.uint64(crc32(sign)) for sign in (b"N", b"0", b'"'))
_INSIDE = np.uint64(0x5BD1E995)
"""Added to the sign of a word inside a quotation."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """The distinct words and marks of a collection, a value for each."""

    vocabulary: dict[str, int]
    """Words in small letters, with and without a possessive → their numbers."""
    low: IntArray
    """The number of each in small letters."""
    bare: IntArray
    """The same without a possessive."""
    bits: IntArray
    """Classes of `english`."""
    sign: Signs
    """What it is in a pattern."""
    length: IntArray
    """Characters."""
    is_word: Flags
    is_quote: Flags
    opens_quote: Flags
    toggles: Flags
    """Whether it is the mark that opens and closes quotations."""
    capital: Flags
    lower: Flags
    """Whether it begins with a small letter."""
    is_low: Flags
    """Whether all of it is in small letters."""
    shouts: Flags
    digit: Flags
    past: Flags


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of sentences, in order."""

    kinds: Kinds
    kind: IntArray
    """(tokens,)"""
    starts: IntArray
    """(sentences + 1,) first token of each sentence."""

    @property
    def sentence(self) -> IntArray:
        """(tokens,) the sentence of each."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def only(self, kept: IntArray) -> Tokens:
        """Those of some sentences, by ascending numbers."""
        is_kept = np.zeros(len(self.starts) - 1, dtype=bool)
        is_kept[kept] = True
        starts = np.append(0, np.cumsum(np.diff(self.starts)[kept]))
        return replace(self, kind=self.kind[is_kept[self.sentence]], starts=starts)


@dataclass(frozen=True, slots=True)
class Known:
    """What the collection says of its words."""

    small: Flags
    """(vocabulary,) whether a word is written with small letters somewhere."""
    share: Floats
    """(vocabulary,) share of the articles that use it."""
    lead: Floats
    """(vocabulary,) share of the articles that open with it."""
    least: float
    """The share of one article."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of sentences without the marks, an entry for each, and the signs of all tokens."""

    sentences: int
    sentence: IntArray
    starts: IntArray
    """(sentences + 1,) first word of each sentence."""
    place: IntArray
    """How many words of its sentence stand before it."""
    kind: IntArray
    low: IntArray
    bits: IntArray
    quoted: Flags
    is_name: Flags
    signs: Signs
    """(signs,) 32-bit sign of each word of each pattern, sentence after sentence; every name is one sign."""
    sign_starts: IntArray
    """(sentences + 1,) first sign of each."""


def split(text: str) -> list[str]:
    """Words and marks."""
    return _TOKEN.findall(text)


def tokenized(rows: Sequence[Sequence[str]]) -> Tokens:
    """The words and marks of sentences."""
    number = {text: at for at, text in enumerate(dict.fromkeys(chain.from_iterable(rows)))}
    kind = np.fromiter(map(number.__getitem__, chain.from_iterable(rows)), dtype=np.int64)
    return Tokens(_kinds(list(number)), kind, np.cumsum([0, *map(len, rows)]))


def _kinds(texts: Sequence[str]) -> Kinds:
    lows = [text.lower().replace("’", "'") for text in texts]
    bares = [low.removesuffix("'s") for low in lows]
    vocabulary = {word: number for number, word in enumerate(dict.fromkeys(chain(lows, bares)))}

    def flags(values: Sequence[bool]) -> Flags:
        return np.array(values, dtype=bool)

    digit = flags([text[0].isdigit() for text in texts])
    sign = np.array([crc32(low.encode("utf-8", "surrogatepass")) for low in lows], dtype=np.uint64)
    return Kinds(
        vocabulary=vocabulary,
        low=np.array([vocabulary[low] for low in lows], dtype=np.int64),
        bare=np.array([vocabulary[bare] for bare in bares], dtype=np.int64),
        bits=np.array([en.CLASS.get(low, 0) for low in lows], dtype=np.int64),
        sign=np.where(digit, _NUMBER, sign),
        length=np.array([len(text) for text in texts], dtype=np.int64),
        is_word=flags([text[0].isalnum() for text in texts]),
        is_quote=flags([text in _QUOTES for text in texts]),
        opens_quote=flags([text in _OPENING for text in texts]),
        toggles=flags([text == '"' for text in texts]),
        capital=flags([text[0].isupper() for text in texts]),
        lower=flags([text[0].islower() for text in texts]),
        is_low=flags([text == low and text[0].islower() for text, low in zip(texts, lows, strict=True)]),
        shouts=flags([len(text) > 1 and text.isupper() for text in texts]),
        digit=digit,
        past=flags([low.endswith("ed") for low in lows]),
    )


def known_words(tokens: Tokens, article: IntArray, places: IntArray) -> Known:
    """The words of a collection, by article; `places` are those of the sentences in their articles."""
    kinds, count, size = tokens.kinds, len(tokens.kinds.low), len(tokens.kinds.vocabulary)
    total = max(len(np.unique(article)), 1)

    def shares(chosen: Flags) -> Floats:
        cell = np.unique(article[tokens.sentence[chosen]] * count + tokens.kind[chosen])
        of, kind = cell // max(count, 1), cell % max(count, 1)
        words = np.unique(np.concatenate([of * size + kinds.low[kind], of * size + kinds.bare[kind]]))
        return np.bincount(words % max(size, 1), minlength=size) / total

    small = np.zeros(size, dtype=bool)
    small[kinds.low[tokens.kind[kinds.is_low[tokens.kind]]]] = True
    every = np.ones(len(tokens.kind), dtype=bool)
    return Known(small, shares(every), shares((places < _LEAD)[tokens.sentence]), 1.0 / total)


def words(tokens: Tokens, known: Known) -> Words:
    """Sentences taken apart."""
    kinds, kind, sentence = tokens.kinds, tokens.kind, tokens.sentence
    inside, is_word = _inside(tokens), kinds.is_word[kind]
    before = np.append(0, np.cumsum(is_word))
    starts = before[tokens.starts]
    opens = before[:-1] == starts[sentence]  # no word of the sentence stands before it
    rare = ~known.small[kinds.low]
    common = (kinds.bits & (en.FUNCTION | en.DATE)) > 0
    names = (kinds.capital & ~common)[kind] & (rare[kind] | ~opens)
    hidden = (kinds.capital & (kinds.length > 1))[kind] & (rare[kind] | ~opens)
    signs, sign_starts = _signs(tokens, inside, hidden)
    taken = kind[is_word]
    of = sentence[is_word]
    return Words(
        sentences=len(tokens.starts) - 1,
        sentence=of,
        starts=starts,
        place=np.arange(len(taken)) - starts[of],
        kind=taken,
        low=kinds.low[taken],
        bits=kinds.bits[taken],
        quoted=inside[is_word],
        is_name=names[is_word],
        signs=signs,
        sign_starts=sign_starts,
    )


def _inside(tokens: Tokens) -> Flags:
    """(tokens,) whether each stands inside a quotation of its sentence; a closing mark does not, an opening one does."""
    kinds, sentence = tokens.kinds, tokens.sentence
    marks = np.flatnonzero(kinds.is_quote[tokens.kind])
    if not len(marks):
        return np.zeros(len(sentence), dtype=bool)
    of, mark = sentence[marks], tokens.kind[marks]
    toggles = kinds.toggles[mark]
    first = np.append(True, of[1:] != of[:-1])
    at = np.maximum.accumulate(np.where(first | ~toggles, np.arange(len(marks)), 0))  # where the state is known
    flips = np.cumsum(toggles)
    state = kinds.opens_quote[mark][at] ^ ((flips - flips[at] + toggles[at]) % 2 > 0)
    last = np.searchsorted(marks, np.arange(len(sentence)), side="right") - 1
    return np.asarray((last >= 0) & (of[last] == sentence) & state[last])


def _signs(tokens: Tokens, inside: Flags, hidden: Flags) -> tuple[Signs, IntArray]:
    """The signs of all tokens, a run of names as one, and the first sign of each sentence."""
    kinds, kind, sentence = tokens.kinds, tokens.kind, tokens.sentence
    sign, is_quote = kinds.sign[kind], kinds.is_quote[kind]
    marked = inside & kinds.is_word[kind] & (sign != _NUMBER)
    value = np.where(is_quote, _QUOTE, np.where(hidden, _NAME, np.where(marked, sign + _INSIDE, sign)))
    again = (value[1:] == value[:-1]) & (value[1:] == _NAME) & hidden[1:] & (sentence[1:] == sentence[:-1])
    kept = np.append(True, ~again)[: len(value)]
    return value[kept], np.append(0, np.cumsum(kept))[tokens.starts]
