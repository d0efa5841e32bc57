"""Where the last names of the speakers stand in the articles, with what is written before them.

Owns the search, so that a surname can be told to be one person's or two people's, also where the other one never speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from summarize.speech.model import Place
from summarize.speech.names import NAME_AT_END, Name, name_in, role

_BEFORE = 70
"""Characters before a last name in which a name is looked for."""
_OFFICE = re.compile(r"(?<![\w-])([\w-]{1,40}) (of|for)( the)? (?:[A-Z]\w+ )?$")
_OF_PERSON = re.compile(r"\s?(?:,\swho\b|,\s\d\d,|\s\(\d\d\)|\s\([RD]-?)")
_CAPITALS = re.compile(r"[^\W\d_a-z](?:[\w’'-]*\w)?(?<![’']s)")
_IN_WORDS = "’'-"
_GOES_ON = re.compile(r"\w|-\w")
_ANDS = (" and ", " und ", " et ")
_PAIR = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]+)\s(?:and|und|et)\s$")
_SUFFIXED = re.compile(r",?\s(?:Jr|Sr)\b\.?|\s(?:III|II|IV)\b")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name of a person in an article."""

    name: Name
    place: Place
    """Of the name without titles."""
    opens: bool
    """Whether it opens a sentence or line, where a capital says nothing."""
    follows_article: bool
    """Whether "the" stands before it."""
    in_headline: bool
    """Whether it stands in the first line."""
    beside: str
    """The word before "and" before the name: "Hillary and Bill Clinton"."""
    is_sure: bool
    """Whether what stands beside it is only said of people: a title, an age, "who"."""


@dataclass(frozen=True, slots=True)
class Sightings:
    """All that an event's articles call by some last names."""

    by_last: dict[str, list[Sighting]]
    """Last name → where it stands, in the order of the articles."""
    small: frozenset[str]
    """The words that are written without a capital somewhere."""


def sightings(texts: Sequence[str], languages: Sequence[str], lasts: Iterable[str]) -> Sightings:
    """Where each of some last names stands in some texts."""
    found: dict[str, list[Sighting]] = {last: [] for last in sorted(set(lasts))}
    small: set[str] = set()
    for article, text in enumerate(texts):
        small.update(filter(str.islower, text.split()))
        present = found.keys() & set(_CAPITALS.findall(text))
        for last in sorted(present):
            for start in _places(text, last):
                if one := _at(text, start, start + len(last), article, languages[article]):
                    found[last].append(one)
    return Sightings(found, frozenset(small))


def _places(text: str, word: str) -> Iterator[int]:
    """Where a whole word begins in a text; one with 's is whole."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and (text[at - 1].isalnum() or text[at - 1] in _IN_WORDS)) and not _GOES_ON.match(text, end):
            yield at
        at = text.find(word, end)


def _behind_role(text: str, start: int, language: str) -> bool:
    """Whether the word before a place says what a person is."""
    words = text[max(0, start - _BEFORE // 2) : start].rstrip(" ,").rsplit(None, 1)
    return bool(words) and role(language).fullmatch(words[-1]) is not None


def _at(text: str, start: int, end: int, article: int, language: str) -> Sighting | None:
    """The name that ends with the last name at a place; None where that is part of another name."""
    suffix = _SUFFIXED.match(text, end)
    if suffix is None and re.match(r"\s[A-ZÀ-ÖØ-Þ][a-zß-ÿ]", text[end : end + 3]):
        return None  # "Clinton Foundation"
    low = max(0, start - _BEFORE)
    run = NAME_AT_END.search(text[low:end])
    if run is None:
        return None
    whole = run[0] + (suffix[0].replace(",", "") if suffix else "")
    name = name_in(whole, language)
    if name is None or name.is_body:
        return None
    begins = low + run.start() + name.start
    office = _OFFICE.search(text, max(0, begins - _BEFORE), begins) if len(name.words) > 2 else None
    is_its = office and (office[2] == "of" or office[3] or len(name.words) > 3)  # not "a spokesman for Ann B. Smith"
    if office and is_its and role(language).fullmatch(office[1]) and len(name.words[-2].strip(".")) > 1:
        name = replace(name, words=name.words[-2:])  # "Secretary of State Colin Powell"
        begins = text.rindex(name.words[0], begins, end)
    before, ends = text[max(0, begins - 4) : begins].strip(" "), suffix.end() if suffix else end
    is_pair = text[max(0, begins - 5) : begins].endswith(_ANDS)
    pair = _PAIR.search(text[max(0, begins - _BEFORE) : begins]) if is_pair else None
    is_sure = bool(name.titles) or bool(_OF_PERSON.match(text, ends)) or _behind_role(text, begins, language)
    return Sighting(
        name,
        Place(article, begins, ends),
        not before or before[-1] in ".!?\n“",
        before.lower() == "the",
        "\n" not in text[:begins].lstrip(),
        pair[1] if pair else "",
        is_sure,
    )
