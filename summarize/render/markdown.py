"""The digest as CommonMark that can be pasted into a story: sections, numbered citations, the list of sources.

Words of articles are escaped so that they show literally in CommonMark, GitHub's and Obsidian's dialects.
"""

from __future__ import annotations

import re

from summarize.digest import Conflict, Digest, DigestTopic, Source, SummarySentence
from summarize.render.plain import cited, count, coverage, harmless, moment, source_name, source_numbers
from summarize.stages import RenderOptions

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$&]|==|%%)")
_LINE_START = re.compile(r"^(\s*)(?:([#+-])|(\d{1,9})([.)])(?=\s|$))")


def render(digest: Digest, options: RenderOptions) -> str:
    """The whole digest; `options` change nothing here."""
    numbers = source_numbers(digest)
    parts = [f"# Digest of {count(len(digest.sources), 'article')}"]
    if digest.overview:
        parts += ["## Overview", "\n".join(_item(sentence, numbers) for sentence in digest.overview)]
    for number, topic in enumerate(digest.topics, start=1):
        parts += _topic(number, topic, digest, numbers)
    if digest.conflicts:
        parts += ["## Where the sources disagree", *(_conflict(conflict, numbers) for conflict in digest.conflicts)]
    if rows := coverage(digest):
        parts += ["## Who reports what", _coverage(rows)]
    parts += ["## Sources", "\n".join(f"{numbers[source.id]}. {_source(source)}" for source in digest.sources)]
    if digest.warnings:
        parts += ["## Notes", "\n".join(f"- {escape(warning)}" for warning in digest.warnings)]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """The text so that a Markdown reader shows it literally, on one line."""
    flat = _SPECIAL.sub(lambda match: "".join(f"\\{char}" for char in match[0]), harmless(text))
    return _LINE_START.sub(
        lambda match: f"{match[1]}\\{match[2]}" if match[2] else f"{match[1]}{match[3]}\\{match[4]}", flat
    )


def _topic(number: int, topic: DigestTopic, digest: Digest, numbers: dict[str, int]) -> list[str]:
    coverage = f"*{len(topic.source_ids)} of {count(len(digest.sources), 'source')}*"
    lines = "\n".join(_item(sentence, numbers) for sentence in topic.summary)
    return [f"## {number}. {escape(topic.label)}", coverage, *([lines] if lines else [])]


def _item(sentence: SummarySentence, numbers: dict[str, int]) -> str:
    marks = "".join(f"\\[{number}\\]" for number in cited(sentence, numbers))
    return f"- {escape(sentence.text)} {marks}"


def _conflict(conflict: Conflict, numbers: dict[str, int]) -> str:
    sides = []
    for value in conflict.values:
        quotes = "; ".join(f"{escape(quote.text)} \\[{numbers[quote.source_id]}\\]" for quote in value.citations)
        sides.append(f"- **{escape(value.value)}**: {quotes}")
    return "\n".join(sides)


def _coverage(rows: list[tuple[int, str, tuple[bool, ...]]]) -> str:
    """A topic a row, a source a column; "single source" beside what one source alone reports."""
    sources = range(1, len(rows[0][2]) + 1)
    head = ["| Topic | " + " | ".join(map(str, sources)) + " |", "|:--|" + ":-:|" * len(sources)]
    return "\n".join(
        [
            *head,
            *(
                f"| {number}\\. {escape(label)}{' *(single source)*' if sum(told) == 1 else ''} | "
                + " | ".join("●" if one else " " for one in told)
                + " |"
                for number, label, told in rows
            ),
        ]
    )


def _source(source: Source) -> str:
    parts = [f"**{escape(source_name(source))}**"]
    if source.title:
        parts.append(f"“{escape(source.title)}”")
    if source.authors:
        parts.append(escape(", ".join(source.authors)))
    if source.published:
        parts.append(escape(moment(source.published)))
    place = source.url or source.path
    if place and place != source.publisher:
        parts.append(escape(place))
    return ", ".join(parts)
