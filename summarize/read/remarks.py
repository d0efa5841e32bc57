"""How the lines end that say what of a list was left out: no fault, so whoever keeps count of faults passes over them."""

from __future__ import annotations

MORE, NEWEST, LIST = "Take more with --max-articles", "sitemaps opened, the newest", "Read these with --follow"


def is_remark(warning: str) -> bool:
    """Whether a warning says what of a list was left out, and not that something could not be read."""
    return warning.endswith((MORE, NEWEST, LIST))
