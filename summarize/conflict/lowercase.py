"""A text in small letters, place by place.

Patterns of words are matched against it without regard to case: several times as fast as a pattern that ignores case itself.
"""

from __future__ import annotations


def lowered(text: str) -> str:
    """The text in small letters, every character in its place; "İ", whose small form is two characters, stays."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
