"""`briefing`, `stories`, `timeline` and `diff`: many articles to the day's stories, and what is new in them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarize import console, registry
from summarize.commands.ends import check_writable, format_of, inputs_of, layout, write
from summarize.commands.options import (
    AllowPrivate,
    Cite,
    Config,
    Encoder,
    Follow,
    Judge,
    LengthOption,
    Listed,
    MaxArticles,
    Named,
    NoColor,
    NoContext,
    OnlyTopics,
    Output,
    Overview,
    Paths,
    Query,
    Quiet,
    Ranker,
    Topics,
    Verbose,
)
from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.briefing import Briefing, Store
    from summarize.stages import RenderOptions

BRIEFING_EXAMPLES = """
\b
Examples:
  summarize briefing crawl/                             the top stories of a folder, on the terminal
  summarize briefing crawl/ -o briefing/                a folder with a front page and a page a story
  summarize briefing https://news.example/feed.xml --store news.db -o today.html
  summarize briefing crawl/ --about energy --min-sources 3 --since 2026-05-01
  summarize briefing crawl/ -o news.atom                a feed for any feed reader
  (echo "To: desk@paper.example"; summarize briefing -i feeds.txt --store news.db -f eml) | sendmail -t
  summarize briefing crawl/ --stories 0 -o stories.json  which article belongs to which story, no digests
"""
STORIES_EXAMPLES = "\b\nExamples:\n  summarize stories --store news.db\n"
TIMELINE_EXAMPLES = "\b\nExamples:\n  summarize timeline 3f2a --store news.db\n"
DIFF_EXAMPLES = "\b\nExamples:\n  summarize diff yesterday.json today.json\n"

_FORMATS = ("terminal", "markdown", "html", "json", "atom", "eml")
_SUFFIXES = {suffix: form for suffix, form in registry.FORMAT_OF_SUFFIX.items() if form in _FORMATS} | {".atom": "atom"}
_FOLDER = "folder"

StoreFile = Annotated[Path, typer.Option("--store", metavar="FILE", help="The store that briefings were made with.")]


def briefing(
    paths: Paths = None,
    listed: Listed = None,
    format: Annotated[
        Literal["terminal", "markdown", "html", "json", "atom", "eml"] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="terminal (default), markdown, html, json, atom (feed) or eml (mail); without it, the suffix of -o decides, "
            "and a folder holds all but mail.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="A file (.md, .html, .json, .atom, .eml, .txt), or a folder for a page a story.",
        ),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Remember articles and stories here, and say what is new the next time."),
    ] = None,
    stories: Annotated[
        int, typer.Option(min=0, metavar="N", help="How many stories are shown; 0 lists all, without digests.")
    ] = 10,
    min_sources: Annotated[
        int, typer.Option(min=1, metavar="N", help="Only stories that so many independent outlets report.")
    ] = 1,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only stories with an article from then on.")
    ] = None,
    about: Annotated[str | None, typer.Option(metavar="WORDS", help="Only stories about this, in words.")] = None,
    language: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Only articles in this language: a code (fr) or a name; 'auto' (default) for all."
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Processes to work in (default: one a core).", show_default=False),
    ] = None,
    workers: Annotated[
        str | None, typer.Option(metavar="ADDRESS|N", help="A Dask scheduler, or so many Dask workers on this machine.")
    ] = None,
    topics: Topics = None,
    topic: Named = None,
    only_topics: OnlyTopics = False,
    query: Query = None,
    length: LengthOption = None,
    overview: Overview = None,
    encoder: Encoder = None,
    ranker: Ranker = None,
    judge: Judge = None,
    no_context: NoContext = False,
    cite: Cite = None,
    config: Config = None,
    max_articles: MaxArticles = None,
    follow: Follow = False,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Group many articles into stories, digest each, and say what is new."""
    from summarize.languages import code_of
    from summarize.settings import load

    chosen = {
        "topics": topics,
        "named_topics": topic or None,
        "only_topics": only_topics or None,
        "query": query or None,
        "length": length,
        "overview_words": overview,
        "encoder": encoder,
        "ranker": ranker,
        "judge": judge,
    }
    form = _format_of(format, output)
    inputs = inputs_of(paths, listed, max_articles, allow_private, follow)
    settings = load(chosen, config)

    from summarize import briefing as room
    from summarize.read import MAX_ARTICLES

    code = "auto" if language in (None, "auto") else code_of(str(language))
    wishes = room.Wishes(
        stories=stories,
        min_sources=min_sources,
        since=_moment(since) if since else None,
        about=_words(about) if about is not None else None,
        language=code,
    )
    like = room.Piece((), (), settings.encoder, code, max_articles or MAX_ARTICLES, allow_private, follow)
    with (
        room.Store(store) as remembered,
        room.workers(jobs or os.cpu_count() or 1, workers) as hands,
        console.StageProgress(quiet=quiet) as progress,
    ):
        made, run = room.brief(inputs.names, wishes, settings, remembered, hands, like, progress)
        if not quiet:
            for warning in made.warnings:
                console.tell(f"warning: {warning}")
        options = layout(output, no_color, verbose=verbose, texts=_texts(made, remembered, form), cite=cite)
        _put(made, form, output, replace(options, context=not no_context))
        remembered.finish(run)


