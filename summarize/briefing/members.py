"""The articles of the stories of a store, as far as they are known without their texts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from summarize.briefing.store import Store
from summarize.stories import Outline


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story."""

    key: str
    run: int
    """The run that first read it."""
    outline: Outline


Stories = dict[str, tuple[Member, ...]]
"""The articles of every story, ascending by key; the stories by id."""


def stories_of(store: Store) -> Stories:
    """Every story with its articles."""
    members: defaultdict[str, list[Member]] = defaultdict(list)
    for entry in store.kept():
        if entry.story is not None:
            members[entry.story].append(Member(entry.key, entry.run, Outline.from_bytes(entry.outline)))
    return {name: tuple(members[name]) for name in sorted(members)}


def newest_of(stories: Stories) -> float | None:
    """POSIX seconds of the newest article of all; None where none has a date."""
    dates = (member.outline.published for members in stories.values() for member in members)
    return max((date for date in dates if date is not None), default=None)
