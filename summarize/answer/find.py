"""The sentences that are given as answers: those that score enough, each fact once.

Owns the thresholds. What else states an answer's fact is not repeated: it is cited beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.answer.score import scores
from summarize.judge import Opinions
from summarize.match import Limit, Matches

if TYPE_CHECKING:
    from summarize.model import Floats, Representation

# Measured together in benchmarks/ask.md; do not move one alone.
ENOUGH = 1.0
"""Score from which on a sentence answers."""
SHARE = 0.85
"""Share of the best score that every answer has."""
MOST = 10
"""Answers at most."""
CLEAR, SUPPLIED = 0.05, 0.5
"""Probability of being understood alone below which a sentence is given only if another one supplies what it lacks, and of that
one to do so; it stands before the answer, so that less is enough than in a section."""
REPEATS = Limit(probability=0.60, likeness=0.60)
"""From where on two answers say one thing."""


def answers(question: str, representation: Representation, opinions: Opinions, matches: Matches) -> tuple[int, ...]:
    """The numbers of the sentences that answer a question, the best first; ties go to the earlier one.

    A sentence that leaves open who speaks or what it speaks of, and that no other one makes clear, is none.
    """
    if not len(representation):
        return ()
    score = np.where(is_clear(opinions), scores(question, representation), -1.0)
    return chosen(score, matches, SHARE, ENOUGH, MOST)


def is_clear(opinions: Opinions) -> np.ndarray:
    """(sentences,) whether each is understood, alone or after the sentence that supplies what it lacks."""
    return (opinions.alone >= CLEAR) | (opinions.supplies >= SUPPLIED)


def chosen(score: Floats, matches: Matches, share: float, enough: float, most: int) -> tuple[int, ...]:
    """The sentences that have `enough` and a `share` of the best score, at most so many, none that repeats a better one."""
    least = max(enough, share * float(score.max()))
    found: list[int] = []
    for number in np.argsort(-score, kind="stable").tolist():
        if score[number] < least or len(found) == most:
            break
        if not matches.repeats(number, found, REPEATS):
            found.append(number)
    return tuple(found)
