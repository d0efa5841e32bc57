"""What page furniture looks like: bylines, credits, captions, embeds, sharing and newsletter text, dates.

Owns the patterns, and nothing of where in an article they are looked for (`summarize.text.clean`). A pattern is matched against
one stripped line of at most LONGEST characters, which bounds the time that a hostile line can take.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 800
"""Characters. Nothing longer is furniture."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_AGENCY = r"(?:afp|ap|reuters|tass|dpa|epa|efe|ansa|pa|upi|bloomberg|xinhua|getty(?: images)?|shutterstock|wikimedia|handout|file photo)"
_PLACE = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’ -]){2,30}"
_NAME = r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,4}"

_LINE_RULES = tuple(
    (reason, re.compile(pattern, flags))
    for reason, flags, pattern in (
        ("byline", re.I, rf"^(?:written |reported |words )?by:? {_NAME}(?:(?:,| and| for| \||/) ?[^.!?]*)?$"),
        ("byline", re.I, r"^(?:staff (?:writer|reporter)s?|our correspondent|editorial staff)\b[^.!?]{0,60}$"),
        (
            "date",
            re.I,
            rf"^(?:(?:published|updated|posted|last updated|date)\b:?\s*)?(?:on )?(?:{_WEEKDAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?),?\s+(?:19|20)\d\d\b(?:\s*[|,·–-].{{0,40}}|\s+(?:at\s+)?\d.{{0,20}})?$",
        ),
        ("date", re.I, r"^(?:(?:published|updated|posted|date)\b:?\s*)?(?:19|20)\d\d-\d\d-\d\d(?:[T ][\d:.+Z-]+)?$"),
        (
            "date",
            re.I,
            r"^(?:published|updated|posted|last (?:updated|modified))\b(?:\s+(?:on|at))?:?\s[^.!?]{0,60}\d[^.!?]{0,30}$",
        ),
        (
            "date",
            0,
            rf"^[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*){{0,4}},?\s+(?:\d{{1,2}}\s+)?(?i:{_MONTH})\s+(?:\d{{1,2}},\s+)?(?:19|20)\d\d$",
        ),
        (
            "caption",
            re.I,
            r"^\(?(?:file |stock )?(?:photo|image|picture|caption|credit|video|graphic)s?(?: credit| courtesy)?\s*(?::|by\b|/).*",
        ),
        (
            "caption",
            re.I,
            r"^(?:an? |the )?(?:file |aerial )?(?:photo(?:graph)?|map|image|illustration|graphic)\s+(?:of|show(?:s|ing)|indicat(?:es|ing)|depict(?:s|ing)|provided|taken)\b.*",
        ),
        ("caption", 0, r".*\s(?:Photo(?:graph)?|Image|Picture|Credit)s?(?: by)?:\s?[^.!?]{2,60}$"),
        ("caption", re.I, r".*\((?:file )?photo\b[^()]*\)\.?$"),
        ("caption", 0, r".*[\[(][^\[\]()]{2,60}/\s?[^\[\]()]{2,40}[\])][.\s]*$"),
        ("caption", 0, r"^FILE\s[-–—]\s.*"),
        ("caption", 0, r".{0,200}\((?:L|R|C|2nd [LR])\).{0,200}"),
        ("credit", re.I, rf"^[^.!?]{{2,80}}\bvia {_AGENCY}$"),
        ("credit", re.I, rf"^[^.!?]{{0,60}}\s*/\s*{_AGENCY}[^.!?]{{0,30}}$"),
        ("credit", re.I, rf"^[\[(]?(?:{_AGENCY}|©|\(c\)|copyright\b)[^.!?]{{0,60}}[\])]?\.?$"),
        ("credit", re.I, r"^(?:©|\(c\)|copyright\b|all rights reserved).*"),
        ("file name", re.I, r"^\S+\.(?:svg|png|jpe?g|gif|webp|mp4|pdf)$"),
        ("embed", re.I, r".*\bpic\.(?:twitter|x)\.com/.*"),
        ("embed", 0, r".*(?:^|\s)[—–-]\s?.{1,60}\(@\w+\).*"),
        (
            "embed",
            re.I,
            r"^(?:embed(?:ded)?(?: (?:post|tweet|video))?|view this post on .*|(?:advertisement|sponsored|promoted)(?: content)?|story continues below.*)\W*$",
        ),
        (
            "related",
            re.I,
            r"^[\W_]*(?:read more|read also|also read|see also|see more|related(?: (?:article|stor(?:y|ies)|coverage|topics?|links?))?|more on this|more from|further reading|recommended|don['’]t miss|watch|listen|in pictures)\s*[:|>»–—-].*",
        ),
        (
            "related",
            re.I,
            r"^[\W_]*(?:read more|read also|also read|see also|related (?:articles?|stories|coverage|topics?)|more on this story|recommended(?: for you)?|most read|trending(?: now)?)\W*$",
        ),
        (
            "promotion",
            re.I,
            r".*\b(?:sign up (?:for|to)|subscribe (?:to|now|today|for)|join our|get our|download our)\b.*\b(?:newsletters?|e-?mails?|channel|inbox|app|updates?|briefing|alerts?|podcast|subscri\w+)\b.*",
        ),
        (
            "promotion",
            re.I,
            r"^(?:subscribe|sign up|log in|sign in|register|newsletter|donate|support (?:us|our journalism))\b[^.!?]{0,60}[.!]?$",
        ),
        (
            "promotion",
            re.I,
            r"^follow (?:us|@\w+|.{1,40} on (?:twitter|x|facebook|instagram|telegram|linkedin|youtube|google news|whatsapp))\b.*",
        ),
        (
            "sharing",
            re.I,
            r"^[\W_]*(?:share(?: this(?: article| story| post)?| on .{1,30}| via .{1,30})?|tweet|copy link|print(?: this)?(?: page| article)?|e-?mail(?: this)?|facebook|twitter|whatsapp|telegram|linkedin|reddit|save)(?:[\s,|/·•]+(?:share|tweet|print|e-?mail|facebook|twitter|whatsapp|telegram|linkedin|reddit|x|save|copy link))*\W*$",
        ),
        (
            "comments",
            re.I,
            r"^(?:notify of|inline feedbacks?|view all comments|(?:leave|post|write) a (?:comment|reply)|comments?(?: \(\d+\))?|\d+ comments?|join the (?:conversation|discussion).*|label)\W*$",
        ),
        (
            "cookies",
            re.I,
            r".*\b(?:we use cookies|this (?:web)?site uses cookies|cookie (?:policy|settings|preferences)|accept (?:all )?cookies|manage cookies)\b.*",
        ),
        (
            "source address",
            re.I,
            r"^(?:original url|source url|source|url|link|via)?\s*(?::\s*)?(?:https?://|www\.)\S+$",
        ),
        ("source address", re.I, r"^(?:original url|source url|source|sources)\s*:?$"),
        (
            "sign-off",
            re.I,
            r"^[\[(]?(?:additional )?(?:reporting|writing|editing|edited|compiled|translated|written)(?: and (?:writing|editing|reporting))? by\b.*",
        ),
        (
            "correction",
            re.I,
            r"^[\W_]*(?:correction|clarification|editor['’]s note|update)(?:\s*\([^)]*\))?\s*[:–—-].*",
        ),
        ("contact", 0, r"^[*•·–-]?\s*(?:tel\.?:?\s*)?\+?\d[\d\s().-]{6,}\d\b.{0,60}$"),
        ("rule", 0, r"^[\W_]+$"),
    )
)
"""(reason, pattern that the stripped line must match)."""

