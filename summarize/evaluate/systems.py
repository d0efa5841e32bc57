"""Other ways to choose sentences, to lay beside ours: lead, chance, sumy's methods, and the best that was possible.

Each is an order of the sentences of a collection; its summary is the first of them, as many words as the budget has. They
see the sentences that ours sees, without furniture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from summarize.evaluate.rouge import Rouge, bigrams
from summarize.model import Sentence
from summarize.select import sumy_order
from summarize.text import content_terms, words

SUMY = ("lexrank", "textrank", "sumbasic", "luhn", "lsa", "kl", "reduction")


@dataclass(frozen=True, slots=True)
class Task:
    """One collection as every system sees it."""

    sentences: tuple[Sentence, ...]
    """Article after article, in reading order."""
    language: str
    references: tuple[str, ...]
    words: int
    """The budget."""


Order = Callable[[Task], Sequence[int]]


def systems(rouge: Rouge, random: np.random.Generator) -> dict[str, Order]:
    """The systems by name; `random` is drawn from by "random" alone, `rouge` and the references are for "oracle" alone."""
    found: dict[str, Order] = {
        "lead": lead,
        "random": lambda task: random.permutation(len(task.sentences)).tolist(),
    }
    found |= {method: _sumy(method) for method in SUMY}
    return found | {"oracle": lambda task: oracle(task, rouge)}


def lead(task: Task) -> list[int]:
    """The first sentence of every article, then every second one, and so on."""
    return sorted(range(len(task.sentences)), key=lambda number: (task.sentences[number].index, number))


def oracle(task: Task, rouge: Rouge) -> list[int]:
    """Greedily what adds most of the references' bigrams a word, until nothing that fits adds any."""
    have = [bigrams(rouge.tokens(sentence.text)) for sentence in task.sentences]
    length = [max(1, len(sentence.text.split())) for sentence in task.sentences]
    wanted = [bigrams(rouge.tokens(reference)) for reference in task.references]
    told: Counter[tuple[str, str]] = Counter()
    picks: list[int] = []
    room = task.words
    free = [
        number for number, counts in enumerate(have) if any(counts.keys() & reference.keys() for reference in wanted)
    ]

    def gain(number: int) -> float:
        return sum(
            max(0, min(count, reference[pair] - told[pair])) / reference.total()
            for reference in wanted
            for pair, count in have[number].items()
            if pair in reference
        )

    while free := [number for number in free if length[number] <= room]:
        best = max(free, key=lambda number: (gain(number) / length[number], -number))
        if gain(best) <= 0:
            break
        picks.append(best)
        told += have[best]
        room -= length[best]
        free.remove(best)
    return picks


def _sumy(method: str) -> Order:
    def order(task: Task) -> list[int]:
        return sumy_order(method, [content_terms(words(sentence.text), task.language) for sentence in task.sentences])

    return order
