"""No regular expression takes time that grows faster than the text: each against strings made from the pattern itself."""

from __future__ import annotations

import math
import time
from itertools import product

import pytest
from patterns import Found, attacks, every_pattern

SIZE = 2_000
"""Characters; a pattern is measured on as many and on four times as many, unless it sees fewer."""
QUICK = 3e-3
"""Seconds. One that is done with four times the characters in this time has no square: 32 million steps take longer."""
HOPELESS = 0.3
"""Seconds for a text of which shorter ones took less: what doubles the characters would take minutes."""
MOST_GROWTH, MOST_OF_A_SHORT_TEXT = 8, 32
"""From n to 4n characters: 4 is linear, 16 a square, 64 a cube."""
SEES_AT_MOST = {
    "summarize.conflict.counted.APPOSED": 3_000,  # a sentence
    "summarize.conflict.counted._TOLL_TOLD": 3_000,
    "summarize.conflict.numbers._IN_NAME": 3_000,
    "summarize.render.terminal.sections._QUOTED": 3_000,
    "summarize.stories.notices._GATE": 600,  # _HEAD
    "summarize.stories.notices._NOTE": 600,
    "summarize.text.ends._NAME_WITH_MARK": 200,
    "summarize.text.furniture.ENGLISH": 800,  # LONGEST
    "summarize.text.furniture.NEUTRAL": 800,
}
"""Patterns that are shown so many characters, whatever the text: their time is bounded."""
UNITS = [
    "a", "A", "aA ", "Ab ", "1", ",", " ", ".", "(", "[", '"', "’", "-", "/", "a, ", "A. ", "1,234 ", "$1 ", "two ", "twenty-",
    "in ", "of the ", "not ", "@", "\n", "\t", "a-", "«", "»a", "<", "A b ", "Anna Berg and ", "http://a.b/", "中", "é",
]  # fmt: skip
PATTERNS = every_pattern()


def cost(found: Found, text: str) -> float:
    began = time.thread_time()
    found.pattern.match(text)
    found.pattern.fullmatch(text)
    if found.anywhere:
        for _ in found.pattern.finditer(text):
            pass
    return time.thread_time() - began


def growth(found: Found, head: str, unit: str, tail: str, size: int, allowed: float) -> float:
    """How much longer it takes on four times the text; the smallest of a few tries, since other programs run too."""

    def text(characters: int) -> str:
        return head + unit * (characters // len(unit)) + tail

    for characters in (16 << step for step in range(20)):
        if characters > 4 * size:
            break
        if cost(found, text(characters)) > HOPELESS:  # the next text might take for ever
            return math.inf
    if cost(found, text(4 * size)) < QUICK:
        return 1.0
    ratios = []
    for _ in range(4):
        small, large = (min(cost(found, text(characters)) for _ in range(3)) for characters in (size, 4 * size))
        ratios.append(large / small)
        if ratios[-1] <= allowed:
            break
    return min(ratios)


def test_all_patterns_are_found():
    assert len(PATTERNS) > 200
    assert set(SEES_AT_MOST) <= {found.where for found in PATTERNS}


@pytest.mark.parametrize("place", sorted({found.where for found in PATTERNS}))
def test_a_pattern_takes_time_in_proportion_to_the_text(place):
    size = min(SIZE, SEES_AT_MOST.get(place, 4 * SIZE) // 4)
    allowed = MOST_OF_A_SHORT_TEXT if place in SEES_AT_MOST else MOST_GROWTH
    for found in PATTERNS:
        if found.where == place:
            for (head, unit), tail in product([*attacks(found.pattern), *(("", unit) for unit in UNITS)], ("", "\0")):
                grown = growth(found, head, unit, tail, size, allowed)
                assert grown <= allowed, (found.pattern.pattern, head, unit, tail)
