"""The digest as W3C Web Annotations: each shown sentence is an annotation on its article, by quotation and by position,
each disagreement a comment on the sentences of all sides, and each statement of a speaker one that names the speaker.

A reader of annotations can find a sentence again in the page although the page has changed a little: the quotation is the
fallback for the position. See https://www.w3.org/TR/annotation-model/.
"""

from __future__ import annotations

import json
from typing import Any

from summarize.digest import Conflict, Digest, Quote, Source
from summarize.render.disputes import Disputes
from summarize.render.plain import is_part
from summarize.stages import RenderOptions

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def render(digest: Digest, options: RenderOptions) -> str:
    """An AnnotationCollection with one page of all annotations; with `voices` also one for each statement of a speaker."""
    sources = {source.id: source for source in digest.sources}
    items: list[dict[str, Any]] = []
    for topic in digest.topics:
        for number, line in enumerate(topic.summary, start=1):
            items.append(
                {
                    "id": f"urn:summarize:{topic.id}.{number}",
                    "type": "Annotation",
                    "motivation": "highlighting",
                    "body": {"type": "TextualBody", "value": topic.label, "purpose": "classifying"},
                    "target": [_target(quote, sources[quote.source_id]) for quote in (line, *line.also_reported_by)],
                }
            )
    items += [_conflict(number, conflict, digest) for number, conflict in enumerate(digest.conflicts, start=1)]
    if options.voices:
        items += _voices(digest)
    document = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "generator": f"{digest.generator.name} {digest.generator.version}",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _voices(digest: Digest) -> list[dict[str, Any]]:
    """Each statement, tagged with the name of the one who says it."""
    sources = {source.id: source for source in digest.sources}
    return [
        {
            "id": f"urn:summarize:voice.{position}.{number}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": {"type": "TextualBody", "value": person.name, "purpose": "identifying"},
            "target": [_target(quote, sources[quote.source_id]) for quote in (line, *line.also_reported_by)],
        }
        for position, person in enumerate(digest.people, start=1)
        for number, line in enumerate(person.statements, start=1)
    ]


def _conflict(number: int, conflict: Conflict, digest: Digest) -> dict[str, Any]:
    sources = {source.id: source for source in digest.sources}
    told = Disputes(digest).one_line(conflict)
    return {
        "id": f"urn:summarize:conflict.{number}",
        "type": "Annotation",
        "motivation": "commenting",
        "body": {"type": "TextualBody", "value": told, "purpose": "commenting"},
        "target": [_target(quote, sources[quote.source_id]) for side in conflict.values for quote in side.citations],
    }


def _target(quote: Quote, source: Source) -> dict[str, Any]:
    """The place; one that supports only a part has the style class `partial`."""
    return ({"styleClass": "partial"} if is_part(quote) else {}) | {
        "source": source.url or source.path or f"urn:sha256:{source.sha256}",
        "selector": [
            {"type": "TextQuoteSelector", "exact": quote.text},
            {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
        ],
    }
