"""The table of docs/languages.md, from what the program knows. Run `python tests/language_table.py` to write it anew."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import Stemmer
from stories import DATES, STORIES

from summarize import Article
from summarize.encode import represent
from summarize.judge.across import one_fact
from summarize.judge.likeness import likeness
from summarize.judge.table import tabulate
from summarize.judge.views import views
from summarize.languages import ABBREVIATIONS, NAMES, OPENERS, PHRASES, UNSPACED, function_words, stemmer
from summarize.text.sentences import segment

PAGE = Path(__file__).parent.parent / "docs" / "languages.md"
START, END = "<!-- table -->\n", "<!-- end of table -->"
ENCODED = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())
"""Languages that the default encoder was trained on (Yang et al. 2020: 16, with two scripts of Chinese)."""

ONE_FACT = {0, 2}
"""The first and the third sentence of every story say the same."""


def stems(code: str) -> str:
    if code in UNSPACED:
        return "pairs of characters"
    if code == "ar":
        return "light10"
    if stemmer(code) is str:
        return "–"
    return "Snowball" if NAMES[code] in Stemmer.algorithms() else "light endings"


def as_in_english(code: str) -> int:
    """Sentences of the story whose nearest sentence of the English story says the same (chance: 1.5)."""
    stories = [("" if c in ("ja", "th", "zh") else " ").join(STORIES[c]) for c in ("en", code)]
    made = (Article.from_text(text, path=c, language=c) for c, text in zip(("en", code), stories, strict=True))
    found, _ = represent([segment(article) for article in made], "use")
    alike = likeness(found, with_parts=False)
    pairs = tabulate(views(found, alike))
    said = pairs.square(one_fact(np.zeros(len(pairs.pairs)), pairs, found, alike.languages))
    nearest = said[: len(STORIES["en"]), len(STORIES["en"]) :].argmax(axis=0).tolist()
    return sum(at == number or {at, number} == ONE_FACT for number, at in enumerate(nearest))


def table() -> str:
    rows = [
        "| | meaning | as in English | sentences | function words | stems | openers | furniture | date in words |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for code, name in sorted(NAMES.items(), key=lambda item: item[1]):
        kinds = "patterns" if code == "en" else ", ".join(sorted(PHRASES[code]))
        own = len(ABBREVIATIONS.get(code, "").split())
        cells = [
            f"{name.title()} (`{code}`)",
            "vectors" if code in ENCODED else "words",
            f"{as_in_english(code)} of 4" if code in STORIES and code != "en" else "–",
            f"{f'+{own}' if own else 'sentencex'}{', tested' if code in STORIES else ''}",
            str(len(function_words(code)) or "–"),
            stems(code),
            str(len(OPENERS[code].split())),
            kinds,
            "tested" if code in DATES else "–",
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def written() -> str:
    page = PAGE.read_text(encoding="utf-8")
    return page[page.index(START) + len(START) : page.index(END)]


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    before, after = page[: page.index(START) + len(START)], page[page.index(END) :]
    PAGE.write_text(before + table() + after, encoding="utf-8")
