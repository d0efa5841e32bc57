"""Where the sources disagree: at the sentence, in the section, at the end and alone, in every format."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from digests import SOURCES, digest, disputed_digest
from rich.cells import cell_len

from summarize import registry
from summarize.digest import Conflict, ConflictValue, Quote
from summarize.render import CONFLICT_FORMATS, conflicts_alone
from summarize.render.cite import STYLES
from summarize.render.disputes import Disputes
from summarize.render.spelling import is_one_name
from summarize.stages import RenderOptions

PEOPLE = ("terminal", "markdown", "html")


def shown(form: str, made=None, **options) -> str:
    """What a reader sees: without tags and escapes, on lines that are not broken."""
    out = registry.renderer(form)(made or disputed_digest(), RenderOptions(**{"width": 120, **options}))
    if form == "html":
        out = re.sub(r"<(style|script)>.*?</\1>", "", out, flags=re.DOTALL)
        out = re.sub(r"</?(span|a)[^>]*>", "", out)
    return " ".join(out.replace("\\", "").replace("*", "").split())


@pytest.mark.parametrize("form", PEOPLE)
@pytest.mark.parametrize(
    "note",
    [
        "↻ updated: now “four”",
        "↻ updated: was “Three people”",
        "≠ disputed: also “20 million”",
        "≠ also spelled “Roue”",
        "≠ disputed by",
    ],
)
def test_a_sentence_says_what_is_said_otherwise(form, note):
    assert note in shown(form)


@pytest.mark.parametrize("form", PEOPLE)
def test_the_overview_says_it_too(form):
    assert shown(form).index("updated: now “four”") < shown(form).index("1. Dam" if form != "terminal" else "1 Dam")


@pytest.mark.parametrize("form", PEOPLE)
def test_an_update_is_told_as_was_and_now_with_date_and_outlet(form):
    out = shown(form).replace("“", "").replace("”", "")
    assert re.search(r"was Three people \(1 May, Post", out)
    assert re.search(r"now four \(3 May, Wire", out)
    assert out.index("was Three people (") < out.index("now four (")


@pytest.mark.parametrize("form", PEOPLE)
def test_each_side_stands_with_its_words_its_outlet_and_its_date(form):
    out = shown(form)
    listed = out[out.rindex("A number") :]
    assert re.search(r"The repair costs 12 million euros\. \[?1\]? Post, 1 May", listed)
    assert re.search(r"It costs 20\. \[?3\]? Voice", listed)


@pytest.mark.parametrize("form", PEOPLE)
def test_a_conflict_of_no_section_stands_in_a_list_at_the_end(form):
    made = disputed_digest()
    denial = Conflict("t9", "denial", (_elsewhere(made.conflicts[-1].values[0]), made.conflicts[-1].values[1]))
    out = shown(form, replace(made, conflicts=(*made.conflicts[:-1], denial)))
    end = out[out.rindex("Where the sources disagree") :]
    assert "A claim and its denial" in end
    assert "The engineer admitted it." in end
    assert "A number" not in end


def test_a_conflict_of_another_topic_goes_where_its_sentence_is_shown():
    made = disputed_digest()
    number = replace(made.conflicts[1], topic_id="t9")
    disputes = Disputes(replace(made, conflicts=(number,)))
    assert (list(disputes.of("t1")), disputes.elsewhere) == ([number], [])


@pytest.mark.parametrize("width", [20, 80, 120])
@pytest.mark.parametrize("ascii", [False, True])
def test_no_line_is_wider_than_the_terminal(width, ascii):
    for made in (disputed_digest(), digest(conflicts=())):
        for out in (
            registry.renderer("terminal")(made, RenderOptions(width=width, ascii=ascii)),
            conflicts_alone(made, "terminal", RenderOptions(width=width, ascii=ascii)),
        ):
            assert max(map(cell_len, out.splitlines())) <= width
            assert not ascii or re.sub("[“”]", "", out).isascii()


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_the_legend_explains_the_marks_that_are_there_and_no_others(form):
    out = shown(form)
    for mark in ("◦ one independent source", "≠ sources disagree", "↻ updated later"):
        assert mark in out
    only = shown(form, replace(disputed_digest(), conflicts=disputed_digest().conflicts[:1]))
    assert "↻ updated later" in only
    assert "≠" not in only
    assert "↻" not in shown(form, digest())


@pytest.mark.parametrize("style", list(STYLES))
def test_markdown_has_the_marks_in_every_style_of_citations(style):
    out = registry.renderer("markdown")(disputed_digest(), RenderOptions(cite=style))
    (line,) = [line for line in out.splitlines() if line.startswith("- The repair costs")]
    assert "◦ ≠ *disputed: also “20 million”* " in line
    assert "*◦ one independent source, ≠ sources disagree, ↻ updated later*" in out
    assert "Post) Post" not in out


def test_a_table_has_the_note_and_annotations_have_each_conflict():
    made = disputed_digest()
    rows = list(csv.DictReader(io.StringIO(registry.renderer("csv")(made, RenderOptions()))))
    assert [row["disagreement"] for row in rows] == [
        "updated: now “four” (Wire, 3 May)",
        "updated: was “Three people” (Post, 1 May)",
        "disputed: also “20 million” (Voice)",
        "also spelled “Roue” (Wire, 3 May); disputed by (Voice)",
    ]
    items = json.loads(registry.renderer("jsonld")(made, RenderOptions()))["first"]["items"]
    told = [item["body"]["value"] for item in items if item["motivation"] == "commenting"]
    assert told[0] == "an update: was “Three people” (Post, 1 May), now “four” (Wire, 3 May)"
    assert told[2] == "a name, spelled differently: “Rhonda Rouer” (Post, 1 May) / “Roue” (Wire, 3 May)"
    assert len(told) == 5


def test_years_are_told_where_the_articles_are_of_several():
    made = disputed_digest()
    older = replace(made, sources=(replace(made.sources[0], published="2023-12-31"), *made.sources[1:]))
    assert "was Three people (31 Dec 2023, Post [1])" in shown("terminal", older)


@pytest.mark.parametrize("published", ["", "yesterday", "2024", "2024-13", "2024-99-99"])
def test_a_date_that_is_none_breaks_nothing(published):
    made = disputed_digest()
    odd = replace(made, sources=(replace(made.sources[0], published=published), *made.sources[1:]))
    assert f"{published}" in shown("markdown", odd)


def test_more_than_two_conflicts_at_a_sentence_are_counted():
    quote = Quote("s1", 0, 9, "It broke.")
    many = tuple(Conflict("t1", "number", (ConflictValue("3", (quote,)), ConflictValue(str(n), ()))) for n in range(4))
    assert "also “0”; ≠ disputed: also “1”; 2 more" in shown("terminal", digest(conflicts=many))


@pytest.mark.parametrize("form", CONFLICT_FORMATS)
def test_alone_they_are_all_there_and_nothing_else(form):
    out = conflicts_alone(disputed_digest(), form, RenderOptions())
    for words in ("The toll stood at four", "It costs 20.", "Ms Roue left.", "The engineer admitted it."):
        assert words in out
    assert "Overview" not in out
    assert "unplaced" not in out


def test_alone_as_data_they_are_the_digests_own_with_their_sources():
    made = disputed_digest()
    one = replace(made, conflicts=made.conflicts[:1])
    data = json.loads(conflicts_alone(one, "json", RenderOptions()))
    assert list(data) == ["schema_version", "sources", "conflicts"]
    assert [source["id"] for source in data["sources"]] == ["s1", "s2"]
    assert data["conflicts"] == one.to_dict()["conflicts"]


def test_alone_the_sources_keep_their_numbers():
    made = disputed_digest()
    one = replace(made, conflicts=made.conflicts[1:2])
    for form in ("terminal", "markdown"):
        out = conflicts_alone(one, form, RenderOptions()).replace("\\", "")
        assert "[3] Voice" in out
        assert "Wire" not in out


@pytest.mark.parametrize("form", PEOPLE)
def test_none_is_said_to_be_none(form):
    assert "No disagreement between the sources was found." in conflicts_alone(
        digest(conflicts=()), form, RenderOptions()
    )
    assert "No disagreement" not in shown(form, digest(conflicts=()))


def test_every_link_of_the_page_has_its_target_without_the_articles():
    for out in (shown_page(disputed_digest()), conflicts_alone(disputed_digest(), "html", RenderOptions())):
        anchors = re.findall(r' id="([^"]*)"', out)
        assert len(anchors) == len(set(anchors))
        assert set(re.findall(r'href="#([^"]*)"', out)) <= set(anchors)


def _elsewhere(side: ConflictValue) -> ConflictValue:
    """The same side, cited from a sentence that is not shown."""
    return replace(side, citations=tuple(replace(quote, start=190, end=199) for quote in side.citations))


def shown_page(made) -> str:
    return registry.renderer("html")(made, RenderOptions())


@pytest.mark.parametrize(
    "names",
    [
        ("Rhonda Roue", "Rhonda Rouer"), ("Roue", "Rhonda Rouer"), ("Jon Smith", "John Smith"), ("Müller", "Mueller"),
        ("Yevgeny Orlov", "Evgeny Orlov"), ("Mohammed Ali", "Muhammad Ali"), ("Al Nasr", "al-Nasr"), ("Stephen", "Steven"),
        ("Katherine Poe", "Catherine Poe"), ("Peter Lnug", "Peter Lung"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_told(names):
    assert is_one_name(names)
    assert is_one_name(names[::-1])


@pytest.mark.parametrize(
    "names",
    [
        ("Norfolk", "Norwalk"), ("John Smith", "Joan Smith"), ("Martin Lee", "Martina Lee"), ("Lopez", "Ana Lopez"),
        ("Ada Baker", "Ada Maker"), ("Route 14", "Route 15"), ("Lincoln and Brainard", "MLK Boulevard"), ("", "A"),
        ("Sam Lee Jr", "Sam Lee Sr"), ("Smith",), ("Jon", "John", "Joan"), ("X", "Y"), ("中文", "中华"),
    ],
)  # fmt: skip
def test_names_of_two_are_not(names):
    assert not is_one_name(names)
    assert not is_one_name(names[::-1])


def test_two_people_are_no_spellings_in_the_note():
    values = (ConflictValue("Norfolk", (Quote("s1", 0, 9, "It broke."),)), ConflictValue("Norwalk", ()))
    out = shown("terminal", digest(sources=SOURCES, conflicts=(Conflict("t1", "name", values),)))
    assert "≠ disputed: also “Norwalk”" in out
    assert "spelled" not in out
