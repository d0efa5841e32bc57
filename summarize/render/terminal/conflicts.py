"""Where the sources disagree: the sides beside one another, or below one another where there is no room."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summarize.digest import Conflict, ConflictKind, ConflictValue
from summarize.render.plain import count, harmless
from summarize.render.terminal.view import View, is_right_to_left, plain_text, source_mark

_BESIDE = 80
"""Columns from which two sides stand beside one another."""
_MOST_SIDES = 3
"""Beside one another; more are columns too narrow to read."""
_MOST_QUOTES = 4
"""Quotations of one side; the others are counted."""
_KINDS: dict[ConflictKind, str] = {
    "number": "a number",
    "date": "a date",
    "name": "a name",
    "denial": "a claim and its denial",
}


def conflicts(view: View) -> Iterator[RenderableType]:
    """Every conflict with the quotations of its sides."""
    if not view.digest.conflicts:
        return
    labels = {topic.id: topic.label for topic in view.digest.topics}
    yield view.heading("Where the sources disagree")
    for conflict in view.digest.conflicts:
        label = harmless(labels.get(conflict.topic_id, ""))
        kind = _KINDS[conflict.kind]
        told = f"{label}: {kind}" if label else kind.capitalize()
        yield Text.assemble((f"{view.marks.disputed} ", "bold red"), told)
        yield from _beside(conflict, view) if _fits(conflict, view) else _below(conflict, view)
        yield ""


def _fits(conflict: Conflict, view: View) -> bool:
    """Whether columns help; right-to-left text in two of them would change places on some terminals."""
    words = "".join(value.value + "".join(quote.text for quote in value.citations) for value in conflict.values)
    return view.width >= _BESIDE and 1 < len(conflict.values) <= _MOST_SIDES and not is_right_to_left(words)


def _beside(conflict: Conflict, view: View) -> Iterator[RenderableType]:
    table = Table(box=view.marks.frame, show_header=False, expand=True, border_style="dim", padding=(0, 1))
    for _ in conflict.values:
        table.add_column(ratio=1, overflow="fold")
    table.add_row(*(plain_text(value.value, "bold") for value in conflict.values), end_section=True)
    table.add_row(*(Group(*_quotes(value, view)) for value in conflict.values))
    yield table


def _below(conflict: Conflict, view: View) -> Iterator[RenderableType]:
    for value in conflict.values:
        yield Padding(plain_text(value.value, "bold"), (0, 0, 0, view.indent))
        yield Padding(Group(*_quotes(value, view)), (0, 0, 0, view.indent + 2))


def _quotes(value: ConflictValue, view: View) -> Iterator[Text]:
    for quote in value.citations[:_MOST_QUOTES]:
        yield plain_text(quote.text).append(" ").append_text(source_mark(view.numbers[quote.source_id]))
    if len(value.citations) > _MOST_QUOTES:
        yield Text(f"and {count(len(value.citations) - _MOST_QUOTES, 'more sentence')}", "dim")
