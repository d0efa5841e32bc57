"""What the project says of itself outside its code: metadata, the manual page, how to cite it."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from runpy import run_path

import pytest
import yaml

from summarize.commands import commands
from summarize.version import __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MANUAL = ROOT / "docs" / "summarize.1"


def test_the_manual_page_is_that_of_the_present_help():
    """`make man` writes it anew."""
    assert run_path(str(ROOT / "docs" / "manpage.py"))["manual"]() == MANUAL.read_text(encoding="utf-8")


def test_the_manual_page_has_every_command_and_comes_with_the_wheel():
    sections = re.findall(r"^\.SS summarize ([\w]+)", MANUAL.read_text(encoding="utf-8"), re.MULTILINE)
    assert sections == [name for name, _, _ in commands()]
    shared = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared["docs/summarize.1"] == "share/man/man1/summarize.1"


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_roff_reads_the_manual_page_without_a_warning():
    command = ["groff", "-man", "-ww", "-Kutf8", "-Tutf8", str(MANUAL)]
    run = subprocess.run(command, capture_output=True, check=True)
    assert run.stderr == b""
    assert "\\" not in run.stdout.decode()


def test_metadata_name_nobody_and_no_place_that_is_none():
    assert not {"authors", "maintainers", "urls"} & set(PROJECT["project"])
    assert "example.org" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_what_an_index_shows_of_the_readme_needs_nothing_beside_it():
    hook = run_path(str(ROOT / ".ci" / "description.py"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = hook["description"](readme)
    assert re.search(r"\]\((?!http)", readme)
    assert not re.search(r"\]\((?!http)", shown)
    assert "summarize demo" in shown
    assert "See CONTRIBUTING.md to work on it" in shown
    assert shown.count("```") == readme.count("```")
    assert PROJECT["tool"]["hatch"]["metadata"]["hooks"]["custom"]["path"] == ".ci/description.py"


def test_the_citation_file_has_what_its_format_asks_for_and_the_present_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["version"] == __version__
    assert citation["license"] == PROJECT["project"]["license"]
