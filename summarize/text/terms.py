"""The words of a sentence as comparable terms: stems, spelling variants made one, numbers by value.

Owns text → terms. Knows no collection: weights belong to the stages that use them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import repeat

from summarize.languages import ELISION, GERSHAYIM, LETTERS, function_words, stemmer
from summarize.text.numerals import MONEY, SCALES, SMALL

_NUMBER, _WORD = r"\d+(?:[.,]\d+)*", rf"{LETTERS}(?:(?:['’]|{GERSHAYIM}){LETTERS})?"
_TOKEN = re.compile(rf"{_NUMBER}|(?<!\w)(?i:{ELISION})|{_WORD}")
_UNDIVIDED = re.compile(rf"{_NUMBER}|{_WORD}")
"""The same but for elisions, which are dear to look for."""
_IN_ASCII = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+(?:'[A-Za-z]+)?")
"""The same in a text of ASCII."""
_ELIDED = re.compile(ELISION, re.IGNORECASE)
_GERSHAYIM = re.compile(GERSHAYIM)
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2,}")
"""Thai, kana and Han: scripts without spaces between words."""
BROKEN_WORD = re.compile(
    r"(?<=[^\W\d_]{2})- (?!(?:and|or|to|und|oder|bis|et|ou|en|of|y|o|e|och|og|eller|tai|ja)\b)(?=[^\W\d_A-Z])"
)
"""Where a word was hyphenated at a line's end, after white space is folded; "pre- and post-war" is none."""
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
"""English groups thousands with commas: 1,140 and 1,140.5."""
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*")
"""Elsewhere 1.140 is thousands too."""
_SPELLINGS = (
    ("is", re.compile(r"^(.{3,})is(e|ed|es|ing|ations?|ers?)$"), r"\1iz\2"),
    ("our", re.compile(r"^(.{2,})our(s|ed|ing)?$"), r"\1or\2"),
    ("tre", re.compile(r"^(.{2,})tre(s?)$"), r"\1ter\2"),
    ("ence", re.compile(r"^(.{2,})ence$"), r"\1ense"),
)
"""British to American, each behind letters that such a word has. Both sides of a comparison get the same treatment, so a wrong
hit does little harm."""
_NUMERALS = {word: float(value) for word, value in SMALL.items() if value > 1}
"""Without "zero" and "one", which mostly count nothing."""
_LONGEST_WORD = 100
"""Letters of a word that has a stem."""
_TOKENS = 100_000
"""Tokens whose plain form and whose term are remembered."""
_UNITS = {word: float(value) for word, value in SMALL.items() if 0 < value < 10}
_SENTENCES = 8_192
"""Texts whose words are remembered: every stage asks for those of the same sentences."""
_MILLIONS_OF_MONEY = re.compile(r"([$€£¥]\s?\d[\d.,]*\s?)m\b")
"""The sign of a currency makes "m" millions."""


def words(text: str) -> list[str]:
    """Lower-case tokens in order; runs of an unspaced script become overlapping pairs of characters."""
    return list(_words(text))


@lru_cache(maxsize=_SENTENCES)
def _words(text: str) -> tuple[str, ...]:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.replace("\u00ad", ""))
    if _MILLIONS_OF_MONEY.search(text):
        text = _MILLIONS_OF_MONEY.sub(r"\1 mn", text)
    if "- " in text:
        text = BROKEN_WORD.sub("", text)
    found = map(_plain, _tokens(text))
    return tuple(found) if text.isascii() or not _UNSPACED.search(text) else tuple(_in_pairs(found))


def _tokens(text: str) -> list[str]:
    """What `_TOKEN` finds, in a fraction of its time where nothing is elided."""
    found = (_IN_ASCII if text.isascii() else _UNDIVIDED).findall(text)
    has_apostrophe = "'" in text or "’" in text
    return _TOKEN.findall(text) if has_apostrophe and any(map(_ELIDED.match, found)) else found


