"""What a page says of its article in JSON-LD (https://schema.org/NewsArticle), which most news sites fill in.

Owns finding the object that is the article. Damaged data costs its fields only.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_SCRIPT = re.compile(r"""<script\b[^>]{0,500}?\btype\s*=\s*["']?application/ld\+json[^>]{0,500}>""", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_FIELDS = {"title": "headline", "published": "datePublished", "authors": "author"}


def article_data(page: str) -> dict[str, Any]:
    """Raw values under the names of `Article`'s fields; empty where the page says nothing.

    Beside them: `body`, the text where the page gives it, and `locked`, true where it says that not everybody may read it.
    """
    try:
        things = [thing for source in _sources(page) for thing in _things(_loaded(source))]
    except RecursionError:
        return {}
    named = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and "name" in thing}
    for thing in things:
        kinds = thing.get("@type")
        if any(
            isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            found = {field: thing[name] for field, name in _FIELDS.items() if thing.get(name)}
            if isinstance(found.get("title"), str):
                found["title"] = html.unescape(found["title"])
            if outlet := _name(thing.get("publisher"), named):
                found["publisher"] = html.unescape(outlet)
            found["body"] = _body(thing)
            found["locked"] = str(thing.get("isAccessibleForFree", True)).lower() == "false"
            return found
    return {}


def _body(thing: Mapping[str, Any]) -> str:
    """The article's words, a paragraph a line; those of its updates in a live report, as they stand."""
    updates = thing.get("liveBlogUpdate")
    parts = (
        [thing.get("articleBody"), *(update.get("articleBody") for update in updates if isinstance(update, Mapping))]
        if (isinstance(updates, list))
        else [thing.get("articleBody")]
    )
    return "\n".join(html.unescape(part) for part in parts if isinstance(part, str) and part.strip())


def _sources(page: str) -> Iterator[str]:
    end = 0
    while (match := _SCRIPT.search(page, end)) and (end := page.find("</script", match.end())) >= 0:
        yield page[match.end() : end]


def _loaded(source: str) -> Any:
    try:
        return json.loads(source.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects at the top and in a graph."""
    if isinstance(value, list):
        for item in value:
            yield from _things(item)
    elif isinstance(value, Mapping):
        yield value
        if isinstance(value.get("@graph"), list):
            yield from _things(value["@graph"])


def _name(value: Any, named: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The name of an organization that stands here, in a list, or elsewhere on the page under its identifier."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name") or named.get(str(value.get("@id")), {}).get("name")
    return value if isinstance(value, str) and value.strip() else None
