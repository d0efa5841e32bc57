"""The README tells the truth: its commands and its Python run."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from conftest import EXAMPLES

from summarize.cli import main

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    shlex.split(line.removeprefix("$ summarize "), comments=True)
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ summarize ")
]


@pytest.fixture
def articles(working_folder):
    shutil.copytree(EXAMPLES / "river-flood", working_folder / "articles")
    assert main(["run", "articles", "--quiet", "-o", "digest.json"]) == 0
    for name, source in (
        ("a.txt", "01-tesmark-post.txt"),
        ("b.md", "05-national-observer.md"),
        ("b.txt", "03-valley-voice.txt"),
    ):
        shutil.copy(EXAMPLES / "river-flood" / source, working_folder / name)
    case = {"docs": ["The dam broke on Friday morning. Two towns were flooded."], "references": ["The dam broke."]}
    (working_folder / "collections.jsonl").write_text(json.dumps(case))
    return working_folder


@pytest.fixture
def desk(articles):
    """What the commands on briefings need besides."""
    shutil.copytree(articles / "articles", articles / "crawl")
    (articles / "feeds.txt").write_text("crawl\n")
    for name in ("yesterday.json", "today.json"):
        shutil.copy(articles / "digest.json", articles / name)
    return articles


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_of_the_readme_runs(command, desk, capsys):
    if command[0] in ("stories", "timeline"):
        assert main(["briefing", "crawl", "--store", "news.db", "--jobs", "1", "-o", "stories.json"]) == 0
        story = json.loads(Path("stories.json").read_text(encoding="utf-8"))["stories"][0]
        command = [story["id"][:4] if word == "3f2a" else word for word in command]
    assert main(command) == 0


def test_the_python_of_the_readme_runs(articles, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})  # our own file
    assert capsys.readouterr().out


def test_every_option_of_run_is_in_the_readme(capsys):
    main(["run", "--help"])
    options = set(re.findall(r"(--[a-z-]+)", capsys.readouterr().out)) - {
        "--help",
        "--quiet",
        "--verbose",
        "--no-color",
        "--output",
    }
    assert {option for option in options if f"`{option}" not in README} == set()


def test_the_limits_are_those_of_the_program():
    from summarize import read
    from summarize.read import archive, web
    from summarize.read import share as of_article
    from summarize.text import share as of_sentence

    megabytes = (read.__globals__["_LARGEST_FILE"], web.LARGEST, archive._LARGEST_ARCHIVE)
    told = "Read at most: {} MB of a file, {} MB of a web page, {} MB unpacked of an archive; ".format(
        *(size // 1_000_000 for size in megabytes)
    ) + (
        f"{of_article.MOST_PARTS:,} articles of a file, {of_article.LARGEST_TEXT:,} characters of an article, "
        f"{of_sentence.MOST_SENTENCES:,} sentences of all articles, {of_sentence.MOST_WORDS} words or "
        f"{of_sentence.MOST_CHARACTERS:,} characters of a sentence."
    )
    assert told in " ".join(README.split())
