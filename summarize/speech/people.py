"""Which names are one speaker's, across the articles of an event.

Owns the merging: "Angela Merkel", "Chancellor Merkel" and "Merkel" are one where nobody else in the event could be meant. Two
people with one last name stay apart, and a bare last name then counts only in an article that has named one of them before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summarize.speech.names import Name, plain
from summarize.speech.sightings import Sighting, Sightings

_SHORT = (
    "bill william will", "bob robert rob bobby", "jim james jimmy", "joe joseph", "mike michael", "dick richard rick rich", "tom thomas",
    "dan daniel danny", "dave david", "chris christopher", "matt matthew", "nick nicholas", "tony anthony", "ben benjamin",
    "sam samuel", "ted edward ed", "ken kenneth", "ron ronald", "steve steven stephen", "tim timothy", "jeff jeffrey", "greg gregory",
    "andy andrew", "liz elizabeth", "kate katherine kathy", "sue susan", "pat patrick patricia", "chuck charles", "al albert", "ray raymond",
    "don donald", "jon jonathan", "alex alexander", "zach zachary", "larry lawrence", "jerry gerald", "debbie deborah", "barb barbara",
)  # fmt: skip
_SAME_FIRST = {name: group for group, row in enumerate(_SHORT) for name in row.split()}


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, organisation or country of an event."""

    key: tuple[str, ...]
    """The words, small, of the name that is written most often of those in full, with Jr. and the like."""
    is_person: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """The full names of one person or thing."""

    names: tuple[Name, ...]
    """As often as they stand in the event."""
    keys: frozenset[tuple[str, ...]]
    has_single: bool
    """Whether a last name alone can mean it."""
    identity: Identity
    genders: frozenset[str]
    """Those that titles give it."""

    def has(self, name: Name) -> bool:
        return key_of(name) in self.keys


class People:
    """The people of one event by their last names."""

    def __init__(self, seen: Sightings) -> None:
        self._seen = seen
        self._full = {last: self._groups(rows) for last, rows in seen.by_last.items()}
        self._in_article: dict[tuple[str, int], list[Sighting]] = {}
        for last, rows in seen.by_last.items():
            for row in rows:
                self._in_article.setdefault((last, row.place.article), []).append(row)
        self._by_first: dict[str, list[_Group]] = {}
        for groups in self._full.values():
            for group in groups:
                for first in sorted({name.words[0] for name in group.names} if group.identity.is_person else ()):
                    self._by_first.setdefault(first, []).append(group)

    def of(self, name: Name, article: int, start: int) -> Identity | None:
        """Whose name this is at a place in an article; None where two could be meant, or it is no name."""
        groups = self._full.get(name.last, [])
        if len(name.words) > 1:
            fits = [group for group in groups if group.has(name)]
            fits = fits or [group for group in groups if any(_is_one(name, other) for other in set(group.names))]
            return fits[0].identity if len(fits) == 1 else None
        groups = [group for group in groups if group.has_single]
        if len(groups) > 1:
            groups = self._named_before(name, groups, article, start)
        if len(groups) == 1:
            return None if _at_odds(name, groups[0]) else groups[0].identity
        return None if groups else self._alone(name)

    def _alone(self, name: Name) -> Identity | None:
        """A last name that no article has in full: a first name, a person where a title says so, or a country; no plain word."""
        if called := self._by_first.get(name.last):
            return called[0].identity if len(called) == 1 else None
        rows = self._seen.by_last.get(name.last, [])
        titled = any(row.name.titles for row in rows)
        if not titled and (plain(name.last) in self._seen.small or all(row.opens for row in rows)):
            return None
        return Identity((plain(name.last),), titled)

    def _named_before(self, name: Name, groups: list[_Group], article: int, start: int) -> list[_Group]:
        """The people of one last name who can be meant: the one with the title, or the only one named before in the article."""
        if name.suffix:
            return [group for group in groups if any(one.suffix == name.suffix for one in group.names)]
        if titles := {title for title in name.titles if name.has_role}:
            titled = [group for group in groups if any(titles.intersection(one.titles) for one in group.names)]
            if len(titled) == 1:
                return titled
        rows = [row for row in self._in_article.get((name.last, article), []) if row.place.start < start]
        introduced = [*rows[:1], *[row for row in rows if not row.in_headline][:1]]
        if not any(len(row.name.words) > 1 for row in introduced):
            return groups
        full = [row.name for row in rows if len(row.name.words) > 1]
        pairs = {row.beside for row in rows if row.beside}
        meant = [g for g in groups if any(g.has(one) for one in full) or any(one.words[0] in pairs for one in g.names)]
        return meant if len(meant) == 1 else groups

    def _groups(self, rows: Sequence[Sighting]) -> list[_Group]:
        """The full names of one last name, those of one person together."""
        of: dict[tuple[str, ...], list[Sighting]] = {}
        inside = {key_of(row.name) for row in rows if not row.opens}
        for row in rows:
            key = key_of(row.name)
            if len(row.name.words) > 1 and not (row.opens and key not in inside and key[0] in self._seen.small):
                of.setdefault(key, []).append(row)
        groups: list[list[tuple[str, ...]]] = []
        for key in sorted(of, key=lambda key: (-len(of[key]), key)):
            fits = [
                group
                for group in groups
                if any(_is_one(of[key][0].name, of[other][0].name) for other in group)
                and not any(_are_two(of[key], of[other]) for other in group)
            ]
            if len(fits) == 1:
                fits[0].append(key)
            else:
                groups.append([key])
        alone = any(len(row.name.words) == 1 for row in rows)
        return [self._group([row for key in group for row in of[key]], alone) for group in groups]

    def _group(self, rows: Sequence[Sighting], alone: bool) -> _Group:
        """Some sightings as one; `alone` says whether the last name stands alone somewhere."""
        first, last = plain(rows[0].name.words[0]), plain(rows[0].name.last)
        sure = any(row.is_sure for row in rows)
        likely = first not in self._seen.small and not all(row.follows_article for row in rows)
        names = tuple(row.name for row in rows)
        is_person = sure or (likely and (alone or last not in self._seen.small))
        keys = frozenset(map(key_of, names))
        genders = frozenset(one.gender for one in set(names)) - {""}
        return _Group(
            names,
            keys,
            has_single=sure or likely,
            identity=Identity(key_of(_whole_of(names)), is_person),
            genders=genders,
        )


