"""The table of `summarize eval`, for a terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from io import StringIO
from typing import TYPE_CHECKING

from summarize.evaluate.editor import EditorReport, Figures
from summarize.render import count
from summarize.stages import RenderOptions

if TYPE_CHECKING:
    from summarize.evaluate.measure import Interval, Report, Row

_WIDEST = 200
"""Columns that the table may take; in a narrower terminal its lines wrap rather than lose figures."""
_EDITOR_NOTE = "Shares, worth from 0 to 2. Torn and filler: the less the better"
_HEADINGS = ("system", "R-1", "R-2", "R-L", "R-SU4", "repeated", "compression", "sources", "words")


@dataclass(frozen=True, slots=True)
class _Grid:
    """A report as cells."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    """The first one stands out."""
    note: str


def terminal(report: Report | EditorReport, options: RenderOptions) -> str:
    """A table as wide as it needs to be, whatever the terminal's width."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    grid = _grid(report, _half)
    table = Table(
        box=box.SIMPLE_HEAD,
        title=grid.title,
        title_justify="left",
        title_style="bold",
        caption=grid.note,
        caption_justify="left",
    )
    for number, heading in enumerate(grid.headings):
        table.add_column(heading, justify="right" if number else "left", no_wrap=True)
    for number, row in enumerate(grid.rows):
        table.add_row(*row, style=None if number else "bold")
    out = StringIO()
    console = Console(
        file=out,
        width=_WIDEST,
        force_terminal=options.colour,
        no_color=not options.colour,
        emoji=False,
    )
    console.print(table, highlight=False)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def markdown(report: Report | EditorReport, options: RenderOptions) -> str:
    """A table of GitHub's dialect; `options` change nothing here."""
    grid = _grid(report, _whole)
    rule = ["---", *["---:"] * (len(grid.headings) - 1)]
    lines = ["| " + " | ".join(cells) + " |" for cells in (grid.headings, rule, *grid.rows)]
    return "\n".join([grid.title, "", *lines, "", grid.note]) + "\n"


def as_json(report: Report | EditorReport, options: RenderOptions) -> str:
    """All figures in full; `options` change nothing here."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Report | EditorReport, RenderOptions], str]] = {
    "terminal": terminal,
    "markdown": markdown,
    "json": as_json,
}


def _grid(report: Report | EditorReport, interval: Callable[[Interval], str]) -> _Grid:
    if isinstance(report, EditorReport):
        names = [field.name for field in fields(Figures)]
        rows = [[row.event, *(f"{getattr(row, name):.2f}" for name in names[1:])] for row in report.rows]
        headings = [name.replace("_", " ") for name in names]
        return _Grid(f"{count(report.events, 'event')} held against an editor", headings, rows, _EDITOR_NOTE)
    title = (
        f"{count(report.collections, 'collection')}, {count(report.articles, 'article')}, "
        f"summaries of {count(report.words, 'word')}"
    )
    note = f"ROUGE F1 × 100 with 95 % bootstrap intervals over the collections (seed {report.seed})"
    return _Grid(title, _HEADINGS, [_cells(row, interval) for row in report.rows], note)


def _cells(row: Row, interval: Callable[[Interval], str]) -> list[str]:
    return [
        row.system,
        *(interval(value) for value in row.rouge.values()),
        f"{100 * row.repeated:.1f} %",
        f"{100 * row.compression:.1f} %",
        f"{row.sources:.1f}",
        f"{row.words:.0f}",
    ]


def _half(value: Interval) -> str:
    return f"{value.mean:.1f} ±{(value.high - value.low) / 2:.1f}"


def _whole(value: Interval) -> str:
    return f"{value.mean:.1f} [{value.low:.1f}, {value.high:.1f}]"
