"""Where the sources disagree, as every format tells it: in which section and words, and what stands at a sentence.

An update (the later article changes what the earlier one said) is told as `was …, now …`, never as a dispute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarize.digest import Conflict, ConflictKind, ConflictValue, Digest, Quote, Span, SummarySentence
from summarize.errors import DigestError
from summarize.render.bibliography import day
from summarize.render.plain import harmless, moment, source_name
from summarize.render.spelling import is_one_name

TITLE: Final = "Where the sources disagree"
NOTHING: Final = "No disagreement between the sources was found."
_TOLD: dict[ConflictKind, str] = {
    "number": "a number",
    "date": "a date",
    "name": "a name",
    "denial": "a claim and its denial",
    "update": "an update",
}
_MONTHS = "Jan Feb March April May June July Aug Sept Oct Nov Dec".split()
_LONGEST = 60
"""Characters of a value that is repeated at a sentence; of a longer one only the source is named."""
_MOST_NOTES = 2
"""Notes at one sentence."""


@dataclass(frozen=True, slots=True)
class Note:
    """What stands at a sentence that is one side: `words`, then the mark of the source that says otherwise."""

    is_update: bool
    words: str
    """Harmless."""
    quote: Quote | None
    """Who says otherwise; None where no sentence is cited."""


class Disputes:
    """The conflicts of a digest by the section they are shown in, and the notes at its sentences."""

    def __init__(self, digest: Digest) -> None:
        self._sources = {source.id: source for source in digest.sources}
        self._labels = {topic.id: topic.label for topic in digest.topics}
        self._one_year = len({day(source.published)[:4] for source in digest.sources if source.published}) == 1
        self._sides: defaultdict[str, list[tuple[Quote, Conflict, int]]] = defaultdict(list)
        for conflict in digest.conflicts:
            for position, side in enumerate(conflict.values):
                for quote in side.citations:
                    self._sides[quote.source_id].append((quote, conflict, position))
        self._of: defaultdict[str, list[Conflict]] = defaultdict(list)
        self.elsewhere: list[Conflict] = []
        """Those of no section: their topic is not in the digest and none of their sentences is shown."""
        for conflict in digest.conflicts:
            section = self._section(conflict, digest)
            (self._of[section] if section else self.elsewhere).append(conflict)

    def _section(self, conflict: Conflict, digest: Digest) -> str:
        if conflict.topic_id in self._labels:
            return conflict.topic_id
        quotes = [quote for side in conflict.values for quote in side.citations]
        return next(
            (
                topic.id
                for topic in digest.topics
                if any(_overlap(line, quote) for line in topic.summary for quote in quotes)
            ),
            "",
        )

    def of(self, topic_id: str) -> Sequence[Conflict]:
        """The conflicts to be listed in a section."""
        return self._of.get(topic_id, ())

    def label(self, conflict: Conflict) -> str:
        """The section's heading; empty where there is none."""
        return harmless(self._labels.get(conflict.topic_id, ""))

    def told(self, conflict: Conflict) -> str:
        """What it is about: a number, a name, spelled differently."""
        return f"{_TOLD[conflict.kind]}{', spelled differently' if is_spelling(conflict) else ''}"

    def steps(self, conflict: Conflict) -> list[tuple[str, ConflictValue]]:
        """Each side with what stands before its value: nothing in a dispute; was, then, now in an update."""
        last = len(conflict.values) - 1
        words = [""] * (last + 1) if conflict.kind != "update" else ["was", *["then"] * (last - 1), "now"][-last - 1 :]
        return list(zip(words, conflict.values, strict=True))

    def who(self, quote: Span) -> str:
        """Outlet and date: `Post, 1 May`."""
        return ", ".join(part for part in (source_name(self._sources[quote.source_id]), self.when(quote)) if part)

    def since(self, quote: Span) -> str:
        """Date and outlet: `1 May, Post`."""
        return ", ".join(part for part in (self.when(quote), source_name(self._sources[quote.source_id])) if part)

    def when(self, quote: Span) -> str:
        """The date of the article, the year only where the articles are of several; empty where it is not known."""
        published = self._sources[quote.source_id].published or ""
        found = day(published)
        if not found or not 1 <= int(found[5:7]) <= len(_MONTHS):
            return moment(published)
        told = f"{int(found[8:])} {_MONTHS[int(found[5:7]) - 1]}"
        return told if self._one_year else f"{told} {found[:4]}"

    def one_line(self, conflict: Conflict) -> str:
        """All of it for formats that have no room: `a number: “3 dead” (Post, 1 May) / “4 dead” (Wire)`."""
        steps = [
            " ".join(part for part in (word, f"“{harmless(side.value)}”", self._in_brackets(side)) if part)
            for word, side in self.steps(conflict)
        ]
        return f"{self.told(conflict)}: {(', ' if conflict.kind == 'update' else ' / ').join(steps)}"

    def _in_brackets(self, side: ConflictValue) -> str:
        return f"({'; '.join(dict.fromkeys(self.who(quote) for quote in side.citations))})" if side.citations else ""

    def notes(self, sentence: SummarySentence) -> list[Note]:
        """What stands at a sentence, in the order of the conflicts; empty where nobody says otherwise."""
        found: dict[int, tuple[Conflict, int]] = {}
        for place in (sentence, *sentence.also_reported_by):
            for quote, conflict, position in self._sides.get(place.source_id, ()):
                if _overlap(place, quote):
                    found.setdefault(id(conflict), (conflict, position))
        return [note for conflict, position in found.values() if (note := _note(conflict, position))]

    def shown_notes(self, sentence: SummarySentence) -> tuple[list[Note], int]:
        """The first notes, and how many more there are."""
        notes = self.notes(sentence)
        return notes[:_MOST_NOTES], len(notes[_MOST_NOTES:])

    def one_line_at(self, sentence: SummarySentence) -> str:
        """The notes of a sentence with the outlets, for a cell."""
        told = [f"{note.words} ({self.who(note.quote)})" if note.quote else note.words for note in self.notes(sentence)]
        return "; ".join(told)


