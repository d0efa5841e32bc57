"""Words of articles show literally in every format; a renderer never fails on what they hold."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from test_digest import LINE, SOURCES, digest

from summarize import registry
from summarize.digest import DigestTopic, SummarySentence
from summarize.errors import MissingExtra
from summarize.model import fold
from summarize.render.commonmark import escape
from summarize.render.plain import harmless
from summarize.stages import RenderOptions

HOSTILE = [
    "[bold]not bold[/bold] [red]x[/] [link=http://x]y",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m",
    "NUL \x00 and bell \x07 and backspace \x08\x08\x08",
    "\u202eright to left\u202c \u2066isolated",
    "*stars* _lines_ `code` ~~gone~~ <b>tag</b> &amp; | cell | $x$ ==mark== [a](b) ![i](j) [^1]",
    "# no heading",
    "1. no list",
    "I. no list",
    "(a) no list",
    "12345678901. no list",
    "@key ^up^ {.class} #tag www.a.example http://a.example",
    "- no list",
    "+ no list",
    "> no quotation",
    "--- ",
    "</script><img src=x onerror=alert(1)>",
    "中文 עברית 🌉 e\u0301",
    "x" * 5000,
]
FORMATS = registry.names("renderers")


def with_text(text: str):
    line = SummarySentence("s1", 0, 9, text)
    topic = DigestTopic("t1", text, (text,), ("s1",), (line,), ())
    return digest(overview=(line,), topics=(topic,), warnings=(text,))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(text)[:20] for text in HOSTILE])
def test_hostile_text_is_shown_harmless(name, text):
    for colour in (False, True):
        out = registry.renderer(name)(with_text(text), RenderOptions(width=60, colour=colour))
        assert out.endswith("\n")
        assert not set("\x00\x07\x08\x9b\u202e\u2066") & set(out) or name in ("json", "jsonld")
        if not colour:
            assert "\x1b" not in out


@pytest.mark.parametrize("width", [1, 20, 60, 80, 120, 200])
def test_the_terminal_keeps_its_width(width):
    out = registry.renderer("terminal")(digest(), RenderOptions(width=width))
    assert max(len(line) for line in out.splitlines()) <= max(20, width)


def test_rich_markup_in_an_article_is_text():
    out = registry.renderer("terminal")(with_text("[bold]loud[/bold]"), RenderOptions())
    assert "[bold]loud[/bold]" in out


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_every_sentence_shows_the_numbers_of_its_sources(name):
    out = registry.renderer(name)(digest(), RenderOptions()).replace("\\", "")
    assert "It broke. [1][2]" in out
    assert "Post" in out
    assert "Wire" in out


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_a_sentence_in_another_language_than_most_is_marked(name):
    sources = (*SOURCES, replace(SOURCES[0], id="s3", publisher="Poste", language="fr"))
    line = SummarySentence("s3", 0, 9, "Le barrage a cédé.")
    topic = replace(digest().topics[0], summary=(line, LINE))
    out = registry.renderer(name)(digest(sources=sources, topics=(topic,)), RenderOptions())
    assert out.count("(fr)") == 1


def test_json_is_the_document_itself():
    assert json.loads(registry.renderer("json")(digest(), RenderOptions())) == digest().to_dict()


def test_a_table_has_a_row_for_each_shown_sentence_and_no_formula():
    out = registry.renderer("csv")(with_text("=HYPERLINK(1), she said"), RenderOptions())
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["text"] == "'=HYPERLINK(1), she said"
    (row,) = csv.DictReader(io.StringIO(registry.renderer("csv")(digest(), RenderOptions())))
    assert (row["topic"], row["text"], row["publisher"]) == ("Dam", "It broke.", "Post")
    assert (row["also_reported_by"], row["independent_sources"]) == ("Wire", "2")


def test_annotations_point_at_every_supporting_place():
    document = json.loads(registry.renderer("jsonld")(digest(), RenderOptions()))
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    (annotation,) = document["first"]["items"]
    assert [target["source"] for target in annotation["target"]] == ["1.txt", "2.txt"]
    assert annotation["target"][0]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "It broke."},
        {"type": "TextPositionSelector", "start": 0, "end": 9},
    ]


def test_a_notebook_shows_markdown():
    shown = digest()._repr_markdown_()
    assert shown.startswith("# Digest of 2 articles\n\n## Overview")
    assert digest().to_markdown().endswith(shown.removeprefix("# Digest of 2 articles"))


def test_a_data_frame_needs_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"pip install 'summarize\[pandas\]'"):
        digest().to_frame()


def test_an_empty_digest_renders_everywhere():
    for name in FORMATS:
        empty = digest(overview=(), topics=(), conflicts=(), unplaced=(), warnings=())
        assert registry.renderer(name)(empty, RenderOptions(verbose=True))


def visible(markdown: str) -> str:
    """The text a reader of rendered Markdown sees."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return fold("".join(child.content or " " for token in tokens for child in token.children or ()))


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 100], ids=ascii)
def test_markdown_shows_what_the_article_says(text):
    assert visible(escape(text)) == fold(harmless(text))


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB1 .!?\\\"'()[]{}<>*_`~|&#+-=$%^:;/@é中\u202e"), min_size=1, max_size=60))
def test_markdown_shows_what_the_article_says_whatever_it_is(text):
    assert visible(escape(fold(text))) == fold(harmless(fold(text)))


def test_a_line_is_the_same_in_overview_and_section():
    assert digest().overview[0] == digest().topics[0].summary[0] == LINE