_DETERMINER = r"(?:The|A|An|Its|Their|His|Her|the|a|an|its|their|his|her)"
_PROPER = r"(?:[A-Z0-9][\w.&'’/-]*)"
_NOUNS = (
    rf"(?:{_DETERMINER}(?:\s(?!\w+s\b)[\w-]+)?(?:\s(?!\w+(?:ed|s)\b)[\w-]+)(?:\s{_PROPER})*|{_PROPER}(?:\s{_PROPER})*)"
)
_VERBLESS = re.compile(
    rf"{_NOUNS}(?:,?\s(?:of|in|at|on|near|from|off|outside|above|over|between|during|and)\s{_NOUNS})+\.?"
)
"""A name with places and times and nothing that happens: "The intended route of Flight 447."."""
_MOST_CAPTION_WORDS = 12
_PAST = frozenset(
    "began became blew broke brought built burst came caught chose cut dealt died drew drove fell felt flew fought found gave "
    "got grew had held hit hurt kept knew laid led left lent lost made met paid put quit ran rang rose said sang sank sat saw "
    "sent set shook shot shrank shut slept slid sold spent spoke split spread stood struck stuck swept swore swung threw told "
    "took tore was went were won wore wrote".split()
)
"""Past tenses that do not end in -ed: after one of these, something happens."""
_POSES = re.compile(
    r"[^\W\d_].{5,240}\b(?:poses?|stands?|walks?|speaks?|attends?|meets?|shakes?|arrives?|gestures?|waves?|looks?|sits?|holds?|"
    r"seen|pictured|listens?|watch(?:es)?|talks?|lands?|leaves?|greets?|address(?:es)?|reviews?|inspects?|smiles?)\b.{0,240}?"
    rf"(?:,|\bon|\bin)\s(?:{_WEEKDAY},?\s)?(?:[A-Z]\w+\s)?(?:{_MONTH}\s\d{{1,2}},?|\d{{1,2}}\s{_MONTH})\s(?:19|20)\d\d\b[^.!?]{{0,80}}\.?",
    re.IGNORECASE,
)
"""Captions tell in the present tense what was photographed on a day of the past."""
_TELLS = re.compile(r"\b(?:said|says|told|was|were|had|has|have|will|would)\b")

