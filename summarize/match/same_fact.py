"""Same-fact matching: which sentences, of one article or of several, state the same central fact.

Owns the decision, from the probability that the judge gives or, where a rule stands in for it, from likeness
(`summarize.match.by_likeness`): a strict relation that is good enough to cite, *copy* or *paraphrase*; a loose one that is too
alike to be shown together; and groups that cannot chain unlike sentences. Nothing is random; ties go to the earlier sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from rapidfuzz.distance import Indel, LCSseq
from scipy import sparse

from summarize.judge import Facts, Likeness, Opinions
from summarize.match.by_likeness import by_likeness
from summarize.model import FactGroup, Pair, Representation

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

# Measured together, cross-validated on the labelled events (docs/judges.md); do not move one alone.
CITE = 0.60
"""Probability of one fact from which on a sentence is cited: precision .87 and recall .45 of the articles that support what is
shown, pooled over the labelled events; 0.55 gives .86 and .48, 0.70 gives .91 and .38."""
NEIGHBOUR_BONUS = 0.10
"""A quotation and its lead-in, next to each other in one article, repeat more often than their likeness says."""
COPY_LEAST = 0.20
"""Likeness from which on words are compared."""
COPY = 0.75
"""Share of equal words (1 − normalised indel distance) from which on a pair is one text."""
QUOTED_WORDS, QUOTED_SHARE = 8, 0.90
"""When so many words or more stand to this share, in order, in the other sentence, one quotes the other."""


@dataclass(frozen=True, slots=True)
class Limit:
    """From where on two sentences are not shown together."""

    probability: float
    """That they state one fact, by the judge."""
    likeness: float
    """Where a rule stands in for the judge."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What states the same as what."""

    groups: tuple[FactGroup, ...]
    """Disjoint; a sentence that nothing else states is in none."""
    likeness: Likeness
    """How alike any two sentences are, and any two terms."""
    probability: Any
    """(sentences, sentences) symmetric probability of one fact, dense or sparse, 0 for a pair that was not judged; None where
    likeness decides."""
    _pairs: dict[int, tuple[tuple[int, Pair], ...]]
    _group_of: dict[int, int]
    _article_of: IntArray

    def supporters(self, sentence: int) -> tuple[tuple[int, Pair], ...]:
        """(other sentence, pair) of every strict match, the most similar first: what to cite when it is shown.

        Cite these rather than the members of its group: two members match the centre, not always each other.
        """
        return self._pairs.get(sentence, ())

    def alike(self, sentence: int, others: IntArray) -> Floats:
        """(others,) how surely each states what a sentence states: a probability or a likeness, about 0 to 1."""
        if self.probability is None:
            return np.asarray(self.likeness.of(np.full(len(others), sentence), others), dtype=np.float64)
        row = self.probability[[sentence], :]
        row = row.toarray() if sparse.issparse(row) else row
        return np.asarray(row, dtype=np.float64).ravel()[others]

    def repeats(self, candidate: int, shown: Sequence[int], limit: Limit) -> bool:
        """Whether a sentence says what one that is shown already says: one fact, or as surely as the limit."""
        if not shown:
            return False
        group = self._group_of.get(candidate)
        if group is not None and any(self._group_of.get(number) == group for number in shown):
            return True
        if {number for number, _ in self.supporters(candidate)} & set(shown):
            return True
        others = np.asarray(shown, dtype=np.int64)
        alike = self.alike(candidate, others)
        if self.probability is not None:
            return bool((alike >= limit.probability).any())
        beside = (self._article_of[others] == self._article_of[candidate]) & (np.abs(others - candidate) == 1)
        return bool((alike + NEIGHBOUR_BONUS * beside >= limit.likeness).any())


def match(representation: Representation, opinions: Opinions) -> Matches:
    """The same-fact pairs and groups of a collection."""
    facts = opinions.same_fact
    probability = None
    if facts is None:
        pairs = by_likeness(representation, opinions.likeness, is_copy)
    else:
        pairs, probability = _by_judge(representation, facts)
    groups = group(pairs)
    of_sentence = {number: position for position, found in enumerate(groups) for number in found.members}
    return Matches(groups, opinions.likeness, probability, _by_sentence(pairs), of_sentence, representation.article_of)


def _by_judge(representation: Representation, facts: Facts) -> tuple[list[Pair], Any]:
    """The pairs that may be cited, and the probability of all; a copy needs no judge."""
    table, value, tokens = facts.table, facts.probability.copy(), representation.tokens
    likeness = table.column("likeness")
    pairs = []
    for k in np.flatnonzero((likeness >= COPY_LEAST) | (value >= CITE)).tolist():
        i, j = int(table.pairs.first[k]), int(table.pairs.second[k])
        if likeness[k] >= COPY_LEAST and is_copy(tokens[i], tokens[j]):
            pairs.append(Pair(i, j, 1.0, "copy"))
            value[k] = 1.0
        elif value[k] >= CITE:
            pairs.append(Pair(i, j, round(float(value[k]), 4), "paraphrase"))
    return pairs, table.square(value)


def is_copy(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two rows of words are one text with small edits, or one quotes most of the other."""
    if Indel.normalized_similarity(some, others, score_cutoff=COPY) >= COPY:
        return True
    shorter = min(len(some), len(others))
    return shorter >= QUOTED_WORDS and bool(LCSseq.similarity(some, others) >= QUOTED_SHARE * shorter)


def group(pairs: Iterable[Pair]) -> tuple[FactGroup, ...]:
    """Star clusters (Aslam, Pelekhov & Rus 2004): the best-connected free sentence takes its free matches, again and again.

    No chain can form, for every member is a pair with the centre.
    """
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for pair in pairs:
        near[pair.first][pair.second] = pair.similarity
        near[pair.second][pair.first] = pair.similarity
    free = set(near)
    found = []
    for centre in sorted(near, key=lambda number: (-sum(near[number].values()), number)):
        members = sorted(free & {centre, *near[centre]}) if centre in free else []
        free.difference_update(members)
        if len(members) > 1:
            found.append(FactGroup(centre, tuple(members)))
    return tuple(sorted(found, key=lambda group: group.centre))


def _by_sentence(pairs: Iterable[Pair]) -> dict[int, tuple[tuple[int, Pair], ...]]:
    found: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    for pair in pairs:
        found[pair.first].append((pair.second, pair))
        found[pair.second].append((pair.first, pair))
    return {
        number: tuple(sorted(row, key=lambda item: (-item[1].similarity, item[0]))) for number, row in found.items()
    }
