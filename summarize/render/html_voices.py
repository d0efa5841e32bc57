"""Who says what, as the HTML page shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from summarize.digest import Digest, Quote, SummarySentence
from summarize.render.plain import beginning
from summarize.render.voices import more_people, voices
from summarize.stages import RenderOptions

if TYPE_CHECKING:
    from summarize.render.html import Line


def voices_view(
    digest: Digest, options: RenderOptions, line: Callable[[SummarySentence], Line]
) -> dict[str, object] | None:
    """The speakers with their statements, made ready by `line`; None where none is wanted, or there is nobody."""
    if not (options.voices and digest.people):
        return None
    return {
        "more": more_people(digest),
        "people": [
            {
                "name": voice.name,
                "description": voice.description,
                "more": voice.more,
                "statements": [
                    {
                        "line": line(statement.line),
                        "see": statement.see,
                        "anchor": statement.anchor,
                        "begins": beginning(statement.line.text),
                    }
                    for statement in voice.statements
                ],
            }
            for voice in voices(digest, options)
        ],
    }


def said(digest: Digest, options: RenderOptions) -> Iterator[Quote]:
    """The sentences that the view links to."""
    for voice in voices(digest, options) if options.voices else ():
        for statement in voice.statements:
            yield statement.line
            yield from statement.line.also_reported_by
