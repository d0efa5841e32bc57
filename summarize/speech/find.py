"""Who a sentence says is speaking: a name, "he" or "she", or somebody it does not name.

Reads a sentence whose quotations are blanked. Of several verbs of speech the first that is not part of another clause decides;
a sentence in which two people speak side by side has no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.languages import SPEECH
from summarize.speech.names import name_in
from summarize.speech.patterns import ENDS, Patterns, patterns_of
from summarize.speech.subjects import NEAR, Subject, after, ahead, before

_NOT_FINITE = re.compile(
    r"\b(?:who|which|that|to|having|being|been|be|was|were|is|are|am|get|got|not|never|qui|die|der|das)\s$",
    re.IGNORECASE,
)
"""Before a form that is no verb of a main clause."""
_GOES_ON = re.compile(r"\b(?:and|but|then|or|und|et)\s(?:(?:also|later|then)\s)?$")
"""Before a second verb of one subject: "she said … and said …"."""
_QUOTED_AHEAD = re.compile(r"[^“”.;]{0,40}[:,]\s?“|(?:\s\w+){0,2}\s“")
_QUOTED_BEFORE = re.compile(r"”[,\s]*$")
_PHRASE_END = re.compile(ENDS)


def may_speak(tokens: tuple[str, ...], language: str) -> bool:
    """Whether a sentence with these words can name a speaker: a quick look before a slow one."""
    return language in SPEECH and not patterns_of(language).signs.isdisjoint(tokens)


def subject_of(outside: str, language: str) -> Subject | None:
    """Who speaks in a sentence whose quotations are blanked; None where nobody does, or two do side by side."""
    patterns = patterns_of(language)
    found = sorted([*_by_verbs(outside, patterns), *_by_reference(outside, patterns)], key=lambda subject: subject.at)
    if not found:
        return None
    first = found[0]
    for other in found[1:]:
        if other.pronoun or (other.name and first.name and other.name.last == first.name.last):
            continue
        if other.is_behind and not (other.name and not other.name.is_body) and "“" in outside:
            continue  # "…," Smith said, according to the transcript
        if first.is_behind or other.is_behind or patterns.sides.search(outside, first.at, other.at):
            return None
    return first


def is_doubted(outside: str, subject: Subject, language: str) -> bool:
    """Whether a word between the subject and its verb leaves open who said so: "allegedly"."""
    return patterns_of(language).doubted.search(outside, subject.end, max(subject.end, subject.at)) is not None


def _by_verbs(outside: str, patterns: Patterns) -> Iterator[Subject]:
    """The subjects of the verbs of speech; one without a name or pronoun where there is such a verb and no known subject."""
    for verb in patterns.verb.finditer(outside):
        left, near = outside[: verb.start()], max(0, verb.start() - NEAR)
        is_other = _NOT_FINITE.search(left, near) or _GOES_ON.search(left, near)
        if is_other and not verb[0].startswith("quoted"):
            continue
        subject = _subject(outside, left, verb, patterns)
        if subject is None:
            subject = _nobody(verb.start())
        if verb["says"] or (subject.is_known and _is_speech(outside, subject, verb, patterns)):
            yield subject
    for found in patterns.inverted.finditer(outside):
        pronoun = next(word for word in re.split(r"[-\s]", found[0]) if word in patterns.words.he.split("|"))
        yield Subject(None, pronoun, found.start(), found.end(), found.start(), found.start())


def _subject(outside: str, left: str, verb: re.Match[str], patterns: Patterns) -> Subject | None:
    """The subject of a verb: before it, else behind it; the other way round where a language has it behind as often."""
    if patterns.words.any_order:
        return after(outside, verb, patterns) or before(left, patterns)
    return before(left, patterns) or after(outside, verb, patterns)


def _nobody(at: int, *, is_behind: bool = False) -> Subject:
    """The subject of a verb at a place that is not known."""
    return Subject(None, "", at, at, at, at, is_behind)


def _is_speech(outside: str, subject: Subject, verb: re.Match[str], patterns: Patterns) -> bool:
    """Whether a verb that can mean other things has a quotation beside it, or says "that"."""
    end = max(verb.end(), subject.end)
    if patterns.that.match(outside, end) or _QUOTED_AHEAD.match(outside, end):
        return True
    return bool(_QUOTED_BEFORE.search(outside[: min(verb.start(), subject.described_from)]))


def _by_reference(outside: str, patterns: Patterns) -> Iterator[Subject]:
    """Those who are quoted by reference, as in: according to Smith."""
    for found in patterns.according.finditer(outside):
        subject = ahead(outside, found.end(), found.start(), patterns)
        if subject is None or not (patterns.words.any_order or _PHRASE_END.match(outside, subject.end)):
            subject = _nobody(found.start(), is_behind=True)
        yield subject
    for found in patterns.behind.finditer(outside) if patterns.behind else ():
        if name := name_in(found["name"], patterns.language):
            start = found.start("name")
            yield Subject(name, "", start + name.start, start + name.end, start + name.start, found.start(), True)
