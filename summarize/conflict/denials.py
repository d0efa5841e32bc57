"""A claim in one article and its denial in another.

Owns the rule: what one sentence negates, by its verb and by most of its rare words, another one affirms, and is no denial
itself. English only. A judge learned from a hundred labelled pairs was weighed against it and lost (benchmarks/conflict.md): most claims are
denied in other words, and no view of two sentences tells which. So few are found, and those are surely told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from summarize.conflict.candidates import cells_of
from summarize.conflict.claims import Negated
from summarize.conflict.clash import Clash, Side
from summarize.conflict.known import Known
from summarize.conflict.reading import DENIALS
from summarize.text import content_terms, words

if TYPE_CHECKING:
    from summarize.conflict.candidates import BoolArray

# Looked at together on the labelled events.
VERB = 0.90
"""Likeness of the first word negated and one of the other sentence."""
AFFIRMED, STRONG, ALIKE = 0.65, 3, 0.55
"""Share of what is negated, by rarity, that the other sentence says, and how many of its words it has, as alike as ALIKE."""
AFFIRMED_NEAR, NEAR = 0.50, 0.50
"""The same share where the two surely belong to one topic."""
DENIED = 2
"""Words of what somebody denies, in so many words, that the other sentence has."""
TOLD_OF, SHORT = 0.90, 4
"""The same share for "no tsunami warning" beside one that was issued, and the most words of it."""
_STATED = re.compile(r"\b(?:issued|triggered|in effect|lifted|announced|sounded)\b", re.I)
_DISPUTES = re.compile(
    r"\W*(?:\w+\W+){1,3}?(?:disput|den(?:y|ied)|reject|contradict|refut|rule)|\W*(?:\w+\W+){1,2}(?:the (?:first|only)|only|just|merely|necessarily)\b",
    re.IGNORECASE,
)
RELATED = 0.12
"""Probability of one topic below which two sentences speak of two matters."""
OPEN_RELATED, AFFIRMED_OPEN = 0.05, 0.50
"""The two for "has yet to endorse" beside "endorsed", where fewer words are in common."""
_HOLLOW = frozenset(
    content_terms(words("have has been get go say make do report yet any made comment know clear take"), "en")
)


def denial_clashes(known: Known) -> tuple[Clash, ...]:
    """The claims and their denials, in the order of the sentences."""
    pairs = known.candidates
    topic = np.ones(len(pairs)) if known.same_topic is None else cells_of(known.same_topic, pairs.first, pairs.second)
    negates, affirms = _negates(known), _affirms(known)
    either = (negates[pairs.first] & affirms[pairs.second]) | (negates[pairs.second] & affirms[pairs.first])
    found = []
    for k in np.flatnonzero(either & (topic >= OPEN_RELATED)).tolist():
        i, j = int(pairs.first[k]), int(pairs.second[k])
        for denying, affirming in ((i, j), (j, i)):
            if not (negates[denying] and affirms[affirming]):
                continue
            negated = _denied(known, denying, affirming, float(topic[k]))
            if negated is not None:
                first = Side(denying, negated.start, negated.end, "denied")
                length = len(known.texts[affirming])
                found.append(Clash("denial", first, Side(affirming, 0, length, "affirmed"), 1.0, negated.open))
                break
    return tuple(found)


def _negates(known: Known) -> BoolArray:
    """(sentences,) whether each says that something is not so."""
    return np.array([claims.negates for claims in known.slots.claims], dtype=bool)


def _affirms(known: Known) -> BoolArray:
    """(sentences,) whether each says something and neither negates, leaves open nor asks anything."""
    rows = zip(known.slots.claims, known.representation.languages, known.texts, strict=True)
    return np.array(
        [
            code == DENIALS and not (claims.negated or claims.leaves_open or text.rstrip('”"’ ').endswith("?"))
            for claims, code, text in rows
        ],
        dtype=bool,
    )


def _denied(known: Known, i: int, j: int, topic: float) -> Negated | None:
    """What sentence i negates and sentence j affirms. `topic` is the probability of one topic."""
    text = known.texts[i]
    for negated in known.slots.claims[i].negated:
        terms = [term for term in negated.terms if term not in _HOLLOW]
        if not terms or negated.modal:
            continue
        opening = text[negated.start : negated.end][:3].lower()
        verb = _said(known, terms[0], j, negated.names)
        if verb < VERB and opening not in ("no ", "den"):
            continue
        likeness = [verb, *(_said(known, term, j, negated.names) for term in terms[1:])]
        weights = [known.rarity.get(term, 2.0) for term in terms]
        total = sum(weights)
        share = sum(w * s for w, s in zip(weights, likeness, strict=True)) / total if total > 0 else 0.0
        if opening == "no " and _is_told_of(known, j, share, len(terms)) and topic >= RELATED:
            return negated
        strong = sum(value >= ALIKE for value in likeness)
        is_close = share >= AFFIRMED_NEAR and strong >= DENIED and topic >= RELATED
        told = text[negated.start :].split(maxsplit=8)
        if opening == "den" and ("that" in told or verb >= VERB) and is_close:
            return negated
        if verb < VERB or not _may_be_denied(known, i, j, negated.start, terms):
            continue
        if strong >= STRONG and (
            (share >= AFFIRMED and topic >= RELATED) or (share >= AFFIRMED_NEAR and topic >= NEAR)
        ):
            return negated
        if negated.open and share >= AFFIRMED_OPEN and _one_subject(known, i, j):
            return negated
    return None


def _may_be_denied(known: Known, i: int, j: int, start: int, terms: Sequence[str]) -> bool:
    """Whether what stands from `start` on in sentence i may be a denial of what j says, which is of the same and denies no more."""
    is_dispute = _DISPUTES.match(known.texts[i], start) is not None
    return not is_dispute and known.slots.claims[j].denies <= set(terms) and _subject_shared(known, i, j, start)


def _said(known: Known, term: str, sentence: int, names: frozenset[str]) -> float:
    """How surely a sentence has a term, in the same or, but for a name, a related word."""
    return float(term in known.stems[sentence]) if term in names else known.likest(term, sentence)


def _is_told_of(known: Known, sentence: int, share: float, words_negated: int) -> bool:
    """Whether a sentence says what became of a thing that another one says there was not."""
    return 2 <= words_negated <= SHORT and share >= TOLD_OF and bool(_STATED.search(known.texts[sentence]))


def _subject_shared(known: Known, i: int, j: int, before: int) -> bool:
    """Whether a name that stands before the word that negates is in the other sentence too; True where none does."""
    mine = {part for slot in known.slots.names[i] if slot.end <= before for part in slot.heads}
    theirs = {part for slot in known.slots.names[j] for part in slot.heads}
    return not mine or bool(mine & theirs)


def _one_subject(known: Known, i: int, j: int) -> bool:
    """Whether the first names of two sentences share a word."""
    first, second = ({part for slot in known.slots.names[n][:1] for part in slot.heads} for n in (i, j))
    return bool(first & second)
