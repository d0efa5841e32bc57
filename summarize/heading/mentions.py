"""Where words that could name something stand in a text, in English: noun phrases and what can be made of them.

A noun phrase is a run of nouns and adjectives (Justeson & Katz 1995), alone, tied to another by a preposition ("boycott of
the Olympics"), owned ("Trump's reaction", also where the text has "his reaction" and one person is its subject), or the noun of
a verb with the one who does or suffers it ("Sayoc was arrested": "Arrest of Sayoc"). Owns candidates, their stems and how they
are written; which one names a section is learned elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.heading.chunks import (
    NAMES,
    Chunk,
    after_preposition,
    chunks_of,
    is_name_part,
    may_open,
    name_of,
    wholeness,
)
from summarize.heading.composed import composed
from summarize.heading.nominal import made
from summarize.heading.tokens import Line, article_before, line
from summarize.heading.words import (
    DETERMINERS,
    FORMS_SKIPPED,
    GENERAL_VERBS,
    GETTING,
    LINKS,
    is_content,
    plain,
)
from summarize.languages import stop_words
from summarize.text import stem

Key = tuple[str, ...]

MOST_WORDS = 6
MOST_CONTENT = 4
PLAIN, OF, TIED, OWNED, OWN, MADE, BOTH, CLAUSE, PAIR, SPEAKS, PLACE, HAPPENS, COMPOUND = range(13)
"""How a candidate is put together: one phrase; two with "of" or another preposition between them; one with the owner's name
as it stands, or where the text has a pronoun; the noun of a verb; two with "and" between them; a name, a verb and what it
acts upon; two phrases put together with "and"; see `composed`."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
_PRONOUNS = frozenset("his her their its".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A candidate as it stands in a text."""

    key: Key
    """Stems of its content words, in order."""
    words: tuple[str, ...]
    """Its content words as they stand there."""
    surface: str
    head: str
    """Stem of the noun that says what kind of thing it is."""
    head_word: str
    kind: int
    """PLAIN to MADE."""
    name: float
    """1 when its head is a proper name; less with a common noun in it, or an article before it, as things have."""
    whole: float
    """How surely it is a whole noun phrase, from 0 to 1."""
    subject: bool
    """Whether it stands before the verb of its sentence, after no preposition."""
    position: float
    """Where in the text it begins, from 0 to 1."""
    counted: bool
    """Whether a number stands before it."""
    quoted: bool
    denied: bool
    article: str
    """The article or pronoun before it, in small letters; empty where there is none."""
    plural: bool
    """Whether its head is a plural."""
    opens: bool
    """True where capitals say nothing: at the start of a sentence and in a heading."""


@lru_cache(maxsize=50_000)
def english_mentions(text: str, heading: bool = False) -> tuple[Mention, ...]:
    """The candidates of a text, several times where they stand several times."""
    row = line(text, True, heading)
    return tuple(_all(row, heading))


def _all(row: Line, heading: bool) -> Iterator[Mention]:
    chunks = list(chunks_of(row))
    verb = next((at for at, tag in enumerate(row.tags) if tag in FINITE), len(row.tags))
    owner = _owner(row, chunks, verb)
    for number, chunk in enumerate(chunks):
        for first in range(chunk.start, chunk.head + 1):
            if not may_open(row, first):
                continue
            whole = wholeness(row, chunk, first)
            yield from _mention(row, first, chunk.head, chunk.head, PLAIN, whole, verb, heading)
            for later in range(number + 1, min(number + 3, len(chunks))):
                kind = _tie(row, chunks[later - 1].head, chunks[later].start)
                if kind is None:
                    break
                head = chunks[later].head if kind == OWNED else chunk.head
                yield from _mention(row, first, head, chunks[later].head, kind, whole, verb, heading)
        if owner is not None and chunk.start > owner.head:
            yield from _owned(row, owner, chunk, verb)
        if number + 1 < len(chunks) and chunk.head < verb:
            yield from _clause(row, chunk, chunks[number + 1], verb, heading)
    yield from _nominal(row, chunks, verb)
    if not heading:
        yield from _composed(row, chunks, verb)


def _tie(row: Line, head: int, following: int) -> int | None:
    """How two chunks hang together; None where they do not."""
    between = row.plain[head + 1 : following]
    if between in (("'s",), ("'",)):
        return OWNED
    if between in (("and",), ("and", "the")):
        return BOTH
    if not between or between[0] not in LINKS or between[1:] not in ((), ("the",), ("a",), ("an",)):
        return None
    return OF if between[0] == "of" else TIED


def _owner(row: Line, chunks: Sequence[Chunk], verb: int) -> Chunk | None:
    """The named subject, if it is the only name before the verb."""
    names = [chunk for chunk in chunks if chunk.head < verb and row.tags[chunk.head] in NAMES]
    return (
        names[0] if len(names) == 1 and names[0] is chunks[0] and not after_preposition(row, names[0].start) else None
    )


def _owned(row: Line, owner: Chunk, chunk: Chunk, verb: int) -> Iterator[Mention]:
    """The owner's name in place of a pronoun: "Demoski apologised for his actions", so "Demoski's actions"."""
    if chunk.start == 0 or row.quoted[chunk.start]:
        return
    before = row.plain[chunk.start - 1]
    gets = verb == owner.head + 1 and row.plain[verb] in GETTING
    direct = gets and chunk.start - verb in (1, 2) and (chunk.start - verb == 1 or before in ("a", "an", "the"))
    if before not in _PRONOUNS and not direct:
        return
    name, thing = row.tokens[owner.head], row.slice(chunk.start, chunk.head)
    surface = f"{name}'s {thing}" if not name.endswith("s") else f"{name}' {thing}"
    tokens = (name, *row.tokens[chunk.start : chunk.head + 1])
    yield from _made(row, tokens, surface, row.tokens[chunk.head], OWN, (owner.head, chunk.head), verb)


def _clause(row: Line, who: Chunk, what: Chunk, verb: int, heading: bool) -> Iterator[Mention]:
    """A name, one verb and its object, as they stand: "Lerner invokes Fifth Amendment"."""
    if verb != who.head + 1 or row.tags[who.head] not in (*NAMES, "NNS") or row.tags[verb] == "MD":
        return
    if not all(word in DETERMINERS for word in row.plain[verb + 1 : what.start]):
        return
    if row.plain[verb] in stop_words("en") or row.plain[verb] in GENERAL_VERBS:
        return
    yield from _mention(row, who.start, what.head, what.head, CLAUSE, 1.0, verb, heading)


def _nominal(row: Line, chunks: Sequence[Chunk], verb: int) -> Iterator[Mention]:
    """The nouns of verbs, with the chunk that stands before or after them."""
    spans = [(chunk.start, chunk.head) for chunk in chunks]
    for found in made(row, spans):
        tokens = (found.noun, *row.tokens[found.first : found.last + 1])
        thing = row.slice(found.first, found.last)
        surface = f"{thing}{_possessive(thing)} {found.noun}" if found.does else f"{found.noun} {found.link} {thing}"
        if found.does:
            tokens = (*tokens[1:], found.noun)
        yield from _made(row, tokens, surface, found.noun, MADE, (found.first, found.verb), verb)


def _possessive(name: str) -> str:
    return "'" if name.endswith("s") else "'s"


def _composed(row: Line, chunks: Sequence[Chunk], verb: int) -> Iterator[Mention]:
    kinds = {"speaks": SPEAKS, "place": PLACE, "happens": HAPPENS, "compound": COMPOUND}
    for found in composed(row, [(chunk.start, chunk.head) for chunk in chunks]):
        kind = kinds[found.relation]
        yield from _made(row, found.tokens, found.surface, row.tokens[found.head], kind, found.at, verb)


def _made(
    row: Line, tokens: Sequence[str], surface: str, head: str, kind: int, at: tuple[int, int], verb: int
) -> Iterator[Mention]:
    words = tuple(word for word in tokens if is_content(plain(word), "en"))
    if not words or len(words) > MOST_CONTENT or len(surface.split()) > MOST_WORDS:
        return
    span = range(min(at), max(at) + 1)
    yield Mention(
        key=tuple(stem(plain(word), "en") for word in words),
        words=words,
        surface=surface,
        head=stem(plain(head), "en"),
        head_word=head,
        kind=kind,
        name=0.0,
        whole=1.0,
        subject=min(at) < verb,
        position=min(at) / len(row.tokens),
        counted=False,
        quoted=any(row.quoted[i] for i in at),
        denied=any(row.denied[i] for i in span) or any(row.denied[i] for i in at),
        article="",
        plural=False,
        opens=min(at) == 0,
    )


def _mention(
    row: Line, first: int, head: int, last: int, kind: int, whole: float, verb: int, heading: bool
) -> Iterator[Mention]:
    if last - first >= MOST_WORDS:
        return
    said = [at for at in range(first, last + 1) if is_content(row.plain[at], "en") or is_name_part(row, at)]
    if not said or len(said) > MOST_CONTENT or row.plain[head] in FORMS_SKIPPED:
        return
    yield Mention(
        key=tuple(stem(row.plain[at], "en") for at in said),
        words=tuple(row.tokens[at] for at in said),
        surface=row.slice(first, last),
        head=stem(row.plain[head], "en"),
        head_word=row.tokens[head],
        kind=kind,
        name=name_of(row, first, head),
        whole=whole,
        subject=head < verb and not after_preposition(row, first),
        position=first / len(row.tokens),
        counted=first > 0 and row.tags[first - 1] == "CD",
        quoted=any(row.quoted[first : last + 1]),
        denied=any(row.denied[first : last + 1]),
        article=article_before(row, first),
        plural=row.tags[head].endswith("S"),
        opens=heading or first == 0,
    )
