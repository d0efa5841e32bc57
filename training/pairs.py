"""The judges of pairs, same fact and same topic, from labelled events.

Owns what a label means for a pair, the folds' predictions and the figures. Four targets share the hidden layers of one
perceptron (facts are rarer than topics, and learn from them); each judge keeps one output of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from summarize.judge import second
from summarize.judge.likeness import likeness
from summarize.judge.networks import Network
from summarize.judge.table import Table, tabulate
from summarize.judge.views import views
from summarize.model import Representation
from training.perceptron import Recipe, fit

RECIPE = Recipe(hidden=(64, 32), epochs=8, batch=512, rate=2e-3, decay=1e-2, dropout=0.1, noise=0.1)
SECOND_RECIPE = Recipe(hidden=(48, 24), epochs=5, batch=512, rate=2e-3, decay=1e-2, dropout=0.1, noise=0.1)
SEEDS = (0, 1)
"""One perceptron each; their logits are averaged."""
TARGETS = ("main fact", "any fact", "main topic", "any topic")
HEADS = {"same_fact": 1, "same_topic": 2}
"""The output that each judge keeps."""
FOLDS = 5


class Labelled(Protocol):
    """An event as it was read, with an editor's labels for every sentence of the representation."""

    name: str
    rep: Representation
    topic: Sequence[Sequence[str]]
    """Topics of each sentence, the main one first; none where unknown."""
    facts: Sequence[Sequence[str]]
    """Facts of each sentence, the main one first."""


@dataclass(frozen=True, slots=True)
class EventRows:
    """The pairs of one event."""

    name: str
    table: Table
    targets: np.ndarray
    """(pairs, TARGETS) 0 or 1."""
    weights: np.ndarray
    """(pairs, TARGETS) 0 where a pair says nothing of a target: furniture, and for topics what fits under no heading."""
    within: np.ndarray
    """(pairs,) whether both stand in one article."""
    event: Any


def rows(events: Iterable[Labelled]) -> list[EventRows]:
    """The tables of some events; their representations need their encoder."""
    return [of_event(event, tabulate(views(event.rep, likeness(event.rep)))) for event in events]


def of_event(event: Labelled, table: Table) -> EventRows:
    """The labels of the pairs of a table. A large event counts by the root of its pairs, or it would speak for all."""
    i, j = table.pairs.first, table.pairs.second
    main_topic = np.array([names[0] if names else "" for names in event.topic])
    main_fact = np.array([names[0] if names else "" for names in event.facts])
    known = ~np.isin(main_topic, ("", "junk"))
    placed = known & (main_topic != "other")
    pairs = list(zip(i.tolist(), j.tolist(), strict=True))
    any_fact = np.array([not set(event.facts[a]).isdisjoint(event.facts[b]) for a, b in pairs], dtype=bool)
    any_topic = np.array([not set(event.topic[a]).isdisjoint(event.topic[b]) for a, b in pairs], dtype=bool)
    same_main = (main_fact[i] == main_fact[j]) & (main_fact[i] != "")
    targets = np.stack([same_main, any_fact, main_topic[i] == main_topic[j], any_topic], axis=1)
    both_known, both_placed = known[i] & known[j], placed[i] & placed[j]
    weights = np.stack([both_known, both_known, both_placed, both_placed], axis=1) / np.sqrt(max(1, both_known.sum()))
    within = event.rep.article_of[i] == event.rep.article_of[j]
    return EventRows(event.name, table, targets.astype(np.float32), weights.astype(np.float32), within, event)


def train(events: Sequence[EventRows], recipe: Recipe = RECIPE, seeds: Sequence[int] = SEEDS) -> dict[str, Network]:
    """Both judges from some events."""
    return _train(events, [event.table.rows for event in events], events[0].table.columns, HEADS, recipe, seeds)


def train_second(
    events: Sequence[EventRows], facts: Sequence[np.ndarray], topics: Sequence[np.ndarray]
) -> dict[str, Network]:
    """The second look at topics, from probabilities of judges that had not seen the events."""
    looks = [
        second.rows(event.table, event.event.rep.article_of, fact, topic)
        for event, fact, topic in zip(events, facts, topics, strict=True)
    ]
    return _train(events, looks, second.COLUMNS, {"same_topic_second": 2}, SECOND_RECIPE, SEEDS)


def _train(
    events: Sequence[EventRows],
    tables: Sequence[np.ndarray],
    columns: Sequence[str],
    heads: dict[str, int],
    recipe: Recipe,
    seeds: Sequence[int],
) -> dict[str, Network]:
    known = [event.weights[:, 0] > 0 for event in events]
    x = np.concatenate([table[chosen] for table, chosen in zip(tables, known, strict=True)])
    y = np.concatenate([event.targets[chosen] for event, chosen in zip(events, known, strict=True)])
    weight = np.concatenate([event.weights[chosen] for event, chosen in zip(events, known, strict=True)])
    least, most = x.min(axis=0), x.max(axis=0)
    mean, spread = x.mean(axis=0, dtype=np.float64), x.std(axis=0, dtype=np.float64) + 1e-6
    scaled = ((x - mean.astype(np.float32)) / spread.astype(np.float32)).astype(np.float32)
    fitted = [fit(scaled, y, (weight / weight.mean()).astype(np.float32), recipe, seed) for seed in seeds]
    scaling = (least, most, mean.astype(np.float32), spread.astype(np.float32))
    return {
        judge: Network(tuple(columns), *scaling, members=tuple(_with_one_output(net, head) for net in fitted), notes={})
        for judge, head in heads.items()
    }


def out_of_fold(
    events: Sequence[EventRows], fold_of: Callable[[str], int], judges: Sequence[dict[str, Network]]
) -> dict[str, list[np.ndarray]]:
    """For each judge the probabilities of every event from the judge that was trained without it."""
    return {
        name: [judges[fold_of(event.name)][name].probabilities(event.table.rows) for event in events] for name in HEADS
    }


def _with_one_output(layers: list[tuple[np.ndarray, np.ndarray]], head: int) -> Any:
    *hidden, (weight, bias) = layers
    return (*hidden, (np.ascontiguousarray(weight[:, head : head + 1]), np.ascontiguousarray(bias[head : head + 1])))
