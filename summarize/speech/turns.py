"""Whose turn it is, sentence by sentence: from what each says, and from what stands beside it.

Owns two answers. The certain one, for who is quoted as a speaker: the sentence names one who speaks; or it has "he said", or is
a quotation alone or its next piece, right behind one of the same paragraph that names one person; or its quotation goes on in a
sentence that names the speaker. The likely one, for a reader who wants to know who "he" is, looks further back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from summarize.languages import SPEECH
from summarize.model import Representation
from summarize.speech.find import is_doubted, may_speak, subject_of
from summarize.speech.names import NAMES, name_in
from summarize.speech.quoted import Parts, paragraph
from summarize.speech.subjects import Subject

_BACK = 4
"""Sentences to look back at for a likely speaker; mostly named in the one or two before."""
_FEWEST_WORDS = 7
"""Of a sentence that quotes nothing; "Mr Smith said on Monday" says nothing."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks in a sentence, as far as the sentence tells."""

    parts: Parts
    subject: Subject | None
    says_something: bool
    names_before: bool
    """Whether somebody is named outside quotations before a pronoun that is its subject."""


def turns(representation: Representation) -> list[Turn | None]:
    """(sentences,) what each tells; None in a language without verbs of speech."""
    found: list[Turn | None] = [None] * len(representation)
    sentences = representation.sentences
    for _, group in groupby(range(len(found)), key=representation.paragraph_of.__getitem__):
        numbers = list(group)
        if representation.languages[numbers[0]] not in SPEECH:
            continue
        texts = [sentences[n].article.text[sentences[n].start : sentences[n].end] for n in numbers]
        for number, parts in zip(numbers, paragraph(texts), strict=True):
            found[number] = _turn(parts, representation.tokens[number], representation.languages[number])
    return found


def _turn(parts: Parts, tokens: tuple[str, ...], language: str) -> Turn:
    subject = subject_of(parts.outside, language) if may_speak(tokens, language) else None
    if subject and is_doubted(parts.outside, subject, language):
        subject = replace(subject, name=None, pronoun="")
    quotes = "“" in parts.outside
    earlier = parts.outside[: subject.start] if subject and subject.pronoun else ""
    runs = [run[0] for run in NAMES.finditer(earlier)]
    names = [name_in(run, language) or name_in(run.partition(" ")[2], language) for run in runs]
    others = any(name is not None and not name.is_body for name in names)
    is_lead_in = not quotes and parts.outside.rstrip().endswith(":")
    says_something = (quotes and len(tokens) > 3) or (len(tokens) >= _FEWEST_WORDS and not is_lead_in)
    return Turn(parts, subject, says_something, others)


def named_speaker(text: str, language: str) -> tuple[int, int] | None:
    """(start, end) of the name of the person who speaks in a sentence by itself, also who "allegedly" does, without titles;
    None where it names none.
    """
    if language not in SPEECH:
        return None
    subject = subject_of(next(paragraph([text])).outside, language)
    return (subject.start, subject.end) if subject and subject.name and not subject.name.is_body else None


def certain(representation: Representation, said: Sequence[Turn | None]) -> dict[int, int]:
    """Sentence → the sentence that names who speaks in it."""
    found: dict[int, int] = {}
    for number, turn in enumerate(said):
        if turn is None:
            continue
        if turn.subject and turn.subject.name:
            found[number] = number
            if turn.parts.begins_inside and _is_piece(representation, said, number - 1, number):
                found[number - 1] = number
        elif (before := found.get(number - 1)) is not None and _follows(representation, said, number, before):
            found[number] = before
    return {number: at for number, at in found.items() if (turn := said[number]) and turn.says_something}


def _is_piece(representation: Representation, said: Sequence[Turn | None], number: int, after: int) -> bool:
    """Whether a sentence is a quotation alone that goes on in the next one."""
    turn = said[number] if number >= 0 else None
    together = representation.paragraph_of[number] == representation.paragraph_of[after]
    return bool(together and turn and turn.parts.is_bare and turn.parts.ends_inside)


def _follows(representation: Representation, said: Sequence[Turn | None], number: int, named: int) -> bool:
    """Whether the one who speaks in the sentence before, named in the sentence `named`, certainly speaks on."""
    turn, before = said[number], said[number - 1]
    if turn is None or before is None or representation.paragraph_of[number] != representation.paragraph_of[number - 1]:
        return False
    if turn.parts.is_bare:
        return "“" in before.parts.outside and (turn.parts.begins_inside == before.parts.ends_inside)
    if turn.subject is None or not turn.subject.pronoun or turn.names_before:
        return False
    speaker = said[named]
    name = speaker.subject.name if speaker and speaker.subject else None
    return name is not None and not name.is_body and name.gender in ("", turn.subject.pronoun)


def likely(
    representation: Representation, said: Sequence[Turn | None], sure: Mapping[int, int], number: int
) -> int | None:
    """The sentence that names who speaks in one that does not say so: certainly, or before sentences that only go on."""
    if number in sure:
        return sure[number]
    own, turn = representation.sentences[number], said[number]
    for step in range(1, _BACK + 1):
        at = number - step
        if at < 0 or turn is None or representation.article_of[at] != representation.article_of[number]:
            return None
        before = said[at]
        if before is None:
            return None
        if before.subject and before.subject.name:
            return at
        goes_on = before.parts.is_bare or (before.subject is not None and bool(before.subject.pronoun))
        is_far = representation.sentences[at].paragraph < own.paragraph - step
        if not goes_on or (turn.parts.is_bare and is_far):
            return None
    return None
