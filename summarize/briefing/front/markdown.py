"""A briefing as CommonMark: contents, then a story a section, its digest one level below.

Numbers of citations count anew in each story, beside whose sources they stand; anchors and footnotes carry the story's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarize.briefing.document import Briefing, Changes, Line, Story, Unread
from summarize.briefing.front.facts import (
    MOST_UNREAD,
    headline,
    lead,
    meta,
    names,
    news,
    outlet,
    size,
    summary,
    teller,
    title,
)
from summarize.render import count, day, escape, link, safe_address, to_section


def render(briefing: Briefing, cite: str, *, linked: bool = False) -> str:
    """The whole briefing; where `linked`, the digests are elsewhere, at `stories/NAME.md`."""
    parts = [f"# {title(briefing)}", size(briefing)]
    named = list(zip(briefing.stories, names(briefing.stories), strict=True))
    if named:
        parts += ["## Contents", "\n".join(_listed(*item) for item in named)]
    for story, name in named:
        parts += _story(story, name, cite, linked)
    if briefing.unread:
        parts += ["## Not read", _unread(briefing.unread)]
    if briefing.warnings:
        parts += ["## Notes", "\n".join(f"- {escape(warning)}" for warning in briefing.warnings)]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def story_page(story: Story, cite: str) -> str:
    """A story with its digest as a file in a folder below the index."""
    assert story.digest is not None  # noqa: S101  (there is a page for each digest)
    parts = ["[All stories](../index.md)", f"# {escape(headline(story))}", _meta(story)]
    if story.changes:
        parts += ["## What is new", *_changes(story.changes)]
    return "\n\n".join([*parts, to_section(story.digest, cite, 2)])


def changed(changes: Changes) -> str:
    """What is new, superseded and gone."""
    return "\n\n".join([f"# {summary(changes).capitalize()}", *_changes(changes)]) + "\n"


def _listed(story: Story, name: str) -> str:
    return f"1. [{escape(headline(story))}](#story-{name}) ({', '.join([*meta(story)[:1], *news(story)])})"


def _meta(story: Story) -> str:
    told = " · ".join(meta(story))
    return f"{told} · **{', '.join(new)}**" if (new := news(story)) else told


def _story(story: Story, name: str, cite: str, linked: bool) -> Iterator[str]:
    yield f'<a id="story-{name}"></a>'
    shown = escape(headline(story))
    yield f"## {link(shown, f'stories/{name}.md') if linked and story.digest else shown}"
    yield _meta(story)
    if linked and story.digest:
        yield "\n".join(f"- {escape(line.text)} ({escape(line.tellers)})" for line in lead(story))
    if story.changes:
        yield "### What is new"
        yield from _changes(story.changes)
    if story.digest and not linked:
        yield to_section(story.digest, cite, 3, f"{name}-")
    else:
        yield _articles(story)


def _articles(story: Story) -> str:
    rows = []
    for entry in story.articles:
        address = safe_address(entry.url)
        name, titled = escape(outlet(entry)), escape((entry.title or "").strip())
        named = [f"**{name}**", link(titled, address)] if titled else [link(f"**{name}**", address)]
        told = [*named, day(entry.published)]
        rows.append(f"- {', '.join(filter(None, told))}{' *(new)*' if entry.is_new and not story.is_new else ''}")
    return "\n".join(rows)


def _changes(changes: Changes) -> Iterator[str]:
    rows = [f"- New: {_line(line)}" for line in changes.new]
    rows += [f"- Superseded: {_line(item.was)}\n  Now: {_line(item.now)}" for item in changes.superseded]
    rows += [f"- No longer shown: {_line(line)}" for line in changes.gone]
    if rows:
        yield "\n".join(rows)


def _line(line: Line) -> str:
    told = teller(line)
    return f"“{escape(line.text)}”{f' ({escape(told)})' if told else ''}"


def _unread(unread: tuple[Unread, ...]) -> str:
    rows = [f"- {escape(one.origin)}: {escape(one.reason)}" for one in unread[:MOST_UNREAD]]
    if len(unread) > MOST_UNREAD:
        rows.append(f"- {count(len(unread) - MOST_UNREAD, 'more source')}")
    return "\n".join(rows)
