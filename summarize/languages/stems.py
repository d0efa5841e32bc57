"""Words to stems: Snowball's algorithms, and light endings where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from summarize.languages.names import NAMES

_SHORTEST_STEM = 4
_SHORTEST_INFLECTED = {"he": 4, "ko": 3}
"""Letters of a word that can have an ending, where shorter ones do."""
_LIGHT_ENDINGS = {
    "uk": re.compile(
        r"(?<=.{3})(?:ами|ями|ові|еві|ого|ому|ими|іми|ість|ості|ий|ій|ою|ею|ах|ях|ам|ям|ом|ем|ів|їв|их|іх|ала|али|ало|ити|ати"
        r"|ав|ив|ла|ли|ло|ть|а|я|о|е|є|у|ю|и|і|ї|ь)$"
    ),
    "he": re.compile(r"^(?:ו?כ?שה|וה|ה|ו(?=.{4}))(?=.{3})|(?<=.{3})(?:ים|ות|יה|ה)$"),
    "bg": re.compile(r"(?<=.{3})(?:овете|ите|ата|ята|ото|ето|ият|ове|ът|ят|та|то|те|а|я|о|е|и)$"),
    "ko": re.compile(r"(?<=.{2})(?:에서는|에서|으로|에게|까지|부터|은|는|이|가|을|를|의|에|로|와|과|도|만)$"),
    "sk": re.compile(r"(?<=.{3})(?:ého|ému|ými|ami|ov|ou|om|ám|ách|och|ý|á|é|í|a|o|e|u|y|i)$"),
}
"""Endings of number, case and person, for languages without a Snowball stemmer: the longest one that leaves three letters (two
syllables of Korean). In Hebrew the article and "and" stand before the word without a space."""

_ARABIC_LETTERS = str.maketrans("أإآٱةى", "ااااهي")
_ARABIC_DRESS = re.compile(r"[\u0640\u064b-\u0652\u0670]")
"""Vowel signs and the stroke that lengthens a word."""
_ARABIC_PREFIX = re.compile(r"^(?:و(?=.{4})(?:ال|بال|كال|فال|لل)?|ال|بال|كال|فال|لل)(?=.{2})")
_ARABIC_SUFFIXES = tuple(re.compile(rf"(?<=.{{2}}){end}$") for end in "ها ان ات ون ين يه ه ي".split())


@cache
def stemmer(code: str) -> Callable[[str], str]:
    """A function from a lower-case word to its stem: Snowball's, or a light one; the word itself where there is neither."""
    import Stemmer

    name = NAMES.get(code, "")
    if code == "ar":
        return _arabic_stem
    if code in _LIGHT_ENDINGS:
        return lambda word: _light_stem(word, code)
    if name not in Stemmer.algorithms():
        return str
    stem: Callable[[str], str] = Stemmer.Stemmer(name, 0).stemWord  # 0: whoever asks remembers
    return stem


def _light_stem(word: str, language: str) -> str:
    endings = _LIGHT_ENDINGS[language]
    return endings.sub("", word) if len(word) >= _SHORTEST_INFLECTED.get(language, _SHORTEST_STEM + 1) else word


def _arabic_stem(word: str) -> str:
    """The light stem of Larkey, Ballesteros & Connell (2007, "light10"): letters that are written either way made one, then
    "and", the article with its preposition, and endings taken off. Snowball's leaves "and" and half of the endings. "And" needs
    four letters behind it, not three: "وزير" (minister) has none.
    """
    word = _ARABIC_DRESS.sub("", word).translate(_ARABIC_LETTERS)
    word = _ARABIC_PREFIX.sub("", word)
    for suffix in _ARABIC_SUFFIXES:
        word = suffix.sub("", word)
    return word
