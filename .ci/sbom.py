"""`python .ci/sbom.py FILE`: what the program consists of, as CycloneDX 1.6 JSON, from the metadata of what is installed.

Lists the program, all that it needs (`required`) and what its extras for users need where these are installed (`optional`),
each with version, licence and what it asks for. The same installation gives the same bytes. Refuses what is half installed.
"""

from __future__ import annotations

import json
import sys
import uuid
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "summarize"
EXTRAS = ("eval", "minilm", "pdf", "warc", "web")
"""Those of a user; the others are for who develops it."""
_LONGEST_NAME = 80
_CLASSIFIER = "License :: OSI Approved :: "


def needs(name: str, extras: tuple[str, ...] = ()) -> list[tuple[str, tuple[str, ...]]]:
    """(name, extras) of each distribution that this one asks for on this machine, in the order of the alphabet."""
    found: dict[str, set[str]] = {}
    for row in distribution(name).requires or ():
        wanted = Requirement(row)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            found.setdefault(canonicalize_name(wanted.name), set()).update(wanted.extras)
    return [(key, tuple(sorted(value))) for key, value in sorted(found.items())]


def closure(extras: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Every distribution that the program needs with these extras, and the names of what it asks for itself."""
    found: dict[str, list[str]] = {}
    waiting = [(PROGRAM, extras)]
    while waiting:
        name, wanted = waiting.pop()
        asked = needs(name, wanted)
        known = found.setdefault(name, [])
        fresh = [key for key, _ in asked if key not in known and key != name]
        known.extend(fresh)
        waiting.extend((key, more) for key, more in asked if key in fresh or (key == name and more != wanted))
    return {name: sorted(asked) for name, asked in sorted(found.items())}


def is_installed(extra: str) -> bool:
    """Whether all that an extra asks for is there."""
    try:
        closure((extra,))
    except PackageNotFoundError:
        return False
    return True


def licences(about: Distribution) -> list[dict[str, Any]]:
    """The licence as its own metadata says it: an expression, or else names."""
    if expression := about.metadata.get("License-Expression"):
        return [{"expression": expression}]
    classifiers = about.metadata.get_all("Classifier") or []
    names = [row.removeprefix(_CLASSIFIER) for row in classifiers if row.startswith(_CLASSIFIER)]
    names = names or [(about.metadata.get("License") or "").partition("\n")[0].strip()[:_LONGEST_NAME]]
    return [{"license": {"name": name}} for name in names if name]


def address(name: str) -> str:
    """The package URL of what is installed under this name."""
    return f"pkg:pypi/{canonicalize_name(name)}@{distribution(name).version}"


def component(name: str, scope: str) -> dict[str, Any]:
    """What is known of one distribution."""
    about = distribution(name)
    return {
        "type": "library",
        "bom-ref": address(name),
        "name": name,
        "version": about.version,
        "scope": scope,
        "licenses": licences(about),
        "purl": address(name),
    }


def bill() -> dict[str, Any]:
    """The whole bill of materials."""
    core, all_of_it = closure(), closure(tuple(filter(is_installed, EXTRAS)))
    components = [component(name, "required" if name in core else "optional") for name in all_of_it if name != PROGRAM]
    program = {key: value for key, value in component(PROGRAM, "").items() if key != "scope"} | {"type": "application"}
    graph = [{"ref": address(name), "dependsOn": [address(key) for key in asked]} for name, asked in all_of_it.items()]
    body = {"metadata": {"component": program}, "components": components, "dependencies": graph}
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(body, sort_keys=True))
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{number}", "version": 1} | body


if __name__ == "__main__":
    Path(sys.argv[1]).parent.mkdir(parents=True, exist_ok=True)
    Path(sys.argv[1]).write_text(json.dumps(bill(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
