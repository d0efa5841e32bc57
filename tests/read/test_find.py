"""Finding files: which are read, in which order, and what is said of the others."""

from __future__ import annotations

import builtins
import io
import os
import sys
from types import SimpleNamespace

import pytest
from conftest import EXAMPLES

from summarize import read


def test_a_folder_is_read_recursively_in_order_without_hidden_files(write, tmp_path):
    for name in ("d.txt", "b.txt", "a/c.md", "a/b.txt", ".hidden.txt", ".git/x.txt", "a/.y.txt"):
        write(name, "Something happened today.")
    found = read([tmp_path])
    assert [os.path.relpath(item.path, tmp_path) for item in found] == ["b.txt", "d.txt", "a/b.txt", "a/c.md"]
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
    assert ["given twice, read once" in warning for warning in found.warnings] == [True, True]


def test_standard_input_is_an_article(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Something happened today.")))
    (found,) = read(["-"])
    assert (found.text, found.path, found.publisher) == ("Something happened today.", "-", "standard input")


def test_the_same_file_twice_is_read_once_with_a_warning():
    path = EXAMPLES / "river-flood" / "01-tesmark-post.txt"
    collection = read([path, path])
    assert len(collection) == 1
    assert "given twice, read once" in collection.warnings[0]
