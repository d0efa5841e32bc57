"""What is known of each language: its names, its stop words, its stemmer, and how to tell which one a text is in.

Owns every table keyed by language. Refuses to know about articles or sentences. All data
comes from installed packages (`stop-words`, `snowballstemmer`, `py3langid`); nothing is downloaded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from summarize.errors import UnknownName

FALLBACK = "en"

NAMES = {
    "ar": "arabic",
    "bg": "bulgarian",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sv": "swedish",
    "th": "thai",
    "tr": "turkish",
    "uk": "ukrainian",
    "vi": "vietnamese",
    "zh": "chinese",
}
"""ISO 639-1 code → English name, lower case."""

UNSPACED = frozenset({"zh", "ja", "th"})
"""Languages written without spaces between words."""

_FUNCTION_WORDS = {
    "en": frozenset(
        "a an the of to in on at for by with from and or but that this these those it its is are was were be been being "
        "has have had he she his her its their them they as not no will would could should may might can said says say "
        "also who which what when where after before than then there here about into over more most other some such i we "
        "you our us my your if so do does did up out one all told added according mr".split()
    )
}
_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957"
    r"\u0e31-\u0e3a\u0e47-\u0e4e"
)
LETTERS = rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*"
"""Pattern of a run of letters. Vowel signs of Hindi, Arabic, Hebrew and Thai belong to their letter; `\\w` leaves them out."""
_WORD = re.compile(LETTERS)
_SHORTEST_STEM = 4
_LIGHT_ENDINGS = {
    "uk": re.compile(
        r"(?<=.{3})(?:ами|ями|ові|еві|ого|ому|ими|іми|ість|ості|ий|ій|ою|ею|ах|ях|ам|ям|ом|ем|ів|їв|их|іх|ала|али|ало|ити|ати"
        r"|ав|ив|ла|ли|ло|ть|а|я|о|е|є|у|ю|и|і|ї|ь)$"
    ),
    "he": re.compile(r"(?<=.{3})(?:ים|ות|יה|ה)$"),
    "bg": re.compile(r"(?<=.{3})(?:овете|ите|ата|ята|ото|ето|ият|ове|ът|ят|та|то|те|а|я|о|е|и)$"),
    "sk": re.compile(r"(?<=.{3})(?:ého|ému|ými|ami|ov|ou|om|ám|ách|och|ý|á|é|í|a|o|e|u|y|i)$"),
}
"""Endings of number, case and person, for languages without a Snowball stemmer: the longest one that leaves three letters."""
_SAMPLE = 2_000
"""Characters of a text that are looked at to tell its language."""
_CLEAR_SHARE, _CLEAR_LEAD = 0.25, 0.10
"""Stop words decide alone when the best language covers this share of the words and leads the next one by this much.
On the 200 articles of the MultiLing 2011 collections in English and French that rule never disagrees with py3langid,
whose model costs more than a second to load; everything less clear goes to py3langid."""


def code_of(name: str) -> str:
    """The ISO 639-1 code for a code or an English name. Raises `UnknownName`."""
    wanted = name.strip().lower()
    if wanted in NAMES:
        return wanted
    for code, english in NAMES.items():
        if wanted == english:
            return code
    raise UnknownName("language", name, [*NAMES, *NAMES.values()])


@cache
def stop_words(code: str) -> frozenset[str]:
    """Lower-case stop words of a language; empty where none are known."""
    from stop_words import StopWordError, get_stop_words

    try:
        return frozenset(word.replace("’", "'") for word in get_stop_words(NAMES.get(code, code)))
    except StopWordError:
        return frozenset()


@cache
def function_words(code: str) -> frozenset[str]:
    """Lower-case words that carry grammar rather than content; all stop words where no shorter list is known.

    The longer list, made for search engines, also holds words that tell two facts apart ("first", "two", "fire").
    """
    return _FUNCTION_WORDS.get(code) or stop_words(code)


@cache
def stemmer(code: str) -> Callable[[str], str]:
    """A function from a lower-case word to its stem: Snowball's, or a light one; the word itself where there is neither."""
    import snowballstemmer

    name = NAMES.get(code, "")
    if code in _LIGHT_ENDINGS:
        return cache(lambda word: _light_stem(word, _LIGHT_ENDINGS[code]))
    if name not in snowballstemmer.algorithms():
        return str
    stem: Callable[[str], str] = cache(snowballstemmer.stemmer(name).stemWord)
    return stem


def _light_stem(word: str, endings: re.Pattern[str]) -> str:
    return endings.sub("", word) if len(word) > _SHORTEST_STEM else word


def detect(text: str) -> str | None:
    """ISO 639-1 code of the language a text is written in; None where it has no words."""
    sample = _WORD.findall(text[:_SAMPLE].lower())
    if not sample:
        return None
    return _by_stop_words(sample) or _by_model(text[:_SAMPLE])


def _by_stop_words(sample: list[str]) -> str | None:
    counts = Counter(sample)
    shares = sorted(
        (
            (sum(n for word, n in counts.items() if word in stop_words(code)) / len(sample), code)
            for code in NAMES
            if code not in UNSPACED
        ),
        reverse=True,
    )
    (best, code), (second, _) = shares[:2]
    return code if best >= _CLEAR_SHARE and best - second >= _CLEAR_LEAD else None


def _by_model(sample: str) -> str:
    import py3langid

    code: str = py3langid.classify(sample)[0]
    return "no" if code in ("nb", "nn") else code
