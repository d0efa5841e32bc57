"""What the HTML page shows of conflicts, as harmless text; the template escapes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.digest import Conflict, Quote, Span, SummarySentence
from summarize.render.disputes import Disputes
from summarize.render.plain import harmless


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A sentence of one side with who says it."""

    number: int
    place: str
    text: str
    who: str
    since: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side; `word` is was, then or now in an update."""

    word: str
    value: str
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict as it stands in a list."""

    topic_id: str
    label: str
    told: str
    is_update: bool
    sides: tuple[SideView, ...]
    sources: tuple[str, ...] = ()
    """Ids of the sources that it quotes, each once."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """What stands at a sentence that is one side."""

    words: str
    is_update: bool
    quote: QuoteView | None


def conflicts_view(
    conflicts: Sequence[Conflict], disputes: Disputes, numbers: dict[str, int], labelled: bool = False
) -> list[ConflictView]:
    """The conflicts in their order, with the heading of their section where `labelled`."""
    return [
        ConflictView(
            conflict.topic_id,
            disputes.label(conflict) if labelled else "",
            disputes.told(conflict) if labelled and disputes.label(conflict) else disputes.told(conflict).capitalize(),
            conflict.kind == "update",
            tuple(
                SideView(
                    word, harmless(side.value), tuple(_quote(found, disputes, numbers) for found in side.citations)
                )
                for word, side in disputes.steps(conflict)
            ),
            tuple(dict.fromkeys(quote.source_id for side in conflict.values for quote in side.citations)),
        )
        for conflict in conflicts
    ]


def notes_view(sentence: SummarySentence, disputes: Disputes, numbers: dict[str, int]) -> tuple[NoteView, ...]:
    """The notes at a sentence, then how many more there are."""
    notes, more = disputes.shown_notes(sentence)
    shown = [
        NoteView(note.words, note.is_update, _quote(note.quote, disputes, numbers) if note.quote else None)
        for note in notes
    ]
    return (*shown, NoteView(f"{more} more", is_update=False, quote=None)) if more else tuple(shown)


def place_of(span: Span) -> str:
    """The anchor of a sentence in its article."""
    return f"{span.source_id}-{span.start}"


def _quote(quote: Quote, disputes: Disputes, numbers: dict[str, int]) -> QuoteView:
    return QuoteView(
        numbers[quote.source_id],
        place_of(quote),
        harmless(quote.text),
        harmless(disputes.who(quote)),
        harmless(disputes.since(quote)),
    )
