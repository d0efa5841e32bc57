"""`inspect` and `schema`: what is understood of the articles, and what a digest looks like."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from summarize import console
from summarize.commands.ends import check_writable, inputs_of, layout, write
from summarize.commands.options import (
    AllowPrivate,
    Follow,
    Language,
    Listed,
    MaxArticles,
    NoColor,
    Output,
    Paths,
    Quiet,
)
from summarize.errors import NoUsableInput

INSPECT_EXAMPLES = "\b\nExamples:\n  summarize inspect page.html\n  summarize inspect articles/ --format json\n"
SCHEMA_EXAMPLES = "\b\nExamples:\n  summarize schema > digest.schema.json\n  summarize schema briefing\n"


def inspect(
    paths: Paths = None,
    listed: Listed = None,
    format: Annotated[
        Literal["terminal", "json"],
        typer.Option("--format", "-f", metavar="NAME", help="terminal or json: for people or programs."),
    ] = "terminal",
    output: Output = None,
    language: Language = None,
    max_articles: MaxArticles = None,
    follow: Follow = False,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Show what is understood of each article: metadata, sentences, and what is set aside, why."""
    from summarize.languages import code_of
    from summarize.pipeline import take_apart
    from summarize.render import inspected

    check_writable(output)
    inputs = inputs_of(paths, listed, max_articles, allow_private, follow)
    code = "auto" if language in (None, "auto") else code_of(str(language))
    with console.StageProgress(quiet=quiet) as progress:
        found = inputs.read(progress)
    if not quiet:
        for warning in found.warnings:
            console.tell(f"warning: {warning}")
    if not found:
        raise NoUsableInput("no article could be read")
    documents = take_apart(found, code)
    if not quiet:
        for warning in (warning for document in documents for warning in document.warnings):
            console.tell(f"warning: {warning}")
    options = layout(output, no_color)
    write(inspected(documents, format, options), output)


def schema(
    document: Annotated[
        Literal["digest", "briefing", "answers"],
        typer.Argument(metavar="NAME", help="digest (default), briefing or answers.", show_default=False),
    ] = "digest",
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Print the JSON Schema of the digest document, of a briefing, or of answers."""
    if document == "briefing":
        from summarize.briefing import schema as of_briefing

        write(of_briefing(), None)
        return
    from importlib.resources import files

    write((files("summarize") / "data" / f"{document}.schema.json").read_text(encoding="utf-8"), None)
