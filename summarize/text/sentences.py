"""From paragraphs to sentences: spans over the article's text.

Owns boundaries: the `sentencex` library (rules for about 300 languages; it keeps a quotation in one piece) inside each
paragraph, and over it a thin layer for news. Refuses to drop anything: what is not a sentence was marked before.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from summarize.languages import FALLBACK
from summarize.model import Article, Document, Ignored, Sentence, fold
from summarize.text.captions import is_dated, is_posed
from summarize.text.clean import ENDS_SENTENCE, clean, repeated_lines
from summarize.text.ends import is_cut_off, is_false_end, is_stub, mended, more_ends
from summarize.text.share import MOST_TIMES, NO_BOUNDARY, add, is_too_long, said, shared_out

_BREAKS = str.maketrans(dict.fromkeys("\r\n\t\x0b\x0c\x85\u2028\u2029\xa0", " "))
_HAS_WORD = re.compile(r"\w")
_BRACKETS = str.maketrans(dict.fromkeys('"“”„«»‹›()[]{}「」『』《》', " "))
_PIECE = 5_000
"""Characters that sentencex sees at once: for some marks its time grows with the square of them."""
_ENDS_PIECE = re.compile(r"\. $|.。$")
_NEAR = 200
"""Characters on either side of a boundary that are looked at."""
_log = logging.getLogger(__name__)


def segment_all(articles: Sequence[Article]) -> tuple[Document, ...]:
    """The sentences of each article of a collection, no more than its share; what an outlet prints on all pages is none."""
    try:
        repeated = repeated_lines(articles)
    except Exception:  # as below; only repetition goes unseen
        repeated = [frozenset()] * len(articles)
    return shared_out([_guarded(article, lines) for article, lines in zip(articles, repeated, strict=True)])


def _guarded(article: Article, repeated: Set[str]) -> Document:
    try:
        return segment(article, repeated)
    except Exception as error:  # whatever is wrong with one text, the others go on
        _log.debug("segmenting %s", article.origin, exc_info=True)
        warning = f"{article.origin}: set aside, its sentences cannot be told ({type(error).__name__})"
        return Document(article, (), (Ignored(0, len(article.text), "damaged"),), (warning,))


def segment(article: Article, repeated: Set[str] = frozenset()) -> Document:
    """The sentences of an article in reading order, beside the spans that are none; `repeated` lines are set aside."""
    language = article.language or FALLBACK
    cleaned = clean(article, repeated)
    ignored = list(cleaned.ignored)
    spans: list[tuple[int, int, int]] = []
    times: Counter[str] = Counter()
    for paragraph, (start, end) in enumerate(cleaned.paragraphs):
        for left, right in boundaries(article.text[start:end], language):
            text = fold(article.text[start + left : start + right])
            times[text] += 1
            if not _HAS_WORD.search(text):
                ignored.append(Ignored(start + left, start + right, "no words"))
            elif language == "en" and (is_dated(text) or (left == 0 and is_posed(text))):
                ignored.append(Ignored(start + left, start + right, "caption"))
            elif is_cut_off(text, language):
                ignored.append(Ignored(start + left, start + right, "cut off"))
            elif is_stub(text, article.text[max(0, start + left - _NEAR) : start + left], language):
                ignored.append(Ignored(start + left, start + right, "says nothing"))
            elif is_too_long(text):
                ignored.append(Ignored(start + left, start + right, NO_BOUNDARY))
            elif times[text] > MOST_TIMES:
                add(ignored, Ignored(start + left, start + right, "repeated"), article.text)
            else:
                spans.append((paragraph, start + left, start + right))
    sentences = tuple(Sentence(article, i, paragraph, start, end) for i, (paragraph, start, end) in enumerate(spans))
    return Document(article, sentences, tuple(sorted(ignored, key=lambda span: span.start)), said(article, ignored))


def boundaries(paragraph: str, language: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of one paragraph, without outer white space; a sentence without end is one of them.

    What is longer than any sentence is read once more without the quotation marks and brackets that hold it together.
    """
    plain = paragraph.translate(_BREAKS)
    found: list[tuple[int, int]] = []
    for left, right in _boundaries(plain, language):
        if is_too_long(plain[left:right]):
            inner = _boundaries(plain[left:right].translate(_BRACKETS), language)
            found.extend(_without_end(plain, [(left + start, left + end) for start, end in inner]))
        else:
            found.append((left, right))
    return found


def _without_end(text: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts that are sentences, and what lies between them in one piece each."""
    open_at: int | None = None
    end = 0
    for start, stop in parts:
        if ENDS_SENTENCE.search(text[start:stop][-_NEAR:]) and not is_too_long(text[start:stop]):
            if open_at is not None:
                yield open_at, end
            open_at = None
            yield start, stop
        elif open_at is None:
            open_at = start
        end = stop
    if open_at is not None:
        yield open_at, end


def _boundaries(plain: str, language: str) -> list[tuple[int, int]]:
    from sentencex import get_sentence_boundaries

    cuts: list[int] = []
    at = 0
    while at < len(plain):
        piece = plain[at : _piece_end(plain, at)]
        ends = [at + row["end_index"] for row in get_sentence_boundaries(language, piece)]
        at += len(piece)
        cuts.extend(end for end in ends if end < at or at == len(plain) or _ENDS_PIECE.search(plain, at - 2, at))
    cuts = [cut for cut in cuts if not is_false_end(plain, cut, language)]
    cuts = mended(plain, sorted({*cuts, *more_ends(plain, language), len(plain)}))
    found = []
    for start, end in zip([0, *cuts], cuts, strict=False):
        stripped = plain[start:end].strip()
        if stripped:
            at = start + plain[start:end].index(stripped)
            found.append((at, at + len(stripped)))
    return found


def _piece_end(plain: str, at: int) -> int:
    """Where a piece that sentencex sees at once ends: after a sentence or a word, where it has one."""
    if len(plain) - at <= _PIECE:
        return len(plain)
    for mark in (". ", "。", " "):
        cut = plain.rfind(mark, at + _PIECE // 2, at + _PIECE)
        if cut >= 0:
            return cut + len(mark)
    return at + _PIECE
