"""The order in which picks are printed: as an article would tell it, a sentence right after the one that it needs."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from summarize.model import Pick, Representation

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

_DAY = len("2026-03-09")
"""Characters of an ISO 8601 date without its time."""


def reading_order(representation: Representation, picks: Sequence[Pick], leader: IntArray) -> tuple[Pick, ...]:
    """The earlier day first where every article says when it was published; then as an article would tell it."""
    days = {k.sentence: (representation.sentences[k.sentence].article.published or "")[:_DAY] for k in picks}
    dated = all(days.values())

    def place(choice: Pick) -> tuple[str, int, int, int]:
        first = _first(leader, choice.sentence)
        day = days[choice.sentence] if dated else ""
        return day, representation.sentences[first].index, first, choice.sentence

    return tuple(sorted(picks, key=place))


def with_followers(picks: Sequence[Pick], leader: IntArray) -> tuple[Pick, ...]:
    """The picks in the order of choice, each follower right after its leader."""
    rank = {choice.sentence: at for at, choice in enumerate(picks)}
    return tuple(sorted(picks, key=lambda choice: (rank[_first(leader, choice.sentence)], choice.sentence)))


def news_first(picks: Sequence[Pick], opens: Set[int], worth: Floats) -> tuple[Pick, ...]:
    """The picks that open a thought by their worth, the greatest first, each with those that follow it; else as they come."""
    groups: list[list[Pick]] = []
    for choice in picks:
        if choice.sentence in opens or not groups:
            groups.append([])
        groups[-1].append(choice)
    groups.sort(key=lambda group: -worth[group[0].sentence])
    return tuple(choice for group in groups for choice in group)


def _first(leader: IntArray, number: int) -> int:
    """The sentence at the head of the chain that a sentence is in."""
    seen = {number}
    while (before := int(leader[number])) not in seen and before >= 0:
        seen.add(before)
        number = before
    return number
