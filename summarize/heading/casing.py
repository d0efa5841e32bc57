"""How words are written where capitals say something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from summarize.heading.tokens import TOKEN
from summarize.model import fold
from summarize.text import is_known


def usual_case(texts: Iterable[str]) -> dict[str, str]:
    """How each word is mostly written inside a sentence."""
    seen = Counter(token for text in texts for token in TOKEN.findall(fold(text))[1:])
    found: dict[str, str] = {}
    for form in sorted(seen, key=lambda form: (-seen[form], form)):
        found.setdefault(form.lower(), form)
    return found


def recased(surface: str, case: Mapping[str, str]) -> str:
    """A phrase from a place where capitals say nothing, as it would stand inside a sentence."""
    return TOKEN.sub(lambda match: case.get(match[0].lower()) or _unseen(match[0]), surface)


def _unseen(word: str) -> str:
    """A word that stands inside no sentence: a name keeps its capital."""
    return word.lower() if is_common(word.lower()) else word


def is_common(word: str) -> bool:
    """Whether the lexicon has a lower-case word, so that a capital makes no name of it."""
    return is_known(word)
