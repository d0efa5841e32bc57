"""Finding files, telling text from binary data, and what the first lines say about an article."""

from __future__ import annotations

import builtins
import io
import os
import sys
from types import SimpleNamespace

import pytest

from summarize import read


def test_a_folder_is_read_recursively_in_order_without_hidden_files(write, tmp_path):
    for name in ("b.txt", "a/c.md", ".hidden.txt", ".git/x.txt", "a/.y.txt"):
        write(name, "Something happened today.")
    found = read([tmp_path])
    assert [os.path.relpath(item.path, tmp_path) for item in found] == ["b.txt", "a/c.md"]
    assert found.warnings == ()


def test_files_of_other_kinds_in_a_folder_are_counted_not_lost(write, tmp_path):
    write("a.txt", "Something happened today.")
    write("b.xyz", "?")
    (warning,) = read([tmp_path]).warnings
    assert "1 file of another kind skipped" in warning


def test_a_file_named_outright_is_read_whatever_its_suffix(write):
    assert len(read([write("story.story", "Something happened today.")])) == 1


def test_one_broken_source_never_loses_the_others(write, tmp_path):
    good = write("good.txt", "Something happened today.")
    empty = write("empty.txt", " \n\t\n")
    binary = write("binary.txt", bytes(range(256)) * 40)
    found = read([tmp_path / "missing.txt", empty, binary, good])
    assert [item.path for item in found] == [str(good)]
    assert len(found.warnings) == 3
    assert "no such file" in found.warnings[0]
    assert "empty" in found.warnings[1]
    assert "not a text file" in found.warnings[2]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs files that this user may not read")
def test_a_file_without_permission_is_a_warning(write):
    secret = write("secret.txt", "Something happened today.")
    secret.chmod(0)
    found = read([secret, write("open.txt", "Something happened today.")])
    assert len(found) == 1
    assert "cannot be read" in found.warnings[0]


def test_a_read_that_the_system_refuses_is_a_warning(write, monkeypatch):
    refused = write("refused.txt", "Something happened today.")
    real = builtins.open

    def refuse(path, *rest, **options):
        if str(path).endswith("refused.txt"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **options)

    monkeypatch.setattr(builtins, "open", refuse)
    found = read([refused, write("open.txt", "Something happened today.")])
    assert len(found) == 1
    assert found.warnings == (f"{refused}: cannot be read (Permission denied)",)


def test_the_same_file_twice_is_read_once_and_said(write, tmp_path):
    path = write("a.txt", "Something happened today.")
    found = read([path, tmp_path / "." / "a.txt", tmp_path])
    assert len(found) == 1
    assert all("given twice" in warning for warning in found.warnings)


def test_standard_input_is_an_article(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Something happened today.")))
    (found,) = read(["-"])
    assert (found.text, found.path, found.publisher) == ("Something happened today.", "-", "standard input")


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


def test_front_matter_is_understood(write):
    (found,) = read(
        [
            write(
                "a.md",
                '---\ntitle: "A: b"\nsource: The Post\ndate: 2024-05-03\nurl: https://post.example/1\n'
                "author: [Ann Low, Bo Ek]\n---\nThe dam broke.\n",
            )
        ]
    )
    assert (found.title, found.publisher, found.published) == ("A: b", "The Post", "2024-05-03")
    assert (found.url, found.authors) == ("https://post.example/1", ("Ann Low", "Bo Ek"))


@pytest.mark.parametrize("matter", ["title: [", "- a list", "just text", "title:"])
def test_broken_front_matter_costs_its_fields_only(write, matter):
    (found,) = read([write("a.md", f"---\n{matter}\n---\nThe dam broke.\n")])
    assert found.publisher == "a"


def test_the_first_lines_of_plain_text_name_title_author_date_and_address(write):
    (found,) = read(
        [
            write(
                "story.txt",
                "Dam breaks above the town\n\nBy Ann Low\n\nFebruary 04, 2022\n\nThe dam broke on Friday.\n\n"
                "Original url:\nhttps://www.post.example/2022/dam\n",
            )
        ]
    )
    assert (found.title, found.authors, found.published) == ("Dam breaks above the town", ("Ann Low",), "2022-02-04")
    assert (found.url, found.publisher) == ("https://www.post.example/2022/dam", "post.example")


def test_a_first_line_that_ends_like_a_sentence_is_no_title(write):
    (found,) = read([write("story.txt", "The dam broke on Friday.\nNobody was hurt.")])
    assert found.title is None
    assert found.publisher == "story"
