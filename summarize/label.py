"""A name for each topic, in words of the articles, as an editor would write it.

The rule. Candidates are runs of one to four content words, inside which a short linking word may stand ("boycott of the
Olympics"). A candidate p is scored for topic t by class-based TF-IDF (Grootendorst 2022, eq. 2), a class being all
sentences of a topic, sharpened by how far p belongs to t alone and by how well it is formed::

    score(p, t) = n(p, t) · ln(1 + A / n(p)) · n(p, t) / n(p) · whole(p) · shape(p)

n(p, t) counts the articles of t that use p, plus half of its further sentences; n(p) sums it over all topics; A is its mean
per topic. whole(p) is the share of its uses in which p is a phrase and not a piece of one: no content word and no article
follows it, no content word, pronoun or auxiliary precedes it (there is no tagger to ask). shape prefers two or three words.
A heading that stands above sentences of t votes for the phrases in it. The widest topic chooses first; no two labels share
their words.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from summarize.languages import stemmer, stop_words
from summarize.model import Document, Representation, fold

KEYWORDS_MOST = 8
_LONGEST = 4
_SHAPE = {1: 0.5, 2: 1.0, 3: 1.0, 4: 0.8}
"""Weight of a candidate by its number of content words."""
_VERB_WEIGHT = 0.3
"""For an English candidate with a word at its edge that ends like a verb form or an adverb."""
_ONCE_WEIGHT = 0.3
"""For a candidate of a single article: a label should be what several of them call the thing."""
_VERB_FORM = re.compile(r"(?:ed|ing|ly)$")
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]")
_LINKS = frozenset(
    "of for in on to and the de du des la le les del della di da do dos von der den zur für en y et".split()
)
_LINKS_MOST = 2
_OPEN_BEFORE = {
    "en": frozenset(
        "to he she it they we i you who which that was were is are be been being has have had will would could can may "
        "might must should not also did do does".split()
    )
}
"""Words after which a verb stands, by language."""
_OPEN_AFTER = {"en": frozenset("the a an his her its their our my that this these those him them".split())}
"""Words that show that the phrase before them ends in a verb, by language."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a topic and the words that set it apart, best first."""

    text: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A candidate as it stands in a text."""

    key: Key
    """Stems of its content words."""
    surface: str
    whole: bool
    """True when it is not a piece of a longer phrase."""
    opens: bool
    """True when it opens a sentence, where a capital says nothing."""


@dataclass(frozen=True, slots=True)
class _Counts:
    """What is known of the candidates of one topic."""

    uses: dict[Key, float]
    """n(p, t)."""
    articles: dict[Key, int]
    """How many articles use each."""


def label_topics(
    representation: Representation, documents: Sequence[Document], topics: Sequence[np.ndarray], language: str
) -> list[Label]:
    """A label for each topic, given as sentence numbers, in the order of the topics."""
    phrases = [list(_phrases(sentence.text, language)) for sentence in representation.sentences]
    counts = [_count(representation, phrases, members.tolist()) for members in topics]
    total: dict[Key, float] = defaultdict(float)
    for count in counts:
        for key, uses in count.uses.items():
            total[key] += uses
    mean = sum(total.values()) / max(1, len(counts))
    form = _forms(phrases)
    whole = _wholeness(phrases)
    labels: list[Label] = []
    taken: list[set[str]] = []
    for count in counts:
        base = {key: uses * math.log(1 + mean / total[key]) * uses / total[key] for key, uses in count.uses.items()}
        score = {key: value * _quality(key, count, whole, form, language) for key, value in base.items()}
        ranked = sorted(score, key=lambda key: (-score[key], key))
        free = (key for key in ranked if not any(set(key) & other for other in taken))
        chosen = next(free, next(iter(ranked), ()))
        taken.append(set(chosen))
        single = sorted((key for key in base if len(key) == 1), key=lambda key: (-base[key], key))
        text = form[chosen] if chosen else ""
        labels.append(Label(text[:1].upper() + text[1:], tuple(form[key] for key in single[:KEYWORDS_MOST])))
    return labels


def _quality(key: Key, count: _Counts, whole: dict[Key, float], form: dict[Key, str], language: str) -> float:
    """shape(p) · whole(p), less what speaks against a label."""
    words = form[key].split()
    value = _SHAPE[len(key)] * whole[key]
    if language == "en" and any(word.islower() and _VERB_FORM.search(word) for word in (words[0], words[-1])):
        value *= _VERB_WEIGHT
    return value * (_ONCE_WEIGHT if count.articles[key] < 2 else 1.0)


def _count(representation: Representation, phrases: Sequence[Sequence[_Phrase]], members: Sequence[int]) -> _Counts:
    sentences: Counter[Key] = Counter()
    articles: dict[Key, set[int]] = defaultdict(set)
    for number in members:
        for key in {phrase.key for phrase in phrases[number]}:
            sentences[key] += 1
            articles[key].add(int(representation.article_of[number]))
    uses = {key: len(articles[key]) + (n - len(articles[key])) / 2 for key, n in sentences.items()}
    return _Counts(uses, {key: len(found) for key, found in articles.items()})


def _forms(phrases: Sequence[Sequence[_Phrase]]) -> dict[Key, str]:
    """The most frequent way each candidate is written, by preference inside a sentence rather than at its start."""
    seen: dict[Key, Counter[str]] = defaultdict(Counter)
    for row in phrases:
        for phrase in row:
            seen[phrase.key][phrase.surface] += 1 if phrase.opens else 4
    return {key: max(sorted(forms), key=lambda surface: forms[surface]) for key, forms in seen.items()}


def _wholeness(phrases: Sequence[Sequence[_Phrase]]) -> dict[Key, float]:
    uses: Counter[Key] = Counter()
    whole: Counter[Key] = Counter()
    for row in phrases:
        for phrase in row:
            uses[phrase.key] += 1
            whole[phrase.key] += phrase.whole
    return {key: whole[key] / uses[key] for key in uses}


def _phrases(text: str, language: str) -> Iterator[_Phrase]:
    stop, stem = stop_words(language), stemmer(language)
    tokens = _TOKEN.findall(fold(text))
    lower = [re.sub(r"['’]s$", "", token.lower()).replace("’", "'") for token in tokens]
    content = [len(word) > 2 and word not in stop and word[0].isalpha() for word in lower]
    for start in range(len(tokens)):
        key: list[str] = []
        links = 0
        for end in range(start, min(len(tokens), start + _LONGEST + _LINKS_MOST)):
            if content[end]:
                key.append(stem(lower[end]))
                if len(key) > _LONGEST:
                    break
                surface = " ".join([*tokens[start:end], re.sub(r"['’]s$", "", tokens[end])])
                whole = _is_whole(lower, content, start, end, language) and tokens[end].lower() == lower[end]
                yield _Phrase(tuple(key), surface, whole, start == 0)
            elif key and lower[end] in _LINKS and links < _LINKS_MOST:
                links += 1
            else:
                break


def _is_whole(lower: Sequence[str], content: Sequence[bool], start: int, end: int, language: str) -> bool:
    after = end + 1 < len(lower) and (content[end + 1] or lower[end + 1] in _OPEN_AFTER.get(language, ()))
    before = start > 0 and (content[start - 1] or lower[start - 1] in _OPEN_BEFORE.get(language, ()))
    return not after and not before
