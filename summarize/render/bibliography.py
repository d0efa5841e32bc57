"""The sources of a digest for reference managers and Pandoc: CSL-JSON and BibTeX.

Owns the keys by which `[@key]` refers to a source: the outlet and the date, so that they say something to a reader.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from itertools import chain, count
from typing import Any

from summarize.digest import Digest, Source
from summarize.model import fold
from summarize.render.commonmark import safe_address
from summarize.render.plain import harmless, source_name

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_KEY_LONGEST = 40
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {char: f"\\{char}" for char in "$&%#_"}


def day(published: str | None) -> str:
    """The date of an ISO 8601 date or time, as YYYY-MM-DD; empty where there is none."""
    match = _DAY.match(published or "")
    return match[0] if match else ""


def keys(digest: Digest) -> dict[str, str]:
    """The citation key of each source by its id, each different: `tesmark-post-2026-03-08`."""
    owners: dict[str, str] = {}
    for source in digest.sources:
        base = "-".join(
            part for part in (_plain_letters(source_name(source)) or "source", day(source.published)) if part
        )
        candidates = chain([base], (f"{base}-{number}" for number in count(2)))
        owners[next(key for key in candidates if key not in owners)] = source.id
    return {source: key for key, source in owners.items()}


def as_csl_json(digest: Digest) -> str:
    """CSL-JSON, an item a source (https://docs.citationstyles.org)."""
    known = keys(digest)
    return (
        json.dumps([_item(source, known[source.id]) for source in digest.sources], ensure_ascii=False, indent=2) + "\n"
    )


def as_bibtex(digest: Digest) -> str:
    """BibTeX with the fields of biblatex, an entry a source."""
    known = keys(digest)
    return "\n".join(_entry(source, known[source.id]) for source in digest.sources)


WRITERS: dict[str, Callable[[Digest], str]] = {".json": as_csl_json, ".bib": as_bibtex}
"""What writes a bibliography into a file with this suffix."""


def _plain_letters(name: str) -> str:
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name)[:_KEY_LONGEST].strip("-")


def _clean(text: str) -> str:
    return harmless(fold(text))


def _item(source: Source, key: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper",
        "title": _clean(source.title or source_name(source)),
    }
    if source.authors:
        item["author"] = [{"literal": _clean(author)} for author in source.authors]
    if source.publisher:
        item["container-title"] = _clean(source.publisher)
    if published := day(source.published):
        item["issued"] = {"date-parts": [[int(part) for part in published.split("-")]]}
    if address := safe_address(source.url):
        item["URL"] = address
    if source.language:
        item["language"] = _clean(source.language)
    return item


def _entry(source: Source, key: str) -> str:
    fields = {
        "title": f"{{{_latex(source.title or source_name(source))}}}",
        "author": " and ".join(f"{{{_latex(author)}}}" for author in source.authors),
        "journaltitle": _latex(source.publisher or ""),
        "date": day(source.published),
        "url": safe_address(source.url),
        "entrysubtype": "newspaper",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{key},\n{lines}}}\n"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(char, char) for char in _clean(text))
