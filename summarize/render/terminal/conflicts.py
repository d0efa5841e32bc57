"""Where the sources disagree: the sides beside one another, or below one another where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summarize.digest import Conflict, ConflictValue
from summarize.render.disputes import NOTHING, TITLE
from summarize.render.plain import count, harmless
from summarize.render.terminal.view import View, is_right_to_left, plain_text, source_mark

_BESIDE = 80
"""Columns from which two sides stand beside one another."""
_MOST_SIDES = 3
"""Beside one another; more are columns too narrow to read."""
_MOST_QUOTES = 4
"""Quotations of one side; the others are counted."""


def in_section(view: View, topic_id: str) -> Iterator[RenderableType]:
    """The conflicts of one section."""
    for conflict in view.disputes.of(topic_id):
        yield from _conflict(conflict, view, "")


def elsewhere(view: View) -> Iterator[RenderableType]:
    """The conflicts of no section, at the end."""
    if view.disputes.elsewhere:
        yield view.heading(TITLE)
    for conflict in view.disputes.elsewhere:
        yield from _conflict(conflict, view, "")


def alone(view: View) -> Iterator[RenderableType]:
    """Every conflict with the name of its section, and nothing else; says so where there is none."""
    yield view.heading(TITLE)
    if not view.digest.conflicts:
        yield Text(NOTHING)
    for conflict in view.digest.conflicts:
        yield from _conflict(conflict, view, view.disputes.label(conflict))


def _conflict(conflict: Conflict, view: View, label: str) -> Iterator[RenderableType]:
    told = view.disputes.told(conflict)
    mark = (view.marks.updated, "bold") if conflict.kind == "update" else (view.marks.disputed, "bold red")
    text = Text.assemble(mark, f" {label}: {told}" if label else f" {told.capitalize()}")
    parts = [text, *(_beside(conflict, view) if _fits(conflict, view) else _below(conflict, view))]
    yield Padding(Group(*parts), (0, 0, 0, view.indent))
    yield ""


def _fits(conflict: Conflict, view: View) -> bool:
    """Whether columns help; right-to-left text in two of them would change places on some terminals."""
    words = "".join(value.value + "".join(quote.text for quote in value.citations) for value in conflict.values)
    return view.width >= _BESIDE and 1 < len(conflict.values) <= _MOST_SIDES and not is_right_to_left(words)


def _beside(conflict: Conflict, view: View) -> Sequence[RenderableType]:
    table = Table(box=view.marks.frame, show_header=False, expand=True, border_style="dim", padding=(0, 1))
    for _ in conflict.values:
        table.add_column(ratio=1, overflow="fold")
    steps = view.disputes.steps(conflict)
    table.add_row(*(_value(word, side, view) for word, side in steps), end_section=True)
    table.add_row(*(Group(*_quotes(side, view)) for _, side in steps))
    return [table]


def _below(conflict: Conflict, view: View) -> Sequence[RenderableType]:
    parts: list[RenderableType] = []
    for word, side in view.disputes.steps(conflict):
        parts.append(Padding(_value(word, side, view), (0, 0, 0, view.indent)))
        parts.append(Padding(Group(*_quotes(side, view)), (0, 0, 0, view.indent * 3)))
    return parts


def _value(word: str, side: ConflictValue, view: View) -> Text:
    """The value; in an update after `was` or `now`, with its first article."""
    text = Text(f"{word} " if word else "").append_text(plain_text(side.value, "bold"))
    if word and side.citations:
        text.append(f" ({harmless(view.disputes.since(side.citations[0]))} ")
        text.append_text(source_mark(view.numbers[side.citations[0].source_id])).append(")")
    return text


def _quotes(value: ConflictValue, view: View) -> Iterator[Text]:
    for quote in value.citations[:_MOST_QUOTES]:
        text = plain_text(quote.text).append(" ").append_text(source_mark(view.numbers[quote.source_id]))
        yield text.append(f" {harmless(view.disputes.who(quote))}", "dim")
    if len(value.citations) > _MOST_QUOTES:
        yield Text(f"and {count(len(value.citations) - _MOST_QUOTES, 'more sentence')}", "dim")
