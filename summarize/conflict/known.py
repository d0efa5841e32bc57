"""What the judge's columns are made from: a collection, its slots and pairs, and what the judges of pairs say.

Owns the weights that a collection gives: how rare a term is, which terms are related, and the places that a sentence speaks of. Everything is made once, when it is first asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.conflict.candidates import Candidates, Closeness
from summarize.conflict.names import normal
from summarize.conflict.reading import Slots

if TYPE_CHECKING:
    from summarize.model import Representation

_OF_YEAR = re.compile(r"\b[a-zà-ÿ]+\s(?:of|von|de|in)\s((?:1[5-9]|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLACE = re.compile(r"\b(?:[Ii]n|near|outside|off|bei|nahe|près de|à)\s(?P<place>[A-ZÀ-Þ][\w'’-]+)(?!\s?\d)")


@dataclass(frozen=True)
class Known:
    """What the columns are made from."""

    representation: Representation
    closeness: Closeness
    slots: Slots
    candidates: Candidates
    same_fact: Any = None
    same_topic: Any = None
    """(sentences, sentences), dense or sparse: probability that two sentences state one fact, or belong to one topic; None where no judge says so."""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """(sentences,) the words of each as shown."""
        return tuple(sentence.text for sentence in self.representation.sentences)

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """Inverse document frequency of each term, from 0."""
        counts = Counter(term for row in self.representation.terms for term in set(row))
        size = len(self.representation) + 1
        return {term: float(np.log(size / (count + 0.5))) for term, count in counts.items()}

    def related(self, term: str) -> Mapping[int, float]:
        """Columns of the terms that are related to one, and how related, from 0 to 1."""
        if term not in self._related:
            column, rows = self.closeness.views.column.get(term), self._rows_of_related
            cells = slice(0, 0) if column is None else slice(*rows.indptr[column : column + 2].tolist())
            self._related[term] = dict(zip(rows.indices[cells].tolist(), rows.data[cells].tolist(), strict=True))
        return self._related[term]

    @cached_property
    def _related(self) -> dict[str, Mapping[int, float]]:
        return {}

    @cached_property
    def _rows_of_related(self) -> Any:
        return self.closeness.views.related.tocsr()

    @cached_property
    def places(self) -> tuple[frozenset[str], ...]:
        """(sentences,) the places that each says it speaks of, but for those that most articles name."""
        found = [
            frozenset(part for match in _PLACE.finditer(text) for part in normal(match["place"]).split()[:1])
            for text in self.texts
        ]
        article = self.representation.article_of
        where: dict[str, set[int]] = {}
        for number, row in enumerate(found):
            for place in row:
                where.setdefault(place, set()).add(int(article[number]))
        most = len(set(article.tolist())) / 2
        common = {place for place, articles in where.items() if len(articles) > most}
        return tuple(row - common - self.slots.plain for row in found)

    @cached_property
    def names(self) -> tuple[frozenset[str], ...]:
        """(articles,) the words of the names of each."""
        article = self.representation.article_of.tolist()
        found: list[set[str]] = [set() for _ in range(max(article, default=-1) + 1)]
        for number, row in zip(article, self.slots.names, strict=True):
            told = (slot for slot in row if slot.start > 0 or " " in slot.name)  # any word has a capital at the start
            found[number].update(part for slot in told for part in slot.heads)
        return tuple(frozenset(row - self.slots.plain) for row in found)

    @cached_property
    def years(self) -> tuple[frozenset[str], ...]:
        """(sentences,) the years that each names."""
        return tuple(frozenset(_YEAR.findall(text)) for text in self.texts)

    @cached_property
    def years_told(self) -> tuple[frozenset[str], ...]:
        """(articles,) the years that each names."""
        article = self.representation.article_of.tolist()
        found: list[set[str]] = [set() for _ in range(max(article, default=-1) + 1)]
        for number, row in zip(article, self.years, strict=True):
            found[number] |= row
        return tuple(map(frozenset, found))

    def apart(self, i: int, j: int) -> bool:
        """Whether two sentences speak of two events: of other places, of a year that the other article never names, or their
        articles have no name in common.
        """
        if self.places[i] and self.places[j] and not self.places[i] & self.places[j]:
            return True
        some, other = int(self.representation.article_of[i]), int(self.representation.article_of[j])
        if self.names[some] and self.names[other] and not self.names[some] & self.names[other]:
            return True
        return bool(self.old[i] - self.years_told[other]) != bool(self.old[j] - self.years_told[some])

    @cached_property
    def old(self) -> tuple[frozenset[str], ...]:
        """(sentences,) the years whose event each speaks of ("the flood of 1954")."""
        return tuple(frozenset(_OF_YEAR.findall(text)) for text in self.texts)

    def at(self, i: int, j: int) -> frozenset[str]:
        """The places that a sentence speaks of and the article of another one never names."""
        return self.places[i] - self.names[int(self.representation.article_of[j])]

    def alike(self, some: str, other: str) -> float:
        """How alike two terms are in meaning, from 0 to 1."""
        if some == other:
            return 1.0
        return self.related(some).get(self.closeness.views.column.get(other, -1), 0.0)

    @cached_property
    def stems(self) -> tuple[Mapping[str, int], ...]:
        """(sentences,) the terms of each, with their columns."""
        column = self.closeness.views.column
        return tuple({term: column[term] for term in row} for row in self.representation.terms)

    def likest(self, term: str, sentence: int) -> float:
        """How alike a term is to the likest one of a sentence, from 0 to 1."""
        if term in self.stems[sentence]:
            return 1.0
        related = self.related(term)
        return max((related.get(k, 0.0) for k in self.stems[sentence].values()), default=0.0) if related else 0.0

    @cached_property
    def said(self) -> Mapping[tuple[str, float], int]:
        """(family, value) → sentences that have it."""
        keys = ({(slot.readings[0].family, round(slot.value, 4)) for slot in row} for row in self.slots.values)
        return Counter(key for row in keys for key in row)
