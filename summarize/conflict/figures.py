"""Whether a sentence gives a figure that another one does not: a number of things, a sum, a share, a distance.

Owns the comparison for who cites one sentence for another. Dates, ages, orders ("the third") and loose words ("several") are no
figures here, and a rounded figure is the same figure. In languages in which numbers are not read, a figure is a number that can
be no day and no year, and is the same only to the digit.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarize.conflict.reading import READ, values_of
from summarize.conflict.slot import Slot, common_reading, disagree
from summarize.text import content_terms, words

_NO_FIGURES = frozenset({"age", "clock"})
_VAGUE_LEAST = 100
"""From which on a loose number ("hundreds of people") is a figure."""
_NUMBER = re.compile(r"#\d+(?:\.\d+)?(?:e\+\d+)?")
_DAYS, _YEARS = 31, range(1500, 2101)


def lacks_a_figure(text: str, language: str, other: str, other_language: str) -> bool:
    """Whether the sentence `text` gives a figure that the sentence `other` does not give."""
    bare = _numbers(other, other_language)
    if not {language, other_language} <= READ:
        mine = _numbers(text, language)
        return any(not float(n[1:]) <= _DAYS and float(n[1:]) not in _YEARS for n in mine - bare)
    others = _figures(other, other_language)
    return any(
        f"#{slot.value:g}" not in bare and not any(_agree(slot, found) for found in others)
        for slot in _figures(text, language)
    )


@lru_cache(maxsize=10_000)
def _figures(text: str, language: str) -> tuple[Slot, ...]:
    values = values_of(text, language, None)
    return tuple(slot for slot in values if slot.kind == "number" and not _is_loose(slot))


def _numbers(text: str, language: str) -> set[str]:
    """The numbers of a text as terms, whatever they count."""
    return {term for term in content_terms(words(text), language) if _NUMBER.fullmatch(term)}


def _agree(some: Slot, other: Slot) -> bool:
    return common_reading(some, other) is not None and not disagree(some, other)


def _is_loose(slot: Slot) -> bool:
    if slot.ordinal or any(reading.family in _NO_FIGURES for reading in slot.readings):
        return True
    return slot.hedge == "vague" and slot.value < _VAGUE_LEAST