def _whole_of(group: Sequence[Name]) -> Name:
    """The name that is written most often; of equals the longer one, then the first in the alphabet."""
    counts = Counter(key_of(name) for name in group)
    best = min(counts, key=lambda key: (-counts[key], -len(key), key))
    return next(name for name in group if key_of(name) == best)


@cache
def key_of(name: Name) -> tuple[str, ...]:
    """The words of a name, small, with Jr. and the like: equal for equal names."""
    return (*(plain(word) for word in name.words), *((name.suffix,) if name.suffix else ()))


def _is_one(first: Name, second: Name) -> bool:
    """Whether two names can be one person's: first names alike, middle ones not at odds, one the end of the other."""
    if first.suffix != second.suffix and first.suffix and second.suffix:
        return False
    a, b = [plain(word) for word in first.words], [plain(word) for word in second.words]
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) > 1 and long[-len(short) :] == short:
        return True
    return _first_alike(a[0], b[0]) and not _middles_differ(a[1:-1], b[1:-1])


def _first_alike(a: str, b: str) -> bool:
    if a == b or (a in _SAME_FIRST and _SAME_FIRST.get(a) == _SAME_FIRST.get(b)):
        return True
    return min(len(a), len(b)) == 1 and a[0] == b[0]


def _middles_differ(a: Sequence[str], b: Sequence[str]) -> bool:
    return bool(a and b) and any(x[0] != y[0] for x, y in zip(a, b, strict=False))


def _are_two(some: Sequence[Sighting], others: Sequence[Sighting]) -> bool:
    """Whether a name with Jr. and one without, in one article, are father and son."""
    together = {row.place.article for row in some} & {row.place.article for row in others}
    return bool(some[0].name.suffix) != bool(others[0].name.suffix) and bool(together)


def _at_odds(name: Name, group: _Group) -> bool:
    """Whether a title speaks against the person: Ms for one who is Mr."""
    return bool(name.gender and group.genders and name.gender not in group.genders)
