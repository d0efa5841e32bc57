"""What the fuzzer found, each as a file of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.cli import main


@pytest.mark.parametrize("command", [["verify"], ["explain", "--find", "x"]], ids=lambda words: words[0])
def test_a_digest_with_half_a_character_is_no_digest(command, capsys):
    path = Path(__file__).parent / "digest-half-character.json"
    assert main([*command, str(path)]) == 1
    assert "not a digest" in capsys.readouterr().err
