"""From documents to the one value that all engine stages work on.

Owns the numbering of sentences through the collection, their words, and the call of the encoder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from summarize import registry
from summarize.errors import ModelUnavailable
from summarize.languages import FALLBACK
from summarize.model import Document, Encoder, Representation
from summarize.text import content_terms, words

_FALLBACK_ENCODER = "tfidf"


def represent(documents: Sequence[Document], encoder: str) -> tuple[Representation, tuple[str, ...]]:
    """Everything the engine knows of the sentences of some documents, and a warning if the encoder was replaced."""
    sentences = tuple(sentence for document in documents for sentence in document.sentences)
    sizes = [len(document.sentences) for document in documents]
    paragraphs = [1 + max((s.paragraph for s in document.sentences), default=0) for document in documents]
    before = [0, *accumulate(paragraphs)]
    article_of = np.repeat(np.arange(len(documents), dtype=np.int64), sizes)
    paragraph_of = [before[number] + s.paragraph for number, d in enumerate(documents) for s in d.sentences]
    languages = tuple(sentence.article.language or FALLBACK for sentence in sentences)
    tokens = [words(sentence.text) for sentence in sentences]
    texts = [sentence.text for sentence in sentences]
    language = _main_language(languages)
    encode, space, warnings = _encoder(encoder, texts, language)
    representation = Representation(
        sentences=sentences,
        article_of=article_of,
        paragraph_of=np.array(paragraph_of, dtype=np.int64),
        languages=languages,
        language=language,
        tokens=tuple(tuple(row) for row in tokens),
        terms=tuple(tuple(content_terms(row, code)) for row, code in zip(tokens, languages, strict=True)),
        vectors=encode(texts),
        space=space,
        encoder=encode,
    )
    return representation, warnings


def _main_language(languages: Sequence[str]) -> str:
    """The most frequent language; the first in the alphabet of equals."""
    counts = Counter(languages)
    return min(counts, key=lambda code: (-counts[code], code)) if counts else FALLBACK


def _encoder(name: str, texts: Sequence[str], language: str) -> tuple[Encoder, str, tuple[str, ...]]:
    try:
        return registry.encoder(name)(texts, language), name, ()
    except ModelUnavailable as error:
        warning = f"the encoder '{name}' cannot be used: {error.message}. Working with words alone (tfidf)"
        hint = f". {error.hint}" if error.hint else ""
        return registry.encoder(_FALLBACK_ENCODER)(texts, language), _FALLBACK_ENCODER, (warning + hint,)
