"""What a digest says where: the words of its sentences, the candidates of each section and what speaks for them.

Owns counting: which candidates a section has, how each is written, whether they are said or only quoted or denied, and in
how many sentences, articles and sections their words stand. What these numbers are worth is learned elsewhere.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from summarize.heading.casing import usual_case
from summarize.heading.mentions import FINITE, Key, Mention, english_mentions
from summarize.heading.tokens import Line, line
from summarize.heading.untagged import noun_shares, untagged_mentions
from summarize.heading.words import forms, is_content
from summarize.model import Document, Representation
from summarize.text import stem

_NOUN = 0.3
"""Share of a word's uses after an article or a link from which on it counts as a noun."""


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading is wanted for."""

    members: tuple[int, ...]
    """Numbers of all its sentences."""
    shown: tuple[int, ...]
    """Numbers of those a reader sees, in their order; at least one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A content word as it stands in a sentence."""

    stem: str
    text: str
    tag: str
    """Two letters of its part of speech, or a name's; empty where there is no tagger."""
    position: float
    """From 0 for the first token to 1."""
    subject: bool
    """Whether it stands before the first verb."""
    quoted: bool
    denied: bool


@dataclass(frozen=True, slots=True)
class Above:
    """A heading or title of an article, and what stands under it."""

    mentions: tuple[Mention, ...]
    sentences: frozenset[int]
    is_title: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything known of a digest that headings are chosen by."""

    mentions: tuple[tuple[Mention, ...], ...]
    """Of each sentence."""
    tokens: tuple[tuple[Word, ...], ...]
    """The content words of each sentence, in order."""
    words: tuple[frozenset[str], ...]
    """Their stems."""
    forms: tuple[frozenset[str], ...]
    """First letters of all words of each sentence that was read."""
    tagged: bool
    """Whether parts of speech are known, not guessed."""
    above: tuple[Above, ...]
    case: Mapping[str, str]
    """How each word is mostly written inside a sentence."""
    places: Mapping[Key, tuple[tuple[int, Mention], ...]]
    """For each candidate where it is said by the article itself: (sentence, mention)."""


def gather(representation: Representation, documents: Sequence[Document], language: str, read: Set[int]) -> Evidence:
    """The evidence of a collection, from the sentences that are to be `read`; the others have no rows."""
    texts = [sentence.text for sentence in representation.sentences]
    nouns = {} if language == "en" else noun_shares(texts)

    def mentions(text: str, heading: bool = False) -> tuple[Mention, ...]:
        if language == "en":
            return english_mentions(text, heading)
        return untagged_mentions(text, language, nouns, heading)

    rows = [mentions(text) if number in read else () for number, text in enumerate(texts)]
    above = tuple(_above(documents, mentions))
    places: dict[Key, list[tuple[int, Mention]]] = defaultdict(list)
    for number, row in enumerate(rows):
        for mention in row:
            places[mention.key].append((number, mention))
    for heading in above:
        for mention in heading.mentions:
            places[mention.key].append((-1, mention))
    tokens = [_words(text, language, nouns) if number in read else () for number, text in enumerate(texts)]
    return Evidence(
        tuple(rows),
        tuple(tokens),
        tuple(frozenset(word.stem for word in row) for row in tokens),
        tuple(forms(text) if number in read else frozenset() for number, text in enumerate(texts)),
        language == "en",
        above,
        usual_case(texts),
        {key: tuple(found) for key, found in places.items()},
    )


def _words(text: str, language: str, nouns: Mapping[str, float]) -> tuple[Word, ...]:
    row = line(text, language == "en", False)
    tags = row.tags or tuple(_guessed(row, at, nouns) for at in range(len(row.tokens)))
    verb = next((at for at, tag in enumerate(tags) if tag in FINITE), len(tags))
    return tuple(
        Word(
            stem(row.plain[at], language),
            token,
            "NNP" if tags[at].startswith("NNP") else tags[at][:2],
            at / len(tags),
            at < verb,
            row.quoted[at],
            row.denied[at],
        )
        for at, token in enumerate(row.tokens)
        if is_content(row.plain[at], language)
    )


def _guessed(row: Line, at: int, nouns: Mapping[str, float]) -> str:
    """A tag where there is no tagger: what has a capital is a name, what has an article or a link before it a noun."""
    token = row.tokens[at]
    if at and token[0].isupper():
        return "NNP"
    return "NN" if nouns.get(row.plain[at], 0.0) >= _NOUN else ""


def _above(documents: Sequence[Document], mentions: Callable[[str, bool], tuple[Mention, ...]]) -> Iterator[Above]:
    """Every heading and title in the articles' texts, and the titles known from elsewhere."""
    before = 0
    for document in documents:
        size = len(document.sentences)
        if document.article.title:
            yield Above(mentions(document.article.title, True), frozenset(range(before, before + size)), True)
        marks = [span for span in document.ignored if span.reason in ("heading", "title")]
        for mark, following in zip(marks, [*marks[1:], None], strict=False):
            end = following.start if following else len(document.article.text)
            under = frozenset(before + s.index for s in document.sentences if mark.start <= s.start < end)
            text = document.article.text[mark.start : mark.end].strip("#*_ ")
            yield Above(mentions(text, True), under, mark.reason == "title")
        before += size


def weights(evidence: Evidence, sections: Sequence[Section], article_of: Sequence[int]) -> list[dict[str, float]]:
    """Class-based TF-IDF of the words of each section (Grootendorst 2022, eq. 2), sharpened by how far each is its own.

    n · ln(1 + A / N) · n / N, n counting the articles of the section that use the word plus half of its further sentences, N
    all of these, A their mean per section.
    """
    uses: list[dict[str, float]] = []
    for section in sections:
        sentences = Counter(word for number in section.members for word in evidence.words[number])
        pairs = {(article_of[number], word) for number in section.members for word in evidence.words[number]}
        articles = Counter(word for _, word in pairs)
        uses.append({word: (articles[word] + n) / 2 for word, n in sentences.items()})
    total: dict[str, float] = defaultdict(float)
    for counts in uses:
        for word, n in counts.items():
            total[word] += n
    mean = sum(total.values()) / max(1, len(uses))
    return [
        {word: n * math.log(1 + mean / total[word]) * n / total[word] for word, n in counts.items()} for counts in uses
    ]
