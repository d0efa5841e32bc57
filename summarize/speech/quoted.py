"""What of a sentence stands in quotation marks, also in those that an earlier sentence of its paragraph opened.

Owns the blanking of what is quoted, so that nobody who is quoted there is taken for the one who speaks. Places stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_MARK = re.compile(r"[“”„\"«»]")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)(?:[^‘’'“”\"]|(?<=\w)['’](?=\w)){2,}[,.?!][’'](?!\w)")
"""British quotation marks: only a quotation that ends in a punctuation mark, since apostrophes look alike."""
_CLOSES = {"“": "”\"", "„": "“”\"", "\"": "\"”", "«": "»", "»": "«"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """A sentence with its quotations blanked."""

    outside: str
    """As long as the sentence: every quotation is “, spaces, ”."""
    begins_inside: bool
    """Whether it begins in a quotation that an earlier sentence opened."""
    ends_inside: bool
    """Whether it opens or goes on with a quotation that it does not close."""

    @property
    def is_bare(self) -> bool:
        """Whether it is a quotation, or a piece of one, and nothing else."""
        return "“" in self.outside and not re.search(r"\w", self.outside)


def paragraph(texts: Iterable[str]) -> Iterator[Parts]:
    """The sentences of one paragraph, in order."""
    open_mark = ""
    for text in texts:
        parts, open_mark = _parts(text, open_mark)
        yield parts


def _parts(text: str, open_mark: str) -> tuple[Parts, str]:
    """A sentence that begins inside `open_mark`, or outside where that is empty; and the mark it leaves open."""
    marks = list(_MARK.finditer(text))
    if not marks:
        if open_mark:
            return Parts(_blank(text, [(0, len(text))]), True, True), open_mark
        if "’ " not in text and "' " not in text:
            return Parts(text, False, False), ""
        return Parts(_blank(text, [found.span() for found in _SINGLE.finditer(text)]), False, False), ""
    if open_mark and _opens(text, marks[0]):
        open_mark = ""
    elif not open_mark and _only_closes(text, marks[0]):
        open_mark = marks[0][0]
    inside, begins, at, spans = open_mark, bool(open_mark), 0, []
    for mark in marks:
        if not inside:
            inside, at = mark[0], mark.start()
        elif mark[0] in _CLOSES.get(inside, inside) or mark[0] == inside == "”":
            spans.append((at, mark.end()))
            inside = ""
    if inside:
        spans.append((at, len(text)))
    return Parts(_blank(text, spans), begins, bool(inside)), inside


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark, by what stands beside it, can only open a quotation."""
    if mark[0] in "“„«":
        return mark[0] != "“" or not text[: mark.start()].strip() or text[mark.start() - 1].isspace()
    before, after = text[: mark.start()], text[mark.end() :]
    return mark[0] == '"' and (not before or before[-1].isspace()) and after[:1].isalnum()


def _only_closes(text: str, mark: re.Match[str]) -> bool:
    """Whether a first mark closes what nobody opened: the sentence begins inside."""
    before, after = text[: mark.start()], text[mark.end() :]
    if mark[0] == '"':
        return (
            bool(before.strip()) and not before[-1].isspace() and before[-1] not in "([—–" and not after[:1].isalnum()
        )
    return mark[0] == "”"


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], "“", " " * (end - start - 2), "”" * (end - start > 1)]
        at = end
    return "".join([*pieces, text[at:]])
