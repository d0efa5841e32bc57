"""Lists of articles: sitemaps, and the front page or a section of a site. Which addresses they stand for.

Owns what is a list, and which of its links lead to articles of the same site. Refuses to fetch anything: whoever may do that is
handed addresses. What a path says of a page is asked of courlan, as trafilatura's own search for links does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from summarize.model import fold
from summarize.read.blocks import PARAGRAPHS, is_leaf, parse
from summarize.read.jsonld import article_data
from summarize.read.known import web_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_SITEMAPS = 5
"""Sitemaps opened of an index of sitemaps, the newest."""
_SITEMAP = re.compile(
    rb"[\s\xef\xbb\xbf]*(?:(?:<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)\s*)*"
    rb"<(?:\w{1,20}:)?(urlset|sitemapindex)\b"
)
"""The first element of a document, whatever stands before it."""
_HEAD = 4_096
"""Bytes in which a sitemap says that it is one."""
_FEWEST_LINKS = 5
"""Articles that a page links to, to be a list."""
_HEADLINE_WORDS, _HEADLINE_CHARACTERS = 4, 12
"""From which on the words of a link are a headline; the characters count in scripts without spaces."""
_PARAGRAPH_WORDS, _ARTICLE_WORDS = 15, 120
"""So many words in a row, in paragraphs of so many, with no headline between, are an article, and the page is no list. A teaser
has 60 at most (`summarize.read.blocks`)."""
_ASIDE = frozenset("nav footer aside form header figure button select script style noscript template svg head".split())
_SAYS_ARTICLE = re.compile(
    r"""<meta\b[^>]{0,300}?(?:property|name)\s*=\s*["']?(?:article:published_time|og:type["']?[^>]{0,100}?content\s*=\s*["']article)""",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S{1,2000})\s*-->", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Linked:
    """An address in a list."""

    url: str
    moment: float
    """POSIX seconds of its last change; below all times where the list does not say."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap holds."""

    is_index: bool
    """Whether its addresses are those of sitemaps."""
    links: tuple[Linked, ...]
    """The newest first, then those without a date in the order of the file."""


def is_sitemap(data: bytes) -> bool:
    """Whether some bytes are a sitemap or an index of sitemaps (https://www.sitemaps.org/protocol.html)."""
    return bool(_SITEMAP.match(data[:_HEAD]))


def sitemap(data: bytes, address: str | None) -> Sitemap:
    """What stands in a sitemap; of a file, without an address, that of its first link says which site it is of."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    match = _SITEMAP.match(data[:_HEAD])
    is_index = bool(match and match[1] == b"sitemapindex")
    found = list(_entries(root)) if root is not None else []
    site = address or (found[0].url if found else "")
    links = {link.url: link for link in found if is_of_site(link.url, site) and (is_index or _may_be_article(link.url))}
    return Sitemap(is_index, newest_first(links.values()))


def newest_first(links: Iterable[Linked]) -> tuple[Linked, ...]:
    """The links by their time, those of one time in their order."""
    return tuple(sorted(links, key=lambda link: -link.moment))


def _entries(root: Any) -> Iterator[Linked]:
    for entry in root.iter("{*}url", "{*}sitemap"):
        told = {etree_name(child): (child.text or "").strip() for child in entry.iter() if isinstance(child.tag, str)}
        place = next((child.text for child in entry.iterchildren("{*}loc")), None)
        if url := web_address(place):
            yield Linked(url, _moment(told.get("publication_date") or told.get("lastmod", "")))


def etree_name(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _moment(text: str) -> float:
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return float("-inf")


def articles_of(page: str, address: str | None) -> tuple[str, ...]:
    """The addresses of the articles that a list page links to, in its order; none for any other page.

    Of a saved page the place is what it says itself.
    """
    if article_data(page) or _SAYS_ARTICLE.search(page):
        return ()
    root = parse(page) if page.strip() else None
    base = address or (_address_of(page, root) if root is not None else "")
    if root is None or not base:
        return ()
    found: dict[str, None] = {}
    words = 0
    for element in root.iter("a", *PARAGRAPHS):
        if element.tag == "a" and _is_headline(element):
            words = 0
            if url := _target(element, base):
                found.setdefault(url)
        elif element.tag != "a":
            words += _prose_words(element)
            if words >= _ARTICLE_WORDS:
                return ()
    return tuple(found) if len(found) >= _FEWEST_LINKS else ()


def feed_of(page: str, address: str | None) -> str:
    """The feed that the front page of a site names as its own; empty for other pages: an article may name it too."""
    try:
        is_front = address is not None and urlsplit(address).path in ("", "/")
    except ValueError:
        return ""
    root = parse(page) if is_front and page.strip() else None
    if root is None or address is None:
        return ""
    named = root.xpath("//link[@rel='alternate'][contains(@type, 'rss') or contains(@type, 'atom')]/@href")
    urls = (urljoin(address, place.strip()) for place in named)
    return next((url for url in urls if web_address(url) and is_of_site(url, address)), "")


def _address_of(page: str, root: HtmlElement) -> str:
    """Where a saved page is from; empty where it does not say."""
    if match := _SAVED_FROM.search(page):
        return match[1]
    stated = root.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content | //base/@href")
    return next((url for url in map(web_address, stated) if url), "")


def _is_headline(element: Any) -> bool:
    words = fold(element.text_content())
    is_long = len(words.split()) >= _HEADLINE_WORDS or (not words.isascii() and len(words) >= _HEADLINE_CHARACTERS)
    return is_long and not _stands_aside(element)


def _target(element: Any, base: str) -> str:
    """The address of another page of the site that a link leads to; empty for any other."""
    try:
        url = urljoin(base, (element.get("href") or "").strip()).partition("#")[0]
    except ValueError:
        return ""
    is_other = url.rstrip("/") != base.partition("#")[0].rstrip("/")
    return url if web_address(url) and is_other and is_of_site(url, base) and _may_be_article(url) else ""


def _prose_words(element: Any) -> int:
    """The words of a paragraph; 0 for what is none, or is mostly links."""
    if not is_leaf(element) or _stands_aside(element):
        return 0
    text = fold(element.text_content())
    linked = sum(len(fold(link.text_content())) for link in element.iter("a"))
    words = len(text.split())
    return words if words >= _PARAGRAPH_WORDS and linked < len(text) / 3 else 0


def _stands_aside(element: Any) -> bool:
    return any(ancestor.tag in _ASIDE for ancestor in element.iterancestors())


def is_of_site(url: str, site: str) -> bool:
    """Whether an address is of the host of another, or of one below it; "www." apart."""
    try:
        one, other = urlsplit(url), urlsplit(site)
        host, home = ((parts.hostname or "").removeprefix("www.") for parts in (one, other))
        return bool(home) and one.port == other.port and (host == home or host.endswith(f".{home}"))
    except ValueError:
        return False


def _may_be_article(url: str) -> bool:
    """What the path says: no picture, no list by a keyword, an author or a month, no page to log in."""
    from courlan import check_url
    from courlan.filters import is_not_crawlable

    parts = urlsplit(url)
    place = parts.path + (f"?{parts.query}" if parts.query else "")
    path_alone = f"https://site.example{place}"  # the host is checked elsewhere: courlan takes none without a name
    return parts.path.strip("/") != "" and check_url(path_alone) is not None and not is_not_crawlable(path_alone)
