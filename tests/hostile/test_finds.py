"""What the fuzzer found, each as a file of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize import read
from summarize.cli import main

HERE = Path(__file__).parent


@pytest.mark.parametrize("command", [["verify"], ["explain", "--find", "x"]], ids=lambda words: words[0])
def test_a_digest_with_half_a_character_is_no_digest(command, capsys):
    path = HERE / "digest-half-character.json"
    assert main([*command, str(path)]) == 1
    assert "not a digest" in capsys.readouterr().err


def test_a_pdf_of_one_long_word_is_read_in_a_moment():
    """Looking for hyphens took the square of its letters: minutes. What it takes now is held to in tests/test_patterns.py."""
    (found,) = read([str(HERE / "one-word.pdf")])
    assert found.text == "a" * 400_000
