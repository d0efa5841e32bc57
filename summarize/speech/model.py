"""What the room finds: who speaks in which sentence, and the speakers of a whole collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["person", "other"]


@dataclass(frozen=True, slots=True)
class Place:
    """A part of an article's text."""

    article: int
    """Number of the article, from 0."""
    start: int
    end: int
    """Exclusive."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks in a collection."""

    name: Place
    """Where the name stands that is the most usual of those given in full."""
    kind: Kind
    """`person` where that is certain; `other` for an organisation, a country, and a name of which it is not."""
    description: Place | None
    """Where an article says who this is."""
    sentences: tuple[int, ...]
    """What the speaker says, by the numbers of the sentences, ascending."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what in a collection."""

    speakers: tuple[Speaker, ...]
    """People first; then the ones who speak in more articles, in more sentences, earlier."""
    contexts: Mapping[int, Place] = field(default_factory=dict)
    """For a quotation that does not say who speaks: where its article names the speaker, as far as it is known."""
