"""Whether two names are spellings of one name or names of two people: a small rule, not a model.

Letters without accents and case are compared word by word. One place may differ, as slips and transcriptions do: a letter
more, two letters swapped, or a letter that sounds alike; long words may differ in all their vowels. An ending that tells
`Martin` from `Martina` and other digits make another name.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations

_SOUNDS = ("aeiouy", "ckqgx", "sz", "fvw", "bp", "dt", "mn", "ij")
"""Letters that stand for one another in spellings of one name."""
_TWO_LETTERS = (
    ("ph", "f"),
    ("ck", "k"),
    ("sch", "sh"),
    ("ch", "k"),
    ("ou", "u"),
    ("oe", "o"),
    ("ae", "a"),
    ("ue", "u"),
)
_GENDERED = ("a", "e", "o")
"""Endings of a first name that make it another one."""
_LEAST = 3
"""Letters of a word that may be misspelt."""
_LONG = 7
"""Letters of a word that may differ in all its vowels, and"""
_FRAME = 4
"""its consonants then."""


def is_one_name(values: tuple[str, ...]) -> bool:
    """Whether all values are spellings of one name; False for fewer than two."""
    return len(values) > 1 and all(_alike(_words(one), _words(other)) for one, other in combinations(values, 2))


def _words(name: str) -> list[str]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return re.findall(r"\w+", plain.casefold())


def _alike(one: list[str], other: list[str]) -> bool:
    """Word by word from the end, so that a surname alone is held against the surname."""
    if not one or not other or "".join(one) == "".join(other):
        return bool(one and other)
    pairs = list(zip(reversed(one), reversed(other), strict=False))
    if len(one) != len(other) and pairs[0][0] == pairs[0][1]:
        return False  # "Lopez" and "Ana Lopez" differ in more than spelling
    return all(a == b or _is_slip(a, b, given=bool(place)) for place, (a, b) in enumerate(pairs))


def _is_slip(one: str, other: str, given: bool) -> bool:
    if min(len(one), len(other)) < _LEAST or not (one.isalpha() and other.isalpha()):
        return False
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    if given and long[:-1] == short and long[-1] in _GENDERED:
        return False
    sounds = _sounded(one), _sounded(other)
    return _differ_in_one_place(one, other) or _differ_in_one_place(*sounds) or _same_frame(*sounds)


def _differ_in_one_place(one: str, other: str) -> bool:
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if not one or not other:
        return len(one + other) <= 1
    if len(one) == len(other) == 1:
        return any(one in group and other in group for group in _SOUNDS)
    return len(one) == 2 and one == other[::-1]


def _same_frame(one: str, other: str) -> bool:
    """Whether long words have the same consonants."""
    frames = [re.sub("[aeiouy]", "", word) for word in (one, other)]
    return min(len(one), len(other)) >= _LONG and frames[0] == frames[1] and len(frames[0]) >= _FRAME


def _sounded(word: str) -> str:
    for written, sound in _TWO_LETTERS:
        word = word.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", word.replace("y", "i"))
