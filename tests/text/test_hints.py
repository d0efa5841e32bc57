"""What a rule of furniture looks for before its pattern stands in every line that the pattern matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from summarize.text.furniture import _SUFFIXES
from summarize.text.rules import ENGLISH, NEUTRAL

HINTED = [(rule.some_of, rule.pattern, True) for rule in (*NEUTRAL, *ENGLISH) if rule.some_of] + [
    (signs, pattern, False) for _, signs, pattern in _SUFFIXES
]
FOLDED_OTHERWISE = re.compile("[ſKıİ]")
"""Letters that a pattern without regard to case takes for others, and small letters do not."""


@pytest.mark.parametrize(("signs", "pattern", "whole"), HINTED, ids=range(len(HINTED)))
def test_every_line_that_a_rule_matches_has_one_of_its_signs(signs, pattern, whole):
    @settings(max_examples=25, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data):
        text = data.draw(st.from_regex(pattern, fullmatch=whole))
        assume(not FOLDED_OTHERWISE.search(text))
        assert any(sign in text.lower() for sign in signs)

    check()
