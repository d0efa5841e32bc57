"""Numbers as written: digits with their grouping, words, and scales, in English, German and French.

Owns text → values with their places, whatever they count ("1,5 Mio." in German and "1.5m" in English are one value). What a
number is of is read in `summarize.conflict.numbers`; dates and times are not told apart here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from summarize.conflict.lowercase import lowered

OPEN = 4.0
"""How many times "dozens", "hundreds" and the like may be the word they are made of."""
GREATEST = 1e18
"""A number that large, such as a row of four hundred nines, is none of a report."""

_SCALES: dict[str, dict[str, float]] = {
    "en": {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
    | {"trillion": 1e12, "dozen": 12.0},
    "de": {"hundert": 1e2, "tausend": 1e3, "tsd": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9}
    | {"milliarden": 1e9, "mrd": 1e9, "billionen": 1e12, "dutzend": 12.0},
    "fr": {"cent": 1e2, "cents": 1e2, "mille": 1e3, "milliers": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9}
    | {"milliards": 1e9, "mds": 1e9, "douzaine": 12.0},
}
_VAGUE: Mapping[str, Mapping[str, tuple[float, float]]] = {
    "en": {"dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2e3, 9999)}
    | {"tens of thousands": (2e4, 99999), "hundreds of thousands": (2e5, 999999), "millions": (2e6, 99e6)}
    | {"several": (2, 9), "a handful of": (3, 9), "a few": (2, 7), "a couple of": (2, 3), "several hundred": (300, 900)}
    | {"a dozen": (12, 12), "half a dozen": (6, 6), "twin": (2, 2), "a pair of": (2, 2), "a trio of": (3, 3)}
    | {"another million": (1e6, 1e6), "a million": (1e6, 1e6), "half a million": (5e5, 5e5)}
    | {"twice": (2, 2), "three times": (3, 3), "several times": (3, 9)},
    "de": {"dutzende": (24, 99), "hunderte": (200, 999), "tausende": (2e3, 9999), "zehntausende": (2e4, 99999)}
    | {
        "hunderttausende": (2e5, 999999),
        "mehrere": (3, 9),
        "einige": (2, 9),
        "ein dutzend": (12, 12),
        "zweimal": (2, 2),
    },
    "fr": {"des dizaines de": (20, 99), "des centaines de": (200, 999), "des milliers de": (2e3, 9999)}
    | {"des dizaines de milliers de": (2e4, 99999), "plusieurs": (3, 9), "quelques": (2, 9)}
    | {
        "une dizaine de": (9, 12),
        "une douzaine de": (11, 13),
        "une vingtaine de": (18, 23),
        "une trentaine de": (27, 34),
    }
    | {"une quarantaine de": (37, 44), "une cinquantaine de": (46, 55), "une centaine de": (90, 120)},
}
_FRACTIONS = {
    "en": {"half": 50.0, "one-third": 100 / 3, "a third": 100 / 3, "one third": 100 / 3, "two-thirds": 200 / 3}
    | {"two thirds": 200 / 3, "a quarter": 25.0, "one-quarter": 25.0, "three-quarters": 75.0, "three quarters": 75.0},
    "de": {
        "die hälfte": 50.0,
        "ein drittel": 100 / 3,
        "zwei drittel": 200 / 3,
        "ein viertel": 25.0,
        "drei viertel": 75.0,
    },
    "fr": {"la moitié": 50.0, "un tiers": 100 / 3, "deux tiers": 200 / 3, "un quart": 25.0, "trois quarts": 75.0},
}
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_GERMAN = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
).split()
_GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix- "
    "sept dix-huit dix-neuf"
).split()
_FRENCH_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"]
_ORDINALS: dict[str, list[str]] = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte".split(),
    "fr": (
        "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième"
    ).split(),
}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in a text."""

    start: int
    end: int
    value: float
    low: float
    high: float
    """The values the words alone allow: `value` twice, but for "dozens" and the like."""
    form: str
    """`digits`, `words`, `vague`, `fraction` (of a hundred) or `ordinal`."""
    scaled: bool
    """Whether a scale such as "million" belongs to it."""


def numerals(text: str, language: str) -> tuple[Numeral, ...]:
    """The numbers of a text, in order, without overlap; those from GREATEST on are left out."""
    found = _numerals(text, language if language in _SCALES else "en")
    return tuple(numeral for numeral in found if numeral.high < GREATEST)


def _numerals(text: str, language: str) -> Iterator[Numeral]:
    scales = _SCALES[language]
    for match in _pattern(language).finditer(lowered(text)):
        start, end = match.span()
        found = match["digits"]
        if found is not None:
            scale = (match["scale"] or "").rstrip(".")
            if match["ordinal"]:
                value = float(re.sub(r"\D", "", found))
                yield Numeral(start, end, value, value, value, "ordinal", False)
                continue
            value = digits(found, language) * scales.get(scale, 1.0) + (0.5 if match["half"] else 0.0)
            yield Numeral(start, end, value, value, value, "digits", bool(scale))
            continue
        word = " ".join(match["word"].split())
        yield from _worded(word, start, end, language)


def _worded(word: str, start: int, end: int, language: str) -> Iterator[Numeral]:
    if word in _VAGUE[language]:
        low, high = _VAGUE[language][word]
        yield Numeral(start, end, low, low, high, "digits" if low == high else "vague", False)
    elif word in _FRACTIONS[language]:
        value = _FRACTIONS[language][word]
        yield Numeral(start, end, value, value, value, "fraction", False)
    elif word in _ordinals(language):
        value = _ordinals(language)[word]
        yield Numeral(start, end, value, value, value, "ordinal", False)
    else:
        value, scaled = _spelled(word, language)
        yield Numeral(start, end, value, value, value, "words", scaled)


