"""The quantities of an English sentence: how much or how many, within what bounds, and of what.

Owns number → range of values, and what is counted. "more than 20" and "around 21" have ranges that meet; "10 billion cubic
metres" and "10bn m³" are one quantity; years, ages, ordinals and the numbers in names ("Flight 447") are none. What
follows from two quantities is decided in `summarize.conflict.dispute`.

quantulum3 and its kind were weighed against this page of rules: they find the number and the unit, but neither what is
counted ("200,000 people killed") nor what "as many as" and "about" allow, and those two decide whether sources disagree.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.conflict.units import ACTIVE, CURRENCY, KIND, TOLL, TOLLS, UNIT, UNIT_STEMS
from summarize.model import fold
from summarize.text import SCALES, SMALL, VAGUE, content_terms, words

ROUGH = 0.12
"""Share by which "about 200" may be off."""
HALF = 0.5
"""Share of the bound down to which "up to 200" reaches; a source that knew of 60 would have said so."""
DIGITS_OFF = 0.05
"""Most that a rounded number may be off, as a share of it."""
OPEN_ENDED = 1.5
"""Times the bound that "more than 20" still covers; a source that knew of 60 would have said so."""
_WINDOW_AFTER, _WINDOW_BEFORE, _WINDOW_TOLL, _LEAD = 9, 4, 12, 4
"""Words around a number in which what it counts is looked for."""

_WORD_NUMBER = rf"(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})"
_SCALE_WORD = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_NUMBER = re.compile(
    rf"(?:(?P<money>US\$|[$€£¥])\s?)?(?<![\w.,:/-])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:[\s-]?(?P<scale>{_SCALE_WORD}|bn|mn|m(?![\w²³])))?"
    rf"|(?P<spelled>{_WORD_NUMBER}(?:[\s-]{_WORD_NUMBER})?(?:[\s-]{_SCALE_WORD})*"
    rf"|(?:an?|half an?|another|several)\s{_SCALE_WORD}"
    rf"|{'|'.join(VAGUE)}|no|nobody))(?![\w/]|[.,:]\d|-\w)",
    re.IGNORECASE,
)
REACH = 600
"""Characters on either side of a number that are looked at."""
LARGEST = 1e100
"""A number with more digits counts as this one."""
_ABOUT = r"about|around|some|approximately|roughly|nearly|almost|circa|an estimated|estimated|or so"
_APPROXIMATORS = (
    ("least", re.compile(r"\b(?:at least|more than|over|no fewer than|no less than|upwards of|exceed(?:s|ed|ing)?)\s*$", re.I)),
    ("most", re.compile(r"\b(?:up to|as many as|as much as|as high as|at most|fewer than|less than|under)\s*$", re.I)),
    ("about", re.compile(rf"\b(?:{_ABOUT})\s*$", re.I)),
)  # fmt: skip
_AFTERTHOUGHT = re.compile(r"^\s?(?:or so|or more)\b", re.I)
_NO_QUANTITY_BEFORE = re.compile(
    r"(?:\b(?:[Aa]ged?|article|chapter|section|page|lines?|number|flight|route|highway|type|phase|level|day)"
    r"|\b(?!(?:About|Around|Some|Nearly|Almost|Over|Than|Least|To|As|Of|The|In|At|And|But|By|With|For|Roughly)\b)[A-Z][\w-]*"
    r"|[.:]\d*)\s*$"
)
_NO_QUANTITY_AFTER = re.compile(
    r"^(?:\s?(?:am|pm|a\.m\.|p\.m\.|gmt|utc|o['’]clock)\b|(?:st|nd|rd|th)\b|[\s-]years?[\s-]old|\s(?:january|february|march|"
    r"april|may|june|july|august|september|october|november|december)\b|['’]|\s?,\s?(?:who|a|an|the)\b)",
    re.IGNORECASE,
)
_MAGNITUDE = re.compile(r"\bmagnitude(?: of)?(?: about)?\s*$|\bmeasur(?:ed|ing)\s*$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:()–—]|\b(?:and|but|while|who|which)\b|\d", re.IGNORECASE)
_CLAUSE_START = re.compile(r"[,;:()–—]\s")
_PART_OF = re.compile(r"\bof (?:the|its|their|his|her)\s*$", re.IGNORECASE)
"""In "two of the four lanes" the statement is about two."""
_YEAR = re.compile(r"(?<![\w.,])(?:1[89]|20)\d\d(?!\w|,\d)")
_RATE = re.compile(r"^\s?(?:per|an?|each|every)\s(?:hour|day|week|month|year|second|minute)\b|^\s?/", re.IGNORECASE)
_ADDED = re.compile(r"\b(?:another|an additional|a further|the other)(?:\s*(?:about|some))?\s*$", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:could|might|may|would|alone|also (?:killed|injured|wounded|arrested|hurt|died))\b", re.IGNORECASE
)
"""Forecasts, parts and additions, which are no totals."""
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Oo]utside|from|of)\s(?:the\s)?(?:\w+\sof\s)?([A-Z]\w+(?:\s[A-Z]\w+)*)|^\s*([A-Z]\w+)\s(?:has|had|lost|counts)\b"
)
_ADDED_AFTER = re.compile(r"^\s?(?:more|others|additional|further|of (?:the|them|those|whom|which))\b", re.IGNORECASE)
_UNSAID = frozenset(
    content_terms(
        "people persons victims humans residents feared believed thought said reported confirmed known presumed "
        "left estimated far now listed still officially least".split(),
        "en",
    )
)
"""Stems that do not narrow what is counted down."""
_AGE = re.compile(r",\s?$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence with what it is a number of."""

    start: int
    end: int
    """Where it stands in the sentence's text, from "about" or "at least" to its unit or noun; end exclusive."""
    value: float
    """The number as it stands, in the unit's base."""
    low: float
    high: float
    """The values that the sentence allows, both inclusive."""
    of: str
    """What a number of victims is of ("killed", "injured", …), a unit ("kilometres"), or "" for counted things."""
    counted: frozenset[str]
    """Stems of the words between the number and the next function word: "aftershock", "crown", "vehicl"."""
    before: frozenset[str]
    """Stems of the last content words before it: what is so many, or has so much."""
    where: frozenset[str]
    """Lower-case names of the places that its clause is about: "in Malaysia", "Sweden has 17 dead"."""

    def contradicts(self, other: Quantity) -> bool:
        """Whether no value is allowed by both."""
        return self.high < other.low or other.high < self.low

    def same_thing(self, other: Quantity) -> bool:
        """Whether both are numbers of the same: victims of one kind, a unit, or things of one name."""
        if self.of != other.of:
            return False
        return self.counted == other.counted if self.is_toll else bool(self.of or self.counted & other.counted)

    @property
    def keys(self) -> tuple[str, ...]:
        """What another quantity of the same thing has at least one of."""
        return (self.of,) if self.of else tuple(f"count {term}" for term in sorted(self.counted))

    @property
    def is_toll(self) -> bool:
        """Whether it counts victims, of whom an event has one total."""
        return self.of in TOLLS


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence in English, in order."""
    found: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        before = text[max(0, match.start() - REACH) : match.start()]
        after = text[match.end() : match.end() + REACH]
        if _is_no_quantity(match, before, after):
            continue
        of, factor, used, counted = _of(match, before, after)
        if of and (rate := _RATE.match(after[used:])):
            of = f"{of} {fold(rate[0]).lower()}"
        if _is_of_a_larger_whole(match, before, after, of, found):
            continue
        (value, low, high), how = _range(match, before, after, factor), _approximator(before)
        lead = content_terms(words(_CLAUSE_START.split(before)[-1]), "en")[-_LEAD:]
        start = match.start() - len(before) + how.start() if how else match.start()
        named = frozenset(lead) - _UNSAID - UNIT_STEMS
        where = _where(text, match.start(), match.end())
        found.append(Quantity(start, match.end() + used, value, low, high, of, counted, named, where))
    return tuple(found)


def describe(text: str, quantity: Quantity) -> str:
    """The number as the sentence has it, with what it is of: "about 200,000 killed"."""
    shown = fold(text[quantity.start : quantity.end])
    if quantity.value == 0:
        return f"none {quantity.of}"
    return f"{shown} {quantity.of}" if quantity.is_toll else shown


def _is_of_a_larger_whole(match: re.Match[str], before: str, after: str, of: str, found: Sequence[Quantity]) -> bool:
    """Whether a number is a part or an addition ("12 more", "two of the four lanes"), or a "no" or "one" of anything."""
    spelled = (match["spelled"] or "").lower()
    if spelled in ("no", "nobody", "one", "zero") and of not in ("killed", "injured", "missing"):
        return True
    if _ADDED_AFTER.match(after) or (not of and _PART_OF.search(before)) or _UNSURE.search(_clause(before, after)):
        return True
    added = bool(_ADDED.search(before)) or spelled.startswith("another")
    return added and not any(earlier.of != of for earlier in found)


def _is_no_quantity(match: re.Match[str], before: str, after: str) -> bool:
    """Whether a number belongs to a name, a date, an age or a time."""
    if _NO_QUANTITY_BEFORE.search(before) or _NO_QUANTITY_AFTER.match(after) or _is_year(match, after):
        return True
    return bool(_AGE.search(before)) and after.startswith(",")


def _is_year(match: re.Match[str], after: str) -> bool:
    """Four digits without grouping, scale or unit, between 1800 and 2100."""
    digits = match["digits"] or ""
    if not _YEAR.fullmatch(digits) or match["scale"] or match["money"]:
        return False
    return not any(unit.match(after) for _, _, unit in UNIT)


def _of(match: re.Match[str], before: str, after: str) -> tuple[str, float, int, frozenset[str]]:
    """(what the number is of, factor to its base unit, characters of that after the number, what narrows it down)."""
    if match["money"]:
        return CURRENCY.get(match["money"].upper(), "money"), 1.0, 0, frozenset()
    for name, factor, unit in UNIT:
        if hit := unit.match(after):
            return name, factor, hit.end(), frozenset()
    if match["scale"] in ("m", "M"):
        return "metres", 1e-6, 0, frozenset()
    if _MAGNITUDE.search(before):
        return "magnitude", 1.0, 0, frozenset()
    how = _approximator(before)
    near = " ".join((before[: how.start()] if how else before).split()[-_WINDOW_BEFORE:])
    used, counted = _phrase(after)
    if active := ACTIVE.search(near):
        return str(active.lastgroup), 1.0, 0, counted
    clause = _CLAUSE_END.split(" ".join(after.split()[:_WINDOW_AFTER]))[0]
    if kind := KIND.search(clause):
        return str(kind.lastgroup), 1.0, 0, frozenset(content_terms(words(clause[: kind.start()]), "en")) - _UNSAID
    if TOLL.search(" ".join(before.split()[-_WINDOW_TOLL:])):
        return "killed", 1.0, 0, counted
    return "", 1.0, used, counted


def _clause(before: str, after: str) -> str:
    """The clause around a number, which itself is left out."""
    return f"{_CLAUSE_START.split(before)[-1]} {_CLAUSE_START.split(after)[0]}"


def _where(text: str, start: int, end: int) -> frozenset[str]:
    """The places named in the clause of a number."""
    names = _PLACE.findall(_clause(text[:start], text[end:]))
    return frozenset(word.lower() for name in names for word in "".join(name).split())


def _approximator(before: str) -> re.Match[str] | None:
    """The words before a number that say how exact it is."""
    return next((hit for _, pattern in _APPROXIMATORS if (hit := pattern.search(before))), None)


def _range(match: re.Match[str], before: str, after: str, factor: float) -> tuple[float, float, float]:
    """(the number, the least, the most) that is said."""
    value, vague = _value(match)
    value *= factor
    how = next((name for name, pattern in _APPROXIMATORS if pattern.search(before)), "")
    if later := _AFTERTHOUGHT.match(after):
        how = "least" if "more" in later[0].lower() else "about"
    if vague or how == "least":
        return value, value, math.inf if vague else value * OPEN_ENDED
    if how == "most":
        return value, value * HALF, value
    slack = ROUGH * value if how == "about" else _rounding(value, factor)
    return value, value - slack, value + slack


def _value(match: re.Match[str]) -> tuple[float, bool]:
    """(value, whether it is only an order of magnitude)."""
    if match["digits"]:
        return min(float(match["digits"].replace(",", "")), LARGEST) * _scale(match["scale"] or ""), False
    parts = re.split(r"[\s-]+", match["spelled"].lower())
    if parts[0] in VAGUE:
        return VAGUE[parts[0]], True
    if parts[0] in ("no", "nobody"):
        return 0.0, False
    value = float(sum(SMALL.get(part, 0) for part in parts)) or 1.0
    value *= 0.5 if parts[0] == "half" else 3 if parts[0] == "several" else 1
    return value * math.prod(SCALES.get(part, 1.0) for part in parts), parts[0] == "several"


def _scale(word: str) -> float:
    """What a word after digits multiplies them by; a lone "m" by a million until it is known to be metres."""
    return 1e6 if word.lower() == "m" else SCALES.get(word.lower(), 1.0)


def _rounding(value: float, factor: float) -> float:
    """Half of the last digit that is not zero, at most 5 %, and nothing for a small count: 110,000 may be 108,000."""
    if value == 0 or (value < 100 and factor == 1.0 and value == int(value)):
        return 0.0
    if factor != 1.0 or value != int(value):
        return DIGITS_OFF * value
    zeros = len(f"{int(value)}") - len(f"{int(value)}".rstrip("0"))
    return float(min(0.5 * 10**zeros, DIGITS_OFF * value)) if zeros else 0.0


def _phrase(after: str) -> tuple[int, frozenset[str]]:
    """(characters, stems) of the noun phrase after a number: its words up to a comma, a function word or a number."""
    stems: list[str] = []
    used = 0
    for token in list(re.finditer(r"\s?[^\s,;:.()]+|[,;:.()]", after))[:4]:
        terms = content_terms(words(token[0]), "en")
        if not terms or terms[0].startswith("#"):
            break
        stems.extend(terms)
        used = token.end()
    return used, frozenset(stems) - _UNSAID


def years(text: str) -> frozenset[str]:
    """The years that a sentence names: what it says of one of them says nothing of another."""
    return frozenset(match[0] for match in _YEAR.finditer(text))
