"""A briefing as an Atom feed (RFC 4287): a story an entry, with its digest as the content, for any feed reader.

Owns what an entry is known by: the story's own id, which a store keeps from run to run, so that a reader shows a story that
goes on as changed and not as another. Dates are those of the articles; the clock is not asked. An entry leads to the page of
its story where that lies beside the feed, else to an article.
"""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from summarize.briefing.document import Briefing, Story
from summarize.briefing.front.eml import articles
from summarize.briefing.front.facts import headline, lead, names, news, outlets, size
from summarize.model import fold
from summarize.render import harmless, in_html, safe_address, to_flat

_NAMESPACE = uuid.UUID("6a1f2f0e-2f0b-5d43-9a54-0f2a3c1f7b6d")
"""Of the identifiers that are made here (RFC 9562, 5.5); drawn once."""
_UNDATED = "1970-01-01T00:00:00Z"
"""Of what no article dates: an entry must have a time."""
_MOST_AUTHORS = 10
"""Outlets named as those whose words an entry has."""


def render(briefing: Briefing, *, linked: bool = False) -> str:
    """The whole feed; where `linked`, entries lead to the pages at `stories/NAME.html`."""
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    wishes = briefing.settings.get("briefing", {})
    about = harmless(fold(str(wishes.get("about") or "")))
    _add(feed, "id", _urn(json.dumps(["feed", about, str(wishes.get("language", "auto"))])))
    _add(feed, "title", f"Briefing: {about}" if about else "Briefing")
    _add(feed, "subtitle", size(briefing))
    _add(feed, "updated", max((_updated(story) for story in briefing.stories), default=_UNDATED))
    _add(SubElement(feed, "author"), "name", "summarize")
    generator = _add(feed, "generator", harmless(briefing.generator.name))
    generator.set("version", harmless(briefing.generator.version))
    if linked:
        SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": "index.html"})
    for story, name in zip(briefing.stories, names(briefing.stories), strict=True):
        feed.append(_entry(story, f"stories/{name}.html" if linked and story.digest else ""))
    indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _entry(story: Story, page: str) -> Element:
    entry = Element("entry")
    _add(entry, "id", _urn(json.dumps(["story", story.id])))
    _add(entry, "title", headline(story))
    _add(entry, "updated", _updated(story))
    if began := _moment(story.first_seen):
        _add(entry, "published", began)
    for name, _ in outlets(story.articles)[:_MOST_AUTHORS]:
        _add(SubElement(entry, "author"), "name", name)
    places = _places(story)
    if page or places:
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": page or places[0]})
    for place in places:
        SubElement(entry, "link", {"rel": "via", "href": place})
    for word in news(story):
        SubElement(entry, "category", {"term": word})
    if told := " ".join(line.text for line in lead(story)):
        _add(entry, "summary", told)
    _add(entry, "content", to_flat(story.digest) if story.digest else in_html(articles(story))).set("type", "html")
    return entry


def _add(parent: Element, name: str, text: str) -> Element:
    made = SubElement(parent, name)
    made.text = text
    return made


def _urn(name: str) -> str:
    return uuid.uuid5(_NAMESPACE, name.encode("utf-8", "replace").decode()).urn


def _updated(story: Story) -> str:
    return _moment(story.last_seen) or _UNDATED


def _moment(published: str | None) -> str:
    """The time as RFC 3339 has it, in UTC: of a day its beginning; empty where there is none."""
    try:
        found = datetime.fromisoformat(published or "")
        found = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return found.isoformat(timespec="seconds").replace("+00:00", "Z")


def _places(story: Story) -> list[str]:
    """The addresses of its articles, each once; first that of the article whose title is the headline."""
    titled = story.digest.title.source_id if story.digest and story.digest.title else ""
    first = next((one.url for one in story.digest.sources if one.id == titled), None) if story.digest else None
    found = dict.fromkeys(safe_address(url) for url in (first, *(one.url for one in story.articles)))
    return [place for place in found if place]
