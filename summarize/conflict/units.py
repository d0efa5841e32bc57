"""What a number can be of: victims, measures, money. Tables of English words, and nothing of how numbers are read."""

from __future__ import annotations

import re

from summarize.text import content_terms, words

KINDS = (
    ("killed", r"kill(?:ed|ing|s)?|dead|died|dies?|deaths?|fatalit(?:y|ies)|perished|lives"),
    ("injured", r"injur(?:ed|ing|ies|es|y)|wounded|wounding|hurt"),
    ("missing", r"missing|unaccounted"),
    ("homeless", r"homeless|without (?:a )?homes?|lost their homes"),
    ("displaced", r"displaced"),
    ("evacuated", r"evacuat(?:ed|ing|es|ion|ions|ees)|(?:moved|brought|taken) to safety"),
    ("arrested", r"arrest(?:ed|s|ing)?"),
    ("bodies", r"bod(?:y|ies)|corpses"),
)
TOLLS = frozenset(name for name, _ in KINDS)
KIND = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern})\b)" for name, pattern in KINDS), re.IGNORECASE)
ACTIVE = re.compile(
    r"\b(?:(?P<killed>kill(?:ed|ing|s)|claim(?:ed|ing|s) the lives of|(?:dead|killed|deaths) (?:at|to))|"
    r"(?P<injured>injur(?:ed|ing|es)|wound(?:ed|ing|s))|(?P<evacuated>evacuat(?:ed|ing|es)(?: at)?)|"
    r"(?P<arrested>arrest(?:ed|ing|s)))$",
    re.IGNORECASE,
)
TOLL = re.compile(r"\bdeath toll\b[^\d]*$", re.IGNORECASE)
UNITS = (
    ("cubic metres", 1.0, r"cubic met(?:er|re)s?|m³|m3|cu\.? ?m"),
    ("square kilometres", 1.0, r"square kilomet(?:er|re)s?|km²|km2|sq\.? ?km"),
    ("hectares", 1.0, r"hectares?|ha"),
    ("kilometres", 1.0, r"kilomet(?:er|re)s?|kms?"),
    ("kilometres", 1.609344, r"miles?"),
    ("kilometres", 1.852, r"nautical miles?"),
    ("metres", 1.0, r"met(?:er|re)s?|m"),
    ("metres", 0.3048, r"feet|foot|ft"),
    ("metres", 0.01, r"centimet(?:er|re)s?|cm"),
    ("metres", 0.001, r"millimet(?:er|re)s?|mm"),
    ("tonnes", 1.0, r"tonnes?|tons?"),
    ("kilograms", 1.0, r"kilogram(?:me)?s?|kilos?|kg"),
    ("percent", 1.0, r"percent|per cent|%"),
    ("dollars", 1.0, r"(?:us )?dollars?"),
    ("euros", 1.0, r"euros?"),
    ("pounds", 1.0, r"pounds?"),
    ("degrees", 1.0, r"degrees?|°c?"),
    ("hours", 1.0, r"hours?"),
    ("hours", 1 / 60, r"minutes?"),
    ("days", 1.0, r"days?"),
    ("days", 7.0, r"weeks?"),
    ("years", 1.0, r"years?"),
    ("magnitude", 1.0, r"(?:in |on the )?(?:magnitude|richter)"),
)
UNIT = tuple((name, factor, re.compile(rf"\s?-?(?:{pattern})(?![\w²³])", re.I)) for name, factor, pattern in UNITS)
UNIT_STEMS = frozenset(content_terms(words(" ".join(re.sub(r"\W", " ", pattern) for _, _, pattern in UNITS)), "en"))
CURRENCY = {"$": "dollars", "US$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
CURRENCIES = frozenset({*CURRENCY.values(), "money"})
