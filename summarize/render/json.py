"""The digest document as JSON: the contract with other programs (`summarize schema` prints its JSON Schema)."""

from __future__ import annotations

import json

from summarize.digest import Digest
from summarize.stages import RenderOptions


def render(digest: Digest, options: RenderOptions) -> str:
    """The document, two spaces an indent, in the field order of the schema; other scripts stay readable."""
    text = json.dumps(digest.to_dict(), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"
