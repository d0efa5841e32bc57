"""Same-fact pairs by a rule on likeness, where the judge is switched off or cannot be used.

Owns the rule. A sentence often states two facts, so two sentences are as alike as their most similar parts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from summarize.judge import Likeness
from summarize.model import Pair, Representation

if TYPE_CHECKING:
    from summarize.model import FloatArray, IntArray

# Measured together on the labelled events and Summary of a Haystack (benchmarks/match.md); do not move one alone.
CITE = 0.37
"""Similarity from which on a sentence is cited; 0.44 cites a quarter less, a tenth more surely."""
FULL_TERMS, SHORT_PENALTY = 12, 0.04
"""Content terms from which on a sentence says enough to be sure of it, and what is lost, for citing only, per natural
logarithm of the share that is missing."""
PARTS_PENALTY = 0.10
"""Taken when a part matches a part: both may mention in passing what neither sentence is about."""
COPY_MARGIN = 0.08
"""A short quotation in a long sentence sounds this much less alike; below, no words are compared."""
NEAR, NEAR_MOST = 0.25, 120
"""Blocking: the mean of meaning and wording below which a pair is not scored, and the most pairs a row starts."""


def by_likeness(
    representation: Representation, views: Likeness, is_copy: Callable[[Sequence[str], Sequence[str]], bool]
) -> list[Pair]:
    """The pairs that may be cited; `is_copy` says whether two rows of words are one text."""
    tokens = representation.tokens
    pairs = []
    first, second, similarity = _best_parts(views, *views.nearby(NEAR, NEAR_MOST))
    for k in np.flatnonzero(similarity >= CITE - COPY_MARGIN).tolist():
        i, j = int(first[k]), int(second[k])
        if is_copy(tokens[i], tokens[j]):
            pairs.append(Pair(i, j, 1.0, "copy"))
        elif similarity[k] >= CITE:
            pairs.append(Pair(i, j, round(float(similarity[k]), 4), "paraphrase"))
    return pairs


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
