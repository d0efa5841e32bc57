"""Feeds (RSS and Atom): an article an entry, from the text that the feed itself carries.

Owns what an entry's fields mean, and the addresses of its pages for whoever may fetch them. External entities are
never resolved.
"""

from __future__ import annotations

import re
import warnings as python_warnings
from functools import partial
from typing import TYPE_CHECKING, Any

from summarize.errors import MissingExtra, ReadError
from summarize.model import Article, Collection, fold
from summarize.read.html import fragment_text
from summarize.read.known import make_article, web_address
from summarize.read.links import is_sitemap
from summarize.read.share import attempt, first_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST = 400
"""Characters; an entry with less text is a teaser for its page, which is said in a warning."""
_HEAD = 2_000
"""Bytes in which a document type begins."""
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*[>\[]", re.IGNORECASE)
_DOCTYPE_END = re.compile(rb"\]\s*>")


def read_feed(data: bytes, origin: str) -> Collection:
    """The entries of a feed, each under the path `file#number`. Raises `ReadError` where there are none."""
    if is_sitemap(data):
        raise ReadError(
            f"{origin}: a sitemap, which has addresses and no text", "Its articles are read by its address, or --follow"
        )
    feed = _parse(data, origin)
    outlet = feed.feed.get("title")
    articles: list[Article] = []
    teasers: list[str] = []
    for number, entry in enumerate(first_parts(feed.entries, origin, teasers), start=1):
        place = f"{origin}#{number}"
        make = partial(_article, entry, place, outlet, feed.feed.get("language"))
        for article in attempt(place, make, teasers):
            articles.append(article)
            if len(article.text) < _SHORTEST and entry.get("link"):
                teasers.append(f"{place}: a teaser only; the article is at {entry['link']}")
    if not articles:
        raise ReadError(f"{origin}: a feed without text")
    broken = (f"{origin}: not well-formed XML, read as far as it goes",) if feed.bozo else ()
    return Collection(tuple(articles), (*broken, *teasers))


def _article(entry: Any, place: str, outlet: str | None, language: str | None) -> tuple[Article, ...]:
    text = _text(entry)
    if not text:
        raise ReadError(f"{place}: no text in this entry")
    return (make_article(text, place, _fields(entry, outlet, language)),)


def pages_of(data: bytes, origin: str) -> tuple[str, ...]:
    """The addresses of the pages that a feed points to, in its order. Raises `ReadError` where it is no feed."""
    links = (web_address(entry.get("link")) for entry in _parse(data, origin).entries)
    return tuple(dict.fromkeys(link for link in links if link))


def _parse(data: bytes, origin: str) -> Any:
    try:
        import feedparser
    except ImportError:
        raise MissingExtra(f"{origin}: reading feeds", package="feedparser") from None
    with python_warnings.catch_warnings():
        python_warnings.simplefilter("ignore", DeprecationWarning)
        # Without its document type a feed has no entities to resolve or to multiply.
        feed = feedparser.parse(_without_document_type(data))
    if not feed.version and not feed.entries:
        problem = f" ({fold(str(feed.bozo_exception))})" if feed.bozo else ""
        raise ReadError(f"{origin}: no feed that can be read{problem}", "XML is read as RSS or Atom")
    return feed


def _without_document_type(data: bytes) -> bytes:
    start = data[:_HEAD].upper().find(b"<!DOCTYPE")
    head = _DOCTYPE.match(data, start) if start >= 0 else None
    end = _DOCTYPE_END.search(data, head.end()) if head and head[0].endswith(b"[") else head
    return data[:start] + data[end.end() :] if end else data


def _text(entry: Mapping[str, Any]) -> str:
    pieces = [part.get("value", "") for part in entry.get("content", ())] or [entry.get("summary", "")]
    return max((fragment_text(piece) for piece in pieces), key=len).strip()


def _fields(entry: Mapping[str, Any], outlet: str | None, language: str | None) -> dict[str, Any]:
    return {
        "title": fragment_text(entry.get("title", "")),
        "publisher": entry.get("source", {}).get("title") or outlet,
        "authors": [person.get("name") for person in entry.get("authors", ())] or entry.get("author"),
        "published": entry.get("published") or entry.get("updated"),
        "url": entry.get("link"),
        "language": language,
    }
