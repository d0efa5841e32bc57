"""Bytes become text: no code point is lost, and a guess is said."""

from __future__ import annotations

import pytest

from summarize import read


@pytest.mark.parametrize(
    ("data", "text", "warned"),
    [
        ("Плотина прорвана.".encode(), "Плотина прорвана.", False),
        ("\ufeffThe dam broke.".encode(), "\ufeffThe dam broke.", False),
        ("The dam broke.".encode("utf-16"), "\ufeffThe dam broke.", False),
        (b"One.\r\nTwo.\r\n", "One.\r\nTwo.\r\n", False),
        ("Der Fluss überflutete die Straße, sagte Bürgermeister Müller. Über 300 Häuser.".encode("cp1252"), None, True),
        (b"A good line of text. \xff\xfe A second good line of text follows here.", None, True),
        ("A NUL \x00 in the text of an article that is otherwise plain prose.", None, False),
    ],
    ids=["utf-8", "byte order mark", "utf-16", "crlf", "windows-1252", "invalid utf-8", "nul"],
)
def test_every_code_point_of_the_file_is_kept(write, data, text, warned):
    (found,) = read([write("a.txt", data)])
    if text is not None:
        assert found.text == text
    assert bool(found.warnings) == warned


def test_a_guessed_encoding_is_named_in_the_warning(write):
    text = "Der Fluss überflutete die Straße, sagte Bürgermeister Müller. Über 300 Häuser stehen unter Wasser."
    found = read([write("a.txt", text.encode("cp1252"))])
    assert found[0].text == text
    assert "not UTF-8, read as cp125" in found.warnings[0]
