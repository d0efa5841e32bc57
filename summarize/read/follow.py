"""What a name stands for beside itself: the pages that a feed, a sitemap or a list page leads to.

Owns when links are followed. The address of a feed or a sitemap stands for its pages, since it has no other use. Files and list
pages do so only where that is wanted (`follow`): a file is read offline, and a page that looks like a list may be an article.
Refuses to fetch: it asks whoever does that politely.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize import registry
from summarize.read.archive import LARGEST_MEMBER, unzipped
from summarize.read.html import page_text
from summarize.read.links import MOST_SITEMAPS, Linked, articles_of, feed_of, is_sitemap, newest_first, sitemap
from summarize.read.remarks import LIST, MORE, NEWEST
from summarize.read.sniff import FEED, kind

if TYPE_CHECKING:
    from summarize.read.web import Page

    Fetch = Callable[[Sequence[str]], Mapping[str, Page]]

_PAGE = ".html"


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read, and may be a list."""

    name: str
    """As the user wrote it."""
    data: bytes
    form: str
    """Its format, a suffix of the readers' table."""
    address: str | None = None
    """Where it was answered from; None for a file."""


def pages_behind(source: Source, most: int, follow: bool, fetch: Fetch, warnings: list[str]) -> Sequence[str]:
    """The first `most` addresses that a list stands for; none for what stands for itself. `warnings` says what is left out."""
    source = _unzipped(source)
    wanted = follow or source.address is not None
    if is_sitemap(source.data) and wanted:
        return _first(_of_sitemap(source, fetch, warnings), most, ("more article", "more articles"), source, warnings)
    if source.form == FEED and wanted:
        from summarize.read.feed import pages_of

        return _first(pages_of(source.data, source.name), most, ("older entry", "older entries"), source, warnings)
    if source.form == _PAGE and wanted:
        page = page_text(source.data, source.name).text
        urls: Sequence[str] = articles_of(page, source.address)
        if follow and not urls and (feed := feed_of(page, source.address)):
            urls = _of_feed(feed, fetch)
        if follow:
            return _first(urls, most, ("more article", "more articles"), source, warnings)
        if urls:
            warnings.append(f"{source.name}: looks like a list of {len(urls)} articles. {LIST}")
    return ()


def _unzipped(source: Source) -> Source:
    if source.form != ".gz":
        return source
    plain, name = unzipped(source.data, source.name, LARGEST_MEMBER)  # as the protocol of sitemaps allows
    return Source(source.name, plain, kind(plain, name, registry.suffixes() - {".gz", ".tgz"}), source.address)


def _of_sitemap(source: Source, fetch: Fetch, warnings: list[str]) -> Sequence[str]:
    """The pages of a sitemap, or of the newest sitemaps of an index."""
    found = sitemap(source.data, source.address)
    if not found.is_index:
        return [link.url for link in found.links]
    opened = [link.url for link in found.links[:MOST_SITEMAPS]]
    if len(found.links) > len(opened):
        warnings.append(f"{source.name}: {len(opened)} of its {len(found.links)} {NEWEST}")
    links: dict[str, Linked] = {}
    for page in fetch(opened).values():
        part = _unzipped(Source(page.url, page.data, kind(page.data, page.url, registry.suffixes()), page.url))
        if is_sitemap(part.data):
            inner = sitemap(part.data, source.address or page.url)
            links.update({} if inner.is_index else {link.url: link for link in inner.links})
    return [link.url for link in newest_first(links.values())]


def _of_feed(feed: str, fetch: Fetch) -> Sequence[str]:
    """The pages of the feed of a front page, whose links only a script would show."""
    from summarize.read.feed import pages_of

    return [url for page in fetch([feed]).values() for url in pages_of(page.data, feed)]


def _first(urls: Sequence[str], most: int, what: tuple[str, str], source: Source, warnings: list[str]) -> Sequence[str]:
    """The first `most`; what the others are called, one or several, stands in `what`."""
    if (more := len(urls) - most) > 0:
        warnings.append(f"{source.name}: {more} {what[more > 1]} not read. {MORE}")
    return urls[:most]
