"""Paths that travel: the same digest from wherever it was made, and the articles found again from where it lies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import EXAMPLES

from summarize.cli import main

OPTIONS = ("--encoder", "tfidf", "--judge", "rules", "--quiet")
STORY = "The dam broke on Friday morning. Two towns were flooded by noon. The mayor asked the army for help.\n"


@pytest.fixture
def desk(working_folder: Path) -> Path:
    (working_folder / "in" / "deep").mkdir(parents=True)
    for name in ("in/a.txt", "in/deep/b.txt"):
        (working_folder / name).write_text(STORY.replace("Two", name))
    (working_folder / "in" / "empty.txt").write_text("")
    return working_folder


def made(*arguments: object) -> dict:
    assert main(["run", *OPTIONS, *map(str, arguments)]) == 0
    return json.loads(Path(arguments[-1]).read_text(encoding="utf-8"))


def paths(digest: dict) -> list[str | None]:
    return [source["path"] for source in digest["sources"]]


def test_paths_start_where_the_digest_lies(desk: Path) -> None:
    digest = made(desk / "in", "-o", desk / "digest.json")
    assert paths(digest) == ["in/a.txt", "in/deep/b.txt"]
    assert any(warning.startswith("in/empty.txt: ") for warning in digest["warnings"])


def test_a_digest_elsewhere_does_not_tell_where_the_articles_lay(desk: Path) -> None:
    (desk / "out").mkdir()
    digest = made(desk / "in", "-o", desk / "out" / "digest.json")
    assert paths(digest) == ["a.txt", "deep/b.txt"]
    assert str(desk) not in json.dumps(digest)


def test_absolute_and_relative_names_give_the_same_bytes(desk: Path) -> None:
    made("in", "-o", "one.json")
    made(desk / "in", "-o", "two.json")
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_other_styles(desk: Path) -> None:
    assert paths(made("in", "--paths", "absolute", "-o", "one.json"))[0] == (desk / "in" / "a.txt").as_posix()
    digest = made("in", "--paths", "none", "-o", "two.json")
    assert paths(digest) == [None, None]
    assert any(warning.startswith("empty.txt: ") for warning in digest["warnings"])


def test_verify_finds_the_articles_from_where_the_digest_lies(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made("in", "-o", "digest.json")
    monkeypatch.chdir(EXAMPLES)
    assert main(["verify", str(desk / "digest.json"), "--quiet"]) == 0


def test_verify_finds_the_articles_below_a_base(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "out").mkdir()
    made("in", "-o", "out/digest.json")
    assert main(["verify", "out/digest.json", "--base", "in", "--quiet"]) == 0
    (desk / "in").rename(desk / "moved")
    assert main(["verify", "out/digest.json", "--quiet"]) == 4
    assert main(["verify", "out/digest.json", "--base", "moved", "--quiet"]) == 0


def test_who_has_moved_the_digest_is_told_of_base(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "out").mkdir()
    made("in", "-o", "out/digest.json")
    assert main(["verify", "out/digest.json"]) == 4
    assert "the articles are not where the digest says. Give the folder" in capsys.readouterr().err
    assert main(["explain", "out/digest.json", "overview.1"]) == 3
    assert "with --base" in capsys.readouterr().err


def test_a_part_of_a_file_keeps_its_number(desk: Path) -> None:
    rows = [{"text": STORY}, {"text": STORY.replace("Two", "Three")}]
    (desk / "in" / "many.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert paths(made(desk / "in" / "many.jsonl", "-o", desk / "digest.json")) == ["in/many.jsonl#1", "in/many.jsonl#2"]
    assert main(["verify", "digest.json", "--quiet"]) == 0


def test_the_page_without_articles_holds_no_text_that_is_not_shown(desk: Path) -> None:
    story = STORY + "\n\nWeather forecasters in the capital had warned of nothing at all that week, of all things.\n"
    (desk / "in" / "a.txt").write_text(story)
    main(["run", *OPTIONS, "in", "--topics", "1", "--length", "1", "--overview", "0", "-o", "with.html"])
    main(
        [
            "run",
            *OPTIONS,
            "in",
            "--topics",
            "1",
            "--length",
            "1",
            "--overview",
            "0",
            "--no-articles",
            "-o",
            "without.html",
        ]
    )
    assert "forecasters" in Path("with.html").read_text(encoding="utf-8")
    assert "forecasters" not in Path("without.html").read_text(encoding="utf-8")
