"""What page furniture looks like: bylines, credits, captions, embeds, sharing and newsletter text, dates.

Owns how the rules are applied, and nothing of where in an article they are looked for (`summarize.text.clean`). A line of prose
that ends like a sentence needs a second sign, and one that tells of something is none. A rule sees one stripped line of at
most LONGEST characters, which bounds the time that a hostile line can take.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarize.languages import FALLBACK, PHRASES
from summarize.text.captions import acts, happens
from summarize.text.rules import CREDITED, ENGLISH, NEUTRAL, REPORTS, Rule

LONGEST = 800
"""Characters. Nothing longer is furniture."""
_FEWEST_PROSE_WORDS = 3
_ENDS_PROSE = re.compile(r"[.!?…。！？।۔]['\"”’»)\]]*(?:\s*[(\[][^()\[\]]{2,80}[)\]])?$")
_PLACE = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’ -]){2,30}"

_PREFIXES = tuple(
    (reason, re.compile(pattern, flags))
    for reason, flags, pattern in (
        ("date", re.I, r"^\ufeff?\s*(?:date|published|updated):?\s+(?:19|20)\d\d-\d\d-\d\d\s+"),
        ("dateline", 0, rf"^{_PLACE}(?:,\s[^()\n]{{2,30}})?\s\([^()]{{2,40}}\)\s*[—–-]{{1,2}}\s*"),
        ("dateline", 0, rf"^{_PLACE}(?:,\s[\w.]+(?:\s\d{{1,2}})?)?\s[—–]\s+"),
        ("dateline", 0, r"^\([A-Z][\w .]{1,30}\)\s*[—–-]{1,2}\s+"),
        ("file name", re.I, r"^\S+\.(?:svg|png|jpe?g|gif|webp)\s+"),
        ("list mark", 0, r"^(?:[*•·▪‣◦]|[-–—](?=\s)|#{1,6}(?=\s)|>|\d{1,2}[.)](?=\s\D))\s*"),
        ("label", 0, r"^(?:UPDATED?|Update|BREAKING(?: NEWS)?|Breaking)(?:\s\([^()]{1,40}\)|\s[–—-]\s[^:]{3,30})?\s*[:–—]\s+(?=[^\W\d_a-z])"),
    )
)  # fmt: skip
_SUFFIXES = (
    (
        "sign-off",
        ("(", "["),
        re.compile(
            r"(?:(?<!\s)\s+)?[\[(](?:(?:additional )?(?:reporting|writing|editing|edited|compiled) by|with (?:inputs?|files) from)[^()\[\]]*[\])]\.?\s*$",
            re.I,
        ),
    ),
    ("credit", ("(", "["), re.compile(rf"(?<=[.!?])\s*{CREDITED}$")),
    (
        "credit",
        ("©", "(c)", "copyright", "all rights reserved"),
        re.compile(
            r"(?<=[.!?\"”’»])\s+(?:(?:copyright\s)?(?:©|\(c\)\s(?=19|20))|copyright\s(?=19|20|by\s|[^.!?]{2,60}\brights reserved)"
            r"|all rights reserved).{0,200}$",
            re.I,
        ),
    ),
    ("credit", ("photo",), re.compile(r"(?<=[.!?])\s*\((?:(?:file|ap|afp|epa)\s)?photo\b[^()]*\)\.?$", re.I)),
    ("credit", (":",), re.compile(r"(?<=[.!?])\s+(?:Photo(?:graph)?|Image|Picture|Credit)s?(?: by)?:\s?[^.!?]{2,60}$")),
    (
        "related",
        ("read more", "continue reading"),
        re.compile(r"(?:(?<!\s)\s+)?[\[(]?(?:read more|continue reading)(?:\s*(?:»|…|\.\.\.|>))?[\])]?\s*$", re.I),
    ),
)
"""(reason, small letters of which a text has some, what stands at its end)."""


def furniture(line: str, language: str = FALLBACK) -> str | None:
    """The kind of furniture that a stripped line in a language is; None for any other line, and for one longer than LONGEST."""
    if len(line) > LONGEST:
        return None
    prose = len(line.split()) >= _FEWEST_PROSE_WORDS and bool(_ENDS_PROSE.search(line))
    small = line.lower()
    rules = (rule for rule in _rules(language) if not rule.some_of or any(sign in small for sign in rule.some_of))
    return next((rule.reason for rule in rules if _fits(rule, line, prose)), None)


def _fits(rule: Rule, line: str, prose: bool) -> bool:
    if not rule.pattern.fullmatch(line) or (rule.speaks_against == "acts" and _is_news(rule, line)):
        return False
    return not prose or bool(rule.second and rule.second.search(line) and not _is_news(rule, line))


def _is_news(rule: Rule, line: str) -> bool:
    if rule.speaks_against == "nothing":
        return False
    return bool(REPORTS.search(line)) or {"acts": acts, "happens": happens}.get(rule.speaks_against, _no)(line)


def _no(_: str) -> bool:
    return False


@cache
def _rules(language: str) -> tuple[Rule, ...]:
    """The rules for texts in a language: those of any language, and its own."""
    if language == "en":
        return (*ENGLISH, *NEUTRAL)
    phrases = PHRASES.get(language, {})
    return (*NEUTRAL, *(_of_phrases(reason, words) for reason, words in phrases.items()))


def _of_phrases(reason: str, phrases: str) -> Rule:
    """A rule from the words that open such a line; a byline goes on with a name, the others with a mark or to the end."""
    words = "|".join(re.escape(phrase) for phrase in phrases.split("|"))
    if reason == "byline":
        name = r"[^\W\d_a-z][\w.'’-]*"
        return Rule(reason, re.compile(rf"^(?i:{words}):? {name}(?:\s{name}){{0,4}}(?:,[^.!?]{{0,60}})?$"))
    if reason in ("caption", "related", "correction"):
        return Rule(
            reason,
            re.compile(rf"^[\W_]*(?:{words})\s*[:|>»/–—-].{{0,{LONGEST}}}", re.I),
            re.compile(r"^[^:|>»/]{1,40}[:|>»/]"),
        )
    return Rule(reason, re.compile(rf"^[\W_]*(?:{words})\b.{{0,{LONGEST}}}", re.I), re.compile(r"^"))


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
    small = text[at:].lower()
    for reason, signs, pattern in _SUFFIXES:
        if any(sign in small for sign in signs) and (match := pattern.search(text[at:])) and match[0].strip():
            yield reason, at + match.start()
            text = text[: at + match.start()]
