"""What answers a question, as each format tells it: the lines under the question, or that there is none.

Owns the words for nothing found. The lines look as they do in a digest of that format.
"""

from __future__ import annotations

import json

from summarize.answers import Answers
from summarize.render.cite import Citations
from summarize.render.commonmark import escape
from summarize.render.plain import count, harmless
from summarize.stages import RenderOptions


def none(found: Answers) -> str:
    """That no sentence answers, in one line."""
    return f"No sentence of the {count(found.asked, 'article')} answers this."


def terminal(found: Answers, options: RenderOptions) -> str:
    """Lines of at most `options.width` columns."""
    from summarize.render.terminal import render_lines

    cited = {source.id for source in found.sources}
    return render_lines(found.as_digest(), options, harmless(found.question), none(found), cited)


def markdown(found: Answers, options: RenderOptions) -> str:
    """The question as a heading, the lines with numbers of sources, and these sources."""
    from summarize.render.markdown import items, source_line

    digest = found.as_digest()
    citations = Citations(digest, options.cite)
    parts = [f"# {escape(found.question)}", items(found.answers, citations, options, digest) or none(found)]
    if found.answers:
        parts += [citations.legend(), "## Sources"]
    parts.append("\n".join(f"- \\[{citations.numbers[one.id]}\\] {source_line(one)}" for one in found.sources))
    return "\n\n".join(part for part in [*parts, *citations.notes()] if part) + "\n"


def as_json(found: Answers, options: RenderOptions) -> str:
    """The document; an empty list where no sentence answers."""
    text = json.dumps(found.to_dict(), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


FORMATS = {"terminal": terminal, "markdown": markdown, "json": as_json}
