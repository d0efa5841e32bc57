"""From names to articles with their outlines: what is to be read, and the reading of a part of it as a pure function.

Owns what counts as read already: a file of the same size and time of change, a page whose address the store knows.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarize.briefing.store import Batch
from summarize.languages import detect
from summarize.model import Article, Collection
from summarize.read import expand, is_address, is_remark, read
from summarize.stories import outlines

_AT_ONCE = 32
"""Files that are read as one piece of work."""
_LATEST = 4_102_444_800.0
"""POSIX seconds from which on a date is absurd (2100). Not the clock's: a briefing does not depend on the day it is made."""
_ONCE = "read"
"""The state of a page: read once, it is not asked for again."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Places to read in one go, and how."""

    names: tuple[str, ...]
    states: tuple[str, ...]
    """What is remembered of each once it has been read; "" for what is read every time."""
    encoder: str
    language: str
    """Only articles in this language are taken in; "auto" for all."""
    max_articles: int
    allow_private: bool
    follow: bool = False
    """Whether list pages, and files that are lists, stand for the articles that they link to."""
    known: frozenset[str] = frozenset()
    """Addresses that need not be fetched again."""


def to_read(names: Sequence[str], known: Mapping[str, str], like: Piece) -> tuple[list[Piece], list[str]]:
    """The pieces of work that are left to do, files and addresses apart, and a line for each name that is none.

    `known` holds the state in which each place was read. Addresses are one piece: how many are asked at once is its concern.
    """
    warnings: list[str] = []
    places = list(expand(names, warnings, allow_private=like.allow_private))
    pages = [name for name in places if is_address(name) and known.get(name) != _ONCE]
    files = [(name, state) for name in places if not is_address(name) and known.get(name) != (state := _state(name))]
    seen = frozenset(name for name, state in known.items() if state == _ONCE)
    pieces = [replace(like, names=tuple(pages), states=("",) * len(pages), known=seen)] if pages else []
    for start in range(0, len(files), _AT_ONCE):
        part = files[start : start + _AT_ONCE]
        pieces.append(replace(like, names=tuple(name for name, _ in part), states=tuple(state for _, state in part)))
    return pieces, warnings


def take_in(piece: Piece) -> Batch:
    """Read some places: their articles, what grouping needs of each, and what could not be read."""
    seen = set(piece.known)
    found = read(
        piece.names,
        max_articles=piece.max_articles,
        allow_private=piece.allow_private,
        follow=piece.follow,
        seen=seen,
    )
    wanted = [_with_language(article, piece.language) for article in found]
    articles = [article for article in wanted if piece.language in ("auto", article.language)]
    drawn = outlines(articles, piece.encoder, now=_LATEST)
    states = {name: state for name, state in zip(piece.names, piece.states, strict=True) if state}
    states |= dict.fromkeys(sorted(seen - piece.known), _ONCE)
    return Batch(
        articles=tuple(
            (key_of(article), article, outline.to_bytes()) for article, outline in zip(articles, drawn, strict=True)
        ),
        places=states,
        warnings=tuple(_lines(piece.names, found)),
    )


def key_of(article: Article) -> str:
    """SHA-256 of the article's address and its text."""
    return hashlib.sha256(f"{article.origin}\0{article.sha256}".encode("utf-8", "surrogatepass")).hexdigest()


def _state(name: str) -> str:
    """What tells a file from a later one of the same name; empty for what has no state."""
    try:
        status = os.stat(name)
    except (OSError, ValueError):
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"


def _with_language(article: Article, wanted: str) -> Article:
    if article.language:
        return article
    try:
        return replace(article, language=detect(article.text))
    except Exception:  # no text may cost the others
        return article


def _lines(names: Sequence[str], found: Collection) -> Iterator[tuple[str, str, bool]]:
    """(place, line, whether no article came of it) for each warning."""
    origins = {origin.partition("#")[0] for article in found for origin in (article.path, article.url) if origin}
    for line in found.warnings:
        place = next((name for name in names if line.startswith(f"{name}: ")), "")
        yield place, line, bool(place) and not is_remark(line) and place.partition("#")[0] not in origins
