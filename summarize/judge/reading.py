"""What a reader notices in a sentence: who it names, what it points at, who speaks. English words.

Owns the columns that describe form and reference, and the pattern of a sentence: its words with every name as one sign. What
lies around a sentence is in `summarize.judge.setting`. Nothing is learned here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarize.judge import english as en
from summarize.judge.boilerplate import CUES, cues
from summarize.judge.tokens import Known, Words, known_words, split, token, words
from summarize.model import Representation

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_FAR = 40.0
"""Where a word stands that does not occur."""
_NONE, _ALL = -0.5, 1.5
"""The greatest and the smallest share of no names at all."""
_RARE = 0.4
"""Share of the articles below which a thing is known to few."""
_TIED = frozenset("of that who which to for in on at between from".split())
FORM = (
    "words characters word_length ends_quote opens_quote opens_name opens_person opens_connective opens_demonstrative "
    "opens_preposition opens_quantity opens_the opens_title opens_quoted second_said ends ends_question question_inside "
    "ellipsis marks_curly brackets commas semicolons quoted_share outside quote_unattributed quote_unnamed capitals shouts "
    "function_share digits_share letters_share content content_recent content_said content_lead content_share content_alone"
).split()
NAMES = (
    "names full_names titled_names names_said names_lead names_quoted bare_introduced bare_new name_share_max name_share_min "
    "name_share_mean first_name first_full bare_lead_min bare_lead_max person_lead_min person_lead_max person_unknown "
    "bare_unknown name_lead_max name_lead_min name_lead_sum opening_lead opening_known since_introduced bare_share_max "
    "bare_share_min"
).split()
_NO_NAMES = (
    *[0.0] * 8, _NONE, _ALL, 0.0, _FAR, _FAR, _ALL, _NONE, _ALL, _NONE, 0.0, 0.0, _NONE, _ALL, 0.0, _NONE,
    -1.0, -1.0, _NONE, _ALL,
)  # fmt: skip
"""The columns of `NAMES` of a sentence without any."""
POINTERS = (
    "persons persons_unnamed subject_unnamed things_quoted speakers speakers_quoted hearers demonstratives "
    "demonstratives_quoted said said_by_noun said_by_pronoun said_by_name additives connectives dates auxiliaries digits past "
    "first_person first_thing pronoun_lead"
).split()
DEFINITES = (
    "definites definites_tied definite_opens definites_shell definites_recent definites_said definites_lead definites_share "
    "definites_rare definites_unnamed"
).split()


@dataclass(frozen=True, slots=True)
class Reading:
    """The columns of every sentence, and its pattern."""

    columns: dict[str, np.ndarray]
    """name → (sentences,) numbers."""
    signs: NDArray[np.uint64]
    """(signs,) 32-bit sign of each word of each pattern, sentence after sentence."""
    starts: NDArray[np.int64]
    """(sentences + 1,) first sign of each."""


@dataclass(slots=True)
class _Story:
    """What an article has said so far."""

    introduced: dict[str, int]
    """Last word of a full name → sentence that gave it."""
    said: set[str]
    recent: tuple[set[str], set[str]]
    """Words of the sentence before the last, and of the last."""


def reading(representation: Representation) -> Reading:
    """The columns and patterns of a collection."""
    texts = [sentence.text for sentence in representation.sentences]
    tokens = [split(text) for text in texts]
    articles = representation.article_of.tolist()
    known = known_words(tokens, articles, [sentence.index for sentence in representation.sentences])
    kinds = {text: token(text, known.small) for text in {text for row in tokens for text in row}}
    rows: list[tuple[float, ...]] = []
    signs: list[int] = []
    starts = [0]
    story, current = _Story({}, set(), (set(), set())), -1
    for number, (text, row) in enumerate(zip(texts, tokens, strict=True)):
        if articles[number] != current:
            story, current = _Story({}, set(), (set(), set())), articles[number]
        taken = words(row, kinds)
        named, first_name, spoken = _named(taken, known, story, number)
        pointed = _pointed(taken, first_name)
        formed, content = _formed(text, taken, known, story, pointed[_SAID], pointed[_BY_NAME])
        rows.append(
            (
                *formed,
                *named,
                *pointed,
                *_definite(taken, known, story, first_name),
                *cues(text, {kinds[word].low for word in row}),
            )
        )
        signs += taken.signs
        starts.append(len(signs))
        story.introduced.update({name: number for name in spoken if name not in story.introduced})
        story.said |= content
        story.recent = (story.recent[1], content)
    columns = [*FORM, *NAMES, *POINTERS, *DEFINITES, *CUES]
    table = np.array(rows, dtype=np.float64).reshape(len(rows), len(columns))
    named_columns = {name: np.ascontiguousarray(table[:, at]) for at, name in enumerate(columns)}
    return Reading(named_columns, np.array(signs, dtype=np.uint64), np.array(starts, dtype=np.int64))


_SAID, _BY_NAME = POINTERS.index("said"), POINTERS.index("said_by_name")


def _runs(is_name: Sequence[bool]) -> list[tuple[int, int]]:
    """(first, last) word of each name."""
    found: list[tuple[int, int]] = []
    for at, name in enumerate(is_name):
        if name and found and found[-1][1] == at - 1:
            found[-1] = (found[-1][0], at)
        elif name:
            found.append((at, at))
    return found


def _named(words: Words, known: Known, story: _Story, number: int) -> tuple[tuple[float, ...], float, list[str]]:
    """The columns of `NAMES`; where the first name stands; the last words of the full names."""
    runs = _runs(words.is_name)
    if not runs:
        return _NO_NAMES, _FAR, []
    low, lead, share = words.low, known.lead, known.share
    last = [low[end].removesuffix("'s") for _, end in runs]
    has_title = [end > start and bool(words.bits[start] & en.TITLE) for start, end in runs]
    is_full = [end - start + 1 - title >= 2 for (start, end), title in zip(runs, has_title, strict=True)]
    full = [name for name, whole in zip(last, is_full, strict=True) if whole]
    titled = sum(
        not whole and (title or (start > 0 and bool(words.bits[start - 1] & en.TITLE)))
        for (start, _), title, whole in zip(runs, has_title, is_full, strict=True)
    )
    bare = [name for name in last if name not in full]
    person = [name for name in bare if name in story.introduced]
    shares = [share[low[at]] for start, end in runs for at in range(start, end + 1)]
    leads = [max(lead.get(low[at].removesuffix("'s"), 0.0) for at in range(start, end + 1)) for start, end in runs]
    bare_lead = [lead.get(name, 0.0) for name in bare]
    person_lead = [lead.get(name, 0.0) for name in person]
    bare_share = [share.get(name, 0.0) for name in bare]
    first_full = next((start for (start, _), whole in zip(runs, is_full, strict=True) if whole), _FAR)
    opening = last[0]
    columns = (
        len(runs), len(full), titled, sum(any(low[a] in story.said for a in range(s, e + 1)) for s, e in runs),
        sum(value > 0 for value in leads), sum(words.quoted[start] for start, _ in runs), len(person), len(bare) - len(person),
        max(shares), min(shares), sum(shares) / len(shares), runs[0][0], first_full,
        min(bare_lead, default=_ALL), max(bare_lead, default=_NONE),
        min(person_lead, default=_ALL), max(person_lead, default=_NONE),
        sum(value <= 0.34 for value in person_lead), sum(value == 0 for value in bare_lead), max(leads), min(leads), sum(leads),
        lead.get(opening, 0.0), opening in person, number - story.introduced.get(opening, number + 1),
        max(bare_share, default=_NONE), min(bare_share, default=_ALL),
    )  # fmt: skip
    return columns, float(runs[0][0]), full


def _pointed(words: Words, first_name: float) -> tuple[float, ...]:
    """The columns of `POINTERS`."""
    low, n = words.low, len(words.low)
    persons = unnamed = subjects = things = speakers = speakers_quoted = hearers = demonstratives = (
        demonstratives_quoted
    ) = 0
    said = by_noun = by_pronoun = by_name = additives = connectives = dates = auxiliaries = 0
    first_person = first_thing = _FAR
    for at, (word, bits, quoted) in enumerate(zip(low, words.bits, words.quoted, strict=True)):
        if not bits:
            continue
        auxiliaries += bits & en.AUXILIARY > 0
        if bits & en.SPEAKER:
            speakers_quoted += quoted
            speakers += not quoted
        elif bits & en.DEMONSTRATIVE:
            following = words.bits[at + 1] if at + 1 < n else 0
            before = words.bits[at - 1] if at else 0
            points = word != "that" or at == 0 or bool(following & en.AUXILIARY or before & en.PREPOSITION)
            demonstratives += points and not quoted
            demonstratives_quoted += points and quoted
        elif quoted:
            things += bits & en.THING > 0
        elif bits & en.PERSON:
            persons += 1
            first_person = min(first_person, at)
            unnamed += at < first_name
            subjects += at < first_name and bits & en.SUBJECT > 0
        elif bits & en.THING:
            first_thing = min(first_thing, at)
        elif bits & en.SAYS:
            said += 1
            who = _speaker(words, at)
            by_pronoun += who == "pronoun"
            by_name += who == "name"
            by_noun += who == "noun"
        hearers += not quoted and bits & en.HEARER > 0
        additives += not quoted and bits & en.ADDITIVE > 0
        connectives += not quoted and bits & en.CONNECTIVE > 0 and word != "and"
        dates += not quoted and bits & en.DATE > 0
    digits = sum(token.digit for token in words.tokens)
    past = sum(token.past for token in words.tokens)
    return (
        persons, unnamed, subjects, things, speakers, speakers_quoted, hearers, demonstratives, demonstratives_quoted, said,
        by_noun, by_pronoun, by_name, additives, connectives, dates, auxiliaries, digits, past, first_person, first_thing,
        first_name - min(first_person, first_thing),
    )  # fmt: skip


def _speaker(words: Words, at: int) -> str:
    """What kind of subject a verb of speech has, by the words beside it."""
    before, following = (words.bits[at - 1] if at else 0), (words.bits[at + 1] if at + 1 < len(words.bits) else 0)
    if before & (en.PERSON | en.THING) or (following & en.SUBJECT and not following & en.THING):
        return "pronoun"
    if (at and words.is_name[at - 1]) or (at + 1 < len(words.bits) and words.is_name[at + 1]):
        return "name"
    return "speaker" if before & en.SPEAKER else "noun"


def _definite(words: Words, known: Known, story: _Story, first_name: float) -> tuple[float, ...]:
    """The columns of `DEFINITES`: "the" with a common noun, and nothing after it that says which."""
    raw, low, bits, n = words.raw, words.low, words.bits, len(words.low)
    count = tied = opens = shell = recent = said = lead = rare = unnamed = 0
    share = 0.0
    for at in range(n - 1):
        if low[at] != "the" or not raw[at + 1][0].islower():
            continue
        count += 1
        head = at + 1
        while head + 1 < n and head < at + 3 and raw[head + 1][0].islower() and not (
            bits[head + 1] & (en.FUNCTION | en.SAYS) or low[head + 1].endswith("ed")
        ):  # fmt: skip
            head += 1
        noun = low[head]
        if head + 1 < n and low[head + 1] in _TIED:
            tied += 1
            continue
        opens += at < 2
        shell += bits[head] & en.SHELL > 0
        recent += noun in story.recent[0] or noun in story.recent[1]
        said += noun in story.said
        lead += noun in known.lead
        share += known.share[noun]
        rare += known.share[noun] < _RARE
        unnamed += at < first_name
    return (count, tied, opens, shell, recent, said, lead, share, rare, unnamed)


def _formed(
    text: str, words: Words, known: Known, story: _Story, said: float, by_name: float
) -> tuple[tuple[float, ...], set[str]]:
    """The columns of `FORM`, and the content words."""
    raw, low, bits, n = words.raw, words.low, words.bits, len(words.low)
    size, length = max(n, 1), max(len(text), 1)
    first, quoted = (bits[0] if bits else 0), sum(words.quoted)
    function = capitals = shouts = digits = letters = reported = 0
    content: dict[str, float] = {}
    for one, written in zip(words.tokens, raw, strict=True):
        function += one.bits & en.FUNCTION > 0
        reported += one.bits & en.REPORT > 0
        capitals += one.capital
        shouts += one.shouts
        letters += len(written)
        if one.digit:
            digits += len(written)
        elif not one.bits & en.FUNCTION:
            content[one.low] = known.share.get(one.low, 0.0)
    kinds, shares, kept = max(len(content), 1), content.values(), set(content)
    columns = (
        n, len(text), len(text) / size, text[-1:] in "\"”’'»", text[:1] in "\"“'‘„«", bool(words.is_name and words.is_name[0]),
        first & en.PERSON > 0, first & en.CONNECTIVE > 0, first & en.DEMONSTRATIVE > 0, first & en.PREPOSITION > 0,
        first & en.QUANTITY > 0, low[:1] == ["the"], first & en.TITLE > 0, bool(words.quoted and words.quoted[0]),
        n > 1 and bits[1] & en.SAYS > 0, bool(_ENDS.search(text)), "?" in text[-3:], "?" in text, "..." in text or "…" in text,
        text.count("“") - text.count("”"), text.count("(") + text.count("["), text.count(","),
        text.count(";") + text.count(":"),
        quoted / size, n - quoted, quoted >= 4 and not said and not reported, quoted >= 4 and not by_name,
        capitals / size, shouts / size, function / size, digits / length, letters / length, len(content),
        len(kept & story.recent[1]) / kinds, len(kept & story.said) / kinds,
        sum(word in known.lead for word in content) / kinds, sum(shares) / kinds,
        sum(value <= known.least for value in shares) / kinds,
    )  # fmt: skip
    return columns, kept
