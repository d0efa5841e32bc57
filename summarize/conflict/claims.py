"""What an English sentence claims and denies: negated statements, places under a name, dates and times.

Owns text → claims, in one sentence at a time. Whether two claims are about one thing is decided in
`summarize.conflict.dispute`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from summarize.text import content_terms, words

_CUE = re.compile(
    r"\b(?:(?P<plain>(?:is|are|was|were|has|have|had|did|does|do)(?:\s+not\b|n['’]t\b)|never\b|neither\b)|(?P<noun>no\b|nobody\b)|"
    r"(?P<deny>den(?:y|ies|ied|ying)\b|not true\b|false that\b))",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    r"^\s*(?:(?:yet |immediately )?(?:only|just|all|every|always|fully|necessarily|longer|matter|doubt|comment|expect|know|"
    r"sure|clear|certain|confirm|guarantee|plan|want|believe|think|intend|immediate|evidence that|more than|less than|"
    r"fewer than)|the first)",
    re.IGNORECASE,
)
_NO_DENIAL_BEFORE = re.compile(
    r"\b(?:if|whether|unless|until|or|i|we|you|why|would|could|should|might|may)\b[^,;:.]*$", re.IGNORECASE
)
_SCOPE_END = re.compile(
    r"[,;:.!?()“”\"–—]|\b(?:but|because|when|after|although|though|while|which|who|until|if|unless|before|and|since)\b",
    re.IGNORECASE,
)
_HOLLOW = frozenset(
    content_terms(
        words(
            "monday tuesday wednesday thursday friday saturday sunday yesterday today week month said report any either just "
            "go goes going went gone come came coming get got make made"
        ),
        "en",
    )
)
"""Stems that say when and by whom, or next to nothing."""
_CLAUSES = re.compile(r"[,;:](?=\s)|\s[–—]\s")
_FRAME = re.compile(
    r"\b(?:in|inside|into|within)\s+(?:[a-z-]+ly )?(?:recogni[sz]ed )?(?P<name>[A-Z]\w{2,})\s+(?:[a-z]+al )?(?P<head>[a-z]{4,})"
)
_CLAIMED = re.compile(
    r"\b(?:insist|claim|maintain|den(?:y|ies|ied)|alleg|admit|confess|accus|stat(?:e|ed|es|ing)\b|sa(?:id|ys|ying)\b|"
    r"confirm|believe|argu|dispute|identified)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\s?(?P<zone>GMT|UTC|local time|[ap]\.?m\b\.?)"
)
_MONTHS = "january february march april may june july august september october november december".split()
_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{'|'.join(_MONTHS)})|(?P<name>{'|'.join(_MONTHS)})\s+(?P<number>\d{{1,2}}))\b(?!\d)",
    re.IGNORECASE,
)
_LEAD = 4
_HEAD = 5
"""Letters by which places are of one kind: water, waters, waterways."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that a sentence says is not so."""

    start: int
    end: int
    """Where it stands, from the word that denies to the end of the clause."""
    terms: tuple[str, ...]
    """Content terms of what is denied, in order."""
    names: frozenset[str]
    """Those of them that are written as names, for which nothing similar will do."""
    subject: frozenset[str]
    """Lower-case names before the word that denies, in its clause: of whom it is not so."""
    first_counts: bool
    """Whether the first term is the verb that is denied ("was not warned")."""


@dataclass(frozen=True, slots=True)
class Value:
    """One of several things that could stand in a place of a sentence: whose waters, what time."""

    start: int
    end: int
    role: str
    """Values of one role exclude one another."""
    value: str
    before: frozenset[str]
    """Stems of the last content words before it."""


def denials(text: str) -> tuple[Denial, ...]:
    """What a sentence denies. Conditions, plans, doubts and what a speaker says of himself are not denials of a fact."""
    return tuple(_denials(text))


def best_clause(text: str, terms: Set[str]) -> str:
    """The first clause of a sentence that has most of some terms."""
    clauses = [piece.strip() for piece in _CLAUSES.split(text) if piece.strip()]
    return max(clauses, key=lambda clause: len(terms & set(content_terms(words(clause), "en"))), default=text)


def places(text: str) -> tuple[Value, ...]:
    """Disputed ground: "in Iraqi waters" in a sentence that reports a claim."""
    if not _CLAIMED.search(text):
        return ()
    return tuple(
        Value(match.start("name"), match.end(), f"in {match['head'][:_HEAD]}", match["name"].lower(), frozenset())
        for match in _FRAME.finditer(text)
        if not any(denial.start < match.start() < denial.end for denial in denials(text))
    )


def times(text: str) -> tuple[Value, ...]:
    """Times of day with their zone, and days of a year."""
    found = []
    for match in _TIME.finditer(text):
        zone = match["zone"].lower().replace("utc", "gmt")
        found.append(_value(text, match, f"time {zone}", f"{int(match['hour'])}:{match['minute']}"))
    for match in _DAY.finditer(text):
        day, month = int(match["day"] or match["number"]), (match["month"] or match["name"]).lower()
        found.append(_value(text, match, "day", f"{_MONTHS.index(month) + 1:02d}-{day:02d}"))
    return tuple(found)


def _value(text: str, match: re.Match[str], role: str, value: str) -> Value:
    plain = _DAY.sub(" ", _TIME.sub(" ", text[: match.start()]))
    lead = [term for term in content_terms(words(plain), "en") if not term.startswith("#")][-_LEAD:]
    return Value(match.start(), match.end(), role, value, frozenset(lead) - _HOLLOW)


def _denials(text: str) -> Iterator[Denial]:
    for cue in _CUE.finditer(text):
        rest = text[cue.end() :]
        if _NO_DENIAL.match(rest) or _NO_DENIAL_BEFORE.search(text[: cue.start()]):
            continue
        stop = _SCOPE_END.search(rest)
        end = cue.end() + (stop.start() if stop else len(rest))
        scope = text[cue.end() : end]
        terms = tuple(term for term in dict.fromkeys(content_terms(words(scope), "en")) if term not in _HOLLOW)
        names = frozenset(content_terms(words(" ".join(re.findall(r"\b[A-Z]\w+", scope))), "en"))
        plain = cue.lastgroup == "plain"
        clause = re.split(r"[,;:]\s", text[: cue.start()])[-1] if plain else ""
        subject = frozenset(words(" ".join(re.findall(r"(?<!^)\b[A-Z]\w+", clause))))
        yield Denial(cue.start(), cue.end() + len(scope.rstrip()), terms, names, subject, plain)
