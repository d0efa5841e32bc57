"""Candidates as rows of numbers: what the choice of a heading is learned from.

Owns the features and their order. All are shares, counts or cosines that mean the same in every collection.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarize.encode import unit
from summarize.heading.candidates import Candidate
from summarize.heading.evidence import Evidence, Section
from summarize.heading.mentions import (
    BOTH,
    CLAUSE,
    COMPOUND,
    HAPPENS,
    MADE,
    OF,
    OWN,
    OWNED,
    PAIR,
    PLACE,
    PLAIN,
    SPEAKS,
    TIED,
)
from summarize.heading.tables import NONE, WORD, Table
from summarize.model import Representation

if TYPE_CHECKING:
    from summarize.model import Floats

FEATURES = (
    "words content name acronym plain of tied owned own made both clause pair mixed speaks place happens compound "
    "quoted whole subject position in_first in_shown in_members elsewhere own_share titles headings any_shown "
    "all_shown any_members all_members counted near_members near_shown near_others near_event nearest chance_head "
    "chance_mean chance_least chance_most chance_any chance_all shown members sections sentence_has length capital"
).split() + [f"{name}_{kind}" for name in WORD for kind in ("head", "mean", "least", "most")]


def rows(
    representation: Representation,
    evidence: Evidence,
    sections: Sequence[Section],
    found: Sequence[Sequence[Candidate]],
    chances: Sequence[Mapping[str, float]],
    tables: Sequence[Table],
) -> list[Floats]:
    """For each section a row of FEATURES for each of its candidates.

    `chances` of each stem, to stand in its heading; `tables` as from `word_tables`.
    """
    near = _Nearness(representation, sections, found)
    out = []
    for number, (section, row) in enumerate(zip(sections, found, strict=True)):
        nearness = near.of(number)
        shown, members = _Sentences.of(evidence, section.shown), _Sentences.of(evidence, section.members)
        values = [
            [
                *_phrase(shown, members, candidate, len(sections), chances[number]),
                *_of_words(candidate, tables[number]),
            ]
            for candidate in row
        ]
        table = np.array(values, dtype=np.float64).reshape(len(row), len(FEATURES))
        if len(row):
            at = FEATURES.index("near_members")
            table[:, at : at + nearness.shape[1]] = nearness
        out.append(np.round(table, 4))
    return out


@dataclass(frozen=True, slots=True)
class _Sentences:
    """Which of some sentences each word stands in."""

    size: int
    where: Mapping[str, set[int]]

    @classmethod
    def of(cls, evidence: Evidence, numbers: Sequence[int]) -> _Sentences:
        where: dict[str, set[int]] = defaultdict(set)
        for number in numbers:
            for word in evidence.words[number]:
                where[word].add(number)
        return cls(len(numbers), where)

    def shares(self, words: Iterable[str]) -> tuple[float, float]:
        """(share of the sentences with any of some words, with all of them)."""
        found = [self.where.get(word, set()) for word in words]
        return len(set().union(*found)) / self.size, len(set.intersection(*found)) / self.size


def _phrase(
    shown: _Sentences, members: _Sentences, c: Candidate, sections: int, chance: Mapping[str, float]
) -> list[float]:
    """FEATURES up to those of single words, nearness left at zero."""
    any_shown, all_shown = shown.shares(c.key)
    any_members, all_members = members.shares(c.key)
    words = c.text.split()
    likely = [chance.get(word, 0.0) for word in c.key]
    return [
        *_form(c),
        float(0 in c.in_shown),
        len(c.in_shown) / shown.size,
        math.log1p(c.in_members),
        math.log1p(c.elsewhere),
        c.in_members / max(1, c.in_members + c.elsewhere),
        min(3, c.titles),
        min(3, c.headings),
        any_shown,
        all_shown,
        any_members,
        all_members,
        float(c.best.counted),
        *_NO_NEARNESS,
        chance.get(c.best.head, 0.0),
        sum(likely) / len(likely),
        min(likely),
        max(likely),
        1 - math.prod(1 - value for value in likely),
        sum(likely),
        shown.size,
        math.log1p(members.size),
        sections,
        float(all_shown > 0),
        len(c.text),
        sum(word[:1].isupper() for word in words) / len(words),
    ]


_NO_NEARNESS = (0.0,) * 5


def _form(c: Candidate) -> list[float]:
    """How a candidate is made."""
    best, kind = c.best, c.best.kind
    return [
        len(c.text.split()),
        len(c.key),
        best.name,
        float(len(best.head_word) > 1 and best.head_word.isupper()),
        *(float(kind == which) for which in (PLAIN, OF, TIED, OWNED, OWN, MADE, BOTH, CLAUSE, PAIR)),
        float(kind == PAIR and 0.2 < best.name < 0.8),
        *(float(kind == which) for which in (SPEAKS, PLACE, HAPPENS, COMPOUND)),
        float(c.quoted),
        best.whole,
        float(best.subject),
        best.position,
    ]


def _of_words(c: Candidate, table: Table) -> list[float]:
    values = [table.get(word, NONE) for word in c.key]
    head = table.get(c.best.head, NONE)
    out = []
    for at in range(len(WORD)):
        column = [row[at] for row in values]
        out += [head[at], sum(column) / len(column), min(column), max(column)]
    return out


class _Nearness:
    """How near in meaning each candidate is to its section and to the others, around the mean of the collection."""

    def __init__(
        self, representation: Representation, sections: Sequence[Section], found: Sequence[Sequence[Candidate]]
    ) -> None:
        texts = sorted({part for row in found for c in row for part in c.parts})
        place = {text: number for number, text in enumerate(texts)}
        mean = representation.vectors.mean(axis=0)
        alone = representation.encoder(texts) if texts else np.zeros((0, len(mean)), dtype=np.float32)
        made = sorted({c.parts for row in found for c in row})
        self._at = {parts: number for number, parts in enumerate(made)}
        # A pair means what its parts mean; to encode all pairs would take longer than all the rest.
        raw = unit(
            np.array([alone[[place[part] for part in parts]].sum(axis=0) for parts in made]).reshape(-1, len(mean))
        )
        self._texts, self._raw = unit(raw - mean), raw
        self._mean = unit(mean[None])[0]
        vectors = representation.vectors - mean
        self._members = unit(np.stack([vectors[list(s.members)].mean(axis=0) for s in sections]))
        self._shown = unit(np.stack([vectors[list(s.shown)].mean(axis=0) for s in sections]))
        self._found = found

    def of(self, number: int) -> Floats:
        """(candidates, 5) cosines: to the members, the shown, the nearest other section, the collection; share of the best."""
        at = [self._at[c.parts] for c in self._found[number]]
        here = self._texts[at]
        all_ = here @ self._members.T
        own, shown = all_[:, number], here @ self._shown[number]
        others = np.delete(all_, number, axis=1)
        other = others.max(axis=1) if others.shape[1] else np.zeros(len(at))
        event = self._raw[at] @ self._mean
        best = own - (own.max() if len(own) else 0.0)
        return np.asarray(np.column_stack([own, shown, own - other, event, best]), dtype=np.float64)
