"""The digest as CommonMark that can be pasted into a story: sections, citations in the chosen style, the list of sources.

It reads alike on GitHub, in Obsidian and through Pandoc. The title stands in the front matter, where all three look for it.
"""

from __future__ import annotations

from summarize.digest import Digest, DigestTopic, Source, SummarySentence
from summarize.render.bibliography import day
from summarize.render.cite import ABOVE, Citations, name_of
from summarize.render.commonmark import escape, link, quoted, safe_address
from summarize.render.disputes import NOTHING, TITLE, cited_in_conflicts
from summarize.render.markdown_conflicts import conflict_list
from summarize.render.plain import (
    SEE_OVERVIEW,
    beginning,
    context,
    count,
    coverage,
    headline,
    is_told_above,
    moment,
    subtitle,
)
from summarize.render.voices import TITLE as VOICES
from summarize.render.voices import more_people, voices
from summarize.stages import RenderOptions


def render(digest: Digest, options: RenderOptions) -> str:
    """The whole digest after its front matter; of `options`, `cite` and `bibliography` count."""
    return f"{_front_matter(digest, options)}\n{_body(digest, options)}"


def render_cell(digest: Digest, options: RenderOptions) -> str:
    """The same for a notebook, which has no front matter."""
    return f"# {escape(headline(digest, options))}\n\n{_body(digest, options)}"


def render_section(digest: Digest, options: RenderOptions, level: int, scope: str) -> str:
    """Its sections alone, their headings at `level`, to stand under a heading; `scope` sets its footnotes apart from others."""
    return _body(digest, options, level, scope)


def render_conflicts(digest: Digest, options: RenderOptions) -> str:
    """Only the conflicts, and the sources that they cite, under their numbers in the digest."""
    citations, only = Citations(digest, options.cite), cited_in_conflicts(digest)
    parts = [f"# {TITLE}", conflict_list(digest.conflicts, citations, labelled=True) or NOTHING]
    sources = [source for source in digest.sources if source.id in only]
    parts += ["## Sources"] if sources else []
    parts.append("\n".join(f"- \\[{citations.numbers[source.id]}\\] {source_line(source)}" for source in sources))
    return "\n\n".join(part for part in [*parts, *citations.notes()] if part) + "\n"


def _front_matter(digest: Digest, options: RenderOptions) -> str:
    """YAML; the date is that of the latest article, so that the same articles give the same bytes on any day."""
    latest = max((day(source.published) for source in digest.sources), default="")
    fields = {
        "title": quoted(headline(digest, options)),
        "subtitle": quoted(under) if (under := subtitle(digest, options)) else "",
        "date": latest,
        "sources": str(len(digest.sources)),
        "generator": quoted(f"{digest.generator.name} {digest.generator.version}"),
        "bibliography": quoted(options.bibliography) if options.bibliography and options.cite == "pandoc" else "",
    }
    return "".join(["---\n", *(f"{name}: {value}\n" for name, value in fields.items() if value), "---\n"])


def _body(digest: Digest, options: RenderOptions, level: int = 2, scope: str = "") -> str:
    citations, mark = Citations(digest, options.cite, scope), "#" * level
    parts = []
    if digest.overview:
        parts += [f"{mark} Overview", items(digest.overview, citations, options, digest)]
    parts.append(citations.legend())
    for number, topic in enumerate(digest.topics, start=1):
        parts += [f"{mark} {number}. {escape(topic.label)}", *_topic(topic, digest, citations, options)]
    if elsewhere := citations.disputes.elsewhere:
        parts += [f"{mark} {TITLE}", conflict_list(elsewhere, citations)]
    if options.voices:
        parts += _voices(digest, citations, options, level)
    if rows := coverage(digest):
        parts += [f"{mark} Who reports what", _coverage(rows)]
    parts += [
        f"{mark} Sources",
        "\n".join(f"{citations.numbers[source.id]}. {source_line(source)}" for source in digest.sources),
    ]
    if digest.warnings:
        parts += [f"{mark} Notes", "\n".join(f"- {escape(warning)}" for warning in digest.warnings)]
    return "\n\n".join(part for part in [*parts, *citations.notes()] if part) + "\n"


def _topic(topic: DigestTopic, digest: Digest, citations: Citations, options: RenderOptions) -> list[str]:
    told = f"{len(topic.source_ids)} of {count(len(digest.sources), 'source')}"
    parts = [told, items(topic.summary, citations, options, digest)]
    if found := citations.disputes.of(topic.id):
        parts += [f"{TITLE}:", conflict_list(found, citations)]
    return parts


def items(sentences: tuple[SummarySentence, ...], citations: Citations, options: RenderOptions, digest: Digest) -> str:
    """Sentences as a list, each with its sources and marks; empty for none."""
    return "\n".join(
        f"- {ABOVE} *{SEE_OVERVIEW}:* {escape(beginning(sentence.text))}{citations.after(sentence)}"
        if is_told_above(sentence, digest, options)
        else f"- {_context(sentence, options)}{escape(sentence.text)}{citations.after(sentence)}{citations.notes_at(sentence)}"
        for sentence in sentences
    )


def _voices(digest: Digest, citations: Citations, options: RenderOptions, level: int) -> list[str]:
    """Each speaker under a heading of their own; their statements as a section has its sentences."""
    parts = [f"{'#' * level} {VOICES}"] if digest.people else []
    for voice in voices(digest, options):
        about = f" ({escape(voice.description)})" if voice.description else ""
        lines = [
            f"- {ABOVE} *{statement.see}:* {escape(beginning(statement.line.text))}{citations.after(statement.line)}"
            if statement.see
            else f"- {escape(statement.line.text)}{citations.after(statement.line)}{citations.notes_at(statement.line)}"
            for statement in voice.statements
        ]
        parts += [f"**{escape(voice.name)}**{about}", "\n".join(lines + ([f"- *{voice.more}*"] if voice.more else []))]
    return [*parts, *([f"*{more}*"] if (more := more_people(digest)) else [])]


def _context(sentence: SummarySentence, options: RenderOptions) -> str:
    """What the sentence needs, in italics and brackets: apart from the quotation."""
    shown = context(sentence, options)
    return f"*{escape(shown)}* " if shown else ""


def _coverage(rows: list[tuple[int, str, tuple[bool, ...]]]) -> str:
    """A topic a row, a source a column; "single source" beside what one source alone reports."""
    sources = range(1, len(rows[0][2]) + 1)
    head = [f"| Topic | {' | '.join(map(str, sources))} |", f"| {'-' * 20} |{' :-: |' * len(sources)}"]
    return "\n".join([*head, *(_row(*row) for row in rows)])


def _row(number: int, label: str, told: tuple[bool, ...]) -> str:
    alone = " *(single source)*" if sum(told) == 1 else ""
    return f"| {number}\\. {escape(label)}{alone} | {' | '.join('●' if one else '–' for one in told)} |"


def source_line(source: Source) -> str:
    """Outlet, title, authors, date, and where it is: a link, or the path as it was given."""
    name = name_of(source)
    address = safe_address(source.url)
    parts = [f"**{name}**"]
    if source.title:
        parts.append(link(f"“{escape(source.title.strip())}”", address))
    if source.authors:
        parts.append(escape(", ".join(source.authors)))
    if source.published:
        parts.append(escape(moment(source.published)))
    place = escape(source.url or source.path or "")
    if place and place != name and not (address and source.title):
        parts.append(link(place, address))
    return ", ".join(parts)
