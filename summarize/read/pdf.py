"""PDF files: the text of the pages as paragraphs, without running heads and page numbers.

Owns the joining of lines, since a PDF knows none of its paragraphs: a line that fills its column goes on in the next one,
and a word hyphenated at a line's end is put together. A digest's offsets count in the text made here. Refuses to take the time
at which the file was made for the day on which it was published: a PDF says the first and not the second.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import quantiles
from typing import Any

from summarize.errors import MissingExtra, ReadError
from summarize.model import Article, fold
from summarize.read.columns import in_columns
from summarize.read.known import make_article
from summarize.read.share import LARGEST_TEXT

_MOST_PAGES = 2_000
_EDGE_LINES = 2
"""Running heads stand among this many lines from the top or the foot of a page."""
_REPEATED_ON = 3
"""A line at the edge of this many pages is a running head."""
_FULL_LINE = 0.85
"""Share of the column's width (upper quartile of the lines) that a line reaches when the paragraph goes on."""
_LINE_END = 200
"""Characters at a line's end that say whether it goes on."""
_PAGE_NUMBER = re.compile(r"(?:page\s+)?(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:copyright\b\s*)?(?:©|\(c\)\s*(?=19|20))|copyright\s(?:19|20)\d\d|all rights reserved", re.IGNORECASE
)
_ENDS_SENTENCE = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_HYPHENATED = re.compile(r"\w\.?[-\u00ad\u2010]$")
_HALF_A_WORD = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")


def read_pdf(data: bytes, origin: str) -> tuple[Article, ...]:
    """The one article of a PDF file. Raises `ReadError` where it is damaged, locked or has no text."""
    try:
        from pypdf import PasswordType, PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise MissingExtra(f"{origin}: reading PDF files", package="pypdf") from None
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise ReadError(f"{origin}: locked with a password", "Save it without one")
        pages = list(_pages(reader))
        fields = _fields(reader.metadata, reader.root_object.get("/Lang"))
    except PyPdfError as error:
        raise ReadError(f"{origin}: damaged PDF ({fold(str(error))})") from None
    text = "\n\n".join(_paragraphs(_without_edges([page.splitlines() for page in pages])))
    if not text:
        raise ReadError(f"{origin}: no text in this PDF", "It may be a scan; run text recognition (OCR) on it first")
    if "title" not in fields:
        fields["title"] = _first_title(text)
    return (make_article(text, origin, fields),)


def _pages(reader: Any) -> Iterator[str]:
    """The text of the pages, up to the limits of an article."""
    left = LARGEST_TEXT
    for page, _ in zip(reader.pages, range(_MOST_PAGES), strict=False):
        if left > 0:
            text = in_columns(page, page.extract_text())
            left -= len(text)
            yield text


def _fields(metadata: Any, language: Any) -> dict[str, Any]:
    if metadata is None:
        return {"language": language}
    title = fold(str(metadata.title or ""))
    fields = {"authors": metadata.author}
    # Programs put the file's name where a title belongs.
    if title and not re.search(r"\.(?:docx?|indd|pdf|qxd)$|^untitled|^microsoft word", title, re.IGNORECASE):
        fields["title"] = title
    return fields | {"language": language}


def _first_title(text: str) -> str | None:
    first = text.partition("\n\n")[0]
    return first if len(first.split()) <= 25 and not _ENDS_SENTENCE.search(first) else None


def _without_edges(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages' lines without page numbers and lines that stand at the edge of several pages."""
    filled = [[line for line in map(fold, page) if line] for page in pages]
    at_edge = Counter(
        line for page in filled for line in {_shape(line) for line in page[:_EDGE_LINES] + page[-_EDGE_LINES:]}
    )

    def is_edge(number: int, page: list[str]) -> bool:
        line = page[number]
        near = number < _EDGE_LINES or number >= len(page) - _EDGE_LINES
        furniture = _PAGE_NUMBER.fullmatch(line) or (len(pages) > 1 and _COPYRIGHT.match(line))
        return near and (bool(furniture) or at_edge[_shape(line)] >= _REPEATED_ON)

    return [[line for number, line in enumerate(page) if not is_edge(number, page)] for page in filled]


def _shape(line: str) -> str:
    """A line with its numbers made one: "Page 3 of 9" and "Page 4 of 9" are one running head."""
    return re.sub(r"\d+", "#", line)


def _paragraphs(pages: list[list[str]]) -> list[str]:
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    widths = [len(line) for line in lines]
    column = quantiles(widths, n=4)[2] if len(widths) > 1 else widths[0]
    whole = {word.lower() for line in lines for word in re.findall(r"(?<!\w)\w+(?:[-\u2010]\w+)+", line)}
    found = [[lines[0]]]
    for previous, line in pairwise(lines):
        end = previous[-_LINE_END:]
        goes_on = len(previous) >= _FULL_LINE * column or (line[:1].islower() and not _ENDS_SENTENCE.search(end))
        if not goes_on or _COPYRIGHT.match(line):
            found.append([line])
        elif _HYPHENATED.search(end) and line[:1].islower():
            if not _keeps_hyphen(end, line, whole):
                found[-1][-1] = found[-1][-1][:-1]
            found[-1].append(line)
        else:
            found[-1].append(f" {line}")
    return ["".join(pieces) for pieces in found]


def _keeps_hyphen(left: str, right: str, whole: set[str]) -> bool:
    """Whether the hyphen between two halves of a word is its own: the text writes the word with it elsewhere."""
    compound = f"{left.split()[-1]}{right.split()[0]}".lower().strip(".,;:!?")
    return compound in whole or not _HALF_A_WORD.search(left)
