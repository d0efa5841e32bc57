"""The digest for a terminal, laid out with Rich.

Article text goes in as `Text`, which Rich never reads as markup, with control characters made visible.
"""

from __future__ import annotations

from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from summarize.digest import Conflict, Digest, DigestTopic, Source, SummarySentence
from summarize.render.plain import cited, count, coverage, harmless, moment, source_name, source_numbers
from summarize.stages import RenderOptions

_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red")
_NARROWEST = 20
_WIDEST = 110
"""Longer lines are hard to read, however wide the terminal."""


def render(digest: Digest, options: RenderOptions) -> str:
    """The digest as lines of at most `options.width` columns."""
    out = StringIO()
    console = Console(
        file=out,
        width=max(_NARROWEST, min(options.width, _WIDEST)),
        force_terminal=options.colour,
        no_color=not options.colour,
        color_system="standard" if options.colour else None,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    numbers = source_numbers(digest)
    for part in _parts(digest, numbers, options):
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _parts(digest: Digest, numbers: dict[str, int], options: RenderOptions) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if digest.overview:
        told = Group(*(_sentence(sentence, numbers) for sentence in digest.overview))
        parts += [Panel(told, title="Overview", box=box.ROUNDED, padding=(0, 1), border_style="dim"), ""]
    for number, topic in enumerate(digest.topics, start=1):
        parts += _topic(number, topic, digest, numbers)
    if digest.conflicts:
        parts += [Rule(Text("Where the sources disagree", "bold"), align="left", style="dim")]
        parts += [_conflict(conflict, numbers) for conflict in digest.conflicts]
    if rows := coverage(digest):
        parts += [Rule(Text("Who reports what", "bold"), align="left", style="dim"), _coverage(rows), ""]
    parts += [Rule(Text("Sources", "bold"), align="left", style="dim"), _sources(digest)]
    if footer := _footer(digest, options):
        parts += ["", footer]
    return parts


def _topic(number: int, topic: DigestTopic, digest: Digest, numbers: dict[str, int]) -> list[RenderableType]:
    told, total = len(topic.source_ids), len(digest.sources)
    title = Text.assemble(
        (f"{number}  {harmless(topic.label)}", "bold"), (f"  {told} of {count(total, 'source')}", "dim")
    )
    lines = [Padding(_sentence(sentence, numbers), (0, 0, 0, 3)) for sentence in topic.summary]
    return [Rule(title, align="left", style="dim"), *lines, ""]


def _sentence(sentence: SummarySentence, numbers: dict[str, int]) -> Text:
    """The words, then the numbers of the sources that state them."""
    text = Text(harmless(sentence.text))
    text.append(" ")
    for number in cited(sentence, numbers):
        text.append(f"[{number}]", _COLOURS[(number - 1) % len(_COLOURS)])
    return text


def _conflict(conflict: Conflict, numbers: dict[str, int]) -> Table:
    table = Table(box=box.SIMPLE, show_header=False, padding=(0, 1))
    table.add_column(style="bold")
    table.add_column()
    for value in conflict.values:
        quotes = [Text(f"{harmless(quote.text)} [{numbers[quote.source_id]}]") for quote in value.citations]
        table.add_row(Text(harmless(value.value)), Group(*quotes))
    return table


def _coverage(rows: list[tuple[int, str, tuple[bool, ...]]]) -> Text:
    """A topic a line, a mark for each source in the order of their numbers; what one source alone reports is named so."""
    text = Text(no_wrap=True, overflow="ellipsis")
    for number, label, told in rows:
        text.append(f"{number:>3}  ")
        for source, one in enumerate(told):
            text.append("● " if one else "· ", _COLOURS[source % len(_COLOURS)] if one else "dim")
        text.append(f" {harmless(label)}")
        if sum(told) == 1:
            text.append(f"  single source [{told.index(True) + 1}]", "dim")
        text.append("\n" if number < len(rows) else "")
    return text


def _sources(digest: Digest) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for number, source in enumerate(digest.sources, start=1):
        table.add_row(Text(f"[{number}]", _COLOURS[(number - 1) % len(_COLOURS)]), _source(source))
    return table


def _source(source: Source) -> Text:
    text = Text(source_name(source), "bold")
    if source.title:
        text.append(f"  {harmless(source.title)}", "not bold")
    if source.published:
        text.append(f"  {moment(source.published)}", "not bold dim")
    place = source.url or source.path
    if place and place != source.publisher:
        text.append(f"  {harmless(place)}", "not bold dim")
    return text


def _footer(digest: Digest, options: RenderOptions) -> Text | None:
    """What was set aside and what went wrong: one dim line, or a line each with `options.verbose`."""
    if options.verbose:
        lines = [f"! {harmless(warning)}" for warning in digest.warnings]
        numbers = source_numbers(digest)
        lines += [f"- [{numbers[span.source_id]}] {span.start}–{span.end} {span.reason}" for span in digest.unplaced]
        return Text("\n".join(lines), "dim") if lines else None
    told = []
    if digest.unplaced:
        told.append(f"{count(len(digest.unplaced), 'passage')} set aside (bylines, captions, headings …)")
    if digest.warnings:
        told.append(count(len(digest.warnings), "warning"))
    return Text("; ".join(told) + ". -v lists them.", "dim") if told else None
