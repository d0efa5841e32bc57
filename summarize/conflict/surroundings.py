"""What stands around values: the words beside each, and vectors of them.

Owns how far the surroundings reach, which texts of a value are encoded, and the mean that they are measured from. Everything is
made for the values that are asked for, and no text is encoded twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarize.conflict.slot import Slot
from summarize.encode import unit
from summarize.text import content_terms, words

if TYPE_CHECKING:
    from summarize.conflict.known import Known
    from summarize.model import FloatArray

_WINDOW = 7
"""Words before and after a value that are its surroundings."""
_BESIDE = 6
"""Content words before and after a value that are compared."""
_MEAN_PRIOR = 10
_MEAN_OF = 500
"""Values, evenly spread, whose mean is that of all: more say the same."""
_NUMBER = re.compile(r"[\d.,$€£]+")

Place = tuple[int, int]
"""A value: the number of its sentence, and which of the values of that one it is."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Stems of the content words that stand around a value in its sentence, the nearest first."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Vectors of one text of each of some values."""

    row: Mapping[Place, int]
    vectors: FloatArray
    """(values, dimensions) unit rows; zero for an empty text."""

    def of(self, places: Sequence[Place]) -> FloatArray:
        """(places, dimensions) the vectors of some values."""
        return self.vectors[[self.row[place] for place in places]]


def beside(known: Known, place: Place) -> Beside:
    """The content terms around a value; those of a date without numbers."""
    text, slot = _value(known, place)
    language = known.representation.languages[place[0]]
    sides = [content_terms(words(part), language) for part in (text[: slot.start], text[slot.end :])]
    if slot.kind == "date":
        sides = [[term for term in side if not term.startswith("#")] for side in sides]
    return Beside(tuple(sides[0][::-1][:_BESIDE]), tuple(sides[1][:_BESIDE]))


def views(known: Known, wanted: Sequence[Sequence[Place]]) -> tuple[View, ...]:
    """Of the words near a value, before it, after it, and of its noun phrase the vectors of the values wanted of each."""
    every = [(number, at) for number, row in enumerate(known.slots.values) for at in range(len(row))]
    sample = every[:: max(1, len(every) // _MEAN_OF)]
    pieces = {place: _pieces(*_value(known, place)) for place in {*sample, *(place for row in wanted for place in row)}}
    texts = [[pieces[place][view] for place in (*row, *sample)] for view, row in enumerate(wanted)]
    distinct = list(dict.fromkeys(text or "-" for row in texts for text in row))
    column = {text: number for number, text in enumerate(distinct)}
    vectors = known.representation.encoder(distinct)
    return tuple(
        View(
            {place: number for number, place in enumerate(places)},
            _around_mean(
                vectors[[column[text or "-"] for text in row]], np.array([bool(text) for text in row]), len(places)
            ),
        )
        for places, row in zip(wanted, texts, strict=True)
    )


def _value(known: Known, place: Place) -> tuple[str, Slot]:
    return known.texts[place[0]], known.slots.values[place[0]][place[1]]


def _around_mean(vectors: FloatArray, said: np.ndarray, count: int) -> FloatArray:
    """(count, dimensions) unit vectors of the first texts around the mean of the others; one of which nothing is `said` has none."""
    mean = vectors[count:][said[count:]].sum(axis=0) / (said[count:].sum() + _MEAN_PRIOR)
    return np.where(said[:count, None], unit(vectors[:count] - mean), 0.0).astype(np.float32)


def _pieces(text: str, slot: Slot) -> tuple[str, ...]:
    """The words around a value without it, those before, those after, and what is counted."""
    before, after = text[: slot.start].split()[-_WINDOW:], text[slot.end :].split()[:_WINDOW]
    what = _NUMBER.sub(" ", text[slot.start : slot.end]).strip()
    return " ".join([*before, *after]) or text, " ".join(before), " ".join(after), what
