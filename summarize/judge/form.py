"""Which sentences can be shown alone: whole, with a subject that a stranger knows.

Owns the rules on form. They look at one sentence, never at what it is about: a fitness of 0 bars it, one below 1 makes it the
choice of last resort, and one that leans may only be shown right after the sentence before it (`summarize.select.pick`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.languages import GERSHAYIM, UNSPACED, opens_with
from summarize.text import BROKEN_WORD, words

_FEWEST_WORDS = 5
_MOST_WORDS = 70
_FEWEST_CHARACTERS = 10
"""For languages without spaces."""
_AWKWARD = 0.5
"""A very long sentence, or one with a word broken at a line's end."""

_CASELESS = frozenset({"ar", "fa", "he", "hi"})
_SURELY_PROSE = 15
"""Words from which on a line in a script without capitals is a sentence though its full stop is missing, as is common there."""
_ASKS = re.compile(r"[?؟:][\s\"'”’»)\]*]*$")

_PAIRS = (("«", "»"), ("(", ")"), ("[", "]"))
_NO_QUOTE = re.compile(rf"(?<=\d)[\"']|{GERSHAYIM}")
"""Inches, feet and the marks of Hebrew abbreviations are no quotation marks."""
_FINAL = re.compile(r"(?:[.!。！…।۔]|(?<=[\u0900-\u097f])\s?\|)[\s\"'”’»)\]*]*$")
_ONLY_QUOTATION = re.compile(r"^[\"“«„][^\"”»“]*[\"”»“]$")
_OPENING_QUOTES = "\"'“‘«„([ "


def fitness(sentence: str, language: str, tokens: Sequence[str] | None = None) -> float:
    """How well a sentence is formed, from 0 (never shown) to 1; `tokens` are its words, if they are known."""
    tokens = words(sentence) if tokens is None else tokens
    if _is_barred(sentence, language, tokens):
        return 0.0
    is_awkward = len(tokens) > _MOST_WORDS or BROKEN_WORD.search(sentence) or not _ended(sentence, language)
    return _AWKWARD if is_awkward else 1.0


def leans(sentence: str, language: str, tokens: Sequence[str] | None = None) -> bool:
    """True when a sentence leans on the one before it: a pronoun or connective opens it, or its speaker is not named."""
    return opens_with(words(sentence) if tokens is None else tokens, sentence, language) or bool(
        _ONLY_QUOTATION.match(sentence)
    )


def is_balanced(sentence: str) -> bool:
    """True when every quotation mark and bracket has its partner."""
    plain = _NO_QUOTE.sub("", sentence)
    return (
        plain.count('"') % 2 == 0
        and _curly(plain)
        and all(plain.count(left) == plain.count(right) for left, right in _PAIRS)
    )


def _curly(text: str) -> bool:
    """Balance of “English”, „deutsche“ and ”svenska” quotation marks."""
    low, left, right = text.count("„"), text.count("“"), text.count("”")
    if low:
        return low == left + right
    return left == right if left else right % 2 == 0


def _is_barred(sentence: str, language: str, tokens: Sequence[str]) -> bool:
    if language in UNSPACED:
        return len(sentence) < _FEWEST_CHARACTERS or not is_balanced(sentence)
    if len(sentence.split()) < _FEWEST_WORDS or not tokens:
        return True
    if not is_balanced(sentence):
        return True
    is_prose = language in _CASELESS and len(sentence.split()) >= _SURELY_PROSE and not _ASKS.search(sentence)
    return not (_ended(sentence, language) or is_prose)


def _ended(sentence: str, language: str) -> bool:
    return language in UNSPACED or bool(_FINAL.search(sentence))
