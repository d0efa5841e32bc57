"""What a later report has overtaken: an overview tells a running count as it stood last.

Owns the rule, for articles whose day of publication is known: a sentence is overtaken when one of a later day states the same
fact with other numbers. Refuses to guess where no days are known, and to decide which of two reports of one day is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.match import Matches
from summarize.model import Representation

if TYPE_CHECKING:
    from summarize.model import IntArray

SAME = 0.40
"""How surely the later sentence states the same fact (a probability, or where a rule decides a likeness)."""
_DAY = len("2026-03-09")


def overtaken(representation: Representation, matches: Matches) -> np.ndarray:
    """(sentences,) True for what a later article tells with other numbers."""
    days = [(sentence.article.published or "")[:_DAY] for sentence in representation.sentences]
    numbers = [frozenset(term for term in row if term.startswith("#")) for row in representation.terms]
    found = np.zeros(len(days), dtype=bool)
    if len(set(days) - {""}) < 2:
        return found
    counting: IntArray = np.array([n for n, row in enumerate(numbers) if row and days[n]], dtype=np.int64)
    for number in counting.tolist():
        later = counting[[days[other] > days[number] and numbers[other] != numbers[number] for other in counting]]
        found[number] = bool(len(later)) and bool((matches.alike(number, later) >= SAME).any())
    return found
