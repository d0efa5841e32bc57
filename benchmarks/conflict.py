"""Labelled disagreements: how many are found, by kind, and what is reported beside them, to be read.

    python -m benchmarks.conflict EVENT... [--models FOLDER]

EVENT is a folder with docs.json, sents.tsv and conflicts.tsv. A labelled pair is found when one reported conflict cites both
sentences. What is reported and is no labelled pair is listed with its values: whether it is real, a reader has to say. FOLDER
holds the models of each fold as `python -m training --folds FOLDER` keeps them: all events of the training must then be given,
and each is judged by models that never saw it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from summarize import Article, Digest, Settings
from summarize.judge import MODELS
from summarize.pipeline import run
from training.events import folds


def digest_of(folder: Path, models: Path) -> Digest:
    docs = json.loads((folder / "docs.json").read_text(encoding="utf-8"))
    articles = [Article.from_text(doc["text"], origin=f"{n:03d}") for n, doc in enumerate(docs)]
    return run(articles, Settings(), models=models).digest


def rows(path: Path, cells: int) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split("\t")[:cells] for line in lines if line and not line.startswith("#")]


def cited_keys(folder: Path, digest: Digest) -> list[set[str]]:
    """The labelled sentences that each conflict cites: those that share half of the shorter one with a quotation."""
    spans = {key: (int(key.split(".")[0]), int(start), int(end)) for key, start, end in rows(folder / "sents.tsv", 3)}
    number = {source.id: int(source.path or 0) for source in digest.sources}
    return [
        {
            key
            for value in conflict.values
            for quote in value.citations
            for key, (doc, start, end) in spans.items()
            if doc == number[quote.source_id]
            and 2 * (min(end, quote.end) - max(start, quote.start)) >= min(end - start, quote.end - quote.start)
        }
        for conflict in digest.conflicts
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.conflict", description=__doc__)
    parser.add_argument("events", nargs="+", type=Path)
    parser.add_argument("--models", type=Path)
    asked = parser.parse_args()
    fold_of = folds(folder.name for folder in asked.events)
    found, labelled, reported, matched = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for folder in sorted(asked.events):
        digest = digest_of(folder, asked.models / f"fold{fold_of[folder.name]}" if asked.models else MODELS)
        cited = cited_keys(folder, digest)
        keys = {row[0] for row in rows(folder / "sents.tsv", 1)}
        pairs = [row for row in rows(folder / "conflicts.tsv", 5) if row[0] in keys and row[1] in keys]
        for a, b, kind, *_ in pairs:
            labelled[kind] += 1
            found[kind] += any(a in cites and b in cites for cites in cited)
        for conflict, cites in zip(digest.conflicts, cited, strict=True):
            reported[conflict.kind] += 1
            if any(a in cites and b in cites for a, b, *_ in pairs):
                matched[conflict.kind] += 1
            else:
                print(f"{folder.name}: {conflict.kind}: {' / '.join(value.value for value in conflict.values)}")
    print("kind      labelled  found  reported  matching a label")
    for kind in sorted(labelled | reported):
        print(f"{kind:<10}{labelled[kind]:>8}{found[kind]:>7}{reported[kind]:>10}{matched[kind]:>18}")
    print(f"{'all':<10}{labelled.total():>8}{found.total():>7}{reported.total():>10}{matched.total():>18}")


if __name__ == "__main__":
    main()