def digits(token: str, language: str) -> float:
    """The value of digits with separators; English groups with commas, others with points or spaces."""
    token = re.sub(r"[\s'’]", "", token)
    if language == "en":
        if re.fullmatch(r"\d+,\d{1,2}", token):  # a decimal comma, whatever the language says
            return float(token.replace(",", "."))
        return float(token.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", token) or re.fullmatch(r"\d+,\d+", token):
        return float(token.replace(".", "").replace(",", "."))
    return float(token.replace(",", "")) if token.count(",") + token.count(".") > 1 else float(token)


def _spelled(word: str, language: str) -> tuple[float, bool]:
    """(value, whether a scale belongs to it) of a number in words."""
    scales, small = _SCALES[language], _small(language)
    total, part, scaled = 0.0, 0.0, False
    for token in re.split(r"[\s]+", word):
        if token in scales:
            scaled = scaled or scales[token] >= 1e3
            part = max(part, 1.0) * scales[token]
            if scales[token] >= 1e3:
                total, part = total + part, 0.0
        elif token in small:
            part += small[token]
        elif "-" in token and all(piece in small for piece in token.split("-")):
            part += sum(small[piece] for piece in token.split("-"))
    return total + part, scaled


@cache
def _small(language: str) -> Mapping[str, float]:
    """Words below a thousand that stand alone (German writes them as one) or add up."""
    if language == "de":
        return _german()
    if language == "fr":
        return _french()
    found = {word: float(value) for value, word in enumerate(_ENGLISH)}
    return found | {word: 10.0 * value for value, word in enumerate(_ENGLISH_TENS, 2)}


def _german() -> dict[str, float]:
    units = [*_GERMAN]
    found = {word: float(value) for value, word in enumerate(units)}
    for ten, word in enumerate(_GERMAN_TENS, 2):
        found[word] = 10.0 * ten
        for unit in range(1, 10):
            found[f"{'ein' if unit == 1 else units[unit]}und{word}"] = 10.0 * ten + unit
    below = dict(found)
    for hundred in range(1, 10):
        stems = ["hundert", "einhundert"] if hundred == 1 else [f"{units[hundred]}hundert"]
        for word in stems:
            found[word] = 100.0 * hundred
            found |= {f"{word}{rest}": 100.0 * hundred + value for rest, value in below.items() if value}
    return found


def _french() -> dict[str, float]:
    found = {word: float(value) for value, word in enumerate(_FRENCH)}
    for ten, word in enumerate(_FRENCH_TENS, 2):
        found[word] = 10.0 * ten
        found |= {f"{word}-{_FRENCH[unit]}": 10.0 * ten + unit for unit in range(2, 20 if ten == 6 else 10)}
        found |= {f"{word}-et-un": 10.0 * ten + 1, f"{word} et un": 10.0 * ten + 1}
    found["quatre-vingts"] = 80.0
    found |= {f"quatre-vingt-{_FRENCH[unit]}": 80.0 + unit for unit in range(1, 20)}
    return found | {"cent": 100.0, "soixante-et-onze": 71.0}


@cache
def _ordinals(language: str) -> Mapping[str, float]:
    words = _ORDINALS[language]
    endings = {"en": ("",), "de": ("", "n", "r", "s", "m"), "fr": ("", "s")}[language]
    found = {f"{word}{ending}": float(value) for value, word in enumerate(words, 1) for ending in endings}
    return found | ({"première": 1.0, "seconde": 2.0, "second": 2.0} if language == "fr" else {})


@cache
def _pattern(language: str) -> re.Pattern[str]:
    scales = sorted(_SCALES[language], key=len, reverse=True)
    small = sorted((word for word in _small(language)), key=len, reverse=True)
    if language == "fr":
        small.remove("un")  # the article
    one = "|".join(re.escape(word) for word in small)
    long_scale = "|".join(word for word in scales if len(word) > 3)
    joined = rf"(?:{one})(?:[\s-](?:{one}|{long_scale})|\sand\s(?:{one})\b)*"
    bare = rf"(?:an?|eine?|un|several)\s(?:{long_scale})" if language != "fr" else rf"un\s(?:{long_scale})"
    others = sorted([*_VAGUE[language], *_FRACTIONS[language], *_ordinals(language)], key=len, reverse=True)
    named = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in others)
    grouped = (
        r"\d{1,3}(?:[\s\u202f\u00a0]\d{3}(?!\d))+(?:,\d+)?" if language != "en" else r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
    )
    ordinal = {"en": r"st|nd|rd|th", "de": r"(?!)", "fr": r"er|ère|e|ème"}[language]
    scale = "|".join(re.escape(word) for word in scales)
    return re.compile(
        rf"(?<![\w.,:/#])(?<!\w[-–])(?:(?P<digits>{grouped}|\d{{1,3}}(?:[.,]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
        rf"(?:(?P<ordinal>(?:{ordinal})(?!\w))|(?P<half>\s?½)?(?:[\s\u00a0-]?(?P<scale>(?:{scale})(?![\w²³]))\.?)?)"
        rf"|\b(?P<word>{named}|{bare}|{joined})\b)(?![\w/]|[.,:]\d)",
    )
