"""From clusters to the sections of a digest: the named ones, the found ones, and their order.

Named sections come first, in the order they were asked for. The others follow as an editor would print them: the news first,
background last; a query puts first those whose best sentences are nearest to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarize import registry
from summarize.cluster.relevance import NOTHING, relevance
from summarize.judge import Opinions
from summarize.model import Clustering, Representation, Topic
from summarize.settings import Settings

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

FOCUS = 3.0
"""Power of the relevance to its name of a sentence in a section that was asked for: what is beside it is hardly shown."""
_BEST = 3
"""Sentences by which a topic answers a query."""
NEWS = 2.0
"""How much worth counts beside place for the order of the sections. Kendall's tau with an editor's order, mean over the
labelled events: 0.36; place alone 0.33, worth alone 0.33, number of sources 0.28, size 0.09."""


@dataclass(frozen=True, slots=True)
class Sections:
    """The topics in the order they are shown, and a line for each wish that could not be met."""

    topics: tuple[Topic, ...]
    wanted: Floats | None
    """(sentences,) relevance of each to the query, or to the nearest of several; None without one."""
    warnings: tuple[str, ...]


def sections(
    representation: Representation,
    opinions: Opinions,
    settings: Settings,
) -> Sections:
    """The topics of a collection, ordered."""
    wanted = _wanted(representation, settings.queries)
    names = settings.named_topics
    anchors = _anchors(representation, names)
    known = np.unique(anchors[anchors >= 0])
    number = settings.topics if isinstance(settings.topics, int) else None
    fixed = np.where(anchors >= 0, np.searchsorted(known, anchors), -1)
    anchored = fixed if len(known) else None
    found = registry.clusterer(settings.clusterer)(representation, opinions.same_topic, number, anchored)
    clusters = [np.flatnonzero(found.topic == topic) for topic in range(int(found.topic.max()) + 1)]
    named, rest = clusters[: len(known)], clusters[len(known) :]
    rest.sort(key=lambda members: _rank(representation, opinions, members, wanted))
    short = number is not None and not settings.only_topics and len(rest) < number
    warnings = [f"{number} topics were asked for, the articles give {len(rest)}"] if short else []
    warnings += [f"no sentence is about the topic '{name}'" for k, name in enumerate(names) if k not in known]
    topics = _topics(representation, [*named, *rest], found, [names[k] for k in known])
    by_name = {topic.label: topic for topic in topics[: len(named)]}
    first = [by_name.get(name, Topic(name, (), (), ())) for name in names]
    shown = (*first, *(() if settings.only_topics else topics[len(named) :]))
    return Sections(shown, wanted, tuple(warnings))


def _wanted(representation: Representation, queries: Sequence[str]) -> Floats | None:
    """(sentences,) relevance of each to the query that it is nearest to; None where nothing is asked."""
    if not queries:
        return None
    near = [relevance(representation, query, representation.language) for query in queries]
    return np.asarray(np.max(near, axis=0), dtype=np.float64)


def _anchors(representation: Representation, names: Sequence[str]) -> IntArray:
    """(sentences,) the name that each is most about, −1 where it is about none."""
    if not names:
        return np.full(len(representation), -1)
    about = np.stack([relevance(representation, name, representation.language) for name in names])
    return np.where(about.max(axis=0) >= NOTHING, about.argmax(axis=0), -1)


def _topics(
    representation: Representation, clusters: Sequence[IntArray], found: Clustering, names: Sequence[str]
) -> list[Topic]:
    """The topics, of which only those asked for have a label yet; in these a sentence is typical that is about the name."""
    topics = []
    for label, members in zip([*names, *[""] * (len(clusters) - len(names))], clusters, strict=True):
        typical = found.typicality[members]
        if label:
            about = np.clip(relevance(representation, label, representation.language)[members], 0, None)
            typical = (about / max(float(about.max()), 1e-9)) ** FOCUS
        topics.append(Topic(label, (), tuple(members.tolist()), tuple(typical.tolist())))
    return topics


def _rank(
    representation: Representation, opinions: Opinions, members: IntArray, wanted: Floats | None
) -> tuple[float, float, int]:
    """Sorts by what answers the query, then by how far down the articles tell it and how much of it is worth printing."""
    answer = 0.0 if wanted is None else float(np.sort(wanted[members])[-_BEST:].mean())
    index = np.array([representation.sentences[number].index for number in members.tolist()])
    length = np.bincount(representation.article_of)[representation.article_of[members]]
    place = float((index / np.maximum(length, 1)).mean())
    return -answer, round(place - NEWS * float(opinions.belongs[members].mean()), 6), int(members[0])
