"""From picks to quotations with their sources.

Owns the digest's lines: who says it, who else says it in which words, and how many of them are independent witnesses.
Outlets that print one text are one witness, however many they are. A section keeps all its sentences; those that the overview
shows say so, and a page may then refer to the overview instead of repeating them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from summarize.answer import SUPPLIED
from summarize.cite.findings import Findings
from summarize.cite.headline import headline
from summarize.cite.support import supports_a_part
from summarize.cite.witnesses import Witnesses
from summarize.digest import (
    Citation,
    Digest,
    DigestTopic,
    Generator,
    Quote,
    Source,
    Span,
    SummarySentence,
    Support,
    Unplaced,
)
from summarize.judge import Opinions, context_span
from summarize.match import Matches, Syndication
from summarize.model import Pick, Representation, Sentence, Topic, fold
from summarize.select import SECTION


def attribute(found: Findings, settings: dict[str, Any], warnings: Sequence[str], generator: Generator) -> Digest:
    """The digest of a collection."""
    representation, selection = found.representation, found.selection
    sentences = representation.sentences
    shown = [pick.sentence for picks in (selection.overview, *selection.sections) for pick in picks]
    supporting = {number: _supporting(number, representation, found.matches) for number in shown}
    cited = [[number, *(other for other, _ in row)] for number, row in supporting.items()]
    witnesses = Witnesses(representation, found.matches, found.copies, cited)

    def lines(picks: Sequence[Pick], above: Mapping[str, int]) -> tuple[SummarySentence, ...]:
        """The picks as lines; `above` has the number of each line of the overview by its words."""
        numbers = [choice.sentence for choice in picks]
        before = [-1, *(-1 if sentences[number].text in above else number for number in numbers)]
        return tuple(
            replace(
                _line(number, supporting[number], representation, witnesses),
                context=_context(number, last, representation),
                overview_line=above.get(sentences[number].text),
            )
            for number, last in zip(numbers, before, strict=False)
        )

    title = headline(found.documents, representation, settings.get("prefer_language"))
    overview = lines(selection.overview, {})
    above = {line.text: number for number, line in enumerate(overview, start=1)}

    sections = tuple(
        DigestTopic(
            id=f"t{position}",
            label=topic.label,
            keywords=topic.keywords,
            source_ids=tuple(dict.fromkeys(sentences[number].article.id for number in topic.members)),
            summary=lines(picks, above),
            members=tuple(_span(sentences[number]) for number in topic.members),
        )
        for position, (topic, picks) in enumerate(zip(found.topics, selection.sections, strict=True), start=1)
    )
    return Digest(
        generator=generator,
        settings=settings,
        warnings=(*found.copies.notes, *witnesses.notes(found.documents), *warnings),
        sources=tuple(Source.of(document) for document in found.documents),
        overview=overview,
        topics=sections,
        conflicts=found.conflicts,
        unplaced=tuple(
            Unplaced(document.article.id, span.start, span.end, span.reason)
            for document in found.documents
            for span in document.ignored
        )
        + _outside(representation, found.topics, "in no named topic" if settings.get("only_topics") else "minor"),
        title=SummarySentence(**asdict(title)) if title else None,
    )


def quoted(
    numbers: Sequence[int],
    digest: Digest,
    representation: Representation,
    opinions: Opinions,
    matches: Matches,
    copies: Syndication,
) -> tuple[SummarySentence, ...]:
    """Some sentences as lines, each with the sentence that it leans on as its context.

    Outlets that are one witness in the digest, or in one of the lines, are one in all of them.
    """
    at = {(one.article.id, one.start, one.end): number for number, one in enumerate(representation.sentences)}
    shown = (*digest.overview, *(line for topic in digest.topics for line in topic.summary))
    told = [[(span.source_id, span.start, span.end) for span in (line, *line.also_reported_by)] for line in shown]
    supporting = {number: _supporting(number, representation, matches) for number in numbers}
    rows = [[at[place] for place in row if place in at] for row in told]
    rows += [[number, *(other for other, _ in row)] for number, row in supporting.items()]
    witnesses = Witnesses(representation, matches, copies, rows)
    return tuple(
        replace(
            _line(number, supporting[number], representation, witnesses),
            context=_context(number, -1, representation) or _supplied(number, representation, opinions),
        )
        for number in numbers
    )


def _context(number: int, before: int, representation: Representation) -> tuple[Quote, ...]:
    """Who speaks, where neither the sentence nor the one that is shown before it says so."""
    sentence = representation.sentences[number]
    span = context_span(representation, number)
    if span is None:
        return ()
    quote = Quote(sentence.article.id, *span, fold(sentence.article.text[span[0] : span[1]]))
    last = representation.sentences[before] if before >= 0 else None
    told = last is not None and last.article.id == sentence.article.id and quote.text in last.text
    return () if told else (quote,)


def _supplied(number: int, representation: Representation, opinions: Opinions) -> tuple[Quote, ...]:
    """The sentence that says what a sentence lacks, where it lacks something and there is one."""
    is_clear = opinions.alone[number] >= SECTION.alone or opinions.supplies[number] < SUPPLIED
    if is_clear or opinions.supplier[number] < 0:
        return ()
    sentence = representation.sentences[int(opinions.supplier[number])]
    return (Quote(**_place(sentence), text=sentence.text),)


def _outside(representation: Representation, topics: Sequence[Topic], reason: str) -> tuple[Unplaced, ...]:
    """The sentences that no topic has: those of which nothing is worth printing, or that no wanted topic is about."""
    placed = {number for topic in topics for number in topic.members}
    return tuple(
        Unplaced(**_place(sentence), reason=reason)
        for number, sentence in enumerate(representation.sentences)
        if number not in placed
    )


def _supporting(number: int, representation: Representation, matches: Matches) -> list[tuple[int, Support]]:
    """The best supporting sentence of every other article with how it supports, in the order of the sentences.

    One that supports all of it is better than one that supports a part, however alike they are.
    """
    article_of = representation.article_of
    best: dict[int, tuple[int, Support]] = {}
    for other, pair in matches.supporters(number):
        article = int(article_of[other])
        if article == int(article_of[number]) or (article in best and best[article][1] != "partial"):
            continue
        is_part = pair.relation == "paraphrase" and supports_a_part(number, other, representation)
        if article not in best or not is_part:
            best[article] = (other, "partial" if is_part else pair.relation)
    return sorted(best.values())


def _whole(number: int, supporting: Sequence[tuple[int, Support]]) -> list[int]:
    """A sentence and those that support all of it."""
    return [number, *(other for other, relation in supporting if relation != "partial")]


def _line(
    number: int, supporting: Sequence[tuple[int, Support]], representation: Representation, witnesses: Witnesses
) -> SummarySentence:
    """A sentence with the sentences that support it."""
    sentences = representation.sentences
    return SummarySentence(
        **_place(sentences[number]),
        text=sentences[number].text,
        also_reported_by=tuple(
            Citation(**_place(sentences[other]), text=sentences[other].text, relation=relation)
            for other, relation in supporting
        ),
        independent_sources=witnesses.count(_whole(number, supporting)),
    )


def _span(sentence: Sentence) -> Span:
    return Span(**_place(sentence))


def _place(sentence: Sentence) -> dict[str, Any]:
    return {"source_id": sentence.article.id, "start": sentence.start, "end": sentence.end}
