"""What is counted of the words of each section: shares of its sentences and articles, and how far a word is its own."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from summarize.heading.evidence import Evidence, Section, weights
from summarize.model import Representation

WORD = (
    "in_shown",
    "in_members",
    "in_others",
    "own",
    "weight",
    "in_articles",
    "rarity",
    "in_sections",
    "first_place",
    "lead",
)
"""Names of the numbers of a word."""
NONE = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 8.0, 0.0, 3.0, 0.0)
"""Those of a word that stands in no sentence in this form."""

Table = Mapping[str, tuple[float, ...]]


def word_tables(representation: Representation, evidence: Evidence, sections: Sequence[Section]) -> list[Table]:
    """For each section the numbers of each of its words, by stem."""
    article_of = representation.article_of.tolist()
    weight = weights(evidence, sections, article_of)
    everywhere = Counter(word for row in evidence.words for word in row)
    spread = Counter(
        word for s in sections for word in frozenset(w for number in s.members for w in evidence.words[number])
    )
    return [
        _table(evidence, section, own, everywhere, spread, len(sections), article_of)
        for section, own in zip(sections, weight, strict=True)
    ]


def _table(
    evidence: Evidence,
    section: Section,
    weight: dict[str, float],
    everywhere: Counter[str],
    spread: Counter[str],
    sections: int,
    article_of: Sequence[int],
) -> dict[str, tuple[float, ...]]:
    members, shown = section.members, section.shown
    inside = Counter(word for number in members for word in evidence.words[number])
    seen = Counter(word for number in shown for word in evidence.words[number])
    pairs = {(article_of[number], word) for number in members for word in evidence.words[number]}
    articles = Counter(word for _, word in pairs)
    sources = len({article_of[number] for number in members})
    total = len(evidence.words)
    rest = max(1, total - len(members))
    top = max(weight.values(), default=1.0)
    first: dict[str, int] = {}
    for place, number in enumerate(shown):
        for word in evidence.words[number]:
            first.setdefault(word, place)
    table: dict[str, tuple[float, ...]] = {}
    for word in set(seen) | set(inside):
        outside = everywhere[word] - inside[word]
        share, other = inside[word] / max(1, len(members)), outside / rest
        table[word] = (
            seen[word] / len(shown),
            share,
            other,
            math.log((share + 0.02) / (other + 0.02)),
            weight.get(word, 0.0) / top,
            articles[word] / max(1, sources),
            math.log((total + 1) / (everywhere[word] + 0.5)),
            spread[word] / max(1, sections),
            first.get(word, len(shown)),
            float(word in seen and word in evidence.words[shown[0]]),
        )
    return table
