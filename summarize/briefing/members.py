"""The articles of the stories of a store, as far as they are known without their texts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from summarize.briefing.store import Store
from summarize.stories import Outline

_SOUND, _AHEAD = 0.95, 30 * 86_400.0
"""So many of the dates are right, and none of these is more than so many seconds before the newest right one."""


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
    """POSIX seconds of the newest article; None where none has a date. A few dates far after all others are taken for wrong."""
    dates = sorted(
        date for members in stories.values() for member in members if (date := member.outline.published) is not None
    )
    if not dates:
        return None
    sound = dates[int(_SOUND * (len(dates) - 1))] + _AHEAD
    return max(date for date in dates if date <= sound)
