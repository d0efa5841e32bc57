"""The picture of coverage of a story, as inline SVG: an outlet a row, an article a dot, over time. Labels are escaped here."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from itertools import accumulate
from unicodedata import east_asian_width

from summarize.briefing.document import Entry, Story
from summarize.briefing.front.facts import headline, meta, outlet, outlets
from summarize.render import count, day

_ROWS = 6
"""Outlets with a row of their own; the others share the last one."""
_WIDTH, _LABELS, _ROW = 320, 132, 18
_LONGEST_LABEL = 16
"""Columns, of which a wide letter takes two."""


def coverage(story: Story) -> str:
    """Who reports it, over time; empty where no article has a date or one article is all there is."""
    dated = [(when, entry) for entry in story.articles if (when := _when(entry.published)) is not None]
    if not dated or len(story.articles) < 2:
        return ""
    rows = _rows(story.articles)
    first, last = min(when for when, _ in dated), max(when for when, _ in dated)
    dots = Counter((rows[outlet(entry)], _place(when, first, last)) for when, entry in dated)
    parts = [_row(number, label) for number, label in enumerate(_labels(rows))]
    parts += [_dot(row, x, told) for (row, x), told in sorted(dots.items())]
    height = _ROW * len(set(rows.values()))
    parts += _axis(height, sorted(day(entry.published) for _, entry in dated))
    told = escape(f"{headline(story)}: {', '.join(meta(story))}", quote=True)
    size = f'viewBox="0 0 {_WIDTH} {height + 22}" width="{_WIDTH}" height="{height + 22}"'
    return (
        f'<svg class="picture" role="img" aria-label="Who reports it over time. {told}" {size}>{"".join(parts)}</svg>'
    )


def _rows(entries: Sequence[Entry]) -> dict[str, int]:
    """The row of each outlet, those with most articles first."""
    ranked = [name for name, _ in outlets(entries)]
    own = len(ranked) if len(ranked) <= _ROWS else _ROWS - 1
    return {name: min(row, own) for row, name in enumerate(ranked)}


def _labels(rows: dict[str, int]) -> list[str]:
    own = [name for name, row in rows.items() if row < _ROWS - 1]
    shared = [name for name, row in rows.items() if row == _ROWS - 1]
    return own + ([] if not shared else shared if len(shared) == 1 else [f"{len(shared)} others"])


def _row(number: int, label: str) -> str:
    y = _ROW * number + _ROW // 2
    shown = _short(label)
    return (
        f'<text x="{_LABELS - 10}" y="{y + 4}" text-anchor="end">{escape(shown)}</text>'
        f'<line class="axis" x1="{_LABELS}" x2="{_WIDTH - 8}" y1="{y}" y2="{y}"/>'
    )


def _short(label: str) -> str:
    ends = list(accumulate(2 if east_asian_width(char) in "WF" else 1 for char in label))
    return label if not ends or ends[-1] <= _LONGEST_LABEL else f"{label[: bisect(ends, _LONGEST_LABEL - 1)].rstrip()}…"


def _dot(row: int, x: int, told: int) -> str:
    """Larger where several articles fall together, up to a row's height."""
    radius = min(4 + told // 2, _ROW // 2 - 1)
    y = _ROW * row + _ROW // 2
    return f'<circle class="cell" cx="{x}" cy="{y}" r="{radius}"><title>{count(told, "article")}</title></circle>'


def _axis(height: int, dates: Sequence[str]) -> list[str]:
    first, last = dates[0], dates[-1]
    parts = [f'<text x="{_LABELS}" y="{height + 14}">{escape(first)}</text>']
    if last != first:
        parts.append(f'<text x="{_WIDTH - 2}" y="{height + 14}" text-anchor="end">{escape(last)}</text>')
    return parts


def _place(when: float, first: float, last: float) -> int:
    room = _WIDTH - _LABELS - 22
    return _LABELS + 7 + (round(room * (when - first) / (last - first)) if last > first else 0)


def _when(published: str | None) -> float | None:
    """POSIX seconds of an ISO 8601 date or time, in UTC where it names no zone."""
    try:
        found = datetime.fromisoformat(published or "")
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
