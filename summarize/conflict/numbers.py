"""The quantities of a sentence: how much or how many, within what bounds, and of what, in English, German and French.

Owns number → slot. "more than 20" and "around 21" have bounds that meet; "10 billion cubic metres" and "10bn m³" are one
quantity. Dates and times are slots of their own (`summarize.conflict.dates`), whose spans are left out here; numbers in names
("Flight 447") are none.

quantulum3 and its kind were weighed against this: they find the number and the unit, but neither what is counted ("200,000
people killed") nor what "as many as" and "about" allow, and those two decide whether sources disagree.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from summarize.conflict.counted import (
    APPOSED,
    APPOSED_AFTER,
    CLAUSE_START,
    EVENT,
    MONEY_BEFORE,
    UNIT,
    counted_before,
    event_of,
    phrase,
    thing,
)
from summarize.conflict.lowercase import lowered
from summarize.conflict.numerals import Numeral, numerals
from summarize.conflict.slot import Reading, Slot

ABOUT, ABOUT_LEAST, ABOUT_SMALL = 0.025, 1.0, 0.05
"""Share by which "about 400" may be off; for small numbers up to one, or a twentieth."""
NEARLY = 0.02
"""Share by which "nearly 200" may be less."""
OPEN_ENDED = 1.5
"""Times the bound that "more than 20" still covers; a source that knew of 60 would have said so."""
ROUND = 0.05
"""Most that a round number may be off."""
EMERGENCY = 911
"""No quantity, but a telephone number or a day."""
_HEDGES = (
    ("least", r"at least|more than|over|above|beyond|no fewer than|no less than|upwards of|exceed(?:s|ed|ing)?|passing|passed|topped"
     r"|mindestens|mehr als|über|wenigstens|au moins|plus d[e']|plus de"),
    ("most", r"up to|as many as|as much as|as high as|at most|fewer than|less than|under|below|bis zu|höchstens|weniger als"
     r"|jusqu['’]à|au plus|moins de"),
    ("nearly", r"nearly|almost|close to|just under|just shy of|fast|beinahe|knapp|presque|près d[e']|près de"),
    ("about", r"about|around|some|approximately|roughly|circa|an? estimated|estimated at|or so|etwa|rund|ungefähr|zirka|ca\.|environ"
     r"|quelque|autour de"),
)  # fmt: skip
_HEDGE = tuple((name, re.compile(rf"\b(?:{pattern})\s?(?:the\s|a\s)?$", re.IGNORECASE)) for name, pattern in _HEDGES)
_NEAR = 40
"""Characters before a number in which such a word, or that of a label, ends."""
_AFTERTHOUGHT = re.compile(
    r"^\s?(?:(?P<about>or so\b)|(?P<least>or more\b|plus\b(?!\s(?:an?|the|\d))|\+|oder mehr\b|ou plus\b))",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(?:\b(?!(?:About|Around|Some|Nearly|Almost|Over|Than|Least|To|As|Of|The|In|At|And|But|By|With|For|Only|After"
                      r"|Roughly|Their|Its|His|Her|These|Those|All|Mindestens|Rund|Etwa|Au|Les|Des|Die|Der|Das)\b)[A-Z][\w'’-]*\s?|#|\bNo\.\s?)$")  # fmt: skip
_LABEL = re.compile(
    r"\b(?:article|chapter|section|page|number|flight|route|highway|type|phase|level|channel|title|interstate|room|apartment|grade"
    r"|day|version|step|stage|round|lap|game|season|episode|act|part|gate|category|class|area|zone|district|precinct|unit|bill|amendment"
    r"|proposition|exit|line|seite|kapitel|nummer|etappe|artikel|étape|numéro|ligne|manche)\s$",
    re.IGNORECASE,
)
_IDIOM = re.compile(r"-(?:way|fold|piece|tier|star|sided|pronged|legged|dimensional|some)\b", re.IGNORECASE)
_LAP_TIME = re.compile(r"[\"'’′″](?=\s?\d|\W*$)|\s?h\s?\d\d['’′]")
"""As in 5h 34' 28"."""
_AND_A = re.compile(r"\b(?:and|und|et)\s(?:an?\s|eine?\s)?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ADDED = re.compile(
    r"\b(?:another|additional|further|(?:the )?other|remaining|of (?:which|whom)|including|among them|weitere[nr]?|übrigen|darunter|davon"
    r"|autres?|dont|parmi eux),?\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b(?:of which|of whom|including|among them|darunter|davon|dont|parmi eux)\b[^.;]*$", re.IGNORECASE
)
"""What follows is a part of the number before."""
_ADDED_AFTER = re.compile(
    r"^\s?(?:more|others?|additional|further|weitere[nr]?|autres|of (?:them|whom|which)|de plus)\b", re.IGNORECASE
)
_NOBODY = re.compile(
    r"\b(?P<no>no|none of the|nobody|keine|niemand|aucune?|pas de)\s(?:[a-zà-ÿ]+\s){0,2}?(?=(?P<what>[a-zà-ÿ]+))",
)
_LASTING = re.compile(r"\b(?P<unit>hour|day|week|month|year)s-?long\b")
_POSSIBLE = re.compile(
    r"\b(?:could|might|may|would|will|expected|könnte[n]?|soll(?:en)?|wird|werden|pourrai(?:t|ent)|devrai(?:t|ent))\b",
    re.I,
)
_TO = re.compile(r"^\s?(?:-|–|to|or|and|bis|oder|und|à|ou|et)\s?[$€£]?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|from|von|de)\s(?:about\s)?[$€£]?$", re.IGNORECASE)


