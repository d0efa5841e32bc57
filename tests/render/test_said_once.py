"""What the overview shows is referred to in its section, not repeated; the data keep it whole."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from conftest import EXAMPLES
from digests import LINE, digest

from summarize import registry
from summarize.cli import main
from summarize.digest import Digest
from summarize.render.plain import beginning
from summarize.stages import RenderOptions

WORDS = "The dam above the town broke on Monday after two nights of rain."
LEAD = replace(LINE, text=WORDS)
NEXT = replace(LINE, start=20, end=30, text="It had stood for ninety years.")
ABOVE = replace(LEAD, overview_line=1)
PAGES = ("terminal", "markdown", "html")


def told(**changes) -> Digest:
    topic = replace(digest().topics[0], summary=(ABOVE, NEXT))
    return digest(**({"overview": (LEAD,), "topics": (topic,), "conflicts": ()} | changes))


def page(form: str, made: Digest, **options) -> str:
    text = registry.renderer(form)(made, RenderOptions(width=110, **options))
    return unescape(text.partition("<aside")[0])


@pytest.mark.parametrize("form", PAGES)
def test_a_section_refers_to_what_the_overview_shows_by_how_it_begins(form):
    text = page(form, told())
    assert text.count(WORDS) == 1
    assert text.index(WORDS) < text.index("see overview") < text.index(NEXT.text)
    assert text.count(beginning(WORDS)) == 1
    assert beginning(WORDS) == "The dam above the town broke …"


@pytest.mark.parametrize("form", PAGES)
def test_who_wants_it_twice_gets_it_twice(form):
    text = page(form, told(), repeat_overview=True)
    assert text.count(WORDS) == 2
    assert "see overview" not in text


@pytest.mark.parametrize("form", PAGES)
def test_a_reference_never_leads_nowhere(form):
    text = page(form, told(overview=()))
    assert (text.count(WORDS), text.count("see overview")) == (1, 0)


@pytest.mark.parametrize("form", ["json", "csv", "jsonld"])
def test_data_keep_sections_whole(form):
    assert registry.renderer(form)(told(overview=()), RenderOptions()).count(WORDS) == 1
    assert "see overview" not in registry.renderer(form)(told(), RenderOptions())


@pytest.mark.parametrize("text", ["No.", "It broke.", "x" * 5000, "中文" * 40, "a \x1b b"], ids=ascii)
def test_a_beginning_is_never_the_whole(text):
    start = beginning(text).removesuffix(" …")
    assert 0 < len(start) <= len(text) // 2 + 1
    assert "\x1b" not in start


def test_the_command_line_says_it_once_or_as_often_as_wanted(capsys):
    command = ["run", str(EXAMPLES / "harbour-bridge"), "-q", "--format", "markdown"]
    pages = []
    for wanted in ([], ["--repeat-overview"]):
        assert main([*command, *wanted]) == 0
        pages.append(capsys.readouterr().out)
    assert "see overview" in pages[0]
    assert "see overview" not in pages[1]
    items = [line.partition("\\[")[0] for line in pages[0].split("\n") if line.startswith("- ")]
    assert len(items) == len(set(items))
