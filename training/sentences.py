"""Training of the judges of single sentences: alone, worth, filler, junk.

`rows(events)` looks at every labelled sentence once; `fit(rows, events)` gives the four judges; `cross_validated(rows)` gives
those of each fold and what they say of the events they never saw (`training.figures.table` says how good that is).

An event has `name`, `rep` (a Representation), and for each of its sentences `alone`, `worth` (-1 where unknown) and `topic`;
`gold_keys` and `gold_labels` give the labelled sentences that cleaning has set aside already, more examples of junk.

The columns that are sums of weights (pattern, vector) are fitted on other events than the row's own, in training too: otherwise
the trees would trust them too much.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from summarize.judge import networks, trees
from summarize.judge.evidence import AROUND, BASIS, PATTERN, VECTOR, Evidence, around, blended, evidence, with_sums
from summarize.judge.junk import certain
from summarize.judge.linear import BITS, pattern_scores, slots, vector_scores
from summarize.judge.networks import Network
from summarize.judge.reading import reading
from summarize.judge.trees import Forest
from summarize.model import Article, Representation, Sentence
from training.boosting import train
from training.perceptron import Recipe
from training.perceptron import fit as fit_network

RECIPE = Recipe(hidden=(128,), epochs=12, batch=128, dropout=0.5, decay=0.1, noise=0.3)
MEMBERS = 3
DIMENSIONS = 64
"""Of the vectors, for the networks: their principal components."""
_TAILS = (0.5, 99.5)
"""Percentiles at which the columns of a network are clipped."""
FOLDS = 5
INNER = 5
"""Parts of a training set, for the columns that are sums of weights."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a judge is trained for."""

    name: str
    columns: tuple[str, ...] = ()
    """Those it may not look at."""
    pattern: float = 1.0
    """Inverse strength of the regularisation of the pattern model."""
    vector: float = 0.3
    """The same for the vector model."""
    near: bool = False
    """Whether the pattern scores of the neighbours are columns."""
    options: tuple[tuple[str, Any], ...] = ()
    rounds: int = 250
    seeds: tuple[int, ...] = (0,)


_SLOW = (("learning_rate", 0.03), ("feature_fraction", 0.2))
_MANY = ("other_max", "other_mean", "other_second")
TASKS = (
    Task("alone", _MANY, options=_SLOW, rounds=400),
    Task("worth", pattern=1.0, vector=0.1, options=_SLOW, rounds=350),
    Task("filler", pattern=1.0, vector=0.1, options=_SLOW, rounds=350),
    Task("junk", _MANY, pattern=30.0, vector=0.1, near=True, options=(("feature_fraction", 0.3),), rounds=150),
)


@dataclass(frozen=True, slots=True)
class Rows:
    """Every labelled sentence, event after event."""

    found: Evidence
    event: np.ndarray
    """(rows,) number of the event."""
    names: tuple[str, ...]
    """Of the events."""
    targets: dict[str, np.ndarray]
    """task → (rows,) 1, 0 or -1 for unknown."""
    certain: np.ndarray
    """(rows,) True where no judge is needed to call it junk."""
    other: Evidence
    """Labelled sentences as they were labelled, junk that cleaning finds among them: patterns only."""
    other_event: np.ndarray
    other_junk: np.ndarray


def fold_of(names: Sequence[str]) -> np.ndarray:
    """(events,) fold of each, by a hash of its name."""
    order = sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return np.array([order.index(name) % FOLDS for name in names])


def rows(events: Sequence[Any]) -> Rows:
    """All sentences of the events with their columns and targets."""
    found = [evidence(event.rep) for event in events]
    sizes = [len(part) for part in found]
    alone = np.concatenate([event.alone for event in events])
    worth = np.concatenate([event.worth for event in events])
    junk = np.array([(topic[0] == "junk" if topic else -1) for event in events for topic in event.topic], dtype=int)
    known = worth >= 0
    labelled = [_labelled(event) for event in events]
    patterns = [_pattern_only(representation) for representation, _ in labelled]
    return Rows(
        found=_joined(found),
        event=np.repeat(np.arange(len(events)), sizes),
        names=tuple(event.name for event in events),
        targets={
            "alone": alone.astype(int),
            "worth": np.where(known, worth == 2, -1),
            "filler": np.where(known, worth == 0, -1),
            "junk": junk,
        },
        certain=certain(_joined(found)),
        other=_joined(patterns),
        other_event=np.repeat(np.arange(len(events)), [len(part) for part in patterns]),
        other_junk=np.concatenate([junk for _, junk in labelled]),
    )


