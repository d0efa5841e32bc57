"""The command line: argv to settings, the pipeline, a renderer, and one exit code.

Owns the commands and their options. Data goes to standard output, everything else to standard error through
`summarize.console`. Nothing heavy is imported before a command that needs it runs.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from typer.exceptions import TyperException

from summarize import __version__, console, registry
from summarize.errors import NoUsableInput, UnknownName, UsageError

if TYPE_CHECKING:
    from summarize.model import Collection
    from summarize.stages import RenderOptions

app = typer.Typer(
    name="summarize",
    help="Several articles on one event in; one short, quotable, sourced summary per topic out.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

_WELCOME = """Several articles on one event in; one short, quotable, sourced summary per topic out.
  summarize demo                 see it on articles that come with it
  summarize run articles/        your own; `summarize run --help` for more"""

_RUN_EXAMPLES = """
\b
Examples:
  summarize run articles/                       a folder, read on the terminal
  summarize run *.txt -o digest.md              Markdown to take away
  summarize run a.txt b.txt --length 80w        about 80 words a topic
  summarize run articles/ --topics 4 --overview 0
  cat story.txt | summarize run - --format json
"""


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...", help="Files, folders, web addresses, or - for standard input.", show_default=False
    ),
]


def _complete(kind: str) -> Any:
    return lambda incomplete: [name for name in registry.names(kind) if name.startswith(incomplete)]


Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        help="terminal (default), markdown, html, json, csv or jsonld; without it, the suffix of -o decides.",
        autocompletion=_complete("renderers"),
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file, whole or not at all.")]
Topics = Annotated[str | None, typer.Option(help="'auto' (default) or the number of topics, beside the named ones.")]
Named = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="NAME", help="A section with this name, filled by meaning; may be given again."),
]
OnlyTopics = Annotated[bool, typer.Option("--only-topics", help="Nothing but the sections named with --topic.")]
Query = Annotated[str | None, typer.Option(help="What you want to know: sections and sentences near it come first.")]
LengthOption = Annotated[
    str | None,
    typer.Option(
        "--length",
        "-l",
        help="Of each topic: auto (default: up to 3 sentences, while they add something), sentences (3), share of its "
        "sentences (20%), words (80w), or short, medium, long (1, 3, 6 sentences).",
    ),
]
Overview = Annotated[int | None, typer.Option(help="Words for the overview of everything (default 100, 0 for none).")]
Encoder = Annotated[
    str | None,
    typer.Option(
        help="How sentences are compared: use (default, 16 languages), minilm (English, an extra), tfidf (words only).",
        autocompletion=_complete("encoders"),
    ),
]
Ranker = Annotated[
    str | None,
    typer.Option(
        help="How sentences are ranked: coverage (default) or a method of sumy: lexrank, textrank, lsa, luhn, kl, "
        "sumbasic, reduction.",
        autocompletion=_complete("rankers"),
    ),
]
Language = Annotated[
    str | None, typer.Option(help="'auto' (default), a code (fr) or a name (french) for all the articles.")
]
Listed = Annotated[
    str | None,
    typer.Option("--input", "-i", metavar="LIST", help="A file with a path or an address a line (- for stdin)."),
]
MaxArticles = Annotated[int | None, typer.Option(min=1, help="Pages read of each feed (default 30).")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Read addresses of private networks and file:// too.")
]
Config = Annotated[Path | None, typer.Option(help="Settings file (TOML) in place of summarize.toml or pyproject.toml.")]
Explain = Annotated[
    bool, typer.Option("--explain", help="Say on standard error why each sentence of a section was chosen.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings on standard error.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="List everything that was set aside, and why.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="Plain text; so does the environment variable NO_COLOR.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarize {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    r"""Several articles on one event in; one short, quotable, sourced summary per topic out.

    \b
    Examples:
      summarize demo
      summarize run articles/ -o digest.md
    """
    if context.invoked_subcommand is None:
        typer.echo(_WELCOME)


@app.command(epilog=_RUN_EXAMPLES)
def run(
    paths: Paths = None,
    listed: Listed = None,
    format: Format = None,
    output: Output = None,
    topics: Topics = None,
    topic: Named = None,
    only_topics: OnlyTopics = False,
    query: Query = None,
    length: LengthOption = None,
    overview: Overview = None,
    encoder: Encoder = None,
    ranker: Ranker = None,
    language: Language = None,
    config: Config = None,
    explain: Explain = False,
    max_articles: MaxArticles = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Summarize articles by topic, with sources."""
    chosen = {
        "topics": topics,
        "named_topics": topic or None,
        "only_topics": only_topics or None,
        "query": query,
        "length": length,
        "overview_words": overview,
        "encoder": encoder,
        "ranker": ranker,
        "language": language,
    }
    inputs = _inputs(paths, listed, max_articles, allow_private)
    _summarize(
        inputs, chosen, format, output, config, quiet=quiet, verbose=verbose, colour=not no_color, explaining=explain
    )


