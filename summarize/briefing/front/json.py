"""The briefing as JSON, and the schema of that."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from summarize.briefing.document import Briefing, Changes

_DIGEST = "digest.schema.json"


def render(briefing: Briefing) -> str:
    """The document, two spaces an indent, in the field order of the schema; other scripts stay readable."""
    return _written(briefing.to_dict()).encode("utf-8", "replace").decode("utf-8")


def changed(changes: Changes) -> str:
    """What `changes` holds, under the names of the briefing's schema."""
    return _written(asdict(changes)).encode("utf-8", "replace").decode("utf-8")


def schema() -> str:
    """One schema that needs no other file: that of digests is among its definitions."""
    own, digest = _read("briefing.schema.json"), _read(_DIGEST)
    digest.pop("$schema")
    definitions = digest.pop("$defs")
    own["$defs"] |= {"digest": digest} | definitions
    return _written(own).replace(f'"$ref": "{_DIGEST}"', '"$ref": "#/$defs/digest"')


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((files("summarize") / "data" / name).read_text(encoding="utf-8"))
    return found


def _written(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
