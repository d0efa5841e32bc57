"""Overviews of 250 words in several languages, beside the first sentences of every article.

`python -m benchmarks.overview [SHARED]`. English and French have references. Of four other sets the articles are translations, line by
line, of English ones with references: the English sentences that stand for what is chosen are scored. Two more write English with
the letters of Hebrew and Arabic, the small words in front of the next word as these languages do: nothing is known of them but the
mechanics, and the references are written the same way. The result stands in overview.md.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from summarize import Article, Settings, summarize
from summarize.evaluate.rouge import Rouge
from summarize.text import segment_all

WORDS = 250
TRANSLATED = {"cs": "czech", "el": "greek", "hi": "hindi", "fr": "french"}
LETTERS = {
    "he": dict(zip("bcdfghjklmnpqrstvwxyzaiou", "בצדפגחיכלמנפקרסתבושיזאיוו", strict=True)),
    "ar": dict(zip("bcdfghjklmnpqrstvwxyzaiou", "بصدفغهجكلمنبقرستڤوشيزايوو", strict=True)),
}
SMALL = "the a an and in at to for from of that which who as on with is are was has have"
GLUED = {
    "he": dict(zip(SMALL.split(), "ה,,,ו,ב,ב,ל,ל,מ,,ש,ש,ש,כ,על ,עם ,,,היה ,,".split(","), strict=True)),
    "ar": dict(zip(SMALL.split(), "ال,,,و,في ,في ,ل,ل,من ,,أن ,التي ,الذي ,ك,على ,ب,,,كان ,,".split(","), strict=True)),
}


@dataclass(frozen=True)
class Case:
    """Articles, references, and what a chosen span is scored as."""

    texts: Sequence[str]
    references: Sequence[str]
    words: int
    """The budget: of translations as many as 250 English words take."""
    scored: Callable[[int, int, int], str]
    """(article, start, end) → text."""


def in_letters(text: str, code: str) -> str:
    """English with the letters of another language, its small words in front of the next one."""
    letters, glued = LETTERS[code], GLUED[code]
    lines = []
    for line in text.split("\n"):
        written = ""
        for word in line.split(" "):
            if word.lower() in glued:
                written += glued[word.lower()]
            else:
                plain = word.lower().replace("'", "").replace("e", "")
                written += "".join(letters.get(sign, sign) for sign in plain) + " "
        lines.append(written.rstrip())
    return "\n".join(lines)


def multiling(shared: Path, name: str) -> list[dict[str, list[str]]]:
    text = (shared / "data" / "multiling2011" / f"{name}.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.split("\n") if line.strip()]
    return [
        {"id": row["id"], "texts": [doc["text"] for doc in row["docs"]], "references": row["references"]}
        for row in rows
    ]


def whole(shared: Path, name: str, code: str) -> Iterator[Case]:
    """The collections of a language that has references, or of English in other letters."""
    for row in multiling(shared, name):
        change = (lambda text: in_letters(text, code)) if code in LETTERS else str
        texts = [change(text) for text in row["texts"]]

        def scored(article: int, start: int, end: int, texts: Sequence[str] = texts) -> str:
            return texts[article][start:end]

        yield Case(texts, [change(text) for text in row["references"]], WORDS, scored)


def translated(shared: Path, name: str) -> Iterator[Case]:
    """The collections of which some articles are there in a language, with the English references."""
    english = {row["id"][:4]: row["references"] for row in multiling(shared, "english")}
    for folder in sorted((shared / "data" / "translated").glob(f"*-{name}")):
        event = folder.name[:4]
        texts = [doc["text"] for doc in json.loads((folder / "docs.json").read_text(encoding="utf-8"))]
        meaning = {row[0]: row[3] for row in _rows(shared / "data" / "labelled" / f"{event}-english" / "sents.tsv")}
        spans = defaultdict(list)
        for key, start, end, _ in _rows(folder / "sents.tsv"):
            spans[int(key.split(".")[0])].append((int(start), int(end), meaning.get(key, "")))

        def scored(article: int, start: int, end: int, spans: dict[int, list[tuple[int, int, str]]] = spans) -> str:
            return " ".join(
                text
                for left, right, text in spans[article]
                if 2 * (min(right, end) - max(left, start)) >= min(right - left, end - start)
            )

        told = sum(len(text.split()) for rows in spans.values() for *_, text in rows)
        yield Case(texts, english[event], WORDS * sum(len(t.split()) for t in texts) // max(told, 1), scored)


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t", 3) for line in path.read_text(encoding="utf-8").split("\n") if line]


def lead(case: Case, code: str) -> list[str]:
    """The first sentences of all articles, then the second ones."""
    articles = [Article(text, id=f"s{n}", language=code) for n, text in enumerate(case.texts)]
    found = [(s.index, n, s) for n, d in enumerate(segment_all(articles)) for s in d.sentences]
    return [case.scored(n, s.start, s.end) for _, n, s in sorted(found, key=lambda row: row[:2])]


def ours(case: Case, code: str) -> list[str]:
    articles = [Article.from_text(text, origin=f"{n:02d}.txt") for n, text in enumerate(case.texts)]
    digest = summarize(articles, Settings(overview_words=case.words, language=code))
    number = {source.id: int((source.path or "")[:2]) for source in digest.sources}
    return [case.scored(number[line.source_id], line.start, line.end) for line in digest.overview]


def cut(lines: Sequence[str]) -> str:
    """The first 250 words."""
    return " ".join(" ".join(lines).split()[:WORDS])


def main() -> None:
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    print("| articles in | collections | first sentences | summarize |\n|---|---:|---:|---:|")
    sets = [("en", "English", "en", list(whole(shared, "english", "en")))]
    sets.append(("fr", "French", "fr", list(whole(shared, "french", "fr"))))
    sets += [(c, f"{n.title()} (translated)", "en", list(translated(shared, n))) for c, n in TRANSLATED.items()]
    names = {"he": "Hebrew letters", "ar": "Arabic letters"}
    sets += [(code, name, code, list(whole(shared, "english", code))) for code, name in names.items()]
    for code, name, scored_as, cases in sets:
        rouge = Rouge(scored_as)
        cells = []
        for system in (lead, ours):
            rows = [rouge.f1(cut(system(case, code)), case.references) for case in cases]
            cells.append(" / ".join(f"{np.mean([row[m] for row in rows]):.1f}" for m in ("1", "2")))
        print(f"| {name} | {len(cases)} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
