"""The rankers of `sumy`, by name, through one adapter.

sumy identifies a sentence by its words and splits words itself; here a sentence is an object of its own and its words
are our terms, so two outlets that print one line stay two sentences and every language has its stemmer. Ratings mean
something else in every method (KL and SumBasic count down from -1), so only their order is used.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from summarize.model import Floats, Representation

_METHODS = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),  # Erkan & Radev 2004
    "textrank": ("text_rank", "TextRankSummarizer"),  # Mihalcea & Tarau 2004
    "lsa": ("lsa", "LsaSummarizer"),  # Steinberger & Ježek 2004
    "luhn": ("luhn", "LuhnSummarizer"),  # Luhn 1958
    "kl": ("kl", "KLSummarizer"),  # Haghighi & Vanderwende 2009
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),  # Nenkova & Vanderwende 2005
    "reduction": ("reduction", "ReductionSummarizer"),  # graph reduction, after TextRank
}


class _Sentence:
    """A sentence as sumy wants it; equal to nothing but itself."""

    __slots__ = ("is_heading", "words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self.is_heading = False


class _Document:
    """A document as sumy wants it: sentences, and all their words."""

    __slots__ = ("headings", "sentences", "words")

    def __init__(self, sentences: Iterable[_Sentence]) -> None:
        self.sentences = tuple(sentences)
        self.headings: tuple[_Sentence, ...] = ()
        self.words = tuple(word for sentence in self.sentences for word in sentence.words)


def order(method: str, terms: Sequence[Sequence[str]]) -> list[int]:
    """Numbers of the sentences, best first; ties in the order given. Sentences without content words come last."""
    rows = [tuple(term for term in row if term) for row in terms]
    usable = [number for number, row in enumerate(rows) if row]
    rated: list[tuple[float, int]] = []

    def capture(infos: Iterable[Any]) -> tuple[Any, ...]:
        rated.extend((-float(info.rating), usable[info.order]) for info in infos)
        return ()

    if usable:
        module, name = _METHODS[method]
        summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # LSA warns of few words, LexRank divides by the weight of empty rows
            summarizer(_Document(_Sentence(rows[number]) for number in usable), capture)
    return [number for _, number in sorted(rated)] + [number for number, row in enumerate(rows) if not row]


class FixedOrder:
    """An objective that picks sentences in an order that was decided beforehand."""

    price = 0.0

    def __init__(self, ranked: Sequence[int]) -> None:
        self._gains = np.zeros(len(ranked))
        self._gains[list(ranked)] = np.linspace(1.0, 1.0 / max(1, len(ranked)), len(ranked))

    def gains(self) -> Floats:
        """(sentences,) 1 for the best, falling evenly."""
        return self._gains

    def gain(self, index: int) -> float:
        """The same for one sentence."""
        return float(self._gains[index])

    def take(self, index: int) -> tuple[str, ...]:
        """A fixed order does not change with what is picked, and knows no reasons."""
        return ()


def _ranker(method: str, representation: Representation, within: Sequence[int]) -> FixedOrder:
    return FixedOrder(order(method, [representation.terms[number] for number in within]))


lexrank = partial(_ranker, "lexrank")
textrank = partial(_ranker, "textrank")
lsa = partial(_ranker, "lsa")
luhn = partial(_ranker, "luhn")
kl = partial(_ranker, "kl")
sumbasic = partial(_ranker, "sumbasic")
reduction = partial(_ranker, "reduction")