def _in_pairs(tokens: Iterable[str]) -> Iterator[str]:
    """The tokens, those of an unspaced script as overlapping pairs of its characters."""
    for token in tokens:
        if _UNSPACED.fullmatch(token):
            yield from (token[i : i + 2] for i in range(len(token) - 1))
        else:
            yield token


def content_terms(tokens: list[str], language: str) -> list[str]:
    """The terms of tokens that carry content: stems, and numbers by value ("fifteen" and "15" are both "#15")."""
    terms = list(map(_term, tokens, repeat(language)))
    if None not in terms:
        return list(filter(None, terms))
    found: list[str] = []
    after = 0
    for position, term in enumerate(terms):
        if position < after:
            continue
        if term is None:
            value, used = _number_at(tokens, position, language)
            term = _content(tokens[position], language) if value is None else f"#{value:g}"
            after = position + used
        if term:
            found.append(term)
    return found


@lru_cache(maxsize=_TOKENS)
def _term(token: str, language: str) -> str | None:
    """The term of a token, "" where it carries no content; None where a number may begin."""
    is_number = token[0].isdigit() or (language == "en" and token in _NUMERALS)
    return None if is_number else _content(token, language)


def _content(token: str, language: str) -> str:
    if len(token) < 2 or token in function_words(language):
        return ""
    # A stemmer may leave nothing of a word: Snowball of the Greek "όταν".
    return stem(token, language) or token


@lru_cache(maxsize=_TOKENS)
def stem(word: str, language: str) -> str:
    """The stem of a lower-case word; the word itself where no stemmer is known."""
    if len(word) > _LONGEST_WORD:
        return word
    if language == "en":
        for sign, pattern, replacement in _SPELLINGS:
            if sign in word:
                word = pattern.sub(replacement, word)
    return stemmer(language)(word)


def mask(text: str, common: Set[str], language: str) -> str:
    """The text without the words whose stem is in `common`; the text itself when nothing would be left."""

    def keep(match: re.Match[str]) -> str:
        token = _plain(match[0])
        return "" if stem(token, language) in common or f"#{token}" in common else match[0]

    rest = " ".join(_TOKEN.sub(keep, text).split())
    return rest if _TOKEN.search(rest) else text


@lru_cache(maxsize=_TOKENS)
def _plain(token: str) -> str:
    """Lower case, with a typewriter apostrophe and without the English possessive."""
    return _GERSHAYIM.sub("״", token.lower()).replace("’", "'").removesuffix("'s")


def _number_at(tokens: list[str], position: int, language: str) -> tuple[float | None, int]:
    """(value, tokens used) of the number that starts at a position; (None, 1) where none does."""
    token = tokens[position]
    english = language == "en"
    value = _digits(token, language) if token[0].isdigit() else _NUMERALS.get(token) if english else None
    if value is None:
        return None, 1
    end = position + 1
    if token in _NUMERALS and value >= 20 and end < len(tokens) and tokens[end] in _UNITS:
        value, end = value + _UNITS[tokens[end]], end + 1
    while end < len(tokens) and (scale := _scale_at(tokens, end)):
        value, end = value * scale, end + 1
    return value, end - position


def _scale_at(tokens: list[str], position: int) -> float | None:
    """What the token at a position multiplies a number by; None where it does not."""
    if tokens[position] == "m":
        return 1e6 if position + 1 < len(tokens) and tokens[position + 1] in MONEY else None
    return SCALES.get(tokens[position])


def _digits(token: str, language: str) -> float | None:
    """The number a token of digits stands for; a lone comma is a decimal comma unless it groups thousands."""
    if language == "en" and _THOUSANDS.fullmatch(token):
        return float(token.replace(",", ""))
    if language != "en" and _GROUPED.fullmatch(token):
        return float(re.sub(r"[.,]", "", token))
    try:
        return float(token.replace(",", "."))
    except ValueError:
        return None
