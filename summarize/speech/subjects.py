"""Where the subject of a verb of speech stands: before it, with or without what the person is between commas, or behind it.

Refuses what is doubtful: a name counts only where it begins a clause, and not where it belongs to another one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarize.speech.names import NAME_AT_END, NAMES, RUN, Name, name_in, plain, role
from summarize.speech.patterns import ENDS, Patterns

NEAR = 24
"""Characters before a verb in which a word that changes it is looked for."""
_LEFT = 120
"""Characters before a place in which a name is looked for."""
_APPOSITIONS = 3
"""Commas between a name and its verb, less one: "Smith, 42, of Leeds, said"."""
_LONGEST_PART = 140
_MOST_WORDS = 7
"""Of a description before a name."""
_MARKS = ",;:—–(“”"
"""What a phrase begins behind."""
_TAIL = re.compile(
    ENDS
    + r"|\s(?:in|at|on|during|after|of|for|from|to|about|who|when|while|through|via|by|with|before|last|this|yesterday|"
    r"today|tonight|late|early|outside|inside|following|earlier|recently|shortly|à|au|aux|dans|lors|devant|sur|en|après|avant|hier|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""What may follow a subject that stands behind its verb: no verb of another clause."""
_TAKES_A_HEARER = ("told", "tells")
"""Verbs whose next word is who hears it."""
_OF_OTHERS = re.compile(r"\b(?:of|for)\s(?!(?:staff|state|police|defen[cs]e)\b)", re.IGNORECASE)
"""In a description without a comma: the name behind it is another's ("a spokesman for Smith")."""
_LISTED = re.compile(r"(?:including|like|and|with|along|as\swell|or|but|who\s(?:was|is)\snot)\b", re.IGNORECASE)
_OF_NAME = re.compile(rf"({RUN})\s(?:of|for)\s(?:the\s)?$")
_FRENCH_OFFICE = re.compile(r"(?<![\w-])([\w-]{1,40})\s(?:des|du|de la|de l['’])\s?$")
"""Before a run of names: an office, as in "le ministre des Transports Jean Dupont"."""
_OF_AHEAD = re.compile(rf"\s(?:of|for)\s(?:the\s)?{RUN}(?:(?<=[a-z])\sand\s{RUN})?")
_AND_AHEAD = re.compile(r"\s(?:and|,\s[A-Z]\w+\sand)\s")
_FIRST_WORDS = re.compile(r"^(?:(?:But|And|The|the|Der|Die|Das|Le|La|\S{1,40}-based)\s)+")
_LAST_TWO = re.compile(r"(?<=\s)\S+\s(?:[A-Z]\.\s)?\S+$")
_ATTRIBUTES = frozenset(
    "state former then-state acting then outgoing incoming interim assistant longtime retired local fellow ex ancien ancienne".split()
)
"""Words between an article and a title with a capital: "a former Mayor"."""
_TYING = frozenset("and but or yet so und aber mais et".split())
"""Conjunctions: behind a word they tie two names together."""
_CLAUSE_WORDS = frozenset(
    "when after as if while because although though since before once until where that which who whom whether than was is were are "
    "had has have will would by from to told said asked with against about als wenn weil dass lorsque quand si que qui".split()
)
"""Words that a description before a name does not have."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The one who speaks, as a sentence calls them."""

    name: Name | None
    """None for a pronoun and for somebody without a name."""
    pronoun: str
    """he, she, er, … or nothing."""
    start: int
    """Of the name without its titles, or of the pronoun; from the beginning of the sentence."""
    end: int
    described_from: int
    """Where a title or a noun that says what the person is begins; `start` where there is none."""
    at: int
    """Of the verb."""
    is_behind: bool = False
    """Whether what is said stands before: "…, said Smith", "according to Smith"."""
    is_apart: bool = False
    """Whether the name stands between commas, so that it must be a person's."""

    @property
    def is_known(self) -> bool:
        """Whether the sentence names somebody, or says he or she."""
        return self.name is not None or bool(self.pronoun)


def before(left: str, patterns: Patterns) -> Subject | None:
    """The subject before its verb, with what stands between the two."""
    between = patterns.between.search(left, max(0, len(left) - 2 * NEAR))
    end = between.start() if between else len(left)
    if pronoun := patterns.pronoun_before.search(left, max(0, end - 8), end):
        at = pronoun.start("he")
        return Subject(None, pronoun["he"].lower(), at, pronoun.end("he"), at, len(left))
    text = left[:end].rstrip()
    if text.endswith(")") and "(" in text:
        text = text[: text.rindex("(")].rstrip()
    if not text.endswith(","):
        return _named_at_end(text, len(left), patterns)
    text = text[:-1]
    for _ in range(_APPOSITIONS):
        text, comma, part = text.rpartition(",")
        if not comma or len(part) > _LONGEST_PART or _LISTED.match(part.strip()) or re.search(r"[;:“”]", part):
            return None
        if subject := _set_apart(text, part, len(left), patterns) or _named_at_end(text, len(left), patterns):
            return subject
    return None


def _set_apart(text: str, part: str, at: int, patterns: Patterns) -> Subject | None:
    """The name between two commas behind what the person is: "the mayor of Leeds, Ann Smith, said"."""
    run = NAMES.fullmatch(part, 1) if part[:1].isspace() else None
    name = name_in(run[0], patterns.language) if run else None
    if name is None or name.is_body or len(name.words) < 2:
        return None
    phrase = text[_phrase_start(text) :]
    is_clause = any(plain(word) in _CLAUSE_WORDS for word in phrase.split())
    if not phrase.strip() or is_clause or _LISTED.match(phrase.strip()) or _is_name(phrase.strip(), patterns):
        return None
    offset = len(text) + 2
    starts = len(text) - len(phrase.lstrip())
    return Subject(name, "", offset + name.start, offset + name.end, starts, at, is_apart=True)


