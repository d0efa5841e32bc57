"""Answers to questions on data outside this repository: Summary of a Haystack.

    python -m benchmarks.ask DATA

DATA holds `summhay/` (docs.jsonl, insights.jsonl): two collections of 100 articles around planted insights, with the articles
that contain each. An insight is asked twice: as it stands there (`insight`), and as a question of `ask_questions.tsv` that leaves
the answer out (`question`). The articles of an answer are those it quotes and cites. Printed, and recorded in ask.md:

* candidates: mean precision and recall of the articles of an answer, for each collection;
* thresholds: the same for several, and what the best of one collection gives on the other;
* how often questions get an answer: of the collection, of the other collection, and of the collection without all articles that
  hold the answer; for whole collections and for drawn ones of 5, 10 and 30 articles.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summarize import Article
from summarize.answer.find import ENOUGH, MOST, SHARE, chosen, is_clear
from summarize.answer.score import BESIDE, KIND, parts, scores
from summarize.encode.representation import represent
from summarize.judge.opinions import Judges, judge
from summarize.match import Matches, match
from summarize.model import Representation
from summarize.text.sentences import segment

if TYPE_CHECKING:
    from summarize.model import Floats

QUESTIONS = Path(__file__).parent / "ask_questions.tsv"
_SHARES, _ENOUGH = (0.75, 0.80, 0.85, 0.90, 0.95), (0.9, 1.0, 1.1, 1.2)
_SIZES, _DRAWS = (5, 10, 30), 4


@dataclass(frozen=True, slots=True)
class Haystack:
    """A collection with what was planted in it."""

    name: str
    representation: Representation
    matches: Matches
    clear: np.ndarray
    """(sentences,) whether each is understood."""
    insights: tuple[dict[str, str], ...]
    holders: tuple[frozenset[int], ...]
    """For each insight the numbers of the articles that hold it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to a collection."""

    score: Floats
    holders: frozenset[int]


def haystacks(folder: Path) -> Iterator[Haystack]:
    docs, insights = (
        [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in ("docs", "insights")
    )
    for topic in sorted({row["topic_id"] for row in docs}):
        rows = [row for row in docs if row["topic_id"] == topic]
        own = tuple(row for row in insights if row["topic_id"] == topic)
        number = {row["id"]: n for n, row in enumerate(rows)}
        holders = tuple(frozenset(number[name] for name in row["docs"]) for row in own)
        yield Haystack(topic, *_understood([row["text"] for row in rows]), own, holders)


def _understood(texts: Sequence[str]) -> tuple[Representation, Matches, np.ndarray]:
    documents = [segment(Article.from_text(text, origin=f"{n:03d}", language="en")) for n, text in enumerate(texts)]
    representation, _ = represent(documents, "use")
    opinions = judge(representation, Judges())
    return representation, match(representation, opinions), is_clear(opinions)


def questions() -> dict[str, str]:
    rows = (line.split("\t") for line in QUESTIONS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def given(numbers: Sequence[int], hay: Haystack) -> set[int]:
    """The articles that some answers quote and cite."""
    shown = [*numbers, *(other for number in numbers for other, _ in hay.matches.supporters(number))]
    return {int(hay.representation.article_of[number]) for number in shown}


def quality(
    asked: Sequence[Asked], hay: Haystack, share: float, enough: float, most: int = MOST, cites: bool = True
) -> tuple[float, float, float]:
    """(precision where there is an answer, recall, answers) means over the questions."""
    precision, recall, lines = [], [], []
    for one in asked:
        numbers = chosen(one.score, hay.matches, share, enough, most)
        found = given(numbers, hay) if cites else {int(hay.representation.article_of[n]) for n in numbers}
        precision += [len(found & one.holders) / len(found)] if found else []
        recall.append(len(found & one.holders) / len(one.holders))
        lines.append(len(numbers))
    return float(np.mean(precision)), float(np.mean(recall)), float(np.mean(lines))


def candidates() -> dict[str, Callable[[str, Representation], Floats]]:
    """Measures that were tried, each with the scale of the one that is used."""

    def of(weights: tuple[float, ...]) -> Callable[[str, Representation], Floats]:
        return lambda text, representation: sum(
            w * part for w, part in zip(weights, parts(text, representation), strict=True)
        )  # type: ignore[return-value]

    return {
        "words alone (idf)": of((0, 2.4, 0, 0, 0)),
        "meaning alone": of((2.4, 0, 0, 0, 0)),
        "meaning and words": of((1.3, 1.3, 0, 0, 0)),
        "with the sentences beside": of((1, 1, BESIDE, BESIDE, 0)),
        "with the kind of answer (used)": of((1, 1, BESIDE, BESIDE, KIND)),
    }


def drawn(hay: Haystack, size: int, dice: random.Random) -> tuple[Representation, frozenset[int]]:
    """A collection of some of the articles, and their numbers in the whole."""
    kept = frozenset(dice.sample(range(int(hay.representation.article_of.max()) + 1), size))
    numbers = np.flatnonzero([int(article) in kept for article in hay.representation.article_of])
    return hay.representation.only(numbers), kept


def answered(texts: Sequence[str], representation: Representation) -> list[bool]:
    return [float(scores(text, representation).max()) >= ENOUGH for text in texts]


def table_of_candidates(
    hays: Sequence[Haystack], asked: Callable[[Haystack, str, Callable[[str, Representation], Floats]], list[Asked]]
) -> None:
    print("| measure | asked as | " + " | ".join(f"{hay.name}: precision | recall | lines" for hay in hays) + " |")
    print("|---|---|" + "---:|" * 3 * len(hays))
    for name, measure in candidates().items():
        for form in ("insight", "question"):
            rows = [quality(asked(hay, form, measure), hay, SHARE, ENOUGH) for hay in hays]
            print(f"| {name} | {form} | " + " | ".join(f"{p:.3f} | {r:.3f} | {n:.1f}" for p, r, n in rows) + " |")
    for form in ("insight", "question"):
        rows = [quality(asked(hay, form, scores), hay, SHARE, ENOUGH, cites=False) for hay in hays]
        print(
            f"| used, without what is cited beside | {form} | "
            + " | ".join(f"{p:.3f} | {r:.3f} | {n:.1f}" for p, r, n in rows)
            + " |"
        )


def table_of_thresholds(hays: Sequence[Haystack], asked: dict[tuple[str, str], list[Asked]]) -> None:
    print(
        "\n| SHARE | ENOUGH | asked as | "
        + " | ".join(f"{hay.name}: precision | recall | lines" for hay in hays)
        + " |"
    )
    print("|---:|---:|---|" + "---:|" * 3 * len(hays))
    best: dict[str, tuple[float, float, float]] = {}
    for share in _SHARES:
        for enough in _ENOUGH if share == SHARE else (ENOUGH,):
            for form in ("insight", "question"):
                rows = [quality(asked[hay.name, form], hay, share, enough) for hay in hays]
                print(
                    f"| {share} | {enough} | {form} | "
                    + " | ".join(f"{p:.3f} | {r:.3f} | {n:.1f}" for p, r, n in rows)
                    + " |"
                )
                for hay, (p, r, _) in zip(hays, rows, strict=True):
                    if form == "question":
                        best[hay.name] = max(best.get(hay.name, (0, 0, 0)), (2 * p * r / (p + r), share, enough))
    for hay, other in zip(hays, reversed(hays), strict=True):
        _, share, enough = best[other.name]
        p, r, _ = quality(asked[hay.name, "question"], hay, share, enough)
        print(
            f"\nBest F of questions on {other.name}: SHARE {share}, ENOUGH {enough}; on {hay.name} it gives {p:.3f} / {r:.3f}.",
            end="",
        )
    print()


def spread(hays: Sequence[Haystack], asked: dict[tuple[str, str], list[Asked]]) -> None:
    """The lowest, the middle and the highest mean of a subtopic of the insights."""
    for form in ("insight", "question"):
        rows = []
        for hay in hays:
            for name in sorted({row["subtopic"] for row in hay.insights}):
                pairs = zip(asked[hay.name, form], hay.insights, strict=True)
                rows.append(quality([one for one, row in pairs if row["subtopic"] == name], hay, SHARE, ENOUGH)[:2])
        told = [" / ".join(f"{value:.2f}" for value in np.percentile(some, (0, 50, 100))) for some in np.array(rows).T]
        print(f"\n{len(rows)} subtopics, {form}: precision {told[0]}, recall {told[1]} (lowest, middle, highest mean).")


def table_of_refusals(hays: Sequence[Haystack], texts: dict[str, str]) -> None:
    print("\n| articles | of the collection | without the answer's articles | of the other collection |")
    print("|---:|---:|---:|---:|")
    dice = random.Random(0)
    for size in (*_SIZES, 100):
        own, without, other = [], [], []
        for hay, stranger in zip(hays, reversed(hays), strict=True):
            foreign = [texts[row["id"]] for row in stranger.insights]
            for _ in range(_DRAWS if size < 100 else 1):
                representation, kept = drawn(hay, size, dice)
                found = answered([texts[row["id"]] for row in hay.insights], representation)
                held = [bool(kept & holders) for holders in hay.holders]
                own += [yes for yes, there in zip(found, held, strict=True) if there]
                without += [yes for yes, there in zip(found, held, strict=True) if not there]
                other += answered(foreign, representation)
            if size == 100:
                for row, holders in zip(hay.insights, hay.holders, strict=True):
                    left = np.flatnonzero([int(a) not in holders for a in hay.representation.article_of])
                    without += answered([texts[row["id"]]], hay.representation.only(left))
        print(f"| {size} | " + " | ".join(f"{np.mean(row):.3f} of {len(row)}" for row in (own, without, other)) + " |")


def main() -> None:
    hays = list(haystacks(Path(sys.argv[1]) / "summhay"))
    texts = questions()

    def asked(hay: Haystack, form: str, measure: Callable[[str, Representation], Floats]) -> list[Asked]:
        return [
            Asked(
                np.where(
                    hay.clear, measure(row["text"] if form == "insight" else texts[row["id"]], hay.representation), -1
                ),
                holders,
            )
            for row, holders in zip(hay.insights, hay.holders, strict=True)
        ]

    table_of_candidates(hays, asked)
    found = {(hay.name, form): asked(hay, form, scores) for hay in hays for form in ("insight", "question")}
    table_of_thresholds(hays, found)
    spread(hays, found)
    table_of_refusals(hays, texts)


if __name__ == "__main__":
    main()
