"""`run` and `demo`: articles to a digest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize import console, registry
from summarize.commands.ends import Inputs, check_writable, conflict_format_of, format_of, inputs_of, layout, write
from summarize.commands.options import (
    AllowPrivate,
    Bibliography,
    Cite,
    Config,
    Encoder,
    Explain,
    Follow,
    Format,
    Jobs,
    Judge,
    Language,
    LengthOption,
    Listed,
    MaxArticles,
    Named,
    NoArticles,
    NoColor,
    NoContext,
    OnlyConflicts,
    OnlyTopics,
    Output,
    Overview,
    Pager,
    Paths,
    PathsAs,
    PreferLanguage,
    Query,
    Quiet,
    Ranker,
    RepeatOverview,
    Title,
    Topics,
    Verbose,
    Voices,
)
from summarize.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.cite import PathStyle
    from summarize.digest import Digest
    from summarize.model import Article
    from summarize.stages import RenderOptions

RUN_EXAMPLES = """
\b
Examples:
  summarize run articles/                       a folder, read on the terminal
  summarize run *.txt -o digest.md              Markdown to take away
  summarize run a.txt b.txt --length 80w        about 80 words a topic
  summarize run *.txt -o digest.md --cite pandoc --bibliography refs.bib
  summarize run articles/ --topics 4 --overview 0
  cat story.txt | summarize run - --format json
"""
_CHOICES = (
    "topics",
    "named_topics",
    "only_topics",
    "query",
    "length",
    "overview_words",
    "encoder",
    "ranker",
    "judge",
    "language",
    "prefer_language",
)
"""The settings that `run` has options for, in their order."""
DEMO_EXAMPLES = "\b\nExamples:\n  summarize demo\n  summarize demo --format markdown\n"


def run(
    paths: Paths = None,
    listed: Listed = None,
    format: Format = None,
    output: Output = None,
    cite: Cite = None,
    bibliography: Bibliography = None,
    title: Title = None,
    no_context: NoContext = False,
    repeat_overview: RepeatOverview = False,
    voices: Voices = False,
    paths_as: PathsAs = "relative",
    no_articles: NoArticles = False,
    only_conflicts: OnlyConflicts = False,
    topics: Topics = None,
    topic: Named = None,
    only_topics: OnlyTopics = False,
    query: Query = None,
    length: LengthOption = None,
    overview: Overview = None,
    encoder: Encoder = None,
    ranker: Ranker = None,
    judge: Judge = None,
    language: Language = None,
    prefer_language: PreferLanguage = None,
    config: Config = None,
    explain: Explain = False,
    max_articles: MaxArticles = None,
    follow: Follow = False,
    allow_private: AllowPrivate = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    pager: Pager = False,
    no_color: NoColor = False,
) -> None:
    """Summarize articles by topic, with sources."""
    values = (
        topics,
        topic or None,
        only_topics or None,
        query or None,
        length,
        overview,
        encoder,
        ranker,
        judge,
        language,
        prefer_language,
    )
    chosen = dict(zip(_CHOICES, values, strict=True))
    inputs = inputs_of(paths, listed, max_articles, allow_private, follow)
    _summarize(
        inputs,
        chosen,
        format,
        output,
        config,
        Presentation(
            cite,
            bibliography,
            title or "",
            not no_context,
            only_conflicts,
            paths_as,
            not no_articles,
            repeat_overview,
            voices,
        ),
        jobs=jobs,
        quiet=quiet,
        verbose=verbose,
        colour=not no_color,
        explaining=explain,
        paged=pager,
    )


def demo(format: Format = None, output: Output = None, quiet: Quiet = False, no_color: NoColor = False) -> None:
    """See it on five articles that come with it."""
    from importlib.resources import as_file, files

    with as_file(files("summarize") / "data" / "demo") as folder:
        inputs = inputs_of([str(folder)])
        _summarize(inputs, {}, format, output, None, Presentation(), quiet=quiet, verbose=False, colour=not no_color)


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a digest looks: how sources are referred to, the file that lists them, the title, context in brackets, whether only
    conflicts are shown, how files are named, whether whole articles are shown, whether sections repeat the overview, and
    whether a section tells who says what.
    """

    cite: str | None = None
    bibliography: Path | None = None
    title: str = ""
    context: bool = True
    only_conflicts: bool = False
    paths: PathStyle = "relative"
    articles: bool = True
    repeat_overview: bool = False
    voices: bool = False

    def format(self, name: str | None, output: Path | None) -> str:
        """The format by its name or by the file. Raises `UsageError` for one that cannot show what is wanted."""
        return conflict_format_of(name, output) if self.only_conflicts else format_of(name, output)

    def text(self, digest: Digest, format_name: str, options: RenderOptions) -> str | bytes:
        """The digest, or only its conflicts."""
        if self.only_conflicts:
            from summarize.render import conflicts_alone

            return conflicts_alone(digest, format_name, options)
        return registry.renderer(format_name)(digest, options)

    def check(self, format_name: str, output: Path | None) -> None:
        """Raises `UsageError` for a style that the format does not have and a file that cannot be written."""
        if self.cite and format_name != "markdown":
            raise UsageError(
                f"--cite is for Markdown, and this is {format_name}", "Add --format markdown, or leave it out"
            )
        check_writable(self.bibliography)
        if self.bibliography is None:
            return
        from summarize.render import WRITERS

        if self.bibliography.suffix.lower() not in WRITERS:
            raise UsageError(f"{self.bibliography}: its suffix names no bibliography", f"Use {' or '.join(WRITERS)}")
        if output and self.bibliography.resolve() == output.resolve():
            raise UsageError(f"{output}: the digest and its bibliography cannot be one file")

    def write(self, digest: Digest, articles: Iterable[Article]) -> None:
        """The bibliography, where one is wanted, of a digest that knows its files by the names they were given by."""
        if self.bibliography:
            from summarize.render import WRITERS

            texts = {article.sha256: article.text for article in articles}
            write(WRITERS[self.bibliography.suffix.lower()](digest, texts), self.bibliography)


def _summarize(
    inputs: Inputs,
    chosen: dict[str, Any],
    format_name: str | None,
    output: Path | None,
    config: Path | None,
    looks: Presentation,
    *,
    jobs: int | None = None,
    quiet: bool,
    verbose: bool,
    colour: bool,
    explaining: bool = False,
    paged: bool = False,
) -> None:
    from summarize.settings import load

    name = looks.format(format_name, output)
    check_writable(output, name)
    looks.check(name, output)
    settings = load(chosen, config)

    from summarize import encode, pipeline

    with console.StageProgress(quiet=quiet) as progress, encode.jobs(jobs):
        articles = inputs.read(progress)
        made = pipeline.run(articles, settings, progress=progress)
    from summarize.cite import why_shown, with_paths

    digest = with_paths(made.digest, looks.paths, output.parent if output else Path())
    if explaining:
        for number, topic in enumerate(digest.topics, 1):
            for position in range(1, len(topic.summary) + 1):
                console.note(why_shown(made, f"{number}.{position}"))
    if not quiet:
        for warning in digest.warnings:
            console.tell(f"warning: {warning}")
    texts = {article.sha256: article.text for article in articles} if looks.articles else {}
    options = layout(
        output,
        not colour,
        verbose=verbose,
        texts=texts,
        cite=looks.cite,
        bibliography=looks.bibliography,
    )
    options = replace(
        options, title=looks.title, context=looks.context, repeat_overview=looks.repeat_overview, voices=looks.voices
    )
    looks.write(made.digest, articles)
    write(looks.text(digest, name, options), output, paged=paged)
