"""What one sentence, and one article, may take of a collection.

Owns the limits of segmentation, and says each of them: what is beyond one is set aside with its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from summarize.model import Article, Document, Ignored

NO_BOUNDARY, OVER_SHARE = "no sentence boundary", "beyond its share"
"""Reasons for setting a span aside."""
MOST_WORDS, MOST_CHARACTERS = 300, 3_000
"""Of a sentence. The longest of 4,263 in 310 news articles has 226 words and 1,202 characters."""
MOST_TIMES = 20
"""That one article may say one sentence."""
MOST_SENTENCES = 20_000
"""Of a collection: 2,000 articles of ten sentences, or 700 of usual length. Matching grows with their square."""


def is_too_long(text: str) -> bool:
    """Whether a text is longer than any sentence."""
    return len(text) > MOST_CHARACTERS or (len(text) > MOST_WORDS and len(text.split()) > MOST_WORDS)


def add(ignored: list[Ignored], span: Ignored, text: str) -> None:
    """Put a span at the end of the list, joined with the one there where that has the same reason and stands beside it."""
    last = ignored[-1] if ignored else None
    if last and last.reason == span.reason and last.end <= span.start and not text[last.end : span.start].strip():
        ignored[-1] = Ignored(last.start, span.end, span.reason)
    else:
        ignored.append(span)


def said(article: Article, ignored: Sequence[Ignored]) -> tuple[str, ...]:
    """A warning for what is longer than any sentence."""
    lengths = [span.end - span.start for span in ignored if span.reason == NO_BOUNDARY]
    if not lengths:
        return ()
    what = "a passage" if len(lengths) == 1 else f"{len(lengths):,} passages"
    return (f"{article.origin}: {what} without a sentence boundary ({sum(lengths):,} characters) set aside",)


def shared_out(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, the longest ones cut so that all together keep to `MOST_SENTENCES`; of each the first sentences stay."""
    sizes = [len(document.sentences) for document in documents]
    if sum(sizes) <= MOST_SENTENCES:
        return tuple(documents)
    share = _share(sizes)
    left = MOST_SENTENCES
    found = []
    for document in documents:
        kept = min(share, left, len(document.sentences))
        left -= kept
        found.append(_cut(document, kept))
    return tuple(found)


def _share(sizes: Sequence[int]) -> int:
    """The largest number that articles may have each so that all fit; at least one."""
    left, rest = MOST_SENTENCES, len(sizes)
    counts = Counter(sizes)
    for size in sorted(counts):
        if size * rest > left:
            break
        left -= size * counts[size]
        rest -= counts[size]
    return max(1, left // max(1, rest))


def _cut(document: Document, kept: int) -> Document:
    """The document with its first sentences; the others are set aside."""
    over = document.sentences[kept:]
    if not over:
        return document
    ignored = list(document.ignored)
    for sentence in over:
        add(ignored, Ignored(sentence.start, sentence.end, OVER_SHARE), document.article.text)
    warning = (
        f"{document.article.origin}: {len(over):,} of its {len(document.sentences):,} sentences set aside. "
        f"All articles together may have {MOST_SENTENCES:,}"
    )
    return replace(
        document,
        sentences=document.sentences[:kept],
        ignored=tuple(sorted(ignored, key=lambda span: span.start)),
        warnings=(*document.warnings, warning),
    )
