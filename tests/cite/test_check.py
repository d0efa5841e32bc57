"""A digest can be checked against its sources, and every way in which the two differ is told."""

from __future__ import annotations

import json
import shutil

import pytest
from conftest import EXAMPLES

from summarize.cli import main

FLOOD = ("01-tesmark-post.txt", "02-meridian-news-agency.md")


@pytest.fixture
def made(tmp_path, capsys):
    """Two articles and their digest: (folder of the articles, file of the digest)."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in FLOOD:
        shutil.copy(EXAMPLES / "river-flood" / name, folder / name)
    file = tmp_path / "digest.json"
    assert main(["run", str(folder), "--encoder", "tfidf", "-o", str(file), "--quiet"]) == 0
    capsys.readouterr()
    return folder, file


@pytest.fixture
def verified(capsys):
    """Run `verify` and give back (exit code, standard output, standard error)."""

    def run(*arguments):
        code = main(["verify", *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def edit(file, change):
    data = json.loads(file.read_text(encoding="utf-8"))
    change(data)
    file.write_text(json.dumps(data), encoding="utf-8")


def test_an_untouched_digest_holds(made, verified):
    code, out, err = verified(made[1])
    assert (code, err) == (0, "")
    assert "of 2 sources are as the digest says." in out


def test_a_changed_source_is_told_with_what_moved_and_what_is_gone(made, verified):
    folder, file = made
    path = folder / FLOOD[0]
    lead = "The river Orla broke through its dykes late on Saturday"
    text = path.read_text(encoding="utf-8")
    path.write_text("Corrected.\n\n" + text.replace(lead, "The Orla flooded the valley"), encoding="utf-8")
    edit(file, lambda data: data["overview"].append(quotation(text, f"s1 {lead}", "s1")))
    code, out, _ = verified(file)
    assert code == 4
    assert "changed: " in out
    assert "moved from" in out
    assert "not in the source: “The river Orla" in out


def quotation(text, words, source):
    start = text.index(words.removeprefix(f"{source} "))
    shown = words.removeprefix(f"{source} ")
    return {
        "source_id": source,
        "start": start,
        "end": start + len(shown),
        "text": shown,
        "also_reported_by": [],
        "independent_sources": 1,
    }


def test_a_source_that_is_gone_is_missing(made, verified):
    folder, file = made
    (folder / FLOOD[1]).unlink()
    code, out, err = verified(file)
    assert code == 4
    assert f"s2 articles/{FLOOD[1]}: missing" in out
    assert "no such file" in err


def test_sources_that_moved_can_be_given(made, verified, tmp_path):
    folder, file = made
    folder.rename(tmp_path / "archive")
    assert verified(file)[0] == 4
    assert verified(file, tmp_path / "archive")[0] == 0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d["topics"][0]["summary"][0].update(text="Nobody ever said this."), "not in the source: “Nobody"),
        (lambda d: d["topics"][0]["summary"][0].update(start=10**6, end=10**6 + 5), "moved from 1000000"),
        (lambda d: d["topics"][0]["members"][0].update(end=10**7), "outside the text"),
        (lambda d: d["topics"][0]["members"][0].update(start=-3), "outside the text"),
        (lambda d: d["unplaced"][0].update(source_id="s9"), "names a source that is not listed"),
        (lambda d: d["sources"].append(d["sources"][0]), "two sources have this id"),
        (
            lambda d: d["conflicts"].append({"topic_id": "t99", "kind": "number", "values": []}),
            "names a topic that is not listed",
        ),
    ],
    ids=["other words", "far outside", "end outside", "before the start", "no source", "twice", "no topic"],
)
def test_a_digest_edited_by_hand_is_found_out(made, verified, change, message):
    edit(made[1], change)
    code, out, _ = verified(made[1])
    assert code == 4
    assert message in out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "cut off, or not JSON"),
        (b'{"schema_version": 1, "gen', "cut off, or not JSON"),
        (b'{"schema_version": 7}', "not a digest of schema version 2 but of 7"),
        (b"[1, 2]", "not a digest of schema version 2"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b'{"schema_version": 1}', "missing required field"),
    ],
)
def test_what_is_no_digest_is_one_line_and_a_failure(write, verified, content, message):
    code, out, err = verified(write("digest.json", content))
    assert (code, out) == (1, "")
    assert message in err
    assert len(err.splitlines()) == 1


def test_a_digest_that_is_not_there_says_how_to_make_one(verified, tmp_path):
    code, _, err = verified(tmp_path / "none.json")
    assert code == 1
    assert "no such file. Make a digest with" in err
