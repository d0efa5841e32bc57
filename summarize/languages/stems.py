"""Words to stems: Snowball's algorithms, and light endings where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from summarize.languages.names import NAMES

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
