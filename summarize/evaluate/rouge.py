"""ROUGE (Lin 2004): how much of what people wrote is in a summary, by shared words and word pairs.

1, 2 and L come from the package `rouge-score`; SU4, which it lacks, is here. English is stemmed (Porter), other languages
are not, as is usual in the literature, so that figures can be laid beside published ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from summarize.errors import MissingExtra
from summarize.languages import UNSPACED
from summarize.text import words

MEASURES = ("1", "2", "L", "SU4")
SKIP = 4
"""Most words between the two of a skip-bigram in ROUGE-SU4."""
_LIBRARY = {"1": "rouge1", "2": "rouge2", "L": "rougeL"}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Tokenizer:
    """Words of a language other than English, as `rouge-score` wants them."""

    language: str

    def tokenize(self, text: str) -> list[str]:
        return words(text) if self.language in UNSPACED else _WORD.findall(text.lower())


class Rouge:
    """Scores in one language. Raises `MissingExtra` where `rouge-score` is not installed."""

    def __init__(self, language: str) -> None:
        try:
            from rouge_score.rouge_scorer import RougeScorer
            from rouge_score.tokenizers import DefaultTokenizer
        except ImportError:
            raise MissingExtra("scoring with ROUGE", "eval") from None
        self._tokenizer: Any = DefaultTokenizer(use_stemmer=True) if language == "en" else _Tokenizer(language)
        self._library = RougeScorer(list(_LIBRARY.values()), tokenizer=self._tokenizer)

    def tokens(self, text: str) -> list[str]:
        """The words that are compared."""
        return list(self._tokenizer.tokenize(text))

    def f1(self, summary: str, references: Sequence[str]) -> dict[str, float]:
        """F1, 0 to 100, of each of `MEASURES`, the mean over the references."""
        total = dict.fromkeys(MEASURES, 0.0)
        for reference in references:
            library = self._library.score(reference, summary)
            for name, key in _LIBRARY.items():
                total[name] += float(library[key].fmeasure)
            total["SU4"] += su4(self.tokens(summary), self.tokens(reference))
        return {name: 100 * value / len(references) for name, value in total.items()}


def su4(summary: Sequence[str], reference: Sequence[str]) -> float:
    """F1, 0 to 1, over words and skip-bigrams with at most `SKIP` words between (Lin 2004, sec. 5)."""
    some, others = _skip_bigrams(summary), _skip_bigrams(reference)
    shared, size = (some & others).total(), some.total() + others.total()
    return 2 * shared / size if size else 0.0


def bigrams(tokens: Sequence[str]) -> Counter[tuple[str, str]]:
    """Neighbouring words and how often they stand together."""
    return Counter(pairwise(tokens))


def _skip_bigrams(tokens: Sequence[str]) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter((token,) for token in tokens)
    for at, token in enumerate(tokens):
        found.update((token, later) for later in tokens[at + 1 : at + SKIP + 2])
    return found
