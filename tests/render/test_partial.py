"""A source that supports only a part of a sentence is shown as one in every format, and the legend says so."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from digests import LINE, SOURCES, digest

from summarize import registry
from summarize.digest import Citation, Digest
from summarize.render import commonmark
from summarize.stages import RenderOptions

WHOLE = digest(
    sources=(*SOURCES, replace(SOURCES[0], id="s3", publisher="Voice")),
    conflicts=(),
    overview=(),
)
PARTLY = replace(
    LINE,
    also_reported_by=(
        Citation("s2", 3, 14, "It is down.", "partial"),
        Citation("s3", 5, 20, "It broke, all of it.", "paraphrase"),
    ),
)
LEGEND = "(n) source n supports only a part"
OTHERS = "[a] [b] quoted from a, b says the same"


def told(line=PARTLY) -> Digest:
    return replace(WHOLE, topics=(replace(WHOLE.topics[0], summary=(line,)),))


def shown(form: str, made: Digest, cite: str = "numeric") -> str:
    return registry.renderer(form)(made, RenderOptions(cite=cite))


MARKS = [
    ("terminal", "numeric", "It broke. [1] [3](2)"),
    ("markdown", "numeric", "It broke. \\[1\\] \\[3\\](2)"),
    ("markdown", "footnote", "Wire, in part: “It is down.”"),
    ("markdown", "pandoc", "[@post; also @voice; in part @wire]"),
    ("markdown", "inline", "(Post; also Voice; in part Wire)"),
    ("html", "numeric", 'class="cite c2 part" title="Wire, supports a part">(2)</a>'),
]


@pytest.mark.parametrize(("form", "cite", "mark"), MARKS)
def test_a_source_that_supports_a_part_stands_last_and_apart(form, cite, mark):
    assert mark in shown(form, told(), cite)
    assert mark not in shown(form, told(LINE), cite)


@pytest.mark.parametrize(
    ("form", "legend"),
    [("terminal", OTHERS), ("markdown", commonmark.escape(OTHERS)), ("html", "the first is the source that is quoted")],
)
def test_the_source_that_is_quoted_stands_apart_and_the_legend_says_so(form, legend):
    assert legend in shown(form, told(LINE))
    assert legend not in shown(form, told(replace(LINE, also_reported_by=())))


@pytest.mark.parametrize(
    ("form", "legend"), [("terminal", LEGEND), ("markdown", LEGEND), ("html", "supports only a part of the sentence")]
)
def test_the_legend_says_what_it_means_where_there_is_one(form, legend):
    assert legend in shown(form, told())
    assert legend not in shown(form, told(LINE))


def test_data_keep_it_apart():
    (row,) = csv.DictReader(StringIO(shown("csv", told())))
    assert (row["also_reported_by"], row["reported_in_part_by"]) == ("Voice", "Wire")
    (item,) = json.loads(shown("jsonld", told()))["first"]["items"]
    assert [target.get("styleClass") for target in item["target"]] == [None, "partial", None]
    assert Digest.from_dict(json.loads(shown("json", told()))) == told()
