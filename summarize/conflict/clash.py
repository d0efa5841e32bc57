"""Pairs of sentences that cannot both be right.

Owns the decision that two sentences of different articles speak of one thing and contradict each other. High precision
first: a false alarm costs a reader more than a miss. English only; how numbers and denials are read is in
`summarize.conflict.quantity` and `summarize.conflict.claims`, what is done with the pairs in `summarize.conflict.dispute`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy as np

from summarize.conflict.claims import Denial, Value, best_clause, denials, places, times
from summarize.conflict.quantity import Quantity, describe, quantities, years
from summarize.conflict.units import CURRENCIES
from summarize.digest import ConflictKind
from summarize.judge import fitness, leans
from summarize.match import Matches
from summarize.text import words

if TYPE_CHECKING:
    from summarize.model import Floats, Representation

# Looked at together on the labelled events and the invented collections (benchmarks/conflict.md).
ALIKE = 0.20
"""Similarity from which on two sentences that are no same-fact pair may still state one quantity or one time."""
SURE = 0.50
"""Similarity of a same-fact pair from which on measures, dates and times in it are of one thing."""
LOCAL, LOCAL_LEAST = 0.03, 2
"""Share, and number, of the sentences with a place's name up to which it is one place of many, and a total there a part."""
FURTHEST = 5.0
"""Quantities further apart than this factor are of different things, unless they count victims."""
WORD = 0.55
"""Similarity from which on two words count as the same."""
FEWEST_DENIED = 3
"""Content terms that a denial must have: fewer fit too many sentences."""
DENIED, DENIAL_ALIKE = 0.58, 0.15
"""Share of a denial, by rarity of its terms, that another sentence affirms, and how alike the two must be."""
RELATED, RELATED_ALIKE = 0.55, 0.20
"""The same for what is cited beside such a sentence once there is one, in which other words may stand for what is denied."""
BUCKET = 400
"""Sentences with one kind of value that are compared with one another: the first ones of a larger collection."""

