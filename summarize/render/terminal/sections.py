"""The overview and the sections: sentences with their sources, and marks for how well a fact is supported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from summarize.digest import SummarySentence
from summarize.render import plain
from summarize.render.cite import OTHERS_LEGEND, PART_LEGEND
from summarize.render.plain import count, harmless, has_others, has_parts
from summarize.render.terminal.conflicts import in_section
from summarize.render.terminal.view import ROOMY, View, source_mark
from summarize.render.voices import TITLE as VOICES
from summarize.render.voices import more_people, voices

_BAR = 10
"""Cells of a bar; with fewer sources, a cell for each."""
_QUOTED = re.compile(r'“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|»[^«]*«|"[^"]*"?|「[^」]*」?|『[^』]*』?')
"""Quoted words; one that a sentence opens may be closed by a later one."""


def headline(view: View) -> Iterator[RenderableType]:
    """The headline with its source, where there is one."""
    digest, wanted = view.digest, view.options.title
    if not (wanted or digest.title):
        return
    text = Text(plain.headline(digest, view.options), "bold")
    if digest.title and not wanted:
        text.append(" ").append_text(view.source_marks([view.numbers[digest.title.source_id]]))
    yield from (text, "")


def overview(view: View) -> Iterator[RenderableType]:
    """All of it in a few sentences, in a frame."""
    digest = view.digest
    if not digest.overview:
        return
    size = f"{count(len(digest.sources), 'source')} {view.marks.dot} {count(len(digest.topics), 'topic')}"
    yield Panel(
        Group(*(_sentence(sentence, view) for sentence in digest.overview)),
        title=Text("Overview", "bold not dim"),
        title_align="left",
        subtitle=Text(size, "not bold") if view.width >= ROOMY else None,
        subtitle_align="right",
        box=view.marks.frame,
        padding=(0, 1),
        border_style="dim",
    )


def lines(view: View) -> Iterator[RenderableType]:
    """The sentences of the overview, without a frame."""
    for sentence in view.digest.overview:
        yield _sentence(sentence, view)


def legend(view: View) -> Iterator[RenderableType]:
    """What the marks mean that are on this page, in one line."""
    digest, marks = view.digest, view.marks
    shown = [*digest.overview, *(sentence for topic in digest.topics for sentence in topic.summary)]
    told = [OTHERS_LEGEND] if has_others(digest) else []
    if any(view.is_single(sentence) for sentence in shown):
        told.append(f"{marks.single} one independent source")
    notes = [note for sentence in shown for note in view.disputes.notes(sentence)]
    if not all(note.is_update for note in notes):
        told.append(f"{marks.disputed} sources disagree")
    if any(note.is_update for note in notes):
        told.append(f"{marks.updated} updated later")
    if has_parts(digest):
        told.append(PART_LEGEND)
    if told:
        yield Text("   ".join(told), "dim")
    yield ""


def topic(view: View, number: int) -> Iterator[RenderableType]:
    """A section: its label, how many sources carry it, and what they say."""
    topic = view.digest.topics[number - 1]
    told, total = len(topic.source_ids), len(view.digest.sources)
    yield view.heading(
        f"{number}  {harmless(topic.label)}", f"{_bar(told, total, view)} {told} of {count(total, 'source')}"
    )
    for sentence in topic.summary:
        is_above = plain.is_told_above(sentence, view.digest, view.options)
        yield Padding(_reference(sentence, view) if is_above else _sentence(sentence, view), (0, 0, 0, view.indent))
    yield ""
    yield from in_section(view, topic.id)


def who_says_what(view: View) -> Iterator[RenderableType]:
    """Those who are quoted most, with what they say."""
    if not view.digest.people:
        return
    yield view.heading(VOICES)
    for voice in voices(view.digest, view.options):
        about = f" ({voice.description})" if voice.description else ""
        yield Padding(Text.assemble((voice.name, "bold"), (about, "dim")), (0, 0, 0, view.indent))
        for statement in voice.statements:
            line = statement.line
            shown = _reference(line, view, statement.see) if statement.see else _sentence(line, view)
            yield Padding(shown, (0, 0, 0, 2 * view.indent))
        if voice.more:
            yield Padding(Text(voice.more, "dim"), (0, 0, 0, 2 * view.indent))
    yield Text(more_people(view.digest), "dim")


def _bar(told: int, total: int, view: View) -> str:
    cells = min(total, _BAR)
    full = told if cells == total else min(cells - (told < total), -(-told * cells // total))
    return view.marks.full * full + view.marks.empty * (cells - full)


def _sentence(sentence: SummarySentence, view: View) -> RenderableType:
    """The words, then the numbers of the sources that state them and the marks; behind a bar where they are speech."""
    words = harmless(sentence.text)
    text, quoted = Text(), 0
    if context := plain.context(sentence, view.options):
        text.append(f"{context} ", "dim")
    at = len(text)
    text.append(words)
    for match in _QUOTED.finditer(words):
        text.stylize("italic", at + match.start(), at + match.end())
        quoted += match.end() - match.start()
    if code := view.foreign.get(sentence.source_id):
        text.append(f" ({code})", "dim")
    text.append(" ").append_text(view.marks_of(sentence))
    # Without a space, so that a mark never stands alone on a line.
    if view.is_single(sentence):
        text.append(view.marks.single)
    _append_notes(text, sentence, view)
    if quoted * 2 >= len(words):
        return _Beside(text, view.marks.quoted, view.marks.quoted)
    return _Beside(text, view.marks.bullet, " ")


def _reference(sentence: SummarySentence, view: View, see: str = plain.SEE_OVERVIEW) -> RenderableType:
    """Where the words of a sentence stand, how it begins, and the numbers of its sources."""
    text = Text.assemble((f"{see}: ", "dim"), plain.beginning(sentence.text), " ")
    return _Beside(text.append_text(view.marks_of(sentence)), view.marks.above, " ")


def _append_notes(text: Text, sentence: SummarySentence, view: View) -> None:
    notes, more = view.disputes.shown_notes(sentence)
    for position, note in enumerate(notes):
        text.append("; " if position else "", "dim")
        text.append(*((view.marks.updated, "bold") if note.is_update else (view.marks.disputed, "bold red")))
        text.append(f" {note.words}", "dim")
        if note.quote:
            text.append(" ").append_text(source_mark(view.numbers[note.quote.source_id]))
    text.append(f"; {more} more" if more else "", "dim")


class _Beside:
    """Text with something at the left of its first line, and of all others."""

    def __init__(self, text: Text, first: str, others: str) -> None:
        self.text, self.first, self.others = text, first, others

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = console.render_lines(self.text, options.update(width=options.max_width - 2), pad=False)
        for number, line in enumerate(lines):
            yield Segment(f"{self.others if number else self.first} ", Style(dim=True))
            yield from line
            yield Segment.line()
