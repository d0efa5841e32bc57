"""What grouping needs of one article: a value of a few kilobytes that can be kept for years.

Owns the noun and its bytes. Computes nothing: `summarize.stories.drawn` makes outlines from articles.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.model import FloatArray

_MAGIC, _VERSION = b"STOR", 1
_HEAD = struct.Struct("<4sHBdHHHIII")
"""Magic, version, flags, time, bytes of language, publisher and space, lengths of vector, terms and signature."""
_APART, _DATED = 1, 2
_MOST_BYTES = 1_000
"""Of a name; what is longer is cut."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """One article as grouping sees it. Two outlines are equal where their bytes are."""

    key: str
    """SHA-256 of the text, hexadecimal."""
    published: float | None
    """POSIX seconds UTC; None where unknown or absurd."""
    language: str
    """ISO 639-1 code."""
    publisher: str
    """The outlet; empty where unknown."""
    vector: FloatArray
    """(d,) unit mean of the vectors of headline and lead; all zero where nothing is known of them."""
    terms: NDArray[np.uint32]
    """(t,) hashes of the content terms of the whole text, ascending."""
    amounts: NDArray[np.float32]
    """(t,) how much of each term there is: log frequency, more for headline and lead."""
    space: str
    """The encoder that made the vector; vectors of two spaces are not compared. Empty where there is none."""
    signature: NDArray[np.uint32]
    """(s,) min-hashes of the runs of words; empty where there is none."""
    apart: bool = False
    """True for what is no article (a notice of an archive, an empty page): it stands alone whatever it resembles."""

    def __eq__(self, other: object) -> bool:
        return self.to_bytes() == other.to_bytes() if isinstance(other, Outline) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.key, self.published, self.publisher))

    def to_bytes(self) -> bytes:
        """The same bytes for the same outline, on every machine."""
        texts = [_encoded(text) for text in (self.language, self.publisher, self.space)]
        flags = _APART * self.apart + _DATED * (self.published is not None)
        sizes = (len(self.vector), len(self.terms), len(self.signature))
        head = _HEAD.pack(_MAGIC, _VERSION, flags, self.published or 0.0, *map(len, texts), *sizes)
        rows = ((self.vector, "<f4"), (self.terms, "<u4"), (self.amounts, "<f4"), (self.signature, "<u4"))
        return b"".join([head, bytes.fromhex(self.key), *texts, *(row.astype(kind).tobytes() for row, kind in rows)])

    @classmethod
    def from_bytes(cls, data: bytes) -> Outline:
        """The outline of `to_bytes`. Raises `ValueError` for bytes that are none, or of a newer version."""
        if len(data) < _HEAD.size:
            raise ValueError("not an outline: too short")
        magic, version, flags, time, *sizes = _HEAD.unpack_from(data)
        if magic != _MAGIC or version != _VERSION:
            raise ValueError(f"not an outline of version {_VERSION}")
        *texts, width, count, signed = sizes
        parts = (32, *texts, 4 * width, 4 * count, 4 * count, 4 * signed)
        ends = _HEAD.size + np.cumsum([0, *parts])
        if ends[-1] != len(data):
            raise ValueError("not an outline: its length is not what its head says")
        pieces = [data[start:end] for start, end in pairwise(ends)]
        return cls(
            key=pieces[0].hex(),
            published=time if flags & _DATED else None,
            language=_decoded(pieces[1]),
            publisher=_decoded(pieces[2]),
            space=_decoded(pieces[3]),
            vector=np.frombuffer(pieces[4], dtype="<f4"),
            terms=np.frombuffer(pieces[5], dtype="<u4"),
            amounts=np.frombuffer(pieces[6], dtype="<f4"),
            signature=np.frombuffer(pieces[7], dtype="<u4"),
            apart=bool(flags & _APART),
        )


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")[:_MOST_BYTES]


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass" if _whole(data) else "ignore")


def _whole(data: bytes) -> bool:
    return len(data) < _MOST_BYTES
