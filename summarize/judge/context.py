"""The shortest span of an article that names who speaks, for a quotation that does not say so itself. English.

Owns the search for the speaker of "he said" and of a quotation alone. Refuses to guess: where two people could speak, or the
one who speaks is no name, it gives nothing. What "the statement" or "the company" is, is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.judge.english import SPEECH
from summarize.model import Representation

_BACK = 4
"""Sentences to look back at; the speaker is mostly named in the one or two before."""
_NEAR = 60
"""Characters before a name that say whether it belongs to another."""
_WORD = r"[A-Z][\w’'-]*[\w]|[A-Z]\."
_NAME = rf"(?:{_WORD})(?:\s(?:{_WORD}|(?:de|van|von|der|bin|al|el|la|le)\b)){{0,9}}"
_AIDE = (
    r"(?!\s(?:press|campaign|communications|spokes\w+|attorney|lawyer|advis[eo]r|aide|chief|manager|family)\b|['’]s?\b)"
)
"""After a name that says whose man speaks: "said Smith spokesman"."""
_SAYS = r"(?:" + "|".join(sorted(SPEECH - {"read", "reads", "call", "calls", "called", "states", "noted"})) + r")"
_TITLES = (
    "Mr Mrs Ms Miss Dr Sen Sens Rep Reps Gov Prof Sgt Lt Capt Col Gen Judge President Senator Mayor Sir "
    "Justice Sheriff Chief Secretary Speaker Congressman Congresswoman Representative Governor Minister Leader "
    "Director Chairman Chairwoman Spokesman Spokeswoman Officer Detective Agent Deputy Commissioner Professor "
    "Vice Former Majority Minority Republican Democrat Democratic Lawyer Attorney General Ambassador "
    "Councilman Councilwoman King Queen Prince Pope Father Rev"
).split()
_TITLE = rf"(?:{'|'.join(_TITLES)}|Attorney General|Prime Minister)\b\.?"
_SPEAKER = (
    re.compile(
        rf"(?:^|(?<=[\s(“\"]))(?P<name>{_NAME})(?:,[^,.;:“”\"]{{2,70}},|\s\([^()]{{1,20}}\))?\s(?:also\s|later\s|then\s)?{_SAYS}\b"
    ),
    re.compile(rf"\b(?:said|says|added|asked|wrote|told)\s(?:{_TITLE}\s)?(?P<name>{_NAME})\b{_AIDE}"),
    re.compile(rf"\b[Aa]ccording to (?:{_TITLE}\s)?(?P<name>{_NAME})"),
)
_ATTACHED = re.compile(r"(?:[A-Z]\w+|\b(?:of|for|at|with|from|the|in|to|and|by)),?\s$")
"""Before a name that belongs to the one before it: "Smith, of Acme, said"."""
_DAY_BEFORE = re.compile(
    r"(?:day|January|February|March|April|May|June|July|August|September|October|November|December|Later|However|But|And),?\s$"
)
_BEHIND = re.compile(r"\b(?:of|in|with|to|from|for|by|at|on|against|between|and|into|near)\s(?:the\s)?$")
"""Before a name that is no subject."""
_PRONOUN = re.compile(
    rf"\b(?:(?P<before>[Hh]e|[Ss]he)\s(?:also\s|later\s|then\s|has\s|had\s)?{_SAYS}\b|\b(?:said|says)\s(?P<after>he|she)\b(?=[,.;]|$))"
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|^[^“\"]*”")
_MALE, _FEMALE = re.compile(r"\bMr\.?\s$"), re.compile(r"\b(?:Mrs|Ms|Miss)\.?\s$")
_NO_PERSON = frozenset(
    "police department office committee house senate court post times news agency university party union company group "
    "council ministry government congress republicans democrats officials authorities bank inc corp association institute "
    "center centre army navy force forces service services bureau press media journal street county city state states "
    "nations republic republican democrat democratic journal twitter facebook google instagram monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october november "
    "december he she it they we i you the this that these those but and in on at as when if while after before what who "
    "his her their its our my there here one some many most all both no not now then so yet for from with by to of an a "
    "according another other others asked prosecutors investigators critics supporters lawmakers residents witnesses "
    "observatory commission foundation network administration board school church team league club capitol minister "
    "mr mrs ms miss dr sen rep gov fbi cia afp reuters cnn bbc nbc abc cbs fox ap".split()
)
"""Last words of a name, in small letters, that make it no person's; and words that a capital opens a sentence with."""


@dataclass(frozen=True, slots=True)
class _Person:
    """A name in an article."""

    last: str
    """Last word."""
    start: int
    end: int


