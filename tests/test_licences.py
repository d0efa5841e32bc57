"""No package that the program needs is under a licence that reaches into ours (GPL, LGPL, AGPL)."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

import pytest

_COPYLEFT = re.compile(r"\b(?:A|L)?GPL|GNU (?:Affero |Lesser |Library )?General Public", re.IGNORECASE)
_KNOWN = {"pycountry", "tld"}
"""pycountry (LGPL) comes with sumy and is not imported by us; tld, which trafilatura brings, may be taken under the MPL."""


def needed(name: str, seen: set[str]) -> set[str]:
    """A package and all that it needs, as far as they are installed; extras left out."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return seen
    try:
        rows = requires(key) or []
    except PackageNotFoundError:
        return seen
    seen.add(key)
    for row in rows:
        if "extra ==" not in row:
            needed(re.split(r"[^\w.-]", row)[0], seen)
    return seen


def licence(name: str) -> str:
    about = metadata(name)
    stated = [
        about.get("License-Expression") or "",
        *(c for c in about.get_all("Classifier") or [] if c.startswith("License")),
    ]
    return " | ".join(stated) if any(stated) else (about.get("License") or "")[:80]


def test_nothing_that_is_needed_is_under_a_copyleft_licence():
    found = {name: licence(name) for name in sorted(needed("summarize", set())) if name not in _KNOWN}
    assert {name: text for name, text in found.items() if _COPYLEFT.search(text)} == {}


def test_nothing_that_the_server_for_assistants_needs_is_under_a_copyleft_licence():
    pytest.importorskip("mcp", reason="the extra mcp is not installed")
    found = {name: licence(name) for name in sorted(needed("mcp", set()))}
    assert {name: text for name, text in found.items() if not text or _COPYLEFT.search(text)} == {}


def test_what_we_import_is_not_copyleft():
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in Path(__file__).parent.parent.glob("summarize/**/*.py")
    )
    assert not re.search(rf"^\s*(?:import|from) (?:{'|'.join(_KNOWN)})\b", source, re.MULTILINE)
