"""Headings that a sentence allows without having them in one piece, in English.

"Cornyn said the victims …" lets a heading say "Cornyn on victims", "an earthquake was recorded in Chile" says "Earthquake in
Chile", "Sayoc was arrested" says "Sayoc arrested", "officers at Abu Ghraib" says "Abu Ghraib officers". Owns these few
patterns; each needs both parts in one clause, neither quoted nor denied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.heading.tokens import Line, article_before
from summarize.heading.words import (
    CLAUSE_ENDS,
    DETERMINERS,
    EMPTY_HEADS,
    GENERAL_VERBS,
    LINKS,
    MESSAGES,
    NOT_HAPPENING,
    SPEECH,
    TITLES,
    is_content,
    is_person,
)
from summarize.languages import stop_words

_BE = frozenset("is was were are been being be".split())
_NEAR = 12
"""Tokens between a thing and the place where it is."""
_SPOKEN_AT = [["at"], ["in"], ["during"], ["to"], ["from"], ["after"], ["through"], ["by"]]
"""What stands between a verb of speech and a place, a hearer or a medium."""
_TO_SOMEBODY = frozenset("told tells asked".split())
_HEADS = frozenset("chief chiefs member members head heads".split())
"""Of what somebody is one: staff, congress, police."""
_TYING = LINKS | {"at"}
_BESIDE = 4
"""Tokens between a name and a thing that make one compound."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A heading made of two parts of a line."""

    surface: str
    tokens: tuple[str, ...]
    head: int
    """The token that is its head."""
    at: tuple[int, int]
    """Its first and last token in the line."""
    relation: str
    """`speaks`, `place`, `happens` or `compound`."""


def composed(row: Line, chunks: Sequence[tuple[int, int]]) -> Iterator[Composed]:
    """What the (first, head) tokens of the noun phrases of a line allow."""
    yield from _speaks(row, chunks)
    yield from _place(row, chunks)
    yield from _happens(row, chunks)
    yield from _compound(row, chunks)


def _is_name(row: Line, at: int) -> bool:
    return row.tags[at].startswith("NNP")


def _thing(row: Line, first: int, head: int) -> tuple[int, int] | None:
    """At most two words of a common noun phrase; None for a name."""
    if _is_name(row, head):
        return None
    return (
        (first, head)
        if head - first <= 1
        else (head - 1, head)
        if row.tags[head - 1].startswith("NN")
        else (head, head)
    )


def _speaks(row: Line, chunks: Sequence[tuple[int, int]]) -> Iterator[Composed]:
    speakers = [(f, h) for f, h in chunks if _is_name(row, h) and _speech_beside(row, f, h)]
    if len(speakers) != 1:
        return
    first, head = speakers[0]
    first = max(first, head - 1)
    if row.plain[first] in TITLES:
        first = head
    for start, end in chunks:
        thing = _thing(row, start, end)
        if (
            thing is None
            or start <= head <= end
            or any(row.quoted[start : end + 1])
            or _is_unsaid(row, (first, head), (start, end))
        ):
            continue
        article = article_before(row, start)
        single = not row.tags[end].endswith("S")
        if row.plain[end] in MESSAGES | EMPTY_HEADS or (single and article not in ("", "the")):
            continue
        the = "the " if single and article == "the" else ""
        surface = f"{row.slice(first, head)} on {the}{row.slice(*thing)}"
        tokens = (*row.tokens[first : head + 1], *row.tokens[thing[0] : thing[1] + 1])
        yield Composed(surface, tokens, thing[1], (min(first, start), max(head, end)), "speaks")


def _speech_beside(row: Line, first: int, head: int) -> bool:
    """Whether a verb of speech follows a name, or stands before it after a mark: "…, said Rose", not "an aide said Rose …"."""
    if row.quoted[first] or _before(row, first) in _TYING:  # "authorities in Spain say"
        return False
    after = head + 1 < len(row.tokens) and row.plain[head + 1] in SPEECH
    turned = first > 0 and row.plain[first - 1] in SPEECH and (first == 1 or not row.tokens[first - 2][-1].isalnum())
    return after or turned


def _is_unsaid(row: Line, speaker: tuple[int, int], thing: tuple[int, int]) -> bool:
    """Whether a thing is none that is spoken of.

    It stands beyond a semicolon, is what somebody is one of ("chief of staff"), or says who the speaker is ("activist Al Gore
    says"), or where and to whom they spoke ("said at a rally").
    """
    (first, head), (start, end) = speaker, thing
    if _before(row, start) == "of" and any(row.plain[at] in _HEADS for at in range(max(0, start - 3), start)):
        return True
    between = range(min(end, head) + 1, max(start, first))
    if any(row.plain[at] == ";" for at in between):
        return True
    if end < first:
        return not any(row.plain[at] in CLAUSE_ENDS or row.tags[at].startswith("VB") for at in between)
    verb, *rest = [row.plain[at] for at in between] or [""]
    rest = [word for word in rest if word not in DETERMINERS]
    return verb in SPEECH and (rest in _SPOKEN_AT or (verb in _TO_SOMEBODY and not rest))


