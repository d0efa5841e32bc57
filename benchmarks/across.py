"""Facts and topics of events whose articles are in several languages: the whole program, and pairs of sentences.

    python -m benchmarks.across DATA [FOLDER]

DATA holds `labelled/` and `translated/` (docs.json, sents.tsv, labels.tsv). Four events are there in parts in English, French, Greek,
Czech and Arabic; besides the mixture that is given of each, DRAWS are drawn, each article in a random language of those it is there in.
FOLDER may hold a folder of models for each event, by its name (M000), that were trained without it. Printed, and recorded in across.md:
articles cited in another language for what is shown, against the labels; V of topics; and pairs of sentences of two languages.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score, v_measure_score

from summarize import Settings, read
from summarize.cite import Run
from summarize.digest import Digest, Span
from summarize.judge import MODELS
from summarize.languages import detect
from summarize.pipeline import run

DRAWS = 6


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its sentences as labelled: (start, end, topics, facts) each."""

    text: str
    sentences: tuple[tuple[int, int, tuple[str, ...], tuple[str, ...]], ...]

    def at(self, start: int, end: int) -> list[int]:
        """The labelled sentences of which a span has half, or the reverse."""
        return [
            number
            for number, (s, e, *_) in enumerate(self.sentences)
            if 2 * (min(e, end) - max(s, start)) >= min(e - s, end - start)
        ]


def load(folder: Path) -> list[Labelled]:
    """The articles of an event."""
    texts = [row["text"] for row in json.loads((folder / "docs.json").read_text(encoding="utf-8"))]
    labels = {key: (topics.split(","), facts.split(",")) for key, topics, facts in _rows(folder / "labels.tsv", 3)}
    rows: list[list[tuple[int, int, tuple[str, ...], tuple[str, ...]]]] = [[] for _ in texts]
    for key, start, end, _ in _rows(folder / "sents.tsv", 4):
        topics, facts = labels[key]
        rows[int(key.split(".")[0])].append((int(start), int(end), tuple(topics), tuple(f for f in facts if f != "-")))
    return [Labelled(text, tuple(row)) for text, row in zip(texts, rows, strict=True)]


def mixtures(data: Path, name: str) -> list[list[Labelled]]:
    """The given mixture of an event, then those that are drawn."""
    versions: dict[object, dict[str, Labelled]] = {}
    for folder in (data / "labelled" / f"{name}-english", *sorted((data / "translated").glob(f"{name}-*"))):
        for one in load(folder):
            key = tuple(labels for _, _, *labels in one.sentences)
            versions.setdefault(repr(key), {}).setdefault(detect(one.text) or "", one)
    found = [load(data / "translated" / f"{name}-mixed")]
    for draw in range(DRAWS):
        drawn = random.Random(f"{name}{draw}")
        codes = [sorted({*row} - {"hi"}) or sorted(row) for row in versions.values()]
        found.append([row[drawn.choice(some)] for row, some in zip(versions.values(), codes, strict=True)])
    return found


@dataclass(frozen=True, slots=True)
class Score:
    """Supporting articles of all languages, and of another language than the sentence: (right, cited, labelled)."""

    every: tuple[int, int, int]
    between: tuple[int, int, int]
    v: float
    redundant: int
    pairs: tuple[list[bool], list[float]]
    """Of pairs of sentences of two languages: whether they are of one fact, and what the rule says."""


def score(articles: Sequence[Labelled], models: Path) -> Score:
    """What a digest of these articles is worth."""
    with tempfile.TemporaryDirectory() as folder:
        for number, one in enumerate(articles):
            Path(folder, f"{number:02d}.txt").write_text(one.text, encoding="utf-8", newline="")
        made = run(read([folder]), Settings(), models=models)
    of = {source.id: int(Path(source.path or "").stem) for source in made.digest.sources}

    def facts(span: Span, most: int | None = None) -> set[str]:
        """Those of the labelled sentences at a place, or the first `most` of each."""
        one = articles[of[span.source_id]]
        return {fact for n in one.at(span.start, span.end) for fact in one.sentences[n][3][:most]}

    every, between, redundant = _support(articles, made.digest, of, facts)
    return Score(every, between, _v(articles, made.digest, of), redundant, _pairs(made, facts))


