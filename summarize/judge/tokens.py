"""A collection's words as the judges see them: what each is, wherever it stands, and who else uses it.

Owns the taking apart of sentences into words with their classes, the names among them, and the signs of a pattern.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from summarize.judge import english as en

_TOKEN = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*|[\"“”„«»]|[^\w\s]")
_QUOTES = frozenset('"“”„«»')
_LEAD = 3
"""Sentences that open an article, whose names a reader of the headline may know."""
_NAME, _NUMBER, _QUOTE = crc32(b"N"), crc32(b"0"), crc32(b'"')
_INSIDE = 0x5BD1E995
"""Added to the sign of a word inside a quotation."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the collection says of its words, in small letters."""

    small: frozenset[str]
    """Words that are written with a small letter somewhere."""
    share: dict[str, float]
    """Share of the articles that use a word."""
    lead: dict[str, float]
    """Share of the articles that open with it."""
    least: float
    """The share of one article."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, wherever it stands."""

    low: str
    bits: int
    """Classes of `english`."""
    sign: int
    """What it is in a pattern; 0 for a quotation mark."""
    is_word: bool
    capital: bool
    shouts: bool
    digit: bool
    past: bool
    names: bool
    """Whether it is a name inside a sentence."""
    opens_names: bool
    """Whether it is a name at the start of one."""
    hidden: bool
    """Whether its sign is that of all names, inside a sentence."""
    opens_hidden: bool


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence taken apart; marks are left out of all but the signs."""

    raw: list[str]
    tokens: list[Token]
    low: list[str]
    bits: list[int]
    quoted: list[bool]
    is_name: list[bool]
    signs: list[int]


def split(text: str) -> list[str]:
    """Words and marks."""
    return _TOKEN.findall(text)


def known_words(tokens: Sequence[Sequence[str]], articles: Sequence[int], places: Sequence[int]) -> Known:
    """The words of a collection, by article."""
    used: defaultdict[int, set[str]] = defaultdict(set)
    opened: defaultdict[int, set[str]] = defaultdict(set)
    for row, article, place in zip(tokens, articles, places, strict=True):
        used[article].update(row)
        if place < _LEAD:
            opened[article].update(row)
    small = frozenset(token for found in used.values() for token in found if token[0].islower())
    total = max(len(used), 1)
    return Known(small, _shares(used.values(), total), _shares(opened.values(), total), 1.0 / total)


def _shares(found: Iterable[set[str]], total: int) -> dict[str, float]:
    """Share of the articles that have a word in small letters, with or without a possessive."""
    counts: Counter[str] = Counter()
    for tokens in found:
        low = {token.lower().replace("’", "'") for token in tokens}
        counts.update(low | {word[:-2] for word in low if word.endswith("'s")})
    return {word: count / total for word, count in counts.items()}


def token(text: str, small: frozenset[str]) -> Token:
    """What a word or mark is; `small` words are no names where a capital opens the sentence."""
    low = text.lower().replace("’", "'")
    bits, capital, digit = en.CLASS.get(low, 0), text[0].isupper(), text[0].isdigit()
    name = capital and not bits & (en.FUNCTION | en.DATE)
    hidden = capital and len(text) > 1
    rare = low not in small
    return Token(
        low=low,
        bits=bits,
        sign=0 if text in _QUOTES else _NUMBER if digit else crc32(low.encode("utf-8", "surrogatepass")),
        is_word=text[0].isalnum(),
        capital=capital,
        shouts=len(text) > 1 and text.isupper(),
        digit=digit,
        past=low.endswith("ed"),
        names=name,
        opens_names=name and rare,
        hidden=hidden,
        opens_hidden=hidden and rare,
    )


def words(row: Sequence[str], kinds: dict[str, Token]) -> Words:
    """A sentence taken apart, every name in its pattern one sign."""
    raw: list[str] = []
    found: list[Token] = []
    quoted: list[bool] = []
    signs: list[int] = []
    inside = False
    for text in row:
        token = kinds[text]
        if not token.sign:
            inside = text in "“„«" or (text == '"' and not inside)
            signs.append(_QUOTE)
            continue
        if token.hidden if raw else token.opens_hidden:
            if not signs or signs[-1] != _NAME:
                signs.append(_NAME)
        else:
            signs.append(token.sign + _INSIDE if inside and token.is_word and token.sign != _NUMBER else token.sign)
        if token.is_word:
            raw.append(text)
            found.append(token)
            quoted.append(inside)
    is_name = [token.names for token in found]
    if found:
        is_name[0] = found[0].opens_names
    return Words(raw, found, [token.low for token in found], [token.bits for token in found], quoted, is_name, signs)
