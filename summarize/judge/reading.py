"""What a reader notices in a sentence: who it names, what it points at, who speaks. English words.

Owns the columns that describe form and reference; names are in `summarize.judge.naming`, what needs no neighbours in
`summarize.judge.surface`, what lies around a sentence in `summarize.judge.setting`. Nothing is learned here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarize.judge import english as en
from summarize.judge.naming import FAR, naming
from summarize.judge.surface import Surface, surface
from summarize.judge.tokens import Kinds, Known, Words, known_words, words
from summarize.judge.told import Told, extreme, tally
from summarize.model import Representation

if TYPE_CHECKING:
    from summarize.judge.tokens import Flags, Signs
    from summarize.model import Floats, IntArray

_RARE = 0.4
"""Share of the articles below which a thing is known to few."""
_TIED = frozenset("of that who which to for in on at between from".split())
_LONG_QUOTE = 4
"""Words in quotation marks from which on a sentence quotes somebody."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The columns of every sentence, and its pattern."""

    columns: dict[str, np.ndarray]
    """name → (sentences,) numbers."""
    signs: Signs
    """(signs,) 32-bit sign of each word of each pattern, sentence after sentence."""
    starts: IntArray
    """(sentences + 1,) first sign of each."""


def reading(representation: Representation, seen: Surface | None = None) -> Reading:
    """The columns and patterns of a collection, of which the surface may have been seen before."""
    seen = seen or surface([sentence.text for sentence in representation.sentences])
    tokens, article = seen.tokens, representation.article_of
    places = np.array([sentence.index for sentence in representation.sentences], dtype=np.int64)
    known = known_words(tokens, article, places)
    taken = words(tokens, known)
    kinds = tokens.kinds
    is_content = ~kinds.digit[taken.kind] & ((taken.bits & en.FUNCTION) == 0)
    told = Told.of(article, taken.sentence[is_content], taken.low[is_content], len(kinds.vocabulary))
    named, first_name = naming(taken, kinds, known, told)
    pointed = _pointed(taken, kinds, first_name)
    columns = {**seen.columns(), **named, **pointed, **_definite(taken, kinds, known, told, first_name)}
    columns |= {**_formed(taken, kinds, columns), **_content(taken.sentences, known, told)}
    return Reading(columns, taken.signs, taken.sign_starts)


def _beside(words: Words, values: np.ndarray, step: int) -> np.ndarray:
    """(words,) the values of the words so many places on in the same sentence; 0 where there is none."""
    moved = np.zeros_like(values)
    if step > 0:
        moved[:-step] = np.where(words.sentence[step:] == words.sentence[:-step], values[step:], 0)
    else:
        moved[-step:] = np.where(words.sentence[:step] == words.sentence[-step:], values[:step], 0)
    return moved


def _is(bits: IntArray, classes: int) -> Flags:
    return np.asarray((bits & classes) > 0)


def _pointed(words: Words, kinds: Kinds, first_name: Floats) -> dict[str, np.ndarray]:
    """Pronouns, demonstratives, verbs of speech and what else points elsewhere. A word counts for the first class it has."""
    n, of, bits, quoted, place = words.sentences, words.sentence, words.bits, words.quoted, words.place
    following, before = _beside(words, bits, 1), _beside(words, bits, -1)
    speaker = _is(bits, en.SPEAKER)
    demonstrative = ~speaker & _is(bits, en.DEMONSTRATIVE)
    plain = ~speaker & ~demonstrative & ~quoted
    person = plain & _is(bits, en.PERSON)
    thing = plain & ~person & _is(bits, en.THING)
    said = plain & ~person & ~thing & _is(bits, en.SAYS)
    that = words.low == kinds.vocabulary.get("that", -1)
    points = demonstrative & (~that | (place == 0) | _is(following, en.AUXILIARY) | _is(before, en.PREPOSITION))
    early = person & (place < first_name[of])
    first_person = extreme(np.minimum, n, of[person], place[person].astype(np.float64), FAR)
    first_thing = extreme(np.minimum, n, of[thing], place[thing].astype(np.float64), FAR)
    is_and = words.low == kinds.vocabulary.get("and", -1)
    chosen = {
        "persons": person, "persons_unnamed": early, "subject_unnamed": early & _is(bits, en.SUBJECT),
        "things_quoted": ~speaker & ~demonstrative & quoted & _is(bits, en.THING),
        "speakers": speaker & ~quoted, "speakers_quoted": speaker & quoted, "hearers": ~quoted & _is(bits, en.HEARER),
        "demonstratives": points & ~quoted, "demonstratives_quoted": points & quoted, "said": said,
        **_speakers(words, said, before, following), "additives": ~quoted & _is(bits, en.ADDITIVE),
        "connectives": ~quoted & _is(bits, en.CONNECTIVE) & ~is_and, "dates": ~quoted & _is(bits, en.DATE),
        "auxiliaries": _is(bits, en.AUXILIARY), "digits": kinds.digit[words.kind], "past": kinds.past[words.kind],
    }  # fmt: skip
    return {
        **{name: tally(n, of, those) for name, those in chosen.items()},
        "first_person": first_person,
        "first_thing": first_thing,
        "pronoun_lead": first_name - np.minimum(first_person, first_thing),
    }


