"""From documents to the one value that all engine stages work on.

Owns the numbering of sentences through the collection, their words, and the call of the encoder.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize import registry
from summarize.errors import ModelUnavailable
from summarize.languages import FALLBACK
from summarize.model import Document, Encoder, Representation
from summarize.text import content_terms, words

if TYPE_CHECKING:
    from summarize.model import FloatArray

_FALLBACK_ENCODER = "tfidf"
_log = logging.getLogger(__name__)


def represent(documents: Sequence[Document], encoder: str) -> tuple[Representation, tuple[str, ...]]:
    """Everything the engine knows of the sentences of some documents, and a warning if the encoder was replaced."""
    sentences = tuple(sentence for document in documents for sentence in document.sentences)
    sizes = [len(document.sentences) for document in documents]
    paragraphs = [1 + max((s.paragraph for s in document.sentences), default=0) for document in documents]
    before = [0, *accumulate(paragraphs)]
    article_of = np.repeat(np.arange(len(documents), dtype=np.int64), sizes)
    paragraph_of = [before[number] + s.paragraph for number, d in enumerate(documents) for s in d.sentences]
    languages = tuple(sentence.article.language or FALLBACK for sentence in sentences)
    texts = [sentence.text for sentence in sentences]
    tokens = [_or_nothing(words, text) for text in texts]
    language = _main_language(languages)
    encode, space, warnings = _encoder(encoder, texts, language)
    vectors, doubts = _encoded(encode, documents)
    representation = Representation(
        sentences=sentences,
        article_of=article_of,
        paragraph_of=np.array(paragraph_of, dtype=np.int64),
        languages=languages,
        language=language,
        tokens=tuple(tuple(row) for row in tokens),
        terms=tuple(tuple(_or_nothing(content_terms, *pair)) for pair in zip(tokens, languages, strict=True)),
        vectors=vectors,
        space=space,
        encoder=encode,
    )
    return representation, (*warnings, *doubts)


def _or_nothing(split: Callable[..., list[str]], *text: Any) -> list[str]:
    try:
        return split(*text)
    except Exception:  # a sentence whose words cannot be told has none; the others go on
        _log.debug("the words of %r", text, exc_info=True)
        return []


def _encoded(encode: Encoder, documents: Sequence[Document]) -> tuple[FloatArray, list[str]]:
    """The vectors of all sentences; zero, with a warning, for those of an article that the encoder fails on."""
    texts = [[sentence.text for sentence in document.sentences] for document in documents]
    try:
        return encode([text for row in texts for text in row]), []
    except ModelUnavailable:
        raise
    except Exception:
        _log.debug("encoding", exc_info=True)
    found: list[FloatArray | None] = []
    doubts = []
    for document, row in zip(documents, texts, strict=True):
        try:
            found.append(encode(row) if row else None)
        except Exception as error:  # the others go on
            found.append(None)
            doubts.append(f"{document.article.origin}: compared by words alone, it cannot be encoded ({error})")
    width = next((part.shape[1] for part in found if part is not None), None)
    if width is None:
        raise ModelUnavailable("no article can be encoded")
    zero = [np.zeros((len(row), width), dtype=np.float32) for row in texts]
    return np.concatenate([zero[n] if part is None else part for n, part in enumerate(found)]), doubts


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
