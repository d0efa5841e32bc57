"""A name for each topic, in words of the articles, as an editor would write it.

The rule. Candidates are the noun phrases of the topic's sentences and of the headings and titles above them
(`summarize.cluster.phrases`). A word w weighs, for topic t, by class-based TF-IDF (Grootendorst 2022, eq. 2), a class being all
sentences of a topic, sharpened by how far w belongs to t alone::

    weight(w, t) = n(w, t) · ln(1 + A / n(w)) · n(w, t) / n(w)

n(w, t) counts the articles of t that use w, plus half of its further sentences; n(w) sums it over all topics; A is its mean
per topic. A candidate p is scored by the words it is made of (Wan & Xiao 2008 rank phrases by the sum of their words), how
often it is said, how much of the topic speaks of its words, its form, and how near its meaning is to the topic's
(Bennani-Smires et al. 2018)::

    score(p, t) = Σ weight(w, t) / √|p| · ln(1 + n(p, t)) · (share of t with a word of p) · form(p) · nearness(p, t)

form(p) prefers two or three content words, common nouns to names (who took part is no topic), one noun phrase to two with a
link between them, and what several articles say. A heading or title counts as uses in proportion to how much of what
stands under it is in t. The topic that most articles report chooses first; no two labels share a word.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarize.cluster.phrases import Key, Phrase, phrases, recased, usual_case
from summarize.encode import unit
from summarize.model import Document, Representation

if TYPE_CHECKING:
    from summarize.model import Floats

KEYWORDS_MOST = 8
_SHAPE = {1: 0.1, 2: 1.0, 3: 1.0, 4: 0.8}
"""Weight of a candidate by its number of content words."""
_NAME_WEIGHT = 0.02
"""For a proper name."""
_TIED_WEIGHT = 0.7
"""For two phrases with a linking word between them, which may have nothing to do with each other."""
_ONCE, _ONCE_WEIGHT = 1.5, 0.5
"""For a candidate with fewer uses: a label should be what several articles call the thing."""
_HEADING_WEIGHT, _TITLE_WEIGHT = 2.0, 1.0
"""In uses: how much a heading says about all that stands under it."""
_SHORTLIST = 40
"""Candidates of a topic whose meaning is looked at."""
_FAR = 0.3
"""Nearness of a candidate whose meaning has nothing to do with the topic; the cosine is added."""


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a topic and the words that set it apart, best first."""

    text: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading or title, and what stands under it."""

    candidates: dict[Key, float]
    """How surely each is a whole noun phrase."""
    sentences: frozenset[int]
    weight: float


@dataclass(frozen=True, slots=True)
class _Uses:
    """What is said in one topic."""

    phrases: dict[Key, float]
    """n(p, t)."""
    words: dict[str, float]
    """n(w, t)."""
    rows: list[frozenset[str]]
    """The words of the candidates of each sentence."""


def label_topics(
    representation: Representation,
    documents: Sequence[Document],
    topics: Sequence[np.ndarray],
    language: str,
    names: Sequence[str] = (),
) -> list[Label]:
    """A label for each topic, given as sentence numbers, in their order; the first ones have these `names` already."""
    texts = [sentence.text for sentence in representation.sentences]
    found = phrases(texts, language)
    above = list(_headings(documents))
    titles = phrases([text for text, _, _ in above], language, heading=True)
    headings = [_Heading(_surest(row), under, weight) for row, (_, under, weight) in zip(titles, above, strict=True)]
    uses = [_uses(representation, found, headings, members.tolist()) for members in topics]
    weights = _weights([use.words for use in uses])
    form, case = _form([*found, *titles]), usual_case(texts)
    written, spelt = _written([*found, *titles], case), _spelt([*found, *titles], case)
    nearness = _Nearness(representation, topics)
    labels: list[Label] = []
    taken = {key for row in phrases(names, language, heading=True) for phrase in row for key in [phrase.key]}
    for number, (use, weight) in enumerate(zip(uses, weights, strict=True)):
        score = _scores(use, weight, form)
        best = sorted(score, key=lambda key: (-score[key], key))[:_SHORTLIST]
        near = dict(zip(best, nearness.of(number, [written[key] for key in best]), strict=True))
        best.sort(key=lambda key: (-round(score[key] * near[key], 6), key))
        if number < len(names):
            text = names[number]
        else:
            chosen = _first_free(best, taken)
            taken.add(chosen)
            text = written.get(chosen, "")
            text = text[:1].upper() + text[1:]
        keywords = sorted(weight, key=lambda word: (-weight[word], word))[:KEYWORDS_MOST]
        labels.append(Label(text, tuple(spelt[word] for word in keywords)))
    return labels


def _first_free(ranked: Sequence[Key], taken: set[Key]) -> Key:
    """The first phrase that shares no word with a label; failing that the first that is neither part nor whole of one,
    then the first word that is none.
    """
    words = {word for key in taken for word in key}
    phrases = [key for key in ranked if len(key) > 1]
    apart = next((key for key in phrases if not words & set(key)), None)
    other = next(
        (key for key in phrases if not any(set(key) <= set(label) or set(key) >= set(label) for label in taken)), None
    )
    return apart or other or next((key for key in ranked if key not in taken), ())


def _scores(use: _Uses, weight: Mapping[str, float], form: Mapping[Key, float]) -> dict[Key, float]:
    """score(p, t) of each candidate of a topic, nearness apart."""

    def score(key: Key, n: float) -> float:
        value = sum(weight[word] for word in key) / math.sqrt(len(key)) * math.log1p(n) * form[key]
        share = sum(not row.isdisjoint(key) for row in use.rows) / len(use.rows)
        return value * share * (_ONCE_WEIGHT if n < _ONCE else 1)

    return {key: score(key, n) for key, n in use.phrases.items() if all(word in weight for word in key)}


def _headings(documents: Sequence[Document]) -> Iterator[tuple[str, frozenset[int], float]]:
    """(text, sentences under it, weight) of every heading and title."""
    before = 0
    for document in documents:
        marks = [span for span in document.ignored if span.reason in ("heading", "title")]
        for mark, following in zip(marks, [*marks[1:], None], strict=False):
            end = following.start if following else len(document.article.text)
            under = frozenset(before + s.index for s in document.sentences if mark.start <= s.start < end)
            text = document.article.text[mark.start : mark.end].strip("#*_ ")
            yield text, under, _TITLE_WEIGHT if mark.reason == "title" else _HEADING_WEIGHT
        before += len(document.sentences)


def _uses(
    representation: Representation,
    found: Sequence[Sequence[Phrase]],
    headings: Sequence[_Heading],
    members: Sequence[int],
) -> _Uses:
    """What is said in one topic, a further use in an article for half."""
    most: dict[Key, dict[int, float]] = defaultdict(dict)
    total: Counter[Key] = Counter()
    for number in members:
        article = int(representation.article_of[number])
        for key, surety in _surest(found[number]).items():
            most[key][article] = max(surety, most[key].get(article, 0.0))
            total[key] += surety  # type: ignore[assignment]  # a Counter may hold numbers that are not whole
    uses = {key: (sum(best.values()) + total[key]) / 2 for key, best in most.items()}
    rows = [frozenset(word for phrase in found[number] for word in phrase.key) for number in members]
    sentences = Counter(word for row in rows for word in row)
    mentions = {
        (int(representation.article_of[number]), word)
        for number, row in zip(members, rows, strict=True)
        for word in row
    }
    articles = Counter(word for _, word in mentions)
    words = {word: (articles[word] + n) / 2 for word, n in sentences.items()}
    inside = set(members)
    for heading in headings:
        share = heading.weight * len(heading.sentences & inside) / max(1, len(heading.sentences))
        for key in heading.candidates if share else ():
            uses[key] = uses.get(key, 0.0) + share
    return _Uses(uses, words, rows)


def _surest(row: Sequence[Phrase]) -> dict[Key, float]:
    best: dict[Key, float] = {}
    for phrase in row:
        best[phrase.key] = max(phrase.surety, best.get(phrase.key, 0.0))
    return best


def _weights(uses: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """weight(w, t) of the words of each topic."""
    total: dict[str, float] = defaultdict(float)
    for counts in uses:
        for word, n in counts.items():
            total[word] += n
    mean = sum(total.values()) / max(1, len(uses))
    return [
        {word: n * math.log(1 + mean / total[word]) * n / total[word] for word, n in counts.items()} for counts in uses
    ]


def _form(found: Sequence[Sequence[Phrase]]) -> dict[Key, float]:
    """form(p) of every candidate."""
    uses: Counter[Key] = Counter()
    named: dict[Key, float] = defaultdict(float)
    tied: set[Key] = set()
    for phrase in (phrase for row in found for phrase in row):
        uses[phrase.key] += 1
        named[phrase.key] += phrase.name
        if phrase.tied:
            tied.add(phrase.key)
    return {
        key: _SHAPE[len(key)] * (1 - named[key] / n * (1 - _NAME_WEIGHT)) * (_TIED_WEIGHT if key in tied else 1)
        for key, n in uses.items()
    }


def _written(found: Sequence[Sequence[Phrase]], case: Mapping[str, str]) -> dict[Key, str]:
    """The most frequent way each candidate is written, by preference where capitals say something."""
    seen: dict[Key, Counter[str]] = defaultdict(Counter)
    for phrase in (phrase for row in found for phrase in row):
        surface = recased(phrase.surface, case) if phrase.opens else phrase.surface
        seen[phrase.key][surface] += 1 if phrase.opens else 4
    return {key: _most_frequent(forms) for key, forms in seen.items()}


def _spelt(found: Sequence[Sequence[Phrase]], case: Mapping[str, str]) -> dict[str, str]:
    """How each word is mostly written."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase in (phrase for row in found for phrase in row):
        for stem, word in zip(phrase.key, phrase.words, strict=True):
            seen[stem][case.get(word.lower(), word)] += 1
    return {stem: _most_frequent(forms) for stem, forms in seen.items()}


def _most_frequent(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


class _Nearness:
    """How near in meaning a text is to each topic, around the mean of the collection."""

    def __init__(self, representation: Representation, topics: Sequence[np.ndarray]) -> None:
        self._encode = representation.encoder
        self._mean = representation.vectors.mean(axis=0)
        vectors = representation.vectors - self._mean
        self._centre = unit(np.stack([vectors[members].mean(axis=0) for members in topics]))

    def of(self, topic: int, texts: Sequence[str]) -> Floats:
        """(texts,) from _FAR to 1 + _FAR."""
        if not texts:
            return np.zeros(0)
        vectors = unit(self._encode(texts) - self._mean)
        return np.asarray(_FAR + np.maximum(0, vectors @ self._centre[topic]))
