"""Who says what, as every format for people tells it: the people who are quoted most, and what stands elsewhere on the page.

Owns the cut, and where a statement is only referred to. In JSON all of it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from summarize.digest import Digest, Person, SummarySentence
from summarize.render.plain import SEE_OVERVIEW, count, harmless, is_told_above
from summarize.stages import RenderOptions

TITLE: Final = "Voices"
MOST_PEOPLE, MOST_STATEMENTS = 10, 5


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says."""

    line: SummarySentence
    see: str
    """Where on the page its words stand already; empty where they stand here."""
    anchor: str
    """The id of that part of an HTML page."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One who is quoted, harmless to show."""

    name: str
    description: str
    """Empty where no article says who this is."""
    statements: tuple[Statement, ...]
    more: str
    """How many statements are left out; empty for none."""


def voices(digest: Digest, options: RenderOptions) -> list[Voice]:
    """The first people of a digest with their first statements, each once on the page."""
    places = {} if options.repeat_overview else _places(digest, options)
    said: set[str] = set()
    made = []
    for person in digest.people[:MOST_PEOPLE]:
        lines = [line for line in person.statements if line.text not in said]
        said.update(line.text for line in lines)
        if lines:
            made.append(_voice(person, lines, places))
    return made


def more_people(digest: Digest) -> str:
    """How many people are left out; empty for none."""
    left = len(digest.people) - MOST_PEOPLE
    return f"and {count(left, 'more speaker')}" if left > 0 else ""


def _voice(person: Person, lines: list[SummarySentence], places: Mapping[str, tuple[str, str]]) -> Voice:
    left = len(lines) - MOST_STATEMENTS
    return Voice(
        name=harmless(person.name),
        description=harmless(person.description.text) if person.description else "",
        statements=tuple(Statement(line, *places.get(line.text, ("", ""))) for line in lines[:MOST_STATEMENTS]),
        more=f"and {count(left, 'more statement')}" if left > 0 else "",
    )


def _places(digest: Digest, options: RenderOptions) -> dict[str, tuple[str, str]]:
    """The words of each sentence on the page → where they stand, for a reader and as an anchor."""
    found: dict[str, tuple[str, str]] = {}
    for number, line in enumerate(digest.overview, 1):
        found.setdefault(line.text, (SEE_OVERVIEW, f"overview-{number}"))
    for number, topic in enumerate(digest.topics, 1):
        for line in topic.summary:
            if not is_told_above(line, digest, options):
                found.setdefault(line.text, (f"see section {number}", topic.id))
    return found
