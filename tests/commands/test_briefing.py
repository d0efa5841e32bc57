"""A briefing as a user makes it: twice on one store, interrupted, and in every form."""

from __future__ import annotations

import json
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import news
import pytest

from summarize.cli import main

OPTIONS = ("--encoder", "tfidf", "--judge", "rules", "--jobs", "1")


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    return news.write(tmp_path / "crawl", news.first_day())


def brief(*arguments: object) -> int:
    return main(["briefing", *OPTIONS, *map(str, arguments)])


def made(out: Path, *arguments: object) -> dict:
    assert brief(*arguments, "-o", out) == 0
    return json.loads(out.read_text(encoding="utf-8"))


def events(briefing: dict) -> list[list[str]]:
    """The event of each article, story by story."""
    return [sorted(entry["url"].split("/")[3] for entry in story["articles"]) for story in briefing["stories"]]


def test_every_article_is_in_the_story_of_its_event(crawl: Path, tmp_path: Path) -> None:
    found = made(tmp_path / "b.json", crawl, "--stories", 0)
    assert sorted(events(found)) == [["comet"], ["dam"] * 3, ["vote"] * 3]
    assert events(found)[-1] == ["comet"], "what one outlet has comes last"
    assert all(story["digest"] is None for story in found["stories"])


def test_the_json_is_what_its_schema_says(crawl: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (crawl / "empty.txt").write_text("")
    found = made(tmp_path / "b.json", crawl, "--stories", 2)
    capsys.readouterr()
    assert main(["schema", "briefing"]) == 0
    jsonschema.validate(found, json.loads(capsys.readouterr().out))
    assert [story["digest"]["schema_version"] for story in found["stories"]] == [2, 2]
    assert [unread["origin"] for unread in found["unread"]] == [str(crawl / "empty.txt")]


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        (("--min-sources", 2), {"dam", "vote"}),
        (("--about", "the comet and its telescope"), {"comet"}),
        (("--since", "2026-03-04"), set()),
        (("--since", "2026-03-01"), {"dam", "vote", "comet"}),
        (("--language", "english"), {"dam", "vote", "comet"}),
    ],
)
def test_wishes_decide_which_stories_are_listed(
    crawl: Path, tmp_path: Path, wishes: tuple[object, ...], expected: set[str]
) -> None:
    found = made(tmp_path / "b.json", crawl, "--stories", 0, *wishes)
    assert {event for story in events(found) for event in story} == expected


def test_the_second_day_keeps_stories_and_says_what_is_new(crawl: Path, tmp_path: Path) -> None:
    store = tmp_path / "news.db"
    before = made(tmp_path / "1.json", crawl, "--store", store)
    news.write(crawl, news.second_day(), start=50)
    after = made(tmp_path / "2.json", crawl, "--store", store)
    assert {story["id"] for story in before["stories"]} == {story["id"] for story in after["stories"]}
    assert all(story["is_new"] for story in before["stories"])
    assert not any(story["is_new"] for story in after["stories"])
    dam = next(story for story in after["stories"] if "/dam/" in story["articles"][0]["url"])
    assert sum(entry["is_new"] for entry in dam["articles"]) == 2
    new = [line["text"] for line in dam["changes"]["new"]]
    assert any("Four people are missing" in line for line in new)
    assert not any("broke early on Tuesday" in line for line in new)