_PREFIXES = tuple(
    (reason, re.compile(pattern, flags))
    for reason, flags, pattern in (
        ("date", re.I, r"^\ufeff?\s*(?:date|published|updated):?\s+(?:19|20)\d\d-\d\d-\d\d\s+"),
        ("dateline", 0, rf"^{_PLACE}(?:,\s[^()\n]{{2,30}})?\s\([^()]{{2,40}}\)\s*[—–-]{{1,2}}\s*"),
        ("dateline", 0, rf"^{_PLACE}(?:,\s[\w.]+(?:\s\d{{1,2}})?)?\s[—–]\s+"),
        ("dateline", 0, r"^\([A-Z][\w .]{1,30}\)\s*[—–-]{1,2}\s+"),
        ("file name", re.I, r"^\S+\.(?:svg|png|jpe?g|gif|webp)\s+"),
        ("list mark", 0, r"^(?:[*•·▪‣◦]|[-–—](?=\s)|#{1,6}(?=\s)|>|\d{1,2}[.)](?=\s\D))\s*"),
    )
)
_SUFFIXES = (
    (
        "sign-off",
        re.compile(
            r"(?:(?<!\s)\s+)?[\[(](?:(?:additional )?(?:reporting|writing|editing|edited|compiled) by|with (?:inputs?|files) from)[^()\[\]]*[\])]\.?\s*$",
            re.I,
        ),
    ),
    (
        "related",
        re.compile(r"(?:(?<!\s)\s+)?[\[(]?(?:read more|continue reading)(?:\s*(?:»|…|\.\.\.|>))?[\])]?\s*$", re.I),
    ),
)


def furniture(line: str) -> str | None:
    """The kind of furniture that a stripped line is; None for any other line, and for one longer than LONGEST."""
    if len(line) > LONGEST:
        return None
    return next((reason for reason, pattern in _LINE_RULES if pattern.fullmatch(line)), None)


def is_caption(text: str) -> bool:
    """True for a line that names what a picture shows, without a sign that it does."""
    if len(text.split()) <= _MOST_CAPTION_WORDS and _VERBLESS.fullmatch(text):
        return not _PAST.intersection(text.lower().split())
    return is_posed(text)


def is_posed(text: str) -> bool:
    """True for the sentence of a caption that tells in the present tense what was photographed on a day of the past."""
    return bool(_POSES.fullmatch(text)) and not _TELLS.search(text)


def lead_in(text: str) -> Iterator[tuple[str, int]]:
    """(reason, end) of each thing that stands before the first sentence of a paragraph, such as a dateline."""
    start = 0
    for reason, pattern in _PREFIXES:
        if (match := pattern.match(text[start:])) and match.end():
            start += match.end()
            yield reason, start


def sign_off(text: str) -> Iterator[tuple[str, int]]:
    """(reason, start) of each thing that stands after the last sentence of a paragraph, the last one first."""
    at = max(0, len(text) - LONGEST)
    for reason, pattern in _SUFFIXES:
        if (match := pattern.search(text[at:])) and match[0].strip():
            yield reason, at + match.start()
            text = text[: at + match.start()]
