"""Where a sentence does not end although `sentencex` ends one, and where one ends although it does not.

Owns the mending of boundaries: full stops of abbreviations, marks of quotation that were cut off, quotations of several sentences
that were torn. Refuses to find boundaries anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summarize.languages import ABBREVIATIONS, GERSHAYIM, STATES, function_words
from summarize.text.captions import PAST

_NEAR = 200
"""Characters on either side of a boundary that are looked at."""
_PARTY = re.compile(r"\b[A-Z]{1,2}-[A-Z]\.$")
"""A member of Congress: "R-S.C.", "D-N.Y."."""
_INITIAL = re.compile(r"(?:^|\s)(?:[A-Z]\.-?)*[A-Z]\.$")
_REST_OF_STATE = re.compile(r"[A-Z]\.,?(?=\s|$|[,)])")
_CLOCK = re.compile(r"\d\s?[AaPp]\.?[Mm]\.$")
_ZONE = re.compile(r"(?:[A-Z]{2,4}T|UTC|GMT|(?:[A-Z][a-z]+ ){1,2}(?:Standard |Daylight |Summer )?[Tt]ime)\b")
_STATE = re.compile(rf"\b(?:{STATES.replace(' ', '|')})\.$")
_TITLE = re.compile(r"(?:Gov|Sen|Rep|Atty|Sens|Reps|Lt)\.\s|Attorney General\b|State\b")
_NAME_WITH_MARK = re.compile(r"(?:[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][^\W\d_]+|\bYahoo|\ufffd)[?!]$")
"""A name such as "Pourquoi Pas?", when a small letter follows; or a mark that was damaged."""
_ITEM_NUMBER = re.compile(r"(?:^|[.!?:] )[•⁃*-]?\s?\d{1,2}[.)]$")
"""The number of a list's item goes with the item."""
_MARKER = re.compile(r"(?:^|(?<=\s))[•⁃*-]?(\d{1,2}|[a-z])(\.\)|[.)])(?=\s[^\W\d_a-z])")
_DOTTED = re.compile(r"(?<=[a-z]\.)\s(?=\. \. \. [A-Z])")
_AFTER_DOTS = re.compile(r"[a-z]\. \. \. \.$")
"""Dots that leave something out stand before what follows where a full stop stands before them."""
_AFTER_PARENTHESIS = re.compile(r"(?:^|(?<=[.!?] ))\([^()]*[.!?]\)\s+(?=[^\W\d_a-z])")
"""A sentence that stands in parentheses ends with them."""
_AFTER_STATE = re.compile(
    rf"(?<=, )(?:{STATES.replace(' ', '|')})\.\s+(?=(?:The|He|She|It|They|We|In|On|At|But|And|A|An|That|This|His|Her|Their|Earlier|After|"
    r"When|While|Police|Officials)\s)"
)
_UNSPACED_END = re.compile(r"(?<=[\u05d0-\u05ea\u0620-\u064a]{3})[.!?؟۔](?=[\u05d0-\u05ea\u0620-\u064a]{3})")
"""A full stop without the space after it, between two words of Arabic or Hebrew: neither has addresses in its letters."""
_PIPE = re.compile(r"(?<=[\u0900-\u097f])\s?\|(?=\s)")
"""The bar of a keyboard in place of a danda."""
_BARE_SPEECH = re.compile(
    r"(?:[A-Z][\w.'’-]*,?\s){1,7}(?:said|continued|added|asked|wrote|replied|concluded)(?:,\s(?:[\w'’]+\s){0,4}[\w'’]+|"
    r"\s(?:in|on|at|during|via)\s(?:[A-Za-z'’]+\s){0,5}[A-Za-z'’]+)?\."
)
"""Somebody said it, and not what: what is left of a quotation that was cut before its speaker."""
_STUB = re.compile(r"(?:and,?\s)?(?:now,\s)?an?(?:\s(?!\w+(?:ed|s)\b)[a-z-]+){1,3}\.", re.IGNORECASE)
"""A thing that is only named: "A church."."""
_CUT_OFF = re.compile(r"(?:^|\s)([^\W\d_]+)\s?(?:\.\.\.|…)$")
_MAY_END = frozenset(
    "it he she they them him her me you us that this so no not more all out up there here now was were is are".split()
)
"""Words after which a speaker trails off too."""
_OPENS, _CLOSES = "“«„", "”»"
_OPENING = re.compile(r"[\"“„«]\s*$")
_MOST_TORN = 5
"""Sentences of a quotation that are put together."""
_LONGEST_TOGETHER = 40
"""Words of a quotation that is put together: a longer sentence is shown only for want of others."""


def is_false_end(text: str, cut: int, language: str) -> bool:
    """True for a boundary that is none: an abbreviation, an item's number or half of a name stands before it."""
    before, after = text[max(0, cut - _NEAR) : cut].rstrip(), text[cut : cut + _NEAR].lstrip()
    if _ITEM_NUMBER.search(before) or (_AFTER_DOTS.search(before) and after[:1].isupper()):
        return True
    if after[:1].islower() and _NAME_WITH_MARK.search(before):
        return True
    if not before.endswith("."):
        return False
    if after[:1].islower() or _abbreviated(language).search(before):
        return True
    return language == "en" and _is_english_false_end(before, after)


