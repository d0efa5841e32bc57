"""From paths and addresses to articles: one module a format, chosen by signature, suffix or content.

In: paths, folders, addresses, "-". Out: a `Collection`, the articles and a line for each source that could not be read. Refuses
to change a text and to lose an article over another. A reader is a function from bytes to articles; the table of suffixes is
in `summarize.registry`, so a new format is one file here and one row there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, MutableSet, Sequence
from functools import partial
from typing import TYPE_CHECKING

from summarize import registry
from summarize.errors import MissingExtra, ReadError, UsageError, kind_of
from summarize.model import Article, Collection
from summarize.read.find import STANDARD_INPUT, expand, inputs_in, is_address
from summarize.read.head import FRONT_MATTER
from summarize.read.known import file_name
from summarize.read.remarks import is_remark
from summarize.read.share import attempt, limited, writable
from summarize.read.sniff import FEED, kind
from summarize.read.versions import once

if TYPE_CHECKING:
    from summarize.read.follow import Fetch
    from summarize.read.web import Page

__all__ = [
    "FRONT_MATTER",
    "MAX_ARTICLES",
    "expand",
    "file_name",
    "inputs_in",
    "is_address",
    "is_remark",
    "limited",
    "read",
]

Progress = Callable[[str, int, int], None]

MAX_ARTICLES = 30
"""Pages read of one feed, sitemap or list page unless told otherwise."""
_LARGEST_FILE = 100_000_000
"""Bytes; a larger file is no article and no collection that could be summarized."""


def read(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    max_articles: int = MAX_ARTICLES,
    allow_private: bool = False,
    follow: bool = False,
    seen: MutableSet[str] | None = None,
    progress: Progress | None = None,
) -> Collection:
    """The articles of files, folders (recursive, hidden entries skipped), http(s) addresses and "-", standard input.

    Several articles of one file have the paths `file#1`, `file#2`, …, by which each can be read alone. The address of a feed
    or a sitemap stands for its first `max_articles` pages; with `follow`, so do files that are such, and the front page or
    a section of a site. Addresses of private networks are asked only if `allow_private`. A source that cannot be read costs
    a line in `Collection.warnings`, never the other sources. A file that is named twice is read once. Pages whose addresses
    are in `seen` are not fetched; those that were are added to it (a list is always asked, for what is new in it). `progress`
    is called with (stage, done, total) while it goes on.

    Raises `UsageError` for what is no name.
    """
    warnings: list[str] = []
    seen = set() if seen is None else seen
    names = [name for name in expand(_names(inputs), warnings, allow_private=allow_private) if name not in seen]
    fetch = partial(_fetch, allow_private=allow_private, warnings=warnings, progress=progress)
    pages = fetch([name for name in names if is_address(name)])
    linked: dict[str, list[str]] = {}
    for name in names:
        if urls := _linked(name, pages.get(name), max_articles, follow, fetch, warnings):
            linked[name] = [url for url in urls if url not in seen]
    pages = {**pages, **fetch([url for urls in linked.values() for url in urls])}
    for url, page in pages.items():
        if url not in linked and _kind_of_page(page) != FEED:
            seen.add(url)
    articles: list[Article] = []
    files: dict[str, Sequence[Article]] = {}
    places = list(dict.fromkeys(place for name in names for place in linked.get(name, [name])))
    for number, name in enumerate(places):
        if progress:
            progress("Reading", number, len(places))
        if is_address(name) and name not in pages:
            continue  # said when it was fetched
        found = [limited(article) for article in attempt(name, partial(_read_place, name, pages, files), warnings)]
        articles.extend(found)
        warnings.extend(f"{article.origin}: {doubt}" for article in found for doubt in article.warnings)
    return Collection(tuple(once(articles, warnings)), tuple(writable(warning)[0] for warning in warnings))


def _names(inputs: object) -> list[str]:
    """The inputs as texts. Raises `UsageError`."""
    listed = [inputs] if isinstance(inputs, (str, os.PathLike)) else inputs
    if hasattr(inputs, "read"):
        raise UsageError("nothing to read in an opened file", "Give its path, or its text to Article.from_text")
    if not isinstance(listed, Iterable) or isinstance(listed, (bytes, Mapping)):
        raise UsageError(f"nothing to read in {kind_of(inputs)}", "Give a path or an address, or a list of them")
    names = list(listed)
    for name in names:
        if not isinstance(name, (str, os.PathLike)) or isinstance(os.fspath(name), bytes):
            raise UsageError(f"no path and no address: {kind_of(name)}", "Give texts or paths")
    return [str(os.fspath(name)) for name in names]


def _read_place(name: str, pages: Mapping[str, Page], files: dict[str, Sequence[Article]]) -> Sequence[Article]:
    if is_address(name):
        return _parse(pages[name].data, pages[name].url, _kind_of_page(pages[name]))
    return _read_file(name, files)


def _fetch(
    urls: Sequence[str], *, allow_private: bool, warnings: list[str], progress: Progress | None
) -> dict[str, Page]:
    """The pages that answered, by address; a warning for each of the others."""
    if not urls:  # so that who reads files imports no client
        return {}
    from summarize.read.web import Page, fetch

    def show(done: int, total: int) -> None:
        if progress:
            progress("Fetching", done, total)

    try:
        answers: Mapping[str, Page | ReadError] = fetch(urls, allow_private=allow_private, progress=show)
    except MissingExtra as error:
        warnings.append(str(error))
        return {}
    warnings.extend(str(answers[url]) for url in dict.fromkeys(urls) if isinstance(answers[url], ReadError))
    return {url: page for url in urls if isinstance(page := answers[url], Page)}


def _linked(name: str, page: Page | None, most: int, follow: bool, fetch: Fetch, warnings: list[str]) -> Sequence[str]:
    """The addresses that a name stands for; none for anything that is read as it is."""
    if page is None and (not follow or is_address(name) or name == STANDARD_INPUT):
        return ()
    from summarize.read.follow import Source, pages_behind  # what pages need takes longer to import than files to read

    try:
        if page is not None:
            source = Source(name, page.data, _kind_of_page(page), page.url)
        else:
            data = _data(name)
            source = Source(name, data, kind(data, name, registry.suffixes()))
        return pages_behind(source, most, follow, fetch, warnings)
    except Exception:  # said when it is read
        return ()


def _kind_of_page(page: Page) -> str:
    return kind(page.data, f"page{page.suffix}" if page.suffix else page.url, registry.suffixes())


def _read_file(path: str, files: dict[str, Sequence[Article]]) -> Sequence[Article]:
    """The articles of a file, or the one that `file#part` stands for; `files` remembers files of which parts are read."""
    base = path
    while not os.path.lexists(base) and "#" in base:
        base = base.rpartition("#")[0]
    if base == path or not os.path.lexists(base):
        data = _data(path)
        return _parse(data, path, kind(data, path, registry.suffixes()))
    if base not in files:
        files[base] = _read_file(base, files)
    part = tuple(a for a in files[base] if a.path == path or (a.path or "").startswith(f"{path}#"))
    if not part:
        raise ReadError(f"{path}: there is no such part in {base}")
    return part


def _data(path: str) -> bytes:
    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(_LARGEST_FILE + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        raise ReadError(f"{path}: no such file") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    if len(data) > _LARGEST_FILE:
        raise ReadError(f"{path}: not read. It is larger than {_LARGEST_FILE // 1_000_000} MB")
    return data


def _parse(data: bytes, origin: str, suffix: str) -> Sequence[Article]:
    if not data.strip():
        raise ReadError(f"{origin}: empty, nothing to read")
    return registry.reader(suffix)(data, origin)
