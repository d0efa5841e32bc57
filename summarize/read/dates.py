"""Dates of articles as ISO 8601, in words of many languages and in the order of the country.

Owns the reading of one date. A date must name its year; what is left open, such as 03/05/2024, is settled by the language and
the country of the outlet.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from summarize.languages import day_first
from summarize.model import fold

Language = str | None | Callable[[], str | None]
"""A code, or what tells it when it is needed: that may take a second."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:19|20)\d\d(?!\d)")
_MILLISECONDS = 1e11
"""A time stamp above this counts milliseconds: as seconds it would lie in the year 5138."""
_EARLIEST = 1e8
"""Seconds; a smaller number is no time stamp of news (3 March 1973)."""
_LONGEST = 100
"""Characters of a date."""
_CODES = {"no": "nb"}
"""Names of languages that dateparser has for ours."""
_USUAL = ("fr", "de", "es", "it", "pt", "nl", "ru")
"""Languages that are tried where that of the text is not told."""


def iso_date(value: Any, language: Language = None, host: str | None = None) -> str | None:
    """ISO 8601 for a date that names its year, or a Unix time stamp; None for anything else."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= _EARLIEST:
        return _of_stamp(value / 1000 if value > _MILLISECONDS else value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = _plain(value)
    if not _YEAR.search(text):
        return None
    moment = _in_english(text, _is_day_first(text, language, host)) or _in_words(text, language)
    if moment is None:
        return None
    return moment.isoformat() if moment.time() != datetime.min.time() else moment.date().isoformat()


def _plain(value: str) -> str:
    """The text with digits of any script as 0 to 9."""
    text = fold(value)
    return (
        text
        if text.isascii()
        else "".join(str(unicodedata.digit(c)) if c.isdigit() and c.isdecimal() else c for c in text)
    )


def _is_day_first(text: str, language: Language, host: str | None) -> bool:
    match = _NUMERIC.search(text)
    if not match:
        return False
    first, mark, second = int(match[1]), match[2], int(match[3])
    if first > 12 or second > 12:
        return first > 12
    # Where dates are written with full stops, the day comes first.
    return mark == "." or bool(day_first(language() if callable(language) else language, host))


def _in_english(text: str, is_day_first: bool) -> datetime | None:
    from dateutil.parser import UnknownTimezoneWarning, parse

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UnknownTimezoneWarning)
            return parse(text, default=datetime(1900, 1, 1), dayfirst=is_day_first)
    except Exception:  # it names a ParserError and lets out AttributeError, TypeError and others too
        return None


def _in_words(text: str, language: Language) -> datetime | None:
    """The moment that a text in the given language names, or in one of the usual ones."""
    if not any(char.isalpha() for char in text):
        return None
    code = language() if callable(language) else language
    names = [_CODES.get(code, code)] if code else list(_USUAL)
    from dateparser.date import DateDataParser

    try:
        parser = DateDataParser(languages=names, settings={"STRICT_PARSING": True, "PREFER_LOCALE_DATE_ORDER": True})
        found = parser.get_date_data(text).date_obj
    except Exception:  # an unknown language, or whatever a strange date makes it raise
        return None
    return found if isinstance(found, datetime) and _YEAR.search(text) and str(found.year) in text else None


def _of_stamp(seconds: float) -> str | None:
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None