def _is_english_false_end(before: str, after: str) -> bool:
    if _PARTY.search(before) and _REST_OF_STATE.match(after):
        return True
    if _CLOCK.search(before) and _ZONE.match(after):
        return True
    if _STATE.search(before) and _TITLE.match(after):
        return True
    return bool(_INITIAL.search(before) and re.match(r"[A-Z]\.,\s", after))


@cache
def _abbreviated(language: str) -> re.Pattern[str]:
    """Pattern of an abbreviation at the end; one that nothing ends with where a language has none."""
    words = "|".join(map(re.escape, ABBREVIATIONS.get(language, "").split()))
    return re.compile(rf"(?<![\w.])(?:{words})\.$" if words else r"(?!)")


def is_cut_off(text: str, language: str) -> bool:
    """True for a folded sentence that a page breaks off with dots, as teasers are: after a word that asks for another one."""
    match = _CUT_OFF.search(text) if text.endswith(("...", "…")) else None
    return match is not None and match[1].lower() in function_words(language) - _MAY_END


def is_stub(text: str, before: str, language: str) -> bool:
    """True for what tells nothing by itself: after a quotation a speaker alone, and a thing that is only named. English.

    `before` is what stands before it in its article.
    """
    if language != "en":
        return False
    if _BARE_SPEECH.fullmatch(text):
        return before.rstrip()[-1:] in tuple("\"”’'?!")
    return bool(_STUB.fullmatch(text)) and PAST.isdisjoint(text.lower().rstrip(".").split())


def more_ends(text: str, language: str) -> Iterator[int]:
    """Boundaries that `sentencex` overlooks."""
    yield from (match.end() for match in _AFTER_PARENTHESIS.finditer(text))
    yield from (match.end() for match in _DOTTED.finditer(text))
    yield from (match.end() for match in _UNSPACED_END.finditer(text))
    if language == "hi":
        yield from (match.end() for match in _PIPE.finditer(text))
    if language == "en":
        yield from (match.end() for match in _AFTER_STATE.finditer(text))


def mended(text: str, cuts: Sequence[int]) -> list[int]:
    """The boundaries with marks of quotation and numbers of items beside their words; none tears a short quotation."""
    return _untorn(text, _items(text, [_before_mark(text, cut) for cut in cuts]))


def _items(text: str, cuts: list[int]) -> list[int]:
    """The boundaries of a list that opens the text and is counted on, "1. … 2. …" or "a. … b. …", before its numbers."""
    starts, ends = set(), set()
    wanted: str | None = None
    for match in _MARKER.finditer(text):
        if match[1] == (wanted or ("1" if match[1].isdigit() else "a")) or (wanted is None and match.start() == 0):
            starts.add(match.start())
            ends.add(match.end() + 1)
            wanted = str(int(match[1]) + 1) if match[1].isdigit() else chr(ord(match[1]) + 1)
    if len(starts) < 2 or min(starts) > 0:
        return cuts
    return sorted({cut for cut in cuts if cut not in ends and cut + 1 not in ends} | (starts - {0}))


def _before_mark(text: str, cut: int) -> int:
    """The boundary before a mark that opens what follows: `he said. "|We hope` is `he said. |"We hope`."""
    if cut >= len(text):
        return cut
    match = _OPENING.search(text, max(0, cut - 4), cut)
    if not match or not text[: match.start()].endswith((" ", "\t")) or text[match.end() : cut + 1].isspace():
        return cut
    return match.start()


def _untorn(text: str, cuts: list[int]) -> list[int]:
    kept: list[int] = []
    start = at = 0
    while at < len(cuts):
        if _open_marks(text[start : cuts[at]]) > 0:
            at = _closed_at(text, start, cuts, at)
        kept.append(cuts[at])
        start, at = cuts[at], at + 1
    return kept


def _closed_at(text: str, start: int, cuts: list[int], at: int) -> int:
    """The number of the boundary where the quotation that is open before boundary `at` is closed; `at` where it is not near."""
    for last in range(at + 1, min(at + _MOST_TORN, len(cuts))):
        piece = text[start : cuts[last]]
        if len(piece.split()) > _LONGEST_TOGETHER:
            return at
        if _open_marks(piece) == 0:
            return last
    return at


def _open_marks(piece: str) -> int:
    """How many quotations are open at the end of a piece; below 0 where one is closed that was not opened."""
    found = 0
    for match in _MARK.finditer(piece):
        mark = match[0]
        found += 1 if mark in _OPENS else -1 if mark in _CLOSES else _direction(piece, match.start(), found)
    return found


_MARK = re.compile(rf"(?<!\d)(?!{GERSHAYIM})[\"“”„«»]")
"""Marks of quotation; those after a digit are inches, those inside a Hebrew word make an abbreviation."""


def _direction(piece: str, at: int, opened: int) -> int:
    """1 for a straight mark that opens, -1 for one that closes: by what stands before and after it."""
    before, after = piece[at - 1 : at], piece[at + 1 : at + 2]
    if not before or before in " ([—–-":
        return 1 if after.strip() else -1
    return -1 if opened > 0 or not after.strip() else 0
