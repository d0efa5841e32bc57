"""What was understood of each article, before anything is summarized: for a terminal and as data.

Owns the layout of `summarize inspect`. One line a sentence, so that boundaries are seen; what was set aside stands where it
stood in the article, with its reason.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from io import StringIO

from summarize.digest import Source
from summarize.model import Document, fold
from summarize.render.plain import count, harmless
from summarize.stages import RenderOptions

_LONGEST_ASIDE = 300
"""Characters of a passage set aside that are shown."""


def as_json(documents: Sequence[Document]) -> str:
    """`sources`, `texts` by source, `ignored` spans with reasons and the spans of all `sentences`."""
    data = {
        "sources": [asdict(Source.of(document)) for document in documents],
        "texts": {document.article.id: document.article.text for document in documents},
        "ignored": [
            {"source_id": document.article.id, "start": span.start, "end": span.end, "reason": span.reason}
            for document in documents
            for span in document.ignored
        ],
        "sentences": [
            {"source_id": document.article.id, "start": sentence.start, "end": sentence.end}
            for document in documents
            for sentence in document.sentences
        ],
    }
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def as_text(documents: Sequence[Document], options: RenderOptions) -> str:
    """The articles one after the other, in lines of at most `options.width` columns."""
    from rich.console import Console
    from rich.rule import Rule
    from rich.text import Text

    out = StringIO()
    console = Console(
        file=out,
        width=max(20, options.width),
        force_terminal=options.colour,
        no_color=not options.colour,
        color_system="standard" if options.colour else None,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for document in documents:
        console.print(
            Rule(
                Text(harmless(document.article.path or document.article.origin or document.article.id), "bold"),
                align="left",
                style="dim",
            )
        )
        for name, value in _known(document):
            console.print(Text.assemble((f"{name:<10}", "dim"), harmless(value)))
        console.print()
        for mark, text in _lines(document):
            line = Text(f"{mark:>3} {harmless(text)}" if mark.isdigit() else f"    {mark}: {harmless(text)}")
            line.stylize("dim", 0, None if not mark.isdigit() else 3)
            console.print(line)
        console.print()
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _known(document: Document) -> list[tuple[str, str]]:
    article = document.article
    found = [
        ("title", article.title),
        ("publisher", article.publisher),
        ("authors", ", ".join(article.authors)),
        ("published", article.published),
        ("url", article.url),
        ("language", article.language),
        ("length", f"{len(article.text)} characters, {count(len(document.sentences), 'sentence')}, "
                   f"{count(len(document.ignored), 'passage')} set aside"),
        *(("doubt", warning) for warning in article.warnings),
    ]  # fmt: skip
    return [(name, value) for name, value in found if value]


def _lines(document: Document) -> list[tuple[str, str]]:
    """(number of a sentence or reason of a passage set aside, its text) in reading order."""
    rows = [(sentence.start, str(sentence.index + 1), sentence.text) for sentence in document.sentences]
    for span in document.ignored:
        text = fold(document.article.text[span.start : span.end])
        short = text if len(text) <= _LONGEST_ASIDE else f"{text[:_LONGEST_ASIDE]} …"
        rows.append((span.start, span.reason, short))
    return [(mark, text) for _, mark, text in sorted(rows)]