def cited_in_conflicts(digest: Digest) -> dict[str, None]:
    """The ids of the sources that a conflict cites, in the order of the conflicts."""
    return {
        quote.source_id: None for conflict in digest.conflicts for side in conflict.values for quote in side.citations
    }


def check_sources(digest: Digest) -> None:
    """Raises `DigestError` where a conflict cites what is no source of the digest."""
    known = {source.id for source in digest.sources}
    for source in cited_in_conflicts(digest):
        if source not in known:
            raise DigestError(f"not a digest: a conflict cites {source}, which is none of its sources")


def is_spelling(conflict: Conflict) -> bool:
    """Whether the sides are spellings of one name, not names of two."""
    return conflict.kind == "name" and is_one_name(tuple(side.value for side in conflict.values))


def _note(conflict: Conflict, position: int) -> Note | None:
    last = len(conflict.values) - 1
    if not last:
        return None
    other = conflict.values[_counterpart(conflict, position)]
    quote = other.citations[0] if other.citations else None
    value, is_update = harmless(other.value), conflict.kind == "update"
    if quote and (conflict.kind == "denial" or len(value) > _LONGEST):
        words = "disputed by" if not is_update else "updated by" if position < last else "updates"
        return Note(is_update, words, quote)
    if is_update:
        return Note(True, f"updated: {'now' if position < last else 'was'} “{value}”", quote)
    more = f" and {last - 1} more" if last > 1 else ""
    return Note(False, f"{'also spelled' if is_spelling(conflict) else 'disputed: also'} “{value}”{more}", quote)


def _counterpart(conflict: Conflict, position: int) -> int:
    """The side that a sentence of one side points to: the other one, the newest, or for the newest the one before."""
    last = len(conflict.values) - 1
    if conflict.kind == "update":
        return last if position < last else last - 1
    return 0 if position else 1


def _overlap(one: Span, other: Span) -> bool:
    return one.source_id == other.source_id and one.start < other.end and other.start < one.end
