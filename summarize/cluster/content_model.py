"""Topics in reading order: a sticky hidden Markov model over each article (content models, Barzilay & Lee 2004).

Owns the last step of clustering. States are topics, the emission of a sentence is von Mises-Fisher around the centroid of a
topic, and a change of topic is likelier across a paragraph border than inside one. A sentence never votes for its own topic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.encode import unit
from summarize.judge import Features

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray, Representation

CONCENTRATION = 25.0
"""κ of the emissions; 15 to 40 are within 0.01 (benchmarks/topics.md)."""
STAY, STAY_ACROSS = 0.9, 0.6
"""How often neighbours share a topic inside a paragraph (0.76 to 0.88 by hand labels) and across a border (0.38 to 0.57)."""
CENTROID_PRIOR = 2.0
"""Sentences by which the centroid of a small topic is distrusted."""
SMALLEST_TOPIC = 3
"""Sentences; a smaller topic joins its nearest."""
_NEVER = 1e6
"""Against a topic that a sentence must not have."""
_ROUNDS = 8
"""Decoding settles in two to five."""


def decode(representation: Representation, sharp: Features, share: Floats, fixed: IntArray) -> IntArray:
    """(sentences,) topics from soft membership (sentences, topics): emissions and best path in turn until they agree.

    `fixed` is the topic that a sentence must have, −1 for a free one; the topics that sentences are fixed to come first.
    """
    held = np.flatnonzero(fixed >= 0)
    topic = np.full(len(share), -1)
    for _ in range(_ROUNDS):
        states = share.shape[1]
        emission = CONCENTRATION * _affinity(sharp, share)
        emission[held] = np.where(np.arange(states) == fixed[held, None], emission[held], -_NEVER)
        found = _best_path(representation, emission)
        if states == topic.max() + 1 and np.array_equal(found, topic):
            break
        topic = _renumbered(found)
        share = np.eye(topic.max() + 1)[topic]
    return topic


def typicality(sharp: Features, topic: IntArray) -> Floats:
    """(sentences,) how clearly each belongs to its topic and no other: its rank in the topic, from 0 to 1 for the clearest.

    Ranked by the cosine with the centroid of its topic less that with the nearest other one.
    """
    affinity = _affinity(sharp, np.eye(topic.max() + 1)[topic])
    every = np.arange(len(topic))
    own = affinity[every, topic]
    affinity[every, topic] = -1.0
    margin = own - affinity.max(axis=1)
    ranks = np.empty(len(topic))
    for number in range(int(topic.max()) + 1):
        members = np.flatnonzero(topic == number)
        ranks[members[np.argsort(margin[members], kind="stable")]] = np.arange(1, len(members) + 1) / len(members)
    return ranks


def merge_small(topic: IntArray, sharp: Features, most: int | None, kept: int = 0) -> IntArray:
    """Topics of fewer than SMALLEST_TOPIC sentences, and those beyond `most`, join the nearest; by first appearance.

    The first `kept` topics stay as they are, and are not counted.
    """
    while True:
        topic = _renumbered(topic)
        size = np.bincount(topic)[kept:]
        if len(size) < 2:
            break
        smallest = int(size.argmin())
        too_many = most is not None and len(size) > most
        if size[smallest] >= SMALLEST_TOPIC and not too_many:
            break
        share = np.eye(kept + len(size))[topic][:, kept:]
        centre, words = unit(share.T @ sharp.semantic), unit((sharp.lexical.T @ share).T)
        likeness = centre @ centre[smallest] + words @ words[smallest]
        likeness[smallest] = -np.inf
        topic[topic == kept + smallest] = kept + likeness.argmax()
    first = np.unique(topic, return_index=True)[1]
    first[:kept] = np.arange(kept) - kept
    return np.argsort(np.argsort(first))[topic].astype(np.int64)


def split_large(topic: IntArray, rows: Features, wanted: int, kept: int = 0) -> IntArray:
    """The largest topic in two, along its principal axis where the parts are tightest, until there are `wanted` or none is
    large enough for two; the first `kept` stay as they are, and are not counted.
    """
    topic = topic.copy()
    while (size := np.bincount(topic))[kept:].size < wanted:
        largest = kept + int(size[kept:].argmax())
        if size[largest] < 2 * SMALLEST_TOPIC:
            break
        members = np.flatnonzero(topic == largest)
        topic[members[_second_half(rows, members)]] = len(size)
    return topic


def _second_half(rows: Features, members: IntArray) -> IntArray:
    """Positions in `members` of the part that is split off: the cut of the sorted projections with the least variance."""
    alike = rows.semantic[members] @ rows.semantic[members].T
    alike = alike + (rows.lexical[members] @ rows.lexical[members].T).toarray()
    centred = alike - alike.mean(axis=0) - alike.mean(axis=1)[:, None] + alike.mean()
    axis = np.linalg.eigh(centred)[1][:, -1]
    axis = np.round(axis * np.sign(axis[np.abs(axis).argmax()]), 5)
    order = np.argsort(-axis, kind="stable")
    cuts = range(SMALLEST_TOPIC, len(members) - SMALLEST_TOPIC + 1)
    ranked = axis[order]
    spread = [ranked[:cut].var() * cut + ranked[cut:].var() * (len(ranked) - cut) for cut in cuts]
    return np.asarray(order[: cuts[int(np.argmin(np.round(spread, 8)))]])


def _affinity(sharp: Features, share: Floats) -> Floats:
    """(sentences, topics) cosine with each topic's centroid, the sentence itself left out, small topics shrunk."""
    centre, words = share.T @ sharp.semantic, (sharp.lexical.T @ share).T
    dot = sharp.semantic @ centre.T + sharp.lexical @ words.T
    own = (sharp.semantic**2).sum(axis=1) + np.asarray(sharp.lexical.multiply(sharp.lexical).sum(axis=1)).ravel()
    own = own[:, None]
    square = (centre**2).sum(axis=1) + (words**2).sum(axis=1) - 2 * share * dot + share**2 * own
    others = np.maximum(share.sum(axis=0) - share, 0)
    trust = np.sqrt(others / (others + CENTROID_PRIOR))
    return np.asarray((dot - share * own) / np.sqrt(np.maximum(square, 1e-6)) * trust)


def _best_path(representation: Representation, emission: Floats) -> IntArray:
    """(sentences,) Viterbi path, each article from a uniform start; a change of topic may go anywhere."""
    n, states = emission.shape
    inside = np.append(False, np.diff(representation.paragraph_of) == 0)
    start = np.append(True, np.diff(representation.article_of) != 0)
    stay = np.where(inside, STAY, STAY_ACROSS)
    move_cost, stay_cost = np.log((1 - stay) / max(1, states - 1)), np.log(stay)
    came_from = np.zeros((n, states), np.int64)
    score = np.zeros(states)
    every = np.arange(states)
    for i in range(n):
        best = score.argmax()
        if start[i]:
            came_from[i], score = best, score[best] + emission[i]
            continue
        moved, stayed = score[best] + move_cost[i], score + stay_cost[i]
        came_from[i] = np.where(stayed >= moved, every, best)
        score = np.maximum(stayed, moved) + emission[i]
    path = np.zeros(n, np.int64)
    path[-1] = score.argmax()
    for i in range(n - 1, 0, -1):
        path[i - 1] = came_from[i, path[i]]
    return path


def _renumbered(topic: np.ndarray) -> IntArray:
    return np.unique(topic, return_inverse=True)[1].astype(np.int64)
