"""Saved web pages: the article of the page as text, and what the page says of it.

Owns the fields, chosen between what `trafilatura` finds and what the page's own data says (JSON-LD); `summarize.read.opinions`
chooses the text. A digest's offsets count in
the extracted text. Scripts are never run and nothing is fetched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from summarize.errors import ReadError
from summarize.languages import detect
from summarize.model import Article, fold
from summarize.read import payload
from summarize.read.blocks import blocks, parse, prune
from summarize.read.dates import iso_date
from summarize.read.decode import Decoded, decode
from summarize.read.jsonld import article_data
from summarize.read.known import LONGEST_LINE, language_code, make_article
from summarize.read.memento import copied_from, restored, take_out_banner
from summarize.read.opinions import choose
from summarize.read.share import LARGEST_TEXT

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)(?:(?!<meta|<\?xml)[^>])*?(?:charset|encoding)\s*=\s*(?:["']\s*)?([\w:.-]+)""", re.IGNORECASE
)
_HEAD = 4_096
"""Bytes in which a page declares its encoding."""
_LANGUAGE = re.compile(r"""<html\b[^>]{0,1000}?\slang\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol "
    "p pre section table td th tr ul".split()
)
_SILENT = frozenset("script style noscript template head iframe svg".split())
_MOST_TAGS = 30_000
"""Of a page: news pages have some thousands, and trafilatura's time can grow with the square of them."""
_SHORTEST_WHOLE = 150
"""Words; a page that is for subscribers and has fewer shows a beginning."""
_FEWEST_WORDS = 8
"""A page with fewer words of text than this has no article that could be read."""


def read_html(data: bytes, origin: str, *, url: str | None = None) -> tuple[Article, ...]:
    """The one article of a page; `url` is where it was saved from, if known. Raises `ReadError` where there is none."""
    decoded = page_text(data, origin)
    doubts = (f"not UTF-8, read as {decoded.encoding}",) if decoded.guessed else ()
    return (page_article(decoded.text, origin, url=url, doubts=doubts),)


def page_text(data: bytes, origin: str) -> Decoded:
    """The markup of a page, in the encoding that it declares where that fits. Raises `ReadError`."""
    match = _CHARSET.search(data[:_HEAD])
    return decode(data, origin, match[1].decode("ascii", "replace") if match else None)


def page_article(page: str, origin: str, *, url: str | None = None, doubts: tuple[str, ...] = ()) -> Article:
    """The article of a page; `url` is where the page was saved from, if that is known. Raises `ReadError`."""
    from lxml.html import tostring
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    address = url or (origin if "://" in origin else None)
    copied = copied_from(page, address)
    if copied:
        page, address = restored(page), copied
    end = _end_of_share(page)
    if end < len(page):
        doubts = (*doubts, f"{len(page):,} characters of markup, read up to character {end:,}")
        page = page[:end]
    data = article_data(page)
    root = parse(page) if page.strip() else None
    if root is None:
        raise _no_article(origin)
    if copied:
        take_out_banner(root)
    prune(root)
    pruned = tostring(root, encoding="unicode")
    found = bare_extraction(pruned, url=address, include_comments=False, with_metadata=True)
    found = found if isinstance(found, Document) else Document()
    bodies = [fragment_text(data.get("body") or ""), *payload.bodies(page)]
    text = choose(found.text or "", [body for body in bodies if body], blocks(root))
    if not _is_article(text):
        raise _no_article(origin)
    if data.get("locked") and len(text.split()) < _SHORTEST_WHOLE:
        doubts = (*doubts, "only its beginning: the page says that the article is for subscribers")
    publisher = data.get("publisher") or found.sitename
    fields = {
        "title": _headline(found.title or data.get("title"), publisher),
        "publisher": publisher,
        "authors": [name for name in (found.author or "").split(";") if name.strip()] or data.get("authors"),
        "published": _moment(found.date, data.get("published")),
        "url": copied or found.url or address,
        "language": _language(page, text),
    }
    return make_article(text, origin, fields, doubts=doubts)


def _no_article(origin: str) -> ReadError:
    return ReadError(
        f"{origin}: no article text in this page",
        "It may need a browser to fill it, or be a list of links, which --follow reads",
    )


def _end_of_share(page: str) -> int:
    pieces = page[:LARGEST_TEXT].split("<", _MOST_TAGS)
    return min(len(page), LARGEST_TEXT) - (len(pieces[-1]) + 1 if len(pieces) > _MOST_TAGS else 0)


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML, a line for each block; text without tags comes back as it is."""
    if not re.search(r"<[a-zA-Z!/]|&#?\w+;", markup):
        return markup
    from lxml import html
    from lxml.etree import ParserError

    try:
        root = html.fromstring(markup)
    except (ParserError, ValueError):
        return ""
    pieces: list[str] = []
    _collect(root, pieces)
    lines = (fold(line) for line in "".join(pieces).split("\f"))
    return "\n".join(line for line in lines if line)


def _collect(root: HtmlElement, pieces: list[str]) -> None:
    """The text of an element in reading order, a form feed where a block begins or ends; without recursion."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, left = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if left or not name or name in _SILENT:
            pieces.append("\f" if name in _BLOCKS else "")
            pieces.append(element.tail or "" if element is not root else "")
            continue
        pieces.append("\f" if name in _BLOCKS else "")
        pieces.append(element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _is_article(text: str | None) -> bool:
    # Languages without spaces write an article in few "words"; their characters count instead.
    return bool(text) and (len((text or "").split()) >= _FEWEST_WORDS or len(text or "") >= 10 * _FEWEST_WORDS)


def _headline(title: str | None, publisher: str | None) -> str | None:
    """The title without the outlet's name at its end, which many pages append."""
    if not title or not publisher or len(title) > LONGEST_LINE:
        return title
    return re.sub(rf"\s+[|·•–—:-]+\s+(?:the\s+)?{re.escape(publisher)}\s*$", "", title, flags=re.IGNORECASE) or title


def _moment(day: str | None, stated: Any) -> str | None:
    """The date; with its time where the page's own data states one of the same day."""
    moment = iso_date(stated)
    return moment if moment and (day is None or moment.startswith(day)) else day


def _language(page: str, text: str) -> str | None:
    """What the page declares, where the words do not speak against it: templates often say "en" of every page."""
    match = _LANGUAGE.search(page)
    declared = language_code(match[1]) if match else None
    return declared if declared == detect(text) else None
