"""Lists for a terminal: what has changed, the stories of a store, and a story day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.box import ASCII, SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from summarize.briefing.document import Changes, Line, Story
from summarize.briefing.front.facts import headline, meta, summary, when
from summarize.briefing.front.marks import Marks
from summarize.briefing.front.terminal import said
from summarize.model import fold
from summarize.render import count, day, harmless, printed, width_of
from summarize.stages import RenderOptions

_TABLE_FROM = 72
"""Columns that a table needs; narrower, a story takes lines of its own."""


def changed(changes: Changes, options: RenderOptions) -> str:
    """What is new, superseded and gone, in this order."""
    return printed(_changes(changes, Marks.of(options)), options)


def listed(stories: Sequence[Story], options: RenderOptions) -> str:
    """A story a row."""
    if not stories:
        return printed([Text("No stories.", "dim")], options)
    if width_of(options) < _TABLE_FROM:
        return printed(_stacked(stories, Marks.of(options)), options)
    table = Table(box=ASCII if options.ascii else SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=False)
    table.add_column("id", overflow="fold", max_width=16)
    table.add_column("headline", overflow="fold", ratio=1)
    table.add_column("dates", overflow="fold", max_width=13)
    table.add_column("outlets", justify="right", no_wrap=True)
    table.add_column("articles", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for story in stories:
        table.add_row(
            Text(harmless(fold(story.id))),
            Text(headline(story), "dim" if story.is_over else "bold"),
            Text(when(story), "dim"),
            str(story.independent_sources),
            str(len(story.articles)),
            _state(story),
        )
    return printed([table], options)


def told_by_day(days: Sequence[tuple[str | None, Sequence[Line]]], title: str, options: RenderOptions) -> str:
    """A day a section, in the order given."""
    return printed(_days(days, title, Marks.of(options)), options)


def _changes(changes: Changes, marks: Marks) -> Iterator[RenderableType]:
    yield Text(f"{summary(changes)}.".capitalize(), "bold")
    if changes.new:
        yield ""
        yield marks.heading(Text("New", "bold green"), str(len(changes.new)))
        yield from (_item(line, marks) for line in changes.new)
    if changes.superseded:
        yield ""
        yield marks.heading(Text("Superseded", "bold"), str(len(changes.superseded)))
        for item in changes.superseded:
            yield marks.item(Text(f"{marks.bullet} was", "red"), said(item.was, "dim"))
            yield marks.item(Text("  now", "green"), said(item.now))
    if changes.gone:
        yield ""
        yield marks.heading(Text("No longer shown", "bold"), str(len(changes.gone)))
        yield from (_item(line, marks) for line in changes.gone)


def _item(line: Line, marks: Marks, *, dated: bool = True) -> RenderableType:
    return marks.item(Text(marks.bullet, "dim"), said(line, dated=dated))


def _state(story: Story) -> Text:
    if story.is_over:
        return Text("over", "dim")
    return Text("new", "green") if story.is_new or story.new_articles else Text("")


def _stacked(stories: Sequence[Story], marks: Marks) -> Iterator[RenderableType]:
    for story in stories:
        yield Text.assemble((harmless(fold(story.id)), "dim"), " ", (headline(story), "" if story.is_over else "bold"))
        text = Text(marks.typed(" · ".join(meta(story))), "dim")
        if state := _state(story):
            text.append(marks.typed(" · ")).append_text(state)
        yield text


def _days(days: Sequence[tuple[str | None, Sequence[Line]]], title: str, marks: Marks) -> Iterator[RenderableType]:
    yield Text(harmless(fold(title)), "bold")
    if not days:
        yield Text("Nothing has been told of it.", "dim")
    for date, lines in days:
        yield ""
        shown = (day(date) or harmless(date)) if date else "Without a date"
        yield marks.heading(Text(shown, "bold"), count(len(lines), "sentence"))
        yield from (_item(line, marks, dated=False) for line in lines)
