"""The names of a sentence, and which names of a collection are one name spelled in two ways.

Owns runs of capitalised words → slots, and "spelled differently": two names of unlike articles that differ in a few letters of
one word. Told from two people by what else is known: nobody who knows both names writes both for one, so an article with the
one never has the other; relatives share a last name and differ in all of the first. Languages that write nouns with a
capital (German) need two words for a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from summarize.conflict.slot import Reading, Slot
from summarize.languages import function_words
from summarize.text import stem

SPELLED_LIKE = 0.66
"""Share of letters that two spellings of a word have in common at least."""
SHORTEST = 6
"""Letters of a word by which two names are told apart; a shorter one says too little."""
SINGLE = 8
"""The same for a name of one word."""

_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_WORD = rf"{_UPPER}(?:[^\W\d_]|['’.](?=[^\W\d_])|-(?=[^\W\d_]))*"
_JOINT = r"(?:\s(?:of|de|van|von|der|bin|al|el|la|du|di|le|da)\s|\s|\s&\s|\s[A-Z]\.\s)"
_NAME = re.compile(rf"(?<![\w@#/])(?:al-|el-)?{_WORD}(?:{_JOINT}(?:al-|el-)?{_WORD}){{0,5}}")
_TITLES = frozenset(
    (
        "mr mrs ms dr sir lord rep reps sen sens gov lt col gen capt sgt pvt maj president senator "
        "representative governor prime minister king queen prince princess judge justice officer chief "
        "mayor councillor coroner sheriff attorney lawyer lieutenant captain colonel ambassador bishop pope maire "
        "bürgermeister bürgermeisterin secretary spokesman spokeswoman monsieur madame herr frau the a an"
    ).split()
)
_TIMES = frozenset(
    (
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec am pm gmt "
        "utc bst est"
    ).split()
)
_ENDINGS = ("s", "es", "n", "an", "ian", "ans", "ians", "ese", "ish", "i", "is", "ic", "e", "en", "er", "ers", "ern", "r", "al", "als", "y", "ist",
            "ists", "ism", "ary", "eans", "ean", "me", "ing", "in", "a", "o", "as", "ed", "ly", "em", "innen")  # fmt: skip
"""What makes an adjective, a plural or a case of a name, and no other spelling."""

_READING = (Reading("name", 0, 0),)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Two spellings of one name."""

    first: str
    second: str
    """As written, the one that stands earlier in the collection first."""
    words: tuple[str, str]
    """The words in which they differ, in that order."""
    likeness: float
    """Share of letters in common of the word that differs."""


def names(text: str, language: str, plain: frozenset[str] = frozenset()) -> tuple[Slot, ...]:
    """The names of a sentence, in order; `plain` holds words that the collection also writes small."""
    found = []
    for match in _NAME.finditer(text):
        start, end = _trimmed(match, text, language, plain)
        if start >= end:
            continue
        name = text[start:end]
        key = normal(name)
        if len(key) < 3 or key in _TIMES or (language == "de" and " " not in key):
            continue
        found.append(Slot(start, end, "name", _READING, 0.0, key, frozenset(key.split())))
    return tuple(found)


def _trimmed(match: re.Match[str], text: str, language: str, plain: frozenset[str]) -> tuple[int, int]:
    """A name without the titles, weekdays and first words of a sentence that stand before it."""
    start, end = match.span()
    ignored = function_words(language)
    while start < end:
        word = text[start:end].split(maxsplit=1)[0]
        low = word.lower().rstrip(".").replace("’", "'").removesuffix("'s")
        is_none = low in _TITLES or low in _TIMES or low in ignored
        if not is_none and not (low in plain and _opens(text, start)):
            break
        start = end - len(text[start + len(word) : end].lstrip())
    owner = text[start:end].replace("’", "'")
    return start, end - (2 if owner.endswith("'s") else owner.endswith("'"))


