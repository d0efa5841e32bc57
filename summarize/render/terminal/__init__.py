"""The digest for a terminal, laid out with Rich.

Owns the order of the parts and what leaves as text; each part is a module beside this one. Article text goes in as `Text`,
which Rich never reads as markup, with control characters made visible.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from summarize.digest import Digest
from summarize.render.disputes import cited_in_conflicts
from summarize.render.terminal.conflicts import alone, elsewhere
from summarize.render.terminal.heat import heat_map
from summarize.render.terminal.listing import set_aside, sources
from summarize.render.terminal.sections import headline, legend, lines, overview, topic, who_says_what
from summarize.render.terminal.view import View
from summarize.stages import RenderOptions

_NARROWEST = 20
_WIDEST = 110
"""Longer lines are hard to read, however wide the terminal."""
_LINK_BY_CHANCE = re.compile(r"(?<=\x1b]8;)id=[^;\x1b]*(?=;)")
"""Rich draws the id of a link at random; without it the same digest gives the same bytes."""


def render(digest: Digest, options: RenderOptions) -> str:
    """The digest as lines of at most `options.width` columns."""
    return printed(_parts(View.of(digest, width_of(options), options), options.verbose), options)


def render_conflicts(digest: Digest, options: RenderOptions) -> str:
    """Only the conflicts, and the sources that they cite, in as many columns."""
    view = View.of(digest, width_of(options), options)
    return printed([*alone(view), *sources(view, cited_in_conflicts(digest))], options)


def render_lines(digest: Digest, options: RenderOptions, title: str, nothing: str, only: Collection[str]) -> str:
    """The overview under a title, or `nothing` where it is empty, and the sources of the ids in `only`."""
    view = View.of(digest, width_of(options), options)
    marks = list(legend(view))
    told = [*lines(view), *([""] if len(marks) > 1 else []), *marks] if digest.overview else [nothing]
    return printed([Text(title, "bold"), "", *told, *sources(view, only)], options)


def width_of(options: RenderOptions) -> int:
    """Columns that are written on."""
    return max(_NARROWEST, min(options.width, _WIDEST))


def printed(parts: Iterable[RenderableType], options: RenderOptions) -> str:
    """What Rich draws of some parts, one below the other."""
    out = StringIO()
    console = Console(
        file=out,
        width=width_of(options),
        force_terminal=options.colour,
        no_color=not options.colour,
        color_system="standard" if options.colour else None,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    lines = _LINK_BY_CHANCE.sub("", out.getvalue()).split("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def _parts(view: View, verbose: bool) -> list[RenderableType]:
    parts: list[RenderableType] = [*headline(view), *overview(view), *legend(view)]
    for number in range(1, len(view.digest.topics) + 1):
        parts += topic(view, number)
    if view.options.voices:
        parts += who_says_what(view)
    return [*parts, *elsewhere(view), *heat_map(view), *sources(view), *set_aside(view, verbose)]
