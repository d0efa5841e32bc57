"""What each ingredient of topic finding is worth: `python -m benchmarks topics`; the result is recorded in topics.md.

V-measure and adjusted Rand index against the main topic of each sentence of the labelled events in the shared data folder
(../shared beside this repository, or SUMMARIZE_SHARED): for the whole events, and for halves of five articles drawn at
random, which are steadier. Sentences labelled as page furniture or as "other" are left out.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import summarize.cluster.communities as communities
import summarize.cluster.content_model as content_model
import summarize.judge.subject as features
from summarize import Article
from summarize.encode.representation import represent
from summarize.errors import ModelUnavailable
from summarize.model import Representation
from summarize.text.sentences import segment

SHARED = Path(os.environ.get("SUMMARIZE_SHARED") or Path(__file__).parent.parent.parent / "shared")
HALVES, HALF = 8, 5
LEFT_OUT = ("junk", "other")
Clusters = Callable[[Representation, int], np.ndarray]


@dataclass(frozen=True)
class Case:
    """Some articles of an event, and the gold topic of each sentence; None for one that is not scored."""

    representation: Representation
    gold: list[str | None]


def events() -> list[Path]:
    return sorted(path.parent for path in (SHARED / "data" / "labelled").glob("*/labels.tsv"))


def cases(folder: Path, encoder: str) -> Iterator[Case]:
    """The whole event, then its halves."""
    articles = json.loads((folder / "docs.json").read_text(encoding="utf-8"))
    rows = (line.split("\t") for line in (folder / "labels.tsv").read_text(encoding="utf-8").splitlines())
    topic = {row[0]: row[1].split(",")[0] for row in rows if len(row) == 3 and not row[0].startswith("#")}
    spans: dict[int, list[tuple[int, int, str]]] = {}
    for line in (folder / "sents.tsv").read_text(encoding="utf-8").splitlines():
        key, start, end, _ = line.split("\t", 3)
        spans.setdefault(int(key.split(".")[0]), []).append((int(start), int(end), topic[key]))
    documents = [
        segment(Article.from_text(item["text"], path=str(k), language="en")) for k, item in enumerate(articles)
    ]
    drawn = [sorted(random.Random(k).sample(range(len(documents)), HALF)) for k in range(HALVES)]
    for chosen in (range(len(documents)), *drawn):
        representation, warnings = represent([documents[k] for k in chosen], encoder)
        if warnings:
            raise ModelUnavailable(warnings[0])
        yield Case(
            representation, [_gold(s.start, s.end, spans[int(s.article.path)]) for s in representation.sentences]
        )


def _gold(start: int, end: int, spans: list[tuple[int, int, str]]) -> str | None:
    for left, right, topic in spans:
        shared = min(end, right) - max(start, left)
        if shared > 0 and shared * 2 >= min(end - start, right - left):
            return None if topic in LEFT_OUT else topic
    return None


def score(case: Case, found: np.ndarray) -> tuple[float, float]:
    from sklearn.metrics import adjusted_rand_score, v_measure_score

    kept = [k for k, gold in enumerate(case.gold) if gold is not None]
    gold, mine = [case.gold[k] for k in kept], found[kept]
    return float(v_measure_score(gold, mine)), float(adjusted_rand_score(gold, mine))


def ours(representation: Representation, topics: int) -> np.ndarray:
    return communities.cluster(representation, None, None).topic


def dense(representation: Representation) -> np.ndarray:
    rows = features.with_neighbours(features.features(representation), representation)
    return np.hstack([rows.semantic, rows.lexical.toarray()])


def words_only(representation: Representation) -> np.ndarray:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(stop_words="english").fit_transform([s.text for s in representation.sentences]).toarray()


def vectors(representation: Representation) -> np.ndarray:
    return representation.vectors


def k_means(rows: Callable[[Representation], np.ndarray]) -> Clusters:
    from sklearn.cluster import KMeans

    return lambda some, topics: KMeans(topics, n_init=10, random_state=0).fit_predict(rows(some))


def agglomerative(rows: Callable[[Representation], np.ndarray], linkage: str) -> Clusters:
    from sklearn.cluster import AgglomerativeClustering

    metric = "euclidean" if linkage == "ward" else "cosine"
    return lambda some, topics: AgglomerativeClustering(topics, linkage=linkage, metric=metric).fit_predict(rows(some))


def hdbscan(rows: Callable[[Representation], np.ndarray]) -> Clusters:
    """What it calls noise is a topic of its own here, the kinder reading."""
    from sklearn.cluster import HDBSCAN

    return lambda some, topics: HDBSCAN(min_cluster_size=3, copy=True).fit_predict(rows(some))


@contextmanager
def changed(module: Any, **values: Any) -> Iterator[None]:
    """Constants of a module set to other values for a while."""
    before = {name: getattr(module, name) for name in values}
    for name, value in values.items():
        setattr(module, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(module, name, value)


def _undecoded(representation: Representation, sharp: Any, share: np.ndarray, fixed: np.ndarray) -> np.ndarray:
    return np.unique(share.argmax(axis=1), return_inverse=True)[1]


ABLATION: tuple[tuple[str, Any, dict[str, Any]], ...] = (
    ("as it is", features, {}),
    ("words only", features, {"SEMANTIC_SHARE": 0.0}),
    ("meaning only", features, {"SEMANTIC_SHARE": 1.0}),
    ("share of meaning 0.35", features, {"SEMANTIC_SHARE": 0.35}),
    ("share of meaning 0.55", features, {"SEMANTIC_SHARE": 0.55}),
    ("no whitening", features, {"WHITENING": 1e9}),
    ("names weigh as much as other words", features, {"NAME_WEIGHT": 1.0}),
    ("no neighbouring sentences", features, {"NEIGHBOUR": 0.0, "NEIGHBOUR_ACROSS": 0.0}),
    ("neighbours alike across paragraphs", features, {"NEIGHBOUR_ACROSS": 0.5}),
    ("no pass in reading order", communities, {"decode": _undecoded}),
    ("one Louvain run (k 8, resolution 1)", communities, {"NEAREST": (8,), "RESOLUTIONS": (1.0,), "SEEDS": (0,)}),
    ("κ 15", content_model, {"CONCENTRATION": 15.0}),
    ("κ 40", content_model, {"CONCENTRATION": 40.0}),
)
PEERS: tuple[tuple[str, Callable[[], Clusters]], ...] = (
    ("k-means, TF-IDF", lambda: k_means(words_only)),
    ("k-means, sentence vectors", lambda: k_means(vectors)),
    ("Ward, sentence vectors", lambda: agglomerative(vectors, "ward")),
    ("HDBSCAN, sentence vectors", lambda: hdbscan(vectors)),
    ("k-means, our features", lambda: k_means(dense)),
    ("Ward, our features", lambda: agglomerative(dense, "ward")),
    ("average linkage, our features", lambda: agglomerative(dense, "average")),
    ("HDBSCAN, our features", lambda: hdbscan(dense)),
)


def row(name: str, by_event: list[list[Case]], clusters: Clusters) -> None:
    """Print the means of one design; peers are told how many topics the gold standard has."""
    whole, halves, sizes = [], [], []
    for event in by_event:
        for k, case in enumerate(event):
            found = clusters(case.representation, len({gold for gold in case.gold if gold}))
            (halves if k else whole).append(score(case, found))
            if not k:
                sizes.append(len(np.unique(found)))
    each = " ".join(f"{v:.2f}/{ari:.2f}" for v, ari in whole)
    v, ari = np.mean(whole, axis=0)
    half_v, half_ari = np.mean(halves, axis=0)
    topics = " ".join(map(str, sizes))
    print(f"| {name} | {v:.3f}/{ari:.3f} | {half_v:.3f}/{half_ari:.3f} | {each} | {topics} |", flush=True)


def main() -> None:
    print("## Topics of the labelled events\n")
    if not events():
        print(f"Skipped: no labelled events in {SHARED}.\n")
        return
    names = ", ".join(path.name.partition("-")[0] for path in events())
    print(f"V-measure/ARI; events: {names}; halves: {HALVES} × {HALF} articles of each\n")
    print("| design | events | halves | each event | topics |\n|---|---|---|---|---|")
    standard = [list(cases(folder, "use")) for folder in events()]
    for name, module, values in ABLATION:
        with changed(module, **values):
            row(name, standard, ours)
    for encoder in ("tfidf", "minilm"):
        try:
            row(f"encoder {encoder}", [list(cases(folder, encoder)) for folder in events()], ours)
        except ModelUnavailable as error:
            print(f"| encoder {encoder} | not installed: {error.message} | | | |")
    for name, make in PEERS:
        row(f"{name} (told the number)" if "HDBSCAN" not in name else name, standard, make())


if __name__ == "__main__":
    main()
