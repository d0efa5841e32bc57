"""Whether two sentences of two languages state one fact: a rule, since they have no words in common to learn from.

Owns the rule. They state one fact when their meanings are near, around the mean of each language, and when they share numbers
or names: a number by its value, a name by its sound. Judges that learned from English events dealt to pretended languages, with
all features of wording left out, did worse (benchmarks/across.md).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from summarize.encode import columns_of, count_matrix
from summarize.judge.blocks import products
from summarize.judge.pairs import Pairs
from summarize.languages import LETTERS, UNSPACED, stop_words
from summarize.text import digit_values, latin, sound, syllables

if TYPE_CHECKING:
    from summarize.judge.table import Table
    from summarize.model import FloatArray, Floats, IntArray, Representation

# Measured together on translated events (benchmarks/across.md); do not move one alone.
NAMES = 0.25
"""What it adds to the cosine of two meanings when all that they tell is of one sound; with few names 0 to 0.5 are as good."""
NUMBERS, SMALL_NUMBERS, SMALL_MOST = 0.15, 0.04, 4.0
"""What a number in common adds, per nat of its rarity, and one that may be a day, a rank or a year, up to so many nats."""
_DAYS, _YEARS = 31, range(1900, 2100)
EVEN, STEP = 0.70, 0.10
"""Where one fact is as likely as not, and the step of the logistic curve."""
FEWEST = 100
"""Sentences that a collection is taken to have at least: of few, everything would be common."""
LONG_NAME = 5
"""Letters from which on a name is looked for among the syllables of a script without spaces."""
_SYLLABLES = (2, 3, 4)
_WORD = re.compile(LETTERS)


def one_fact(fact: Floats, table: Table, representation: Representation, language: IntArray) -> Floats:
    """(pairs,) the probabilities of one fact, those of pairs of two languages by the rule; `language` numbers the languages."""
    at = np.flatnonzero(language[table.pairs.first] != language[table.pairs.second])
    if not len(at):
        return fact
    pairs = Pairs(table.pairs.first[at], table.pairs.second[at])
    score = table.column("centred")[at] + NAMES * _names(representation, pairs) + _numbers(representation, pairs)
    found = fact.copy()
    found[at] = np.round(1 / (1 + np.exp((EVEN - score.astype(np.float64)) / STEP)), 6)
    return found


def _names(representation: Representation, pairs: Pairs) -> FloatArray:
    """(pairs,) the share of what the words of each tell that the other tells in the same sounds, the mean of both."""
    has = _presence(_sounds(representation))
    shared, told = _shared(has, pairs)
    told = np.maximum(told, 0.1)
    return np.asarray((shared / told[pairs.first] + shared / told[pairs.second]) / 2)


def _numbers(representation: Representation, pairs: Pairs) -> FloatArray:
    """(pairs,) what numbers in common add."""
    values = [digit_values(sentence.text) for sentence in representation.sentences]
    small = [{value for value in row if value <= _DAYS or value in _YEARS} for row in values]
    large = [row - few for row, few in zip(values, small, strict=True)]
    little = SMALL_NUMBERS * np.minimum(_shared(_presence(small), pairs)[0], SMALL_MOST)
    return np.asarray(NUMBERS * _shared(_presence(large), pairs)[0] + little)


def _shared(has: Any, pairs: Pairs) -> tuple[FloatArray, FloatArray]:
    """(pairs,) the rarity of what two rows have in common, and (rows,) that of each."""
    frequency = np.bincount(has.indices, minlength=has.shape[1])
    told = (
        (has @ sparse.diags_array(np.log((max(has.shape[0], FEWEST) + 1) / (frequency + 0.5))))
        .tocsr()
        .astype(np.float32)
    )
    return products(told, has, pairs.first, pairs.second), np.asarray(told.sum(axis=1)).ravel()


def _sounds(representation: Representation) -> list[set[str]]:
    """For each sentence the sounds of its words; without spaces, those of names of other sentences that it spells."""
    spelled: defaultdict[str, set[str]] = defaultdict(set)
    rows: list[set[str]] = []
    pairs = list(zip(representation.sentences, representation.languages, strict=True))
    for sentence, code in pairs:
        row = set()
        for word in () if code in UNSPACED else _WORD.findall(sentence.text):
            low = word.lower()
            if low not in stop_words(code) and (key := sound(low, code)):
                row.add(key)
                if word[0].isupper():
                    spelled[latin(low, code)].add(key)
        rows.append(row)
    for row, (sentence, code) in zip(rows, pairs, strict=True):
        if code in UNSPACED:
            row.update(_named_in(syllables(sentence.text), spelled))
    return rows


def _named_in(spoken: Sequence[str], spelled: dict[str, set[str]]) -> set[str]:
    found = set()
    for size in _SYLLABLES:
        for at in range(len(spoken) - size + 1):
            letters = "".join(spoken[at : at + size])
            if len(letters) >= LONG_NAME:
                found |= spelled.get(letters, set())
    return found


def _presence(rows: Iterable[Set[Any]]) -> Any:
    """(rows, columns) sparse 0 or 1, a column for each value."""
    ordered = [sorted(row) for row in rows]
    return count_matrix(ordered, columns_of(ordered)).astype(np.float32).tocsr()