@dataclass(frozen=True, slots=True)
class Judge:
    """Both models of a judge."""

    forest: Forest
    network: Network


def fit(data: Rows, chosen: np.ndarray | None = None) -> dict[str, Judge]:
    """The judges from the events in `chosen` (all of them)."""
    events = np.arange(len(data.names)) if chosen is None else np.asarray(chosen)
    return {task.name: _fit(task, data, events) for task in TASKS}


def files(judges: dict[str, Judge]) -> dict[str, bytes]:
    """The model files of some judges, by name."""
    found = {f"{name}.npz": trees.dump(judge.forest) for name, judge in judges.items()}
    return {**found, **{f"{name}_network.npz": networks.dump(judge.network) for name, judge in judges.items()}}


def save(models: dict[str, bytes], folder: Path) -> None:
    """Write the model files, and their digests into the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = folder / trees.MANIFEST
    digests = json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
    for name, content in models.items():
        (folder / name).write_bytes(content)
        digests[name] = hashlib.sha256(content).hexdigest()
    manifest.write_text(json.dumps(digests, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def cross_validated(data: Rows) -> tuple[list[dict[str, Judge]], dict[str, np.ndarray]]:
    """The models of each fold, which never saw its events, and what they say of them."""
    folds = fold_of(data.names)
    models = [fit(data, np.flatnonzero(folds != fold)) for fold in range(FOLDS)]
    said = {task.name: np.zeros(len(data.event)) for task in TASKS}
    for fold, fitted in enumerate(models):
        unseen = folds[data.event] == fold
        for task in TASKS:
            said[task.name][unseen] = score(data, fitted[task.name])[unseen]
    return models, said


def score(data: Rows, judge: Judge) -> np.ndarray:
    """(rows,) probability that a judge gives."""
    columns = with_sums(data.found, judge.forest.extra)
    return np.asarray(
        blended(
            judge.forest.scores(trees.table(columns, judge.forest.columns)),
            judge.network.logits(trees.table(columns, judge.network.columns)),
        )
    )


def _fit(task: Task, data: Rows, events: np.ndarray) -> Judge:
    target = data.targets[task.name]
    inside = np.isin(data.event, events) & (target >= 0)
    found = data.found

    def pattern(some: np.ndarray) -> np.ndarray:
        if task.name == "junk":
            chosen = np.flatnonzero(np.isin(data.other_event, some))
            return _pattern_weights(data.other, chosen, data.other_junk, task.pattern)
        return _pattern_weights(found, np.flatnonzero(np.isin(data.event, some) & (target >= 0)), target, task.pattern)

    def vector(some: np.ndarray) -> np.ndarray:
        chosen = np.isin(data.event, some) & (target >= 0)
        return _vector_weights(found.vectors[chosen], target[chosen], task.vector)

    basis = _basis(found.vectors[np.isin(data.event, events)])
    extra = {PATTERN: pattern(events), VECTOR: vector(events), BASIS: basis}
    columns = with_sums(found, extra)
    scores = _outside(pattern, events, data, lambda w: pattern_scores(found.slot, found.owner, len(found), w))
    columns.update(around(scores, found.article_of))
    columns[VECTOR] = _outside(vector, events, data, lambda w: vector_scores(found.vectors, w))
    barred = {*task.columns, *(() if task.near else AROUND)}
    names = sorted(name for name in columns if name not in barred and not name.startswith(BASIS))
    notes = {"judge": task.name, "languages": ["en"], "events": len(events), "sentences": int(inside.sum())}
    forest = train(
        trees.table(columns, names)[inside], target[inside], names, rounds=task.rounds, seeds=task.seeds, notes=notes,
        **dict(task.options),
    )  # fmt: skip
    wide = sorted(name for name in columns if task.near or name not in AROUND)
    network = _network(trees.table(columns, wide)[inside], target[inside], wide, notes)
    return Judge(replace(forest, extra=extra), network)


def _network(rows: np.ndarray, target: np.ndarray, columns: Sequence[str], notes: dict[str, Any]) -> Network:
    least, most = (bound.astype(np.float32) for bound in np.percentile(rows, _TAILS, axis=0))
    clipped = np.clip(rows, least, most)
    mean, spread = clipped.mean(axis=0).astype(np.float32), (clipped.std(axis=0) + 1e-6).astype(np.float32)
    inputs = ((clipped - mean) / spread).astype(np.float32)
    wanted = target.astype(np.float32)[:, None]
    members = tuple(tuple(fit_network(inputs, wanted, np.ones_like(wanted), RECIPE, seed)) for seed in range(MEMBERS))
    return Network(tuple(columns), least, most, mean, spread, members, notes)


def _basis(vectors: np.ndarray) -> np.ndarray:
    """(dimensions, size of a vector) principal components, times ten, each with its greatest entry positive."""
    centred = vectors.astype(np.float64) - vectors.mean(axis=0)
    _, found = np.linalg.eigh(centred.T @ centred)
    rows = found.T[::-1][:DIMENSIONS]
    sign = np.sign(rows[np.arange(len(rows)), np.abs(rows).argmax(axis=1)])
    return np.round(10.0 * rows * sign[:, None], 3).astype(np.float32)


def _outside(
    fitted: Callable[[np.ndarray], np.ndarray],
    events: np.ndarray,
    data: Rows,
    scored: Callable[[np.ndarray], np.ndarray],
) -> np.ndarray:
    """(rows,) scores of the rows of `events`, each by weights from other events than its own part."""
    score = np.zeros(len(data.event))
    for part in range(INNER):
        rows = np.isin(data.event, events[part::INNER])
        score[rows] = scored(fitted(np.delete(events, np.s_[part::INNER])))[rows]
    return score


def _pattern_weights(found: Evidence, chosen: np.ndarray, target: np.ndarray, strength: float) -> np.ndarray:
    count = np.maximum(np.bincount(found.owner, minlength=len(found)), 1)
    value = 1.0 / np.sqrt(count[found.owner])
    matrix = sparse.csr_matrix((value, (found.owner, found.slot)), shape=(len(found), 1 << BITS))[chosen]
    model = LogisticRegression(C=strength, max_iter=300).fit(matrix, target[chosen])
    return np.round(model.coef_[0], 3).astype(np.float16)


def _vector_weights(vectors: np.ndarray, target: np.ndarray, strength: float) -> np.ndarray:
    centred = 10.0 * (vectors - vectors.mean(axis=0))
    model = LogisticRegression(C=strength, max_iter=300).fit(centred, target)
    return np.round(10.0 * model.coef_[0], 3).astype(np.float32)


def _joined(parts: Sequence[Evidence]) -> Evidence:
    sentences = np.cumsum([0, *map(len, parts)])
    articles = np.cumsum([0, *(int(part.article_of.max(initial=-1)) + 1 for part in parts)])
    return Evidence(
        {name: np.concatenate([part.columns[name] for part in parts]) for name in parts[0].columns},
        np.concatenate([part.slot for part in parts]),
        np.concatenate([part.owner + at for part, at in zip(parts, sentences, strict=False)]),
        np.concatenate([part.vectors for part in parts]),
        np.concatenate([part.article_of + at for part, at in zip(parts, articles, strict=False)]),
    )


def _pattern_only(representation: Representation) -> Evidence:
    slot, owner = slots(reading(representation))
    return Evidence({}, slot, owner, representation.vectors, representation.article_of)


def _labelled(event: Any) -> tuple[Representation, np.ndarray]:
    """The sentences as they were labelled, without anything but their text, and whether each is junk."""
    articles = [Article(text=row["text"]) for row in event.docs]
    found, junk = [], []
    for key, (article, start, end, _) in event.gold_keys.items():
        if key in event.gold_labels:
            found.append(Sentence(articles[article], int(key.split(".")[1]), 0, start, end))
            junk.append(event.gold_labels[key][0][0] == "junk")
    number = np.array([int(key.split(".")[0]) for key in event.gold_keys if key in event.gold_labels], dtype=np.int64)
    empty = ((),) * len(found)
    representation = Representation(
        sentences=tuple(found),
        article_of=number,
        paragraph_of=number,
        languages=("en",) * len(found),
        language="en",
        tokens=empty,
        terms=empty,
        vectors=np.zeros((len(found), 0), np.float32),
        space="use",
        encoder=event.rep.encoder,
    )
    return representation, np.array(junk, dtype=int)
