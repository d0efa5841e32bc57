"""Collections with references: articles on one event, and what people wrote as their summaries.

Owns the two layouts that `summarize eval` reads. A collection without articles or references costs a warning, not the
others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize import registry
from summarize.errors import NoUsableInput, UsageError
from summarize.model import Article
from summarize.read import read

REFERENCES = "references"
"""Name of the folder that holds the references of a collection."""


@dataclass(frozen=True, slots=True)
class Case:
    """Articles and their references."""

    name: str
    articles: tuple[Article, ...]
    references: tuple[str, ...]
    """At least one, none empty."""


@dataclass(frozen=True, slots=True)
class Cases:
    """Collections that can be scored, and a line for each that cannot."""

    collections: tuple[Case, ...]
    warnings: tuple[str, ...]


def load(path: Path) -> Cases:
    """The collections of a file of JSON lines or of a folder. Raises `UsageError` or, with none usable, `NoUsableInput`."""
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder")
    warnings: list[str] = []
    found = tuple(_of_folder(path, warnings) if path.is_dir() else _of_lines(path, warnings))
    if not found:
        layout = (
            "a line {'docs': […], 'references': […]} each" if path.is_file() else f"a folder each, with {REFERENCES}/"
        )
        raise NoUsableInput(
            f"{path}: no collection with articles and references", " ".join([*warnings, f"Expected {layout}"])
        )
    return Cases(found, tuple(warnings))


def _of_lines(path: Path, warnings: list[str]) -> Iterator[Case]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NoUsableInput(f"{path}: cannot be read as UTF-8 text ({error})") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        try:
            row = json.loads(line)
        except ValueError:
            warnings.append(f"{place}: not JSON.")
            continue
        if not isinstance(row, dict):
            warnings.append(f"{place}: not an object.")
            continue
        docs = [text for text in map(_text, _list(row.get("docs"))) if text.strip()]
        # Names are of one width, so that the canonical order of the articles is the order of the line.
        articles = tuple(Article.from_text(text, origin=f"{at:06d}.txt") for at, text in enumerate(docs))
        name = str(row.get("id") or number)
        yield from _usable(name, articles, [_text(item) for item in _list(row.get("references"))], place, warnings)


def _of_folder(path: Path, warnings: list[str]) -> Iterator[Case]:
    """The folder itself when it has references, otherwise each folder in it."""
    folders = [path] if (path / REFERENCES).is_dir() else sorted(item for item in path.iterdir() if item.is_dir())
    for folder in folders:
        suffixes = registry.suffixes()
        files = sorted(item for item in folder.iterdir() if item.is_file() and item.suffix.lower() in suffixes)
        articles = read(files)
        warnings.extend(f"{warning}." for warning in articles.warnings)
        references = sorted((folder / REFERENCES).glob("*")) if (folder / REFERENCES).is_dir() else []
        texts = [item.read_text(encoding="utf-8-sig", errors="replace") for item in references if item.is_file()]
        yield from _usable(folder.name, tuple(articles), texts, str(folder), warnings)


def _usable(
    name: str, articles: tuple[Article, ...], references: list[str], place: str, warnings: list[str]
) -> Iterator[Case]:
    kept = tuple(text for text in references if text.strip())
    missing = " and no ".join(what for what, there in (("articles", articles), ("references", kept)) if not there)
    if missing:
        warnings.append(f"{place}: no {missing}.")
    else:
        yield Case(name, articles, kept)


def _list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _text(item: Any) -> str:
    """A text given as such or under the key "text"; nothing for anything else."""
    value = item.get("text") if isinstance(item, dict) else item
    return value if isinstance(value, str) else ""