def quantities(text: str, language: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Slot, ...]:
    """The quantities of a sentence, in order, without the spans that are taken."""
    found: list[Slot] = []
    for numeral in numerals(text, language):
        if any(numeral.start < end and start < numeral.end for start, end in taken):
            continue
        slot = _slot(text, numeral, language)
        if slot is None:
            continue
        joint = text[found[-1].end : numeral.start] if found else ""
        if found and joint and _TO.match(joint) and _is_range(text, found[-1], slot, joint):
            found[-1] = _joined(found[-1], slot)
        else:
            found.append(slot)
    return tuple(sorted([*found, *_none(text), *_long(text, language)], key=lambda slot: (slot.start, slot.end)))


def _long(text: str, language: str) -> list[Slot]:
    """Such as "A monthslong investigation": two to eleven months."""
    found = []
    for match in _LASTING.finditer(lowered(text)):
        days = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}[match["unit"]]
        heads = phrase(text[match.end() :], language)[1]
        lasting = (Reading("days", 2 * days, 11 * days),)
        found.append(Slot(match.start(), match.end(), "number", lasting, 2 * days, heads=heads, hedge="vague"))
    return found


def _none(text: str) -> list[Slot]:
    """Such as "No deaths have been reported": a count of nought, of victims only."""
    found = []
    for match in _NOBODY.finditer(lowered(text)):
        end = match.end("what")
        event = EVENT.fullmatch(match["what"])
        if event:
            nought = (Reading("count", 0, 0),)
            found.append(Slot(match.start(), end, "number", nought, 0.0, event=str(event.lastgroup)))
    return found


def _slot(text: str, numeral: Numeral, language: str) -> Slot | None:
    before, after = text[: numeral.start], text[numeral.end :]
    if _is_none(numeral, before, after, language):
        return None
    family, factor, used, heads = thing(numeral, before, after, language)
    money = MONEY_BEFORE.search(before)
    plain = before[: money.start()] if money else before
    hedge, start = _hedge(plain)
    if later := _AFTERTHOUGHT.match(after) or _AFTERTHOUGHT.match(after[used:]):
        hedge = str(later.lastgroup)
    value, low, high = _bounds(numeral, factor, hedge)
    clause = f"{CLAUSE_START.split(before)[-1]} {CLAUSE_START.split(after)[0]}"
    return Slot(
        start=start if start is not None else money.start() if money else numeral.start,
        end=numeral.end + used,
        kind="number",
        readings=(Reading(family, low, high),),
        value=value,
        heads=heads | counted_before(plain if start is None else plain[:start], family, language),
        event=event_of(plain if start is None else plain[:start], after),
        hedge="vague" if numeral.form == "vague" else hedge,
        partial=bool(_ADDED.search(plain) or _ADDED_AFTER.match(after) or _AMONG.search(plain)),
        possible=bool(_POSSIBLE.search(clause)),
        ordinal=numeral.form == "ordinal",
    )


