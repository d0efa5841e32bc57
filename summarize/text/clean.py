"""Which parts of an article are no sentences of it: marked as spans with a reason, never cut out.

Owns the telling of furniture (`summarize.text.furniture`) and headings from prose, and the joining of lines into paragraphs. A
rule looks at one line; losing a fact is worse than keeping a caption, so a line of prose that ends like a sentence needs
strong evidence before it is set aside. Refuses to split sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from summarize.languages import FALLBACK
from summarize.model import Article, Ignored, fold
from summarize.read import FRONT_MATTER
from summarize.text.captions import is_caption
from summarize.text.furniture import LONGEST, furniture, lead_in, sign_off

LONGEST_HEADING = 14
"""Words. A line of its own without a full stop is a heading up to this length and prose above it."""
_WRAP_COLUMNS = range(45, 101)
"""Lengths at which a mail client or a terminal breaks lines."""
_REPEATED_ON = 3
"""Pages of one outlet with the same line, from which on it is furniture."""
_WRAPPED_SHARE = 0.5
"""A text is hard-wrapped when this share of its lines run on into the next line at such a length."""

ENDS_SENTENCE = re.compile(r"(?:[.!?…。！？।۔؟:;]|\.\.\.|(?<=[\u0900-\u097f])\s?\|)['\"”’»)\]*_]*$")
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
            is_prose = len(line.split()) > LONGEST_HEADING or ENDS_SENTENCE.search(line)
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
    broken = sum(len(a.text) in _WRAP_COLUMNS and not ENDS_SENTENCE.search(a.text) for a, _ in pairs)
    return len(pairs) >= 3 and broken >= _WRAPPED_SHARE * len(pairs)


def _runs_on(line: _Line, following: _Line, wrapped: bool) -> bool:
    """True when the next line goes on with the sentence of this one."""
    if (wrapped and not following.after_blank) or line.text.endswith((",", "،", "、")):
        return True
    first = _OPENS_LOWER.match(following.text)
    return bool(first and first[0][-1].islower()) and not ENDS_SENTENCE.search(line.text)


def _reason(
    line: _Line, previous: _Line | None, following: _Line | None, article: Article, wrapped: bool
) -> str | None:
    """Why a line is no part of a paragraph; None when it is."""
    if article.title and fold(line.text).lstrip("# ") == article.title:
        return "title"
    if len(line.text) > LONGEST:
        return None
    language = article.language or FALLBACK
    if reason := furniture(line.text, language):
        return reason
    if _is_heading(line, previous, following, wrapped):
        return "heading"
    return "caption" if language == "en" and is_caption(line.text) else None


def _is_heading(line: _Line, previous: _Line | None, following: _Line | None, wrapped: bool) -> bool:
    if re.match(r"#{1,6}\s", line.text):
        return True
    if _words(line.text) > LONGEST_HEADING or ENDS_SENTENCE.search(line.text) or line.text.endswith(","):
        return False
    if previous is not None and _runs_on(previous, line, wrapped):
        return False
    return following is None or not _runs_on(line, following, wrapped)


def _words(text: str) -> int:
    """How many words a line has; three letters of a script without spaces count as one, about its average."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 3


def _trim(text: str, start: int, end: int, ignored: list[Ignored]) -> tuple[int, int]:
    """A paragraph without the dateline before it and the sign-off after it; these are added to `ignored`."""
    at = start
    for reason, stop in lead_in(text[start:end]):
        ignored.append(Ignored(start, at + stop, reason))
        start = at + stop
    at = start
    for reason, stop in sign_off(text[start:end]):
        ignored.append(Ignored(at + stop, end, reason))
        end = at + stop
    return start, end
