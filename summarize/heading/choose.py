"""One heading for each section of a digest, all different.

Candidates are scored by the model; then the sections share them out so that the sum of scores is greatest and no two
headings have the same head noun (an assignment, Kuhn 1955). Owns that choice, the keywords, and what happens where a section
has no candidate.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarize.heading.assign import assign
from summarize.heading.candidates import Candidate, candidates, pairs
from summarize.heading.evidence import Evidence, Section, gather, weights
from summarize.heading.features import rows
from summarize.heading.mentions import PAIR
from summarize.heading.model import Model
from summarize.heading.tables import word_tables
from summarize.heading.wordrows import word_rows
from summarize.model import Document, Representation

if TYPE_CHECKING:
    from summarize.model import Floats

KEYWORDS_MOST = 8
_MOST_READ = 40
"""Sentences of a section, beside the shown ones, in which names for it are looked for."""
_TIER = 10.0
"""What each tier of a candidate costs: more than any score."""
_PAIR, _ONE_WORD = 0.12, 0.05
"""What "A and B" and a name of one word cost: the model goes by words alone, an editor prefers a whole phrase. Pairs among the
headings over an editor's picks, and heading_hit, by their cost: 0: .72, .57; 0.06: .43, .55; 0.12: .20, .53; none allowed: .50.
Editors have "and" in .17."""
_MOST_WORDS = 5
_UNNAMED = -1e3


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a section and the words that set it apart, best first."""

    text: str
    keywords: tuple[str, ...]


def headings(
    representation: Representation,
    documents: Sequence[Document],
    sections: Sequence[Section],
    language: str,
    names: Sequence[str] = (),
    model: Model | None = None,
    taken: Set[str] = frozenset(),
) -> list[Label]:
    """A label for each section, in their order; the first ones have these `names` already. Without a model a rule decides.

    None is one of those that are `taken`, in small letters.
    """
    if not sections:
        return []
    evidence = gather(representation, documents, language, _looked_at(sections))
    if model is None:
        found = by_rule(evidence, sections, representation.article_of.tolist())
    else:
        found = scored(representation, evidence, sections, model)
    found = [_without(*row, taken) for row in found] if taken else found
    chosen = share_out([row for row, _ in found], [score for _, score in found], len(names))
    keywords = _keywords(evidence, weights(evidence, sections, representation.article_of.tolist()))
    texts = [*names, *(_text(evidence, *pair) for pair in list(zip(sections, chosen, strict=True))[len(names) :])]
    return [Label(text, words) for text, words in zip(texts, keywords, strict=True)]


def _without(row: list[Candidate], scores: Floats, taken: Set[str]) -> tuple[list[Candidate], Floats]:
    free = [number for number, candidate in enumerate(row) if candidate.text.casefold() not in taken]
    return [row[number] for number in free], scores[free]


def _looked_at(sections: Sequence[Section]) -> frozenset[int]:
    """The sentences that are read: what is shown, and of a section of more than `_MOST_READ` that many, evenly spread."""
    return frozenset(
        number
        for section in sections
        for number in (*section.shown, *section.members[:: max(1, -(-len(section.members) // _MOST_READ))])
    )


def scored(
    representation: Representation, evidence: Evidence, sections: Sequence[Section], model: Model
) -> list[tuple[list[Candidate], Floats]]:
    """The candidates of each section with their scores."""
    tables = word_tables(representation, evidence, sections)
    words = word_rows(representation, evidence, sections, model.taste, tables)
    chances = [dict(zip(stems, model.words.probabilities(table).tolist(), strict=True)) for stems, table in words]
    found = [candidates(evidence, section) for section in sections]
    if evidence.tagged:
        found = [[*row, *pairs(row, chance)] for row, chance in zip(found, chances, strict=True)]
    features = rows(representation, evidence, sections, found, chances, tables)
    return [
        (row, np.round(model.phrases.scores(table) - [_cost(c) for c in row], 5))
        for row, table in zip(found, features, strict=True)
    ]


def by_rule(
    evidence: Evidence, sections: Sequence[Section], article_of: Sequence[int]
) -> list[tuple[list[Candidate], Floats]]:
    """The candidates of each section by the weights of their words (Wan & Xiao 2008) and how many sentences say them."""
    found = []
    for section, weight in zip(sections, weights(evidence, sections, article_of), strict=True):
        row = candidates(evidence, section)
        score = [
            sum(weight.get(word, 0.0) for word in c.key) / math.sqrt(max(1, len(c.key))) * math.log1p(c.in_members)
            - _cost(c)
            for c in row
        ]
        found.append((row, np.asarray(np.round(score, 5), dtype=np.float64)))
    return found


def _cost(c: Candidate) -> float:
    words = len(c.text.split())
    lone = words == 1 and not c.best.head_word.isupper()
    return _PAIR * (c.best.kind == PAIR) + _ONE_WORD * lone + _TIER * (words > _MOST_WORDS)


def share_out(found: Sequence[Sequence[Candidate]], scores: Sequence[Floats], named: int = 0) -> list[Candidate | None]:
    """The candidate of each section; those that are `named` already get none."""
    heads = sorted({c.best.head for row in found for c in row})
    column = {head: at for at, head in enumerate(heads)}
    value = np.full((len(found), len(heads) + len(found)), _UNNAMED)
    best: dict[tuple[int, int], Candidate] = {}
    for number, (row, score) in enumerate(zip(found, scores, strict=True)):
        value[number, len(heads) + number] = _UNNAMED / 2
        for c, points in zip(row, score.tolist(), strict=True):
            at, worth = column[c.best.head], points - _TIER * c.tier
            if number >= named and worth > value[number, at]:
                value[number, at], best[number, at] = worth, c
    columns = value.argmax(axis=1)
    if len(set(columns.tolist())) < len(found):
        columns = assign(value)
    return [best.get((row, int(at))) for row, at in enumerate(columns)]


def _text(evidence: Evidence, section: Section, chosen: Candidate | None) -> str:
    text = chosen.text if chosen else _fallback(evidence, section)
    first = text.split(" ", 1)[0]
    return text if any(letter.isupper() for letter in first) else text[:1].upper() + text[1:]  # "iPhone sales"


def _fallback(evidence: Evidence, section: Section) -> str:
    """The longest word that is shown: there is no noun, or others have taken them all."""
    words = [word.text for number in section.shown for word in evidence.tokens[number]]
    return max(words, key=lambda word: (len(word), word), default="…")


def _keywords(evidence: Evidence, weight: Sequence[Mapping[str, float]]) -> list[tuple[str, ...]]:
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for row in evidence.tokens:
        for word in row:
            spelt[word.stem][evidence.case.get(word.text.lower(), word.text)] += 1
    naming = {stem for row in evidence.mentions for mention in row for stem in mention.key}
    best = [sorted(naming & set(row), key=lambda word: (-round(row[word], 9), word))[:KEYWORDS_MOST] for row in weight]
    return [tuple(min(spelt[w], key=lambda form: (-spelt[w][form], form)) for w in row) for row in best]
