"""What one article, and one part of a file, may take: so much text, so many parts, and never another article's place.

Owns the limits that hold whatever the format, and says each of them. Refuses to choose: what comes first is read.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from summarize.errors import SummarizeError
from summarize.model import Article, Collection, fold

Part = TypeVar("Part")

LARGEST_TEXT = 3_000_000
"""Characters of one article: War and Peace has 3.2 million, the longest of 310 news articles 12,714."""
MOST_PARTS = 10_000
"""Articles of one file, files of one archive."""
_LONGEST_REASON = 200
_UNWRITABLE = re.compile("[\ud800-\udfff]")
"""Halves of a surrogate pair: no encoding can write them (Unicode 16, D75), though JSON can name them."""
_log = logging.getLogger(__name__)


def limited(article: Article) -> Article:
    """The article as it can be used: no longer than the limit, and of characters that can be written, as many as before."""
    text, doubts = article.text, []
    if len(text) > LARGEST_TEXT:
        doubts.append(f"{len(text):,} characters long, read up to character {LARGEST_TEXT:,}")
        text = text[:LARGEST_TEXT]
    text, strange = writable(text)
    if strange:
        doubts.append(
            f"{strange} damaged {'character' if strange == 1 else 'characters'} shown as \N{REPLACEMENT CHARACTER}"
        )
    known = {name: getattr(article, name) for name in ("title", "publisher", "published", "url", "path")}
    sound = {name: writable(value)[0] if value else value for name, value in known.items()}
    authors = tuple(writable(name)[0] for name in article.authors)
    if not doubts and sound == known and authors == article.authors:
        return article
    return replace(article, text=text, authors=authors, warnings=(*article.warnings, *doubts), **sound)


def writable(text: str) -> tuple[str, int]:
    """The text with each character that no encoding can write replaced by U+FFFD, and how many these are."""
    return (text, 0) if text.isascii() else _UNWRITABLE.subn("\N{REPLACEMENT CHARACTER}", text)


def first_parts(parts: Iterable[Part], origin: str, warnings: list[str]) -> Iterator[Part]:
    """The parts of one file that are read; a line in `warnings` where there are more, or where the file is damaged."""
    number = 0
    try:
        for number, part in enumerate(parts, start=1):
            if number > MOST_PARTS:
                warnings.append(f"{origin}: only its first {MOST_PARTS:,} parts are read")
                return
            yield part
    except Exception as error:  # a parser's own, met on the way to the next part
        if not number:
            raise
        warnings.append(f"{origin}: damaged after part {number:,}, read as far as it goes ({reason(error)})")


def attempt(origin: str, make: Callable[[], Sequence[Article]], warnings: list[str]) -> Sequence[Article]:
    """The articles that `make` returns, with their warnings added to `warnings`; whatever goes wrong is a line there too."""
    try:
        found = make()
    except SummarizeError as error:
        warnings.append(str(error))
        return ()
    except Exception as error:  # a damaged file makes parsers fail in ways they do not document; the others must go on
        _log.debug("reading %s", origin, exc_info=True)
        warnings.append(f"{origin}: damaged, cannot be read ({reason(error)})")
        return ()
    warnings.extend(found.warnings if isinstance(found, Collection) else ())
    return tuple(found)


def reason(error: BaseException) -> str:
    """Kind and message of an error on one short line."""
    text = fold(f"{type(error).__name__}: {str(error)[: 2 * _LONGEST_REASON]}")
    return text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON]}…"
