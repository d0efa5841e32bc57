"""Pages of a PDF in two columns whose lines are stored row by row: read down the left column, then down the right one.

Owns the search for the gap between the columns, in the page as `pypdf` lays it out with spaces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from summarize.model import fold

_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_FEWEST_ROWS = 3
_ROWS_WITH_GAP = 0.5
"""Share of a page's rows that have the gap at one place, with words on both sides."""
_FEWEST_WORDS = 3
"""Words of a row on each side of the gap, on the average: a table has fewer."""
_LONGEST_ROW = 1_000


def in_columns(page: Any, plain: str) -> str:
    """The text of a page read by columns where its rows run across two of them; otherwise `plain`, as it was extracted."""
    try:
        rows = [row[:_LONGEST_ROW] for row in page.extract_text(extraction_mode="layout").splitlines() if row.strip()]
    except Exception:  # the layout of a strange page may fail where its text does not
        return plain
    gap = _gap(rows)
    if gap is None or not _runs_across(rows, gap, plain):
        return plain
    left: list[str] = []
    right: list[str] = []
    lines: list[str] = []
    for row in [*rows, None]:
        if row is not None and (not row[gap - 1 : gap + 1].strip() or len(row) < gap):
            left.append(row[:gap].strip())
            right.append(row[gap:].strip())
            continue
        lines.extend(line for line in (*left, *right) if line)  # a row across both columns ends them
        left, right = [], []
        lines.extend([row.strip()] if row is not None else [])
    return "\n".join(lines)


def _gap(rows: Sequence[str]) -> int | None:
    """The place at which most rows have a gap; None where there is no such place, or the rows are those of a table."""
    places = Counter(
        at for row in rows for match in _GAP.finditer(row) for at in range(match.start() + 1, match.end() + 1)
    )
    if not places:
        return None
    at, count = max(places.items(), key=lambda item: (item[1], -item[0]))
    split = [row for row in rows if not row[at - 1 : at].strip() and row[:at].strip() and row[at:].strip()]
    words = sum(min(len(row[:at].split()), len(row[at:].split())) for row in split)
    enough = count >= max(_FEWEST_ROWS, _ROWS_WITH_GAP * len(rows))
    return at if enough and words >= _FEWEST_WORDS * len(split) else None


def _runs_across(rows: Sequence[str], gap: int, plain: str) -> bool:
    """True when the extracted lines hold the left and the right part of a row, one after the other."""
    lines = {fold(line) for line in plain.splitlines()}
    split = [row for row in rows if not row[gap - 1 : gap].strip() and row[:gap].strip() and row[gap:].strip()]
    return sum(fold(row) in lines for row in split) >= 0.5 * len(split)