def context_span(representation: Representation, sentence: int) -> tuple[int, int] | None:
    """(start, end) in the sentence's article of the name of who speaks; None where it is named already or not sure."""
    own = representation.sentences[sentence]
    if representation.languages[sentence] != "en" or not is_unattributed(own.article.text[own.start : own.end]):
        return None
    outside = _outside(own.article.text[own.start : own.end])
    pronoun = _PRONOUN.search(outside)
    is_bare = _is_bare(own.text, outside)
    speaker = _speaker_around(representation, sentence, is_bare)
    if speaker is None:
        return None
    gender = (pronoun["before"] or pronoun["after"] or "").lower() if pronoun else ""
    return _full_name(representation, sentence, speaker, gender)


def is_unattributed(text: str) -> bool:
    """True for an English sentence that is a quotation and nothing else, or that ends in "he said" and names nobody before."""
    outside = _outside(text)
    pronoun = _PRONOUN.search(outside)
    return not _names_before(outside[: pronoun.start()]) if pronoun else _is_bare(text.strip(), outside)


def _outside(text: str) -> str:
    """The text with what is quoted blanked out, so that places stay."""
    return _QUOTED.sub(lambda match: "“" + " " * (len(match[0]) - 1), text)


def _is_bare(text: str, outside: str) -> bool:
    """True for a quotation and nothing else."""
    return bool(text) and text[0] in '“"' and not re.search(r"\w", outside)


def _names_before(text: str) -> bool:
    """Whether somebody is named who could be meant by a pronoun after this text: no owner, and nobody behind a preposition."""
    for found in re.finditer(rf"(?P<name>{_NAME})", text):
        last = found["name"].split()[-1].lower().strip(".")
        owner = re.search(r"[’']s$", last) or re.match(r"[’']s?\b", text[found.end() :])
        if last not in _NO_PERSON and not owner and not _BEHIND.search(text[: found.start()]):
            return True
    return False


def _speaker_around(representation: Representation, sentence: int, is_bare: bool) -> _Person | None:
    """Who speaks in the sentences before, through those that only say "he said"; after a bare quotation, in the next one."""
    own = representation.sentences[sentence]
    for step in range(1, _BACK + 1):
        at = sentence - step
        if at < 0 or representation.article_of[at] != representation.article_of[sentence]:
            return None
        before = representation.sentences[at]
        outside = _outside(before.article.text[before.start : before.end])
        found = list(dict.fromkeys(person.last for person in _speakers(outside, before.start)))
        if len(found) == 1:
            return list(_speakers(outside, before.start))[-1]
        goes_on = bool(_PRONOUN.search(outside)) or _is_bare(before.text, outside)
        if found or not goes_on or (is_bare and before.paragraph < own.paragraph - step):
            return None
    return None


def _speakers(outside: str, offset: int) -> Iterator[_Person]:
    for pattern in _SPEAKER:
        for match in pattern.finditer(outside):
            before = outside[max(0, match.start("name") - _NEAR) : match.start("name")]
            if pattern is _SPEAKER[0] and _ATTACHED.search(before) and not _DAY_BEFORE.search(before):
                continue
            words = match["name"].split()
            last = re.sub(r"[’']s?$", "", words[-1])
            if last.lower().strip(".") not in _NO_PERSON and len(last) > 2 and not last.isupper():
                yield _Person(last, offset + match.start("name"), offset + match.end("name"))


def _full_name(representation: Representation, sentence: int, speaker: _Person, gender: str) -> tuple[int, int] | None:
    """Where the article first gives the speaker's full name.

    None when a title speaks against the pronoun, or two people of one last name could be meant.
    """
    own = representation.sentences[sentence]
    text = own.article.text[: own.start]
    start = speaker.start + _leading(text[speaker.start : speaker.end].split())
    if " " in text[start : speaker.end]:
        return start, speaker.end
    for match in re.finditer(rf"\b{re.escape(speaker.last)}\b", text):
        if gender and (_FEMALE if gender == "he" else _MALE).search(text, max(0, match.start() - 6), match.start()):
            return None
    full = re.compile(rf"(?<![\w’'-])(?:(?:{_WORD})\s){{1,3}}{re.escape(speaker.last)}(?:\sJr\.|\sSr\.)?(?![\w-])")
    spans = [(match.start() + _leading(match[0].split()), match.end()) for match in full.finditer(text)]
    spans = [(start, end) for start, end in spans if " " in text[start:end]]
    if len({text[start:end].split()[0] for start, end in spans}) != 1:
        return None
    return spans[0]


def _leading(words: Sequence[str]) -> int:
    """Characters of the words that open a name and are none of it: titles, and small words with a capital."""
    skipped = 0
    for word in words[:-1]:
        if word.lower().strip(".") not in _NO_PERSON and not re.fullmatch(_TITLE, word):
            break
        skipped += len(word) + 1
    return skipped
