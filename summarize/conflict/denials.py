"""A claim in one article and its denial in another.

Owns the rule: what one sentence negates, by its verb and by most of its rare words, another one affirms, and is no denial
itself. English only. A judge learned from a hundred labelled pairs was weighed against it and lost (benchmarks/conflict.md): most claims are
denied in other words, and no view of two sentences tells which. So few are found, and those are surely told.
"""

from __future__ import annotations

import re

import numpy as np

from summarize.conflict.candidates import cells_of
from summarize.conflict.claims import Negated
from summarize.conflict.clash import Clash, Side
from summarize.conflict.known import Known
from summarize.conflict.reading import DENIALS
from summarize.text import content_terms, words

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
OPEN_RELATED = 0.05
"""The same for "has yet to endorse" beside "endorsed", where fewer words are in common."""
_HOLLOW = frozenset(
    content_terms(words("have has been get go say make do report yet any made comment know clear take"), "en")
)


def denial_clashes(known: Known) -> tuple[Clash, ...]:
    """The claims and their denials, in the order of the sentences."""
    sentences, languages = known.representation.sentences, known.representation.languages
    pairs = known.candidates
    topic = np.ones(len(pairs)) if known.same_topic is None else cells_of(known.same_topic, pairs.first, pairs.second)
    found = []
    for k in np.flatnonzero(topic >= OPEN_RELATED).tolist():
        i, j = int(pairs.first[k]), int(pairs.second[k])
        if {languages[i], languages[j]} != {DENIALS}:
            continue
        for denying, affirming in ((i, j), (j, i)):
            negated = _denied(known, denying, affirming, float(topic[k]))
            if negated is not None:
                first = Side(denying, negated.start, negated.end, "denied")
                length = len(sentences[affirming].text)
                found.append(Clash("denial", first, Side(affirming, 0, length, "affirmed"), 1.0, negated.open))
                break
    return tuple(found)


def _denied(known: Known, i: int, j: int, topic: float) -> Negated | None:
    """What sentence i negates and sentence j affirms. `topic` is the probability of one topic."""
    read = known.slots.claims
    if (
        not read[i].negates
        or read[j].negated
        or read[j].leaves_open
        or known.representation.sentences[j].text.rstrip('”"’ ').endswith("?")
    ):
        return None
    for negated in read[i].negated:
        terms = [term for term in negated.terms if term not in _HOLLOW]
        if not terms or negated.modal:
            continue
        likeness = [_said(known, term, j, negated.names) for term in terms]
        weights = [known.rarity.get(term, 2.0) for term in terms]
        total = sum(weights)
        share = sum(w * s for w, s in zip(weights, likeness, strict=True)) / total if total > 0 else 0.0
        if _is_told_of(known, i, j, negated, share, len(terms)) and topic >= RELATED:
            return negated
        strong = sum(value >= ALIKE for value in likeness)
        is_denial = known.representation.sentences[i].text[negated.start : negated.start + 3].lower() == "den"
        told = known.representation.sentences[i].text[negated.start :].split(maxsplit=8)
        if (
            is_denial
            and ("that" in told or likeness[0] >= VERB)
            and share >= AFFIRMED_NEAR
            and strong >= DENIED
            and topic >= RELATED
        ):
            return negated
        if (
            _DISPUTES.match(known.representation.sentences[i].text, negated.start)
            or read[j].denies - set(terms)
            or not _subject_shared(known, i, j, negated.start)
            or likeness[0] < VERB
        ):
            continue
        if share >= AFFIRMED and strong >= STRONG and topic >= RELATED:
            return negated
        if share >= AFFIRMED_NEAR and strong >= STRONG and topic >= NEAR:
            return negated
        if negated.open and share >= 0.5 and topic >= OPEN_RELATED and _one_subject(known, i, j):
            return negated
    return None


def _said(known: Known, term: str, sentence: int, names: frozenset[str]) -> float:
    """How surely a sentence has a term, in the same or, but for a name, a related word."""
    return float(term in known.stems[sentence]) if term in names else known.likest(term, sentence)


def _is_told_of(known: Known, i: int, j: int, negated: Negated, share: float, words_negated: int) -> bool:
    """Whether one sentence says that there was no such thing, and the other one what became of it."""
    texts = [known.representation.sentences[number].text for number in (i, j)]
    is_absent = texts[0][negated.start : negated.end].lower().startswith("no ")
    return is_absent and 2 <= words_negated <= SHORT and share >= TOLD_OF and bool(_STATED.search(texts[1]))


def _subject_shared(known: Known, i: int, j: int, before: int) -> bool:
    """Whether a name that stands before the word that negates is in the other sentence too; True where none does."""
    mine = {part for slot in known.slots.names[i] if slot.end <= before for part in slot.heads}
    theirs = {part for slot in known.slots.names[j] for part in slot.heads}
    return not mine or bool(mine & theirs)


def _one_subject(known: Known, i: int, j: int) -> bool:
    """Whether the first names of two sentences share a word."""
    first, second = ({part for slot in known.slots.names[n][:1] for part in slot.heads} for n in (i, j))
    return bool(first & second)
