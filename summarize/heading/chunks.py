"""Noun phrases of an English line: where they begin, which word is their head, how sure that is.

A noun phrase is a run of nouns and adjectives without its article (Justeson & Katz 1995). The tagger guesses, so nothing that
is mostly a verb or an adjective is a head.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.heading.tokens import Line
from summarize.heading.words import EMPTY_ADJECTIVES, PRONOUNS, is_content, is_measure
from summarize.text import is_noun

NOUNS, NAMES, ADJECTIVES = ("NN", "NNS"), ("NNP", "NNPS"), ("JJ", "VBN", "VBG")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase, by its tokens."""

    start: int
    head: int
    end: int


def chunks_of(row: Line) -> Iterator[Chunk]:
    """The noun phrases without their articles."""
    start, size = 0, len(row.tokens)
    while start < size:
        end = start
        while end < size and _belongs(row, end):
            end += 1
        head = end - 1
        while head >= start and row.tags[head] in ADJECTIVES:
            head -= 1
        if head >= start and _may_head(row, head):
            yield Chunk(start, head, end)
        start = max(end, start) + 1


def _may_head(row: Line, at: int) -> bool:
    """Whether a word is a noun for certain: the tagger guesses, and takes many a verb for one."""
    word = row.tokens[at]
    if at and row.tokens[at - 1] in ("#", "@"):
        return False
    if word[0].isupper() and (at or row.tags[at] in NAMES):
        return True
    if at and (row.plain[at - 1] == "to" or row.tags[at - 1] == "MD"):
        return False
    return is_noun(word.lower())


def is_name_part(row: Line, at: int) -> bool:
    """Whether a token inside a sentence is (part of) a name, whatever word it is."""
    return at > 0 and row.tokens[at][0].isupper() and row.tags[at] in NAMES and not row.text.isupper()


def _belongs(row: Line, at: int) -> bool:
    word, tag = row.plain[at], row.tags[at]
    if word.partition("'")[0] in PRONOUNS:  # also "he'll"
        return False
    if is_name_part(row, at) and not is_measure(word):
        return True
    if not word[0].isalnum() or (not is_content(word, "en") and not is_noun(word)) or is_measure(word):
        return False
    if tag in ("VBN", "VBG"):  # "the missing plane", but not "is missing"
        return at > 0 and row.tags[at - 1] in ("DT", "JJ", "IN", "PRP$", "POS") and at + 1 < len(row.tags)
    if word.endswith("ly") and not is_noun(word):
        return False
    return tag in NOUNS or tag in NAMES or tag == "JJ"


def may_open(row: Line, first: int) -> bool:
    """Whether a heading may begin with a token."""
    return row.tokens[first].lower() not in EMPTY_ADJECTIVES or is_name_part(row, first)


def wholeness(row: Line, chunk: Chunk, first: int) -> float:
    """How surely a chunk from token `first` on is a whole noun phrase, from 0 to 1."""
    whole = 1.0 if first == chunk.start else 0.6
    if row.tags[first] in NAMES and first > chunk.start and row.tokens[first - 1][0].isupper():
        whole *= 0.7
    if (
        first > 1
        and row.tags[first] in NAMES
        and row.tokens[first - 1] in ("'s", "’s")
        and row.tags[first - 2] in NAMES
    ):
        whole *= 0.4  # "Cross" of "King's Cross"
    if row.tokens[chunk.head].islower() and not is_noun(row.tokens[chunk.head]):
        whole *= 0.3
    if chunk.head + 1 < len(row.tokens) and row.tokens[chunk.head + 1] in ("'s", "’s", "'", "’"):
        whole *= 0.5
    return whole


def name_of(row: Line, first: int, head: int) -> float:
    """How far a phrase is a proper name, from 0 to 1."""
    if row.tags[head] not in NAMES:
        return 0.0
    if any(row.tags[at] in NOUNS for at in range(first, head)):
        return 0.7
    return 0.9 if first and row.tags[first - 1] == "DT" else 1.0


def after_preposition(row: Line, first: int) -> bool:
    """Whether a preposition governs the phrase that begins at a token."""
    before = [tag for tag in row.tags[max(0, first - 3) : first] if tag not in ("DT", "JJ", "PRP$", "CD")]
    return bool(before) and before[-1] in ("IN", "TO")
