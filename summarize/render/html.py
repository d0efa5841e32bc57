"""The digest as one HTML file: the sections beside the articles, a click away from each other. No network, no build.

Owns the view that the template shows. Jinja2 escapes everything that comes from an article; the Content-Security-Policy names
the hashes of our style and script, so that no script of an article could run even if one got in. Without a script the links
still work: they are anchors.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import TYPE_CHECKING

from summarize.digest import Digest, Source, SummarySentence
from summarize.languages import NAMES
from summarize.render.charts import matrix, timeline
from summarize.render.disputes import NOTHING, TITLE, Disputes, cited_in_conflicts
from summarize.render.html_conflicts import NoteView, conflicts_view, notes_view, place_of
from summarize.render.html_texts import only, quoted_of, whole
from summarize.render.html_voices import voices_view
from summarize.render.plain import (
    beginning,
    cited,
    cited_in_part,
    context,
    foreign_languages,
    harmless,
    has_others,
    has_parts,
    headline,
    is_part,
    is_told_above,
    languages,
    moment,
    source_name,
    source_numbers,
    subtitle,
    tongue,
    usual_language,
)
from summarize.stages import RenderOptions

if TYPE_CHECKING:
    from jinja2 import Environment

_SAFE_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Cite:
    """A numbered link to a place in a source."""

    number: int
    name: str
    place: str
    relation: str = ""
    is_part: bool = False
    """Whether it supports only a part of the sentence."""
    language: str = ""
    """The code of its language, where that is another one than the sentence's."""

    @property
    def language_name(self) -> str:
        """The same in English."""
        return NAMES.get(self.language, self.language).capitalize()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that is shown."""

    text: str
    place: str
    sources: tuple[str, ...]
    also: tuple[str, ...]
    cites: tuple[Cite, ...]
    independent: int
    foreign: str
    """Its language, where that is not the usual one."""
    context: str
    """What it needs to be understood, in brackets; empty for most."""
    notes: tuple[NoteView, ...]
    """Who says otherwise."""
    above: int = 0
    """The line of the overview, from 1, that has its words; 0 where the words stand here."""
    begins: str = ""
    """How it begins, where its words stand in the overview."""
    topics: tuple[str, ...] = ()
    """Of a line of the overview: the sections that refer to it."""


def render(digest: Digest, options: RenderOptions) -> str:
    """One self-contained page. Where `options.texts` has no text of a source, only its cited sentences stand there."""
    return page(digest, options)


def page(digest: Digest, options: RenderOptions, back: str = "") -> str:
    """The same with a link `back` to the page that lists it and others; `back` is an address of our own."""
    return _page(digest, view(digest, options), back)


def render_conflicts(digest: Digest, options: RenderOptions) -> str:
    """A page with only the conflicts beside the sources that they cite, under their numbers in the digest."""
    shown, disputes, cited = view(digest, options), Disputes(digest), cited_in_conflicts(digest)
    sources = [source for source in digest.sources if source.id in cited]
    numbers = source_numbers(digest)
    shown |= {
        "title": TITLE,
        "only_conflicts": True,
        "overview": [],
        "topics": [],
        "voices": None,
        "conflicts": conflicts_view(digest.conflicts, disputes, numbers, labelled=True),
        "sources": [_source(source, digest, numbers, options) for source in sources],
        "warnings": [],
    }
    return _page(digest, shown)


def _page(digest: Digest, shown: dict[str, object], back: str = "") -> str:
    from markupsafe import Markup

    style, script = _asset("digest.css"), _asset("digest.js")
    page = _environment().get_template("digest.html.jinja")
    return (
        page.render(
            view=shown,
            back=back,
            nothing=NOTHING,
            matrix=Markup(matrix(digest)),  # noqa: S704  (charts escape their labels)
            timeline=Markup(timeline(digest)),  # noqa: S704
            style=Markup(style),  # noqa: S704  (our own file)
            script=Markup(script),  # noqa: S704  (our own file)
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
        + "\n"
    )


def view(digest: Digest, options: RenderOptions) -> dict[str, object]:
    """Everything of a digest that the template shows, as harmless text; the template escapes it."""
    numbers = source_numbers(digest)
    names = {source.id: source_name(source) for source in digest.sources}
    foreign, codes = foreign_languages(digest), languages(digest)

    disputes = Disputes(digest)

    def line(sentence: SummarySentence) -> Line:
        return _line(sentence, numbers, names, foreign, codes, disputes, options)

    return {
        "title": headline(digest, options),
        "subtitle": subtitle(digest, options),
        "language": usual_language(digest),
        "generator": f"{digest.generator.name} {digest.generator.version}",
        "overview": [
            replace(line(sentence), topics=_topics_of(number, digest, options))
            for number, sentence in enumerate(digest.overview, start=1)
        ],
        "topics": [
            {
                "id": topic.id,
                "label": harmless(topic.label),
                "keywords": [harmless(word) for word in topic.keywords],
                "told_by": len(topic.source_ids),
                "lines": [
                    replace(line(sentence), above=sentence.overview_line or 0, begins=beginning(sentence.text))
                    if is_told_above(sentence, digest, options)
                    else line(sentence)
                    for sentence in topic.summary
                ],
                "conflicts": conflicts_view(disputes.of(topic.id), disputes, numbers),
            }
            for topic in digest.topics
        ],
        "conflicts": conflicts_view(disputes.elsewhere, disputes, numbers),
        "only_conflicts": False,
        "has_others": has_others(digest),
        "voices": voices_view(digest, options, line),
        "has_parts": has_parts(digest),
        "sources": [_source(source, digest, numbers, options) for source in digest.sources],
        "warnings": [harmless(warning) for warning in digest.warnings],
    }


def _topics_of(number: int, digest: Digest, options: RenderOptions) -> tuple[str, ...]:
    """The ids of the sections that refer to a line of the overview."""
    return tuple(
        topic.id
        for topic in digest.topics
        if any(line.overview_line == number and is_told_above(line, digest, options) for line in topic.summary)
    )


def _line(
    sentence: SummarySentence,
    numbers: dict[str, int],
    names: dict[str, str],
    foreign: dict[str, str],
    codes: dict[str, str],
    disputes: Disputes,
    options: RenderOptions,
) -> Line:
    own = Cite(numbers[sentence.source_id], names[sentence.source_id], place_of(sentence))
    others = {
        numbers[citation.source_id]: Cite(
            numbers[citation.source_id],
            names[citation.source_id],
            place_of(citation),
            "supports a part" if is_part(citation) else citation.relation,
            is_part=is_part(citation),
            language=tongue(citation, sentence, codes),
        )
        for citation in sentence.also_reported_by
    }
    order = [*cited(sentence, numbers), *cited_in_part(sentence, numbers)]
    ordered = tuple(own if number == own.number else others[number] for number in order)
    return Line(
        text=harmless(sentence.text),
        place=place_of(sentence),
        sources=(sentence.source_id, *(citation.source_id for citation in sentence.also_reported_by)),
        also=tuple(place_of(citation) for citation in sentence.also_reported_by),
        cites=ordered,
        independent=sentence.independent_sources,
        foreign=foreign.get(sentence.source_id, ""),
        context=context(sentence, options),
        notes=notes_view(sentence, disputes, numbers),
    )


def _source(source: Source, digest: Digest, numbers: dict[str, int], options: RenderOptions) -> dict[str, object]:
    text = options.texts.get(source.sha256)
    quoted = quoted_of(source, digest, options)
    pieces = whole(source, digest, text, quoted) if text is not None else only(quoted)
    return {
        "id": source.id,
        "number": numbers[source.id],
        "name": source_name(source),
        "title": harmless(source.title or ""),
        "published": source.published,
        "moment": moment(source.published or ""),
        "address": source.url if (source.url or "").startswith(_SAFE_SCHEMES) else "",
        "path": harmless(source.path or ""),
        "language": source.language or "",
        "pieces": list(pieces),
    }


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("summarize", "render/web")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _asset(name: str) -> str:
    return (files("summarize") / "render" / "web" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