def _opens(text: str, start: int) -> bool:
    """Whether a word stands where any has a capital: at the start of a sentence or behind a mark."""
    return start == 0 or text[:start].rstrip()[-1:] in '."“”:?!(‘'


@lru_cache(maxsize=100_000)
def normal(name: str) -> str:
    """A name for comparison: small letters without accents, points and hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    plain = re.sub(r"\b[a-z]\.\s", " ", plain).replace("’", "'").removesuffix("'s")
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())


def written_small(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand somewhere with a small first letter."""
    return frozenset(word for text in texts for word in re.findall(r"(?<![\w'’-])[^\W\d_A-ZÀ-Ý][^\W\d_]*", text))


def spelled_differently(
    where: Mapping[str, frozenset[int]], language: str, plain: frozenset[str] = frozenset()
) -> tuple[Spelling, ...]:
    """Pairs of names that are one, from (normal name → the articles that have it), the names in order of first mention.

    `plain` holds words that are no names; a pair within a longer pair ("Verlome" in "Hans Verlome") is left to that one.
    """
    words_of: dict[str, set[int]] = defaultdict(set)
    for name, articles in where.items():
        for word in name.split():
            words_of[word] |= articles
    found: dict[tuple[str, str], Spelling] = {}
    order = {name: number for number, name in enumerate(where)}
    for first, second in sorted(_alike(list(where))):
        differing = _differing(first, second)
        if differing is None:
            continue
        one, two = differing
        if (
            words_of[one] & words_of[two]
            or {one, two} & plain
            or not _is_spelling(one, two, language, single=" " not in first)
        ):
            continue
        pair = (first, second) if order[first] < order[second] else (second, first)
        unlike = (one, two) if pair[0] == first else (two, one)
        found[pair] = Spelling(*pair, unlike, round(DamerauLevenshtein.normalized_similarity(one, two), 4))
    longer = {frozenset(spelling.words) for pair, spelling in found.items() if " " in pair[0]}
    kept = [spelling for pair, spelling in found.items() if " " in pair[0] or frozenset(spelling.words) not in longer]
    return tuple(sorted(kept, key=lambda s: (order[s.first], order[s.second])))


def _alike(names: Sequence[str]) -> set[tuple[str, str]]:
    """Pairs of names with as many words that share all but one of them, or are single words that begin alike or end alike."""
    buckets: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name in names:
        parts = name.split()
        if len(parts) == 1:
            if len(name) >= SHORTEST:
                buckets["start", name[:2]].append(name)
                buckets["end", name[-3:]].append(name)
        else:
            for hole in range(len(parts)):
                buckets[(len(parts), hole, *parts[:hole], *parts[hole + 1 :])].append(name)
    return {(a, b) for members in buckets.values() for k, a in enumerate(members) for b in members[k + 1 :] if a != b}


def _differing(first: str, second: str) -> tuple[str, str] | None:
    """The one pair of words in which two names differ."""
    pairs = [(a, b) for a, b in zip(first.split(), second.split(), strict=False) if a != b]
    return pairs[0] if len(pairs) == 1 else None


def _is_spelling(one: str, two: str, language: str, *, single: bool) -> bool:
    """Whether two words are one in two spellings, and no forms of a word."""
    if min(len(one), len(two)) < (SHORTEST if single else 4) or not (one.isalpha() and two.isalpha()):
        return False
    shorter, longer = sorted((one, two), key=lambda word: (len(word), word))
    is_form = stem(one, language) == stem(two, language) or any(
        longer == f"{base}{ending}" for base in (shorter, shorter[:-1], shorter[:-2]) for ending in _ENDINGS
    )
    if single and (is_form or min(len(one), len(two)) < SINGLE or one.endswith("s") or two.endswith("s")):
        return False
    if is_form and longer[: len(shorter)] == shorter and longer[len(shorter) :] in ("s", "es", "n", "ian", "an", "me"):
        return False
    least = 0.75 if single else SPELLED_LIKE
    return DamerauLevenshtein.normalized_similarity(one, two) >= least and one[0] == two[0]
