"""From bytes to text: which encoding, and whether it is text at all.

Owns the decision and the warning that goes with a guess. Every code point of the file is kept, a byte order mark
included, so that offsets count in the file as it lies on disk.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from dataclasses import dataclass

from summarize.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL_SHARE = 0.02
"""A text with a larger share of control characters is taken for binary data: prose has none but line ends and tabs,
a page with terminal escapes stays well under it."""

_SAMPLE = 1_000_000
"""Bytes, or characters, by which an encoding is guessed and binary data are told."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was found in."""

    text: str
    encoding: str
    guessed: bool
    """True when the bytes did not say which encoding they are in and are not UTF-8."""


def decode(data: bytes, origin: str, declared: str | None = None) -> Decoded:
    """The text of some bytes. Raises `ReadError` where they are no text.

    `declared` is the encoding the document names; it is believed where the bytes are not UTF-8 and fit it.
    """
    found = _by_mark(data) or _as_utf8(data) or _as_declared(data, declared) or _by_guess(data)
    if found is None or _looks_binary(found.text):
        raise ReadError(f"{origin}: not a text file", "It holds binary data")
    return found


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding, guessed=False)
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError:
        return None


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    try:
        name = codecs.lookup(declared or "utf-8").name
        # Pages that say Latin-1 mean its superset (WHATWG Encoding Standard, "names and labels").
        name = "cp1252" if name in ("iso8859-1", "ascii") else name
        return Decoded(data.decode(name), name, guessed=False)
    except (LookupError, ValueError, UnicodeError):
        return None


def _by_guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        return Decoded(data.decode(best.encoding, "replace"), best.encoding, guessed=True)
    lenient = data.decode("utf-8", "replace")
    return Decoded(lenient, "utf-8 with damaged characters", guessed=True)


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = sum(count for char, count in Counter(sample).items() if _is_strange(char))
    return strange > _CONTROL_SHARE * len(sample) and strange > 1


def _is_strange(char: str) -> bool:
    if char == "\N{REPLACEMENT CHARACTER}":
        return True
    return unicodedata.category(char) in ("Cc", "Cn", "Co") and char not in "\t\n\r\f\v\x1b"
