"""The end of the page: the sources with their addresses, and what was set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from urllib.parse import quote, urlsplit

from rich.cells import cell_len
from rich.console import RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from summarize.digest import Source
from summarize.render.plain import count, harmless, moment, source_name
from summarize.render.terminal.view import View, source_mark

_ADDRESS = "%/:=&?~#+!$,;'@()*[]"
"""What an address keeps as it is; all else is percent-encoded, for a link holds printable ASCII only."""
_MOST_REASONS = 4


def sources(view: View, only: Collection[str] | None = None) -> Iterator[RenderableType]:
    """Every source under its number, or those of the ids in `only`."""
    if only is not None and not only:
        return
    yield view.heading("Sources")
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    room = view.width - len(str(len(view.digest.sources))) - 3
    for number, source in enumerate(view.digest.sources, start=1):
        if only is not None and source.id not in only:
            continue
        table.add_row(source_mark(number), _source(source, view, room))
    yield table


def _source(source: Source, view: View, room: int) -> Text:
    link = _link(source.url) if view.links else None
    text = Text(source_name(source), Style(bold=True))
    if source.title:
        text.append("  ").append(harmless(source.title), Style(bold=False, link=link))
    place = source.url or source.path
    ends: list[tuple[str, str | None]] = [(moment(source.published), None)] if source.published else []
    ends += [(harmless(place), link)] if place and place != source.publisher else []
    fits = cell_len(text.plain) + sum(2 + cell_len(shown) for shown, _ in ends) <= room
    for number, (shown, target) in enumerate(ends):
        text.append("  " if fits or number else "\n").append(shown, Style(bold=False, dim=True, link=target))
    return text


def _link(url: str | None) -> str | None:
    """The address as a terminal may open it: of the web, in ASCII; None for any other."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return quote(url or "", safe=_ADDRESS) if parts.scheme in ("http", "https") and parts.netloc else None


def set_aside(view: View, verbose: bool) -> Iterator[RenderableType]:
    """What was set aside and what went wrong: one dim line, or a line each with `verbose`."""
    digest = view.digest
    if verbose:
        lines = [f"! {harmless(warning)}" for warning in digest.warnings]
        lines += [
            f"- [{view.numbers[span.source_id]}] {span.start}-{span.end} {harmless(span.reason)}"
            for span in digest.unplaced
        ]
        if lines:
            yield from ("", Text("\n".join(lines), "dim"))
        return
    told = []
    if digest.unplaced:
        told.append(f"{count(len(digest.unplaced), 'passage')} set aside ({_reasons(view)})")
    if digest.warnings:
        told.append(count(len(digest.warnings), "warning"))
    if told:
        yield from ("", Text(f"{'; '.join(told)}. -v lists them.", "dim"))


def _reasons(view: View) -> str:
    """The most frequent reasons with their numbers; ties in the order of the alphabet."""
    counted = Counter(span.reason for span in view.digest.unplaced)
    often = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    told = ", ".join(f"{harmless(reason)} {number}" for reason, number in often[:_MOST_REASONS])
    return f"{told} {view.marks.more}" if len(often) > _MOST_REASONS else told
