"""What can be said of the articles of one story without their texts: witnesses, copies, the one in the middle, relevance."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from summarize.model import Article
from summarize.stories.drawn import outline
from summarize.stories.group import first_texts
from summarize.stories.outline import Outline
from summarize.text import content_terms, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEAR = 0.35
"""Cosine of a lead and of words that are asked for, from which on the article is about them though it does not use them."""


def same_text(outlines: Sequence[Outline]) -> tuple[int, ...]:
    """For each article the number of the first one with its text, nearly word for word."""
    return tuple(first_texts(outlines).tolist()) if outlines else ()


def independent(outlines: Sequence[Outline]) -> int:
    """How many outlets report on their own: a text that several print is that of the one that had it first."""
    by_time = sorted(outlines, key=lambda one: (one.published is None, one.published or 0.0, one.key, one.publisher))
    originals = {number: by_time[number] for number in same_text(by_time)}
    return len({one.publisher or one.key for one in originals.values()})


def medoid(outlines: Sequence[Outline]) -> int:
    """The number of the article whose lead is nearest to all others; the first of equals."""
    vectors = np.stack([one.vector for one in outlines]).astype(np.float64)
    return int(np.argmax(np.round(vectors @ vectors.sum(axis=0), 6)))


def asked(about: str, encoder_name: str) -> Outline:
    """What is asked for, as an article would be drawn."""
    return outline(Article(about), encoder_name, now=0.0)


def relevance(wanted: Outline, about: str, outlines: Sequence[Outline]) -> float:
    """How near the nearest article is to what is asked for: 1 where all its words are in it, 0 for other things."""
    return max(_of_one(wanted, about, one) for one in outlines)


def _of_one(wanted: Outline, about: str, one: Outline) -> float:
    terms = _terms(about, one.language)
    if len(terms) and np.isin(terms, one.terms, assume_unique=True).all():
        return 1.0
    if wanted.space != one.space or not len(wanted.vector):
        return 0.0
    cosine = round(float(wanted.vector.astype(np.float64) @ one.vector), 6)
    return cosine if cosine >= NEAR else 0.0


def _terms(text: str, language: str) -> NDArray[np.uint32]:
    """Hashes of the content terms, as an outline of this language holds them."""
    found = {zlib.crc32(term.encode("utf-8", "surrogatepass")) for term in content_terms(words(text), language)}
    return np.array(sorted(found), dtype=np.uint32)