def test_nothing_new_is_said_and_is_no_error(crawl: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "news.db"
    first = made(tmp_path / "1.json", crawl, "--store", store)
    second = made(tmp_path / "2.json", crawl, "--store", store)
    assert "nothing new since last time" in capsys.readouterr().err
    assert [story["digest"] for story in first["stories"]] == [story["digest"] for story in second["stories"]]


def test_the_order_of_the_articles_changes_nothing(crawl: Path, tmp_path: Path) -> None:
    out = tmp_path / "b.json"
    files = sorted(crawl.iterdir())
    brief(*files, "-o", out)
    forwards = out.read_bytes()
    brief(*files[::-1], "-o", out)
    assert out.read_bytes() == forwards


def test_workers_change_nothing(crawl: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    outputs = set()
    for number, more in enumerate((("--jobs", 1), ("--jobs", 2), ("--workers", 2))):
        out = tmp_path / f"{number}.json"
        assert brief(crawl, *more, "-o", out) == 0
        outputs.add(out.read_bytes())
    assert len(outputs) == 1


def test_a_killed_run_goes_on_without_loss(crawl: Path, tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    out = tmp_path / "b.json"
    brief(crawl, "--store", whole, "-o", out)
    undisturbed = out.read_bytes()
    for delay in (0.5, 0.9, 1.3, 1.7):
        child = subprocess.Popen(
            [sys.executable, "-m", "summarize", "briefing", str(crawl), "--store", str(killed), *OPTIONS]
        )
        time.sleep(delay)
        child.send_signal(signal.SIGKILL)
        child.wait()
        with sqlite3.connect(killed) as database:
            begun = database.execute("SELECT 1 FROM sqlite_master WHERE name = 'runs'").fetchone()
            if begun and database.execute("SELECT 1 FROM runs WHERE finished").fetchone():
                pytest.skip("a fast machine: the run was over before it could be killed")
    brief(crawl, "--store", killed, "-o", out)
    assert out.read_bytes() == undisturbed
    with sqlite3.connect(whole) as one, sqlite3.connect(killed) as other:
        assert list(one.iterdump()) == list(other.iterdump())


def test_a_story_of_500_articles_is_sampled_with_a_note(tmp_path: Path) -> None:
    drawn, facts = random.Random(0), news.EVENTS["dam"][1:]
    invented = [
        "".join(drawn.sample(["ba", "do", "fi", "ka", "lu", "me", "no", "ri", "su", "ta"], 3)) for _ in range(400)
    ]
    many = []
    for number in range(500):
        fields = news.article("dam", number % 3, 3) | {"publisher": f"Outlet {number % 50}"}
        own = [" ".join(drawn.choices(invented, k=14)).capitalize() + "." for _ in range(2)]
        fields["text"] = "\n\n".join(drawn.sample(facts, 3) + own)
        fields["url"] += f"-{number}"
        many.append(fields)
    found = made(tmp_path / "b.json", news.write(tmp_path / "crawl", many), "--stories", 1)
    (story,) = found["stories"]
    assert len(story["articles"]) == 500
    assert len(story["digest"]["sources"]) == 30
    assert any("of 500 articles" in warning for warning in story["digest"]["warnings"])


def test_the_same_article_under_many_addresses_is_one_witness(tmp_path: Path) -> None:
    copies = [
        news.article("dam", 0, 3) | {"url": f"https://mirror{n}.example/", "publisher": f"Mirror {n}"} for n in range(9)
    ]
    found = made(tmp_path / "b.json", news.write(tmp_path / "crawl", copies))
    (story,) = found["stories"]
    assert (len(story["articles"]), story["independent_sources"]) == (9, 1)


@pytest.mark.parametrize(
    "date", [None, "2999-01-01", "1970-01-01", "2026-03-03T23:00:00-11:30", "2026-03-04T01:00:00+14:00"]
)
def test_odd_dates_do_not_part_a_story(tmp_path: Path, date: str | None) -> None:
    articles = [news.article("dam", outlet, 3) for outlet in range(3)]
    articles[2]["published"] = date
    found = made(tmp_path / "b.json", news.write(tmp_path / "crawl", articles), "--stories", 0)
    assert events(found) == [["dam"] * 3]
    assert (found["stories"][0]["last_seen"] or "").startswith("2026-03-0")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--since", "yesterday"), "no date"),
        (("--about", "?!"), "no words"),
        (("-o", "b.csv"), "names no format"),
        (("-o", "nowhere/b.json"), "no folder"),
        (("--format", "csv"), "csv"),
        (("--stories", "-1"), "--stories"),
    ],
)
def test_a_wrong_wish_is_one_line(
    crawl: Path, arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert brief(crawl, *arguments) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


def test_nothing_to_read_is_exit_code_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("")
    assert brief(tmp_path / "a.txt") == 3
    assert "no article" in capsys.readouterr().err


def test_a_folder_holds_a_front_page_and_a_page_a_story(crawl: Path, tmp_path: Path) -> None:
    out = tmp_path / "briefing"
    assert brief(crawl, "-o", out) == 0
    found = json.loads((out / "briefing.json").read_text(encoding="utf-8"))
    assert {path.name for path in out.iterdir()} == {"index.html", "index.md", "briefing.json", "feed.atom", "stories"}
    pages = {path.name for path in (out / "stories").glob("*.html")}
    assert pages == {f"{story['id']}.html" for story in found["stories"]}


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json", "atom", "eml"])
def test_every_format_names_every_story(crawl: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert brief(crawl, "--format", form, "--quiet") == 0
    text = capsys.readouterr().out
    assert "Dam above Port Ellery" in text
    assert "Parliament of Veldonia" in text


def test_the_suffix_of_the_file_decides_also_for_feeds_and_mail(crawl: Path, tmp_path: Path) -> None:
    for name, begins in (("news.atom", b"<?xml"), ("news.eml", b"Subject: Briefing of")):
        assert brief(crawl, "-o", tmp_path / name) == 0
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_feed_of_the_next_day_knows_the_stories_of_the_day_before(crawl: Path, tmp_path: Path) -> None:
    ids = []
    for day in (1, 2):
        if day == 2:
            news.write(crawl, news.second_day(), start=50)
        assert brief(crawl, "--store", tmp_path / "news.db", "-o", tmp_path / "news.atom") == 0
        ids.append(re.findall(r"<id>(.*?)</id>", (tmp_path / "news.atom").read_text(encoding="utf-8")))
    assert ids[0][0] == ids[1][0], "it is one feed"
    assert len(set(ids[0]) & set(ids[1])) > 1


def test_stories_and_timeline_tell_what_a_store_knows(
    crawl: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, out = tmp_path / "news.db", tmp_path / "b.json"
    made(out, crawl, "--store", store)
    news.write(crawl, news.second_day(), start=50)
    found = made(out, crawl, "--store", store)
    dam = next(story for story in found["stories"] if "/dam/" in story["articles"][0]["url"])
    capsys.readouterr()
    assert main(["stories", "--store", str(store)]) == 0
    assert dam["id"] in capsys.readouterr().out
    assert main(["timeline", dam["id"][:6], "--store", str(store)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.index("broke early on Tuesday") < told.index("Four people are missing")


def test_a_story_that_a_store_does_not_know_is_named(
    crawl: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "news.db"
    made(tmp_path / "b.json", crawl, "--store", store)
    assert main(["timeline", "zzz", "--store", str(store)]) == 2
    assert "unknown story 'zzz'" in capsys.readouterr().err


def test_diff_tells_what_a_later_digest_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = news.write(tmp_path / "old", [news.article("dam", outlet, 3) for outlet in range(3)])
    new = news.write(tmp_path / "new", [news.article("dam", outlet, 5, news.LATER["dam"]) for outlet in range(3)])
    for folder in (old, new):
        assert main(["run", str(folder), "--encoder", "tfidf", "--judge", "rules", "-o", f"{folder}.json"]) == 0
    capsys.readouterr()
    for form in ("terminal", "markdown", "json"):
        assert main(["diff", f"{old}.json", f"{new}.json", "--format", form]) == 0
        assert "Four people are missing" in " ".join(capsys.readouterr().out.split())
    assert main(["diff", f"{old}.json", f"{old}.json"]) == 0