_OTHER_EVENT = re.compile(r"\b(?:latest|second|again|another|previous|earlier|aftershocks?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Side:
    """What one sentence says about a disputed thing."""

    sentence: int
    shown: str
    """The value in the sentence's own words."""
    same: str
    """Sides with the same are on one side."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sentences that cannot both be right."""

    kind: ConflictKind
    about: str
    """Clashes about one thing with a sentence in common are one conflict."""
    first: Side
    second: Side


def clashes(representation: Representation, matches: Matches) -> Iterator[Clash]:
    """All of a collection, in the order of its sentences."""
    yield from _numbers(representation, matches)
    yield from _values(representation, matches)
    yield from _denials(representation, matches)


def _english(representation: Representation) -> dict[int, str]:
    """Sentences whose numbers and negations are understood."""
    return {n: representation.sentences[n].text for n, code in enumerate(representation.languages) if code == "en"}


def _pairs(keys: Mapping[int, Iterable[str]], representation: Representation) -> list[tuple[int, int]]:
    """Sentences of different articles with a key in common, each pair once."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for number, of_sentence in keys.items():
        for key in of_sentence:
            if len(buckets[key]) < BUCKET:
                buckets[key].append(number)
    found = {pair for members in buckets.values() for pair in combinations(members, 2)}
    return sorted((i, j) for i, j in found if representation.article_of[i] != representation.article_of[j])


def _numbers(representation: Representation, matches: Matches) -> Iterator[Clash]:
    texts = _english(representation)
    found = {number: quantities(text) for number, text in texts.items()}
    keys = {number: {key for quantity in row for key in quantity.keys} for number, row in found.items()}
    dated = _years(representation, texts)
    common = _common_words(texts)
    for i, j in _pairs(keys, representation):
        if dated[i] != dated[j]:
            continue
        for some, other in product(found[i], found[j]):
            if _contradict(some, other, found[i], found[j]) and (
                (some.where - common) == (other.where - common)
                if some.is_toll
                else _one_fact(i, j, some, other, texts, matches)
            ):
                about = some.of or " ".join(sorted(some.counted & other.counted))
                sides = [_same_number(n, q, texts, found, matches) for n, q in ((i, some), (j, other))]
                yield from (Clash("number", about, one, another) for one, another in product(*sides))
                break


def _years(representation: Representation, texts: Mapping[int, str]) -> dict[int, frozenset[str]]:
    """The years each sentence names, without those in which the articles were published."""
    present = {(sentence.article.published or "")[:4] for sentence in representation.sentences}
    return {number: years(text) - present for number, text in texts.items()}


def _common_words(texts: Mapping[int, str]) -> frozenset[str]:
    """Lower-case words of so many sentences that a name among them is the scene of it all."""
    counts = Counter(word for text in texts.values() for word in set(words(text)))
    return frozenset(word for word, count in counts.items() if count > max(LOCAL * len(texts), LOCAL_LEAST))


def _same_number(
    number: int,
    quantity: Quantity,
    texts: Mapping[int, str],
    found: Mapping[int, Sequence[Quantity]],
    matches: Matches,
) -> list[Side]:
    """A sentence with its quantity, and every sentence that states the same fact with the same number."""
    side = Side(number, describe(texts[number], quantity), f"{quantity.value:.6g}")
    others = [n for n, _ in matches.supporters(number) if any(q.value == quantity.value for q in found.get(n, ()))]
    return [side, *(Side(n, side.shown, side.same) for n in others)]


def _contradict(some: Quantity, other: Quantity, row: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    """Whether two quantities of one thing differ, and nothing else in the two sentences makes them agree."""
    if not some.same_thing(other) or not some.contradicts(other):
        return False
    rivals = product((q for q in row if q.same_thing(some)), (q for q in others if q.same_thing(other)))
    return all(a.contradicts(b) for a, b in rivals)


def _one_fact(i: int, j: int, some: Quantity, other: Quantity, texts: Mapping[int, str], matches: Matches) -> bool:
    """Whether two quantities that count no victims are of one thing: a same-fact pair, or alike and led up to alike."""
    if max(some.value, other.value) > FURTHEST * min(some.value, other.value):
        return False
    if bool(_OTHER_EVENT.search(texts[i])) != bool(_OTHER_EVENT.search(texts[j])):
        return False
    shared = (some.before & other.before) - some.counted - other.counted
    pair = dict(matches.supporters(i)).get(j)
    if any(
        fitness(texts[number], "en") < 1 or leans(texts[number], "en") for number in (i, j)
    ):  # "it had cost 310 million": what had?
        return False
    if some.counted or some.of in CURRENCIES:
        return pair is not None or (
            bool(shared) and float(matches.likeness.of(np.array([i]), np.array([j]))[0]) >= ALIKE
        )
    return pair is not None and pair.similarity >= SURE and bool(shared)


def _values(representation: Representation, matches: Matches) -> Iterator[Clash]:
    """Names in one role, dates and times."""
    texts = _english(representation)
    dated = _years(representation, texts)

    def always(i: int, j: int, some: Value, other: Value) -> bool:
        return True

    def near(i: int, j: int, some: Value, other: Value) -> bool:
        pair = dict(matches.supporters(i)).get(j)
        sure = pair is not None and pair.similarity >= SURE
        return sure and dated[i] == dated[j] and bool(some.before & other.before)

    rules: tuple[tuple[ConflictKind, Callable[[str], tuple[Value, ...]], Callable[..., bool]], ...] = (
        ("name", places, always),
        ("date", times, near),
    )
    for kind, read, one_fact in rules:
        found = {number: read(text) for number, text in texts.items()}
        for i, j in _pairs({n: {value.role for value in row} for n, row in found.items()}, representation):
            if {(v.role, v.value) for v in found[i]} & {(v.role, v.value) for v in found[j]}:
                continue
            for some, other in product(found[i], found[j]):
                if some.role == other.role and one_fact(i, j, some, other):
                    sides = [Side(n, texts[n][v.start : v.end], v.value) for n, v in ((i, some), (j, other))]
                    yield Clash(kind, some.role, *sides)
                    break


def _denials(representation: Representation, matches: Matches) -> Iterator[Clash]:
    """A claim in one article and its denial in another."""
    texts = _english(representation)
    found = {number: denials(text) for number, text in texts.items()}
    views = matches.likeness
    article_of = representation.article_of
    for i, row in found.items():
        for denial in row:
            terms = [term for term in denial.terms if views.knows(term)]
            if len(terms) < FEWEST_DENIED:
                continue
            strength, rarity = views.speaking_of(terms, denial.names), views.rarity(terms)
            share = (strength * rarity).sum(axis=1) / rarity.sum()
            others = [
                j
                for j in np.flatnonzero((share >= RELATED) & (article_of != article_of[i])).tolist()
                if j in texts
                and (not denial.subject or _names_one_of(texts[j], denial.subject))
                and all(strength[j, k] == 1 for k, term in enumerate(terms) if term in denial.names)
                and not any(set(other.terms) & set(terms) for other in found[j])
            ]
            alike = dict(
                zip(
                    others,
                    matches.likeness.of(np.full(len(others), i), np.array(others, dtype=np.int64)).tolist(),
                    strict=True,
                )
            )
            sure = [
                j
                for j in others
                if share[j] >= DENIED and alike[j] >= DENIAL_ALIKE and _is_affirmed(strength[j], denial)
            ]
            also = [j for j in others if sure and alike[j] >= RELATED_ALIKE]
            for j in sorted({*sure, *also}):
                first = Side(i, texts[i][denial.start : denial.end], "denied")
                yield Clash("denial", "", first, Side(j, best_clause(texts[j], set(terms)), "affirmed"))


def _names_one_of(text: str, subject: frozenset[str]) -> bool:
    """Whether a sentence has one of some names; five letters are enough, for Brazil and the Brazilian air force."""
    return not {name[:5] for name in subject}.isdisjoint(word[:5] for word in words(text))


def _is_affirmed(strength: Floats, denial: Denial) -> bool:
    """Whether what is denied itself, and not only its circumstances, is said."""
    if denial.first_counts and strength[0] < WORD:
        return False
    return int((strength >= WORD).sum()) >= 2
