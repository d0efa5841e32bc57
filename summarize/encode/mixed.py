"""Vectors of a collection in several languages, compared so that a language is no likeness.

An encoder puts every language in a corner of its own: among German sentences two French ones would seem to say the same because
both are French. Where there is one language, nothing changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray

PRIOR = 10.0
"""Sentences' worth of doubt about the mean of a language, which may be that of one article; 3 to 30 are within .01 V."""


def within_languages(vectors: FloatArray, language: IntArray, count: int | None = None) -> FloatArray:
    """(rows, dimensions) the vectors with the means of all languages in one place; a mean of few rows is trusted less.

    `language` numbers that of each row; only the first `count` rows have a say in the means.
    """
    many = int(language.max(initial=0)) + 1
    if many == 1:
        return vectors
    moved = vectors.astype(np.float64)
    seen, of = moved[:count].copy(), language[:count]
    middle = seen.mean(axis=0)
    for number in range(many):
        rows = seen[of == number]
        if len(rows):
            moved[language == number] -= (rows.mean(axis=0) - middle) * (len(rows) / (len(rows) + PRIOR))
    return moved.astype(np.float32)
