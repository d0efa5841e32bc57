"""The texts of the articles beside a digest: in pieces, of which those that the digest quotes are places to go to.

A sentence that nothing on the page refers to is no element of its own: a page of a hundred articles has to open at once
on a phone (benchmarks/page.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarize.digest import Digest, Quote, Source
from summarize.render.html_conflicts import place_of
from summarize.render.html_voices import said
from summarize.render.plain import harmless
from summarize.stages import RenderOptions


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an article's text."""

    text: str
    place: str = ""
    """Anchor, for a sentence that is quoted."""
    reason: str = ""
    """Why it was set aside."""


def quoted_of(source: Source, digest: Digest, options: RenderOptions) -> dict[str, Quote]:
    """The sentences of a source that the digest quotes, by their anchors, in the order of the text."""
    shown = (*digest.overview, *(line for topic in digest.topics for line in topic.summary))
    quotes: list[Quote] = [quote for line in shown for quote in (line, *line.also_reported_by)]
    quotes += said(digest, options)
    quotes += [quote for conflict in digest.conflicts for side in conflict.values for quote in side.citations]
    own = sorted((quote for quote in quotes if quote.source_id == source.id), key=lambda quote: quote.start)
    return {place_of(quote): quote for quote in own}


def whole(source: Source, digest: Digest, text: str, quoted: Mapping[str, Quote]) -> Iterator[Piece]:
    """The whole text in order: sentences that are quoted, what was set aside, and all between them."""
    known = [(quote.start, quote.end, place, "") for place, quote in quoted.items()]
    known += [(span.start, span.end, "", span.reason) for span in digest.unplaced if span.source_id == source.id]
    at = 0
    for start, end, place, reason in sorted(known, key=lambda part: (part[0], not part[2])):
        if start < at:  # set aside, and yet quoted
            continue
        if at < start:
            yield Piece(harmless(text[at:start], keep="\n"))
        yield Piece(harmless(text[start:end], keep="\n"), place, reason)
        at = end
    yield Piece(harmless(text[at:], keep="\n"))


def only(quoted: Mapping[str, Quote]) -> Iterator[Piece]:
    """The sentences that are quoted alone, where the text is not at hand."""
    for place, quote in quoted.items():
        yield Piece(harmless(quote.text), place)
        yield Piece("\n")
