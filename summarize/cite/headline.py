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
from summarize.model import Article, Document, Representation, fold
from summarize.text import content_terms, words

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
    articles: Counter[str] = Counter()
    for number in set(representation.article_of.tolist()):
        mine = {t for i, row in enumerate(representation.terms) if representation.article_of[i] == number for t in row}
        articles.update(mine)
    found = [title for document in documents for title in _titles(document)]
    liked = {document.article.id for document in documents if preferred and document.article.language == preferred}

    def told(title: Quote) -> float:
        terms = set(content_terms(words(title.text), representation.language))
        return sum(articles[term] for term in terms) / math.sqrt(len(terms)) if terms else 0.0

    fit = [t for t in found if FEWEST <= len(t.text.split()) <= MOST and not _UNFIT.search(t.text)]
    return max(fit, key=lambda title: (title.source_id in liked, round(told(title), 6)), default=None)


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