def _before(row: Line, first: int) -> str:
    """The word before a phrase and its article."""
    at = first - 1
    if at >= 0 and row.plain[at] in DETERMINERS:
        at -= 1
    return row.plain[at] if at >= 0 else ""


def _place(row: Line, chunks: Sequence[tuple[int, int]]) -> Iterator[Composed]:
    for first, head in chunks:
        before = first - 1 if first and row.plain[first - 1] in ("in", "the") else -1
        if before > 0 and row.plain[before] == "the":
            before -= 1
        if before < 1 or row.plain[before] != "in" or not all(_is_name(row, at) for at in range(first, head + 1)):
            continue
        for start, end in chunks:
            thing = _thing(row, start, end)
            if thing is None or row.plain[end] in EMPTY_HEADS:
                continue
            if not 1 < before - end <= _NEAR or _broken(row, end, before):
                continue
            tokens = (*row.tokens[thing[0] : thing[1] + 1], *row.tokens[first : head + 1])
            surface = f"{row.slice(*thing)} {row.slice(before, head)}"
            yield Composed(surface, tokens, thing[1], (start, head), "place")


def _happens(row: Line, chunks: Sequence[tuple[int, int]]) -> Iterator[Composed]:
    for first, head in chunks:
        at = head + 1
        while at < len(row.tokens) and row.plain[at] in _BE | {"has", "have", "had"}:
            at += 1
        passive = row.plain[at - 1] in _BE
        if not passive or at >= len(row.tokens) or row.tags[at] not in ("VBN", "VBD"):
            continue
        word = row.plain[at]
        if (
            word in GENERAL_VERBS | NOT_HAPPENING
            or word in stop_words("en")
            or len(word) < 5
            or not is_content(word, "en")
        ):
            continue
        first = max(first, head - 2)
        if not _is_name(row, head) and row.tags[first] not in ("NN", "NNS", "JJ", "NNP"):
            first = head
        surface = f"{row.slice(first, head)} {row.tokens[at]}"
        yield Composed(surface, (*row.tokens[first : head + 1], row.tokens[at]), head, (first, at), "happens")


def _compound(row: Line, chunks: Sequence[tuple[int, int]]) -> Iterator[Composed]:
    """A name as what sorts a thing: "Abu Ghraib officers", and "Senate bill" of "the Senate passed the bill"."""
    for (first, head), (start, end) in pairwise(chunks):
        between = range(head + 1, start)
        if len(between) > _BESIDE or _broken(row, head + 1, start) or any(row.quoted[at] for at in (head, end)):
            continue
        name, thing = ((first, head), (start, end)) if _is_name(row, head) else ((start, end), (first, head))
        if not all(_is_name(row, at) for at in range(name[0], name[1] + 1)) or _is_name(row, thing[1]):
            continue
        nouns = _nouns(row, *thing)
        low = row.plain[head + 1 : start]
        tied = bool(low) and low[0] in _TYING and all(word in _TYING | {"the", "a", "an"} for word in low)
        if row.plain[thing[1]] in EMPTY_HEADS or not low or low[0] in ("'s", "'", "of") or (name[0] > thing[0]) != tied:
            continue
        bodies = article_before(row, name[0]) == "the"  # "the Senate": persons have no article
        if not tied and (not bodies or is_person(row.plain[thing[1]])):
            continue
        who = (max(name[0], name[1] - 1) if row.plain[name[0]] not in TITLES else name[1], name[1])
        tokens = (*row.tokens[who[0] : who[1] + 1], *row.tokens[nouns : thing[1] + 1])
        surface = f"{row.slice(*who)} {row.slice(nouns, thing[1])}"
        yield Composed(surface, tokens, thing[1], (min(first, start), max(head, end)), "compound")


def _nouns(row: Line, first: int, head: int) -> int:
    """Where the nouns that end a phrase begin, two at most."""
    return head - 1 if head > first and row.tags[head - 1].startswith("NN") else head


def _broken(row: Line, first: int, last: int) -> bool:
    ends = CLAUSE_ENDS | {"that", "and", "who", "which"}
    return not ends.isdisjoint(row.plain[first:last])
