"""Which name stands for which implementation, and nothing else: exactly the one that is asked for is imported.

Built-in implementations are rows of the tables below. Other packages add theirs as entry points in the group
`summarize.<kind>` (`summarize.readers`, `.encoders`, `.clusterers`, `.rankers`, `.renderers`); a name of theirs never
replaces a built-in one. The shape of each kind is a protocol in `summarize.stages`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from summarize.errors import UnknownName

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from summarize.stages import Clusterer, EncoderFactory, Ranker, Reader, Renderer

_SUMY = "summarize.select.sumy_methods"

TABLES: dict[str, dict[str, str]] = {
    "readers": {
        ".txt": "summarize.read.text:read_text",
        ".text": "summarize.read.text:read_text",
        ".md": "summarize.read.text:read_text",
        ".markdown": "summarize.read.text:read_text",
        ".html": "summarize.read.html:read_html",
        ".htm": "summarize.read.html:read_html",
        ".xhtml": "summarize.read.html:read_html",
        ".mhtml": "summarize.read.mail:read_web_archive",
        ".mht": "summarize.read.mail:read_web_archive",
        ".pdf": "summarize.read.pdf:read_pdf",
        ".docx": "summarize.read.office:read_docx",
        ".odt": "summarize.read.office:read_odt",
        ".rtf": "summarize.read.rtf:read_rtf",
        ".srt": "summarize.read.subtitles:read_subtitles",
        ".vtt": "summarize.read.subtitles:read_subtitles",
        ".epub": "summarize.read.office:read_epub",
        ".eml": "summarize.read.mail:read_mail",
        ".json": "summarize.read.records:read_json",
        ".jsonl": "summarize.read.records:read_json",
        ".ndjson": "summarize.read.records:read_json",
        ".csv": "summarize.read.records:read_csv",
        ".tsv": "summarize.read.records:read_csv",
        ".xml": "summarize.read.feed:read_feed",
        ".rss": "summarize.read.feed:read_feed",
        ".atom": "summarize.read.feed:read_feed",
        ".zip": "summarize.read.archive:read_zip",
        ".tar": "summarize.read.archive:read_tar",
        ".tgz": "summarize.read.archive:read_gzip",
        ".gz": "summarize.read.archive:read_gzip",
        ".warc": "summarize.read.warc:read_warc",
    },
    "encoders": {
        "use": "summarize.encode.use:load",
        "minilm": "summarize.encode.minilm:load",
        "tfidf": "summarize.encode.tfidf:load",
    },
    "clusterers": {
        "linkage": "summarize.cluster.linkage:cluster",
        "communities": "summarize.cluster.communities:cluster",
    },
    "rankers": {
        "coverage": "summarize.select.coverage:rank",
        "lexrank": f"{_SUMY}:lexrank",
        "textrank": f"{_SUMY}:textrank",
        "lsa": f"{_SUMY}:lsa",
        "luhn": f"{_SUMY}:luhn",
        "kl": f"{_SUMY}:kl",
        "sumbasic": f"{_SUMY}:sumbasic",
        "reduction": f"{_SUMY}:reduction",
    },
    "renderers": {
        "terminal": "summarize.render.terminal:render",
        "markdown": "summarize.render.markdown:render",
        "json": "summarize.render.json:render",
        "html": "summarize.render.html:render",
        "csv": "summarize.render.csv:render",
        "jsonld": "summarize.render.jsonld:render",
        "docx": "summarize.render.docx:render",
        "eml": "summarize.render.eml:render",
    },
}

FORMAT_OF_SUFFIX = {
    ".txt": "terminal",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".jsonld": "jsonld",
    ".docx": "docx",
    ".eml": "eml",
}
"""Which renderer writes a file with this suffix."""
NO_TEXT = frozenset({"docx"})
"""Renderers whose files are no text: no terminal can show them."""


_CALLED = {"renderers": "format"}
"""What users call a kind, where that is another word."""


def names(kind: str) -> tuple[str, ...]:
    """All names of a kind: the built-in ones in the order of their table, then those of other packages."""
    return (*TABLES[kind], *(name for name in sorted(_plugins()[kind]) if name not in TABLES[kind]))


def check(kind: str, name: str) -> None:
    """Raises `UnknownName` unless the name is known; imports nothing."""
    if name not in TABLES[kind] and name not in _plugins()[kind]:
        raise UnknownName(_CALLED.get(kind, kind.removesuffix("s")), name, names(kind))


def encoder(name: str) -> EncoderFactory:
    """What makes an encoder of this name ready."""
    return cast("EncoderFactory", _load("encoders", name))


def clusterer(name: str) -> Clusterer:
    """The clusterer of this name."""
    return cast("Clusterer", _load("clusterers", name))


def ranker(name: str) -> Ranker:
    """The ranker of this name."""
    return cast("Ranker", _load("rankers", name))


def renderer(name: str) -> Renderer:
    """The renderer of this name."""
    return cast("Renderer", _load("renderers", name))


def suffixes() -> frozenset[str]:
    """The file suffixes that some reader knows, lower case, with their dot."""
    return frozenset(names("readers"))


def reader(suffix: str) -> Reader:
    """The reader of the files with this suffix."""
    return cast("Reader", _load("readers", suffix))


def _load(kind: str, name: str) -> Any:
    check(kind, name)
    if name in TABLES[kind]:
        module, _, attribute = TABLES[kind][name].partition(":")
        return getattr(import_module(module), attribute)
    return _plugins()[kind][name].load()


@cache
def _plugins() -> dict[str, dict[str, EntryPoint]]:
    """Kind → name → what another package adds, looked for once: that opens a file of every package installed."""
    from importlib.metadata import entry_points

    points = entry_points()
    return {kind: {point.name: point for point in points.select(group=f"summarize.{kind}")} for kind in TABLES}