def _is_none(numeral: Numeral, before: str, after: str, language: str) -> bool:
    """Whether a number belongs to a name or is a year, a page, a "one" of anything."""
    if (numeral.form == "words" and numeral.value <= 1) or (numeral.form == "fraction" and _AND_A.search(before)):
        return True
    if _IDIOM.match(after) or _LAP_TIME.match(after):
        return True
    named = language != "de" and _IN_NAME.search(before)  # German writes every noun with a capital
    if numeral.form in ("digits", "ordinal") and (_LABEL.search(before, max(0, len(before) - _NEAR)) or named):
        return not APPOSED_AFTER.match(after) or not APPOSED.search(before)
    bare = numeral.form == "digits" and not numeral.scaled
    if bare and numeral.value == EMERGENCY:
        return True
    if (
        bare
        and _YEAR.fullmatch(str(int(numeral.value)))
        and numeral.value == int(numeral.value)
        and numeral.end - numeral.start == 4
    ):
        return not MONEY_BEFORE.search(before) and not any(unit.match(after) for _, _, unit in UNIT)
    return bool(re.match(r"[’']s?\b", after))


def _hedge(before: str) -> tuple[str, int | None]:
    """(how exact a number is said to be, where that starts)."""
    near = max(0, len(before) - _NEAR)
    return next(((name, hit.start()) for name, pattern in _HEDGE if (hit := pattern.search(before, near))), ("", None))


def _bounds(numeral: Numeral, factor: float, hedge: str) -> tuple[float, float, float]:
    """(the number, the least, the most) that is said."""
    value = numeral.value * factor
    if numeral.form == "vague":
        return value, numeral.low * factor, numeral.high * factor
    if hedge == "least":
        return value, value, value * OPEN_ENDED
    if hedge == "most":
        return value, value * 0.5, value
    if hedge == "nearly":
        return value, value * (1 - NEARLY), value
    slack = (
        max(min(ABOUT * value, _last_digit(numeral.value) * factor), min(ABOUT_LEAST * factor, ABOUT_SMALL * value))
        if hedge == "about"
        else 0.0
        if numeral.form == "ordinal"
        else _rounding(numeral.value) * factor
    )
    if factor != 1.0:
        slack = max(slack, 0.03 * value)
    return value, value - slack, value + slack


def _last_digit(value: float) -> float:
    """What one more of the last digit that is not zero makes: a million for 141 million."""
    digits = f"{int(value)}"
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if value == int(value) else 0.1


def _rounding(value: float) -> float:
    """Half of the last digit that is not zero, at most ROUND, and nothing for a small count: 110,000 may be 108,000."""
    if value < 100 or not math.isfinite(value):
        return 0.0 if value == int(value) else 0.05 * abs(value)
    zeros = len(f"{int(value)}") - len(f"{int(value)}".rstrip("0"))
    return min(0.5 * 10.0**zeros, ROUND * value) if zeros else 0.5


def _is_range(text: str, some: Slot, other: Slot, joint: str) -> bool:
    """Whether two numbers are the ends of one range ("£100,000 to £135,000", "between 6 and 8 feet")."""
    if some.ordinal != other.ordinal or (
        some.readings[0].family == other.readings[0].family and some.value >= other.value
    ):
        return False
    is_and = joint.strip().lower().rstrip("$€£ ") in ("and", "und", "et")
    return not is_and or bool(_BETWEEN.search(text[: some.start]))


def _joined(some: Slot, other: Slot) -> Slot:
    family = (
        other.readings[0].family if other.readings[0].family != "count" or not some.heads else some.readings[0].family
    )
    alike = some.readings[0].family == family  # "between 6 and 8 feet": the unit stands once
    low = some.readings[0].low if alike else other.readings[0].low * 0.5
    return Slot(
        start=some.start,
        end=other.end,
        kind="number",
        readings=(Reading(family, low, other.readings[0].high),),
        value=other.value,
        heads=other.heads | (some.heads if family == "count" else frozenset()),
        event=some.event or other.event,
        hedge="about",
        partial=some.partial or other.partial,
        possible=some.possible or other.possible,
        ordinal=other.ordinal,
    )
