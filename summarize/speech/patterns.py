"""The patterns by which a language says who speaks, built from the words of `summarize.languages`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarize.languages import ROLES, SPEECH, SpeechWords
from summarize.speech.names import RUN

ENDS = r"\s*(?:$|[,.;:)“”—–?!]|-\s)"
"""What ends a phrase."""
_WHEN = (
    r"(?i:\s(?:\w+ly|later|again|earlier|(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|over the weekend|"
    r"in an? \w+|on twitter))?"
)
"""Between a verb and "that"."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one language, for a sentence whose quotations are blanked."""

    language: str
    words: SpeechWords
    verb: re.Pattern[str]
    """A verb of speech: group `says` where it is one always."""
    that: re.Pattern[str]
    """Behind a verb: "that"."""
    between: re.Pattern[str]
    """Words between a subject and its verb, before the verb."""
    doubted: re.Pattern[str]
    """One of them that leaves open who said so."""
    run_ahead: re.Pattern[str]
    """Behind a verb: a name, with the `role` of the person before it."""
    pronoun_before: re.Pattern[str]
    pronoun_after: re.Pattern[str]
    inverted: re.Pattern[str]
    """A verb with its pronoun as one word: "dit-il"."""
    according: re.Pattern[str]
    behind: re.Pattern[str] | None
    """A name with a word behind it that says that it is quoted."""
    sides: re.Pattern[str]
    """Where a second main clause begins."""
    opens: frozenset[str]
    articles: frozenset[str]
    signs: frozenset[str]
    """One word of every verb, to tell a sentence without any by its words."""


@cache
def patterns_of(language: str) -> Patterns:
    """The patterns of a language that `SPEECH` has."""
    words = SPEECH[language]
    article = rf"(?:(?:{words.articles})\s?)?"
    described = rf"(?:(?P<role>{article}(?:[\w.’'-]+\s){{0,6}}?(?:{ROLES[language]})),?\s)"
    phrases = f"{words.says}|{words.may_say}|{words.according}|{words.behind}".split("|")
    signs = [max(re.findall(r"\w+", phrase), key=len) for phrase in phrases if phrase]
    signs += re.findall(r"[^\W_]{3,}", words.said_he)
    return Patterns(
        language=language,
        words=words,
        verb=re.compile(rf"(?<![\w’'-])(?:(?P<says>{words.says})|(?P<may>{words.may_say}))(?![\w’'-])"),
        that=re.compile(rf"{_WHEN}(?:{words.that})"),
        between=re.compile(rf"(?:(?<=\s)(?:{words.may_stand_between})\s)+$", re.IGNORECASE),
        doubted=re.compile(rf"\b(?:{words.doubted})\b" if words.doubted else r"(?!)"),
        run_ahead=re.compile(rf"\s(?:(?i:{described})|{article})(?P<name>{RUN})"),
        pronoun_before=re.compile(rf"(?:^|[\s“”—–(])(?P<he>(?i:{words.he}))\s$"),
        pronoun_after=re.compile(rf"\s(?P<he>{words.he})(?={ENDS})"),
        inverted=re.compile(rf"(?<![\w’'-])(?:{words.said_he})(?![\w’'-])" if words.said_he else r"(?!)"),
        according=re.compile(rf"\b(?i:{words.according})(?=\s)"),
        behind=re.compile(rf"(?P<name>{RUN})\s(?:{words.behind})\b") if words.behind else None,
        sides=re.compile(rf";|[,“”—–]\s*(?:{words.sides})\b"),
        opens=frozenset(words.opens.split("|")),
        articles=frozenset(words.articles.split("|")),
        signs=frozenset(signs),
    )
