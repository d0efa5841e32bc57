"""A briefing as a folder: an index in HTML and Markdown, a feed, the document, and two pages for each digest."""

from __future__ import annotations

from collections.abc import Mapping

from summarize.briefing.document import Briefing
from summarize.briefing.front import atom, html, json, markdown
from summarize.briefing.front.facts import headline, names
from summarize.render import to_html


def render(briefing: Briefing, texts: Mapping[str, str], cite: str) -> dict[str, str]:
    """The text of each file by its path."""
    pages = {
        "index.html": html.render(briefing, {}, linked=True),
        "index.md": markdown.render(briefing, cite, linked=True),
        "briefing.json": json.render(briefing),
        "feed.atom": atom.render(briefing, linked=True),
    }
    for story, name in zip(briefing.stories, names(briefing.stories), strict=True):
        if story.digest is not None:
            title = "" if story.digest.title else headline(story)
            pages[f"stories/{name}.html"] = to_html(story.digest, texts, title=title, back="../index.html")
            pages[f"stories/{name}.md"] = markdown.story_page(story, cite)
    return pages
