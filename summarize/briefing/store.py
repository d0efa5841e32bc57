"""What is remembered from run to run: articles, what grouping needs of them, stories and their digests, in SQLite.

Owns the file: its schema, its version, who may write. Every change is one transaction, so a run that is killed at any moment
leaves whole batches, and the next one goes on from there. Nothing in it depends on the clock: two stores that were given the
same articles in the same runs hold the same rows.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType

import msgspec

from summarize.digest import Digest
from summarize.errors import StoreError
from summarize.model import Article

VERSION = 1
_APPLICATION = 0x53554D4D
"""Marks the file as ours (PRAGMA application_id): "SUMM"."""
_PATIENCE = 10.0
"""Seconds that a run waits for another one on the same store."""
_TABLES = """
CREATE TABLE runs (number INTEGER PRIMARY KEY, finished INTEGER NOT NULL DEFAULT 0);
CREATE TABLE articles (
    key TEXT PRIMARY KEY, run INTEGER NOT NULL, story TEXT, outline BLOB NOT NULL, article BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX articles_of_story ON articles (story);
CREATE TABLE places (name TEXT PRIMARY KEY, state TEXT NOT NULL, run INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE warnings (run INTEGER NOT NULL, name TEXT NOT NULL, line TEXT NOT NULL, unread INTEGER NOT NULL,
    PRIMARY KEY (run, name, line)) WITHOUT ROWID;
CREATE TABLE stories (id TEXT PRIMARY KEY, run INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE digests (
    story TEXT NOT NULL, run INTEGER NOT NULL, fingerprint TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (story, run)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as the store holds it."""

    key: str
    """SHA-256 of its address and its text: one text under two addresses is two articles."""
    run: int
    """The run that first read it, from 1."""
    story: str | None
    """None until the run has grouped it."""
    outline: bytes


@dataclass(frozen=True, slots=True)
class Batch:
    """What was read in one go: articles with their keys and outlines, and what became of each place that was named."""

    articles: tuple[tuple[str, Article, bytes], ...]
    places: Mapping[str, str]
    """The state of each place that need not be read again while it is the same."""
    warnings: tuple[tuple[str, str, bool], ...] = ()
    """(place, line, whether nothing could be read there)."""


class Store:
    """One file, or memory for a briefing that nothing should remember. A context manager; one run writes at a time."""

    def __init__(self, path: Path | None) -> None:
        """Open the store to write, or make it. Raises `StoreError` for a file that is none, is damaged, newer, or in use."""
        self._name = str(path or "memory")
        self._open(str(path or ":memory:"), uri=False)
        with self._closed_on_error():
            # The lock of this first transaction is kept to the end, and goes with the process however that ends.
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("BEGIN EXCLUSIVE")
            self._database.execute("COMMIT")
            self._database.execute("PRAGMA synchronous = FULL")
            if self._is_empty():
                self._make()

    @classmethod
    def to_read(cls, path: Path) -> Store:
        """A store that exists, to look into. Raises `StoreError`."""
        if not path.is_file():
            raise StoreError(f"{path}: no such store", "Make one with: summarize briefing PATH… --store FILE")
        store = cls.__new__(cls)
        store._name = str(path)
        store._open(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        with store._closed_on_error():
            if store._is_empty():
                raise StoreError(f"{path}: an empty file, no store")
        return store

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def begin(self) -> int:
        """The number of this run: that of a run that did not finish, or the next."""
        with self._change() as database:
            last, finished = database.execute("SELECT number, finished FROM runs ORDER BY number DESC").fetchone() or (
                0,
                1,
            )
            if finished:
                last += 1
                database.execute("INSERT INTO runs (number) VALUES (?)", (last,))
        return int(last)

    def last(self) -> int:
        """The number of the last run, 0 before the first."""
        with self._errors():
            return int(self._database.execute("SELECT coalesce(max(number), 0) FROM runs").fetchone()[0])

    def finish(self, run: int) -> None:
        """The run is done: what it brought is no longer new to the next."""
        with self._change() as database:
            database.execute("UPDATE runs SET finished = 1 WHERE number = ?", (run,))

    def states(self) -> dict[str, str]:
        """The state in which each place was read."""
        with self._errors():
            return dict(self._database.execute("SELECT name, state FROM places"))

    def add(self, run: int, batch: Batch) -> None:
        """Keep what was read. An article that is known already stays as it is."""
        with self._change() as database:
            database.executemany(
                "INSERT OR IGNORE INTO articles (key, run, outline, article) VALUES (?, ?, ?, ?)",
                [(key, run, outline, _packed(asdict(article))) for key, article, outline in batch.articles],
            )
            database.executemany(
                "INSERT OR REPLACE INTO places (name, state, run) VALUES (?, ?, ?)",
                [(name, state, run) for name, state in batch.places.items()],
            )
            database.executemany(
                "INSERT OR IGNORE INTO warnings (run, name, line, unread) VALUES (?, ?, ?, ?)",
                [(run, name, line, unread) for name, line, unread in batch.warnings],
            )

    def warnings(self, run: int) -> list[tuple[str, str, bool]]:
        """(place, line, whether nothing could be read there) of a run, by place."""
        with self._errors():
            rows = self._database.execute(
                "SELECT name, line, unread FROM warnings WHERE run = ? ORDER BY name, line", (run,)
            )
            return [(name, line, bool(unread)) for name, line, unread in rows]

    def kept(self) -> tuple[Kept, ...]:
        """All articles without their texts, by key."""
        with self._errors():
            rows = self._database.execute("SELECT key, run, story, outline FROM articles ORDER BY key")
            return tuple(Kept(*row) for row in rows)

    def keys(self, story: str) -> tuple[str, ...]:
        """The keys of the articles of a story, ascending."""
        with self._errors():
            rows = self._database.execute("SELECT key FROM articles WHERE story = ? ORDER BY key", (story,))
            return tuple(key for (key,) in rows)

    def articles(self, keys: Iterable[str]) -> tuple[Article, ...]:
        """The articles with these keys, in their order."""
        with self._errors():
            rows = [
                self._database.execute("SELECT article FROM articles WHERE key = ?", (key,)).fetchone() for key in keys
            ]
        return tuple(_article(row[0]) for row in rows)

    def group(self, run: int, story_of: Mapping[str, str], merged: Mapping[str, str]) -> None:
        """Articles by key go to stories by id; `merged` names the stories that end in another one, which is noted."""
        with self._change() as database:
            known = {row[0] for row in database.execute("SELECT id FROM stories")}
            fresh = sorted(set(story_of.values()) - known)
            database.executemany("INSERT INTO stories (id, run) VALUES (?, ?)", [(name, run) for name in fresh])
            database.executemany(
                "UPDATE articles SET story = ? WHERE key = ?", [(story, key) for key, story in story_of.items()]
            )
            for old, into in sorted(merged.items()):
                database.execute("UPDATE articles SET story = ? WHERE story = ?", (into, old))
                database.execute("UPDATE OR REPLACE digests SET story = ? WHERE story = ?", (into, old))
                database.execute("DELETE FROM stories WHERE id = ?", (old,))
                note = f"story {old} turned out to be part of story {into}"
                database.execute("INSERT OR IGNORE INTO warnings VALUES (?, '', ?, 0)", (run, note))

    def stories(self) -> dict[str, int]:
        """The run that began each story, by id."""
        with self._errors():
            return dict(self._database.execute("SELECT id, run FROM stories ORDER BY id"))

    def save(self, run: int, story: str, fingerprint: str, digest: Digest) -> None:
        """Keep the digest that a run made of a story."""
        with self._change() as database:
            database.execute(
                "INSERT OR REPLACE INTO digests (story, run, fingerprint, digest) VALUES (?, ?, ?, ?)",
                (story, run, fingerprint, _packed(digest.to_dict())),
            )

    def digests(self, story: str) -> list[tuple[int, str, Digest]]:
        """(run, fingerprint, digest) of a story, the oldest first."""
        with self._errors():
            rows = self._database.execute(
                "SELECT run, fingerprint, digest FROM digests WHERE story = ? ORDER BY run", (story,)
            ).fetchall()
        return [(run, fingerprint, Digest.from_dict(_unpacked(blob))) for run, fingerprint, blob in rows]

    def _open(self, address: str, *, uri: bool) -> None:
        with self._errors():
            self._database = sqlite3.connect(address, uri=uri, timeout=_PATIENCE, isolation_level=None)

    @contextmanager
    def _closed_on_error(self) -> Iterator[None]:
        try:
            with self._errors():
                yield
        except BaseException:
            self._database.close()
            raise

    def _is_empty(self) -> bool:
        """Whether nothing is in the file. Raises `StoreError` where it holds something that is not for this version."""
        (version,) = self._database.execute("PRAGMA user_version").fetchone()
        (owner,) = self._database.execute("PRAGMA application_id").fetchone()
        (tables,) = self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if owner != _APPLICATION and (tables or version):
            raise StoreError(f"{self._name}: a database, but no store of this program", "Name another file")
        if version > VERSION:
            raise StoreError(
                f"{self._name}: made by a newer version (store {version}, this one reads {VERSION})",
                "Update summarize, or name another file",
            )
        return not tables

    def _make(self) -> None:
        with self._change() as database:
            for statement in _TABLES.split(";"):
                database.execute(statement)
            database.execute(f"PRAGMA application_id = {_APPLICATION}")
            database.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept or nothing."""
        with self._errors():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
            except BaseException:
                self._database.rollback()
                raise
            self._database.execute("COMMIT")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, zlib.error, ValueError, msgspec.ValidationError) as error:
            raise StoreError(*_told(self._name, error)) from None


def _told(name: str, error: Exception) -> tuple[str, str]:
    """What went wrong with a store, and what to do."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{name}: another run is writing to it", "Wait for its end, or name another store"
    if code is not None and code & 0xFF == sqlite3.SQLITE_FULL:
        return f"{name}: the disk is full; what was read so far is kept", "Make room and run again"
    if code is not None and code & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
        return f"{name}: cannot be written", "Name a file in a folder that can be written to"
    return f"{name}: damaged, or no store ({error})", "Name another file; articles can be read again"


def _packed(value: object) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def _unpacked(blob: bytes) -> object:
    return json.loads(zlib.decompress(blob).decode("utf-8", "surrogatepass"))


def _article(blob: bytes) -> Article:
    return msgspec.convert(_unpacked(blob), Article)
