"""The digest as paragraphs of styled text, for formats that have such: Word documents, mail, feeds.

Owns what stands in which order and in which words, so that these formats tell the same as Markdown. All text is harmless and
yet to be escaped; addresses are safe ones. Refuses to know how a paragraph looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from summarize.digest import Conflict, Digest, DigestTopic, Quote, Source, SummarySentence
from summarize.model import fold
from summarize.render.cite import ABOVE, DISPUTED, OTHERS_LEGEND, PART_LEGEND, SINGLE, UPDATED, supporters
from summarize.render.commonmark import address_of_words, safe_address
from summarize.render.disputes import TITLE, Disputes
from summarize.render.plain import (
    SEE_OVERVIEW,
    beginning,
    context,
    count,
    coverage,
    foreign_languages,
    harmless,
    has_others,
    has_parts,
    headline,
    is_part,
    is_told_above,
    moment,
    source_name,
    source_numbers,
    subtitle,
)
from summarize.render.voices import TITLE as VOICES
from summarize.render.voices import more_people, voices
from summarize.stages import RenderOptions

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style."""

    text: str
    style: Literal["plain", "strong", "aside"] = "plain"
    """`aside` is what we say ourselves beside a quotation."""
    address: str = ""
    """Where on the web a click leads."""
    place: str = ""
    """The `name` of the block that a click leads to, in formats with a way inside the document."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph."""

    kind: Literal["title", "subtitle", "heading", "text", "item", "source"]
    runs: tuple[Run, ...]
    level: int = 1
    """How deep an item stands, from 1."""
    name: str = ""
    """By which others refer to it: of letters, digits and `_`."""
    language: str = ""
    """Of its words, as the article has it (see `is_language`); empty where they are our own or it is not known."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, its first column names."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def is_language(code: str) -> bool:
    """Whether it is the code of a language (BCP 47), as which a digest from elsewhere can hold anything."""
    return bool(_CODE.fullmatch(code))


def blocks(digest: Digest, options: RenderOptions) -> Iterator[Block | Grid]:
    """The whole digest; of `options`, `title`, `context`, `repeat_overview` and `voices` count."""
    yield Block("title", (Run(headline(digest, options)),), language=_language_of_title(digest, options))
    if under := subtitle(digest, options):
        yield Block("subtitle", (Run(under),))
    yield from body(digest, options)


def body(digest: Digest, options: RenderOptions) -> Iterator[Block | Grid]:
    """All below the headline."""
    told = _Told(digest, options)
    if digest.overview:
        yield _heading("Overview")
        for number, sentence in enumerate(digest.overview, start=1):
            yield told.item(sentence, f"overview_{number}")
    yield from told.legend()
    for number, topic in enumerate(digest.topics, start=1):
        yield _heading(f"{number}. {harmless(fold(topic.label))}")
        yield from told.topic(topic)
    if elsewhere := told.disputes.elsewhere:
        yield _heading(TITLE)
        yield from told.conflicts(elsewhere)
    if options.voices and digest.people:
        yield _heading(VOICES)
        yield from told.voices()
    if rows := coverage(digest):
        yield _heading("Who reports what")
        yield _grid(rows)
    yield _heading("Sources")
    for source in digest.sources:
        yield told.source(source)
    if digest.warnings:
        yield _heading("Notes")
        yield from (Block("item", (Run(harmless(fold(warning))),)) for warning in digest.warnings)


def _heading(words: str) -> Block:
    return Block("heading", (Run(words),))


def _language_of_title(digest: Digest, options: RenderOptions) -> str:
    if options.title or not digest.title:
        return ""
    return next((source.language or "" for source in digest.sources if source.id == digest.title.source_id), "")


def _grid(rows: list[tuple[int, str, tuple[bool, ...]]]) -> Grid:
    return Grid(
        ("Topic", *(str(number) for number in range(1, len(rows[0][2]) + 1))),
        tuple(
            (
                f"{number}. {harmless(fold(label))}{' (single source)' if sum(told) == 1 else ''}",
                *("●" if one else "–" for one in told),
            )
            for number, label, told in rows
        ),
    )


class _Told:
    """The sentences of one digest with their marks."""

    def __init__(self, digest: Digest, options: RenderOptions) -> None:
        self.disputes = Disputes(digest)
        self._digest = digest
        self._options = options
        self._numbers = source_numbers(digest)
        self._sources = {source.id: source for source in digest.sources}
        self._foreign = foreign_languages(digest)

    def topic(self, topic: DigestTopic) -> Iterator[Block]:
        """Who tells of it, its sentences, and where the sources disagree."""
        yield Block("text", (Run(f"{len(topic.source_ids)} of {count(len(self._digest.sources), 'source')}", "aside"),))
        for sentence in topic.summary:
            yield self._reference(sentence) if self._is_above(sentence) else self.item(sentence)
        if found := self.disputes.of(topic.id):
            yield Block("text", (Run(f"{TITLE}:"),))
            yield from self.conflicts(found)

    def item(self, sentence: SummarySentence, name: str = "") -> Block:
        """A sentence with what it needs, its sources and its marks."""
        needed = context(sentence, self._options)
        runs = [
            *([Run(f"{needed} ", "aside")] if needed else []),
            Run(harmless(sentence.text)),
            *self._after(sentence),
            *self._notes(sentence),
        ]
        return Block("item", tuple(runs), name=name, language=self._language(sentence))

    def _is_above(self, sentence: SummarySentence) -> bool:
        return is_told_above(sentence, self._digest, self._options)

    def voices(self) -> Iterator[Block]:
        """Those who are quoted most, with what they say."""
        for voice in voices(self._digest, self._options):
            about = f" ({fold(voice.description)})" if voice.description else ""
            yield Block("text", (Run(fold(voice.name), "strong"), Run(about, "aside")))
            for statement in voice.statements:
                yield self._reference(statement.line, statement.see) if statement.see else self.item(statement.line)
            if voice.more:
                yield Block("item", (Run(voice.more, "aside"),))
        if more := more_people(self._digest):
            yield Block("text", (Run(more, "aside"),))

    def _reference(self, sentence: SummarySentence, see: str = SEE_OVERVIEW) -> Block:
        place = f"overview_{sentence.overview_line}" if see == SEE_OVERVIEW and sentence.overview_line else ""
        runs = (Run(f"{ABOVE} {see}: ", "aside", place=place), Run(beginning(sentence.text)))
        return Block("item", (*runs, *self._after(sentence)), language=self._language(sentence))

    def _after(self, sentence: SummarySentence) -> Iterator[Run]:
        code = self._foreign.get(sentence.source_id)
        if code:
            yield Run(f" ({code})", "aside")
        yield Run(" ")
        yield from self._marks(supporters(sentence, self._numbers))

    def _marks(self, quotes: Sequence[Quote]) -> Iterator[Run]:
        """`[1] [2](3)`: the source that is quoted, then those that say the same, the third only a part of it."""
        for place, quote in enumerate(quotes):
            if place == 1:
                yield Run(" ")
            number = self._numbers[quote.source_id]
            address = address_of_words(safe_address(self._sources[quote.source_id].url), quote.text)
            words = f"({number})" if is_part(quote) else f"[{number}]"
            yield Run(words, address=address, place=f"source_{number}")

    def _notes(self, sentence: SummarySentence) -> Iterator[Run]:
        """How well a sentence is supported and who says otherwise."""
        if self._is_single(sentence):
            yield Run(SINGLE)
        notes, more = self.disputes.shown_notes(sentence)
        for position, note in enumerate(notes):
            yield Run(f"{'; ' if position else ' '}{UPDATED if note.is_update else DISPUTED} {note.words}", "aside")
            if note.quote:
                yield Run(" ")
                yield from self._marks([note.quote])
        if more:
            yield Run(f"; {more} more", "aside")

    def _is_single(self, sentence: SummarySentence) -> bool:
        return sentence.independent_sources == 1 and len(self._digest.sources) > 1

    def legend(self) -> Iterator[Block]:
        """What the marks mean that stand at sentences; nothing where there are none."""
        shown = [*self._digest.overview, *(line for topic in self._digest.topics for line in topic.summary)]
        notes = [note for line in shown for note in self.disputes.notes(line)]
        told = [OTHERS_LEGEND] if has_others(self._digest) else []
        told += [f"{SINGLE} one independent source"] if any(map(self._is_single, shown)) else []
        told += [f"{DISPUTED} sources disagree"] if not all(note.is_update for note in notes) else []
        told += [f"{UPDATED} updated later"] if any(note.is_update for note in notes) else []
        told += [PART_LEGEND] if has_parts(self._digest) else []
        if told:
            yield Block("text", (Run(", ".join(told), "aside"),))

    def conflicts(self, conflicts: Sequence[Conflict]) -> Iterator[Block]:
        """What each is about, then its sides, then the sentences of each side."""
        for conflict in conflicts:
            mark = UPDATED if conflict.kind == "update" else DISPUTED
            yield Block("item", (Run(f"{mark} {self.disputes.told(conflict).capitalize()}"),))
            for word, side in self.disputes.steps(conflict):
                first = side.citations[0] if word and side.citations else None
                since = (Run(f" ({self.disputes.since(first)})", "aside"),) if first else ()
                value = f"{f'{word} ' if word else ''}“{harmless(fold(side.value))}”"
                yield Block("item", (Run(value), *since), level=2)
                for quote in side.citations:
                    runs = (Run(f"{harmless(quote.text)} "), *self._marks([quote]))
                    who = Run(f" {harmless(self.disputes.who(quote))}", "aside")
                    yield Block("item", (*runs, who), level=3, language=self._language(quote))

    def source(self, source: Source) -> Block:
        """Its number, outlet, title, authors and date, and where it is."""
        number, address = self._numbers[source.id], safe_address(source.url)
        name, titled = fold(source_name(source)) or source.id, harmless(fold(source.title or ""))
        parts = [[Run(name, "strong")]]
        if titled:
            parts.append([Run(f"“{titled}”", address=address)])
        if source.authors:
            parts.append([Run(harmless(fold(", ".join(source.authors))))])
        if source.published:
            parts.append([Run(moment(source.published))])
        place = harmless(fold(source.url or source.path or ""))
        if place and place != name and not (address and titled):
            parts.append([Run(place, address=address)])
        runs = [Run(f"[{number}] "), *parts[0]]
        for part in parts[1:]:
            runs += [Run(", "), *part]
        return Block("source", tuple(runs), name=f"source_{number}", language=source.language or "")

    def _language(self, quote: Quote) -> str:
        return self._sources[quote.source_id].language or ""
