"""`python -m benchmarks.stories EVENTS...`: articles of many events mixed, and told apart again.

EVENTS are files of rows `{"id": …, "docs": [{"text": …}]}` and folders with a `docs.json`. Prints B³ (Bagga & Baldwin 1998) of all
of them together, of resamples, with singletons, joined in batches, by cut, and beside the plain method; then time and memory
of made outlines. Without EVENTS only the last.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from summarize.model import Article
from summarize.stories import Outline, grouped, joined, outlines
from summarize.stories import table as scoring

Events = dict[str, list[Outline]]
Group = Callable[[list[Outline]], list[int]]


def bcubed(found: Sequence[int], gold: Sequence[object]) -> np.ndarray:
    """Precision, recall and their harmonic mean, the mean over articles."""
    both, stories, events = Counter(zip(found, gold, strict=True)), Counter(found), Counter(gold)
    precision = sum(n * n / stories[story] for (story, _), n in both.items()) / len(found)
    recall = sum(n * n / events[event] for (_, event), n in both.items()) / len(found)
    return np.array([precision, recall, 2 * precision * recall / (precision + recall)])


def read(paths: Iterable[Path]) -> Events:
    """The outlines of each event; an event that is given twice counts once."""
    rows: dict[str, list[dict[str, str]]] = {}
    for path in paths:
        if path.is_dir():
            rows.setdefault(path.name, json.loads((path / "docs.json").read_text(encoding="utf-8")))
        else:
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                rows.setdefault(row["id"], row["docs"])
    articles = [
        Article(doc["text"], title=doc.get("title"), publisher=doc.get("publisher"), published=doc.get("date"))
        for docs in rows.values()
        for doc in docs
    ]
    began = time.process_time()
    made = iter(outlines(articles))
    print(
        f"{len(articles)} articles of {len(rows)} events; {time.process_time() - began:.1f} CPU s for their outlines\n"
    )
    return {name: [next(made) for _ in docs] for name, docs in rows.items()}


def at_once(listed: list[Outline]) -> list[int]:
    found = [0] * len(listed)
    for number, story in enumerate(grouped(listed)):
        for place in story:
            found[place] = number
    return found


def in_batches(listed: list[Outline], batches: int = 10) -> list[int]:
    """As stories come out that grow by a batch a day; the articles are in random order."""
    found = np.full(len(listed), -1)
    for batch in np.array_split(np.arange(len(listed)), batches):
        names = [name for name in np.unique(found) if name >= 0]
        old = [[listed[place] for place in np.flatnonzero(found == name)] for name in names]
        said = joined(old, [listed[place] for place in batch])
        fresh = found.max() + 1
        found[batch] = [names[story] if story < len(names) else fresh + story - len(names) for story in said.stories]
        for first, *others in said.merges:
            found[np.isin(found, [names[other] for other in others])] = names[first]
    return found.tolist()


def plain(cut: float) -> Group:
    """TF-IDF of all words and average linkage, every article taken for one."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    def group(listed: list[Outline]) -> list[int]:
        column = {term: number for number, term in enumerate(sorted({t for one in listed for t in one.terms.tolist()}))}
        rows = np.zeros((len(listed), len(column)), dtype=np.float32)
        for row, one in zip(rows, listed, strict=True):
            row[[column[term] for term in one.terms.tolist()]] = one.amounts
        rows *= np.log(len(rows) / (rows > 0).sum(axis=0)) + 1
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        far = np.clip(1 - rows @ rows.T, 0, None)
        np.fill_diagonal(far, 0)
        return fcluster(linkage(squareform(far, checks=False), "average"), 1 - cut, "distance").tolist()

    return group


def scored(events: Events, group: Group = at_once, seed: int = 0) -> np.ndarray:
    pairs = [(one, name) for name, found in events.items() for one in found]
    order = np.random.default_rng(seed).permutation(len(pairs))
    listed = [pairs[place] for place in order]
    return bcubed(group([one for one, _ in listed]), [name for _, name in listed])


