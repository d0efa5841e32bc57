"""What the first lines of a plain text say about it: front matter, title, byline, date, outlet, source address.

Owns the reading of those lines as metadata. They stay in the text; `summarize.text.clean` sets them aside.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from summarize.languages import detect
from summarize.model import fold
from summarize.read.dates import iso_date
from summarize.read.known import host, people

_Dates = Callable[[str], str | None]

FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)

_HEAD_LINES = 8
"""Bylines, outlets and date lines stand among the first lines that are not blank."""
_LONGEST_LINE = 2_500
"""Characters of a line that are looked at: no byline and hardly an address is longer."""
_LONGEST_MATTER = 20_000
"""Characters of front matter that are parsed."""
_LONGEST_TITLE = 25
"""Words; a first line that is longer is body text."""
_LONGEST_LABEL = 14
"""Words; a date or an outlet stands in a line no longer than this."""
_BYLINE = re.compile(
    r"^(?:(?:written |reported )?by:?|von|par|por|di|door|(?:text|words|story|report):)\s+"
    r"((?!for\b|in\b)[^\W\d_][\w.'’-]*(?:\s+(?:&\s+)?(?!for\b|in\b)[^\W\d_][\w.'’-]*){0,8}?)(?:\s+in\s+[^,|]*|\s*[,|/]\s*(.*)|\s+for\s+(.*))?$",
    re.IGNORECASE,
)
_MONTH = r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f]){1,14}"
_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|[ºª])?\.?\s+(?:de\s+)?{_MONTH}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    rf"|{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|(?:19|20)\d\d\.\s+{_MONTH}\s+\d{{1,2}}\."
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|\d{1,2}\s+tháng\s+\d{1,2},?\s+(?:năm\s+)?(?:19|20)\d\d"
    r"|(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일])"
    r"(?:T|[,\s]+(?:(?:at|à|um|às|alle|ore|a las|в|о|kl\.?)\s+)?)?(?:\d{1,2}[:h]\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
_DATE_FIRST = re.compile(r"^\W*(?:date|published|updated)\W\s*((?:19|20)\d\d-\d\d-\d\d)\b", re.IGNORECASE)
_URL_LINE = re.compile(r"^(?:original url|source url|url|source):?\s*(https?://\S+)$", re.IGNORECASE)
_BARE_URL = re.compile(r"^https?://\S+$")
_URL_LABEL = re.compile(r"^(?:original url|source url|source|url):?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。:;,]['\"”’»)\]]*$")
_ENDS_PROSE = re.compile(r"(?<![ap]\.m)\.$")
"""A full stop, but not that of "9:15 a.m."."""
_ENDS_DATE = re.compile(r".?\s*(?:г|р|г\.|р\.)?\.?$")
"""What may stand after a date at the end of its line: "2024 г.", "május 3."."""
_ROLE = re.compile(r"\b(?:writer|correspondent|reporter|editor|bureau|staff|agencies)\b", re.IGNORECASE)
_OUTLET_WORD = re.compile(
    r"\b(?:times|post|news|herald|tribune|gazette|courier|mail|journal|observer|guardian|telegraph|chronicle|star|voice|today|"
    r"daily|weekly|monthly|press|agency|radio|television|tv|wire|review|standard|independent|record|express|mirror|globe|"
    r"bulletin|dispatch|examiner|sentinel|monitor|register|echo|ledger|broadcasting|magazine|media|report|"
    r"zeitung|kurier|presse|tagblatt|nachrichten|anzeiger|rundschau|rundfunk|monde|figaro|libération|parisien|"
    r"diario|periódico|mundo|país|noticias|corriere|repubblica|stampa|giornale|jornal|notícias|gazeta|dziennik|"
    r"новости|газета|известия|правда|вести|dagblad|nieuws|tidning|dagbladet|nyheter)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:the )?(?:afp|agence france-presse|ap|associated press|reuters|tass|dpa|epa|efe|ansa|upi|bloomberg|xinhua|interfax"
    r"|kyodo)",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset("of and the for de la le du des der die das und e y & di el".split())
_DATELINE = re.compile(r"^[^\W\d_a-z][^()\n]{2,40}\s\(([^()]{2,30})\)\s*[—–-]")
_COPYRIGHT = re.compile(
    r"^(?:©|\(c\)|copyright)[\s©]*(?:(?:19|20)\d\d)?(?:\s*[-–]\s*(?:19|20)\d\d)?,?\s+(?:by\s+)?"
    r"([^.,|©\d]{3,40}?)(?:[.,|].*|\s+all rights.*)?$",
    re.IGNORECASE,
)


def metadata(text: str) -> dict[str, Any]:
    """Raw values under the names of `Article`'s fields; front matter counts more than the lines under it."""
    match = FRONT_MATTER.match(text)
    body = text[match.end() :] if match else text
    return {**_from_lines(body), **(_from_front_matter(match[1]) if match else {})}


