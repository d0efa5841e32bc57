"""Same-fact matching: which sentences, of one article or of several, state the same central fact.

Owns the decision, from the similarity of `summarize.match.likeness`: a strict relation that is good enough to cite, *copy* or
*paraphrase*; a loose one that is too alike to be shown together; and groups that cannot chain unlike sentences. Nothing is
random; ties go to the earlier sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Indel, LCSseq

from summarize.match.likeness import Likeness, likeness
from summarize.model import FactGroup, Pair, Representation

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray

# Measured together on the labelled events and Summary of a Haystack (benchmarks/match.md); do not move one alone.
CITE = 0.37
"""Similarity from which on a sentence is cited; 0.44 cites a quarter less, a tenth more surely."""
NEIGHBOUR_BONUS = 0.10
"""A quotation and its lead-in, next to each other in one article, repeat more often than they sound."""
FULL_TERMS, SHORT_PENALTY = 12, 0.04
"""Content terms from which on a sentence says enough to be sure of it, and what is lost, for citing only, per natural
logarithm of the share that is missing."""
PARTS_PENALTY = 0.10
"""Taken when a part matches a part: both may mention in passing what neither sentence is about."""
COPY = 0.75
"""Share of equal words (1 − normalised indel distance) from which on a pair is one text."""
COPY_MARGIN = 0.08
"""A short quotation in a long sentence sounds this much less alike; below, no words are compared."""
QUOTED_WORDS, QUOTED_SHARE = 8, 0.90
"""When so many words or more stand to this share, in order, in the other sentence, one quotes the other."""
NEAR, NEAR_MOST = 0.25, 120
"""Blocking: the mean of meaning and wording below which a pair is not scored, and the most pairs a row starts."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What states the same as what."""

    groups: tuple[FactGroup, ...]
    """Disjoint; a sentence that nothing else states is in none."""
    views: Likeness
    """How alike any two sentences are, and any two terms."""
    _pairs: dict[int, tuple[tuple[int, Pair], ...]]
    _group_of: dict[int, int]
    _article_of: IntArray

    def supporters(self, sentence: int) -> tuple[tuple[int, Pair], ...]:
        """(other sentence, pair) of every strict match, the most similar first: what to cite when it is shown.

        Cite these rather than the members of its group: two members match the centre, not always each other.
        """
        return self._pairs.get(sentence, ())

    def alike(self, sentence: int, others: IntArray) -> FloatArray:
        """(others,) similarity of a sentence to others, about 0 to 1, without regard to their parts."""
        return self.views.of(np.full(len(others), sentence), others)

    def repeats(self, candidate: int, shown: Sequence[int], likeness: float) -> bool:
        """Whether a sentence says what one that is shown already says: the same fact, or as alike as `likeness`."""
        if not shown:
            return False
        group = self._group_of.get(candidate)
        if group is not None and any(self._group_of.get(number) == group for number in shown):
            return True
        if {number for number, _ in self.supporters(candidate)} & set(shown):
            return True
        others = np.asarray(shown, dtype=np.int64)
        alike = self.alike(candidate, others)
        beside = (self._article_of[others] == self._article_of[candidate]) & (np.abs(others - candidate) == 1)
        return bool((alike + NEIGHBOUR_BONUS * beside >= likeness).any())


def match(representation: Representation) -> Matches:
    """The same-fact pairs and groups of a collection."""
    views = likeness(representation)
    tokens = representation.tokens
    pairs = []
    first, second, similarity = _best_parts(views, *views.nearby(NEAR, NEAR_MOST))
    for k in np.flatnonzero(similarity >= CITE - COPY_MARGIN).tolist():
        i, j = int(first[k]), int(second[k])
        if is_copy(tokens[i], tokens[j]):
            pairs.append(Pair(i, j, 1.0, "copy"))
        elif similarity[k] >= CITE:
            pairs.append(Pair(i, j, round(float(similarity[k]), 4), "paraphrase"))
    groups = group(pairs)
    of_sentence = {number: position for position, found in enumerate(groups) for number in found.members}
    return Matches(groups, views, _by_sentence(pairs), of_sentence, representation.article_of)


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


def _best_parts(views: Likeness, rows: IntArray, columns: IntArray) -> tuple[IntArray, IntArray, FloatArray]:
    """From pairs of rows to pairs of sentences (first < second), as similar as their most similar parts."""
    n = views.sentences
    shorter = np.minimum(views.lengths[rows], views.lengths[columns])
    similarity = views.of(rows, columns) + SHORT_PENALTY * np.log(np.minimum(shorter / FULL_TERMS, 1))
    similarity -= PARTS_PENALTY * ((rows >= n) & (columns >= n))
    first, second = views.owner[rows], views.owner[columns]
    key = np.minimum(first, second) * n + np.maximum(first, second)
    order = np.lexsort((-similarity, key))
    pair, at = np.unique(key[order], return_index=True)
    return pair // n, pair % n, np.asarray(similarity[order][at], dtype=np.float32)
