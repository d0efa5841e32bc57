"""The shape of everything that can be exchanged: one protocol a kind, nothing to inherit, nothing to import from us.

A plug-in is a function of one of these shapes, named by an entry point (see `summarize.registry`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from summarize.digest import Digest
    from summarize.model import Article, Clustering, Encoder, Floats, IntArray, Representation


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How a digest is laid out where the format leaves a choice."""

    width: int = 100
    """Columns of the terminal."""
    colour: bool = False
    """Whether escape sequences may be written."""
    verbose: bool = False
    """Whether everything that was set aside is listed."""
    ascii: bool = False
    """Whether marks and frames are drawn with ASCII, for a terminal whose encoding has no others."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Texts of sources by their SHA-256, for formats that show whole articles."""
    cite: str = "numeric"
    """How Markdown says where a sentence comes from: `numeric`, `footnote`, `pandoc`, `inline` or `none`."""
    title: str = ""
    """What stands above everything in place of the digest's own headline."""
    context: bool = True
    """Whether what a sentence needs to be understood stands before it in brackets."""
    repeat_overview: bool = False
    """Whether a section repeats what the overview says, word for word, instead of referring to it."""
    voices: bool = False
    """Whether a section tells who says what."""
    bibliography: str = ""
    """The file of references beside the document, as the document is to name it; empty for none."""


class Reader(Protocol):
    """Bytes of one source to its articles. Raises `ReadError`."""

    def __call__(self, data: bytes, origin: str) -> Sequence[Article]: ...


class EncoderFactory(Protocol):
    """An encoder made ready for a collection: its sentences and their main language. Raises `ModelUnavailable`."""

    def __call__(self, sentences: Sequence[str], language: str) -> Encoder: ...


class Clusterer(Protocol):
    """The topic of every sentence; `topics` asks for that many where possible.

    `probability`: (sentences, sentences) of one topic, symmetric, dense or sparse, 0 on the diagonal; None where nobody judged.

    `anchors`: (sentences,) topics, from 0 without gaps, that sentences must have, −1 for the others. These topics keep their
    numbers and take in what is like them; `topics` counts the others.
    """

    def __call__(
        self, representation: Representation, probability: Any, topics: int | None, anchors: IntArray | None = None
    ) -> Clustering: ...


class Objective(Protocol):
    """What picking is worth, given what has been picked: the state of one selection.

    No sentence may gain by what is picked later (submodularity): `summarize.select.pick` looks again only at those
    that can lead.
    """

    price: float
    """Gains are divided by the sentence's words to this power."""

    def gains(self) -> Floats:
        """(sentences,) how much each would add now; ≥ 0."""
        ...

    def gain(self, index: int) -> float:
        """The same for one sentence."""
        ...

    def take(self, index: int) -> tuple[str, ...]:
        """Pick a sentence; returns what it brought, weightiest first, for people to read."""
        ...


class Ranker(Protocol):
    """An objective for choosing among some sentences of a collection, numbered as in `within`."""

    def __call__(self, representation: Representation, within: Sequence[int]) -> Objective: ...


class Renderer(Protocol):
    """A digest to text, ending in a line break, or to the bytes of a file. Raises `MissingExtra`."""

    def __call__(self, digest: Digest, options: RenderOptions) -> str | bytes: ...
