"""From clusters to the sections of a digest: their order and their names.

Owns the order: what most sources report first, then the larger topic, then the one that is told earliest.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summarize.label import label_topics
from summarize.model import Document, Representation, Topic
from summarize.represent import main_language
from summarize.stages import Clusterer


def sections(
    representation: Representation, documents: Sequence[Document], clusterer: Clusterer, wanted: int | str
) -> tuple[Topic, ...]:
    """The topics of a collection, ordered and named."""
    found = clusterer(representation, wanted if isinstance(wanted, int) else None)
    clusters = [np.flatnonzero(found.topic == number) for number in range(int(found.topic.max()) + 1)]
    clusters.sort(key=lambda members: _rank(representation, members))
    labels = label_topics(representation, documents, clusters, main_language(representation.languages))
    return tuple(
        Topic(label.text, label.keywords, tuple(members.tolist()), tuple(found.typicality[members].tolist()))
        for label, members in zip(labels, clusters, strict=True)
    )


def _rank(representation: Representation, members: np.ndarray) -> tuple[int, int, int, int]:
    sources = len(np.unique(representation.article_of[members]))
    earliest = min(representation.sentences[number].index for number in members.tolist())
    return -sources, -len(members), earliest, int(members[0])
