"""The examples do what they show: their digests are what the program writes today, byte for byte.

`make examples` writes them anew; look at the difference before you commit it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile

import pytest
from conftest import EXAMPLES
from notebook import executed, written

from summarize.cli import main

COLLECTIONS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


def test_there_are_collections_of_five_articles():
    assert len(COLLECTIONS) >= 2
    assert all(len(list((EXAMPLES / name).iterdir())) == 5 for name in COLLECTIONS)


@pytest.mark.parametrize("name", COLLECTIONS)
@pytest.mark.parametrize("seed", ["1", "77"])
def test_the_digest_beside_an_example_is_what_it_gives_under_any_hash_seed(name, seed):
    command = [sys.executable, "-m", "summarize", "run", name, "--format", "markdown", "--quiet"]
    run = subprocess.run(
        command, cwd=EXAMPLES, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
    )
    assert run.stdout.decode() == (EXAMPLES / f"{name}.md").read_text(encoding="utf-8")


def test_the_script_that_uses_the_api_runs():
    run = subprocess.run([sys.executable, "use_the_api.py"], cwd=EXAMPLES, capture_output=True, check=True)
    assert "independent sources" in run.stdout.decode()
    assert run.stderr == b""


@pytest.mark.parametrize("suffix", ["json", "html", "csv", "jsonld", "eml"])
def test_every_format_is_what_it_was_byte_for_byte(suffix, tmp_path, monkeypatch):
    monkeypatch.chdir(EXAMPLES)
    written = tmp_path / f"digest.{suffix}"
    assert main(["run", "harbour-bridge", "--quiet", "-o", str(written)]) == 0
    assert written.read_bytes() == (EXAMPLES.parent / "tests" / "golden" / f"harbour-bridge.{suffix}").read_bytes()


def test_the_word_document_is_what_it_was_part_by_part(tmp_path, monkeypatch):
    """Not byte for byte: how well its parts are packed is for the zlib of each system."""
    monkeypatch.chdir(EXAMPLES)
    assert main(["run", "harbour-bridge", "--quiet", "-o", str(tmp_path / "digest.docx")]) == 0
    golden = EXAMPLES.parent / "tests" / "golden" / "harbour-bridge.docx"
    with zipfile.ZipFile(tmp_path / "digest.docx") as made, zipfile.ZipFile(golden) as kept:
        assert made.namelist() == kept.namelist()
        assert [made.read(name) for name in made.namelist()] == [kept.read(name) for name in kept.namelist()]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_gives_what_it_shows(path, monkeypatch):
    """`make examples` writes the outputs anew."""
    monkeypatch.chdir(EXAMPLES)
    kept = path.read_text(encoding="utf-8")
    assert written(executed(json.loads(kept))) == kept


def test_a_notebook_has_what_its_format_asks_for():
    assert NOTEBOOKS
    for path in NOTEBOOKS:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
        names = [cell["id"] for cell in notebook["cells"]]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[\w-]{1,64}", name) for name in names)
