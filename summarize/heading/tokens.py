"""A sentence as headings need it: tokens, tags of the parts of speech, and what is quoted or denied.

Owns the cutting of a text into words and marks, and the two reasons why words that stand in a sentence are not what it
says: they are somebody else's (in quotation marks) or denied. Knows no phrases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.heading.words import CLAUSE_ENDS, DETERMINERS, plain
from summarize.model import fold
from summarize.text import tag

TOKEN = re.compile(
    r"['’]s\b|\b[^\W\d_]{1,2}['’](?!(?:ll|re|ve)\b)(?=[^\W\d_]{2})|[^\W_]+(?:[-.][^\W_]+|['’](?!s\b)[^\W_]+)*|[^\w\s]"
)
"""A possessive and an elided article (l', d', qu') are tokens of their own."""
_PAIRS = {"“": "”", "„": "“", "«": "»", "‘": "’", "»": "«"}
_EVEN = '"'
_DENIALS = frozenset(
    "not no never without neither nor none nobody nothing nowhere cannot denied denies deny denying refuted refutes refused "
    "refuses unlikely hardly "
    "isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't "
    "pas jamais sans aucun aucune ni rien nicht kein keine keinen keiner nie ohne weder sin nunca ningún ninguna tampoco "
    "senza mai nessun nessuna não nunca sem nenhum nenhuma niet geen nooit zonder".split()
)
"""Words after which a clause says that something is not so."""
_REACH = 12
"""Tokens a denial reaches at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text cut into tokens."""

    text: str
    """White space folded."""
    tokens: tuple[str, ...]
    plain: tuple[str, ...]
    """The same in small letters, with typewriter apostrophes."""
    starts: tuple[int, ...]
    """Where each token begins in `text`."""
    tags: tuple[str, ...]
    """Penn tags; empty where there is no tagger for the language."""
    quoted: tuple[bool, ...]
    """Whether each token stands inside quotation marks."""
    denied: tuple[bool, ...]
    """Whether each token is under a negation."""

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, both included."""
        end = self.starts[last] + len(self.tokens[last])
        if "." in self.tokens[last] and self.text[end : end + 1] == ".":  # "U.S."
            end += 1
        return self.text[self.starts[first] : end]


@lru_cache(maxsize=50_000)
def line(text: str, tagged: bool, heading: bool = False) -> Line:
    """A text as tokens; `heading` tells that its capitals may say nothing."""
    text = fold(text)
    matches = list(TOKEN.finditer(text))
    tokens = tuple(match[0] for match in matches)
    # A heading may be all capitals, which would make names of everything.
    written = [token.lower() for token in tokens] if heading and text.isupper() else tokens
    tags = tuple(tag(written)) if tagged else ()
    low = tuple(map(plain, tokens))
    starts = tuple(match.start() for match in matches)
    return Line(text, tokens, low, starts, tags, _quoted(text, tokens, starts), _denied(low))


def article_before(row: Line, at: int) -> str:
    """The article or pronoun before a noun phrase, in small letters."""
    word = row.plain[at - 1] if at else ""
    return word if word in DETERMINERS else ""


def _quoted(text: str, tokens: Sequence[str], starts: Sequence[int]) -> tuple[bool, ...]:
    inside: list[bool] = []
    closing = ""
    for mark, start in zip(tokens, starts, strict=True):
        follows = text[start + 1 :]
        if closing and mark == closing and not (mark in "’'" and follows[:1].isalpha()):
            closing = ""
        elif not closing and mark in _PAIRS and not (mark == "‘" and not _opens(text, start)):
            closing = _PAIRS[mark]
        elif not closing and mark in (_EVEN, "'") and _opens(text, start) and mark in follows:
            closing = mark
        elif not closing and mark in ("”", _EVEN):  # closes what an earlier sentence opened
            inside = [True] * len(inside)
        inside.append(bool(closing))
    return tuple(inside)


def _opens(text: str, start: int) -> bool:
    return (start == 0 or not text[start - 1].isalnum()) and text[start + 1 : start + 2].strip() != ""


def _denied(words: Sequence[str]) -> tuple[bool, ...]:
    denied: list[bool] = []
    left = 0
    for word in words:
        left = 0 if word in CLAUSE_ENDS else left - 1
        denied.append(left > 0)
        if word in _DENIALS:
            left = _REACH
    return tuple(denied)
