"""Plain text and Markdown: the decoded file is the article's text, unchanged.

Owns the separator between several articles of one file. What the first lines say is read by `summarize.read.head`.
"""

from __future__ import annotations

from summarize.errors import ReadError
from summarize.model import Collection
from summarize.read.decode import decode
from summarize.read.head import metadata
from summarize.read.known import make_article
from summarize.read.share import LARGEST_TEXT, first_parts

_SEPARATOR = "|||||"
"""Between the articles of one file, as in Multi-News (Fabbri et al. 2019)."""


def read_text(data: bytes, origin: str) -> Collection:
    """The article of a text file, or several between separators: `origin#1`, `origin#2`, … Raises `ReadError`."""
    decoded = decode(data, origin)
    doubts = (f"not UTF-8, read as {decoded.encoding}",) if decoded.guessed else ()
    parts = decoded.text.split(_SEPARATOR)
    places = [origin] if len(parts) == 1 else [f"{origin}#{number}" for number in range(1, len(parts) + 1)]
    filled = [(place, text) for place, text in zip(places, parts, strict=True) if text.strip("\ufeff\x00 \t\r\n")]
    if not filled:
        raise ReadError(f"{origin}: empty, nothing to read")
    warnings: list[str] = []
    found = tuple(
        make_article(text, place, metadata(text[:LARGEST_TEXT]), doubts=doubts)
        for place, text in first_parts(filled, origin, warnings)
    )
    return Collection(found, tuple(warnings))
