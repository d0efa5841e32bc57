"""A briefing as one HTML page that loads nothing: a list of stories to search and filter, each digest folded beneath.

Owns the view that the template shows. Jinja2 escapes everything that comes from an article; the Content-Security-Policy names
the hashes of our style and script. Without a script everything can be read; the filters then do not show.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from summarize.briefing.document import Briefing, Changes, Entry, Line, Story
from summarize.briefing.front.facts import (
    MOST_UNREAD,
    days,
    headline,
    languages,
    lead,
    meta,
    name_of,
    names,
    news,
    outlet,
    outlets,
    size,
    summary,
    teller,
    title,
)
from summarize.briefing.front.picture import coverage
from summarize.digest import Digest
from summarize.languages import NAMES
from summarize.render import count, day, harmless, safe_address, to_view

if TYPE_CHECKING:
    from jinja2 import Environment

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def render(briefing: Briefing, texts: Mapping[str, str], *, linked: bool = False) -> str:
    """The whole page; where `linked`, the digests are elsewhere, at `stories/NAME.html`."""
    from markupsafe import Markup

    style, script = _asset("briefing.css"), _asset("briefing.js")
    page = _environment().get_template("briefing.html.jinja")
    return (
        page.render(
            view=_view(briefing, texts, linked),
            style=Markup(style),  # noqa: S704  (our own file)
            script=Markup(script),  # noqa: S704  (our own file)
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
        + "\n"
    )


def _view(briefing: Briefing, texts: Mapping[str, str], linked: bool) -> dict[str, Any]:
    entries = [entry for story in briefing.stories for entry in story.articles]
    numbers = {name: number for number, (name, _) in enumerate(outlets(entries))}
    named = zip(briefing.stories, names(briefing.stories), strict=True)
    return {
        "title": title(briefing),
        "feed": "feed.atom" if linked else "",
        "size": size(briefing),
        "generator": harmless(f"{briefing.generator.name} {briefing.generator.version}"),
        "outlets": sorted(((number, name) for name, number in numbers.items()), key=lambda item: item[1].casefold()),
        "languages": sorted((_code(code), NAMES.get(code, code)) for code in languages(entries) if _code(code)),
        "days": days(entries)[::-1],
        "stories": [_story(story, name, numbers, texts, linked) for story, name in named],
        "unread": [(harmless(one.origin), harmless(one.reason)) for one in briefing.unread[:MOST_UNREAD]],
        "more_unread": max(0, len(briefing.unread) - MOST_UNREAD),
        "warnings": [harmless(warning) for warning in briefing.warnings],
    }


def _story(
    story: Story, name: str, numbers: Mapping[str, int], texts: Mapping[str, str], linked: bool
) -> dict[str, Any]:
    from markupsafe import Markup

    codes = [code for code in map(_code, languages(story.articles)) if code]
    return {
        "name": name,
        "headline": headline(story),
        "language": codes[0] if codes and story.headline.strip() else "",
        "meta": " · ".join(meta(story)),
        "news": news(story),
        "is_over": story.is_over,
        "lead": [
            {"text": line.text, "outlets": line.tellers, "language": _code(line.language)} for line in lead(story)
        ],
        "changes": _changes(story.changes) if story.changes else None,
        "picture": Markup(coverage(story)),  # noqa: S704  (pictures escape their labels)
        "articles": [_article(entry, is_news=entry.is_new and not story.is_new) for entry in story.articles],
        "page": f"stories/{name}.html" if linked and story.digest else "",
        **_digest(story.digest if not linked else None, texts),
        "outlets": _joined(sorted({numbers[outlet(entry)] for entry in story.articles})),
        "languages": _joined(codes),
        "days": _joined(days(story.articles)),
    }


def _digest(digest: Digest | None, texts: Mapping[str, str]) -> dict[str, Any]:
    """The digest's own view, and `at`: the anchor that a cited place has here, its source's where the text is not at hand."""
    if digest is None:
        return {"digest": None}
    shown = to_view(digest, texts)
    anchors = set()
    for told, source in zip(shown["sources"], digest.sources, strict=True):
        told["is_whole"] = source.sha256 in texts
        anchors |= {piece.place for piece in told["pieces"] if told["is_whole"]}
    shown["size"] = f"{count(len(digest.topics), 'topic')} from {count(len(digest.sources), 'source')}"
    shown["language"] = _code(shown["language"])
    return {"digest": shown, "at": lambda place: place if place in anchors else place.rpartition("-")[0]}


def _article(entry: Entry, *, is_news: bool) -> dict[str, Any]:
    return {
        "outlet": outlet(entry),
        "title": name_of(entry.title) if entry.title and entry.title.strip() else "",
        "address": safe_address(entry.url),
        "day": day(entry.published),
        "language": _code(entry.language),
        "is_new": is_news,
    }


def _changes(changes: Changes) -> dict[str, Any]:
    return {
        "summary": summary(changes).capitalize(),
        "new": [_line(line) for line in changes.new],
        "superseded": [(_line(item.was), _line(item.now)) for item in changes.superseded],
        "gone": [_line(line) for line in changes.gone],
    }


def _line(line: Line) -> dict[str, str]:
    return {"text": harmless(line.text), "teller": teller(line)}


def _code(language: str | None) -> str:
    """The code of a language where it is one that a page may name; empty for anything else."""
    return language if language and _CODE.fullmatch(language) else ""


def _joined(values: Sequence[object]) -> str:
    return " ".join(map(str, values))


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("summarize", "briefing/front/web")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _asset(name: str) -> str:
    return (files("summarize") / "briefing" / "front" / "web" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
