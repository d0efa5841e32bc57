"""What every form of a briefing tells of a story, in the same words: who, when, how much, and what is new."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarize.briefing.document import Briefing, Changes, Entry, Line, Story
from summarize.model import fold
from summarize.render import count, day, harmless, source_name

UNTITLED = "A story without a headline"
LEAD = 2
"""Sentences of a digest's overview that stand for it."""
MOST_UNREAD = 100
"""Sources without an article that are listed; a crawl can have thousands."""

_MOST_TELLERS = 4
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence that opens a story, and the outlets that state it."""

    text: str
    outlets: tuple[str, ...]
    """Each once, that of the sentence first."""
    language: str
    """ISO 639-1; empty where it is not known."""

    @property
    def tellers(self) -> str:
        """The first few outlets, and how many more: a sentence of an agency can have hundreds."""
        more = len(self.outlets) - _MOST_TELLERS
        return ", ".join(self.outlets[:_MOST_TELLERS]) + (f" +{more}" if more > 0 else "")


def headline(story: Story) -> str:
    """Its headline on one line, or words that say there is none."""
    return harmless(fold(story.headline)) or UNTITLED


def title(briefing: Briefing) -> str:
    """What stands above everything."""
    return f"Briefing of {count(len(briefing.stories), 'story', 'stories')}"


def size(briefing: Briefing) -> str:
    """How many articles, of how many outlets, from when to when."""
    entries = [entry for story in briefing.stories for entry in story.articles]
    outlets = {outlet(entry) for entry in entries}
    told = [count(len(entries), "article"), count(len(outlets), "outlet")] if entries else ["no articles"]
    return " · ".join([*told, *filter(None, [extent(days(entries))])])


def outlet(entry: Entry) -> str:
    """The outlet of an article, or failing that its file or address: never an empty name."""
    return name_of(entry.publisher, entry.path, entry.url, entry.title)


def name_of(*names: str | None) -> str:
    """The first that says something."""
    return next((shown for name in names if name and (shown := harmless(fold(name)))), "unnamed")


def outlets(entries: Iterable[Entry]) -> list[tuple[str, int]]:
    """(outlet, its articles), those with most articles first, then by name."""
    counts = Counter(outlet(entry) for entry in entries)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def days(entries: Iterable[Entry]) -> list[str]:
    """The dates of articles, each once, the earliest first."""
    return sorted({day(entry.published) for entry in entries} - {""})


def languages(entries: Iterable[Entry]) -> list[str]:
    """The languages of articles, those of most articles first."""
    counts = Counter(entry.language for entry in entries if entry.language)
    return sorted(counts, key=lambda code: (-counts[code], code))


def extent(dates: Sequence[str]) -> str:
    """`2026-05-01`, `2026-05-01 to 2026-05-03`; empty without dates."""
    if not dates:
        return ""
    return dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}"


def when(story: Story) -> str:
    """From the first date of a story to its last; empty without dates."""
    return extent([date for date in (day(story.first_seen), day(story.last_seen)) if date])


def who(story: Story) -> str:
    """How many outlets report it by themselves."""
    return count(story.independent_sources, "outlet")


def meta(story: Story) -> list[str]:
    """How much there is of it, and when."""
    return [who(story), count(len(story.articles), "article"), *filter(None, [when(story)])]


def news(story: Story) -> list[str]:
    """What is new of it, in a word or two each; "new" alone for a new story."""
    changes = story.changes
    told = ["new"] if story.is_new else []
    if not story.is_new and story.new_articles:
        told.append(count(story.new_articles, "new article"))
    if changes.new:
        told.append(count(len(changes.new), "new sentence"))
    if changes.superseded:
        told.append(f"{len(changes.superseded)} superseded")
    if story.is_over:
        told.append("over")
    return told


def lead(story: Story, most: int = LEAD) -> Iterator[Lead]:
    """The sentences that open its digest, with who says so; nothing where there is no digest."""
    if story.digest is None:
        return
    sources = {source.id: source for source in story.digest.sources}
    for sentence in story.digest.overview[:most]:
        told = (sentence, *(one for one in sentence.also_reported_by if one.relation != "partial"))
        names = dict.fromkeys(source_name(sources[quote.source_id]) for quote in told)
        yield Lead(harmless(sentence.text), tuple(names), sources[sentence.source_id].language or "")


def teller(line: Line, *, dated: bool = True) -> str:
    """Who said a sentence and when: `Post, 2026-05-03`; empty where neither is known."""
    told = [name_of(line.publisher) if line.publisher else "", day(line.published) if dated else ""]
    return ", ".join(filter(None, told))


def summary(changes: Changes) -> str:
    """How much has changed, in one line."""
    told = [
        count(len(changes.new), "new sentence") if changes.new else "",
        f"{len(changes.superseded)} superseded" if changes.superseded else "",
        f"{len(changes.gone)} no longer shown" if changes.gone else "",
    ]
    return ", ".join(filter(None, told)) or "nothing new"


def names(stories: Sequence[Story]) -> list[str]:
    """A name for the anchor and the files of each story: its id, of letters, digits, `_` and `-`; no two alike in any case."""
    taken: set[str] = set()
    found = []
    for story in stories:
        stem = _NO_NAME.sub("-", story.id).strip("-")[:_LONGEST_NAME] or "story"
        name, number = stem, 1
        while name.lower() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.lower())
        found.append(name)
    return found
