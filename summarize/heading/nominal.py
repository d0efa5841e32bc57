"""Verbs and the nouns made of them: "Sayoc was arrested" lets a heading say "Arrest of Sayoc".

Only verbs whose noun begins with the same five letters are listed, so that a reader finds the word again in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.heading.tokens import Line
from summarize.heading.words import FORM

_SUFFERED = {
    noun[:FORM]: noun
    for noun in (
        "arrest indictment killing appointment nomination election evacuation collapse dismissal removal release rescue "
        "execution assassination suspension acquittal conviction sentencing discovery launch destruction extradition "
        "impeachment deployment deportation detention inauguration capture kidnapping murder ratification approval "
        "cancellation closure creation bombing shooting selection"
    ).split()
}
"""By its first letters, the noun of a verb that happens to somebody: "N of X", from "X was V-ed" or "V-ed X"."""
_DONE = {
    noun[:FORM]: noun
    for noun in (
        "resignation apology criticism response reaction defense opposition testimony announcement condemnation celebration "
        "retirement proposal withdrawal complaint agreement retreat departure decision expansion recovery retaliation"
    ).split()
}
"""The same for one that somebody does: "X's N", from "X V-ed"."""
_BE = frozenset("is was were are been being be".split())
_LIGHT = frozenset("has have had also been then since later".split())


@dataclass(frozen=True, slots=True)
class Made:
    """A noun made of a verb, and the noun phrase it belongs to."""

    noun: str
    link: str
    first: int
    last: int
    """The noun phrase's tokens."""
    verb: int
    """The verb's token."""
    does: bool
    """True where the phrase names who does it."""


def made(row: Line, chunks: Sequence[tuple[int, int]]) -> Iterator[Made]:
    """The nouns that the verbs of a line allow; chunks are (first, head) tokens of its noun phrases."""
    by_head = {head: (first, head) for first, head in chunks}
    by_start = {first: (first, head) for first, head in chunks}
    for at, word in enumerate(row.plain):
        if not row.tags[at].startswith("VB") or len(word) < FORM:
            continue
        suffered, done = _SUFFERED.get(word[:FORM]), _DONE.get(word[:FORM])
        before, passive = _before(row, at)
        if suffered and passive and before in by_head and row.tags[before].startswith("NNP"):
            yield Made(suffered, "of", *by_head[before], at, False)
        after = by_start.get(at + 1)
        if suffered and not passive and word.endswith("ed") and after and row.tags[after[1]].startswith("NNP"):
            yield Made(suffered, "of", *after, at, False)
        if done and not passive and before in by_head and row.tags[before].startswith("NNP"):
            yield Made(done, "", *by_head[before], at, True)


def _before(row: Line, verb: int) -> tuple[int, bool]:
    """The token before the verb and its auxiliaries, and whether these make it passive."""
    at, passive = verb - 1, False
    while at >= 0 and row.plain[at] in _BE | _LIGHT:
        passive |= row.plain[at] in _BE
        at -= 1
    return at, passive