def drawn(events: Events, seed: int, alone: float = 0.0) -> Events:
    """Half of the events; of a share of them one article only."""
    rng = np.random.default_rng(seed)
    names = rng.permutation(sorted(events))[: len(events) // 2]
    return {name: events[name][: 1 if rng.random() < alone else None] for name in names}


def row(name: str, scores: Sequence[np.ndarray]) -> None:
    mean, spread = np.mean(scores, axis=0), np.std(scores, axis=0)
    print(
        f"| {name} | {mean[0]:.3f} | {mean[1]:.3f} | {mean[2]:.3f} | {f'± {spread[2]:.3f}' if len(scores) > 1 else ''} |",
        flush=True,
    )


def limit(events: Events) -> np.ndarray:
    """What a reader could reach who knows every event, but not whose notice of a machine is whose."""
    found = [
        (name, f"{name}-{n}" if one.apart else name) for name, listed in events.items() for n, one in enumerate(listed)
    ]
    return bcubed([own for _, own in found], [name for name, _ in found])


def quality(events: Events) -> None:
    head = "| | precision | recall | F1 | spread |\n|---|---|---|---|---|"
    print(f"### All events together, and half of them drawn ten times\n\n{head}")
    row("`grouped`", [scored(events)])
    row("`joined` in ten batches, five orders", [scored(events, in_batches, seed) for seed in range(5)])
    for cut in (0.10, 0.14, 0.18, 0.22):
        row(f"plain, cut {cut}", [scored(events, plain(cut))])
    row("limit: all known but notices", [limit(events)])
    row("half of the events", [scored(drawn(events, seed)) for seed in range(10)])
    row("half, joined in ten batches", [scored(drawn(events, seed), in_batches, seed) for seed in range(10)])
    row("half, one article of seven events in ten", [scored(drawn(events, seed, 0.7)) for seed in range(10)])
    print(f"\n### By cut\n\n{head}")
    kept = scoring.WORDS_CUT
    for cut in (0.0, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1):
        scoring.WORDS_CUT = cut
        row(f"{cut}", [scored(events)])
    scoring.WORDS_CUT = kept
    print(f"\n### The cut chosen on the other half of the events\n\n{head}")
    row("half that chose nothing", [crossed(events, seed) for seed in range(5)])


def crossed(events: Events, seed: int) -> np.ndarray:
    """The cut that is best on one half of the events, used on the other."""
    names = np.random.default_rng(seed).permutation(sorted(events))
    one, other = ({name: events[name] for name in part} for part in np.array_split(names, 2))
    kept, found = scoring.WORDS_CUT, []
    for cut in (0.02, 0.03, 0.04, 0.05, 0.06, 0.08):
        scoring.WORDS_CUT = cut
        found.append((scored(one)[2], scored(other)))
    scoring.WORDS_CUT = kept
    return max(found, key=lambda pair: pair[0])[1]


def made(count: int, seed: int = 0) -> list[Outline]:
    """Outlines with the statistics of articles: words by Zipf's law, four reports an event, thirty days."""
    rng = np.random.default_rng(seed)
    base = Outline(
        "0" * 64, None, "en", "", *(np.zeros(0, dtype=kind) for kind in ("f4", "u4", "f4")), "", np.zeros(0, "u4")
    )
    found = []
    for event in range(count // 4):
        own = rng.integers(1 << 20, 1 << 32, size=60, dtype=np.uint64).astype(np.uint32)
        for report in range(4):
            words = np.concatenate([rng.zipf(1.3, size=260) % 60_000, rng.choice(own, 40)]).astype(np.uint32)
            terms, times = np.unique(words, return_counts=True)
            marks = rng.integers(0, 1 << 32, size=96, dtype=np.uint64).astype(np.uint32)
            amounts = (1 + np.log(times)).astype(np.float32)
            day = 1.7e9 + 86_400 * float(event % 30)
            key = f"{event:032x}{report:032x}"
            found.append(replace(base, key=key, published=day, terms=terms, amounts=amounts, signature=marks))
    return found


def speed() -> None:
    print(
        "\n### Time and memory, one thread\n\n| articles | `grouped`, CPU s | `joined`, 100 new, CPU s | MB at most |\n|---|---|---|---|"
    )
    for count in (2_500, 10_000):
        listed = made(count + 100)
        old, new = listed[:count], listed[count - 50 : count + 50]
        began = time.process_time()
        stories = grouped(old)
        first = time.process_time() - began
        began = time.process_time()
        joined([[old[place] for place in story] for story in stories], new)
        second = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"| {count:,} | {first:.1f} | {second:.1f} | {peak} |", flush=True)


def main() -> None:
    print("## Telling events apart\n")
    paths = [Path(name) for name in sys.argv[1:]]
    if paths:
        quality(read(paths))
    speed()


if __name__ == "__main__":
    main()
