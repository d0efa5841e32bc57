"""Exports: JSON, JSON lines and CSV with an article a record, as other programs write them.

Owns which of a record's fields means what. Accepted as they are: trafilatura's and newspaper4k's output, Event Registry,
NewsAPI and news-please articles, JSON Feed, and collections such as `{"docs": […]}` and `{"articles": […]}`. Each article
gets the path `file#number`, counted from 1 in the file.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

from summarize.errors import ReadError
from summarize.model import Article, Collection
from summarize.read.decode import decode
from summarize.read.html import fragment_text
from summarize.read.known import make_article, web_address
from summarize.read.share import MOST_PARTS, attempt, first_parts

_COLLECTIONS = ("docs", "articles", "documents", "items", "results", "entries", "data", "response")
_FIELDS = {
    "title": ("title", "headline", "name"),
    "publisher": ("publisher", "sitename", "site_name", "meta_site_name", "source-hostname", "source_name", "outlet", "source",
                  "source_domain", "hostname"),
    "authors": ("authors", "author", "byline"),
    "published": ("published", "date", "publish_date", "date_publish", "publishedat", "date_published", "datepublished",
                  "datetimepub", "datetime", "published_at", "pubdate", "timestamp"),
    "url": ("url", "canonical_link", "link", "source_url", "external_url", "source"),
    "language": ("language", "lang", "meta_lang"),
}  # fmt: skip
"""Our field → what it is called elsewhere, lower case, the clearest name first."""
_TEXTS = ("text", "maintext", "articlebody", "body", "content_text", "full_text", "fulltext", "article_text", "article",
          "content", "content_html", "document", "story", "description", "summary")  # fmt: skip

_MOST_COLUMNS = 1_000
_SAMPLE = 8_192
"""Characters by which the separator of columns is told."""


def read_json(data: bytes, origin: str) -> Collection:
    """The articles of a JSON file or of a file with a JSON value a line. Raises `ReadError` where there are none."""
    text = decode(data, origin).text.lstrip("\ufeff")
    damaged: list[int] = []
    try:
        records = list(_records(json.loads(text)))
    except (ValueError, RecursionError) as error:
        records = list(_lines(text, damaged))
        if not any(isinstance(record, Mapping) for record in records):
            raise ReadError(f"{origin}: not valid JSON ({error})") from None
    warnings = [f"{origin}: line {number} is not valid JSON, not read" for number in damaged]
    return _articles(records, origin, warnings)


def read_csv(data: bytes, origin: str) -> Collection:
    """The articles of a table with a header line. Raises `ReadError` where no column holds text."""
    text = decode(data, origin).text.lstrip("\ufeff")
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:_SAMPLE], ",;\t|")
    except csv.Error:
        dialect = csv.excel_tab if "\t" in text.partition("\n")[0] else csv.excel
    dialect.doublequote = True
    before = csv.field_size_limit(max(len(text), 1))
    try:
        if len(next(csv.reader(io.StringIO(text, newline=""), dialect=dialect), ())) > _MOST_COLUMNS:
            raise csv.Error(f"more than {_MOST_COLUMNS} columns")
        rows = (row for row in csv.DictReader(io.StringIO(text, newline=""), dialect=dialect) if any(row.values()))
        records = list(islice(rows, MOST_PARTS + 1))
    except (csv.Error, ValueError, TypeError) as error:
        raise ReadError(f"{origin}: not a table that can be read ({error})") from None
    finally:
        csv.field_size_limit(before)
    if records and not any(str(column).strip().lower() in _TEXTS for column in records[0]):
        raise ReadError(f"{origin}: no column with text", f"Name one of its columns {' or '.join(_TEXTS[:4])}")
    return _articles(records, origin, [])


def _articles(records: Iterable[Any], origin: str, warnings: list[str]) -> Collection:
    found: list[Article] = []
    for number, record in enumerate(first_parts(records, origin, warnings), start=1):
        place = f"{origin}#{number}"
        found.extend(attempt(place, partial(_article, record, place), warnings))
    if not found:
        raise ReadError(f"{origin}: holds no articles", "A record needs a field such as text, body or content")
    return Collection(tuple(found), tuple(warnings))


def _article(record: Any, place: str) -> tuple[Article, ...]:
    text = _text(record) if isinstance(record, Mapping) else record if isinstance(record, str) else ""
    if not text.strip():
        raise ReadError(f"{place}: no text in this record")
    return (make_article(text, place, _fields(record) if isinstance(record, Mapping) else {}),)


def _lines(text: str, damaged: list[int]) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield from _records(json.loads(line))
        except (ValueError, RecursionError):
            damaged.append(number)


def _records(value: Any) -> Iterator[Any]:
    """The records of a JSON value: itself, its items, or what stands under the name of a collection."""
    if isinstance(value, list):
        yield from value
        return
    if isinstance(value, Mapping) and not _text(value):
        for name in _COLLECTIONS:
            inner = value.get(name)
            if isinstance(inner, (list, Mapping)):
                yield from _records(inner)
                return
    yield value


def _text(record: Mapping[Any, Any]) -> str:
    lower = _lower(record)
    for name in _TEXTS:
        value = lower.get(name)
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value if name in ("text", "maintext") else fragment_text(value)
    return ""


def _fields(record: Mapping[Any, Any]) -> dict[str, Any]:
    lower = _lower(record)
    found: dict[str, Any] = {}
    for field, names in _FIELDS.items():
        for name in names:
            value = _value(field, lower.get(name))
            if value:
                found[field] = value
                break
    return found


def _value(field: str, value: Any) -> Any:
    """The value in the shape of its field: an outlet is a name and no address, an address no name."""
    if field == "url":
        return web_address(value)
    if field == "publisher":
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("title")
        return value if isinstance(value, str) and not web_address(value) else None
    return value


def _lower(record: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key).strip().lower(): value for key, value in record.items()}
