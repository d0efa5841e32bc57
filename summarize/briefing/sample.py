"""Which articles of a large story its digest is made of.

Owns the bound: a digest never costs more than that of `MOST` articles, however many report the story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

MOST = 30
"""Articles."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the choice looks at."""

    key: str
    text: int
    """The number of its text; copies of one text share it."""
    publisher: str
    published: float | None
    """POSIX seconds."""


def sampled(reports: Sequence[Report]) -> tuple[str, ...]:
    """The keys of the articles to read, ascending: all, or the newest text of each outlet, then its next, up to `MOST`."""
    if len(reports) <= MOST:
        return tuple(sorted(report.key for report in reports))
    newest = sorted(reports, key=lambda report: (-(report.published or 0.0), report.key))
    texts: set[int] = set()
    of_outlet: defaultdict[str, list[Report]] = defaultdict(list)
    for report in newest:
        if report.text not in texts:
            texts.add(report.text)
            of_outlet[report.publisher].append(report)
    rounds = (
        (turn, place, report.key) for place, own in enumerate(of_outlet.values()) for turn, report in enumerate(own)
    )
    return tuple(sorted(key for _, _, key in sorted(rounds)[:MOST]))