def stories(store: StoreFile, quiet: Quiet = False, no_color: NoColor = False) -> None:
    """List the stories of a store."""
    from summarize import briefing as room

    with room.Store.to_read(store) as remembered:
        listed = room.catalogue(remembered)
    write(room.stories_to_text(listed, layout(None, no_color)), None)


def timeline(
    story: Annotated[str, typer.Argument(metavar="STORY", help="The id of a story, or how it begins.")],
    store: StoreFile,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Print one story day by day, from all its digests."""
    from summarize import briefing as room

    with room.Store.to_read(store) as remembered:
        headline, days = room.history(remembered, story)
    write(room.timeline_to_text(days, headline, layout(None, no_color)), None)


def diff(
    old: Annotated[Path, typer.Argument(metavar="EARLIER.json", help="A digest in JSON.")],
    new: Annotated[Path, typer.Argument(metavar="LATER.json", help="One of the same event, made later.")],
    format: Annotated[
        Literal["terminal", "markdown", "json"],
        typer.Option("--format", "-f", metavar="NAME", help="terminal, markdown or json."),
    ] = "terminal",
    output: Output = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Say what a digest tells that an earlier one did not, what it corrects, and what is gone."""
    from summarize import briefing as room
    from summarize.digest import Digest

    check_writable(output)
    found = room.changes([Digest.load(old)], Digest.load(new))
    if format == "json":
        text = room.changes_to_json(found)
    elif format == "markdown":
        text = room.changes_to_markdown(found)
    else:
        text = room.changes_to_text(found, layout(output, no_color))
    write(text, output)


def _format_of(name: str | None, output: Path | None) -> str:
    """How the briefing is written: a format, or a folder with all of them. Raises `UsageError`."""
    if output is not None and name is None and (output.is_dir() or not output.suffix):
        if output.exists() and not output.is_dir():
            raise UsageError(f"{output}: is a file", "Name a folder, or give --format")
        parent = output if output.is_dir() else output.absolute().parent
        if not parent.is_dir() or not os.access(parent, os.W_OK):
            raise UsageError(f"{output}: the folder {parent} cannot be written to")
        return _FOLDER
    form = format_of(name, output, _SUFFIXES)
    check_writable(output)
    return form


def _put(made: Briefing, form: str, output: Path | None, options: RenderOptions) -> None:
    """Write the briefing where it belongs."""
    from summarize import briefing as room

    if form == _FOLDER and output is not None:
        for name, text in room.to_folder(made, options.texts, options.cite).items():
            (output / name).parent.mkdir(parents=True, exist_ok=True)
            write(text, output / name)
        return
    texts: dict[str, Callable[[], str | bytes]] = {
        "terminal": lambda: room.to_terminal(made, options),
        "markdown": lambda: room.to_markdown(made, options.cite),
        "html": lambda: room.to_html(made),
        "json": lambda: room.to_json(made),
        "atom": lambda: room.to_atom(made),
        "eml": lambda: room.to_eml(made),
    }
    write(texts[form](), output)


def _texts(made: Briefing, store: Store, form: str) -> dict[str, str]:
    """The texts of the articles of all digests by their SHA-256, for a folder, where each story has a page to itself."""
    if form != _FOLDER:
        return {}
    return {
        article.sha256: article.text
        for story in made.stories
        if story.digest
        for article in store.articles(store.keys(story.id))
    }


def _moment(text: str) -> float:
    """POSIX seconds of a date. Raises `UsageError`."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--since {text}: no date", "Write it as 2026-05-01") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _words(text: str) -> str:
    if not any(char.isalnum() for char in text):
        raise UsageError("--about has no words", "Say what the stories are to be about, such as --about energy")
    return text
