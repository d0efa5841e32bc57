"""The table of `summarize eval`, for a terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from io import StringIO
from typing import TYPE_CHECKING

from summarize.render import count
from summarize.stages import RenderOptions

if TYPE_CHECKING:
    from summarize.evaluate.measure import Interval, Report, Row

_WIDEST = 200
"""Columns that the table may take; in a narrower terminal its lines wrap rather than lose figures."""
_HEADINGS = ("system", "R-1", "R-2", "R-L", "R-SU4", "repeated", "compression", "sources", "words")


def terminal(report: Report, options: RenderOptions) -> str:
    """A table as wide as it needs to be, whatever the terminal's width."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(
        box=box.SIMPLE_HEAD,
        title=_title(report),
        title_justify="left",
        title_style="bold",
        caption=_note(report),
        caption_justify="left",
    )
    for heading in _HEADINGS:
        table.add_column(heading, justify="left" if heading == "system" else "right", no_wrap=True)
    for row in report.rows:
        table.add_row(*_cells(row, _half), style="bold" if row is report.rows[0] else None)
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


def markdown(report: Report, options: RenderOptions) -> str:
    """A table of GitHub's dialect; `options` change nothing here."""
    rule = ["---", *["---:"] * (len(_HEADINGS) - 1)]
    lines = [
        "| " + " | ".join(cells) + " |" for cells in (_HEADINGS, rule, *(_cells(row, _whole) for row in report.rows))
    ]
    return "\n".join([_title(report), "", *lines, "", _note(report)]) + "\n"


def as_json(report: Report, options: RenderOptions) -> str:
    """All figures in full; `options` change nothing here."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Report, RenderOptions], str]] = {
    "terminal": terminal,
    "markdown": markdown,
    "json": as_json,
}


def _title(report: Report) -> str:
    return (
        f"{count(report.collections, 'collection')}, {count(report.articles, 'article')}, "
        f"summaries of {count(report.words, 'word')}"
    )


def _note(report: Report) -> str:
    return f"ROUGE F1 × 100 with 95 % bootstrap intervals over the collections (seed {report.seed})"


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