@app.command(epilog="\b\nExamples:\n  summarize demo\n  summarize demo --format markdown\n")
def demo(format: Format = None, output: Output = None, no_color: NoColor = False) -> None:
    """See it on five articles that come with it."""
    from importlib.resources import as_file, files

    with as_file(files("summarize") / "data" / "demo") as folder:
        _summarize(_inputs([str(folder)]), {}, format, output, None, quiet=False, verbose=False, colour=not no_color)


DigestFile = Annotated[Path, typer.Argument(metavar="DIGEST.json", help="A digest in JSON.", show_default=False)]
Sources = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", help="Where the articles are now, if not where they were.", show_default=False),
]

_VERIFY_EXAMPLES = """
\b
Examples:
  summarize verify digest.json                  against the files it was made from
  summarize verify digest.json archive/         against copies of them elsewhere
"""

_EXPLAIN_EXAMPLES = """
\b
Examples:
  summarize explain digest.json 2.1                    topic 2, sentence 1
  summarize explain digest.json overview.1
  summarize explain digest.json --find "brass line"    why these words are not shown
"""


@app.command(epilog=_VERIFY_EXAMPLES)
def verify(digest: DigestFile, paths: Sources = None, quiet: Quiet = False) -> None:
    """Check every quotation of a digest against its sources. Ends with 4 if anything differs."""
    from summarize import verify as check
    from summarize.digest import Digest
    from summarize.read import read

    made = Digest.load(digest)
    articles = read(paths or check.places_to_read(made))
    if not quiet:
        for warning in articles.warnings:
            console.tell(f"warning: {warning}")
    outcome = check.verify(made, articles)
    if outcome.differences:
        _write("".join(f"{_harmless(str(difference))}\n" for difference in outcome.differences), None)
        raise typer.Exit(console.MISMATCH)
    _write(
        f"{outcome.quotations} quotations and {outcome.spans - outcome.quotations} other passages of "
        f"{outcome.sources} sources are as the digest says.\n",
        None,
    )


@app.command(epilog=_EXPLAIN_EXAMPLES)
def explain(
    digest: DigestFile,
    place: Annotated[
        str | None, typer.Argument(metavar="[TOPIC.SENTENCE]", help="Such as 2.1 or overview.1.", show_default=False)
    ] = None,
    paths: Sources = None,
    find: Annotated[str | None, typer.Option(help="Words of an article: what became of their sentence.")] = None,
    quiet: Quiet = False,
) -> None:
    """Say why a sentence was chosen, what it stands for, and why another is not shown."""
    from summarize import verify as check
    from summarize.digest import Digest
    from summarize.explain import PLACE, sentence_at, why_not, why_shown
    from summarize.pipeline import run as run_again
    from summarize.read import read
    from summarize.settings import Settings

    if place is None and find is None:
        raise UsageError("nothing to explain", "Name a sentence, such as 2.1, or give --find WORDS")
    made = Digest.load(digest)
    if find is not None and place is not None and not PLACE.fullmatch(place):
        paths, place = [place, *(paths or [])], None
    if place is not None:
        sentence_at(made, place)
    with console.StageProgress(quiet=quiet) as progress:
        articles = read(paths or check.places_to_read(made), progress=progress)
        recorded = {name: value for name, value in made.settings.items() if value is not None}
        again = run_again(articles, Settings.from_mapping(recorded, str(digest)), progress=progress)
    if again.digest.topics != made.topics or again.digest.overview != made.overview:
        console.tell(f"warning: the sources or this program changed since {digest} was made; this explains a new run")
    lines = (why_shown(again, place) if place is not None else []) + (why_not(again, find) if find else [])
    _write("".join(f"{_harmless(line)}\n" for line in lines), None)


def _harmless(line: str) -> str:
    from summarize.render.plain import harmless

    return harmless(line)


