"""What a number in a sentence is of: a unit, money, an age, an order, or things and people counted, and what happened to those.

Owns the units and the words for victims, in English, German and French.
"""

from __future__ import annotations

import re

from summarize.conflict.numerals import Numeral
from summarize.text import content_terms, is_noun, words

MONEY_BEFORE = re.compile(r"(?:(?:US|C|A|NZ|HK)\$|[$€£¥])\s?$")
_CURRENCY = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_UNITS = (
    ("times", 1.0, r"times?|mal|fois"),
    ("percent", 1.0, r"percent|per cent|%|prozent|pour cent|percentage points?"),
    ("dollars", 1.0, r"(?:us[\s-])?dollars?|usd"),
    ("dollars", 0.01, r"cents?(?=\s(?:a|an|per)\b)"),
    ("euros", 1.0, r"euros?|€|d['’]euros"),
    ("pounds", 1.0, r"pounds? sterling|livres sterling|£"),
    ("square kilometres", 1.0, r"square kilomet(?:er|re)s?|km²|km2|sq\.? ?km|quadratkilometer[n]?|kilomètres carrés"),
    ("square kilometres", 2.58999, r"square miles?"),
    ("cubic metres", 1.0, r"cubic met(?:er|re)s?|m³|m3|cu\.? ?m|kubikmeter[n]?|mètres cubes"),
    ("hectares", 1.0, r"hectares?|hektar|ha"),
    ("hectares", 0.404686, r"acres?"),
    ("speed", 1.0, r"km/h|kilomet(?:er|re)s? (?:per|an) hour|kph|stundenkilometer[n]?|kilomètres?[\s-]heure|kilomètres? par heure"),
    ("speed", 1.609344, r"mph|miles? (?:per|an) hour"),
    ("kilometres", 1.0, r"kilomet(?:er|re)[sn]?|kms?|kilomètres?"),
    ("kilometres", 1.852, r"nautical miles?"),
    ("kilometres", 1.609344, r"miles?|meilen?"),
    ("kilometres", 0.0003048, r"feet|foot|ft"),
    ("kilometres", 0.0000254, r"inch(?:es)?"),
    ("kilometres", 0.001, r"met(?:er|re)[sn]?|mètres?|m"),
    ("kilometres", 0.00001, r"centimet(?:er|re)s?|zentimetern?|centimètres?|cm"),
    ("kilograms", 1000.0, r"tonnes?|tons?|tonnen?"),
    ("kilograms", 1.0, r"kilogram(?:me|m)?s?|kilos?|kg"),
    ("kilograms", 0.45359237, r"pounds?|lbs?"),
    ("degrees", 1.0, r"degrees?|°\s?[cf]?|grad|degrés?"),
    ("hours", 1.0, r"hours?|stunden?|heures?"),
    ("hours", 1 / 60, r"minutes?|minuten?"),
    ("hours", 1 / 3600, r"seconds?|sekunden?|secondes?"),
    ("days", 1.0, r"days?|tagen?|tage|jours?"),
    ("days", 7.0, r"weeks?|wochen?|semaines?"),
    ("days", 30.4, r"months?|monaten?|monate|mois"),
    ("days", 365.25, r"years?|jahren?|jahre|ans|années?"),
)  # fmt: skip
UNIT = tuple(
    (name, factor, re.compile(rf"[\s\u00a0]?-?(?:{pattern})(?![\w²³])", re.I)) for name, factor, pattern in _UNITS
)
_AGE_AFTER = re.compile(r"^[\s-]years?[\s-]old|^\s?(?:jahre alt|-?jährige?[rnsm]?|ans?\b(?=[,.]| et))", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|(?:girl|boy|child|man|woman|son|daughter|baby) of|im alter von|âgée?s? de)\s$", re.IGNORECASE
)
APPOSED = re.compile(r"(?P<name>[A-ZÀ-Ý][\w'’.-]+)(?:,\s|\s\()$")
APPOSED_AFTER = re.compile(r"^(?:,|\)|\s?;|\.$)")
_MAGNITUDE = re.compile(
    r"\b(?:magnitude|stärke|richter)(?:\s(?:of|as|at|von|de|was))?(?:\s(?:about|etwa|environ))?\s$", re.IGNORECASE
)
_MAGNITUDE_AFTER = re.compile(r"^[\s-](?:on the richter|magnitude|auf der richter|sur l['’]échelle)", re.IGNORECASE)
_RATE = re.compile(r"^\s?(?:per|an?|each|every|pro|par)\s(?P<of>\w+)", re.IGNORECASE)
_EVENTS = (
    ("killed", r"kill(?:ed|ing|s)?|dead|died|dies?|deaths?|fatalit(?:y|ies)|perished|lives|victims|toll|tote[nr]?|getötet|todesopfer"
     r"|ums leben|starben|gestorben|morts?|tuée?s?|décès|victimes"),
    ("injured", r"injur(?:ed|ing|ies|es|y)|wound(?:ed|ing)|hurt|verletzt\w*|blessée?s?"),
    ("missing", r"missing|unaccounted|vermisst\w*|disparue?s?|portés disparus"),
    ("homeless", r"homeless|without (?:a )?homes?|obdachlos\w*|sans[\s-]abri"),
    ("displaced", r"displaced|evacuat\w+|evakuiert\w*|évacuée?s?|déplacée?s?"),
    ("arrested", r"arrest(?:ed|s|ing)?|detained|in custody|festgenommen\w*|verhaftet\w*|arrêtée?s?|interpellée?s?"
     r"|charged|indicted|angeklagt\w*|inculpée?s?"),
    ("bodies", r"bod(?:y|ies)|corpses|leichen?|corps"),
)  # fmt: skip
EVENT = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern})\b)" for name, pattern in _EVENTS), re.IGNORECASE)
_ACTIVE = re.compile(
    r"\b(?:(?P<killed>kill(?:ed|ing|s)|claim(?:ed|ing|s)|tötete[n]?|tua(?:it|ient)?|fait)|(?P<injured>injur(?:ed|ing|es)|wound(?:ed|ing|s)"
    r"|verletzte[n]?|bless(?:ait|ant))|(?P<arrested>arrest(?:ed|ing|s)|charg(?:ed|ing|es)|detain(?:ed|ing|s)))(?:\s[a-z]+)?\s?$",
    re.IGNORECASE,
)
_TOLL = re.compile(r"\b(?:toll|dead|deaths?|opferzahl|bilan)\b", re.IGNORECASE)
_TOLL_TOLD = re.compile(r"\b(?:death toll|opferzahl|bilan)\b(?!.*[.;])", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:()–—]|\.(?:\s|$)|\b(?:but|while|who|which|aber|mais|qui)\b", re.IGNORECASE)
CLAUSE_START = re.compile(
    r"[,;:()–—]\s|\b(?:when|after|that|who|which|while|because|als|nachdem|weil|lorsque|quand|après)\s", re.IGNORECASE
)
_BETWEEN_WORDS = re.compile(
    r"\s?(?:or so|other|others|separate|different|additional|more|of (?:the|their|its|his|her|these|those)(?: (?:\d+|[a-z]+teen|[a-z]+ty))?)\b",
    re.IGNORECASE,
)
"""What may stand between a number and what it counts."""
_OF = re.compile(r"\s(?:of|von|de)", re.IGNORECASE)
_SETS = re.compile(r"\b(?P<of>[a-zà-ÿ]{3,})\s(?:of|von|de)\s$", re.IGNORECASE)
"""In "parents of eight children" parents are counted too."""
_UNSAID = frozenset(
    content_terms(
        words(
            "people persons victims humans residents feared believed thought said reported confirmed known presumed left "
            "estimated far now listed still officially least others"
        ),
        "en",
    )
)
"""Stems that do not narrow down what is counted."""
_HOLLOW = frozenset(
    content_terms(words("time times day days year years week month place term step since half quarter round"), "en")
)
"""Stems of what anything can be the second of."""


