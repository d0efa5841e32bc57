"""What is remembered is whole, whoever writes and however a run ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from digests import digest

from summarize import Article
from summarize.briefing.store import Batch, Store
from summarize.errors import StoreError

BATCH = Batch((("k1", Article("It broke.", path="a.txt", authors=("Ann",)), b"outline"),), {"a.txt": "9 1"})


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def test_articles_come_back_as_they_went_in(place: Path) -> None:
    with Store(place) as store:
        store.add(store.begin(), BATCH)
    with Store(place) as store:
        assert store.articles(["k1"]) == (BATCH.articles[0][1],)
        assert [(entry.key, entry.run, entry.story, entry.outline) for entry in store.kept()] == [
            ("k1", 1, None, b"outline")
        ]
        assert store.states() == {"a.txt": "9 1"}


def test_a_run_that_did_not_finish_goes_on_under_its_number(place: Path) -> None:
    with Store(place) as store:
        assert store.begin() == 1
    with Store(place) as store:
        assert store.begin() == 1
        store.finish(1)
        assert store.begin() == 2


def test_an_article_that_is_known_keeps_its_run_and_story(place: Path) -> None:
    with Store(place) as store:
        store.add(1, BATCH)
        store.group(1, {"k1": "s"}, {})
        store.add(2, BATCH)
        assert [(entry.run, entry.story) for entry in store.kept()] == [(1, "s")]


def test_a_story_that_ends_in_another_leaves_it_articles_and_digests(place: Path) -> None:
    with Store(place) as store:
        store.add(1, BATCH)
        store.group(1, {"k1": "old"}, {})
        store.save(1, "old", "f", digest())
        store.group(2, {}, {"old": "new"})
        assert [entry.story for entry in store.kept()] == ["new"]
        assert [(run, fingerprint) for run, fingerprint, _ in store.digests("new")] == [(1, "f")]
        assert store.warnings(2) == [("", "story old turned out to be part of story new", False)]


def test_half_a_change_is_none(place: Path) -> None:
    with Store(place) as store:
        broken = Batch(BATCH.articles, {"a.txt": object()})  # type: ignore[dict-item]
        with pytest.raises(StoreError):
            store.add(1, broken)
        assert store.kept() == ()


def test_a_second_run_on_a_store_says_that_it_is_in_use(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.briefing.store._PATIENCE", 0.1)
    with Store(place), pytest.raises(StoreError, match="another run is writing"):
        Store(place)


def test_looking_into_a_store_in_use_says_so(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.briefing.store._PATIENCE", 0.1)
    with Store(place), pytest.raises(StoreError, match="another run is writing"):
        Store.to_read(place)


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"x" * 4000, b"\0" * 100])
def test_a_damaged_store_is_one_line(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        Store(place)


def test_a_store_that_is_damaged_inside_is_one_line(place: Path) -> None:
    with Store(place) as store:
        store.add(1, Batch(tuple((f"k{n}", Article("x" * 500, path=str(n)), b"o" * 900) for n in range(50)), {}))
    data = bytearray(place.read_bytes())
    data[8192:20000] = b"\xff" * (20000 - 8192)
    place.write_bytes(bytes(data))
    with pytest.raises(StoreError, match="damaged"), Store(place) as store:
        store.articles([entry.key for entry in store.kept()])


def test_a_database_of_somebody_else_is_left_alone(place: Path) -> None:
    with sqlite3.connect(place) as other:
        other.execute("CREATE TABLE notes (line TEXT)")
    before = place.read_bytes()
    with pytest.raises(StoreError, match="no store of this program"):
        Store(place)
    assert place.read_bytes() == before


def test_a_store_of_a_newer_version_is_not_touched(place: Path) -> None:
    with Store(place):
        pass
    with sqlite3.connect(place) as store:
        store.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer version"):
        Store(place)


def test_a_store_that_is_not_there_is_not_made_by_looking(place: Path) -> None:
    with pytest.raises(StoreError, match="no such store"):
        Store.to_read(place)
    assert not place.exists()


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        Store(tmp_path / "nowhere" / "news.db")


def test_a_full_disk_keeps_what_was_read_before(place: Path) -> None:
    with Store(place) as store:
        store.add(1, BATCH)
        store._database.execute("PRAGMA max_page_count = 12")
        large = Batch(tuple((f"k{n}", Article("x", path=str(n)), bytes(90_000)) for n in range(9)), {})
        with pytest.raises(StoreError, match="disk is full"):
            store.add(1, large)
    with Store(place) as store:
        assert [entry.key for entry in store.kept()] == ["k1"]