def _from_front_matter(source: str) -> dict[str, Any]:
    import yaml

    try:
        fields = yaml.safe_load(source) if len(source) <= _LONGEST_MATTER else None
    except Exception:  # front matter costs itself only; the parser lets out more than its own errors
        return {}
    if not isinstance(fields, dict):
        return {}
    lower = {str(key).lower(): value for key, value in fields.items() if value not in (None, "", [])}
    names = {
        "title": ("title",),
        "publisher": ("publisher", "source", "outlet"),
        "authors": ("authors", "author"),
        "published": ("published", "date"),
        "url": ("url", "link"),
        "language": ("language", "lang"),
    }
    found = {field: next((lower[n] for n in known if n in lower), None) for field, known in names.items()}
    for field in ("title", "publisher"):
        if isinstance(found[field], (int, float)):
            found[field] = str(found[field])
    return {field: value for field, value in found.items() if value is not None}


def _from_lines(body: str) -> dict[str, Any]:
    lines = [fold(line[:_LONGEST_LINE]) for line in body.splitlines() if line.strip("\ufeff \t")]
    found = _addresses(lines)
    date = partial(
        _published, dates=partial(iso_date, language=cache(partial(detect, body)), host=host(found.get("url")))
    )
    if lines and _is_title(lines[0], lines[1:2], date):
        found["title"] = lines[0].lstrip("# ")
    for line in lines[1 if "title" in found else 0 : _HEAD_LINES]:
        if match := _BYLINE.match(line):
            names = [*people(match[1]), *people(match[2])]
            found.setdefault("authors", [name for name in names if not (_ROLE.search(name) or _is_outlet(name))])
            found.setdefault("byline", match[3] or match[2])
        elif published := date(line):
            found.setdefault("published", published)
        if "publisher" not in found and (outlet := _outlet(line, date)):
            found["publisher"] = outlet
    byline = found.pop("byline", None)
    if "publisher" not in found and (outlet := _second_hand_outlet(lines, byline, found.get("url"))):
        found["publisher"] = outlet
    return found


def _addresses(lines: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for label, line in zip(["", *lines], lines, strict=False):
        if match := _URL_LINE.match(line):
            found["url"] = match[1]
        elif _BARE_URL.match(line) and (_URL_LABEL.match(label) or line in lines[:_HEAD_LINES]):
            found["url"] = line
    return found


def _is_title(line: str, following: list[str], date: _Dates) -> bool:
    if len(line.split()) > _LONGEST_TITLE or _DATE_FIRST.match(line) or date(line):
        return False
    if _BYLINE.match(line) or _BARE_URL.match(line):
        return False
    # A headline of two sentences ends with a full stop, but then the byline tells it from a paragraph.
    return not _SENTENCE_END.search(line) or any(_BYLINE.match(line) for line in following)


def _published(line: str, dates: _Dates) -> str | None:
    """The date of a line that holds little else."""
    if match := _DATE_FIRST.match(line):
        return match[1]
    match = _DATE.search(line)
    if not match or len(line.split()) > _LONGEST_LABEL:
        return None
    rest = f"{line[: match.start()]} {line[match.end() :]}".split()
    if _ENDS_PROSE.search(line) and (len(rest) > 2 or not _ENDS_DATE.match(line, match.end() - 1)):
        return None
    return dates(match[0].strip(" ,")) if len(rest) <= _LONGEST_LABEL // 2 else None


def _outlet(line: str, date: _Dates) -> str | None:
    """The outlet that a line consists of, alone or beside a date: "Kessow Courier | 9 March 2026"."""
    if len(line.split()) > _LONGEST_LABEL or _BYLINE.match(line) or line.endswith((".", "?", "!", ":")):
        return None
    pieces = [piece.strip() for piece in re.split(r"(?:(?<!\s)\s+)?[|·•]\s*|,\s+|(?<!\s)\s+[–—-]\s+", line)]
    if len(pieces) > 1 and not date(line):
        return None
    return pieces[0] if _is_outlet(pieces[0]) else None


def _is_outlet(name: str) -> bool:
    words = name.split()
    if not 1 < len(words) <= 6 or not all(word[:1].isupper() or word in _SMALL_WORDS for word in words):
        return False
    return bool(_OUTLET_WORD.search(name)) or words[0] == "The"


def _second_hand_outlet(lines: list[str], byline: str | None, url: str | None) -> str | None:
    """The outlet by copyright line, byline or dateline.

    These may name an agency on another outlet's page: where the address of the page is known, they count only if it
    is the agency's own.
    """
    rights = (match[1] for line in lines if (match := _COPYRIGHT.match(line)))
    places = (match[1] for line in lines[: _HEAD_LINES + 2] if (match := _DATELINE.match(line)))
    employer = (name for name in (byline,) if name and (_is_outlet(name) or _AGENCY.fullmatch(name)))
    for name in (*rights, *employer, *places):
        if url is None or _squeezed(name) in _squeezed(host(url) or ""):
            return name.strip()
    return None


def _squeezed(name: str) -> str:
    return re.sub(r"\W|^the ", "", name.lower())
