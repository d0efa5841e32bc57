"""The disagreements of a section as a Markdown list: what it is about, then a line for each side and each of its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.digest import Conflict
from summarize.render.cite import DISPUTED, UPDATED, Citations
from summarize.render.commonmark import escape


def conflict_list(conflicts: Sequence[Conflict], citations: Citations, labelled: bool = False) -> str:
    """Every conflict with the sentences of its sides, the outlets and the dates; with its section where `labelled`."""
    return "\n".join(line for conflict in conflicts for line in _conflict(conflict, citations, labelled))


def _conflict(conflict: Conflict, citations: Citations, labelled: bool) -> Iterator[str]:
    disputes = citations.disputes
    label = escape(disputes.label(conflict)) if labelled else ""
    told = disputes.told(conflict)
    mark = UPDATED if conflict.kind == "update" else DISPUTED
    yield f"- {mark} {f'{label}: {told}' if label else told.capitalize()}"
    for word, side in disputes.steps(conflict):
        since = ""
        if word and side.citations:
            first = side.citations[0]
            mark = "" if citations.names else citations.saying(first, named=False)
            since = f" ({escape(disputes.since(first))}{mark})"
        yield f"  - {word and word + ' '}“{escape(side.value)}”{since}"
        for quote in side.citations:
            who = disputes.when(quote) if citations.names else disputes.who(quote)
            words = f"{escape(quote.text)}{citations.saying(quote, named=False)} {escape(who)}".strip()
            yield f"    - {words or '–'}"  # an empty item would underline the one above as a heading
