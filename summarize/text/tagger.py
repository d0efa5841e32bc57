"""Parts of speech of English words: Brill's transformation-based tagger (Brill 1992).

Each word gets its most frequent tag, an unknown one a tag by its form, and contextual rules then correct tags by what
stands beside them. Lexicon (Brown corpus and Penn Treebank) and rules are data files of the package `textblob`, read
without importing it, for that would bring in all of nltk. Owns the tags, of the Penn set (Marcus et al. 1993), and nothing
of what is done with them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from summarize.errors import ModelUnavailable
from summarize.installation import hint

_OUTSIDE = ("", "")
_COMMENT = ";;;"
_WORDS = 200_000
"""Words whose entry in the lexicon is remembered."""
_NUMBER = re.compile(r"[.,:/%-]*\d[\d.,:/%-]*")
_BY_FORM = (
    (re.compile(r"(?:ate|ify|ise|ize)$"), "VBP"),
    (re.compile(r"ed$"), "VBN"),
    (re.compile(r"-|(?:able|al|ful|ible|ient|ish|ive|less|tic|ous)$"), "JJ"),
    (re.compile(r"(?<!i)(?<!ou)(?<!s)s$"), "NNS"),
    (re.compile(r"ly$"), "RB"),
    (re.compile(r"ing$"), "VBG"),
)
"""Tags of words that the lexicon does not have, the first that fits; otherwise a noun."""

Tagged = list[tuple[str, str]]
_Condition = Callable[[Tagged, int, str, str], bool]

_HOLDS: dict[str, _Condition] = {
    "prevtag": lambda t, i, x, y: t[i - 1][1] == x,
    "nexttag": lambda t, i, x, y: t[i + 1][1] == x,
    "prev2tag": lambda t, i, x, y: t[i - 2][1] == x,
    "next2tag": lambda t, i, x, y: t[i + 2][1] == x,
    "prev1or2tag": lambda t, i, x, y: x in (t[i - 1][1], t[i - 2][1]),
    "next1or2tag": lambda t, i, x, y: x in (t[i + 1][1], t[i + 2][1]),
    "prev1or2or3tag": lambda t, i, x, y: x in (t[i - 1][1], t[i - 2][1], t[i - 3][1]),
    "surroundtag": lambda t, i, x, y: t[i - 1][1] == x and t[i + 1][1] == y,
    "prevbigram": lambda t, i, x, y: t[i - 2][1] == x and t[i - 1][1] == y,
    "nextbigram": lambda t, i, x, y: t[i + 1][1] == x and t[i + 2][1] == y,
    "curwd": lambda t, i, x, y: t[i][0] == x,
    "prevwd": lambda t, i, x, y: t[i - 1][0] == x,
    "nextwd": lambda t, i, x, y: t[i + 1][0] == x,
    "prev1or2wd": lambda t, i, x, y: x in (t[i - 1][0], t[i - 2][0]),
    "wdprevtag": lambda t, i, x, y: t[i - 1][1] == x and t[i][0] == y,
    "wdnexttag": lambda t, i, x, y: t[i][0] == x and t[i + 1][1] == y,
    "wdand2aft": lambda t, i, x, y: t[i][0] == x and t[i + 2][0] == y,
    "wdand2tagbfr": lambda t, i, x, y: t[i - 2][1] == x and t[i][0] == y,
    "wdand2tagaft": lambda t, i, x, y: t[i][0] == x and t[i + 2][1] == y,
    "lbigram": lambda t, i, x, y: t[i - 1][0] == x and t[i][0] == y,
    "rbigram": lambda t, i, x, y: t[i][0] == x and t[i + 1][0] == y,
}
"""Brill's rule templates: x and y are words or tags at fixed places around position i."""


def tag(tokens: Sequence[str]) -> list[str]:
    """The Penn tag of each token of one sentence, punctuation as tokens of its own."""
    padded = [_OUTSIDE] * 3 + [(token, _first_guess(tokens, i)) for i, token in enumerate(tokens)]
    padded += [_OUTSIDE] * 3
    for i in range(3, len(padded) - 3):
        following: int | None = 0
        while following is not None:
            following = _corrected(padded, i, following)
    return [tag for _, tag in padded[3:-3]]


def _corrected(padded: Tagged, i: int, start: int) -> int | None:
    """Apply the first rule from number `start` on that holds; returns the number after it, None where none holds."""
    word, current = padded[i]
    for number, new, holds, x, y in _rules_for(current):
        if number >= start and holds(padded, i, x, y):
            padded[i] = (word, new)
            return number + 1
    return None


def is_known(word: str) -> bool:
    """Whether the lexicon has a lower-case word."""
    return _usual_tag(word) is not None


def is_noun(word: str) -> bool:
    """Whether a lower-case word is mostly a noun; True for one that is not known."""
    return (_usual_tag(word) or "NN").startswith("NN")


def _first_guess(tokens: Sequence[str], i: int) -> str:
    """The most frequent tag; the capital that opens a sentence says nothing."""
    token = tokens[i]
    known = (i == 0 and _usual_tag(token.lower())) or _usual_tag(token)
    if known:
        return known
    if token[:1].isupper():
        return "NNP"
    if _NUMBER.fullmatch(token):
        return "CD"
    return next((tag for form, tag in _BY_FORM if form.search(token)), "NN" if token[:1].isalpha() else ".")


@lru_cache(maxsize=_WORDS)
def _usual_tag(word: str) -> str | None:
    """The tag that the lexicon has for a word as it is written; None where it has none."""
    entries, start = _entries(), f"{word} "
    at = bisect_left(entries, start)
    return entries[at].split()[1] if at < len(entries) and entries[at].startswith(start) else None


@cache
def _entries() -> list[str]:
    """The lines of the lexicon, "word tag" each, in order: few of its 94,000 are asked for, so no table is made of them."""
    lines = _text("en-lexicon.txt").rpartition(f"\n{_COMMENT}")[2]
    return sorted(lines.split("\n")[1:])


@cache
def _rules() -> tuple[tuple[str, str, _Condition, str, str], ...]:
    """(old tag, new tag, condition, x, y) in the order of the file."""
    return tuple(
        (old, new, _HOLDS[name.lower()], x, y[0] if y else "") for old, new, name, x, *y in _rows("en-context.txt")
    )


@cache
def _rules_for(tag: str) -> tuple[tuple[int, str, _Condition, str, str], ...]:
    """(number, new tag, condition, x, y) of the rules that may change a tag."""
    return tuple((n, new, holds, x, y) for n, (old, new, holds, x, y) in enumerate(_rules()) if old in (tag, "*"))


def _rows(name: str) -> list[list[str]]:
    rows = (line.split() for line in _text(name).splitlines() if not line.startswith(_COMMENT))
    return [row for row in rows if len(row) > 1]


def _text(name: str) -> str:
    found = find_spec("textblob")
    try:
        return (Path((found and found.origin) or "").parent / "en" / name).read_text(encoding="utf-8")
    except OSError:
        raise ModelUnavailable(f"the tagger's {name} is missing", hint(packages="--force-reinstall textblob")) from None
