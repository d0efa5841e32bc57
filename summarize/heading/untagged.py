"""Where words that could name something stand in a text of a language without a tagger.

A phrase is a run of content words and linking words that is no piece of a longer run, with an article or a linking word before
it as often as not, as nouns have. Gives the same mentions as `mentions` does for English, as far as they can be known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from summarize.heading.mentions import MOST_CONTENT, PLAIN, TIED, Mention
from summarize.heading.tokens import Line, line
from summarize.heading.words import ARTICLES, FOREIGN_LINKS, is_content, is_measure, plain
from summarize.text import stem

_MOST_WORDS = 5
_OPEN = 0.4
"""How sure a phrase is to be whole that more content follows."""
_INSIDE = 0.3
"""The same for one that content stands before."""
_SUBJECT = 0.35
"""Share of a sentence in which its subject mostly stands."""


def noun_shares(texts: Sequence[str]) -> dict[str, float]:
    """The share of each word's uses in which an article or a linking word stands before it."""
    uses: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for text in texts:
        tokens = line(text, False).plain
        for previous, token in zip(["", *tokens], tokens, strict=False):
            uses[token] += 1
            after[token] += previous in ARTICLES or previous in FOREIGN_LINKS
    return {token: after[token] / n for token, n in uses.items()}


def untagged_mentions(
    text: str, language: str, nouns: Mapping[str, float], heading: bool = False
) -> tuple[Mention, ...]:
    """The candidates of a text; `nouns` as from `noun_shares`."""
    row = line(text, False)
    lower = row.plain
    content = [is_content(word, language) and not is_measure(word) for word in lower]
    return tuple(_runs(row, language, nouns, heading, lower, content))


def _runs(
    row: Line, language: str, nouns: Mapping[str, float], heading: bool, lower: Sequence[str], content: Sequence[bool]
) -> Iterator[Mention]:
    for first in range(len(lower)):
        if not content[first] or (first and lower[first - 1][0].isdigit()):
            continue
        before = nouns.get(lower[first], 0.0) * (_INSIDE if first and content[first - 1] else 1.0)
        for last in range(first, min(len(lower), first + _MOST_WORDS)):
            if not (content[last] or lower[last] in FOREIGN_LINKS or lower[last] in ARTICLES):
                break
            if content[last]:
                goes_on = last + 1 < len(lower) and (content[last + 1] or lower[last + 1] in ARTICLES)
                mention = _mention(row, language, first, last, before * (_OPEN if goes_on else 1.0), heading)
                if mention is None:
                    break
                yield mention


def _mention(row: Line, language: str, first: int, last: int, whole: float, heading: bool) -> Mention | None:
    words = tuple(word for word in row.tokens[first : last + 1] if is_content(plain(word), language))
    if len(words) > MOST_CONTENT:
        return None
    position = first / len(row.tokens)
    return Mention(
        key=tuple(stem(plain(word), language) for word in words),
        words=words,
        surface=row.slice(first, last),
        head=stem(plain(words[0]), language),
        head_word=words[0],
        kind=TIED if len(words) < last - first + 1 else PLAIN,
        name=float(all(word[0].isupper() for word in words) and first > 0),
        whole=whole,
        subject=position < _SUBJECT,
        position=position,
        counted=False,
        quoted=any(row.quoted[first : last + 1]),
        denied=any(row.denied[first : last + 1]),
        article="",
        plural=False,
        opens=heading or first == 0,
    )
