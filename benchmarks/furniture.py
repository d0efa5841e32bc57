"""How much page furniture stays in the digests of labelled events, and what is set aside wrongly.

`python -m benchmarks.furniture EVENTS MODELS`: a folder of labelled events and one of models by fold (`python -m training EVENT…
--folds MODELS`), so that no judge has seen the event it judges. The result stands in furniture.md.

A labelled piece of furniture counts as kept where a sentence in a section shares half of the shorter of the two. Where that sentence is
longer by 15 % or more, the label is of a fragment, cut at an abbreviation or a line's end, of a sentence that we keep whole.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from summarize import Settings
from summarize.evaluate.editor import Event, load_event
from summarize.pipeline import run
from training.events import folds

LONGER = 1.15


@dataclass
class Tally:
    """What became of the sentences of one event."""

    furniture: int = 0
    kept: int = 0
    kept_whole: int = 0
    """Of these, furniture in its whole length."""
    shown: int = 0
    others: int = 0
    aside: Counter[int] | None = None
    """Worth → sentences that are none and were set aside as furniture, sections that show nothing apart."""


def judged(event: Event, models: Path) -> Tally:
    digest = run(event.articles, Settings(), models=models).digest
    number = {source.id: int(Path(source.path or "0").stem) for source in digest.sources}
    furniture = {key for key, topics in event.topics.items() if topics[0] == "junk"}
    placed: dict[str, int] = {}
    aside: Counter[int] = Counter()
    for topic in digest.topics:
        for member in topic.members:
            for key in event.at(number[member.source_id], member):
                placed.setdefault(key, member.end - member.start)
    for span in digest.unplaced:
        if span.reason != "minor":
            for key in set(event.at(number[span.source_id], span)) - furniture - set(placed):
                aside[event.worth.get(key, 0)] += 1
    lines = [event.at(number[line.source_id], line) for topic in digest.topics for line in topic.summary]
    kept = furniture & set(placed)
    size = {key: end - start for key, (_, start, end) in event.spans.items()}
    return Tally(
        furniture=len(furniture),
        kept=len(kept),
        kept_whole=sum(placed[key] <= LONGER * size[key] for key in kept),
        shown=sum(bool(keys) and set(keys) <= furniture for keys in lines),
        others=len(event.topics) - len(furniture),
        aside=aside,
    )


def main() -> None:
    if len(sys.argv) < 3:
        print("furniture: give a folder of labelled events and one of models by fold")
        return
    events, models = Path(sys.argv[1]), Path(sys.argv[2])
    found = [load_event(folder) for folder in sorted(events.glob("*/"))]
    fold_of = folds(event.name for event in found)
    rows = [judged(event, models / f"fold{fold_of[event.name]}") for event in found]
    aside = sum((row.aside or Counter() for row in rows), Counter[int]())
    others = sum(row.others for row in rows)
    print("| | mean of events | pooled |\n|---|---:|---:|")
    for name, field in (("furniture kept", "kept"), ("of it not a part of a whole sentence", "kept_whole")):
        share = [getattr(row, field) / max(1, row.furniture) for row in rows]
        pooled = sum(getattr(row, field) for row in rows) / sum(row.furniture for row in rows)
        print(f"| {name} | {np.mean(share):.3f} | {pooled:.3f} |")
    print(f"| shown, a digest | {np.mean([row.shown for row in rows]):.3f} | |")
    print(f"| others set aside | | {aside.total() / others:.4f} |")
    print(f"| of these worth 0 / 1 / 2 | | {aside[0]} / {aside[1]} / {aside[2]} of {others:,} |")


if __name__ == "__main__":
    main()