def thing(numeral: Numeral, before: str, after: str, language: str) -> tuple[str, float, int, frozenset[str]]:
    """(family, factor to the base unit, characters after the number that belong to it, stems of what is counted)."""
    if money := MONEY_BEFORE.search(before):
        return _CURRENCY[money[0].strip()[-1]], 1.0, 0, frozenset()
    if _MAGNITUDE.search(before) or _MAGNITUDE_AFTER.match(after):
        return "magnitude", 1.0, 0, frozenset()
    if numeral.form == "fraction":
        return "percent", 1.0, 0, frozenset()
    if age := _AGE_AFTER.match(after):
        return "age", 1.0, age.end(), _person(before, after[age.end() :], language)
    if _AGE_BEFORE.search(before) or (
        APPOSED.search(before) and APPOSED_AFTER.match(after) and 4 < numeral.value < 110
    ):
        return "age", 1.0, 0, _person(before, "", language)
    used, heads = phrase(after, language)
    if numeral.form == "ordinal":
        return "ordinal", 1.0, used, heads - _HOLLOW
    if measure := _measure(after, language):
        return measure
    if numeral.form == "digits" and not numeral.scaled and numeral.value != int(numeral.value):
        return "figure", 1.0, used, heads  # nothing is counted in fractions
    return "count", 1.0, used, heads