def _speakers(words: Words, said: Flags, before: IntArray, following: IntArray) -> dict[str, Flags]:
    """(words,) verbs of speech by the kind of their subject, as the words beside them tell it."""
    by_pronoun = _is(before, en.PERSON | en.THING) | (_is(following, en.SUBJECT) & ~_is(following, en.THING))
    by_name = ~by_pronoun & (_beside(words, words.is_name, -1) | _beside(words, words.is_name, 1))
    by_noun = ~by_pronoun & ~by_name & ~_is(before, en.SPEAKER)
    return {"said_by_noun": said & by_noun, "said_by_pronoun": said & by_pronoun, "said_by_name": said & by_name}


def _definite(words: Words, kinds: Kinds, known: Known, told: Told, first_name: Floats) -> dict[str, np.ndarray]:
    """Each "the" with a common noun, and nothing after it that says which."""
    n = words.sentences
    lower = kinds.lower[words.kind]
    goes_on = _beside(words, lower & ~_is(words.bits, en.FUNCTION | en.SAYS) & ~kinds.past[words.kind], 1)
    is_tied = np.isin(words.low, [kinds.vocabulary[word] for word in _TIED if word in kinds.vocabulary])
    the = words.low == kinds.vocabulary.get("the", -1)
    at = np.flatnonzero(the & _beside(words, lower, 1))
    head = at + 1
    head += goes_on[head]
    head += (head > at + 1) & goes_on[head]
    tied = _beside(words, is_tied, 1)[head]
    all_of, at, head = words.sentence[at], at[~tied], head[~tied]
    of, noun = words.sentence[head], words.low[head]
    chosen = {
        "definite_opens": words.place[at] < 2, "definites_shell": _is(words.bits[head], en.SHELL),
        "definites_recent": told.recent(of, noun, 1) | told.recent(of, noun, 2), "definites_said": told.said(of, noun),
        "definites_lead": known.lead[noun] > 0, "definites_rare": known.share[noun] < _RARE,
        "definites_unnamed": words.place[at] < first_name[of],
    }  # fmt: skip
    return {
        "definites": tally(n, all_of),
        "definites_tied": tally(n, all_of, tied),
        **{name: tally(n, of, those) for name, those in chosen.items()},
        "definites_share": np.bincount(of, known.share[noun], n),
    }


def _formed(words: Words, kinds: Kinds, known: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Length, opening, quotation, letters; `known`: the columns there are."""
    n, of, kind = words.sentences, words.sentence, words.kind
    count = np.diff(words.starts).astype(np.float64)
    size, length = np.maximum(count, 1), np.maximum(known["characters"], 1)
    quoted = tally(n, of, words.quoted)
    reported = tally(n, of, _is(words.bits, en.REPORT))
    written = np.bincount(of, kinds.length[kind], n)
    figures = np.bincount(of, kinds.length[kind] * kinds.digit[kind], n)
    return {
        "words": count, "word_length": known["characters"] / size, **_opened(words, kinds),
        "quoted_share": quoted / size, "outside": count - quoted,
        "quote_unattributed": (quoted >= _LONG_QUOTE) & (known["said"] == 0) & (reported == 0),
        "quote_unnamed": (quoted >= _LONG_QUOTE) & (known["said_by_name"] == 0),
        "capitals": tally(n, of, kinds.capital[kind]) / size, "shouts": tally(n, of, kinds.shouts[kind]) / size,
        "function_share": tally(n, of, _is(words.bits, en.FUNCTION)) / size, "digits_share": figures / length,
        "letters_share": written / length,
    }  # fmt: skip


def _opened(words: Words, kinds: Kinds) -> dict[str, np.ndarray]:
    """What the first word of a sentence is."""
    opening = np.flatnonzero(words.place == 0)
    bits = words.bits[opening]
    second = _beside(words, words.bits, 1)[opening]
    chosen = {
        "opens_name": words.is_name[opening], "opens_person": _is(bits, en.PERSON),
        "opens_connective": _is(bits, en.CONNECTIVE), "opens_demonstrative": _is(bits, en.DEMONSTRATIVE),
        "opens_preposition": _is(bits, en.PREPOSITION), "opens_quantity": _is(bits, en.QUANTITY),
        "opens_the": words.low[opening] == kinds.vocabulary.get("the", -1), "opens_title": _is(bits, en.TITLE),
        "opens_quoted": words.quoted[opening], "second_said": _is(second, en.SAYS),
    }  # fmt: skip
    return {name: tally(words.sentences, words.sentence[opening], those) for name, those in chosen.items()}


def _content(n: int, known: Known, told: Told) -> dict[str, np.ndarray]:
    """The content words of each sentence: how many, and how many of them are known from where."""
    of, word = told.sentence, told.word
    share, count = known.share[word], tally(n, of)
    kinds = np.maximum(count, 1)
    return {
        "content": count,
        "content_recent": tally(n, of, told.recent(of, word, 1)) / kinds,
        "content_said": tally(n, of, told.said(of, word)) / kinds,
        "content_lead": tally(n, of, known.lead[word] > 0) / kinds,
        "content_share": np.bincount(of, share, n) / kinds,
        "content_alone": tally(n, of, share <= known.least) / kinds,
    }
