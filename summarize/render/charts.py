"""Two small pictures for the HTML page, as inline SVG: who reports what, and when. Labels are escaped here."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from html import escape

from summarize.digest import Digest
from summarize.render.plain import COVERAGE_MOST, harmless, moment, source_name, source_numbers

_CELL, _LABELS = 22, 210
_LONGEST_LABEL = 32
_TIMELINE = 560


def matrix(digest: Digest) -> str:
    """Topic × source: the darker a cell, the more sentences of the topic the source has.

    Cells without any are one element, and so are those of one shade where there are more than `COVERAGE_MOST` sources; else
    each says its number.
    """
    counts = [Counter(span.source_id for span in topic.members) for topic in digest.topics]
    most = max((number for count in counts for number in count.values()), default=1)
    numbers = source_numbers(digest)
    width, height = _LABELS + _CELL * len(digest.sources), _CELL * (len(digest.topics) + 1)
    parts = [
        f'<text x="{_LABELS + _CELL * (numbers[source.id] - 0.5)}" y="14" text-anchor="middle">{numbers[source.id]}'
        f"<title>{escape(source_name(source))}</title></text>"
        for source in digest.sources
    ]
    shades: dict[int, list[str]] = {}
    for row, (topic, count) in enumerate(zip(digest.topics, counts, strict=True), start=1):
        y = row * _CELL
        parts.append(f'<text x="{_LABELS - 8}" y="{y + 15}" text-anchor="end">{escape(_short(topic.label))}</text>')
        for source in digest.sources:
            x, told = _LABELS + _CELL * (numbers[source.id] - 1), count[source.id]
            if told and len(digest.sources) <= COVERAGE_MOST:
                box = f'x="{x + 1}" y="{y + 1}" width="{_CELL - 2}" height="{_CELL - 2}" rx="3"'
                title = f"{topic.label}, {source_name(source)}: {told}"
                parts.append(f"<rect {box} {_look(told, most)}><title>{escape(harmless(title))}</title></rect>")
            else:
                shades.setdefault(told, []).append(f"M{x + 1} {y + 1}h{_CELL - 2}v{_CELL - 2}h{2 - _CELL}z")
    parts += [f'<path {_look(told, most)} d="{"".join(cells)}"/>' for told, cells in sorted(shades.items())]
    return _svg(width, height, "Topics by source", parts)


def _look(told: int, most: int) -> str:
    return f'class="cell" fill-opacity="{0.25 + 0.75 * told / most:.2f}"' if told else 'class="empty"'


def timeline(digest: Digest) -> str:
    """When the articles appeared; nothing where fewer than two have a date."""
    dated = [(_when(source.published), source) for source in digest.sources if source.published]
    points = sorted(((when, source) for when, source in dated if when is not None), key=lambda point: point[0])
    if len(points) < 2:
        return ""
    first, last = points[0][0], points[-1][0]
    span = max((last - first).total_seconds(), 1.0)
    numbers = source_numbers(digest)
    parts = [f'<line class="axis" x1="20" x2="{_TIMELINE - 20}" y1="30" y2="30"/>']
    for when, source in points:
        x = 20 + (_TIMELINE - 40) * (when - first).total_seconds() / span
        title = f"{source_name(source)}, {moment(source.published or '')}"
        parts.append(
            f'<circle class="cell" cx="{x:.1f}" cy="30" r="5"><title>{escape(title)}</title></circle>'
            f'<text x="{x:.1f}" y="16" text-anchor="middle">{numbers[source.id]}</text>'
        )
    parts.append(f'<text x="20" y="52">{escape(moment(points[0][1].published or ""))}</text>')
    parts.append(
        f'<text x="{_TIMELINE - 20}" y="52" text-anchor="end">{escape(moment(points[-1][1].published or ""))}</text>'
    )
    return _svg(_TIMELINE, 60, "When the articles appeared", parts)


def _svg(width: int, height: int, label: str, parts: list[str]) -> str:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg role="img" aria-label="{label}" {size}>{"".join(parts)}</svg>'


def _short(label: str) -> str:
    text = harmless(label)
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1]}…"


def _when(published: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(published or "").replace(tzinfo=None)
    except ValueError:
        return None
