"""Two pages of one article, such as its mobile (AMP) and its printer version: one witness, read once.

Owns the rule: one address, by the page's own word, and nearly one text. Refuses to compare articles of different
addresses: whether these are copies is for `summarize.match`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import urlsplit

from summarize.model import Article

_SHINGLE = 4
_SAME = 0.8
"""Share of the shorter text's runs of words that the longer one has."""
_MARKS = re.compile(r"^(?:amp|m|mobile|www)\.|/(?:amp|print)(?=/|$)|\.amp(?=\.html?$|$)")
"""What stands in the address of such a version."""


def once(articles: Sequence[Article], warnings: list[str]) -> list[Article]:
    """The articles without other versions of one of them; the longest stays, and a line in `warnings` says so."""
    pages: defaultdict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        if article.url:
            pages[_address(article.url)].append(number)
    dropped: set[int] = set()
    for numbers in pages.values():
        ranked = sorted(numbers, key=lambda number: (-len(articles[number].text), number))
        for at, number in enumerate(ranked):
            kept = next(
                (n for n in ranked[:at] if n not in dropped and _is_version(articles[number], articles[n])), None
            )
            if kept is not None:
                dropped.add(number)
                place, of = (articles[n].path or articles[n].origin for n in (number, kept))
                warnings.append(f"{place}: another version of {of}, read once")
    return [article for number, article in enumerate(articles) if number not in dropped]


def _address(url: str) -> str:
    """An address without what tells versions of a page apart."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = _MARKS.sub("", parts.netloc.lower())
    return f"{host}{_MARKS.sub('', parts.path).rstrip('/')}"


def _is_version(shorter: Article, longer: Article) -> bool:
    runs, others = (set(zip(*(a.text.split()[n:] for n in range(_SHINGLE)), strict=False)) for a in (shorter, longer))
    return shorter.path != longer.path and len(runs & others) >= _SAME * max(1, len(runs))
