"""Where the sources disagree, as the digest tells it: each thing in dispute once, with both sides in their own words.

Owns the grouping of contradicting pairs (`summarize.conflict.clash`) into conflicts and the order of their sides: the earliest
report first where dates are known, so that a total that grew reads as one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from summarize.conflict.clash import Clash, Side, clashes
from summarize.digest import Conflict, ConflictKind, ConflictValue, Quote
from summarize.match import Matches

if TYPE_CHECKING:
    from summarize.model import Representation, Topic

CITED_MOST, CITED_OF_ONE = 8, 2
"""Quotations a side, and of one source."""


def conflicts(representation: Representation, matches: Matches, topics: Sequence[Topic]) -> tuple[Conflict, ...]:
    """The disagreements of a collection, in the order of its topics."""
    topic_of = {number: position for position, topic in enumerate(topics, 1) for number in topic.members}
    found = []
    for kind, sides in _joined(clashes(representation, matches)):
        tally = Counter(topic_of[side.sentence] for side in sides if side.sentence in topic_of)
        if not tally:  # all of it is beside what was asked for
            continue
        topic = min(tally, key=lambda position: (-tally[position], position))
        conflict = Conflict(f"t{topic}", kind, _values(sides, representation))
        found.append((topic, min(side.sentence for side in sides), conflict))
    return tuple(conflict for _, _, conflict in sorted(found, key=lambda item: item[:2]))


def _joined(pairs: Iterable[Clash]) -> Iterator[tuple[ConflictKind, list[Side]]]:
    """Clashes about one thing that share a sentence, as one list of sides; each sentence speaks once on each side."""
    groups: list[tuple[ConflictKind, str, dict[tuple[int, str], Side]]] = []
    for clash in pairs:
        joined = {(side.sentence, side.same): side for side in (clash.second, clash.first)}
        numbers = {clash.first.sentence, clash.second.sentence}
        apart = []
        for kind, about, sides in groups:
            if (kind, about) == (clash.kind, clash.about) and numbers & {number for number, _ in sides}:
                joined |= sides
            else:
                apart.append((kind, about, sides))
        groups = [*apart, (clash.kind, clash.about, joined)]
    for kind, _, sides in groups:
        yield kind, list(sides.values())


def _values(sides: Sequence[Side], representation: Representation) -> tuple[ConflictValue, ...]:
    by_value: dict[str, list[Side]] = defaultdict(list)
    for side in sorted(sides, key=lambda side: side.sentence):
        by_value[side.same].append(side)
    rows = sorted(
        by_value.values(), key=lambda row: (_reported(row, representation) or "later", row[0].sentence, row[0].same)
    )
    dates = [_reported(row, representation) for row in rows]
    dated = len(set(dates) - {""}) > 1
    return tuple(
        ConflictValue(
            f"{row[0].shown} (reported {date})" if dated and date else row[0].shown, _quotes(row, representation)
        )
        for row, date in zip(rows, dates, strict=True)
    )


def _reported(row: Sequence[Side], representation: Representation) -> str:
    """The day of the first report, ISO 8601; empty where none is known."""
    days = [(representation.sentences[side.sentence].article.published or "")[:10] for side in row]
    return min((day for day in days if day), default="")


def _quotes(row: Sequence[Side], representation: Representation) -> tuple[Quote, ...]:
    """At most two sentences of every source on a side."""
    found: dict[str, list[Quote]] = defaultdict(list)
    for side in row:
        sentence = representation.sentences[side.sentence]
        quotes = found[sentence.article.id]
        if len(quotes) < CITED_OF_ONE:
            quotes.append(Quote(sentence.article.id, sentence.start, sentence.end, sentence.text))
    return tuple(quote for quotes in found.values() for quote in quotes)[:CITED_MOST]
