"""A briefing for a terminal: the stories that have a digest, numbered, then the others in a line each.

Article text goes in as `Text`, which Rich never reads as markup, with control characters made visible.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from summarize.briefing.document import Briefing, Line, Story
from summarize.briefing.front.facts import headline, lead, meta, news, size, teller, title
from summarize.briefing.front.marks import Marks
from summarize.render import count, harmless, printed
from summarize.stages import RenderOptions

_MOST_OTHERS = 20
"""Stories without a digest that are listed unless all are asked for, or none has a digest."""
_MOST_CHANGES = 3
"""New sentences, and as many superseded ones, that are told of a story."""


def render(briefing: Briefing, options: RenderOptions) -> str:
    """The briefing as lines of at most `options.width` columns."""
    return printed(_parts(briefing, Marks.of(options), options), options)


def _parts(briefing: Briefing, marks: Marks, options: RenderOptions) -> Iterator[RenderableType]:
    yield Text(harmless(options.title) or title(briefing), "bold")
    yield Text(marks.typed(size(briefing)), "dim")
    yield ""
    top = [story for story in briefing.stories if story.digest]
    others = [story for story in briefing.stories if not story.digest]
    for number, story in enumerate(top, start=1):
        yield from _story(number, story, marks)
    yield from _others(others, len(top), marks, options)
    if briefing.unread:
        yield Text(f"{count(len(briefing.unread), 'source')} could not be read.", "dim")


def _story(number: int, story: Story, marks: Marks) -> Iterator[RenderableType]:
    style = "" if story.is_over else "bold"
    yield marks.heading(Text(f"{number}  {headline(story)}", style), meta(story)[0])
    facts = _facts(meta(story)[1:], story, marks)
    yield Padding(facts, (0, 0, 0, marks.indent))
    for line in lead(story):
        told = Text.assemble(line.text, (f" ({line.tellers})", "dim"))
        yield marks.item(Text(marks.bullet, "dim"), told, marks.indent)
    for new in story.changes.new[:_MOST_CHANGES]:
        yield marks.item(Text("new", "green"), said(new), marks.indent)
    for item in story.changes.superseded[:_MOST_CHANGES]:
        yield marks.item(Text("was", "red"), said(item.was, "dim"), marks.indent)
        yield marks.item(Text("now", "green"), said(item.now), marks.indent)
    yield ""


def said(line: Line, style: str = "", *, dated: bool = True) -> Text:
    """A sentence, and who said it, and when."""
    told = teller(line, dated=dated)
    return Text.assemble((harmless(line.text), style), (f" ({told})" if told else "", "dim"))


def _facts(told: list[str], story: Story, marks: Marks) -> Text:
    """How much and when, then what is new, in colour."""
    text = Text(marks.typed(" · ".join(told)), "dim")
    for fact in news(story):
        text.append(marks.typed(" · ") if text else "").append(
            fact, "not dim red" if fact == "over" else "not dim green"
        )
    return text


def _others(stories: list[Story], told: int, marks: Marks, options: RenderOptions) -> Iterator[RenderableType]:
    if not stories:
        return
    shown = stories if options.verbose or not told else stories[:_MOST_OTHERS]
    if told:
        yield marks.heading(Text("Other stories", "bold"), str(len(stories)))
    wide = len(str(told + len(shown)))
    for number, story in enumerate(shown, start=told + 1):
        line = Text(f"{number:>{wide}}  {headline(story)}  ")
        yield line.append_text(_facts(meta(story), story, marks))
    if len(shown) < len(stories):
        yield Text(f"{count(len(stories) - len(shown), 'more story', 'more stories')}. -v lists them.", "dim")
    yield ""