Facts = Callable[..., set[str]]
Counts = tuple[int, int, int]


def _support(
    articles: Sequence[Labelled], digest: Digest, of: dict[str, int], facts: Facts
) -> tuple[Counts, Counts, int]:
    """Counts for all articles that support what the sections show, for those in another language, and facts told again."""
    language = {of[source.id]: source.language for source in digest.sources}
    counts, told = np.zeros((2, 3), dtype=int), []
    for line in (line for topic in digest.topics for line in topic.summary):
        own, main = of[line.source_id], facts(line, 1)
        told += sorted(main)
        want = {n for n, one in enumerate(articles) if any(main & {*row[3]} for row in one.sentences)} - {own}
        have = {of[cited.source_id] for cited in line.also_reported_by} - {own}
        others = {n for n in language if language[n] != language[own]}
        counts[0] += len(want & have), len(have), len(want)
        counts[1] += len(want & have & others), len(have & others), len(want & others)
    every, between = ((int(a), int(b), int(c)) for a, b, c in counts)
    return every, between, len(told) - len({*told})


def _v(articles: Sequence[Labelled], digest: Digest, of: dict[str, int]) -> float:
    """V of the topics; what is in none stands alone."""
    placed = {
        (of[span.source_id], n): topic.id
        for topic in reversed(digest.topics)
        for span in topic.members
        for n in articles[of[span.source_id]].at(span.start, span.end)
    }
    rows = [(a, n, row[2][0]) for a, one in enumerate(articles) for n, row in enumerate(one.sentences)]
    kept = [row for row in rows if row[2] not in ("junk", "other")]
    found = [placed.get((a, n), f"alone {a} {n}") for a, n, _ in kept]
    return float(v_measure_score([topic for *_, topic in kept], found))


def _pairs(made: Run, facts: Facts) -> tuple[list[bool], list[float]]:
    representation, judged = made.found.representation, made.found.opinions.same_fact
    assert judged is not None
    language, table = made.found.opinions.likeness.languages, judged.table
    said = [facts(Span(s.article.id, s.start, s.end)) for s in representation.sentences]
    at = np.flatnonzero(language[table.pairs.first] != language[table.pairs.second]).tolist()
    same = [bool(said[table.pairs.first[k]] & said[table.pairs.second[k]]) for k in at]
    return same, judged.probability[at].tolist()


def _rows(path: Path, cells: int) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split("\t", cells - 1) for line in lines if line and not line.startswith("#")]


def _told(name: str, scores: Sequence[Score]) -> str:
    shares = []
    for kind in ("every", "between"):
        right, cited, labelled = np.sum([getattr(score, kind) for score in scores], axis=0).tolist()
        shares.append(
            f"{right / max(1, cited):.3f} ({right} of {cited}) | {right / max(1, labelled):.3f} (of {labelled})"
        )
    v, redundant = np.mean([(score.v, score.redundant) for score in scores], axis=0).tolist()
    same, said = ([x for score in scores for x in score.pairs[k]] for k in (0, 1))
    chosen = np.array(same)[np.array(said) >= 0.6]
    precision = average_precision_score(same, said)
    of_pairs = f"{precision:.3f} | {chosen.mean() if len(chosen) else 0:.3f} of {len(chosen)}"
    return f"| {name} | {' | '.join(shares)} | {v:.3f} | {redundant:.2f} | {of_pairs} |"


def main(data: Path, models: Path | None) -> None:
    """Prints the table of the record."""
    names = sorted({folder.name.split("-")[0] for folder in (data / "translated").glob("*-mixed")})
    mixed = {name: mixtures(data, name) for name in names}

    def scores(part: slice) -> list[Score]:
        return [score(one, models / name if models else MODELS) for name in names for one in mixed[name][part]]

    print(
        "| | precision | recall | precision between | recall between | V | redundant | AP of pairs | cited pairs right |"
    )
    print(f"|{'---|' * 9}")
    print(_told("given", scores(slice(1))))
    print(_told("drawn", scores(slice(1, None))), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
