"""From a digest to text: one format a file. What comes from an article is always data, never markup.

In: a digest (of this run or of a file) and how it is to be laid out. Out: text. Refuses to compute anything that is not in
the digest. The renderers are named in `summarize.registry`; beside them stand the list of what was understood of articles,
bibliographies, and what a notebook and a data frame show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.render.bibliography import WRITERS
from summarize.render.plain import count, harmless

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.digest import Digest
    from summarize.model import Document
    from summarize.stages import RenderOptions

__all__ = [
    "CONFLICT_FORMATS",
    "WRITERS",
    "conflicts_alone",
    "count",
    "frame",
    "harmless",
    "inspected",
    "to_cell",
    "to_html",
    "to_markdown",
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


def to_html(digest: Digest, texts: Mapping[str, str]) -> str:
    """The digest as one HTML page, with the `texts` of its sources by their SHA-256."""
    from summarize.render.html import render
    from summarize.stages import RenderOptions

    return render(digest, RenderOptions(texts=texts))


def frame(digest: Digest) -> tuple[list[dict[str, Any]], list[str]]:
    """(rows, names of the columns) of the sentences that are shown."""
    from summarize.render.csv import COLUMNS, rows

    return list(rows(digest)), list(COLUMNS)


def inspected(documents: Sequence[Document], form: str, options: RenderOptions) -> str:
    """What was understood of each article: `json` for programs, anything else for people."""
    from summarize.render.inspection import as_json, as_text

    return as_json(documents) if form == "json" else as_text(documents, options)
