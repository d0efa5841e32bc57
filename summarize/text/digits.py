"""Numbers written in digits, by value and whatever the language: 1,140, 1.140, 1 140 and ١١٤٠ are one number.

Owns digits → values. Refuses words for numbers, and what multiplies a number ("million"), which stands in words too.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:h]\d{2}(?!\d)")
_NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+")
_SEPARATOR = re.compile(r"[.,\u00a0\u202f ]")


@lru_cache(maxsize=8_192)
def digit_values(text: str) -> frozenset[float]:
    """The numbers of a text, times of day apart."""
    return frozenset(filter(None, map(_value, _NUMBER.findall(_CLOCK.sub(" ", text)))))


def _value(written: str) -> float | None:
    """The value of digits; None for what is no number, such as a version with three parts."""
    if _GROUPED.fullmatch(written):
        return float(_SEPARATOR.sub("", written))
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return None
