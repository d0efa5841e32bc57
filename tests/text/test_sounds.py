"""Names by their sound, and numbers by their value, whatever the language."""

from __future__ import annotations

import pytest

from summarize.text import digit_values, latin, sound, syllables


@pytest.mark.parametrize(
    ("one", "code", "other", "other_code"),
    [
        ("путин", "ru", "putin", "en"),
        ("зеленський", "uk", "zelensky", "en"),
        ("μπλερ", "el", "blair", "en"),
        ("بلير", "ar", "blair", "en"),
        ("merkel", "de", "μέρκελ", "el"),
        ("дворак", "ru", "dvořák", "cs"),
        ("президент", "ru", "president", "en"),
    ],
)
def test_a_name_has_one_sound_in_two_alphabets(one, code, other, other_code):
    assert sound(one, code) == sound(other, other_code) != ""


@pytest.mark.parametrize(("one", "other"), [("putin", "blair"), ("france", "finance"), ("is", "in")])
def test_other_words_have_another_sound_or_none(one, other):
    assert sound(one, "en") != sound(other, "en") or sound(one, "en") == ""


def test_a_script_without_spaces_is_read_by_syllables():
    assert syllables("习近平在北京") == ["xi", "jin", "ping", "zai", "bei", "jing"]
    assert latin("beijing", "en") == "".join(syllables("北京"))


@pytest.mark.parametrize("written", ["1,140", "1.140", "1 140", "1\u00a0140", "1\u202f140", "1140", "١١٤٠"])
def test_a_number_is_one_number_however_it_is_grouped(written):
    assert digit_values(f"({written} ships)") == {1140.0}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2,5 or 2.5", {2.5}),
        ("at 08:26 and 9h40", set()),
        ("version 1.2.3", set()),
        ("in 2007 100 people", {2007.0, 100.0}),
        ("25-40 %", {25.0, 40.0}),
        ("none", set()),
    ],
)
def test_what_is_a_number(text, values):
    assert digit_values(text) == values
