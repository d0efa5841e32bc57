"""Labelled disagreements: how many are found, by kind, and what is reported beside them, to be read.

    python -m benchmarks.conflict EVENT...

EVENT is a folder with docs.json, sents.tsv and conflicts.tsv. A labelled pair is found when one reported conflict cites both
sentences. What is reported and is no labelled pair is listed with its values: whether it is real, a reader has to say.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from summarize import Article, Digest, summarize


def digest_of(folder: Path) -> Digest:
    docs = json.loads((folder / "docs.json").read_text(encoding="utf-8"))
    return summarize(Article.from_text(doc["text"], origin=f"{n:03d}") for n, doc in enumerate(docs))


def rows(path: Path, cells: int) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split("\t")[:cells] for line in lines if line and not line.startswith("#")]


def main() -> None:
    found, labelled, reported = Counter[str](), Counter[str](), Counter[str]()
    for folder in map(Path, sys.argv[1:]):
        digest = digest_of(folder)
        spans = {
            key: (int(key.split(".")[0]), int(start), int(end)) for key, start, end in rows(folder / "sents.tsv", 3)
        }
        number = {source.id: int(source.path or 0) for source in digest.sources}
        cited = [
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
        pairs = [row for row in rows(folder / "conflicts.tsv", 5) if row[0] in spans and row[1] in spans]
        for a, b, kind, *_ in pairs:
            labelled[kind] += 1
            found[kind] += any(a in keys and b in keys for keys in cited)
        for conflict, keys in zip(digest.conflicts, cited, strict=True):
            reported[conflict.kind] += 1
            if not any(a in keys and b in keys for a, b, *_ in pairs):
                print(f"{folder.name}: {conflict.kind}: {' / '.join(value.value for value in conflict.values)}")
    print("kind      labelled  found  reported")
    for kind in sorted(labelled | reported):
        print(f"{kind:<10}{labelled[kind]:>8}{found[kind]:>7}{reported[kind]:>10}")


if __name__ == "__main__":
    main()
