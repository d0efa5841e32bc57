"""The words of a sentence as comparable terms: stems, spelling variants made one, numbers by value.

Owns text → terms. Knows no collection: weights belong to the stages that use them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import lru_cache

from summarize.languages import ELISION, GERSHAYIM, LETTERS, function_words, stemmer
from summarize.text.numerals import MONEY, SCALES, SMALL

_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|(?<!\w){ELISION}|{LETTERS}(?:(?:['’]|{GERSHAYIM}){LETTERS})?", re.IGNORECASE)
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
    (re.compile(r"^(.{3,})is(e|ed|es|ing|ations?|ers?)$"), r"\1iz\2"),
    (re.compile(r"^(.{2,})our(s|ed|ing)?$"), r"\1or\2"),
    (re.compile(r"^(.{2,})tre(s?)$"), r"\1ter\2"),
    (re.compile(r"^(.{2,})ence$"), r"\1ense"),
)
"""British to American. Both sides of a comparison get the same treatment, so a wrong hit does little harm."""
_NUMERALS = {word: float(value) for word, value in SMALL.items() if value > 1}
"""Without "zero" and "one", which mostly count nothing."""
_LONGEST_WORD = 100
"""Letters of a word that has a stem."""
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
    found: list[str] = []
    for match in _TOKEN.finditer(
        BROKEN_WORD.sub("", _MILLIONS_OF_MONEY.sub(r"\1 mn", unicodedata.normalize("NFKC", text.replace("\u00ad", ""))))
    ):
        token = _plain(match[0])
        if _UNSPACED.fullmatch(token):
            found.extend(token[i : i + 2] for i in range(len(token) - 1))
        else:
            found.append(token)
    return tuple(found)


def content_terms(tokens: list[str], language: str) -> list[str]:
    """The terms of tokens that carry content: stems, and numbers by value ("fifteen" and "15" are both "#15")."""
    ignored = function_words(language)
    found: list[str] = []
    position = 0
    while position < len(tokens):
        value, used = _number_at(tokens, position, language)
        if value is not None:
            found.append(f"#{value:g}")
        elif tokens[position] not in ignored and len(tokens[position]) > 1:
            # A stemmer may leave nothing of a word: Snowball of the Greek "όταν".
            found.append(stem(tokens[position], language) or tokens[position])
        position += used
    return found


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a lower-case word; the word itself where no stemmer is known."""
    if len(word) > _LONGEST_WORD:
        return word
    if language == "en":
        for pattern, replacement in _SPELLINGS:
            word = pattern.sub(replacement, word)
    return stemmer(language)(word)


def mask(text: str, common: Set[str], language: str) -> str:
    """The text without the words whose stem is in `common`; the text itself when nothing would be left."""

    def keep(match: re.Match[str]) -> str:
        token = _plain(match[0])
        return "" if stem(token, language) in common or f"#{token}" in common else match[0]

    rest = " ".join(_TOKEN.sub(keep, text).split())
    return rest if _TOKEN.search(rest) else text


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
