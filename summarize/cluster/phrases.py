"""Which runs of words could name something: noun phrases, as far as a language lets us see them.

In English a tagger says so (`summarize.text.tagger`): nouns with the adjectives and nouns before them, one such phrase tied to
another by a preposition ("boycott of the Olympics"). Elsewhere a phrase is a run of content words and linking words that is
no piece of a longer run, with an article or a linking word before it as often as not, as nouns have. Owns candidates, their
stems and how they are written; which one names what is decided in `summarize.cluster.label`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.languages import stemmer, stop_words
from summarize.model import fold
from summarize.text import is_noun, tag

Key = tuple[str, ...]

_MOST_WORDS = 5
_MOST_CONTENT = 4
_TOKEN = re.compile(r"['’]s\b|\b[^\W\d_]{1,2}['’](?=[^\W\d_]{2})|[^\W_]+(?:[-.][^\W_]+|['’](?!s\b)[^\W_]+)*|[^\w\s]")
"""A possessive and an elided article (l', d', qu') are tokens of their own."""
_LINKS = {
    "en": frozenset("of for in on to against over with between from at and".split()),
    "": frozenset(
        "de du des da do dos di del della d' en in von van der den zur für pour sur contre à et e y und".split()
    ),
}
"""Words that tie two noun phrases into one, by language."""
_ARTICLES = frozenset(
    "the an l' le la les un une au aux son sa ses leur leurs ce cette ces cet el los las una il lo gli i uno der die "
    "das den dem des ein eine einer einem einen het een um uma".split()
)
_SKIPPED = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december yesterday today tomorrow tonight morning afternoon evening night day week "
    "weekend month year hour minute second decade time p.m a.m utc gmt bst percent per cent dollar mr mrs ms dr metre "
    "meter kilometre kilometer km mile foot feet inch ton tonne litre hectare degree deux trois quatre cinq six sept "
    "huit neuf dix heure jour semaine mois année zwei drei vier fünf stunde tag woche monat jahr dos tres cuatro "
    "cinco hora día semana mes año due tre quattro cinque ora giorno settimana mese anno".split()
)
"""Words of date and measure, singular: they place an event and name none."""
# Read off the headings of the labelled events, and of one size each: halving or doubling one changes few labels.
_PART, _UNLIKELY = 0.6, 0.3
"""How surely a piece of a phrase is a phrase of its own; the same for a word that is seldom a noun, or that owns the next."""
_OPEN_ENDED = 0.4
"""The same for a phrase that runs on into another content word, in a language without a tagger."""
_DESCRIBED, _WITH_ARTICLE = 0.7, 0.9
"""How much of a name a name is that common nouns describe ("state visit of X"), or that has an article ("the Kremlin")."""
_ACRONYM = 0.5
"""How much of a name an acronym is: it stands for an organization, which can be a topic, not for a person."""
_NO_HEADS = frozenset(
    "remark remarks statement statements comment comments agency agencies spokesman spokeswoman spokesperson "
    "conference article interview reporter reporters reports report counterpart number part way thing things fact "
    "case cases lot people nature president minister leader leaders premier chief official officials government "
    "regime expert authorities result end start beginning use group area".split()
)
"""English nouns that say how or by whom something was told, or nothing: no head of a label."""
_EMPTY_ADJECTIVES = frozenset(
    "other such many much several same own last next first second third new few more most least less further various "
    "certain least recent previous former early late entire whole only full main major possible different able due "
    "likely".split()
)
_NOUNS, _NAMES, _ADJECTIVES = {"NN", "NNS"}, {"NNP", "NNPS"}, {"JJ", "VBN", "VBG"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate as it stands in a text."""

    key: Key
    """Stems of its content words, in order."""
    words: tuple[str, ...]
    """Its content words as they stand there."""
    surface: str
    name: float
    """1 when its head is a proper name; less with a common noun in it, or an article before it, as things have and people
    have not."""
    surety: float
    """How surely it is a whole noun phrase, from 0 to 1."""
    tied: bool
    """True when a linking word ties two noun phrases into it."""
    opens: bool
    """True where capitals say nothing: at the start of a sentence and in a heading."""


def phrases(texts: Sequence[str], language: str, heading: bool = False) -> list[list[Phrase]]:
    """The candidates of each text."""
    if language == "en":
        return [list(_tagged(text, heading)) for text in texts]
    noun = _nouns(texts)
    return [list(_untagged(text, language, heading, noun)) for text in texts]


def usual_case(texts: Iterable[str]) -> dict[str, str]:
    """How each word is mostly written inside a sentence."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for token in _TOKEN.findall(fold(text))[1:]:
            seen[token.lower()][token] += 1
    return {word: min(forms, key=lambda form: (-forms[form], form)) for word, forms in seen.items()}


def recased(surface: str, case: Mapping[str, str]) -> str:
    """A phrase from a place where capitals say nothing, as it would stand inside a sentence."""
    return _TOKEN.sub(lambda match: case.get(match[0].lower(), match[0].lower()), surface)


def _tagged(text: str, heading: bool) -> Iterator[Phrase]:
    text = fold(text)
    matches = list(_TOKEN.finditer(text))
    tokens = [match[0] for match in matches]
    tags = list(_tags(tuple(tokens), heading))
    runs = list(_runs(tokens, tags))
    for position, (start, head) in enumerate(runs):
        for first in range(start, head + 1):
            if tokens[first].lower() in _EMPTY_ADJECTIVES:
                continue
            whole = 1.0 if first == start else _PART
            if tokens[head].islower() and not is_noun(tokens[head]):
                whole *= _UNLIKELY
            if head + 1 < len(tokens) and tags[head + 1] == "POS":
                whole *= _UNLIKELY
            if (found := _phrase(text, matches, tags, first, head, head)) is not None:
                yield Phrase(*found, whole, False, heading or first == 0)
            if position + 1 == len(runs) or not _is_link(tokens, head, runs[position + 1][0]):
                continue
            end = runs[position + 1][1]
            if (found := _phrase(text, matches, tags, first, head, end)) is not None:
                yield Phrase(*found, whole, True, heading or first == 0)


@lru_cache(maxsize=100_000)
def _tags(tokens: tuple[str, ...], heading: bool) -> tuple[str, ...]:
    # A heading may be all capitals, which would make names of everything.
    return tuple(tag([token.lower() for token in tokens] if heading and " ".join(tokens).isupper() else tokens))


def _runs(tokens: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(start, head) of each noun phrase without its article."""
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and _belongs(tokens, tags, end):
            end += 1
        head = end - 1
        while head >= start and tags[head] in _ADJECTIVES:
            head -= 1
        if head >= start and tokens[head].lower() not in _NO_HEADS and not (start > 0 and tags[start - 1] == "CD"):
            yield start, head
        start = max(end, start) + 1


def _belongs(tokens: Sequence[str], tags: Sequence[str], at: int) -> bool:
    word = tokens[at].lower()
    if (word in stop_words("en") and not is_noun(word)) or _is_measure(word):
        return False
    if tags[at] in ("VBN", "VBG"):  # "the missing plane", but not "is missing"
        return at > 0 and tags[at - 1] in ("DT", "JJ", "IN", "PRP$", "POS") and at + 1 < len(tags)
    if word.endswith("ly") and not is_noun(word):
        return False
    return tags[at] in _NOUNS | _NAMES | {"JJ"}


def _is_measure(word: str) -> bool:
    return word in _SKIPPED or word.removesuffix("s") in _SKIPPED


def _is_link(tokens: Sequence[str], head: int, following: int) -> bool:
    between = [token.lower() for token in tokens[head + 1 : following]]
    return between in (["'s"], ["’s"]) or (
        between[:1] != [] and between[0] in _LINKS["en"] and between[1:] in ([], ["the"], ["a"], ["an"])
    )


def _phrase(
    text: str, matches: Sequence[re.Match[str]], tags: Sequence[str], first: int, head: int, end: int
) -> tuple[Key, tuple[str, ...], str, float] | None:
    words = _content([match[0] for match in matches[first : end + 1]], "en")
    if not words or len(words) > _MOST_CONTENT or end - first >= _MOST_WORDS:
        return None
    described = any(tags[at] in _NOUNS for at in range(first, head))
    with_article = first > 0 and tags[first - 1] == "DT"
    name = 0.0 if tags[head] not in _NAMES else _DESCRIBED if described else _WITH_ARTICLE if with_article else 1.0
    if len(matches[head][0]) > 2 and matches[head][0].isupper():
        name *= _ACRONYM
    return _key(words, "en"), words, text[matches[first].start() : matches[end].end()], name


def _content(tokens: Sequence[str], language: str) -> tuple[str, ...]:
    stop = stop_words(language)
    return tuple(word for word in tokens if len(word) > 2 and word[0].isalpha() and _plain(word) not in stop)


def _key(words: Sequence[str], language: str) -> Key:
    return tuple(stemmer(language)(_plain(word)) for word in words)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _untagged(text: str, language: str, heading: bool, noun: dict[str, float]) -> Iterator[Phrase]:
    text = fold(text)
    stop = stop_words(language)
    matches = list(_TOKEN.finditer(text))
    lower = [match[0].lower().replace("’", "'") for match in matches]
    content = [len(word) > 2 and word not in stop and word[0].isalpha() and not _is_measure(word) for word in lower]
    for first in range(len(lower)):
        if not content[first] or (first and lower[first - 1][0].isdigit()):
            continue
        before = noun.get(lower[first], 0.0)
        if first and content[first - 1]:
            before *= _UNLIKELY
        for end in range(first, min(len(lower), first + _MOST_WORDS)):
            if not (content[end] or lower[end] in _LINKS[""] or lower[end] in _ARTICLES):
                break
            if content[end]:
                words = _content([match[0] for match in matches[first : end + 1]], language)
                open_after = end + 1 < len(lower) and (content[end + 1] or lower[end + 1] in _ARTICLES)
                after = _OPEN_ENDED if open_after else 1.0
                if len(words) > _MOST_CONTENT:
                    break
                surface = text[matches[first].start() : matches[end].end()]
                name = float(all(word[0].isupper() for word in words) and first > 0)
                tied = len(words) < end - first + 1
                yield Phrase(_key(words, language), words, surface, name, before * after, tied, heading or first == 0)


def _nouns(texts: Sequence[str]) -> dict[str, float]:
    """The share of each word's uses in which an article or a linking word stands before it."""
    uses: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for text in texts:
        tokens = [_plain(token) for token in _TOKEN.findall(fold(text))]
        for previous, token in zip(["", *tokens], tokens, strict=False):
            uses[token] += 1
            after[token] += previous in _ARTICLES or previous in _LINKS[""]
    return {token: after[token] / n for token, n in uses.items()}
