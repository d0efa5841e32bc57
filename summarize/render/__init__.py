"""From a digest to text: one format a file. What comes from an article is always data, never markup.

In: a digest (of this run or of a file) and how it is to be laid out. Out: text. Refuses to compute anything that is not in
the digest. The renderers are named in `summarize.registry`; beside them stand the list of what was understood of articles,
bibliographies, and what a notebook and a data frame show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.render.bibliography import WRITERS, day
from summarize.render.blocks import Block, Run
from summarize.render.commonmark import escape, link, safe_address
from summarize.render.plain import count, harmless, moment, source_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import RenderableType

    from summarize.answers import Answers
    from summarize.digest import Digest
    from summarize.model import Document
    from summarize.render.blocks import Grid
    from summarize.stages import RenderOptions

__all__ = [
    "ANSWER_FORMATS",
    "CONFLICT_FORMATS",
    "WRITERS",
    "Block",
    "Run",
    "answered",
    "conflicts_alone",
    "count",
    "day",
    "escape",
    "frame",
    "harmless",
    "inspected",
    "link",
    "moment",
    "printed",
    "safe_address",
    "source_name",
    "to_cell",
    "to_flat",
    "to_html",
    "to_markdown",
    "to_message",
    "to_section",
    "to_view",
    "width_of",
]


CONFLICT_FORMATS = ("terminal", "markdown", "html", "json")
"""The formats of `conflicts_alone`."""


def conflicts_alone(digest: Digest, form: str, options: RenderOptions) -> str:
    """Only where the sources disagree, in one of `CONFLICT_FORMATS`; says so where they do not.

    Raises `DigestError` where a conflict cites what is no source of the digest.
    """
    from importlib import import_module

    from summarize.render.disputes import check_sources

    check_sources(digest)

    written: str = import_module(f"summarize.render.{form}").render_conflicts(digest, options)
    return written


ANSWER_FORMATS = ("terminal", "markdown", "json")
"""The formats of `answered`."""


def answered(found: Answers, form: str, options: RenderOptions) -> str:
    """What answers a question, in one of `ANSWER_FORMATS`; says so where nothing does."""
    from summarize.render.answering import FORMATS

    return FORMATS[form](found, options)


def to_markdown(digest: Digest, cite: str) -> str:
    """The digest as Markdown with one style of citations."""
    from summarize.render.markdown import render
    from summarize.stages import RenderOptions

    return render(digest, RenderOptions(cite=cite))


def to_cell(digest: Digest) -> str:
    """The digest as Markdown for a notebook."""
    from summarize.render.markdown import render_cell
    from summarize.stages import RenderOptions

    return render_cell(digest, RenderOptions())


def to_section(digest: Digest, cite: str, level: int, scope: str = "") -> str:
    """The digest as Markdown without its headline, its headings at `level` (1 to 6); `scope` sets its footnotes apart."""
    from summarize.render.markdown import render_section
    from summarize.stages import RenderOptions

    return render_section(digest, RenderOptions(cite=cite), level, scope)


def to_html(digest: Digest, texts: Mapping[str, str], *, title: str = "", back: str = "") -> str:
    """The digest as one HTML page, with the `texts` of its sources by their SHA-256 and a link `back` to a list."""
    from summarize.render.html import page
    from summarize.stages import RenderOptions

    return page(digest, RenderOptions(texts=texts, title=title), back)


def to_flat(digest: Digest) -> str:
    """The digest without its headline as HTML that loads nothing, for feeds and mail."""
    from summarize.render.blocks import body
    from summarize.stages import RenderOptions

    return in_html(body(digest, RenderOptions()))


def in_html(parts: Iterable[Block | Grid]) -> str:
    """Some paragraphs as such HTML."""
    from summarize.render.flat import written

    return written(parts)


def to_message(subject: str, parts: Sequence[Block], language: str) -> bytes:
    """Some paragraphs as a mail; `language` (ISO 639-1, or empty) is that of most of their words."""
    from summarize.render.eml import message

    return message(subject, parts, language)


def to_view(digest: Digest, texts: Mapping[str, str]) -> dict[str, Any]:
    """What an HTML template shows of the digest: harmless text that is yet to be escaped, and anchors."""
    from summarize.render.html import view
    from summarize.stages import RenderOptions

    return view(digest, RenderOptions(texts=texts))


def printed(parts: Iterable[RenderableType], options: RenderOptions) -> str:
    """What Rich draws of some parts, in lines of at most `width_of(options)` columns."""
    from summarize.render import terminal

    return terminal.printed(parts, options)


def width_of(options: RenderOptions) -> int:
    """Columns of a terminal that are written on."""
    from summarize.render import terminal

    return terminal.width_of(options)


def frame(digest: Digest) -> tuple[list[dict[str, Any]], list[str]]:
    """(rows, names of the columns) of the sentences that are shown."""
    from summarize.render.csv import COLUMNS, rows

    return list(rows(digest)), list(COLUMNS)


def inspected(documents: Sequence[Document], form: str, options: RenderOptions) -> str:
    """What was understood of each article: `json` for programs, anything else for people."""
    from summarize.render.inspection import as_json, as_text

    return as_json(documents) if form == "json" else as_text(documents, options)
