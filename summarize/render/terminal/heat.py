"""Who reports what: a row a topic, a column a source, the darker the more sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from summarize.render.plain import count, harmless
from summarize.render.terminal.view import View, colour_of

_MOST = 24
"""Columns of a map; more are no overview."""
_LABEL = 28
"""Columns that a label should have before the cells get wider."""
_SHORTEST_LABEL = 8
_COLOUR = "cyan"


def heat_map(view: View) -> Iterator[RenderableType]:
    """The sentences of each topic in each source; nothing where there is one of either."""
    sources, topics = view.digest.sources, view.digest.topics
    if len(sources) < 2 or len(topics) < 2:
        return
    before = len(str(len(topics))) + 4
    shown = max(1, min(len(sources), _MOST, (view.width - before - _SHORTEST_LABEL) // 2))
    wide = view.width - before - 3 * shown >= _LABEL
    counts = [Counter(span.source_id for span in topic.members) for topic in topics]
    most = max((counted[source.id] for counted in counts for source in sources[:shown]), default=0) or 1
    yield view.heading("Who reports what")
    text = Text(no_wrap=True, overflow="ellipsis" if view.marks.more == "…" else "crop")
    _numbers(text, shown, wide, before - 2)
    for number, (topic, counted) in enumerate(zip(topics, counts, strict=True), start=1):
        text.append(f"\n{number:>{before - 2}}  ")
        for source in sources[:shown]:
            _cell(text, counted[source.id], most, wide, view)
        text.append(f" {harmless(topic.label)}")
    yield text
    yield Text(" " * before + _scale(most, len(sources) - shown, view), "dim")
    yield ""


def _numbers(text: Text, shown: int, wide: bool, before: int) -> None:
    """The numbers of the sources above their columns, a digit below another where a column is narrow."""
    digits = 1 if wide else len(str(shown))
    for place in range(digits):
        text.append("\n" if place else "").append(" " * (before + 2))
        for number in range(1, shown + 1):
            text.append(f"{number:<3}" if wide else f"{f'{number:>{digits}}'[place]} ", colour_of(number))


def _cell(text: Text, told: int, most: int, wide: bool, view: View) -> None:
    shades = view.marks.shades
    shade = shades[-(-told * (len(shades) - 1) // most)] if told else shades[0]
    text.append((shade * 2 if wide and told else shade.ljust(1 + wide)) + " ", _COLOUR if told else "dim")


def _scale(most: int, more: int, view: View) -> str:
    shades = view.marks.shades
    light = f"{shades[1]} 1 {view.marks.more} " if most > 1 else ""
    left_out = f"; {count(more, 'more source')} not shown" if more else ""
    return f"{light}{shades[-1]} {count(most, 'sentence')}{left_out}"
