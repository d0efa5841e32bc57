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
from summarize.cite.lines import line, place, span, supporting
from summarize.cite.voices import people
from summarize.cite.witnesses import Witnesses
from summarize.digest import Digest, DigestTopic, Generator, Quote, Source, SummarySentence, Unplaced
from summarize.judge import Opinions
from summarize.match import Matches, Syndication
from summarize.model import Pick, Representation, Topic, fold
from summarize.select import SECTION
from summarize.speech import Place, speech


def attribute(found: Findings, settings: dict[str, Any], warnings: Sequence[str], generator: Generator) -> Digest:
    """The digest of a collection."""
    representation, selection = found.representation, found.selection
    sentences = representation.sentences
    shown = [pick.sentence for picks in (selection.overview, *selection.sections) for pick in picks]
    support = {number: supporting(number, representation, found.matches) for number in shown}
    cited = [[number, *(other for other, _ in row)] for number, row in support.items()]
    witnesses = Witnesses(representation, found.matches, found.copies, cited)

    def lines(picks: Sequence[Pick], above: Mapping[str, int]) -> tuple[SummarySentence, ...]:
        """The picks as lines; `above` has the number of each line of the overview by its words."""
        numbers = [choice.sentence for choice in picks]
        before = [-1, *(-1 if sentences[number].text in above else number for number in numbers)]
        return tuple(
            replace(
                line(number, support[number], representation, witnesses),
                context=_context(number, last, representation, found.speech.contexts),
                overview_line=above.get(sentences[number].text),
            )
            for number, last in zip(numbers, before, strict=False)
        )

    title = headline(found.documents, representation, settings.get("prefer_language"))
    overview = lines(selection.overview, {})
    above = {shown.text: number for number, shown in enumerate(overview, start=1)}
    summaries = [lines(picks, above) for picks in selection.sections]
    return Digest(
        generator=generator,
        settings=settings,
        warnings=(*found.copies.notes, *witnesses.notes(found.documents), *warnings),
        sources=tuple(Source.of(document) for document in found.documents),
        overview=overview,
        topics=_topics(found, summaries),
        conflicts=found.conflicts,
        unplaced=_unplaced(found, bool(settings.get("only_topics"))),
        people=people(found, witnesses, above),
        title=SummarySentence(**asdict(title)) if title else None,
    )


def _topics(found: Findings, summaries: Sequence[tuple[SummarySentence, ...]]) -> tuple[DigestTopic, ...]:
    """The topics with their lines."""
    sentences = found.representation.sentences
    return tuple(
        DigestTopic(
            id=f"t{position}",
            label=topic.label,
            keywords=topic.keywords,
            source_ids=tuple(dict.fromkeys(sentences[number].article.id for number in topic.members)),
            summary=summary,
            members=tuple(span(sentences[number]) for number in topic.members),
        )
        for position, (topic, summary) in enumerate(zip(found.topics, summaries, strict=True), start=1)
    )


def _unplaced(found: Findings, only_named: bool) -> tuple[Unplaced, ...]:
    """What is in no topic: what the articles have beside sentences, then sentences that no topic wanted."""
    ignored = tuple(
        Unplaced(document.article.id, ignored.start, ignored.end, ignored.reason)
        for document in found.documents
        for ignored in document.ignored
    )
    return ignored + _outside(found.representation, found.topics, "in no named topic" if only_named else "minor")


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
    shown = (*digest.overview, *(one for topic in digest.topics for one in topic.summary))
    told = [
        [(part.source_id, part.start, part.end) for part in (told_line, *told_line.also_reported_by)]
        for told_line in shown
    ]
    support = {number: supporting(number, representation, matches) for number in numbers}
    rows = [[at[one] for one in row if one in at] for row in told]
    rows += [[number, *(other for other, _ in row)] for number, row in support.items()]
    witnesses = Witnesses(representation, matches, copies, rows)
    contexts = speech(representation).contexts
    return tuple(
        replace(
            line(number, support[number], representation, witnesses),
            context=_context(number, -1, representation, contexts) or _supplied(number, representation, opinions),
        )
        for number in numbers
    )


def _context(
    number: int, before: int, representation: Representation, contexts: Mapping[int, Place]
) -> tuple[Quote, ...]:
    """Who speaks, where neither the sentence nor the one that is shown before it says so."""
    sentences = representation.sentences
    sentence, named = sentences[number], contexts.get(number)
    if named is None:
        return ()
    quote = Quote(sentence.article.id, named.start, named.end, fold(sentence.article.text[named.start : named.end]))
    last = sentences[before] if before >= 0 else None
    told = last is not None and last.article.id == sentence.article.id and quote.text in last.text
    return () if told else (quote,)


def _supplied(number: int, representation: Representation, opinions: Opinions) -> tuple[Quote, ...]:
    """The sentence that says what a sentence lacks, where it lacks something and there is one."""
    is_clear = opinions.alone[number] >= SECTION.alone or opinions.supplies[number] < SUPPLIED
    if is_clear or opinions.supplier[number] < 0:
        return ()
    sentence = representation.sentences[int(opinions.supplier[number])]
    return (Quote(**place(sentence), text=sentence.text),)


def _outside(representation: Representation, topics: Sequence[Topic], reason: str) -> tuple[Unplaced, ...]:
    """The sentences that no topic has: those of which nothing is worth printing, or that no wanted topic is about."""
    placed = {number for topic in topics for number in topic.members}
    return tuple(
        Unplaced(**place(sentence), reason=reason)
        for number, sentence in enumerate(representation.sentences)
        if number not in placed
    )
