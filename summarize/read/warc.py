"""Web archives (.warc, .warc.gz): every page that was answered with success.

Owns the choice of records. The packages' cap on an unpacked file holds here too, record by record.
"""

from __future__ import annotations

import io
from functools import partial

from summarize.errors import MissingExtra, ReadError
from summarize.model import Article, Collection
from summarize.read.archive import LARGEST_MEMBER
from summarize.read.html import read_html
from summarize.read.share import attempt, first_parts

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(data: bytes, origin: str) -> Collection:
    """The pages of a web archive, each under its own address and the path `file#number`. Raises `ReadError`."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise MissingExtra(f"{origin}: reading web archives", "warc") from None
    articles: list[Article] = []
    warnings: list[str] = []
    records = ArchiveIterator(io.BytesIO(data), record_types=WarcRecordType.response)
    for number, record in enumerate(first_parts(records, origin, warnings), start=1):
        place = f"{origin}#{number}"
        http = record.http_headers
        if http is None or http.status_code != 200 or (record.http_content_type or "") not in _PAGES:
            continue
        page = record.reader.read(LARGEST_MEMBER)
        url = record.headers.get("WARC-Target-URI")
        articles.extend(attempt(place, partial(read_html, page, place, url=url), warnings))
    if not articles:
        raise ReadError(f"{origin}: no page with an article in this web archive")
    return Collection(tuple(articles), tuple(warnings))
