"""How questions are put: the words that ask, and the kind of answer that they ask for."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

AnswerKind = Literal["number", "date", "person", "place"]

_ASKING: dict[str, dict[AnswerKind, str]] = {
    "en": {
        "number": r"how (?:many|much|far|fast|long|big|large|high|old|often|deep|tall|heavy)|what (?:percentage|share|number|price)",
        "date": r"when|what (?:day|date|year|month|time)",
        "person": r"who|whom|whose",
        "place": r"where|(?:what|which) (?:city|country|town|place|region)",
    },
    "de": {
        "number": r"wie ?viele?|wie (?:weit|schnell|lange|groß|hoch|alt|oft|tief|schwer|teuer)",
        "date": r"wann|(?:seit|bis) wann",
        "person": r"wer|wen|wem|wessen",
        "place": r"wo|woher|wohin",
    },
    "fr": {"number": r"combien", "date": r"quand|quel jour|quelle (?:date|année)", "person": r"qui", "place": r"où"},
    "es": {
        "number": r"cuánt[oa]s?",
        "date": r"cuándo|qué (?:día|fecha|año)",
        "person": r"quién(?:es)?",
        "place": r"dónde|adónde",
    },
    "it": {
        "number": r"quant[oaie]",
        "date": r"quando|(?:che|quale) (?:giorno|data|anno)",
        "person": r"chi",
        "place": r"dove",
    },
    "pt": {
        "number": r"quant[oa]s?",
        "date": r"quando|que (?:dia|data|ano)",
        "person": r"quem",
        "place": r"onde|aonde",
    },
    "nl": {
        "number": r"hoeveel|hoe (?:ver|snel|lang|groot|hoog|oud|vaak)",
        "date": r"wanneer",
        "person": r"wie",
        "place": r"waar",
    },
}
"""What asks for a kind of answer, in the order in which a question is held against it."""
_FRAMES = {
    "en": "how much many long far old often kind sort role happen happens happened happening",
    "de": "wie viel viele lange weit art passiert geschah geschieht",
    "fr": "combien comment sorte genre passe passé",
    "es": "cuánto cuánta cuántos cuántas cómo tipo clase pasa pasó",
    "it": "quanto quanta quanti quante come tipo succede successo",
    "pt": "quanto quanta quantos quantas como tipo acontece aconteceu",
    "nl": "hoe hoeveel lang ver soort gebeurt gebeurde",
}
"""Words that put a question and are no part of what it is about."""


def kind_of_answer(question: str, language: str) -> AnswerKind | None:
    """The kind of thing that a question asks for; None where no word of it tells."""
    for kind, pattern in _patterns(language).items():
        if pattern.search(question):
            return kind
    return None


@cache
def asking_words(language: str) -> frozenset[str]:
    """Lower-case words of a language that put a question; empty where none are known."""
    return frozenset(_FRAMES.get(language, "").split())


@cache
def _patterns(language: str) -> dict[AnswerKind, re.Pattern[str]]:
    rows = _ASKING.get(language, {})
    return {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in rows.items()}