@app.command(epilog="\b\nExamples:\n  summarize schema > digest.schema.json\n")
def schema() -> None:
    """Print the JSON Schema of the digest document."""
    from importlib.resources import files

    _write((files("summarize") / "data" / "digest.schema.json").read_text(encoding="utf-8"), None)


_EVAL_HELP = """
\b
PATH is a file of JSON lines, one collection a line:
  {"id": "dam", "docs": ["text", {"text": "…"}], "references": ["summary", "…"]}
or a folder with a folder for each collection:
  PATH/dam/*.txt, *.md …      its articles
  PATH/dam/references/*.txt   its references, one a file
  (PATH itself may be the only collection)

\b
Systems beside ours: lead (first sentences), random, the methods of sumy (lexrank, textrank,
sumbasic, luhn, lsa, kl, reduction) and oracle (sees the references). All have the same words.
Repeated: word pairs said before. Needs: pip install 'summarize[eval]'

\b
Examples:
  summarize eval collections.jsonl --words 250
  summarize eval folder/ --against lead,lexrank,oracle --format markdown
"""


@app.command(name="eval", epilog=_EVAL_HELP)
def evaluation(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="JSON lines or a folder, see below.")],
    words: Annotated[int, typer.Option(min=1, help="Budget of each summary (the overview of ours), in words.")] = 250,
    against: Annotated[
        str | None, typer.Option(help="Systems beside ours, with commas between; all without it.")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of the random system and of the bootstrap.")] = 0,
    format: Annotated[str, typer.Option("--format", "-f", help="terminal, markdown or json.")] = "terminal",
    output: Output = None,
    encoder: Encoder = None,
    ranker: Ranker = None,
    language: Language = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Score summaries against references, beside other systems."""
    from summarize.render import scores
    from summarize.settings import load

    if format not in scores.FORMATS:
        raise UnknownName("format", format, scores.FORMATS)
    _check_writable(output)
    settings = load({"overview_words": words, "encoder": encoder, "ranker": ranker, "language": language})

    from summarize.evaluate import collections, measure

    found = collections.load(path)
    names = measure.NAMES if against is None else tuple(name.strip() for name in against.split(",") if name.strip())
    with console.StageProgress(quiet=quiet) as progress:
        report = measure.evaluate(found.collections, settings, names, seed=seed, progress=progress)
    if not quiet:
        for warning in found.warnings:
            console.tell(f"warning: {warning}")
    _write(scores.FORMATS[format](report, _options(output, no_color)), output)


def _options(
    output: Path | None, no_color: bool, *, verbose: bool = False, texts: Mapping[str, str] | None = None
) -> RenderOptions:
    """How standard output, or a file, is to be laid out."""
    from summarize.stages import RenderOptions

    return RenderOptions(
        width=shutil.get_terminal_size((100, 24)).columns,
        colour=output is None and console.use_colour(sys.stdout, not no_color),
        verbose=verbose,
        texts=texts or {},
    )


@app.command(epilog="\b\nExamples:\n  summarize inspect page.html\n  summarize inspect articles/ --format json\n")
def inspect(
    paths: Paths = None,
    listed: Listed = None,
    format: Annotated[
        Literal["terminal", "json"], typer.Option("--format", "-f", help="For people or programs.")
    ] = "terminal",
    output: Output = None,
    language: Language = None,
    max_articles: MaxArticles = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Show what is understood of each article: metadata, sentences, and what is set aside, why."""
    from summarize.languages import code_of
    from summarize.pipeline import take_apart
    from summarize.render import inspection

    _check_writable(output)
    inputs = _inputs(paths, listed, max_articles, allow_private)
    code = "auto" if language in (None, "auto") else code_of(str(language))
    with console.StageProgress(quiet=quiet) as progress:
        found = inputs.read(progress)
    if not quiet:
        for warning in found.warnings:
            console.tell(f"warning: {warning}")
    if not found:
        raise NoUsableInput("no article could be read")
    documents = take_apart(found, code)
    options = _options(output, no_color)
    _write(inspection.as_json(documents) if format == "json" else inspection.as_text(documents, options), output)


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What a command was given to read."""

    names: tuple[str, ...]
    options: dict[str, Any]

    def read(self, progress: console.StageProgress) -> Collection:
        """The articles."""
        from summarize.read import read

        return read(self.names, progress=progress, **self.options)


def _inputs(
    paths: Sequence[str] | None, listed: str | None = None, max_articles: int | None = None, allow_private: bool = False
) -> _Inputs:
    from summarize.read.find import inputs_in

    names = (*(paths or ()), *(inputs_in(listed) if listed else ()))
    if not names:
        raise UsageError("nothing to read", "Name files, folders or addresses, - for standard input, or a list with -i")
    options: dict[str, Any] = {"allow_private": allow_private}
    return _Inputs(names, options | ({"max_articles": max_articles} if max_articles else {}))


def _summarize(
    inputs: _Inputs,
    chosen: dict[str, Any],
    format_name: str | None,
    output: Path | None,
    config: Path | None,
    *,
    quiet: bool,
    verbose: bool,
    colour: bool,
    explaining: bool = False,
) -> None:
    from summarize.settings import load

    name = _format(format_name, output)
    _check_writable(output)
    settings = load(chosen, config)

    from summarize import pipeline

    with console.StageProgress(quiet=quiet) as progress:
        articles = inputs.read(progress)
        made = pipeline.run(articles, settings, progress=progress)
    digest = made.digest
    if explaining:
        from summarize.explain import why_shown

        for number, topic in enumerate(digest.topics, 1):
            for position in range(1, len(topic.summary) + 1):
                console.note(why_shown(made, f"{number}.{position}"))
    if not quiet:
        for warning in digest.warnings:
            console.tell(f"warning: {warning}")
    texts = {article.sha256: article.text for article in articles}
    _write(registry.renderer(name)(digest, _options(output, not colour, verbose=verbose, texts=texts)), output)


def _format(name: str | None, output: Path | None) -> str:
    if name is not None:
        registry.check("renderers", name)
        return name
    if output is None:
        return "terminal"
    known = registry.FORMAT_OF_SUFFIX
    if output.suffix.lower() not in known:
        raise UsageError(f"{output}: its suffix names no format", f"Use {', '.join(known)}, or give --format")
    return known[output.suffix.lower()]


def _check_writable(output: Path | None) -> None:
    """Say that a file cannot be written before the work is done, not after."""
    if output is None:
        return
    if output.is_dir():
        raise UsageError(f"{output}: is a folder", "Name a file")
    if not output.parent.is_dir():
        raise UsageError(f"{output}: there is no folder {output.parent}", "Make it first, or write elsewhere")
    if not os.access(output.parent, os.W_OK):
        raise UsageError(f"{output}: the folder {output.parent} cannot be written to")


def _write(text: str, output: Path | None) -> None:
    """To standard output, or to a file that appears whole or not at all."""
    if output is None:
        with console.closed_pipe_is_quiet():
            sys.stdout.write(text)
        return
    import tempfile

    handle, temporary = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        mode = output.stat().st_mode if output.exists() else 0o666 & ~_umask()
        os.chmod(temporary, mode)
        os.replace(temporary, output)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; every failure is one line on standard error."""
    # What libraries log of damaged files is told as a warning of ours, with the file's name.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a TextIOWrapper
        result = app(arguments, standalone_mode=False)
    except TyperException as error:
        console.tell(_with_guess(error))
        return error.exit_code
    except (
        Exception,
        KeyboardInterrupt,
    ) as error:  # the last line of defence: a user never sees a traceback unless asked for
        if os.environ.get("SUMMARIZE_TRACEBACK"):
            import traceback

            traceback.print_exc()
        console.tell_error(error)
        return console.exit_code(error)
    code = result if isinstance(result, int) else 0
    if code == console.exit_code(KeyboardInterrupt()):  # typer swallows Ctrl-C and returns its code
        console.tell_error(KeyboardInterrupt())
    return code


def _with_guess(error: TyperException) -> str:
    """The message about a wrong command line, with the nearest option or command where there is one."""
    message, context = error.format_message().rstrip(".?"), getattr(error, "ctx", None)
    if context is None:
        return message
    typed = getattr(error, "option_name", None) or message.rpartition(" ")[2].strip("'\"")
    known = [
        *(name for option in context.command.params for name in option.opts),
        *getattr(context.command, "commands", ()),
    ]
    near = [] if "(Possible" in message or "Did you" in message else get_close_matches(typed, known, n=1)
    guess = f"Did you mean '{near[0]}'? " if near else ""
    return f"{message}. {guess}See `{context.command_path} --help`"
