"""A clash: two sentences of different articles that cannot both be right, and what each of them says.

Owns the noun that the judge, the spellings and the denials make and that `summarize.conflict.group` joins into conflicts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "date", "name", "denial", "update"]


@dataclass(frozen=True, slots=True)
class Side:
    """What one sentence says about a disputed thing."""

    sentence: int
    start: int
    end: int
    """Where the value stands in the sentence's text; end exclusive."""
    same: str
    """Sides with the same are on one side."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sides that exclude each other."""

    kind: Kind
    first: Side
    second: Side
    probability: float
    """How surely, from 0 to 1."""
    running: bool = False
    """Whether the value is a count that grows, or a step that has since been taken: the later article updates the earlier one."""
