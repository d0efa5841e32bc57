"""`ask`: a question to the articles of a digest."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from summarize import console
from summarize.commands.check import ELSEWHERE, WHERE
from summarize.commands.ends import answer_format_of, articles_of, check_writable, layout, write
from summarize.commands.options import AllowPrivate, Base, DigestFile, Listed, NoColor, Output, Quiet, Sources
from summarize.errors import NoUsableInput

ASK_EXAMPLES = """
\b
Examples:
  summarize ask digest.json "Who pays for the repair?"
  summarize ask digest.json "How many people died?" --format json
  summarize ask digest.json "When does it open?" --base ~/desk

\b
Answers are sentences of the articles, word for word, with their sources. Where none answers, it says so and
ends with 0; in JSON (`summarize schema answers`) the list is then empty. Ask in the language of the articles.
Numbers such as [2] are those of the digest.
"""


def ask(
    digest: DigestFile,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In words.", show_default=False)],
    paths: Sources = None,
    listed: Listed = None,
    base: Base = None,
    format: Annotated[
        Literal["terminal", "markdown", "json"] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="terminal (default), markdown or json; without it, the suffix of -o decides.",
        ),
    ] = None,
    output: Output = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Quote the sentences of a digest's articles that answer a question, or say that none does."""
    from summarize.digest import Digest
    from summarize.render import answered
    from summarize.wishes import check_question

    name = answer_format_of(format, output)
    check_writable(output)
    check_question(question)
    made = Digest.load(digest)
    inputs = articles_of(paths, listed, allow_private, made, base, digest.parent)

    from summarize import pipeline

    with console.StageProgress(quiet=quiet) as progress:
        articles = inputs.read(progress)
        if not articles and not (paths or listed or base):
            raise NoUsableInput(ELSEWHERE, WHERE)
        found = pipeline.ask(made, question, articles, progress=progress)
    if not quiet:
        for warning in found.warnings:
            console.tell(f"warning: {warning}")
    write(answered(found, name, layout(output, no_color)), output)
