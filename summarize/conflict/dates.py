"""The dates and times of a sentence as spans of days, resolved against the day its article was published where that is known.

Owns "11:45 a.m.", "on Thursday", "mid May", "since 2002", "earlier this month", "le 3 mai", "am 3. Mai" → slot. A date without
a year is a day of any year; with a publication date it is the nearest one, so that "31 December" in an article of 2 January
is last year's. A weekday is the last one, or the next where the sentence looks ahead.

dateparser was weighed against this: it finds a date in most numbers, takes a second for a collection, and gives a point
where two sources must be compared as spans ("last week" and "on Tuesday" agree).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from summarize.conflict.lowercase import lowered
from summarize.conflict.slot import Reading, Slot

DATELINE = 48
"""Characters in which a dateline stands."""
_SLACK = 2.0
"""Minutes that "about half past" may be off: a time is rounded to five."""

_MONTHS = {
    "en": "january february march april may june july august september october november december".split(),
    "de": "januar februar märz april mai juni juli august september oktober november dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
_SHORT = dict(
    zip(
        "jan feb mar apr jun jul aug sept sep oct nov dec".split(), (1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12), strict=True
    )
)
_WEEKDAYS = {
    "en": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    "de": ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
}
_MONTH = {name: number for names in _MONTHS.values() for number, name in enumerate(names, 1)} | _SHORT
_WEEKDAY = {name: number for names in _WEEKDAYS.values() for number, name in enumerate(names)}
_M = "|".join(sorted(_MONTH, key=len, reverse=True))
_W = "|".join(_WEEKDAY)
_YEAR = r"(?:1[5-9]|20)\d\d"
_PART = r"(?:(?P<part>mid|early|late|the beginning of|the start of|the end of|anfang|mitte|ende|début|mi|fin)[\s-](?:of\s|in\s)?)?"
_CALENDAR = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s(?:of\s)?(?P<m1>{_M})\b(?!\.?\s\d{{1,2}}\b)\.?(?:,?\s(?P<y1>{_YEAR})(?!\d))?"
    rf"|(?P<m2>{_M})\b\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s(?P<y2>{_YEAR})(?!\d))?"
    rf"|{_PART}(?P<m3>{_M})\b\.?(?:\s(?:of\s)?(?P<y3>{_YEAR})(?!\d))?)",
)
_ISO = re.compile(rf"\b(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)\b")
_YEARS = re.compile(
    rf"(?<![\w.,$€£/-])(?:(?P<part>mid|early|late|anfang|mitte|ende|début|fin)[\s-])?(?P<y>{_YEAR})(?![\w/]|[.,]\d|-\d)",
)
_ON_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>last|next|this|letzten|nächsten|kommenden)\s)?(?P<w>{_W})s?\b(?P<after>\s(?:dernier|prochain))?"
)
_RELATIVE_DAYS = (
    ("yesterday|gestern|hier", -1, -1),
    ("today|tonight|this (?:morning|afternoon|evening)|heute|aujourd['’]hui", 0, 0),
    (r"(?:tomorrow|morgen|demain)\b(?!\s(?:früh|abend))", 1, 1),
    ("(?:over |at )?the weekend|this (?:past )?weekend|last weekend|am wochenende|ce week-end", -4, 2),
    ("earlier this week", -6, -1),
    ("this week|diese woche|cette semaine", -6, 6),
    ("last week|letzte woche|vergangene woche|la semaine dernière", -13, -1),
    ("next week|nächste woche|la semaine prochaine", 1, 13),
    ("earlier this month", -30, -1),
    ("this month|diesen monat|ce mois-ci", -30, 30),
    ("last month|im letzten monat|vergangenen monat|le mois dernier", -61, -14),
    ("next month|nächsten monat|le mois prochain", 8, 61),
    ("earlier this year", -365, -1),
    ("this year|dieses jahr|cette année", -365, 365),
    ("last year|im letzten jahr|vergangenes jahr|l['’]an(?:née)? derni(?:er|ère)", -730, -31),
    ("next year|nächstes jahr|l['’]an(?:née)? prochaine?", 8, 730),
)
"""(words, first, last): spans of days from that of the article."""
_RELATIVE = tuple((re.compile(rf"\b(?:{words})\b"), low, high) for words, low, high in _RELATIVE_DAYS)
_NEAR = re.compile(rf"\b(?:{'|'.join((_W, *(words for words, _, _ in _RELATIVE_DAYS)))})")
"""What a text has in it that has a weekday or anything of `_RELATIVE`: to look for each of them takes longer."""
_ZONE = r"\s?(?P<zone>gmt|utc|bst|est|edt|pst|pdt|cet|local time|ortszeit|heure locale)?"
_CLOCK = re.compile(
    rf"(?<![\d.:,$€£-])(?:(?P<h1>1[0-2]|0?\d)(?:[:.](?P<n1>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?"
    rf"|(?P<h2>[01]?\d|2[0-3])(?::(?P<n2>[0-5]\d)\b(?!\s?(?:percent|%))|\.(?P<n3>[0-5]\d)(?=\s(?:uhr|gmt|utc|local))|\s?h\s?(?P<n4>[0-5]\d)?\b)(?:\suhr\b)?"
    rf"|(?P<word>noon|midnight|mittag|mitternacht|midi|minuit)\b|(?P<h3>[01]?\d|2[0-3])\suhr\b){_ZONE}",
)
_MAY_TELL_TIME = re.compile(r"\d|noon|midnight|mittag|mitternacht|midi|minuit")
_MAY_NAME_YEAR = re.compile(_YEAR)
_MAY_NAME_MONTH = re.compile(rf"\b(?:{_M})\b")
"""What a text has in it that has one of them: a look for these is quick."""
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|shortly (?:before|after)|just (?:before|after)|gegen|kurz (?:vor|nach)|vers)\s$",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|would|to be|expected|due|set to|plans?|next|could|may|wird|werden|soll(?:en)?|sera|seront|doit)\b", re.I
)
_MAY = re.compile(r"(?:may|mars|march|august|mar|jan|juli|juin)\.?")
"""Words that are a month only beside a day or a year."""


def moments(text: str, language: str, published: date | None) -> tuple[Slot, ...]:
    """The dates and times of a sentence, in order, without overlap: the longer of two that meet."""
    found = sorted(_moments(text, language, published), key=lambda slot: (slot.start, -slot.end))
    kept: list[Slot] = []
    for slot in found:
        if kept and slot.start - kept[-1].end <= 2 and _is_weekday(kept[-1]) and not _is_weekday(slot):
            day = kept.pop()  # "Sunday, 14 December" is one date
            slot = replace(slot, start=day.start, readings=(*slot.readings, day.readings[-1]))
        if not kept or slot.start >= kept[-1].end:
            kept.append(slot)
    return tuple(kept)


def _is_weekday(slot: Slot) -> bool:
    return (
        slot.readings[-1].family == "weekday"
        and slot.readings[0].family in ("weekday", "day")
        and len(slot.readings) <= 3
    )


def dateline(text: str) -> date | None:
    """The full date that an article opens with, for one whose publication date is not known."""
    head = text[:DATELINE]
    if hit := _ISO.search(head):
        return _day(int(hit["y"]), int(hit["m"]), int(hit["d"]))
    match = next((match for match in _CALENDAR.finditer(lowered(head)) if _parts(match)[0] and _parts(match)[2]), None)
    return _day(_parts(match)[2], _parts(match)[1], _parts(match)[0]) if match else None


def _moments(text: str, language: str, published: date | None) -> Iterator[Slot]:
    yield from _times(text, language)
    yield from _dates(text, published)
    yield from _relative(text, published)


def _times(text: str, language: str) -> Iterator[Slot]:
    small = lowered(text)
    for match in _CLOCK.finditer(small) if _MAY_TELL_TIME.search(small) else ():
        if language != "fr" and re.search(r"\dh|\d h", text[match.start() : match.end()]):  # a duration
            continue
        low, high, about = _minutes(match, text)
        yield _slot(text, match.start(), match.end(), [Reading(_clock(match["zone"]), low, high)], about)


def _dates(text: str, published: date | None) -> Iterator[Slot]:
    small = lowered(text)
    for match in _CALENDAR.finditer(small) if _MAY_NAME_MONTH.search(small) else ():
        if readings := _calendar(match, text[match.start() : match.end()], published):
            yield _slot(text, match.start(), match.end(), readings)
    if not _MAY_NAME_YEAR.search(text):
        return
    for match in _ISO.finditer(text):
        if day := _day(int(match["y"]), int(match["m"]), int(match["d"])):
            yield _slot(text, match.start(), match.end(), _spans(day, day, True))
    for match in _YEARS.finditer(small):
        year = int(match["y"])
        low, high = _part_of(date(year, 1, 1), date(year, 12, 31), match["part"] or "")
        readings = [Reading("day", low.toordinal(), high.toordinal()), Reading("year", year, year)]
        yield _slot(text, match.start(), match.end(), readings)


def _relative(text: str, published: date | None) -> Iterator[Slot]:
    small = lowered(text)
    if not _NEAR.search(small):
        return
    for match in _ON_WEEKDAY.finditer(small):
        yield _slot(text, match.start(), match.end(), _weekday(match, text, published))
    for pattern, low, high in _RELATIVE:
        for match in pattern.finditer(small):
            readings = [Reading("offset", low, high)]
            if published:
                start, stop = _within(match[0], low, high, published)
                readings = [*_spans(start, stop, True), *readings]
            yield _slot(text, match.start(), match.end(), readings)


def _slot(text: str, start: int, end: int, readings: list[Reading], hedge: str = "") -> Slot:
    clause = re.split(r"[,;:()–—]\s", text[:start])[-1]
    return Slot(
        start=start,
        end=start + len(text[start:end].rstrip()),
        kind="date",
        readings=tuple(readings),
        value=readings[0].low,
        hedge=hedge,
        possible=bool(_AHEAD.search(clause)),
    )


def _minutes(match: re.Match[str], text: str) -> tuple[float, float, str]:
    """(earliest, latest, hedge) in minutes of the day."""
    if match["word"]:
        value = 720.0 if match["word"] in ("noon", "mittag", "midi") else 0.0
    else:
        hour = int(match["h1"] or match["h2"] or match["h3"])
        minute = int(next((match[name] for name in ("n1", "n2", "n3", "n4") if match[name]), 0))
        if match["half"]:
            hour = hour % 12 + (12 if match["half"] == "p" else 0)
        value = 60.0 * hour + minute
    about = bool(_ABOUT.search(text[: match.start()]))
    return value - _SLACK * about, value + _SLACK * about, "about" if about else ""


def _clock(zone: str | None) -> str:
    """Times of the world's clock and of a place's are not compared."""
    return "clock utc" if zone in ("gmt", "utc") else "clock"


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    """(day or 0, month, year or 0)."""
    month = _MONTH[match["m1"] or match["m2"] or match["m3"]]
    return int(match["d1"] or match["d2"] or 0), month, int(match["y1"] or match["y2"] or match["y3"] or 0)


def _calendar(match: re.Match[str], written: str, published: date | None) -> list[Reading]:
    """What a day or month may be compared as; nothing for a word that only looks like a month."""
    day, month, year = _parts(match)
    if not day and not year and not match["part"] and (not written[:1].isupper() or _MAY.fullmatch(match[0])):
        return []
    exact = bool(year)
    year = year or (_nearest(month, day or 15, published) if published else 2000)
    first = _day(year, month, day or 1)
    last = _day(year, month, day or monthrange(year, month)[1])
    if first is None or last is None:
        return []
    if not day:
        first, last = _part_of(first, last, match["part"] or "")
    return _spans(first, last, exact or published is not None)


def _spans(first: date, last: date, known: bool) -> list[Reading]:
    """A span of days; where the year is not known, of days of a year; a single day also as a weekday."""
    readings = [Reading("day", first.toordinal(), last.toordinal())] if known else []
    if (last - first).days < 62:
        start = 31 * (first.month - 1) + first.day  # the same in a leap year
        readings.append(Reading("day of year", start, start + (last - first).days))
    if first == last and known:
        readings.append(Reading("weekday", first.weekday(), first.weekday()))
    return readings


def _weekday(match: re.Match[str], text: str, published: date | None) -> list[Reading]:
    number = _WEEKDAY[match["w"]]
    plain = Reading("weekday", number, number)
    if published is None:
        return [plain]
    which = f"{match['which'] or ''}{match['after'] or ''}"
    ahead = "next" in which or "nächst" in which or "kommend" in which or "prochain" in which
    ahead = ahead or (not which and bool(_AHEAD.search(re.split(r"[,;:()–—]\s", text[: match.start()])[-1])))
    step = (number - published.weekday()) % 7 if ahead else -((published.weekday() - number) % 7)
    day = published + timedelta(days=step)
    start = 31 * (day.month - 1) + day.day
    return [Reading("day", day.toordinal(), day.toordinal()), Reading("day of year", start, start), plain]


def _within(words: str, low: int, high: int, published: date) -> tuple[date, date]:
    """A relative span, cut to the calendar's month or year where it speaks of one."""
    start, stop = published + timedelta(days=low), published + timedelta(days=high)
    if "month" in words or "monat" in words or "mois" in words:
        first = published.replace(day=1)
        before = (first - timedelta(days=1)).replace(day=1)
        return (before, first - timedelta(days=1)) if high < 0 and low < -31 else (max(start, first), stop)
    if "year" in words or "jahr" in words or re.search(r"\ban", words):
        first = published.replace(month=1, day=1)
        before = first.replace(year=first.year - 1)
        return (before, first - timedelta(days=1)) if high < 0 and low < -366 else (max(start, first), stop)
    return start, stop


def _part_of(first: date, last: date, part: str) -> tuple[date, date]:
    """The early, middle or late part of a span, with a margin."""
    days = (last - first).days
    if part in ("mid", "mitte", "mi"):
        return first + timedelta(days=days // 3), first + timedelta(days=days * 2 // 3)
    if part in ("early", "the beginning of", "the start of", "anfang", "début"):
        return first, first + timedelta(days=days // 2)
    if part in ("late", "the end of", "ende", "fin"):
        return first + timedelta(days=days // 2), last
    return first, last


def _nearest(month: int, day: int, published: date) -> int:
    """The year in which a day is nearest to the publication: around New Year, not always that of the article."""
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda year: (abs((date(year, month, min(day, 28)) - published).days), -year))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
