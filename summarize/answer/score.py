"""How well each sentence of a collection answers a question.

Owns the measure, a sum of four parts and a bonus: likeness of the sentence to the question in the encoder's space, around the
collection's mean; the same with the sentences beside it in its paragraph; the share of the question's terms, weighted by rarity
(idf as in BM25, Robertson & Zaragoza 2009, eq. 3.3), that the sentence has; the same with those beside it; and whether it names
the kind of thing that is asked for. Weights and thresholds were measured in benchmarks/ask.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.answer.question import Question, is_question
from summarize.encode import columns_of, count_matrix, unit

if TYPE_CHECKING:
    from summarize.model import Floats, Representation

BESIDE = 0.5
"""Weight of what the sentences beside one add, in their likeness and their terms and of each in the whole."""
KIND = 0.2
"""What naming the kind of thing that is asked for is worth."""
_DECIMALS = 5


def scores(text: str, representation: Representation) -> Floats:
    """(sentences,) from about −0.5 (another subject) to 3 (the very words); −1 for one that asks itself."""
    meaning, wording, in_context, around, met = parts(text, representation)
    total = meaning + wording + BESIDE * (in_context + around) + KIND * met
    asks = np.array([is_question(sentence.text) for sentence in representation.sentences])
    return np.asarray(np.round(np.where(asks, -1.0, total), _DECIMALS), dtype=np.float64)


def parts(text: str, representation: Representation) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """The four parts and the bonus, (sentences,) each, not weighted: meaning, words, the same two with those beside, kind."""
    beside = _beside(representation)
    wording, around, met = (np.zeros(len(representation)) for _ in range(3))
    for language in sorted(set(representation.languages)):
        question = Question.of(text, language)
        own = np.array([code == language for code in representation.languages])
        share, with_beside = _shares(question, representation, beside)
        wording, around = np.where(own, share, wording), np.where(own, with_beside, around)
        for number in np.flatnonzero(own).tolist() if question.kind else []:
            met[number] = question.is_met_by(representation.sentences[number].text, representation.terms[number])
    meaning, in_context = _meaning(text, representation, beside)
    return meaning, wording, in_context, around, met


def _beside(representation: Representation) -> np.ndarray:
    """(sentences − 1,) whether each sentence and the next one stand in one paragraph."""
    return np.asarray(np.diff(representation.paragraph_of) == 0)


def _meaning(text: str, representation: Representation, beside: np.ndarray) -> tuple[Floats, Floats]:
    """Cosine of each sentence, and of each with those beside it, to the question."""
    mean = representation.vectors.mean(axis=0)
    question = unit(representation.encoder([text]) - mean)[0]
    vectors = representation.vectors - mean
    context = vectors.copy()
    context[1:] += BESIDE * beside[:, None] * vectors[:-1]
    context[:-1] += BESIDE * beside[:, None] * vectors[1:]
    return np.asarray(unit(vectors) @ question), np.asarray(unit(context) @ question)


def _shares(question: Question, representation: Representation, beside: np.ndarray) -> tuple[Floats, Floats]:
    """Share of the rarity of the question's terms that each sentence has, and that it has with those beside it."""
    size = len(question.terms)
    if not size:
        return np.zeros(len(representation)), np.zeros(len(representation))
    found = count_matrix(representation.terms, columns_of([question.terms]))[:, :size].toarray() > 0
    frequency = found.sum(axis=0)
    rarity = np.log(1 + (len(representation) - frequency + 0.5) / (frequency + 0.5))
    near = found.astype(np.float64)
    for one, other in ((slice(1, None), slice(None, -1)), (slice(None, -1), slice(1, None))):
        near[one] = np.maximum(near[one], BESIDE * (found[other] & beside[:, None]))
    whole = max(float(rarity.sum()), 1e-9)
    return found @ rarity / whole, near @ rarity / whole
