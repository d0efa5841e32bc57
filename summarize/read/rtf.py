"""Rich text (.rtf): its words without its formatting.

Owns the fields of the document's own information group; the words are `striprtf`'s. A digest's offsets
count in the text made here.
"""

from __future__ import annotations

import re
from typing import Any

from summarize.errors import MissingExtra, ReadError
from summarize.model import Article
from summarize.read.known import make_article

_LARGEST = 30_000_000
"""Bytes that are looked at: pictures stand in such a file as text."""
_FIELD = re.compile(r"\{\\(title|author|company)\s([^{}]{1,2000})\}")
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_NAMES = {"title": "title", "author": "authors", "company": "publisher"}
_PARAGRAPHS = re.compile(r"\n\s*")


def read_rtf(data: bytes, origin: str) -> tuple[Article, ...]:
    """The one article of a rich text file. Raises `ReadError`."""
    try:
        from striprtf import striprtf
    except ImportError:
        raise MissingExtra(f"{origin}: reading RTF files", package="striprtf") from None
    convert: Any = striprtf.rtf_to_text
    source = data[:_LARGEST].decode("latin-1")
    try:
        plain = convert(source, errors="replace")
    except Exception as error:  # whatever a damaged file makes the parser raise
        raise ReadError(f"{origin}: damaged RTF ({type(error).__name__})") from None
    text = _PARAGRAPHS.sub("\n\n", plain.replace("\x00", "").strip())
    if not text:
        raise ReadError(f"{origin}: no text in this document")
    doubts = () if len(data) <= _LARGEST else (f"read up to byte {_LARGEST:,}",)
    return (make_article(text, origin, _fields(source), doubts=doubts),)


def _fields(source: str) -> dict[str, Any]:
    from striprtf import striprtf

    plain: Any = striprtf.rtf_to_text
    found: dict[str, Any] = {}
    for match in _FIELD.finditer(source):
        found.setdefault(_NAMES[match[1]], plain(rf"{{\rtf1\ansi {match[2]}}}", errors="replace").strip())
    if made := _CREATED.search(source):
        found["published"] = f"{made[1]}-{int(made[2]):02d}-{int(made[3]):02d}"
    return found
