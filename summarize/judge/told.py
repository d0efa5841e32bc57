"""What an article has said before each of its sentences, and how entries are counted by sentence.

Owns the memory of content words: which were said before, in the last sentence, in the one before that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from summarize.judge.tokens import Flags
    from summarize.model import Floats, IntArray


@dataclass(frozen=True, slots=True)
class Told:
    """The content words of sentences."""

    article: IntArray
    """(sentences,) number of the article, ascending."""
    size: int
    """Words of the vocabulary."""
    sentence: IntArray
    """(content words,) the sentence of each distinct one, ascending, in the order in which it is said."""
    word: IntArray
    """(content words,)"""
    _cells: IntArray
    """Sentence · size + word of each, ascending."""
    _first: IntArray
    """Article · size + word of each word that an article says, ascending."""
    _at: IntArray
    """The sentence that says each of these first."""

    @staticmethod
    def of(article: IntArray, sentence: IntArray, word: IntArray, size: int) -> Told:
        """From the content words in order, each as often as it is said."""
        cells, at = np.unique(sentence * size + word, return_index=True)
        at.sort()
        sentence, word = sentence[at], word[at]
        first, where = np.unique(article[sentence] * size + word, return_index=True)
        return Told(article, size, sentence, word, cells, first, sentence[where])

    def said(self, sentence: IntArray, word: IntArray) -> Flags:
        """Whether the article has said each word before the sentence."""
        if not len(self._first):
            return np.zeros(len(word), dtype=bool)
        wanted = self.article[sentence] * self.size + word
        at = np.minimum(np.searchsorted(self._first, wanted), len(self._first) - 1)
        return np.asarray((self._first[at] == wanted) & (self._at[at] < sentence))

    def recent(self, sentence: IntArray, word: IntArray, steps: int) -> Flags:
        """Whether the sentence so many steps before in the article says each word."""
        before = np.maximum(sentence - steps, 0)
        inside = (sentence >= steps) & (self.article[before] == self.article[sentence])
        return np.asarray(inside & found(self._cells, before * self.size + word))


def found(ascending: IntArray, wanted: IntArray) -> Flags:
    """Whether each wanted number is among some ascending ones."""
    if not len(ascending):
        return np.zeros(len(wanted), dtype=bool)
    return np.asarray(ascending[np.minimum(np.searchsorted(ascending, wanted), len(ascending) - 1)] == wanted)


def tally(sentences: int, of: IntArray, chosen: Flags | None = None) -> Floats:
    """(sentences,) how many entries each has, of the chosen ones; `of` is the sentence of each entry."""
    return np.bincount(of if chosen is None else of[chosen], minlength=sentences).astype(np.float64)


def extreme(most: np.ufunc, sentences: int, of: IntArray, values: Floats, none: float) -> Floats:
    """(sentences,) the greatest or smallest value of the entries of each; `none`, which lies beyond all, without any."""
    out = np.full(sentences, none)
    most.at(out, of, values)
    return out
