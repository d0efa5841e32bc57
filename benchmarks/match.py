"""Same-fact matching on data outside this repository: labelled events and Summary of a Haystack.

    python -m benchmarks.match DATA

DATA holds `labelled/*/` (docs.json, sents.tsv, labels.tsv) and `summhay/` (docs.jsonl, insights.jsonl). Two tables are printed
for a range of thresholds and recorded in match.md:

* labelled: for sentence pairs of two articles, how many are given as one fact and how many of those the labels call so;
* summhay: for each sentence that tells a planted insight (the four that match its text best, in the articles that hold it),
  the articles that are cited beside it against the articles that hold the insight, summed over all such sentences.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from summarize import Article
from summarize.encode.representation import represent
from summarize.judge.opinions import Judges, judge
from summarize.match.same_fact import CITE, Matches, match
from summarize.model import Representation
from summarize.text.sentences import segment

THRESHOLDS = (0.55, 0.60, 0.65, 0.70, 0.80)
_TELLERS = 4


def matched(texts: Iterable[str]) -> tuple[Representation, Matches]:
    """The sentences of some English texts and what states the same as what."""
    documents = [segment(Article.from_text(text, origin=f"{n:03d}", language="en")) for n, text in enumerate(texts)]
    representation, _ = represent(documents, "use")
    return representation, match(representation, judge(representation, Judges()))


def labelled(folder: Path) -> dict[float, tuple[int, int, int]]:
    """For each threshold (right, given, labelled) pairs of sentences of two articles."""
    texts = [row["text"] for row in json.loads((folder / "docs.json").read_text(encoding="utf-8"))]
    representation, matches = matched(texts)
    facts = _facts(folder)
    key = {}
    for number, sentence in enumerate(representation.sentences):
        document = int(sentence.article.path or 0)
        for name, (owner, start, end) in _spans(folder).items():
            overlap = min(end, sentence.end) - max(start, sentence.start)
            if owner == document and overlap * 2 >= min(end - start, sentence.end - sentence.start):
                key.setdefault(number, name)
    of = {number: facts.get(name, set()) for number, name in key.items()}
    article_of = representation.article_of
    true = sum(bool(of[i] & of[j]) for i in of for j in of if i < j and article_of[i] != article_of[j])
    found = {}
    for threshold in THRESHOLDS:
        pairs = [
            (i, j)
            for i in of
            for j, pair in matches.supporters(i)
            if i < j and j in of and article_of[i] != article_of[j] and pair.similarity >= threshold
        ]
        found[threshold] = (sum(bool(of[i] & of[j]) for i, j in pairs), len(pairs), true)
    return found


def haystack(folder: Path, topic: str) -> dict[float, tuple[int, int, int]]:
    """For each threshold (right, cited, wanted) articles beside the sentences that tell an insight."""
    rows = [json.loads(line) for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["topic_id"] == topic]
    insights = [json.loads(line) for line in (folder / "insights.jsonl").read_text(encoding="utf-8").splitlines()]
    insights = [row for row in insights if row["topic_id"] == topic]
    number_of = {row["id"]: n for n, row in enumerate(rows)}
    representation, matches = matched([*(row["text"] for row in rows), *(row["text"] for row in insights)])
    article_of = representation.article_of.tolist()
    first = {article: n for n, article in reversed(list(enumerate(article_of)))}
    tally: dict[float, list[int]] = defaultdict(lambda: [0, 0, 0])
    for at, insight in enumerate(insights):
        holders = {number_of[name] for name in insight["docs"] if name in number_of}
        query = first[len(rows) + at]
        tellers = [n for n, _ in matches.supporters(query) if article_of[n] in holders][:_TELLERS]
        for teller in tellers:
            wanted = holders - {article_of[teller]}
            for threshold in THRESHOLDS:
                near = {article_of[n] for n, p in matches.supporters(teller) if p.similarity >= threshold}
                cited = {n for n in near if n < len(rows)} - {article_of[teller]}
                for position, value in enumerate((len(cited & wanted), len(cited), len(wanted))):
                    tally[threshold][position] += value
    return {threshold: (row[0], row[1], row[2]) for threshold, row in tally.items()}


def _spans(folder: Path) -> dict[str, tuple[int, int, int]]:
    lines = (folder / "sents.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t", 3) for line in lines]
    return {key: (int(key.split(".")[0]), int(start), int(end)) for key, start, end, _ in cells}


def _facts(folder: Path) -> dict[str, set[str]]:
    lines = (folder / "labels.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {key: set() if facts == "-" else set(facts.split(",")) for key, _, facts in cells}


def _print(title: str, results: list[dict[float, tuple[int, int, int]]]) -> None:
    print(f"\n{title}\n\n| CITE | precision | recall |\n|---|---|---|")
    for threshold in THRESHOLDS:
        if threshold < CITE:
            continue
        right, given, true = (sum(result[threshold][n] for result in results) for n in range(3))
        print(f"| {threshold:.2f} | {right / max(given, 1):.3f} | {right / max(true, 1):.3f} |")


def main(data: Path) -> None:
    _print("Labelled events, pairs of sentences", [labelled(path) for path in sorted((data / "labelled").glob("M*"))])
    _print("Summary of a Haystack, articles", [haystack(data / "summhay", topic) for topic in ("news1", "news2")])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
