"""The bill of materials names all that the program needs, with version and licence."""

from __future__ import annotations

import re
from importlib.metadata import distribution, requires
from pathlib import Path
from runpy import run_path

import pytest

SBOM = run_path(str(Path(__file__).parent.parent / ".ci" / "sbom.py"))


@pytest.fixture(scope="module")
def bill():
    return SBOM["bill"]()


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_runtime_dependency_is_listed_with_version_and_licence(bill):
    listed = {part["name"]: part for part in bill["components"]}
    direct = {canonical(re.split(r"[^\w.-]", row)[0]) for row in requires("summarize") or [] if "extra ==" not in row}
    assert len(direct) > 15
    for name in direct:
        assert listed[name]["scope"] == "required"
    for name, part in listed.items():
        assert part["version"] == distribution(name).version
        assert part["licenses"], name


def test_what_a_dependency_needs_is_listed_too_and_what_developers_need_is_not(bill):
    names = {part["name"]: part["scope"] for part in bill["components"]}
    assert names["htmldate"] == "required"  # trafilatura asks for it
    assert names["pypdf"] == "required"
    assert not {"pytest", "mypy", "ruff"} & set(names)


def test_it_is_a_graph_without_loose_ends_and_the_same_each_time(bill):
    assert bill["bomFormat"] == "CycloneDX"
    refs = {part["bom-ref"] for part in (*bill["components"], bill["metadata"]["component"])}
    assert {row["ref"] for row in bill["dependencies"]} == refs
    assert all(set(row["dependsOn"]) <= refs for row in bill["dependencies"])
    assert SBOM["bill"]() == bill
