"""When an article was published, as one number; unknown where the date is absurd.

Owns the reading of `Article.published` for grouping. Refuses to correct a date: a wrong one counts as none.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

_EARLIEST = datetime(1800, 1, 1, tzinfo=UTC)
"""Before it there were no articles, but there are counters that started at zero."""
_AHEAD = timedelta(days=2)
"""A clock may be wrong by a zone and a day; what is dated later than that has no date."""
_UNSET = datetime(1970, 1, 1, tzinfo=UTC)
"""What a system writes that was given no date."""
_NOON = timedelta(hours=12)


def moment(published: str | None, now: float | None = None) -> float | None:
    """POSIX seconds UTC of an ISO 8601 date or date and time; None where it is unknown, before 1800 or after `now`.

    A date without a time is noon, a time without a zone is UTC. `now` is the clock's unless given.
    """
    if not published:
        return None
    text = published.strip()
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) <= len("2001-02-03"):
        found += _NOON
    try:
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except OverflowError:
        return None
    latest = datetime.fromtimestamp(time.time() if now is None else now, UTC) + _AHEAD
    absurd = not _EARLIEST <= found <= latest or found in (_UNSET, _UNSET + _NOON)
    return None if absurd else (found - _UNSET).total_seconds()
