"""Plain text and Markdown: the decoded file is the article's text, unchanged.

Owns what the first lines of a text say about it: front matter, a title line, a byline, a date line, a source address.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from summarize.errors import ReadError
from summarize.model import Article, fold
from summarize.read.decode import decode

FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)

_HEAD_LINES = 8
"""Bylines and date lines stand among the first lines that are not blank."""
_LONGEST_TITLE = 25
"""Words; a first line that is longer, or ends like a sentence, is body text."""
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|door)\s+((?:[^\W\d_][\w.'’-]*\s?){1,6})(?:,.*|\s+for\s+.*)?$", re.IGNORECASE
)
_DATE_LINE = re.compile(
    r"^(?:date:?\s+|published:?\s+|updated:?\s+)?(\S*\s*\S*\s*\S*\s*(?:19|20)\d\d\S*(?:\s+\d\d?:\d\d\S*)?)$",
    re.IGNORECASE,
)
_URL_LINE = re.compile(r"^(?:original url|source url|url|source):?\s*(https?://\S+)$", re.IGNORECASE)
_BARE_URL = re.compile(r"^https?://\S+$")
_URL_LABEL = re.compile(r"^(?:original url|source url):?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。:;,]['\"”’»)\]]*$")


def read_text(data: bytes, origin: str) -> tuple[Article, ...]:
    """The one article of a text file. Raises `ReadError` where there is no text."""
    decoded = decode(data, origin)
    text = decoded.text
    if not text.strip("\ufeff\x00 \t\r\n"):
        raise ReadError(f"{origin}: empty, nothing to read")
    article = Article.from_text(text, origin=origin, **_metadata(text))
    if article.publisher is None:
        article = replace(article, publisher=_publisher(article, origin))
    if decoded.guessed:
        article = replace(article, warnings=(f"not UTF-8, read as {decoded.encoding}",))
    return (article,)


def _metadata(text: str) -> dict[str, Any]:
    """What the text says of itself; front matter counts more than the lines under it."""
    match = FRONT_MATTER.match(text)
    body = text[match.end() :] if match else text
    return {**_from_lines(body), **(_from_front_matter(match[1]) if match else {})}


def _from_front_matter(source: str) -> dict[str, Any]:
    import yaml

    try:
        fields = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError):
        return {}
    if not isinstance(fields, dict):
        return {}
    lower = {str(key).lower(): value for key, value in fields.items() if value not in (None, "", [])}

    def first(*names: str) -> Any:
        return next((lower[name] for name in names if name in lower), None)

    authors = first("authors", "author")
    known = {
        "title": first("title"),
        "publisher": first("publisher", "source"),
        "published": _iso_date(first("date", "published")),
        "url": first("url"),
    }
    found: dict[str, Any] = {name: fold(str(value)) for name, value in known.items() if value}
    if authors:
        found["authors"] = tuple(fold(str(name)) for name in (authors if isinstance(authors, list) else [authors]))
    return found


def _from_lines(body: str) -> dict[str, Any]:
    lines = [fold(line) for line in body.splitlines() if line.strip("\ufeff \t")]
    found: dict[str, Any] = {}
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if "authors" not in found and (match := _BYLINE.match(line)):
            found["authors"] = (match[1].strip(),)
        elif "published" not in found and (match := _DATE_LINE.match(line)) and (iso := _iso_date(match[1])):
            found["published"] = iso
        elif number == 0 and len(line.split()) <= _LONGEST_TITLE and not _SENTENCE_END.search(line):
            found["title"] = line.lstrip("# ")
    for label, line in zip(["", *lines], lines, strict=False):
        if match := _URL_LINE.match(line):
            found["url"] = match[1]
        elif _BARE_URL.match(line) and _URL_LABEL.match(label):
            found["url"] = line
    return found


def _iso_date(value: Any) -> str | None:
    """ISO 8601 for a date that names its year; None for anything else."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if not value or not re.search(r"(?:19|20)\d\d", str(value)):
        return None
    from dateutil.parser import ParserError, parse

    try:
        moment = parse(str(value), default=datetime(1900, 1, 1))
    except (ParserError, OverflowError):
        return None
    return moment.isoformat() if moment.time() != datetime.min.time() else moment.date().isoformat()


def _publisher(article: Article, origin: str) -> str:
    """The host of the article's address, or the name of the file: always something a reader can look for."""
    host = urlsplit(article.url or "").hostname
    if host:
        return host.removeprefix("www.")
    return "standard input" if origin == "-" else PurePath(origin).stem
