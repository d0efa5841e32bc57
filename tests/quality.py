"""How good the digests are, against hand-made answers; `tests/test_quality.py` holds the figures against floors.

python tests/quality.py                    measure, beside the floors
python tests/quality.py --write            raise the floors that are exceeded
python tests/quality.py --write --lower    set all floors to what is measured, also those that fall
python tests/quality.py --shared PATH      where the shared data is, if not beside the project
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any

from sklearn.metrics import adjusted_rand_score, v_measure_score

from summarize import Article, Digest, Settings, read, summarize
from summarize.evaluate.collections import load
from summarize.evaluate.measure import evaluate
from summarize.evaluate.rouge import Rouge
from summarize.judge.form import leans

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).parent / "quality_floors.toml"
FOLDERS = {
    "demo": ROOT / "summarize" / "data" / "demo",
    "harbour-bridge": ROOT / "examples" / "harbour-bridge",
    "river-flood": ROOT / "examples" / "river-flood",
}
AT_MOST = frozenset({"redundant_pairs", "overview_redundant", "junk_shown", "dangling"})
"""Measures of which less is better."""


@dataclass(frozen=True)
class Label:
    """A sentence of an article, and what is right about it."""

    file: str
    start: int
    end: int
    topics: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Event:
    """Articles with hand-made answers."""

    articles: tuple[Article, ...]
    labels: tuple[Label, ...]
    references: tuple[str, ...] = ()


def our_event(name: str) -> Event:
    gold = Path(__file__).parent / "gold"
    rows = [line.split("\t") for line in (gold / f"{name}.tsv").read_text(encoding="utf-8").split("\n")]
    labels = tuple(_label(*row[:5]) for row in rows if len(row) == 6 and not row[0].startswith("#"))
    references = json.loads((gold / f"{name}-references.json").read_text(encoding="utf-8"))
    return Event(tuple(read([FOLDERS[name]])), labels, tuple(references))


def shared_event(folder: Path) -> Event:
    docs = json.loads((folder / "docs.json").read_text(encoding="utf-8"))
    articles = tuple(Article.from_text(doc["text"], origin=f"{at:02d}.txt") for at, doc in enumerate(docs))
    spans = dict(line.split("\t", 1) for line in (folder / "sents.tsv").read_text(encoding="utf-8").splitlines())
    labels = []
    for line in (folder / "labels.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, topics, facts = line.split("\t")
            start, end, _ = spans[key].split("\t", 2)
            labels.append(_label(f"{int(key.split('.')[0]):02d}.txt", start, end, topics, facts))
    return Event(articles, tuple(labels))


def _label(file: str, start: str, end: str, topics: str, facts: str) -> Label:
    return Label(file, int(start), int(end), tuple(topics.split(",")), tuple(facts.split(",")) if facts != "-" else ())


def score(event: Event, digest: Digest) -> dict[str, float]:
    """The figures of one digest."""
    file_of = {source.id: Path(source.path or "").name for source in digest.sources}
    by_file: dict[str, list[Label]] = defaultdict(list)
    for label in event.labels:
        by_file[label.file].append(label)

    def labels_at(span: Any) -> list[Label]:
        """Labelled sentences of which the span covers half, or that cover half of the span."""
        return [
            label
            for label in by_file[file_of[span.source_id]]
            if 2 * (min(label.end, span.end) - max(label.start, span.start))
            >= min(label.end - label.start, span.end - span.start)
        ]

    shown = [[labels_at(line) for line in topic.summary] for topic in digest.topics]
    flat = [found for section in shown for found in section]
    fits = [_purest(section) for section in shown]
    gold, placed = _placed(event, digest, labels_at)
    figures = {
        "v_measure": v_measure_score(gold, placed),
        "ari": adjusted_rand_score(gold, placed),
        "purity": sum(best for best, _ in fits) / max(1, sum(size for _, size in fits)),
        "redundant_pairs": float(_repeats(flat)),
        "overview_redundant": float(_repeats([labels_at(line) for line in digest.overview])),
        "junk_shown": float(sum(bool(found) and all(_is_junk(label) for label in found) for found in flat)),
        "dangling": _dangling(digest),
    }
    if event.references:
        rouge = Rouge("en").f1("\n".join(line.text for line in digest.overview), event.references)
        figures |= {"rouge_1": rouge["1"], "rouge_2": rouge["2"]}
    return figures


def _is_junk(label: Label) -> bool:
    return label.topics[0] == "junk"


def _placed(event: Event, digest: Digest, labels_at: Any) -> tuple[list[str], list[str]]:
    """(true topic, found topic) of every sentence that has a topic; one that is in no section stands alone."""
    section: dict[Label, str] = {}
    for topic in digest.topics:
        for member in topic.members:
            for label in labels_at(member):
                section.setdefault(label, topic.id)
    wanted = [label for label in event.labels if label.topics[0] not in ("junk", "other")]
    return [label.topics[0] for label in wanted], [
        section.get(label, f"{label.file} {label.start}") for label in wanted
    ]


def _purest(section: list[list[Label]]) -> tuple[int, int]:
    """(sentences of the most frequent true topic, all sentences) of one section."""
    topics = Counter(
        name for found in section for name in {name for label in found if not _is_junk(label) for name in label.topics}
    )
    return (max(topics.values()), len(section)) if topics else (0, 0)


def _repeats(lines: Iterable[list[Label]]) -> int:
    """Lines whose main fact is that of an earlier one."""
    facts = Counter(fact for found in lines for fact in {label.facts[0] for label in found if label.facts})
    return sum(count - 1 for count in facts.values())


def _dangling(digest: Digest) -> float:
    """Share of shown lines that open with a pronoun or connective and do not follow the sentence before them."""
    blocks = [digest.overview, *(topic.summary for topic in digest.topics)]
    language = {source.id: source.language or "en" for source in digest.sources}
    spans = sorted({(span.source_id, span.start) for topic in digest.topics for span in topic.members})
    before = {later: earlier for earlier, later in pairwise(spans) if earlier[0] == later[0]}
    bad = total = 0
    for block in blocks:
        for at, line in enumerate(block):
            place = (line.source_id, line.start)
            led_in = at > 0 and before.get(place) == (block[at - 1].source_id, block[at - 1].start)
            bad += leans(line.text, language[line.source_id]) and not led_in
            total += 1
    return bad / max(1, total)


def measure_ours() -> dict[str, float]:
    """Means over our own three collections, overviews of 100 words."""
    events = [our_event(name) for name in FOLDERS]
    return _means([score(event, summarize(event.articles)) for event in events])


def measure_labelled(shared: Path = SHARED) -> dict[str, float]:
    """Means over the labelled events beside the project."""
    events = [shared_event(folder) for folder in sorted((shared / "data" / "labelled").glob("*/"))]
    return _means([score(event, summarize(event.articles)) for event in events])


def measure_overviews(language: str, shared: Path = SHARED) -> dict[str, float]:
    """ROUGE of overviews of 250 words on MultiLing 2011."""
    cases = load(shared / "data" / "multiling2011" / f"{language}.jsonl").collections
    row = evaluate(cases, Settings(overview_words=250, language=language), ()).rows[0]
    return {f"rouge_{name}": row.rouge[name].mean for name in ("1", "2")}


def _means(rows: list[dict[str, float]]) -> dict[str, float]:
    return {name: fmean(row[name] for row in rows) for name in rows[0]}


def read_floors() -> dict[str, dict[str, float]]:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def falls_short(name: str, value: float, floor: float) -> bool:
    return value > floor + 1e-9 if name in AT_MOST else value < floor - 1e-9


def _rounded(name: str, value: float) -> float:
    """The figure with the slack that another processor may need: to the next worse hundredth, tenth for ROUGE."""
    scale = 10.0 if name.startswith("rouge") else 100.0
    return (math.ceil if name in AT_MOST else math.floor)(round(value * scale, 6)) / scale


def write_floors(floors: dict[str, dict[str, float]]) -> None:
    header = FLOORS.read_text(encoding="utf-8").split("\n[", 1)[0].rstrip()
    tables = [
        "\n".join([f"[{table}]", *(f"{name} = {value}" for name, value in row.items())])
        for table, row in floors.items()
    ]
    FLOORS.write_text("\n\n".join([header, *tables]) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the quality of digests and move the floors.")
    parser.add_argument("--write", action="store_true", help="raise the floors that are exceeded")
    parser.add_argument("--lower", action="store_true", help="with --write: lower the others too")
    parser.add_argument("--shared", type=Path, default=SHARED)
    arguments = parser.parse_args()
    measured = {"ours": measure_ours()}
    if arguments.shared.is_dir():
        measured["labelled"] = measure_labelled(arguments.shared)
        measured |= {name: measure_overviews(name, arguments.shared) for name in ("english", "french")}
    floors = read_floors()
    for table, row in measured.items():
        for name, value in row.items():
            floor = floors.setdefault(table, {}).get(name)
            short = floor is not None and falls_short(name, value, floor)
            print(f"{table:10s}{name:20s}{value:8.3f}  floor {floor}{'  FALLS SHORT' if short else ''}")
            if arguments.write and (
                floor is None or arguments.lower or falls_short(name, floor, _rounded(name, value))
            ):
                floors[table][name] = _rounded(name, value)
    if arguments.write:
        write_floors(floors)


if __name__ == "__main__":
    main()
