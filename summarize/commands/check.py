"""`verify` and `explain`: what stands behind a digest."""

from __future__ import annotations

from typing import Annotated

import typer

from summarize import console
from summarize.commands.ends import articles_of, write
from summarize.commands.options import AllowPrivate, Base, DigestFile, Listed, NoColor, Quiet, Sources
from summarize.errors import NoUsableInput, UsageError

VERIFY_EXAMPLES = """
\b
Examples:
  summarize verify digest.json                  against the files it was made from
  summarize verify digest.json archive/         against copies of them elsewhere
  summarize verify digest.json --base ~/desk    where its relative paths start now
"""

EXPLAIN_EXAMPLES = """
\b
Examples:
  summarize explain digest.json 2.1                    topic 2, sentence 1
  summarize explain digest.json overview.1
  summarize explain digest.json --find "brass line"    why these words are not shown
"""
ELSEWHERE = "the articles are not where the digest says"
WHERE = "Give the folder that its paths start from with --base, or name the articles behind the digest"


def verify(
    digest: DigestFile,
    paths: Sources = None,
    listed: Listed = None,
    base: Base = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Check every quotation of a digest against its sources. Ends with 4 if anything differs."""
    from summarize import cite
    from summarize.digest import Digest

    made = Digest.load(digest)
    inputs = articles_of(paths, listed, allow_private, made, base, digest.parent)
    with console.StageProgress(quiet=quiet) as progress:
        articles = inputs.read(progress)
    if not quiet:
        for warning in articles.warnings:
            console.tell(f"warning: {warning}")
        if len(articles) < len(made.sources) and not (paths or listed or base):
            console.tell(f"{ELSEWHERE}. {WHERE}")
    outcome = cite.verify(made, articles)
    if outcome.differences:
        write("".join(f"{_harmless(str(difference))}\n" for difference in outcome.differences), None)
        raise typer.Exit(console.MISMATCH)
    write(
        f"{outcome.quotations} quotations and {outcome.spans - outcome.quotations} other passages of "
        f"{outcome.sources} sources are as the digest says.\n",
        None,
    )


def explain(
    digest: DigestFile,
    place: Annotated[
        str | None, typer.Argument(metavar="TOPIC.SENTENCE", help="Such as 2.1 or overview.1.", show_default=False)
    ] = None,
    paths: Sources = None,
    listed: Listed = None,
    base: Base = None,
    find: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words of an article: what became of their sentence.")
    ] = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Say why a sentence was chosen, what it stands for, and why another is not shown."""
    from summarize import cite
    from summarize.digest import Digest
    from summarize.pipeline import run as run_again
    from summarize.settings import Settings

    if place is None and find is None:
        raise UsageError("nothing to explain", "Name a sentence, such as 2.1, or give --find WORDS")
    made = Digest.load(digest)
    if find is not None and place is not None and not cite.PLACE.fullmatch(place):
        paths, place = [place, *(paths or [])], None
    if place is not None:
        cite.sentence_at(made, place)
    with console.StageProgress(quiet=quiet) as progress:
        articles = articles_of(paths, listed, allow_private, made, base, digest.parent).read(progress)
        if not articles and not (paths or listed or base):
            raise NoUsableInput(ELSEWHERE, WHERE)
        recorded = {name: value for name, value in made.settings.items() if value is not None}
        again = run_again(articles, Settings.from_mapping(recorded, str(digest)), progress=progress)
    if again.digest.topics != made.topics or again.digest.overview != made.overview:
        console.tell(f"warning: the sources or this program changed since {digest} was made; this explains a new run")
    lines = cite.why_shown(again, place) if place is not None else []
    lines += cite.why_not(again, find) if find else []
    write("".join(f"{_harmless(line)}\n" for line in lines), None)


def _harmless(line: str) -> str:
    from summarize.render import harmless

    return harmless(line)
