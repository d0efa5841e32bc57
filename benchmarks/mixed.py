"""Several labelled events in one collection: are they kept apart, with all pairs of sentences judged and with the nearest only?

    python -m benchmarks.mixed EVENT... --together 5 --exact 0 --models FOLDER

FOLDER holds the models. Scored are all labelled sentences by V-measure and adjusted Rand index; a topic belongs to its event. The
result stands in topics.md.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.metrics import adjusted_rand_score, v_measure_score

from summarize import Settings
from summarize.judge import MODELS, table
from summarize.model import Article
from summarize.pipeline import run
from training.events import Event, read

LEFT_OUT = ("junk", "other")


def score(events: list[Event], models: Path) -> tuple[float, float, int]:
    """(V-measure, adjusted Rand index, labelled sentences)."""
    articles = [
        replace(document.article, id="", path=f"{number:02d}-{document.article.path}")
        for number, event in enumerate(events)
        for document in event.documents
    ]
    digest = run(articles, Settings(), models=models).digest
    path_of = {source.id: source.path or "" for source in digest.sources}
    topic_at = {(path_of[s.source_id], s.start): topic.id for topic in digest.topics for s in topic.members}
    gold, found = [], []
    for number, event in enumerate(events):
        for sentence, topics in zip(event.rep.sentences, event.topic, strict=True):
            if topics and topics[0] not in LEFT_OUT:
                place = (f"{number:02d}-{_path(sentence.article)}", sentence.start)
                gold.append(f"{number} {topics[0]}")
                found.append(str(topic_at.get(place, place)))
    return v_measure_score(gold, found), adjusted_rand_score(gold, found), len(gold)


def _path(article: Article) -> str:
    return article.path or ""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mixed", description=__doc__)
    parser.add_argument("events", nargs="+", type=Path)
    parser.add_argument("--together", type=int, default=5)
    parser.add_argument("--exact", type=int, default=table.EXACT, help="sentences up to which every pair is judged")
    parser.add_argument("--models", type=Path, default=MODELS)
    asked = parser.parse_args()
    table.EXACT = asked.exact
    events = read(asked.events)
    drawn = np.random.default_rng(3).permutation(len(events)).tolist()
    groups = [drawn[at : at + asked.together] for at in range(0, len(drawn) - asked.together + 1, asked.together)]
    scores = np.array([score([events[number] for number in group], asked.models) for group in groups])
    v, ari, sentences = scores.mean(axis=0)
    print(f"| {len(groups)} of {asked.together} | {sentences:.0f} | {v:.3f} ± {scores[:, 0].std():.3f} / {ari:.3f} |")


if __name__ == "__main__":
    main()
