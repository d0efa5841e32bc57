"""From paragraphs to sentences: spans over the article's text.

Owns boundaries: the `sentencex` library (rules for about 300 languages; it keeps a quotation in one piece) inside each
paragraph, and over it a thin layer for news. Refuses to drop anything: what is not a sentence was marked before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from summarize.languages import FALLBACK
from summarize.model import Article, Document, Ignored, Sentence, fold
from summarize.text.clean import clean, repeated_lines
from summarize.text.furniture import is_posed

_BREAKS = str.maketrans(dict.fromkeys("\r\n\t\x0b\x0c\x85\u2028\u2029\xa0", " "))
_ABBREVIATED = re.compile(r"\b(?:Ms|approx|Messrs|Supt|Insp|Amb|Rep|Reps|Sens|Pvt|Cpl|N°|Nº)\.$")
"""Abbreviations of news English after which sentencex ends a sentence."""
_NAME_WITH_MARK = re.compile(r"(?:[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][^\W\d_]+|\bYahoo)[?!]$")
"""A name such as "Pourquoi Pas?", when a small letter follows."""
_ITEM_NUMBER = re.compile(r"(?:^|[.!?:] )[•⁃*-]?\s?\d{1,2}[.)]$")
"""The number of a list's item goes with the item."""
_AFTER_PARENTHESIS = re.compile(r"(?:^|(?<=[.!?] ))\([^()]*[.!?]\)\s+(?=[^\W\d_a-z])")
"""A sentence that stands in parentheses ends with them."""
_HAS_WORD = re.compile(r"\w")


def segment_all(articles: Sequence[Article]) -> tuple[Document, ...]:
    """The sentences of each article of a collection; what an outlet prints on all its pages is none of them."""
    return tuple(segment(article, lines) for article, lines in zip(articles, repeated_lines(articles), strict=True))


def segment(article: Article, repeated: Set[str] = frozenset()) -> Document:
    """The sentences of an article in reading order, beside the spans that are none; `repeated` lines are set aside."""
    cleaned = clean(article, repeated)
    ignored = list(cleaned.ignored)
    spans: list[tuple[int, int, int]] = []
    for paragraph, (start, end) in enumerate(cleaned.paragraphs):
        for left, right in boundaries(article.text[start:end], article.language or FALLBACK):
            if not _HAS_WORD.search(article.text, start + left, start + right):
                ignored.append(Ignored(start + left, start + right, "no words"))
            elif left == 0 and is_posed(fold(article.text[start : start + right])):
                ignored.append(Ignored(start, start + right, "caption"))
            else:
                spans.append((paragraph, start + left, start + right))
    sentences = tuple(Sentence(article, i, paragraph, start, end) for i, (paragraph, start, end) in enumerate(spans))
    return Document(article, sentences, tuple(sorted(ignored, key=lambda span: span.start)))


def boundaries(paragraph: str, language: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of one paragraph, without outer white space."""
    from sentencex import get_sentence_boundaries

    plain = paragraph.translate(_BREAKS)
    cuts = [row["end_index"] for row in get_sentence_boundaries(language, plain)]
    cuts = [cut for cut in cuts if not _is_false_end(plain, cut)]
    cuts = sorted({*cuts, *(match.end() for match in _AFTER_PARENTHESIS.finditer(plain)), len(plain)})
    found = []
    for start, end in zip([0, *cuts], cuts, strict=False):
        stripped = plain[start:end].strip()
        if stripped:
            at = start + plain[start:end].index(stripped)
            found.append((at, at + len(stripped)))
    return found


def _is_false_end(text: str, cut: int) -> bool:
    """True for a full stop that belongs to an abbreviation: a small letter follows, or a title or unit precedes."""
    before, after = text[:cut].rstrip(), text[cut:].lstrip()
    if _ITEM_NUMBER.search(before):
        return True
    if after[:1].islower() and _NAME_WITH_MARK.search(before):
        return True
    return before.endswith(".") and (after[:1].islower() or bool(_ABBREVIATED.search(before)))
