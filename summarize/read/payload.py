"""The article as a page carries it for its own scripts: JSON in `<script>`, such as `__NEXT_DATA__`.

Owns the search for the longest body of prose in such data. Scripts are never run: what is not JSON as it stands is left.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from summarize.model import fold

_SCRIPT = re.compile(
    r"<script\b[^>]{0,500}?(?:\bid\s*=\s*[\"']?__\w+__|\btype\s*=\s*[\"']?application/json)[^>]{0,500}>", re.IGNORECASE
)
_ASSIGNED = re.compile(r"\bwindow\.(?:__\w{2,40}__|\w{0,30}(?:State|Data|data|Fusion\.globalContent))\s*=\s*(?=\{)")
_BODY = re.compile(
    r"^(?:articlebody|body|bodytext|body_?html|content|content_?elements|fulltext|story|storytext|text|html|blocks|paragraphs|components)$",
    re.IGNORECASE,
)
_TEXT = ("text", "content", "html", "value", "body", "children")
"""Names under which a paragraph's words stand, the likeliest first."""
_OTHER_KINDS = re.compile(
    r"image|photo|video|caption|related|promo|ad(?:vert)?\b|newsletter|embed|gallery|link_?list|comment", re.IGNORECASE
)
_FEWEST_WORDS = 60
_MOST_SCRIPTS = 30
_MOST_VALUES = 200_000
"""JSON values of a page that are looked at."""
_ENDS_SENTENCE = re.compile(r"[.!?…。！？]['\"”’»)]*$")


def bodies(page: str) -> list[str]:
    """Bodies of prose in the page's data, paragraphs apart, the longest first."""
    found: list[str] = []
    left = [_MOST_VALUES]
    for value in _values(page):
        found.extend(_bodies(value, left))
    return sorted(set(found), key=lambda text: (-len(text), text))


def _values(page: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    for pattern in (_SCRIPT, _ASSIGNED):
        for match in islice(pattern.finditer(page), _MOST_SCRIPTS):
            try:
                yield decoder.raw_decode(page[match.end() :].lstrip())[0]
            except (ValueError, RecursionError):
                continue


def _bodies(value: Any, left: list[int]) -> Iterator[str]:
    """The bodies below a value, without recursion: data may be nested deeply."""
    stack: list[tuple[str, Any]] = [("", value)]
    while stack and left[0] > 0:
        name, item = stack.pop()
        left[0] -= 1
        if _BODY.match(name) and (text := _body(item)):
            yield text
        elif isinstance(item, Mapping):
            stack.extend(
                (str(key), inner) for key, inner in reversed([*item.items()]) if not _OTHER_KINDS.search(str(key))
            )
        elif isinstance(item, list):
            stack.extend((name if isinstance(inner, list) else "", inner) for inner in reversed(item))


def _body(item: Any) -> str:
    from summarize.read.html import fragment_text

    if isinstance(item, str):
        paragraphs = fragment_text(item).split("\n")
    elif isinstance(item, list):
        paragraphs = [line for part in item for line in fragment_text(_words_of(part, 0)).split("\n")]
    else:
        return ""
    paragraphs = [line for line in map(fold, paragraphs) if line]
    prose = [line for line in paragraphs if _ENDS_SENTENCE.search(line) and len(line.split()) >= 5]
    words = sum(len(line.split()) for line in paragraphs)
    return "\n".join(paragraphs) if words >= _FEWEST_WORDS and 2 * len(prose) >= len(paragraphs) else ""


def _words_of(part: Any, depth: int) -> str:
    """The words of one block: text under a known name, its parts put together."""
    if isinstance(part, str):
        return part
    if depth > 6:
        return ""
    if isinstance(part, list):
        return "".join(_words_of(inner, depth + 1) for inner in part)
    if not isinstance(part, Mapping) or _OTHER_KINDS.search(str(part.get("type") or part.get("__typename") or "")):
        return ""
    return next((words for name in _TEXT if part.get(name) and (words := _words_of(part[name], depth + 1))), "")
