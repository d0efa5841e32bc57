"""The phrases that could name a section: whose words a reader finds in its shown sentences.

Owns which phrases may be used and how they are written. A phrase that the sentences only quote, deny, or that is a lone
common noun is kept for a section that has nothing better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarize.heading.casing import is_common, recased
from summarize.heading.evidence import Evidence, Section
from summarize.heading.mentions import PAIR, PLAIN, Key, Mention
from summarize.heading.words import EMPTY_HEADS, forms, is_person, plain

_WHOLE = 0.5
"""A candidate that is nowhere surer to be whole is a piece of a name, as "House" of "White House"."""
SAID, WEAK, QUOTED, DENIED = range(4)
"""How freely a candidate may be used: in the section's own words; a lone common noun; only in quotation marks; denied."""
_WHOLE_UNTAGGED = 0.2
_NAME = 0.9
"""From here on a head is a name."""
_PAIRED = 8
"""Phrases of a section that are paired with "and"."""
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that could name a section."""

    key: Key
    text: str
    """As it would stand inside a sentence."""
    parts: tuple[str, ...]
    """The phrases it consists of: two for a pair, else itself."""
    best: Mention
    """The mention that speaks most for it."""
    tier: int
    """SAID, QUOTED or DENIED."""
    quoted: bool
    """Whether the shown sentences have it in quotation marks only."""
    second: str
    """Stem of the head of what stands after "and" in a pair; empty for any other."""
    in_shown: tuple[int, ...]
    """Places among the shown sentences where it stands."""
    in_members: int
    """Sentences of the section with it."""
    elsewhere: int
    """Other sentences with it."""
    titles: int
    headings: int
    """Of those above the section's sentences."""


def candidates(evidence: Evidence, section: Section) -> list[Candidate]:
    """The candidates of a section: each of their words stands in one of its shown sentences."""
    ground = frozenset(form for number in section.shown for form in evidence.forms[number])
    members = frozenset(section.members)
    keys = {mention.key for number in section.shown for mention in evidence.mentions[number]}
    keys |= {mention.key for number in section.members for mention in evidence.mentions[number]}
    keys |= {m.key for above in evidence.above if above.sentences & members for m in above.mentions}
    found = (_candidate(evidence, section, members, ground, key) for key in sorted(keys))
    return [candidate for candidate in found if candidate is not None]


def _candidate(
    evidence: Evidence, section: Section, members: frozenset[int], ground: frozenset[str], key: Key
) -> Candidate | None:
    if len(set(key)) < len(key):
        return None
    places = [(number, m) for number, m in evidence.places[key] if forms(m.surface) <= ground]
    if not places or not any(forms(m.surface) for _, m in places):
        return None
    said = [(number, m) for number, m in places if not m.quoted and not m.denied]
    tier = _tier(evidence, section, key, places)
    quoted = tier == QUOTED
    if quoted and any(number in members for number, _ in said):
        tier = SAID  # an article says it in its own words
    if tier == SAID and _is_weak([m for _, m in said or places]):
        tier = WEAK
    use = said or places
    if max(m.whole for _, m in evidence.places[key]) < (_WHOLE if evidence.tagged else _WHOLE_UNTAGGED):
        return None
    there = set(section.shown)
    numbers = {number for number, _ in use if number >= 0}
    above = [a for a in evidence.above if a.sentences & members and any(m.key == key for m in a.mentions)]
    text = _written([m for _, m in use], evidence.case)
    return Candidate(
        key=key,
        text=text,
        parts=(text,),
        best=min((m for _, m in use), key=lambda m: (-m.whole, not m.subject, m.kind, m.position)),
        tier=tier,
        quoted=quoted,
        second="",
        in_shown=tuple(place for place, number in enumerate(section.shown) if number in numbers),
        in_members=len(numbers & members | numbers & there),
        elsewhere=len(numbers - members - there),
        titles=sum(a.is_title for a in above),
        headings=sum(not a.is_title for a in above),
    )


def _is_weak(said: Sequence[Mention]) -> bool:
    """Whether a phrase is a lone common noun, or a noun that names nothing with no more than adjectives before it."""
    words = said[0].words
    if len(words) == 1:
        return not any(m.name >= _NAME for m in said) or is_common(words[0].lower())
    empty = said[0].kind == PLAIN and plain(said[0].head_word) in EMPTY_HEADS
    return empty and not any(word[0].isupper() or is_common(word.lower()) for word in words[:-1])


def _tier(evidence: Evidence, section: Section, key: Key, places: Sequence[tuple[int, Mention]]) -> int:
    shown = set(section.shown)
    here = [m for number, m in places if number in shown]
    if here:
        if any(not m.quoted and not m.denied for m in here):
            return SAID
        return QUOTED if any(not m.denied for m in here) else DENIED
    tokens = [word for number in section.shown for word in evidence.tokens[number] if word.stem in key]
    every = {word.stem for word in tokens}
    free = {word.stem for word in tokens if not word.quoted and not word.denied}
    if free == every:
        return SAID
    return QUOTED if every == {word.stem for word in tokens if not word.denied} else DENIED


def _written(mentions: Sequence[Mention], case: Mapping[str, str]) -> str:
    """The most frequent way, by preference where capitals say something."""
    seen: Counter[str] = Counter()
    for mention in mentions:
        seen[recased(mention.surface, case) if mention.opens else mention.surface] += 1 if mention.opens else 4
    return min(seen, key=lambda form: (-seen[form], form))


def _joined(first: Candidate, second: Candidate) -> str | None:
    """The two with "and" between them, a name first ("Griffin and the photo"); None where that reads badly."""
    one, other = first.best.name >= _NAME, second.best.name >= _NAME
    if one == other:
        return f"{first.text} and {second.text}"
    who, what = (first, second) if one else (second, first)
    single = not what.best.plural
    if is_common(who.text.lower()) or (single and is_person(plain(what.best.head_word))):
        return None
    if single and what.best.article not in ("", "the"):
        return None
    return f"{who.text} and {'the ' if single and what.best.article == 'the' else ''}{what.text}"


def pairs(found: Sequence[Candidate], chance: Mapping[str, float]) -> list[Candidate]:
    """Two phrases with "and" between them, of the likeliest short ones; `chance`: of each stem to stand in a heading."""
    short = [
        c for c in found if c.tier <= WEAK and c.best.kind == PLAIN and len(c.key) <= 2 and c.in_shown and not c.quoted
    ]
    short.sort(key=lambda c: (-sum(chance.get(w, 0.0) for w in c.key) / len(c.key) ** 0.5, c.key))
    made = []
    for at, one in enumerate(short[:_PAIRED]):
        for other in short[at + 1 : _PAIRED]:
            first, second = sorted((one, other), key=lambda c: (c.in_shown[0], c.best.position, c.key))
            text = _joined(first, second)
            if text is None or {first.best.head_word, second.best.head_word} & EMPTY_HEADS:
                continue
            if (
                set(first.key) & set(second.key)
                or len(text.split()) > _MOST_WORDS
                or " and " in first.text + second.text
            ):
                continue
            made.append(
                replace(
                    first,
                    key=first.key + second.key,
                    text=text,
                    parts=(first.text, second.text),
                    best=replace(first.best, kind=PAIR, name=(first.best.name + second.best.name) / 2),
                    tier=SAID,
                    in_shown=tuple(sorted({*first.in_shown, *second.in_shown})),
                    in_members=first.in_members + second.in_members,
                    elsewhere=first.elsewhere + second.elsewhere,
                    second=second.best.head,
                )
            )
    return made
