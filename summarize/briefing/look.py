"""What a store knows, for people: its stories, and one story day by day."""

from __future__ import annotations

from collections import defaultdict

from summarize.briefing.document import Line, Story
from summarize.briefing.edition import standings, told
from summarize.briefing.members import newest_of, stories_of
from summarize.briefing.news import lines
from summarize.briefing.rank import Wishes, first
from summarize.briefing.store import Store
from summarize.errors import UnknownName, UsageError

Days = tuple[tuple[str | None, tuple[Line, ...]], ...]
"""(ISO 8601 day, or None where it is not known; what was told of it)."""
_DAY = 10
"""Characters of an ISO 8601 date."""


def catalogue(store: Store) -> tuple[Story, ...]:
    """The stories of a store without their digests, the weightiest first."""
    stories, run = stories_of(store), store.last()
    newest = newest_of(stories)
    ranked = first(standings(stories, run, Wishes(), ""), Wishes(), newest)
    return tuple(told(standing, stories[standing.id], newest, store, run) for standing in ranked)


def history(store: Store, name: str) -> tuple[str, Days]:
    """(headline, what all digests of a story showed, by the day of the article that says it).

    `name` is a story's id, or how it begins. Raises `UnknownName` for none, `UsageError` where several begin so.
    """
    stories = stories_of(store)
    found = [known for known in stories if known.startswith(name)]
    if not found:
        raise UnknownName("story", name, stories)
    if len(found) > 1:
        raise UsageError(f"'{name}' begins {len(found)} stories: {', '.join(found[:5])}", "Give more of the id")
    story = next(story for story in catalogue(store) if story.id == found[0])
    told_on: defaultdict[str | None, dict[str, Line]] = defaultdict(dict)
    digests = store.digests(story.id)
    for _, _, digest in digests:
        for line in lines(digest):
            told_on[line.published[:_DAY] if line.published else None].setdefault(line.text, line)
    headline = digests[-1][2].title if digests else None
    days = sorted(told_on, key=lambda day: (day is None, day or ""))
    return headline.text if headline else story.headline, tuple((day, tuple(told_on[day].values())) for day in days)
