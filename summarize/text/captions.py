"""Captions without a sign that they are one: English lines that name, or tell in the present tense, what a picture shows.

Owns the telling of such lines from prose by their verbs. Refuses to look at lines in other languages.
"""

from __future__ import annotations

import re

from summarize.text.rules import MONTH, WEEKDAY

_DETERMINER = r"(?:The|A|An|Its|Their|His|Her|the|a|an|its|their|his|her)"
_PROPER = r"(?:[A-Z0-9][\w.&'’/-]*)"
_NOUNS = (
    rf"(?:{_DETERMINER}(?:\s(?!\w+s\b)[\w-]+)?(?:\s(?!\w+(?:ed|s)\b)[\w-]+)(?:\s{_PROPER})*|{_PROPER}(?:\s{_PROPER})*)"
)
_VERBLESS = re.compile(
    rf"{_NOUNS}(?:(?:,?\s(?:of|in|at|on|near|from|off|outside|above|over|between|during|and)\s{_NOUNS})+|(?=\s(?:after|before)\s))"
    rf"(?:,\s{_PROPER}(?:\s{_PROPER})*)?(?:,?\s(?:after|before)\sthe\s(?:[\w.]+,?\s){{0,4}}[a-z]+(?:\sand\s[a-z]+)?)?\.?"
)
"""A name with places and times and nothing that happens: "The intended route of Flight 447."."""
_MANY = re.compile(r"^(?:The|Its|Their|His|Her)\s(?:police|people|public|team|crowd|army|government|crew|staff)\s[a-z]")
"""After a word for many a verb looks like a noun: "The police clash in Kessow."."""
_MOST_WORDS = 12
PAST = frozenset(
    "began became blew broke brought built burst came caught chose cut dealt died drew drove fell felt flew fought found gave "
    "got grew had held hit hurt kept knew laid led left lent lost made met paid put quit ran rang rose said sang sank sat saw "
    "sent set shook shot shrank shut slept slid sold spent spoke split spread stood struck stuck swept swore swung threw told "
    "took tore was went were won wore wrote".split()
)
"""Past tenses that do not end in -ed: after one of these, something happens."""
_POSES = re.compile(
    r"[^\W\d_].{5,240}\b(?:poses?|stands?|walks?|speaks?|attends?|meets?|shakes?|arrives?|gestures?|waves?|looks?|sits?|holds?|"
    r"seen|pictured|listens?|watch(?:es)?|talks?|lands?|leaves?|greets?|address(?:es)?|reviews?|inspects?|smiles?|patrols?|kneels?)\b.{0,240}?"
    rf"(?:,|\bon|\bin)\s(?:{WEEKDAY},?\s)?(?:[A-Z]\w+\s)?(?:{MONTH}\s\d{{1,2}},?|\d{{1,2}}\s{MONTH})\s(?:19|20)\d\d\b[^.!?]{{0,80}}\.?",
    re.IGNORECASE,
)
"""Captions tell in the present tense what was photographed on a day of the past."""
_DATED = re.compile(
    rf"(?:{MONTH}\s\d{{1,2}},|\d{{1,2}}\s{MONTH})\s(?:19|20)\d\d\s(?-i:[A-Z]).{{5,240}}?\b(?:poses?|stands?|walks?|speaks?|attends?|"
    r"shakes?|arrives?|gestures?|waves?|looks?|sits?|holds?|listens?|watch(?:es)?|greets?|address(?:es)?|smiles?)\b.{0,240}",
    re.IGNORECASE,
)
"""The date of a picture, without a comma after it, and what the picture shows."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLANNED = re.compile(
    r"^(?:\S+\s){1,6}(?:meets?|leaves?|arrives?|speaks?|talks?|holds?|attends?|reviews?)\s(?:again\s)?(?:on|in)\s", re.I
)
"""What is planned is told in the present tense too, and little else is told of it: "The council meets on May 4, 2024."."""
_TELLS = re.compile(r"\b(?:said|says|told|was|were|had|has|have|will|would)\b")
_ACTIVE = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bby )(?<!, )\b[a-z]{2,}ed\b(?!\s(?:by|in|at|on|near|from|during|after|and)\b)(?=\s)"
)
"""A form in -ed that is no participle beside its noun: somebody did something."""
_FINITE = re.compile(r"\b(?:said|says|told|was|were|had|has|have|will|would|is|are|can|could|may|might|must|should)\b")


def is_caption(text: str) -> bool:
    """True for a line that names what a picture shows, without a sign that it does."""
    if len(text.split()) <= _MOST_WORDS and _VERBLESS.fullmatch(text) and not _MANY.match(text):
        return not PAST.intersection(text.lower().split())
    return is_posed(text)


def is_posed(text: str) -> bool:
    """True for the sentence of a caption that tells in the present tense what was photographed on a day of the past."""
    if not _YEAR.search(text):
        return False
    if is_dated(text):
        return True
    return bool(_POSES.fullmatch(text)) and not _TELLS.search(text) and not _PLANNED.match(text)


def is_dated(text: str) -> bool:
    """True for a caption that opens with its date, wherever in a paragraph it stands."""
    return bool(_DATED.fullmatch(text)) and not _TELLS.search(text)


def happens(text: str) -> bool:
    """True where something is told: a finite verb of the past or an auxiliary stands in the text."""
    return bool(_FINITE.search(text) or _ACTIVE.search(text)) or not PAST.isdisjoint(text.lower().split())


def acts(text: str) -> bool:
    """True where a verb of the past that does not end in -ed tells what somebody did; "was" and "had" do not."""
    return not (PAST - {"was", "were", "had", "held", "made", "seen"}).isdisjoint(text.lower().split())
