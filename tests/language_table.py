"""The table of docs/languages.md, from what the program knows. Run `python tests/language_table.py` to write it anew."""

from __future__ import annotations

from pathlib import Path

import snowballstemmer
from stories import DATES, STORIES

from summarize.languages import ABBREVIATIONS, NAMES, OPENERS, PHRASES, UNSPACED, function_words, stemmer

PAGE = Path(__file__).parent.parent / "docs" / "languages.md"
START, END = "<!-- table -->\n", "<!-- end of table -->"
ENCODED = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())
"""Languages that the default encoder was trained on (Yang et al. 2020: 16, with two scripts of Chinese)."""


def stems(code: str) -> str:
    if code in UNSPACED:
        return "pairs of characters"
    if code == "ar":
        return "light10"
    if stemmer(code) is str:
        return "–"
    return "Snowball" if NAMES[code] in snowballstemmer.algorithms() else "light endings"


def table() -> str:
    rows = [
        "| | meaning | sentences | function words | stems | openers | furniture | date in words |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for code, name in sorted(NAMES.items(), key=lambda item: item[1]):
        kinds = "patterns" if code == "en" else ", ".join(sorted(PHRASES[code]))
        own = len(ABBREVIATIONS.get(code, "").split())
        cells = [
            f"{name.title()} (`{code}`)",
            "vectors" if code in ENCODED else "words",
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
