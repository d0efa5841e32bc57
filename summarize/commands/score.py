"""`eval`: summaries against references, beside other systems."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize import console
from summarize.commands.ends import check_writable, layout, write
from summarize.commands.options import Encoder, Language, NoColor, Output, Quiet, Ranker
from summarize.errors import UnknownName

_WORDS = 250
"""Of a summary that is compared with references."""
EVAL_HELP = """
\b
PATH is a file of JSON lines, one collection a line:
  {"id": "dam", "docs": ["text", {"text": "…"}], "references": ["summary", "…"]}
or a folder with a folder for each collection:
  PATH/dam/*.txt, *.md …      its articles
  PATH/dam/references/*.txt   its references, one a file
  (PATH itself may be the only collection)

\b
or a folder of events that an editor labelled (editor.tsv beside docs.json): then it says how many of
our sentences can be understood and are worth printing, and whether the headings fit.

\b
Systems beside ours: lead (first sentences), random, the methods of sumy (lexrank, textrank,
sumbasic, luhn, lsa, kl, reduction) and oracle (sees the references). All have the same words.
Repeated: word pairs said before. Needs the package rouge-score.

\b
Examples:
  summarize eval collections.jsonl --words 250
  summarize eval folder/ --against lead,lexrank,oracle --format markdown
"""


def evaluation(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="JSON lines or a folder, see below.")],
    words: Annotated[
        int, typer.Option(min=1, metavar="N", help="Budget of each summary (the overview of ours), in words.")
    ] = _WORDS,
    against: Annotated[
        str | None, typer.Option(metavar="NAMES", help="Systems beside ours, with commas between; all without it.")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="Of the random system and of the bootstrap.")] = 0,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="terminal, markdown or json.")
    ] = "terminal",
    output: Output = None,
    encoder: Encoder = None,
    ranker: Ranker = None,
    language: Language = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Score summaries against references, beside other systems."""
    from summarize import evaluate
    from summarize.settings import load

    if format not in evaluate.FORMATS:
        raise UnknownName("format", format, evaluate.FORMATS)
    check_writable(output)
    folders = evaluate.events_in(path)
    budget = None if folders and words == _WORDS else words  # an editor's overview is as short as ours usually is
    settings = load({"overview_words": budget, "encoder": encoder, "ranker": ranker, "language": language})
    if folders:
        with console.StageProgress(quiet=quiet) as progress:
            outcome = evaluate.judged(folders, settings, progress)
        write(evaluate.FORMATS[format](outcome, layout(output, no_color)), output)
        return
    found = evaluate.load(path)
    names = evaluate.NAMES if against is None else tuple(name.strip() for name in against.split(",") if name.strip())
    with console.StageProgress(quiet=quiet) as progress:
        report = evaluate.evaluate(found.collections, settings, names, seed=seed, progress=progress)
    if not quiet:
        for warning in found.warnings:
            console.tell(f"warning: {warning}")
    write(evaluate.FORMATS[format](report, layout(output, no_color)), output)
