"""How a sentence in Markdown says where it comes from: the citation styles.

A mark of a source that has an address is a link that jumps to the sentence in its page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarize.digest import Digest, Quote, Source, SummarySentence
from summarize.errors import UnknownName
from summarize.render.bibliography import keys
from summarize.render.commonmark import address_of_words, escape, link, safe_address
from summarize.render.disputes import Disputes
from summarize.render.plain import (
    foreign_languages,
    has_others,
    has_parts,
    is_part,
    languages,
    source_name,
    source_numbers,
)

SINGLE, DISPUTED, UPDATED, ABOVE = "◦", "≠", "↻", "↑"
"""Marks of a sentence: one independent source, sources disagree, updated, its words stand in the overview; the same as on a
terminal."""

OTHERS_LEGEND = "[a] [b] quoted from a, b says the same"
PART_LEGEND = "(n) source n supports only a part"
"""What numbers mean that stand apart or in round brackets, here and on a terminal."""


def supporters(sentence: SummarySentence, numbers: dict[str, int]) -> list[Quote]:
    """The sentence itself, then one sentence of each other source: of those that state the fact, then of those that support a
    part, in the order of the sources.
    """
    others: dict[str, Quote] = {}
    for citation in sentence.also_reported_by:
        if citation.source_id != sentence.source_id:
            others.setdefault(citation.source_id, citation)
    return [
        sentence,
        *(others[source] for source in sorted(others, key=lambda source: (is_part(others[source]), numbers[source]))),
    ]


class Citations:
    """The marks of one document in one style, and the notes that they refer to.

    `scope` stands in front of the footnotes' numbers. Raises `UnknownName` for a style that is none of `STYLES`.
    """

    def __init__(self, digest: Digest, style: str, scope: str = "") -> None:
        if style not in STYLES:
            raise UnknownName("citation style", style, tuple(STYLES))
        self.numbers = source_numbers(digest)
        self.names = style == "inline"
        """Whether the marks name the outlets."""
        self.disputes = Disputes(digest)
        self._digest = digest
        self._sources = {source.id: source for source in digest.sources}
        self._foreign = foreign_languages(digest)
        self._languages = languages(digest)
        self._keys = keys(digest)
        self._style = STYLES[style]
        self._scope = scope
        self._notes: dict[str, int] = {}

    def after(self, sentence: SummarySentence) -> str:
        """What stands after a sentence, with its space: its language where that is not the usual one, and its marks."""
        code = self._foreign.get(sentence.source_id)
        mark = self._style(self, supporters(sentence, self.numbers))
        return (f" *({escape(code)})*" if code else "") + (f" {mark}" if mark else "")

    def saying(self, quote: Quote, named: bool = True) -> str:
        """Who says one side of a conflict, with its space; where sentences have no marks, the outlet if it is to be `named`."""
        mark = self._style(self, [quote]) or (self.named([quote]) if named else "")
        return f" {mark}" if mark else ""

    def notes_at(self, sentence: SummarySentence) -> str:
        """How well a sentence is supported and who says otherwise: its marks, with a few words where it is disputed."""
        alone = SINGLE if self._is_single(sentence) else ""
        notes, more = self.disputes.shown_notes(sentence)
        told = [
            f"{UPDATED if note.is_update else DISPUTED} *{escape(note.words)}*"
            f"{self.saying(note.quote) if note.quote else ''}"
            for note in notes
        ] + ([f"*{more} more*"] if more else [])
        return f"{alone}{' ' if told else ''}{'; '.join(told)}"

    def legend(self) -> str:
        """What the marks mean that stand at sentences; empty where there are none."""
        shown = [*self._digest.overview, *(line for topic in self._digest.topics for line in topic.summary)]
        notes = [note for line in shown for note in self.disputes.notes(line)]
        told = [escape(OTHERS_LEGEND)] if self._style is Citations.numbered and has_others(self._digest) else []
        told += [f"{SINGLE} one independent source"] if any(map(self._is_single, shown)) else []
        told += [f"{DISPUTED} sources disagree"] if not all(note.is_update for note in notes) else []
        told += [f"{UPDATED} updated later"] if any(note.is_update for note in notes) else []
        told += [PART_LEGEND] if self._style is Citations.numbered and has_parts(self._digest) else []
        return f"*{', '.join(told)}*" if told else ""

    def _is_single(self, sentence: SummarySentence) -> bool:
        return sentence.independent_sources == 1 and len(self._digest.sources) > 1

    def notes(self) -> list[str]:
        """The footnotes that were referred to, in order."""
        return [f"[^{self._scope}{number}]: {text}" for text, number in self._notes.items()]

    def numbered(self, quotes: Sequence[Quote]) -> str:
        """`[1] [2 fr](3)`: the source that is quoted, then those that say the same, the second in another language than the
        sentence, the third only a part of it.
        """
        own, *others = (
            link(f"({told})" if is_part(quote) else f"\\[{told}\\]", self._place(quote))
            for quote in quotes
            for told in [f"{self.numbers[quote.source_id]}{self._tongue(quote, quotes)}"]
        )
        return f"{own} {''.join(others)}" if others else own

    def noted(self, quotes: Sequence[Quote]) -> str:
        """`[^1]`: the outlet, then every other one with its own words; one note for equal references."""
        own, *others = quotes
        parts = [
            self._named(own),
            *(
                f"{self._named(quote)}{', in part' if is_part(quote) else ''}{self._tongue(quote, quotes, ', ')}: "
                f"“{escape(quote.text)}”"
                for quote in others
            ),
        ]
        return f"[^{self._scope}{self._notes.setdefault('; '.join(parts), len(self._notes) + 1)}]"

    def keyed(self, quotes: Sequence[Quote]) -> str:
        """`[@post-2024-05-03; also @wire; in part @herald]`, as Pandoc's citeproc reads it."""
        groups = _grouped(quotes, lambda quote: f"@{self._keys[quote.source_id]}")
        return f"[{'; '.join('; '.join(group) for group in groups)}]"

    def named(self, quotes: Sequence[Quote]) -> str:
        """`(Post; also Wire, Voice; in part Herald)`, each name once."""
        once: dict[str, Quote] = {}
        for quote in quotes:
            once.setdefault(name_of(self._sources[quote.source_id]), quote)
        groups = _grouped(list(once.values()), lambda quote: f"{self._named(quote)}{self._tongue(quote, quotes)}")
        return f"({'; '.join(', '.join(group) for group in groups)})"

    def unmarked(self, quotes: Sequence[Quote]) -> str:
        """Nothing."""
        return ""

    def _tongue(self, quote: Quote, quotes: Sequence[Quote], before: str = " ") -> str:
        """The language of a quotation, with what stands before it, where it is not that of the sentence, the first of them."""
        own, code = self._languages[quotes[0].source_id], self._languages[quote.source_id]
        return f"{before}{escape(code)}" if own and code and code != own else ""

    def _named(self, quote: Quote) -> str:
        return link(name_of(self._sources[quote.source_id]), self._place(quote))

    def _place(self, quote: Quote) -> str:
        return address_of_words(safe_address(self._sources[quote.source_id].url), quote.text)


def _grouped(quotes: Sequence[Quote], shown: Callable[[Quote], str]) -> list[list[str]]:
    """The source that is quoted, those that say the same, those that support a part; the groups say so that there are."""
    own, *others = quotes
    same = [shown(quote) for quote in others if not is_part(quote)]
    parts = [shown(quote) for quote in others if is_part(quote)]
    groups = [[shown(own)], _headed("also", same), _headed("in part", parts)]
    return [group for group in groups if group]


def _headed(word: str, shown: list[str]) -> list[str]:
    return [f"{word} {shown[0]}", *shown[1:]] if shown else []


def name_of(source: Source) -> str:
    """The escaped name of a source."""
    return escape(source_name(source).strip() or source.id)


STYLES: dict[str, Callable[[Citations, Sequence[Quote]], str]] = {
    "numeric": Citations.numbered,
    "footnote": Citations.noted,
    "pandoc": Citations.keyed,
    "inline": Citations.named,
    "none": Citations.unmarked,
}
