"""What furniture looks like in any language, and in English: the patterns, each with the second sign that prose needs.

Owns the tables; `summarize.text.furniture` applies them. A pattern is matched against one stripped line of bounded length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_AGENCY = r"(?:afp|ap|reuters|tass|dpa|epa|efe|ansa|pa|upi|bloomberg|xinhua|getty(?: images)?|shutterstock|wikimedia|handout|file photo)"
_WORD = r"[^\W\d_][\w\u0900-\u094f-]{1,20}"
_NAME = r"(?:[A-Z][\w.'’-]*|(?:de|da|di|del|van|von|der|den|el|al|bin|la|le)(?=\s))"
_ONE_SENTENCE = r"(?:[^\"“„«.!?]|(?<=\b(?:ltd|inc|plc|llc))\.|(?<=\bco)\.|(?<=\bcorp)\.)"
"""A character before a mark that is in the same sentence, and in no quotation."""
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,4}}"


class Rule(NamedTuple):
    """A kind of furniture."""

    reason: str
    pattern: re.Pattern[str]
    """What the whole line looks like."""
    second: re.Pattern[str] | None = None
    """What prose must show besides; None where no prose is taken."""
    speaks_against: str = "reports"
    """What makes a line news all the same: "reports" (somebody said it), "acts" (said or done, prose or not), "happens" (any
    finite verb), or nothing, where the signs suffice."""
    some_of: tuple[str, ...] = ()
    """Small letters of which such a line has some, which is quicker to see than the pattern; nothing where that gains little."""


_CAPITALISED = r"[^\W\d_a-z][\w.'’-]*"
_CREDITED_NAMES = rf"{_CAPITALISED}(?:(?:,\s?|\s)(?:and\s)?{_CAPITALISED}){{0,5}},?\s?"
CREDITED = rf"[\[(]{_CREDITED_NAMES}(?:/\s?{_CREDITED_NAMES})+[\])][.\s]*"
"""A photographer and an agency in brackets: "(Ann Low/Coastal Wire)"."""


def _rule(
    reason: str,
    pattern: str,
    second: str | None = None,
    against: str = "reports",
    *,
    case: bool = False,
    some_of: tuple[str, ...] = (),
) -> Rule:
    flags = re.RegexFlag(0) if case else re.IGNORECASE
    return Rule(
        reason, re.compile(pattern, flags), None if second is None else re.compile(second, flags), against, some_of
    )


_OURS = r"\b(?:our|us|now|here|today|free|account|newsletters?|e-?mails?|inbox|comments?|below|to (?:read|continue|comment|save))\b"

NEUTRAL = (
    _rule("date", r"^(?:(?:published|updated|posted|date)\b:?\s*)?(?:19|20)\d\d-\d\d-\d\d(?:[T ][\d:.+Z-]+)?$"),
    _rule("date", rf"^(?:{_WORD},?\s+)?\d{{1,2}}\.?\s+(?:de\s+)?{_WORD}\.?,?\s+(?:de\s+)?(?:19|20)\d\d\.?$", ""),
    _rule("caption", rf".*{CREDITED}", "", "acts", case=True, some_of=("/",)),
    _rule("caption", r".*[\[(][^\[\]()]{2,60}/\s?[^\[\]()]{2,40}[\])][.\s]*$", None, "acts", some_of=("/",)),
    _rule("credit", rf"^[^.!?]{{0,60}}\s*/\s*{_AGENCY}\b[^.!?]{{0,30}}$", some_of=("/",)),
    _rule(
        "credit",
        rf"^[\[(]?(?:{_AGENCY}\b|©|\(c\)\s*(?:19|20)\d\d)[^.!?]{{0,60}}[\])]?\.?$",
        r"^[\[(]?(?:\S+\s*[/,|&©–-]|©|\(c\))",
        "happens",
    ),
    _rule("credit", r"^(?:©|\(c\)\s*(?:19|20)\d\d).*", "", "nothing"),
    _rule("credit", rf"^\([cC]\)\s{_NAMES},?\s(?:19|20)\d\d\b.*", "", "happens", case=True),
    _rule(
        "credit",
        rf"^{_ONE_SENTENCE}{{2,80}}?(?:©|\(c\))\s?(?:19|20)\d\d\b.{{0,120}}",
        "",
        "reports",
        some_of=("©", "(c)"),
    ),
    _rule("file name", r"^\S+\.(?:svg|png|jpe?g|gif|webp|mp4|pdf)$"),
    _rule("embed", r".*\bpic\.(?:twitter|x)\.com/.*", "", "nothing", some_of=("pic.",)),
    _rule(
        "embed",
        r".*(?:^|\s)[—–-]\s?.{1,60}\(@\w+\)\s*(?:$|[^\W\d_]{3,9}\.?\s\d|\d|\S+\.\S+/).*",
        "",
        "nothing",
        case=True,
        some_of=("(@",),
    ),
    _rule(
        "sharing",
        r"^[\W_]*(?:tweet|e-?mail|facebook|twitter|whatsapp|telegram|linkedin|reddit)(?:[\s,|/·•]+(?:tweet|e-?mail|facebook|twitter|whatsapp|telegram|linkedin|reddit|x))*\W*$",
    ),
    _rule("source address", r"^(?:original url|source url|source|url|link|via)?\s*:?\s*(?:https?://|www\.)\S+$"),
    _rule(
        "contact",
        r"^[*•·–-]?\s*(?:tel\.?:?\s*)?\+?\d[\d\s().-]{6,}\d\b.{0,60}$",
        r"^\W*(?:tel|\+)|\b(?:call|phone|fax|tel)\b",
    ),
    _rule("rule", r"^[\W_]+$", "", "nothing"),
)
"""Marks, addresses and names that mean the same everywhere."""

ENGLISH = (
    _rule(
        "byline",
        rf"^(?i:(?:/ ?)?(?:written |reported |words |updated )?by:?) {_NAMES}"
        r"(?:(?:,| and| for| in| \||/) ?(?:[^.!?]|\.(?= and\b))*)?$",
        case=True,
    ),
    _rule("byline", r"^(?:staff (?:writer|reporter)s?|our correspondent|editorial staff)\b[^.!?]{0,60}$"),
    _rule("date", rf"^(?:(?:published|updated|posted|last updated|date)\b:?\s*)?(?:on )?(?:{WEEKDAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?),?\s+(?:19|20)\d\d\b(?:\s*[|,·–-].{{0,40}}|\s+(?:at\s+)?\d.{{0,20}})?$", ""),
    _rule("date", r"^(?:published|updated|posted|last (?:updated|modified))\b(?:\s+(?:on|at))?:?\s[^.!?]{0,60}\d[^.!?]{0,30}$"),
    _rule("date", rf"^[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*){{0,4}},?\s+(?:\d{{1,2}}\s+)?(?i:{MONTH})\s+(?:\d{{1,2}},\s+)?(?:19|20)\d\d$", case=True),
    _rule("caption", r"^\(?(?:file |stock )?(?:photo|image|picture|caption|credit|video|graphic)s?(?: credit| courtesy)?\s*(?::|by\b|/).*", r"^\(?(?:file |stock )?(?:photo|image|picture|caption|credit)s?(?: credit| courtesy)?\s*[:/]|\bby (?-i:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+)\W*$", "happens"),
    _rule("caption", r"^(?:an? |the )?(?:file |aerial )?(?:photo(?:graph)?|map|image|illustration|graphic)\s+(?:of|show(?:s|ing)|indicat(?:es|ing)|depict(?:s|ing)|provided|taken)\b.*", "", "happens"),
    _rule("caption", r".*\s(?:Photo(?:graph)?|Image|Picture|Credit)s?(?: by)?:\s?[^.!?]{2,60}$", "", "acts", case=True, some_of=(":",)),
    _rule("caption", r".*\((?:file )?photo\b[^()]*\)\.?$", "", "acts"),
    _rule("caption", r".*\((?:photo|image|picture)s?(?: credit)?:[^()]{2,60}\)$", None, "nothing", some_of=(":",)),
    _rule("caption", r"^(?:image|media) (?:copyright|source)\s.*", r"\b(?:image|media) caption\b", "nothing"),
    _rule("caption", r"^FILE\s[-–—]\s.*", "", "nothing", case=True),
    _rule("caption", r".{0,200}\((?:L|C|2nd [LR])\).{0,200}|.{0,200}\(R\).{0,200}", r"\((?:L|C|R|2nd [LR])\).*\((?:L|C|R|2nd [LR])\)", "acts", case=True),
    _rule("credit", rf"^[^.!?]{{2,80}}\bvia {_AGENCY}$", some_of=("via ",)),
    _rule("credit", r"^(?:copyright\b(?=\W*(?:by\b|\d|©|\(c\)|$)|.*\brights reserved|.*\bpublished at\b)|all rights reserved).*", "", "nothing"),
    _rule("credit", rf"^(?i:copyright)(?:\s(?:of|the|The|and|&|{_NAME})){{1,8}},?(?:\s(?:19|20)\d\d)?\.?$", "", "happens", case=True),
    _rule("credit", rf"^{_ONE_SENTENCE}{{2,80}}\bcopyright\s(?:19|20)\d\d\b.{{0,120}}", "", "happens", some_of=("copyright",)),
    _rule("credit", rf"^{_ONE_SENTENCE}{{2,80}}[\s,;|–—-]all rights reserved\b.{{0,200}}", "", "reports", some_of=("all rights reserved",)),
    _rule("embed", r"^tweet with a location$"),
    _rule("label", r"^from wikipedia, the free encyclopa?edia$"),
    _rule("embed", r"^(?:embed(?:ded)?(?: (?:post|tweet|video))?|view this post on .*|(?:advertisement|sponsored|promoted)(?: content)?|story continues below.*)\W*$", r"^(?:story continues|view this post)", "nothing"),
    _rule("related", r"^[\W_]*(?:read more|read also|also read|see also|see more|related(?: (?:article|stor(?:y|ies)|coverage|topics?|links?))?|more on this|more from|further reading|recommended|don['’]t miss|watch|listen|in pictures)\s*[:|>»–—-].*", r"^[\W_]*(?:(?:read|see|more|related|further)\b[^:|>»]{0,30}[:|>»]|(?:recommended|don['’]t miss|watch|listen|in pictures)\s*[|>»])", "nothing"),
    _rule("related", r"^[\W_]*(?:read more|read also|also read|see also|related (?:articles?|stories|coverage|topics?)|more on this story|recommended(?: for you)?|most read|trending(?: now)?)\W*$", "", "nothing"),
    _rule("promotion", r".*\b(?:sign up (?:for|to)|subscribe (?:to|now|today|for)|join our|get our|download our)\b.*\b(?:newsletters?|e-?mails?|channel|inbox|app|updates?|briefing|alerts?|podcast|subscri\w+)\b.*", r"(?:^|[.!?:»>]\s)\W*(?:please |to |click here to )?(?:sign up|subscribe|join our|get our|download our)\b|^\W*(?:read more|follow (?:her|him|us|them|me))\b|\bour (?:newsletters?|app|channel|podcast|e-?mails?)\b", some_of=("sign up", "subscribe", "join our", "get our", "download our")),
    _rule("promotion", r"^(?:subscribe|sign up|log in|sign in|register|newsletter|donate|support (?:us|our journalism))\b[^.!?]{0,60}[.!]?$", _OURS),
    _rule("promotion", r"^follow (?:us|@\w+|.{1,40} on (?:twitter|x|facebook|instagram|telegram|linkedin|youtube|google news|whatsapp))\b.*", r"@\w|\bon (?:twitter|x|facebook|instagram|telegram|linkedin|youtube|google news|whatsapp)\b"),
    _rule("sharing", r"^[\W_]*(?:share(?: this(?: article| story| post)?| on .{1,30}| via .{1,30})?|tweet|copy link|print(?: this)?(?: page| article)?|e-?mail(?: this)?|facebook|twitter|whatsapp|telegram|linkedin|reddit|save)(?:[\s,|/·•]+(?:share|tweet|print|e-?mail|facebook|twitter|whatsapp|telegram|linkedin|reddit|x|save|copy link))*\W*$", r"^[\W_]*(?:share|print|e-?mail) this (?:article|story|post|page)"),
    _rule("comments", r"^(?:notify of|inline feedbacks?|view all comments|(?:leave|post|write) a (?:comment|reply)|comments?(?: \(\d+\))?|\d+ comments?|join the (?:conversation|discussion).*|label)\W*$", _OURS),
    _rule("cookies", r".*\b(?:we use cookies|this (?:web)?site uses cookies|cookie (?:policy|settings|preferences)|accept (?:all )?cookies|manage cookies)\b.*", r"^\W*(?:we (?:and our (?:partners|vendors) )?use|(?:this|our) (?:web)?site uses|by (?:continuing|using|browsing|clicking)|(?:accept|manage|reject|change|read|see|view)\b.{0,30}\bcookie|you can (?:accept|manage|change|reject)|to (?:find out|learn|read|manage|change))\b", some_of=("cookie",)),
    _rule("source address", r"^(?:original url|source url|source|sources)\s*:?$"),
    _rule("sign-off", r"^[\[(]?(?:additional )?(?:reporting|writing|editing|edited|compiled|translated|written)(?: and (?:writing|editing|reporting))? by\b.*", r"^[\[(]|;|\bby (?-i:[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|and|in|for|,))+)\W*$", "happens"),
    _rule("correction", r"^[\W_]*(?:correction|clarification|editor['’]s note|update)\s*(?:\([^)]*\))?\s*[:–—-].*", r"^[\W_]*editor['’]s note|\b(?:article|story|version|report|headline|caption|page|post|piece)\b.{0,80}\b(?:corrected|clarified|amended|updated|misspell\w*|misspelled|misspelt|misstated|misidentified|incorrect\w*|wrong\w*|originally|previously|mistaken\w*|stated|gave)\b|\b(?:corrected|clarified|amended|updated)\b.{0,40}\b(?:article|story|version|report|headline)\b|\b(?:an|the) (?:earlier|previous|original) version\b", "nothing"),
)  # fmt: skip
"""Rules whose words are English: for texts in English only."""

REPORTS = re.compile(r"\b(?:said|says|told|according to|announced|warned|accused)\b")
"""Somebody says it."""
