"""What a question is about, and what an answer to it has to hold.

Owns the reading of a question: its content terms in a language, without the words that only ask, and the kind of answer that is
expected. Knows no collection.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.languages import AnswerKind, asking_words, kind_of_answer
from summarize.text import content_terms, words

_INSIDE = re.compile(r"(?<=[\w,;:]\s)[^\W\d_][\w’'-]+")
"""A word that is not the first of its sentence or quotation; a name where it begins with a capital."""
_CALENDAR = re.compile(
    r"\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:yesterday|today|tomorrow|tonight|spring|summer|autumn|winter|(?:last|next|this) (?:week|month|year))\b"
)
"""What tells a time: a figure in any language, days, months and seasons in English."""
_ENDS = ("?", "？", "؟", "?”", '?"', "?»", "？」")


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the language of the sentences that it is held against."""

    text: str
    terms: tuple[str, ...]
    """Its content terms, each once: stems, and numbers by value."""
    kind: AnswerKind | None
    """What an answer has to name; None where that is not told."""

    @classmethod
    def of(cls, text: str, language: str) -> Question:
        """A question as it is read in a language."""
        asking = asking_words(language)
        told = [word for word in words(text) if word not in asking]
        terms = content_terms(told, language) or content_terms(words(text), language)
        return cls(text, tuple(dict.fromkeys(terms)), kind_of_answer(text, language))

    def is_met_by(self, sentence: str, terms: Sequence[str]) -> bool:
        """Whether a sentence, with its content terms, names something of the kind that is asked for and not in the question."""
        if self.kind == "number":
            return any(term.startswith("#") and term not in self.terms for term in terms)
        if self.kind == "date":
            return bool(_CALENDAR.search(sentence))
        if self.kind is None:
            return False
        asked = self.text.casefold()
        names = (match[0] for match in _INSIDE.finditer(sentence) if match[0][0].isupper())
        return any(name.casefold() not in asked for name in names)


def is_question(sentence: str) -> bool:
    """Whether a sentence asks, and so answers nothing."""
    return sentence.rstrip().endswith(_ENDS)
