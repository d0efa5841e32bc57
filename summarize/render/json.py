"""The digest document as JSON: the contract with other programs (`summarize schema` prints its JSON Schema)."""

from __future__ import annotations

import json
from typing import Any

from summarize.digest import Digest
from summarize.render.disputes import cited_in_conflicts
from summarize.stages import RenderOptions


def render(digest: Digest, options: RenderOptions) -> str:
    """The document, two spaces an indent, in the field order of the schema; other scripts stay readable."""
    return _text(digest.to_dict())


def render_conflicts(digest: Digest, options: RenderOptions) -> str:
    """`schema_version`, the `sources` that a conflict cites and the `conflicts`, each as in the document."""
    whole, only = digest.to_dict(), cited_in_conflicts(digest)
    sources = [source for source in whole["sources"] if source["id"] in only]
    return _text(
        {"schema_version": whole["schema_version"], "sources": sources, "conflicts": whole["conflicts"]},
    )


def _text(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"
