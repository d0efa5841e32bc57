"""Which parts of an article are no sentences of it: marked as spans with a reason, never cut out.

Owns the rules for page furniture (bylines, credits, captions, embeds, sharing and newsletter text, headings, dates) and
the joining of lines into paragraphs. A rule looks at one line; losing a fact is worse than keeping a caption, so a
line of prose that ends like a sentence needs strong evidence before it is set aside. Refuses to split sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from summarize.model import Article, Ignored, fold
from summarize.read import FRONT_MATTER

LONGEST_HEADING = 14
"""Words. A line of its own without a full stop is a heading up to this length and prose above it."""
_LONGEST_FURNITURE = 800
"""Characters. Nothing longer is furniture; it also bounds the time that a hostile line can take."""
_WRAP_COLUMNS = range(45, 101)
"""Lengths at which a mail client or a terminal breaks lines."""
_REPEATED_ON = 3
"""Pages of one outlet with the same line, from which on it is furniture."""
_WRAPPED_SHARE = 0.5
"""A text is hard-wrapped when this share of its lines run on into the next line at such a length."""

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
        ("source address", re.I, r"^(?:original url|source url|source|url|link|via)?\s*:?\s*(?:https?://|www\.)\S+$"),
        ("source address", re.I, r"^(?:original url|source url|source|sources)\s*:?$"),
        (
            "sign-off",
            re.I,
            r"^[\[(]?(?:additional )?(?:reporting|writing|editing|edited|compiled|translated|written)(?: and (?:writing|editing|reporting))? by\b.*",
        ),
        (
            "correction",
            re.I,
            r"^[\W_]*(?:correction|clarification|editor['’]s note|update)\s*(?:\([^)]*\))?\s*[:–—-].*",
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
            r"\s*[\[(](?:(?:additional )?(?:reporting|writing|editing|edited|compiled) by|with (?:inputs?|files) from)[^()\[\]]*[\])]\.?\s*$",
            re.I,
        ),
    ),
    ("related", re.compile(r"\s*[\[(]?(?:read more|continue reading)(?:\s*(?:»|…|\.\.\.|>))?[\])]?\s*$", re.I)),
)

_ENDS_SENTENCE = re.compile(r"(?:[.!?…。！？।۔؟:;]|\.\.\.)['\"”’»)\]*_]*$")
_OPENS_LOWER = re.compile(r"^['\"“‘«(\[]*[^\W\d_]")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
"""Thai, kana and Han."""
_EDGE = "\ufeff\u200b\u200e\u200f\u2060\x00"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is left of a text when furniture is set aside."""

    paragraphs: tuple[tuple[int, int], ...]
    """(start, end) of each paragraph, in order; hard-wrapped lines are joined into one."""
    ignored: tuple[Ignored, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its outer white space."""

    start: int
    end: int
    text: str
    after_blank: bool
    """True when it opens the text or an empty line stands before it."""


def repeated_lines(articles: Sequence[Article]) -> list[frozenset[str]]:
    """For each article the lines, folded, that stand on several pages of its outlet and are no news of this one.

    Prose is left on the first page that has it, since outlets repeat facts as background too.
    """
    pages: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        if article.publisher:
            for line in {fold(line.text) for line in _lines(article.text, 0)}:
                pages[article.publisher, line].append(number)
    found: list[set[str]] = [set() for _ in articles]
    for (_, line), numbers in pages.items():
        if len(numbers) >= _REPEATED_ON:
            is_prose = len(line.split()) > LONGEST_HEADING or _ENDS_SENTENCE.search(line)
            for number in numbers[1 if is_prose else 0 :]:
                found[number].add(line)
    return [frozenset(lines) for lines in found]


def clean(article: Article, repeated: Set[str] = frozenset()) -> Cleaned:
    """The paragraphs of an article and the spans that are none, each with a reason; `repeated` lines are none."""
    text = article.text
    matter = FRONT_MATTER.match(text)
    body_at = matter.end() if matter else 0
    ignored = [Ignored(0, body_at, "front matter")] if matter else []
    lines = list(_lines(text, body_at))
    wrapped = _is_hard_wrapped(lines)
    paragraphs: list[tuple[int, int]] = []
    previous: _Line | None = None
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        reason = _reason(line, previous, following, article, wrapped)
        if reason or (repeated and fold(line.text) in repeated):
            reason = reason or "repeated"
            ignored.append(Ignored(line.start, line.end, reason))
            previous = None
        elif previous is not None and _runs_on(previous, line, wrapped):
            paragraphs[-1] = (paragraphs[-1][0], line.end)
            previous = line
        else:
            paragraphs.append((line.start, line.end))
            previous = line
    trimmed = [_trim(text, start, end, ignored) for start, end in paragraphs]
    ignored.sort(key=lambda span: span.start)
    return Cleaned(tuple(span for span in trimmed if span[0] < span[1]), tuple(ignored))


def _lines(text: str, at: int) -> Iterator[_Line]:
    end = at
    for match in _LINE.finditer(text, at):
        stripped = match[0].strip().strip(_EDGE).strip()
        if not stripped:
            continue
        start = match.start() + match[0].index(stripped)
        gap = text[end : match.start()]
        after_blank = end == at or gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1 or not gap
        yield _Line(start, start + len(stripped), stripped, after_blank)
        end = match.end()


def _is_hard_wrapped(lines: list[_Line]) -> bool:
    """True when most lines are broken at a column, not at the end of a paragraph."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    broken = sum(len(a.text) in _WRAP_COLUMNS and not _ENDS_SENTENCE.search(a.text) for a, _ in pairs)
    return len(pairs) >= 3 and broken >= _WRAPPED_SHARE * len(pairs)


def _runs_on(line: _Line, following: _Line, wrapped: bool) -> bool:
    """True when the next line goes on with the sentence of this one."""
    if wrapped and not following.after_blank:
        return True
    first = _OPENS_LOWER.match(following.text)
    return bool(first and first[0][-1].islower()) and not _ENDS_SENTENCE.search(line.text)


def _reason(
    line: _Line, previous: _Line | None, following: _Line | None, article: Article, wrapped: bool
) -> str | None:
    """Why a line is no part of a paragraph; None when it is."""
    if article.title and fold(line.text).lstrip("# ") == article.title:
        return "title"
    if len(line.text) > _LONGEST_FURNITURE:
        return None
    for reason, pattern in _LINE_RULES:
        if pattern.fullmatch(line.text):
            return reason
    if _is_heading(line, previous, following, wrapped):
        return "heading"
    return "caption" if _is_caption(line.text) else None


def _is_caption(text: str) -> bool:
    """True for a line that names what a picture shows, without a sign that it does."""
    if _words(text) <= _MOST_CAPTION_WORDS and _VERBLESS.fullmatch(text):
        return not _PAST.intersection(text.lower().split())
    return is_posed(text)


def is_posed(text: str) -> bool:
    """True for the sentence of a caption that tells in the present tense what was photographed on a day of the past."""
    return bool(_POSES.fullmatch(text)) and not _TELLS.search(text)


def _is_heading(line: _Line, previous: _Line | None, following: _Line | None, wrapped: bool) -> bool:
    if re.match(r"#{1,6}\s", line.text):
        return True
    if _words(line.text) > LONGEST_HEADING or _ENDS_SENTENCE.search(line.text) or line.text.endswith(","):
        return False
    if previous is not None and _runs_on(previous, line, wrapped):
        return False
    return following is None or not _runs_on(line, following, wrapped)


def _words(text: str) -> int:
    """How many words a line has; three letters of a script without spaces count as one, about its average."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 3


def _trim(text: str, start: int, end: int, ignored: list[Ignored]) -> tuple[int, int]:
    """A paragraph without the dateline before it and the sign-off after it; these are added to `ignored`."""
    for reason, pattern in _PREFIXES:
        if (match := pattern.match(text[start:end])) and match.end():
            ignored.append(Ignored(start, start + match.end(), reason))
            start += match.end()
    for reason, pattern in _SUFFIXES:
        if (match := pattern.search(text[start:end])) and match[0].strip():
            ignored.append(Ignored(start + match.start(), end, reason))
            end = start + match.start()
    return start, end
