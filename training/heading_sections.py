"""Sections to learn headings from: the topics of labelled events as a digest might show them.

An event has `name`, `rep` (a Representation), for each of its sentences `topic` (names, the main one first) and `worth` (-1
where unknown), `headings` (topic → an editor's heading) and `picks` (topic → an editor's sentences). Same event, same sections.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from summarize.heading.evidence import Section

NOISY = 2
"""Noisy digests of an event."""
_KEPT, _FOREIGN = 0.85, (0.05, 0.35)
"""Share of a topic that a noisy section keeps, and how much of others it takes in, as a share of its own."""
_CENTRAL = 6
"""Sentences that the shown ones of a central section are drawn from."""
_STRAY = 0.4
"""How often one of three shown sentences of a noisy section is a stray."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """One digest: sections and the topic of each."""

    variant: str
    sections: tuple[Section, ...]
    topics: tuple[str, ...]


def simulated(event: Any) -> Iterator[Simulated]:
    """The editor's picks, central sentences, and noisy sections of an event."""
    members = {
        topic: [i for i, names in enumerate(event.topic) if names and names[0] == topic] for topic in event.headings
    }
    members = {topic: rows for topic, rows in members.items() if len(rows) > 1}
    picked = {topic: rows for topic, rows in members.items() if event.picks.get(topic)}
    yield _digest("picks", {t: Section(tuple(rows), tuple(event.picks[t])) for t, rows in picked.items()})
    yield _digest("central", _central(event, members))
    for number in range(NOISY):
        yield _digest(f"noisy{number}", _noisy(event, members, number))


def _digest(variant: str, found: dict[str, Section]) -> Simulated:
    return Simulated(variant, tuple(found.values()), tuple(found))


def _random(event: Any, purpose: str) -> np.random.Generator:
    return np.random.default_rng(int(hashlib.sha256(f"{event.name}|{purpose}".encode()).hexdigest()[:8], 16))


def _worthy(event: Any, rows: Sequence[int]) -> list[int]:
    return [i for i in rows if event.worth[i] >= 1] or list(rows)


def _central(event: Any, members: dict[str, list[int]]) -> dict[str, Section]:
    random = _random(event, "central")
    vectors = event.rep.vectors - event.rep.vectors.mean(axis=0)
    vectors = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    found = {}
    for topic, rows in members.items():
        fit = _worthy(event, rows)
        near = np.argsort(-(vectors[fit] @ vectors[rows].mean(axis=0)), kind="stable")[:_CENTRAL]
        size = min(int(random.integers(1, 4)), len(near))
        shown = random.choice([fit[i] for i in near], size, replace=False).tolist()
        found[topic] = Section(tuple(rows), tuple(sorted(shown)))
    return found


def _noisy(event: Any, members: dict[str, list[int]], number: int) -> dict[str, Section]:
    random = _random(event, f"noisy{number}")
    pool = [i for i, names in enumerate(event.topic) if names and names[0] != "junk"]
    found = {}
    for topic, rows in members.items():
        kept = [i for i in rows if random.random() < _KEPT] or rows
        foreign = random.choice(
            pool, min(round(len(kept) * random.uniform(*_FOREIGN)), len(pool)), replace=False
        ).tolist()
        fit = _worthy(event, kept)
        shown = random.choice(fit, min(int(random.integers(1, 4)), len(fit)), replace=False).tolist()
        if len(shown) == 3 and random.random() < _STRAY and foreign:
            shown[-1] = foreign[0]
        found[topic] = Section(tuple(sorted({*kept, *foreign})), tuple(sorted(set(shown))))
    return found