def _measure(after: str, language: str) -> tuple[str, float, int, frozenset[str]] | None:
    """The unit after a number, if one is: with its rate ("per year"), and what it measures in "17-pound tablet"."""
    for name, factor, unit in UNIT:
        if hit := unit.match(after):
            more, narrowed = (
                phrase(after[hit.end() :], language) if after[hit.start()] == "-" else (0, frozenset[str]())
            )
            rate = _RATE.match(after[hit.end() :])
            return f"{name} per {rate['of'].lower()}" if rate else name, factor, hit.end() + more, narrowed
    return None


def _person(before: str, after: str, language: str) -> frozenset[str]:
    """Stems of the last name before an age, or of the noun after it."""
    names = re.findall(r"[A-ZÀ-Ý][\w'’-]+", before[-40:])
    if names and APPOSED.search(before):
        return frozenset(content_terms(words(names[-1]), language))
    return phrase(after, language)[1] or frozenset(content_terms(words(" ".join(names[-1:])), language))


def phrase(after: str, language: str) -> tuple[int, frozenset[str]]:
    """(characters, stems) of the noun phrase after a number: up to a comma, a function word or a number."""
    row: list[tuple[list[str], int]] = []
    after = re.sub(r"[“”\"‘]", " ", after)
    skipped = _BETWEEN_WORDS.match(after)
    used = skipped.end() if skipped else 0
    for token in list(re.finditer(r"[\s\u00a0-]?[^\s,;:.()\"”“-]+|[,;:.()\"”“-]", after[used:]))[:4]:
        terms = content_terms(words(token[0]), language)
        if _OF.fullmatch(token[0]) and row:
            continue
        if not terms or terms[0].startswith("#"):
            break
        row.append((terms, token.end()))
    if language == "en":
        while row and not is_noun(words(after[used : used + row[-1][1]])[-1]):
            row.pop()
    stems = [term for terms, _ in row for term in terms]
    return used + row[-1][1] if row else 0, frozenset(stems) - _UNSAID


def counted_before(before: str, family: str, language: str) -> frozenset[str]:
    """Stems of whom a number is a part of: parents, in "parents of eight"."""
    hit = _SETS.search(before) if family == "count" else None
    return frozenset(content_terms(words(hit["of"]), language)) - _UNSAID if hit else frozenset()


def event_of(before: str, after: str) -> str:
    """What happened to those counted: a verb right before, the nearest such word of the clause, or a toll led up to."""
    if active := _ACTIVE.search(before):
        return str(active.lastgroup)
    clause = _CLAUSE_END.split(" ".join(after.split()[:10]))[0]
    if hit := EVENT.search(clause):
        return str(hit.lastgroup)
    near = " ".join(before.split()[-10:])
    hits = list(EVENT.finditer(CLAUSE_START.split(near)[-1]))
    if hits:
        return str(hits[-1].lastgroup)
    return "killed" if _TOLL.search(near) or _TOLL_TOLD.search(before) else ""
