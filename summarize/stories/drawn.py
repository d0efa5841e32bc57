"""From articles to outlines: what costs time is done here, once an article.

Owns the choice of what is encoded: headline and lead, not the whole text. Words come from the whole text.
"""

from __future__ import annotations

import logging
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import threadpool_limits

from summarize import registry
from summarize.encode import unit
from summarize.errors import ModelUnavailable
from summarize.languages import FALLBACK, detect
from summarize.model import Article, Encoder, fold
from summarize.stories.copies import signature
from summarize.stories.moment import moment
from summarize.stories.notices import is_notice
from summarize.stories.outline import Outline
from summarize.text import content_terms, segment_all, words

if TYPE_CHECKING:
    from summarize.model import FloatArray

LEAD = 5
"""Sentences that are encoded beside the headline."""
_LEAD_CHARACTERS = 2_500
"""Where the lead is looked for; no five sentences are longer."""
_MOST_CHARACTERS = 60_000
"""Of a text that are looked at for words."""
_DECIMALS = 5
_LEARNED_FROM_ITS_TEXTS = "tfidf"
"""An encoder whose vectors hold within one call only: words must do, and do not reach from language to language."""
_log = logging.getLogger(__name__)


def outline(article: Article, encoder_name: str = "use", *, now: float | None = None) -> Outline:
    """What grouping needs of one article; `now` is the time after which a date is absurd. Raises `ModelUnavailable`."""
    return outlines([article], encoder_name, now=now)[0]


def outlines(
    articles: Iterable[Article], encoder_name: str = "use", *, now: float | None = None
) -> tuple[Outline, ...]:
    """The outlines of some articles, in their order; one does not depend on the others. Raises `ModelUnavailable`."""
    listed = list(articles)
    languages = [article.language or detect(article.text) or FALLBACK for article in listed]
    leads = [_lead(article, language) for article, language in zip(listed, languages, strict=True)]
    with threadpool_limits(limits=1):
        vectors = _vectors(leads, encoder_name)
    space = encoder_name if vectors.shape[1] else ""
    return tuple(
        _outline(article, language, lead, vector, space, now)
        for article, language, lead, vector in zip(listed, languages, leads, vectors, strict=True)
    )


def _outline(
    article: Article, language: str, lead: list[str], vector: FloatArray, space: str, now: float | None
) -> Outline:
    tokens = _tokens(f"{article.title or ''}\n{article.text[:_MOST_CHARACTERS]}")
    terms, amounts = _terms(tokens, _tokens("\n".join(lead)), language)
    return Outline(
        key=article.sha256,
        published=moment(article.published, now),
        language=language,
        publisher=article.publisher or "",
        vector=vector,
        space=space,
        terms=terms,
        amounts=amounts,
        signature=signature(np.array([_hash(token) for token in tokens], dtype=np.uint32)),
        apart=not len(terms) or is_notice(article.text),
    )


def _lead(article: Article, language: str) -> list[str]:
    """The headline, where it is known, and the first sentences."""
    head = article.text[:_LEAD_CHARACTERS]
    found = [fold(article.title)] if article.title and fold(article.title) else []
    (document,) = segment_all([replace(article, text=head, language=language)])
    return [*found, *(sentence.text for sentence in document.sentences[:LEAD])]


def _vectors(leads: Sequence[Sequence[str]], encoder_name: str) -> FloatArray:
    """(articles, d) unit means of the sentences of each lead; zero for an empty one, no column where nothing is comparable."""
    if encoder_name == _LEARNED_FROM_ITS_TEXTS:
        return np.zeros((len(leads), 0), dtype=np.float32)
    texts = [text for lead in leads for text in lead]
    encode = registry.encoder(encoder_name)(texts, FALLBACK)
    rows = _encoded(encode, texts)
    ends = [0, *accumulate(map(len, leads))]
    means = np.zeros((len(leads), rows.shape[1]))
    for number, (start, end) in enumerate(pairwise(ends)):
        if end > start:
            means[number] = rows[start:end].mean(axis=0)
    return np.round(unit(means), _DECIMALS).astype(np.float32)


def _encoded(encode: Encoder, texts: Sequence[str]) -> FloatArray:
    """(texts, d) the vectors of some texts; zero for one that the encoder fails on."""
    try:
        return encode(texts) if texts else encode(["."])[:0]
    except ModelUnavailable:
        raise
    except Exception:
        _log.debug("encoding", exc_info=True)
    nothing = np.zeros_like(encode(["."]))
    found = [nothing]
    for text in texts:
        try:
            found.append(encode([text]))
        except Exception:  # the others go on
            found.append(nothing)
    return np.concatenate(found)[1:]


def _tokens(text: str) -> list[str]:
    try:
        return words(text)
    except Exception:  # a text whose words cannot be told has none; the others go on
        _log.debug("the words of an article", exc_info=True)
        return []


def _terms(tokens: list[str], lead: list[str], language: str) -> tuple[np.ndarray, np.ndarray]:
    """Hashes of the content terms, ascending, and (1 + ln frequency) of each, twice that for a term of the lead."""
    counts = Counter(map(_hash, content_terms(tokens, language)))
    leading = set(map(_hash, content_terms(lead, language)))
    terms = np.array(sorted(counts), dtype=np.uint32)
    amounts = [(1 + np.log(counts[term])) * (2 if term in leading else 1) for term in terms.tolist()]
    return terms, np.array(amounts, dtype=np.float32)


def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))
