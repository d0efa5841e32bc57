"""The digest as a table, a row for each sentence that is shown, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from summarize.digest import Digest, Source, SummarySentence
from summarize.render.disputes import Disputes
from summarize.render.plain import harmless, is_part, source_name
from summarize.render.voices import TITLE
from summarize.stages import RenderOptions

COLUMNS = (
    "topic_id",
    "topic",
    "context",
    "text",
    "publisher",
    "source_id",
    "start",
    "end",
    "url",
    "path",
    "published",
    "also_reported_by",
    "independent_sources",
    "disagreement",
    "reported_in_part_by",
    "speaker",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that opens like this is run as a formula by spreadsheets."""


def render(digest: Digest, options: RenderOptions) -> str:
    """RFC 4180 with a header; `also_reported_by` holds the outlets, separated by semicolons, `reported_in_part_by` those that
    support only a part, `disagreement` who says otherwise, `speaker` who says the sentence.

    With `voices` the statements of all speakers follow, under the topic `voices`.
    """
    out = StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    for row in [*rows(digest), *(_voices(digest) if options.voices else [])]:
        table.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def rows(digest: Digest) -> list[dict[str, Any]]:
    """A row for each sentence of the sections, in their order; the overview repeats them and is left out."""
    disputes = Disputes(digest)
    said = {(line.source_id, line.start): person.name for person in digest.people for line in person.statements}
    return [
        _row(digest, disputes, topic.id, topic.label, line, said.get((line.source_id, line.start), ""))
        for topic in digest.topics
        for line in topic.summary
    ]


def _voices(digest: Digest) -> list[dict[str, Any]]:
    """A row for each statement."""
    disputes = Disputes(digest)
    return [
        _row(digest, disputes, "voices", TITLE, line, person.name)
        for person in digest.people
        for line in person.statements
    ]


def _row(
    digest: Digest, disputes: Disputes, topic_id: str, label: str, line: SummarySentence, speaker: str
) -> dict[str, Any]:
    sources = {source.id: source for source in digest.sources}
    own = sources[line.source_id]
    values = (
        topic_id,
        label,
        "; ".join(quote.text for quote in line.context),
        line.text,
        source_name(own),
        line.source_id,
        line.start,
        line.end,
        own.url,
        own.path,
        own.published,
        _names(line, sources, in_part=False),
        line.independent_sources,
        disputes.one_line_at(line),
        _names(line, sources, in_part=True),
        speaker,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _names(line: SummarySentence, sources: dict[str, Source], *, in_part: bool) -> str:
    cited = (citation for citation in line.also_reported_by if is_part(citation) == in_part)
    return "; ".join(source_name(sources[citation.source_id]) for citation in cited)


def _cell(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = harmless(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
