"""A sentence as a line of a digest: its place, its words, and the sentences that are cited for it.

Owns which sentence of each other article supports a sentence, and how.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from summarize.cite.support import supports_a_part
from summarize.cite.witnesses import Witnesses
from summarize.digest import Citation, Span, SummarySentence, Support
from summarize.match import Matches
from summarize.model import Representation, Sentence


def supporting(
    number: int, representation: Representation, matches: Matches, among: Collection[int] | None = None
) -> list[tuple[int, Support]]:
    """The best supporting sentence of every other article with how it supports, in the order of the sentences.

    One that supports all of it is better than one that supports a part, however alike they are. `among` has the sentences that
    may be cited; all may where it is None.
    """
    article_of = representation.article_of
    best: dict[int, tuple[int, Support]] = {}
    for other, pair in matches.supporters(number):
        article = int(article_of[other])
        if article == int(article_of[number]) or (article in best and best[article][1] != "partial"):
            continue
        if among is not None and other not in among:
            continue
        is_part = pair.relation == "paraphrase" and supports_a_part(number, other, representation)
        if article not in best or not is_part:
            best[article] = (other, "partial" if is_part else pair.relation)
    return sorted(best.values())


def line(
    number: int, supported_by: Sequence[tuple[int, Support]], representation: Representation, witnesses: Witnesses
) -> SummarySentence:
    """A sentence with the sentences that support it."""
    sentences = representation.sentences
    return SummarySentence(
        **place(sentences[number]),
        text=sentences[number].text,
        also_reported_by=tuple(
            Citation(**place(sentences[other]), text=sentences[other].text, relation=relation)
            for other, relation in supported_by
        ),
        independent_sources=witnesses.count(_whole(number, supported_by)),
    )


def _whole(number: int, supported_by: Sequence[tuple[int, Support]]) -> list[int]:
    """A sentence and those that support all of it."""
    return [number, *(other for other, relation in supported_by if relation != "partial")]


def span(sentence: Sentence) -> Span:
    """Where a sentence stands."""
    return Span(**place(sentence))


def place(sentence: Sentence) -> dict[str, Any]:
    """The same as fields of a span."""
    return {"source_id": sentence.article.id, "start": sentence.start, "end": sentence.end}
