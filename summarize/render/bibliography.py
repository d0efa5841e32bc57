"""The sources of a digest for reference managers and Pandoc: CSL-JSON and BibTeX.

Owns the keys by which `[@key]` refers to a source: the outlet and the date, so that they say something to a reader. Refuses to
pass off the name of a file as an outlet or a title: what is not known is `n.p.` (no publisher), and an article without a title
is called by its first words.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from itertools import chain, count
from typing import Any

from summarize.digest import Digest, Source
from summarize.model import fold
from summarize.render.commonmark import safe_address
from summarize.render.plain import harmless, source_name

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_KEY_LONGEST = 40
_NO_PUBLISHER, _UNTITLED = "n.p.", "Untitled"
_FIRST_WORDS = 10
"""Of the text, in place of a title."""
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


def as_csl_json(digest: Digest, texts: Mapping[str, str]) -> str:
    """CSL-JSON, an item a source (https://docs.citationstyles.org); `texts`, by SHA-256, give first words."""
    known = keys(digest)
    items = [_item(source, known[source.id], _title(source, digest, texts)) for source in digest.sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def as_bibtex(digest: Digest, texts: Mapping[str, str]) -> str:
    """BibTeX with the fields of biblatex, an entry a source; `texts`, by SHA-256, give first words."""
    known = keys(digest)
    return "\n".join(_entry(source, known[source.id], _title(source, digest, texts)) for source in digest.sources)


WRITERS: dict[str, Callable[[Digest, Mapping[str, str]], str]] = {".json": as_csl_json, ".bib": as_bibtex}
"""What writes a bibliography into a file with this suffix."""


def _publisher(source: Source) -> str:
    """The outlet; `n.p.` where only the name of a file stands for it."""
    from summarize.read import file_name

    known = source.publisher and not (source.path and source.publisher == file_name(source.path))
    return _clean(source.publisher or "") if known else _NO_PUBLISHER


def _title(source: Source, digest: Digest, texts: Mapping[str, str]) -> str:
    """The title, or the first words of the text: of its first sentence, else of the first one that is quoted."""
    if source.title:
        return source.title
    places = [
        (span.start, span.end) for topic in digest.topics for span in topic.members if span.source_id == source.id
    ]
    text = texts.get(source.sha256, "")
    if text:
        start, end = min(places, default=(0, len(text)))
        return _first_words(text[start:end])
    shown = (*digest.overview, *(line for topic in digest.topics for line in topic.summary))
    quotes = [quote for line in shown for quote in (line, *line.also_reported_by) if quote.source_id == source.id]
    return _first_words(min(quotes, key=lambda quote: quote.start).text) if quotes else _UNTITLED


def _first_words(text: str) -> str:
    some = fold(text).split(" ")
    return " ".join(some[:_FIRST_WORDS]) + ("…" if len(some) > _FIRST_WORDS else "") or _UNTITLED


def _plain_letters(name: str) -> str:
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name)[:_KEY_LONGEST].strip("-")


def _clean(text: str) -> str:
    return harmless(fold(text))


def _item(source: Source, key: str, title: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper",
        "title": _clean(title),
    }
    if source.authors:
        item["author"] = [{"literal": _clean(author)} for author in source.authors]
    item["container-title"] = _publisher(source)
    if published := day(source.published):
        item["issued"] = {"date-parts": [[int(part) for part in published.split("-")]]}
    if address := safe_address(source.url):
        item["URL"] = address
    if source.language:
        item["language"] = _clean(source.language)
    return item


def _entry(source: Source, key: str, title: str) -> str:
    fields = {
        "title": f"{{{_latex(title)}}}",
        "author": " and ".join(f"{{{_latex(author)}}}" for author in source.authors),
        "journaltitle": _latex(_publisher(source)),
        "date": day(source.published),
        "url": safe_address(source.url),
        "entrysubtype": "newspaper",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{key},\n{lines}}}\n"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(char, char) for char in _clean(text))
