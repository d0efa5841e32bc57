"""Names on which sources disagree: one name in two spellings, one quotation in two mouths, one place under two flags.

Owns name clashes. A spelling is told from another person in `summarize.conflict.names`; a quotation counts when both articles
print seven of its words in a row and name who said it right beside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from summarize.conflict.claims import denied
from summarize.conflict.clash import Clash, Side
from summarize.conflict.known import Known
from summarize.conflict.names import normal, spelled_differently
from summarize.speech import named_speaker
from summarize.text import words

QUOTED = 7
"""Words in a row that make two quotations one."""
GROUND = 0.9
"""How surely a place under two flags is one dispute."""
CITED = 3
"""Sentences of an article that are cited for a spelling: the first ones."""
_QUOTATION = re.compile(r"[“\"]([^“”\"]{25,})(?:[”\"]|$)")
_GROUND = re.compile(
    r"\b(?:in|inside|into|within)\s(?:[a-z-]+ly )?(?:recogni[sz]ed )?(?P<name>[A-Z]\w{2,})\s(?:[a-z]+al )?(?P<head>waters?|waterways?|territory|airspace|soil)\b"
)
_CLAIMED = re.compile(
    r"\b(?:insist|claim|maintain|den(?:y|ies|ied)|alleg|admit|confess|accus|stat(?:e|ed|es|ing)\b|sa(?:id|ys|ying)\b|confirm|believe|argu|dispute|we were)",
    re.IGNORECASE,
)


def name_clashes(known: Known) -> tuple[Clash, ...]:
    """The spellings and the quotations, in the order of the sentences."""
    return (*_spellings(known), *_speakers(known), *_grounds(known))


def _spellings(known: Known) -> Iterator[Clash]:
    article = known.representation.article_of
    where: dict[str, set[int]] = {}
    mentions: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, row in enumerate(known.slots.names):
        for slot in row:
            where.setdefault(slot.name, set()).add(int(article[number]))
            mentions[slot.name].append((number, slot.start, slot.end))
    languages = sorted(set(known.representation.languages))
    language = languages[0] if len(languages) == 1 else "en"
    shown = {name: frozenset(articles) for name, articles in where.items()}
    for spelling in spelled_differently(shown, language, known.slots.plain):
        for number, start, end in _first_ones(known, mentions[spelling.first]):
            for other, begin, stop in _first_ones(known, mentions[spelling.second]):
                first, second = Side(number, start, end, spelling.words[0]), Side(other, begin, stop, spelling.words[1])
                codes = known.representation.languages
                if number != other and codes[number] == codes[other]:  # "Al-Qaïda" is no slip beside "Al-Qaeda"
                    yield Clash("name", first, second, spelling.likeness)


def _first_ones(known: Known, mentions: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The first mentions in each article."""
    article = known.representation.article_of
    counts: dict[int, int] = defaultdict(int)
    kept = []
    for mention in mentions:
        counts[int(article[mention[0]])] += 1
        if counts[int(article[mention[0]])] <= CITED:
            kept.append(mention)
    return kept


def _speakers(known: Known) -> Iterator[Clash]:
    """One quotation that two articles give to two people."""
    article, languages = known.representation.article_of.tolist(), known.representation.languages
    at: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, text in enumerate(known.texts):
        for quotation in _QUOTATION.findall(text):
            row = words(quotation)
            for k in range(len(row) - QUOTED + 1):
                at[tuple(row[k : k + QUOTED])].add(number)
    shared = [members for members in at.values() if len({article[number] for number in members}) > 1]
    speaker = {
        number: said
        for number in set().union(*shared)
        if (said := _speaker(known.texts[number], languages[number], known.slots.plain)) is not None
    }
    told = {frozenset(members & speaker.keys()) for members in shared}
    pairs = {(i, j) for members in told for i in members for j in members if i < j and article[i] != article[j]}
    for i, j in sorted(pairs):
        if speaker[i][0] != speaker[j][0]:
            first, second = (Side(n, speaker[n][1], speaker[n][2], speaker[n][0]) for n in (i, j))
            yield Clash("name", first, second, 1.0)


def _speaker(text: str, language: str, plain: frozenset[str]) -> tuple[str, int, int] | None:
    """(last name, start, end) of the one who a sentence says is speaking; None for a body or nobody."""
    found = named_speaker(text, language)
    if found is None:
        return None
    start, end = found
    name = normal(text[start:end]).split()[-1:]
    return (name[0], start, end) if name and name[0] not in plain and len(name[0]) > 2 else None


def _grounds(known: Known) -> Iterator[Clash]:
    """Such as "In Iraqi waters", and "in Iranian waters", where both are claims (English)."""
    found: dict[str, list[Side]] = defaultdict(list)
    for number, text in enumerate(known.texts):
        matches = list(_GROUND.finditer(text))
        if known.representation.languages[number] != "en" or not matches or not _CLAIMED.search(text):
            continue
        if len({match["name"] for match in matches}) > 1 or any(
            start <= matches[0].start() < end for start, end in denied(text)
        ):
            continue
        head = matches[0]["head"][:5]
        found[head].append(
            Side(number, matches[0].start("name"), matches[0].end(), f"{matches[0]['name'].lower()} {head}")
        )
    article = known.representation.article_of
    for sides in found.values():
        for k, first in enumerate(sides):
            for second in sides[k + 1 :]:
                if first.same != second.same and article[first.sentence] != article[second.sentence]:
                    yield Clash("denial", first, second, GROUND)
