"""Labelled events as the program sees them: its own sentences, each with the labels of the gold sentence it overlaps most.

Owns the reading of an event's folder: docs.json, sents.tsv (key, start, end, sentence), labels.tsv (key, topics, facts), and where
they are there editor.tsv (key, y or n:KEY, worth), headings.tsv (topic, heading), picks.tsv (topic or
overview, keys) and conflicts.tsv (key, key, kind, value, value).
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from summarize.encode import represent
from summarize.model import Article, Document, Representation
from summarize.text import segment_all

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Event:
    """One event with an editor's labels for every sentence of the program; -1 and empty rows where nothing is known."""

    name: str
    docs: list[dict[str, str]]
    """The articles as they were read."""
    rep: Representation
    documents: tuple[Document, ...]
    key: list[str | None]
    """The gold sentence of each."""
    topic: list[list[str]]
    """Topics, the main one first."""
    facts: list[list[str]]
    alone: np.ndarray
    needs: np.ndarray
    """The sentence that supplies what each lacks."""
    worth: np.ndarray
    headings: dict[str, str]
    picks: dict[str, list[int]]
    gold_keys: dict[str, tuple[int, int, int, str]]
    """Article, start, end and words of each gold sentence."""
    gold_labels: dict[str, tuple[list[str], list[str]]]
    conflicts: list[tuple[int, int, str, str, str]]
    """Two sentences that contradict each other, the kind, and what each of them says."""


def folds(names: Iterable[str]) -> dict[str, int]:
    """The fold of each event, by a digest of its name: the same for every judge."""
    ordered = sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return {name: at % FOLDS for at, name in enumerate(ordered)}


def read(folders: Sequence[Path]) -> list[Event]:
    """The events of some folders, by name."""
    return [_event(folder) for folder in sorted(folders, key=lambda folder: folder.name)]


def _event(folder: Path) -> Event:
    docs = json.loads((folder / "docs.json").read_text(encoding="utf-8"))
    articles = [
        Article(text=doc["text"], id=f"s{n + 1}", path=f"{n:02d}.txt", language="en") for n, doc in enumerate(docs)
    ]
    documents = segment_all(articles)
    representation, _ = represent(documents, "use")
    gold = {
        key: (int(key.split(".")[0]), int(start), int(end), words)
        for key, start, end, words in _rows(folder / "sents.tsv", 4)
    }
    labels = {
        key: (topics.split(","), [] if facts == "-" else facts.split(","))
        for key, topics, facts in _rows(folder / "labels.tsv", 3)
    }
    editor = {
        key: (alone == "y", alone.partition(":")[2], int(worth))
        for key, alone, worth in _rows(folder / "editor.tsv", 3)
    }
    keys, number_of = _aligned(representation, gold)
    known = [editor.get(key or "") for key in keys]
    return Event(
        name=folder.name,
        docs=docs,
        rep=representation,
        documents=documents,
        key=keys,
        topic=[labels[key][0] if key in labels else [] for key in keys],
        facts=[labels[key][1] if key in labels else [] for key in keys],
        alone=np.array([row[0] if row else -1 for row in known], dtype=np.int64),
        needs=np.array([number_of.get(row[1], -1) if row else -1 for row in known], dtype=np.int64),
        worth=np.array([row[2] if row else -1 for row in known], dtype=np.int64),
        headings=dict(_rows(folder / "headings.tsv", 2)),
        picks={
            name: [number_of[key.strip()] for key in row.split(",") if key.strip() in number_of]
            for name, row in _rows(folder / "picks.tsv", 2)
        },
        gold_keys=gold,
        gold_labels=labels,
        conflicts=[
            (number_of[row[0]], number_of[row[1]], row[2], row[3], row[4])
            for row in _rows(folder / "conflicts.tsv", 5)
            if len(row) == 5 and row[0] in number_of and row[1] in number_of
        ],
    )


def _aligned(
    representation: Representation, gold: dict[str, tuple[int, int, int, str]]
) -> tuple[list[str | None], dict[str, int]]:
    """(gold key of each sentence of the program, first sentence of each gold key); half of the shorter must be shared."""
    by_article = defaultdict(list)
    for key, (article, start, end, _) in gold.items():
        by_article[article].append((start, end, key))
    keys: list[str | None] = []
    number_of: dict[str, int] = {}
    for number, sentence in enumerate(representation.sentences):
        shared = [
            (min(end, sentence.end) - max(start, sentence.start), min(end - start, sentence.end - sentence.start), key)
            for start, end, key in by_article[int(representation.article_of[number])]
        ]
        fitting = [(length, key) for length, shorter, key in shared if length > 0 and 2 * length >= shorter]
        keys.append(max(fitting, key=lambda pair: pair[0])[1] if fitting else None)
        for _, key in fitting:
            number_of.setdefault(key, number)
    return keys, number_of


def _rows(path: Path, cells: int) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    return [line.split("\t", cells - 1) for line in lines if line.strip() and not line.startswith("#")]
