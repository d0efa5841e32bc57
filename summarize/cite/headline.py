"""The headline of a digest: the best title among the articles', verbatim, with its source.

Owns the choice. A title that stands in its article's text is a span of it; one that is known from elsewhere, such as a page's
head, has the empty span at 0. Refuses to write one: where no article has a title, there is none.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from summarize.digest import Quote
from summarize.languages import FALLBACK
from summarize.model import Article, Document, Representation, fold
from summarize.text import content_terms, kind_of_furniture, words

FEWEST, MOST = 4, 16
"""Words of a title."""
_MARKS = "#*_ "
"""Around the words of a heading in Markdown."""
_UNFIT = re.compile(
    r"[?？؟]$|\blive\b(?!\s(?:in|with|on)\b)|^(?:opinion|comment|analysis|watch|video|photos?)\b\s*[:|]", re.I
)
"""Questions, live pages and columns name no news."""
_OUTLET = re.compile(r"\s[|–—]\s[^|–—]{2,30}$")
"""The outlet's name after a bar or a dash."""
_HEAD = 3
"""The first passages of an article, among which its title is."""


def headline(
    documents: Sequence[Document], representation: Representation, preferred: str | None = None
) -> Quote | None:
    """The title that tells most of what most articles speak of, one in the preferred language before all others; the earlier
    source's of equals; None without any.

    A term counts by the number of articles that use it, a title the sum of its terms over the square root of their number.
    """
    told_in = zip(representation.article_of.tolist(), representation.terms, strict=True)
    articles = Counter(term for _, term in {(article, term) for article, row in told_in for term in row})
    found = [title for document in documents for title in _titles(document) if _is_fit(title.text, document.article)]
    liked = {document.article.id for document in documents if preferred and document.article.language == preferred}

    def told(title: Quote) -> float:
        terms = set(content_terms(words(title.text), representation.language))
        return sum(articles[term] for term in terms) / math.sqrt(len(terms)) if terms else 0.0

    return max(found, key=lambda title: (title.source_id in liked, round(told(title), 6)), default=None)


def _is_fit(title: str, article: Article) -> bool:
    """Whether a title may name the news: no line of the page's furniture that stood first, such as a caption."""
    is_furniture = kind_of_furniture(title, article.language or FALLBACK) is not None
    return FEWEST <= len(title.split()) <= MOST and not _UNFIT.search(title) and not is_furniture


def _titles(document: Document) -> Iterator[Quote]:
    article = document.article
    marks = [span for span in document.ignored[:_HEAD] if span.reason in ("title", "heading")]
    first = document.sentences[0].start if document.sentences else 0
    for span in marks:
        if span.reason == "title" or span.start < first:
            yield _quote(article, span.start, span.end)
            return
    if article.title:
        at = article.text.find(article.title)
        if at >= 0:
            yield _quote(article, at, at + len(article.title))
        elif not _OUTLET.search(article.title):
            yield Quote(article.id, 0, 0, fold(article.title))


def _quote(article: Article, start: int, end: int) -> Quote:
    """The title without the marks of a heading around it."""
    if outlet := _OUTLET.search(article.text[start:end]):
        end = start + outlet.start()
    slice_ = article.text[start:end]
    start += len(slice_) - len(slice_.lstrip(_MARKS))
    end -= len(slice_) - len(slice_.rstrip(_MARKS))
    return Quote(article.id, start, end, fold(article.text[start:end]))
