"""How much each sentence has to do with some words of the user: the name of a topic, or a query.

Owns the measure, by meaning and by words: cosine of the vectors around the collection's mean, plus the share of the rarity
(idf) of the user's words that the sentence contains. Names of topics that articles do not speak of stay below NOTHING.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.encode import columns_of, count_matrix, unit
from summarize.text import content_terms, words

if TYPE_CHECKING:
    from summarize.model import Floats, Representation

NOTHING = 0.4
"""A sentence below says nothing about the words: on the labelled events, the best sentence for the name of a topic that is
there has 0.41 to 1.6, for one that is not 0.13 to 0.25 unless a word of it happens to occur."""


def relevance(representation: Representation, text: str, language: str) -> Floats:
    """(sentences,) from about −0.3 (far from it) to 2 (the very words)."""
    mean = representation.vectors.mean(axis=0)
    meaning = unit(representation.vectors - mean) @ unit(representation.encoder([text]) - mean)[0]
    wanted = list(dict.fromkeys(content_terms(words(text), language)))
    found = count_matrix(representation.terms, columns_of([wanted]))[:, : len(wanted)]
    found.data[:] = 1.0
    frequency = np.bincount(found.indices, minlength=max(1, len(wanted)))
    rarity = np.log((len(representation) + 1) / (frequency + 0.5))[: len(wanted)]
    wording = found @ rarity / max(rarity.sum(), 1e-9) if wanted else 0.0
    return np.asarray(np.round(meaning + wording, 5), dtype=np.float64)
