"""What every part of the terminal's page needs: the digest with its numbers, the room there is, and what marks look like."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.text import Text

from summarize.digest import Digest, SummarySentence
from summarize.render.disputes import Disputes
from summarize.render.plain import (
    cited,
    cited_in_part,
    foreign_languages,
    harmless,
    languages,
    source_numbers,
    tongue,
)
from summarize.stages import RenderOptions

COLOURS = ("cyan", "magenta", "green", "blue")
"""Named, so that a theme decides; without yellow, pale on white in most of them, and red, which marks conflicts."""
ROOMY = 40
"""Columns from which there is room to indent."""
_MOST_NUMBERS = 44
"""Columns for the numbers behind one sentence; sources beyond them are counted."""
_BESIDE_NUMBERS = 13
"""Columns that a frame, a bullet, a count and marks take of a narrow page."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The characters that are drawn, as against written."""

    full: str
    """A source that carries a topic, in a bar."""
    empty: str
    shades: str
    """None, then ever more."""
    single: str
    """A fact of one independent source."""
    disputed: str
    """A sentence that another source contradicts."""
    updated: str
    """A sentence that a later article changes, or that changes an earlier one."""
    above: str
    """In front of a reference to the overview."""
    bullet: str
    """In front of a sentence."""
    quoted: str
    """In front of each line of direct speech."""
    line: str
    """Of a rule."""
    more: str
    dot: str
    frame: box.Box


DRAWN = Marks("▰", "▱", "·░▒▓█", "◦", "≠", "↻", "↑", "•", "▌", "─", "…", "·", box.ROUNDED)
TYPED = Marks("#", "-", ".:+*#", "?", "!=", "~", "^", "*", "|", "-", "...", "-", box.ASCII2)
"""The same for an encoding that has none of them."""


@dataclass(frozen=True, slots=True)
class View:
    """A digest on its way to a page of one width."""

    digest: Digest
    numbers: dict[str, int]
    """The number, from 1, under which each source is listed."""
    foreign: Mapping[str, str]
    """The language of each source that is not in the usual one."""
    languages: Mapping[str, str]
    """The language of each source."""
    disputes: Disputes
    """Its conflicts by section and by sentence."""
    width: int
    """Columns."""
    marks: Marks
    links: bool
    """Whether addresses can be clicked."""
    options: RenderOptions

    @classmethod
    def of(cls, digest: Digest, width: int, options: RenderOptions) -> View:
        """The digest with what is looked up again and again."""
        return cls(
            digest,
            source_numbers(digest),
            foreign_languages(digest),
            languages(digest),
            Disputes(digest),
            width,
            TYPED if options.ascii else DRAWN,
            options.colour,
            options,
        )

    @property
    def indent(self) -> int:
        """Columns in front of what belongs to a heading."""
        return 1 if self.width >= ROOMY else 0

    def is_single(self, sentence: SummarySentence) -> bool:
        """Whether one independent source alone states the fact, where there could be more."""
        return sentence.independent_sources == 1 and len(self.digest.sources) > 1

    def marks_of(self, sentence: SummarySentence) -> Text:
        """The numbers of the sources of a sentence: the one that is quoted, apart from it those that say the same, then those
        that support a part, in round brackets.
        """
        codes = {self.numbers[q.source_id]: tongue(q, sentence, self.languages) for q in sentence.also_reported_by}
        return self.source_marks(cited(sentence, self.numbers), cited_in_part(sentence, self.numbers), codes)

    def source_marks(
        self, numbers: Sequence[int], parts: Sequence[int] = (), codes: Mapping[int, str] | None = None
    ) -> Text:
        """The numbers of sources, each in its colour; of many the first that fit on a line, with how many more.

        `codes` has the language of those that say it in another one than the sentence.
        """
        room, text = min(_MOST_NUMBERS, self.width - _BESIDE_NUMBERS), Text()
        for told, number in enumerate([*numbers, *parts]):
            mark = source_mark(number, is_part=told >= len(numbers), code=(codes or {}).get(number, ""))
            if told == 1:
                text.append(" ")
            if told and len(text) + len(mark) > room:
                return text.append(f"+{len(numbers) + len(parts) - told}", "dim")
            text.append_text(mark)
        return text

    def heading(self, title: str, tail: str = "") -> Text:
        """A title with a line to the edge, and what stands there; on lines of their own where that is too narrow."""
        room = self.width - cell_len(title) - 1 - (cell_len(tail) + 1 if tail else 0)
        if room >= 2:
            parts = [(title, "bold"), (f" {self.marks.line * room}", "dim")]
            return Text.assemble(*parts, (f" {tail}" if tail else "", "not bold"))
        return Text.assemble((title, "bold"), f"\n{tail}" if tail else "")


def source_mark(number: int, *, is_part: bool = False, code: str = "") -> Text:
    """The number of a source in its colour, with the code of its language if there is one to tell."""
    told = f"{number} {code}" if code else str(number)
    return Text(f"({told})" if is_part else f"[{told}]", colour_of(number))


def colour_of(number: int) -> str:
    """The colour of a source."""
    return COLOURS[(number - 1) % len(COLOURS)]


def plain_text(text: str, style: str = "") -> Text:
    """Words of an article, which show literally."""
    return Text(harmless(text), style)


def is_right_to_left(text: str) -> bool:
    """Whether a terminal may order the line that holds the text from the right."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
