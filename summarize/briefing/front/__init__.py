"""A briefing as people and programs read it: front pages, what is new, lists of stories. Text in, text out, no files.

Owns the layout of every form of a briefing; each is a module beside this one. What comes from an article is always data,
never markup. The stories' digests are drawn by `summarize.render`. Nothing is computed that the briefing does not hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.briefing.document import Briefing, Changes, Line, Story
    from summarize.stages import RenderOptions

__all__ = [
    "changes_to_json",
    "changes_to_markdown",
    "changes_to_text",
    "schema",
    "stories_to_text",
    "timeline_to_text",
    "to_atom",
    "to_eml",
    "to_folder",
    "to_html",
    "to_json",
    "to_markdown",
    "to_terminal",
]


def to_terminal(briefing: Briefing, options: RenderOptions) -> str:
    """The stories for a terminal, in lines of at most `options.width` columns; all that have no digest with `verbose`."""
    from summarize.briefing.front.terminal import render

    return render(briefing, options)


def to_markdown(briefing: Briefing, cite: str = "numeric") -> str:
    """One file: contents, then each story with its digest, citations as in `summarize.render`."""
    from summarize.briefing.front.markdown import render

    return render(briefing, cite)


def to_html(briefing: Briefing, texts: Mapping[str, str] | None = None) -> str:
    """One page that loads nothing, with the `texts` of articles by their SHA-256 where they are to be read in it."""
    from summarize.briefing.front.html import render

    return render(briefing, texts or {})


def to_folder(briefing: Briefing, texts: Mapping[str, str] | None = None, cite: str = "numeric") -> dict[str, str]:
    """The text of each file by its path, with `/` between folder and name: an index, and a page for each digest."""
    from summarize.briefing.front.folder import render

    return render(briefing, texts or {}, cite)


def to_json(briefing: Briefing) -> str:
    """The document of the schema."""
    from summarize.briefing.front.json import render

    return render(briefing)


def to_atom(briefing: Briefing) -> str:
    """A feed (RFC 4287), a story an entry."""
    from summarize.briefing.front.atom import render

    return render(briefing)


def to_eml(briefing: Briefing) -> bytes:
    """A mail with plain text and HTML, without sender, receiver and date."""
    from summarize.briefing.front.eml import render

    return render(briefing)


def schema() -> str:
    """The JSON Schema of the document, with that of digests in it."""
    from summarize.briefing.front.json import schema

    return schema()


def changes_to_text(changes: Changes, options: RenderOptions) -> str:
    """What is new, superseded and gone, for a terminal."""
    from summarize.briefing.front.lists import changed

    return changed(changes, options)


def changes_to_markdown(changes: Changes) -> str:
    """The same as Markdown."""
    from summarize.briefing.front.markdown import changed

    return changed(changes)


def changes_to_json(changes: Changes) -> str:
    """The same for programs."""
    from summarize.briefing.front.json import changed

    return changed(changes)


def stories_to_text(stories: Sequence[Story], options: RenderOptions) -> str:
    """A table of stories for a terminal; one below the other where it is narrow."""
    from summarize.briefing.front.lists import listed

    return listed(stories, options)


def timeline_to_text(days: Sequence[tuple[str | None, Sequence[Line]]], headline: str, options: RenderOptions) -> str:
    """A story for a terminal: what was said on each day, given as (ISO 8601 date or None, its sentences)."""
    from summarize.briefing.front.lists import told_by_day

    return told_by_day(days, headline, options)
