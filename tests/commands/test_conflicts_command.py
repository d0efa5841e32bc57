"""`summarize conflicts` and `run --only-conflicts`."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from digests import digest, disputed_digest

from summarize.cli import main

STORY = "The dam broke on Friday morning. Two towns were flooded by noon. The mayor asked the army for help.\n"


@pytest.fixture
def saved(write):
    def save(made) -> str:
        return str(write("digest.json", json.dumps(made.to_dict())))

    return save


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_a_digest_gives_its_conflicts(saved, capsys, form):
    assert main(["conflicts", saved(disputed_digest()), "--format", form]) == 0
    out, err = capsys.readouterr()
    assert "The engineer admitted it." in out
    assert err == ""


def test_none_is_said_and_is_no_failure(saved, capsys):
    assert main(["conflicts", saved(digest(conflicts=()))]) == 0
    assert "No disagreement between the sources was found." in capsys.readouterr().out


def test_the_suffix_of_the_file_is_the_format(saved, working_folder):
    path = saved(disputed_digest())
    assert main(["conflicts", path, "-o", "out.json"]) == 0
    assert json.loads((working_folder / "out.json").read_text(encoding="utf-8"))["conflicts"]
    assert main(["conflicts", path, "-o", "out.md"]) == 0
    assert (working_folder / "out.md").read_text(encoding="utf-8").startswith("# Where the sources disagree")


def test_a_format_that_cannot_hold_them_is_wrong_usage(saved, capsys, write):
    assert main(["conflicts", saved(disputed_digest()), "-o", "out.csv"]) == 2
    assert main(["run", str(write("a.txt", STORY)), "--only-conflicts", "--format", "csv"]) == 2
    assert capsys.readouterr().err.count("conflicts alone cannot be written as csv") == 2


@pytest.mark.parametrize("content", [b"", b'{"schema_version": 2, "gen', b"[]", b"\xff", b"{}"])
def test_a_bad_file_is_one_line(write, capsys, content):
    assert main(["conflicts", str(write("bad.json", content))]) == 1
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)


def test_a_missing_file_is_one_line(capsys):
    assert main(["conflicts", "none.json"]) == 1
    assert "none.json: no such file" in capsys.readouterr().err


def test_a_conflict_that_cites_no_source_of_the_digest_is_one_line(saved, capsys):
    made = disputed_digest()
    assert main(["conflicts", saved(replace(made, sources=made.sources[:2]))]) == 1
    assert "a conflict cites s3, which is none of its sources" in capsys.readouterr().err


def test_a_run_can_show_only_the_conflicts(write, capsys):
    command = ["run", str(write("a.txt", STORY)), "--encoder", "tfidf", "--quiet", "--only-conflicts"]
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "No disagreement between the sources was found." in out
    assert "towns" not in out
    assert main([*command, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"schema_version": 2, "sources": [], "conflicts": []}
