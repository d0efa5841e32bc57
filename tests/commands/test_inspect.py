"""`summarize inspect`: what was understood, for people and for programs."""

from __future__ import annotations

import json

from files import BODY

from summarize.cli import main
from summarize.model import fold

STORY = f"Bridge shut\n\nBy Anna Kerr\nThe Ellery Post\n\n{BODY[0]} {BODY[1]}\n\nAdvertisement\n\n{BODY[2]}\n"


def test_as_data_every_span_is_a_place_in_its_text(write, capsys):
    assert main(["inspect", str(write("story.txt", STORY)), "--format", "json"]) == 0
    out = capsys.readouterr()
    data = json.loads(out.out)
    assert out.err == ""
    assert list(data) == ["sources", "texts", "ignored", "sentences"]
    texts = data["texts"]
    assert texts == {"s1": STORY}
    assert [fold(texts[s["source_id"]][s["start"] : s["end"]]) for s in data["sentences"]] == BODY[:3]
    assert [(texts[s["source_id"]][s["start"] : s["end"]], s["reason"]) for s in data["ignored"]] == [
        ("Bridge shut", "title"), ("By Anna Kerr", "byline"), ("The Ellery Post", "heading"), ("Advertisement", "embed"),
    ]  # fmt: skip
    assert data["sources"][0]["publisher"] == "The Ellery Post"


def test_on_the_terminal_sentences_are_numbered_and_reasons_named(write, capsys):
    assert main(["inspect", str(write("story.txt", STORY))]) == 0
    out = capsys.readouterr().out
    folded = " ".join(out.split())
    for wanted in (
        "title Bridge shut",
        "publisher The Ellery Post",
        "byline: By Anna Kerr",
        f"2 {BODY[1]}",
        "language en",
    ):
        assert wanted in folded
    assert "\x1b" not in out


def test_into_a_file(write, working_folder):
    assert main(["inspect", str(write("story.txt", STORY)), "--format", "json", "-o", "out.json"]) == 0
    assert json.loads((working_folder / "out.json").read_text(encoding="utf-8"))["texts"]


def test_nothing_readable_is_exit_code_3(tmp_path, capsys):
    assert main(["inspect", str(tmp_path / "none.txt")]) == 3
    assert "no such file" in capsys.readouterr().err


def test_the_language_can_be_forced(write, capsys):
    main(["inspect", str(write("story.txt", STORY)), "--language", "french", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["sources"][0]["language"] == "fr"