def _is_name(phrase: str, patterns: Patterns) -> bool:
    """Whether a phrase is a name and nothing else: another one, beside which the next is no description."""
    return bool(NAME_AT_END.fullmatch(phrase)) and name_in(phrase, patterns.language) is not None


def _named_at_end(text: str, at: int, patterns: Patterns) -> Subject | None:
    """The name that a text ends with, if it begins a clause."""
    low = max(0, len(text) - _LEFT)
    run = NAME_AT_END.search(text, low)
    if run is None:
        return None
    start = begins = run.start()
    if patterns.language == "fr" and (office := _FRENCH_OFFICE.search(text, low, start)):
        name = _behind_office(office[1], run[0], patterns)
        described = _begins_clause(text[: office.end(1)] + " ", patterns) if name else None
        if name is None or described is None:
            return None
        return Subject(name, "", start + name.start, start + name.end, described, at)
    if of := _OF_NAME.search(text[low:start]):
        begins = low + of.start()
        inner = name_in(run[0], patterns.language)
        if inner and inner.has_role:  # "National Organization for Women President Ann Smith"
            name = inner
        elif (name := name_in(of[1], patterns.language)) is not None:
            start, name = begins, _body(text[begins:]) if name.is_body else name
        else:
            name = _behind_office(of[1], run[0], patterns)
    else:
        name = name_in(run[0], patterns.language)
    described = _begins_clause(text[:begins], patterns) if name else None
    if name is None or described is None:
        return None
    return Subject(name, "", start + name.start, start + name.end, min(described, start), at)


def _body(whole: str) -> Name:
    """A name of several parts: "the Ministry of Defence"."""
    start = len(whole) - len(_FIRST_WORDS.sub("", whole))
    return Name(tuple(whole[start:].split()), "", (), start, len(whole), is_body=True)


def _behind_office(office: str, run: str, patterns: Patterns) -> Name | None:
    """The last two words of a run behind an office: "Secretary of State Colin Powell"."""
    two = _LAST_TWO.search(run)
    if two is None or not role(patterns.language).fullmatch(plain(office.split()[-1])):
        return None
    name = name_in(two[0], patterns.language)
    if name is None or name.is_body or len(name.words) < 2:
        return None
    return replace(name, start=two.start() + name.start, end=two.start() + name.end)


def _phrase_start(text: str) -> int:
    """Where the last phrase of a text begins."""
    return max(text.rfind(mark) for mark in _MARKS) + 1


def _begins_clause(text: str, patterns: Patterns) -> int | None:
    """Where the subject begins, with a noun before the name that says what the person is; None where no clause begins."""
    trimmed = text.rstrip()
    if not trimmed or trimmed[-1] in f"{_MARKS}…" or trimmed.endswith(("--", " -")):
        return len(text)
    offset = _phrase_start(trimmed)
    words = [(plain(word[0]), offset + word.start()) for word in re.finditer(r"[^\s,;:—–(“”]+", trimmed[offset:])]
    last, at = words[-1]
    if last in patterns.articles:
        return at if len(words) == 1 or words[-2][0] in patterns.opens else None
    while last in _ATTRIBUTES and len(words) > 1:
        words = words[:-1]
        last, _ = words[-1]
    if last in patterns.opens:
        return len(text) if last not in _TYING or len(words) == 1 else None
    opener = words[0][0] in patterns.opens and len(words) > 1
    is_role = last in _ATTRIBUTES or last in patterns.articles or role(patterns.language).fullmatch(last)
    if not is_role or len(words) > _MOST_WORDS or _OF_OTHERS.search(trimmed, offset):
        return None
    if any(word in _CLAUSE_WORDS for word, _ in words[opener:]):
        return None
    return words[opener][1]


def after(outside: str, verb: re.Match[str], patterns: Patterns) -> Subject | None:
    """The subject behind its verb, after what is said."""
    left = outside[: verb.start()].rstrip()
    if verb[0] in _TAKES_A_HEARER:
        return None
    if not patterns.words.any_order and not (left and left[-1] in ",”“?!—–…"):
        return None
    if found := patterns.pronoun_after.match(outside, verb.end()):
        start, end = found.span("he")
        return Subject(None, found["he"], start, end, start, verb.start(), is_behind=True)
    return ahead(outside, verb.end(), verb.start(), patterns)


def ahead(outside: str, start: int, at: int, patterns: Patterns) -> Subject | None:
    """The name that begins at a place, with what the person is before it."""
    found = patterns.run_ahead.match(outside, start)
    if found is None:
        return None
    said, begins, end = found["role"] or "", found.start("name"), found.end()
    has_comma = bool(said) and outside[found.end("role")] == ","
    if any(plain(word) in _CLAUSE_WORDS for word in said.split()) or (not has_comma and _OF_OTHERS.search(said)):
        return None
    name = name_in(found["name"], patterns.language)
    if name is None or not (patterns.words.any_order or _TAIL.match(outside, end)):
        return None
    if of := _OF_AHEAD.match(outside, end):
        is_group = len(name.words) == 1 and not name.titles and of[0].startswith(" for")
        if name.is_body or is_group:
            name = _body(outside[begins : of.end()])
        elif _AND_AHEAD.match(outside, of.end()):
            return None
    described = found.start("role") if said else begins
    return Subject(name, "", begins + name.start, begins + name.end, described, at, is_behind=True)
