"""Formats for programs: JSON, a table, annotations."""

from __future__ import annotations

import csv
import io
import json
import sys

import pytest
from digests import digest, with_text

from summarize import registry
from summarize.errors import MissingExtra
from summarize.stages import RenderOptions


def test_json_is_the_document_itself():
    assert json.loads(registry.renderer("json")(digest(), RenderOptions())) == digest().to_dict()


def test_annotations_point_at_every_supporting_place():
    document = json.loads(registry.renderer("jsonld")(digest(), RenderOptions()))
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    annotation, conflict = document["first"]["items"]
    assert conflict["motivation"] == "commenting"
    assert conflict["body"]["value"] == "a number: “3” (Post) / “4”"
    assert conflict["target"] == annotation["target"][:1]
    assert [target["source"] for target in annotation["target"]] == ["1.txt", "2.txt"]
    assert annotation["target"][0]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "It broke."},
        {"type": "TextPositionSelector", "start": 0, "end": 9},
    ]


def test_a_data_frame_needs_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match="pip install pandas"):
        digest().to_frame()


def test_a_table_has_a_row_for_each_shown_sentence_and_no_formula():
    out = registry.renderer("csv")(with_text("=HYPERLINK(1), she said"), RenderOptions())
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["text"] == "'=HYPERLINK(1), she said"
    (row,) = csv.DictReader(io.StringIO(registry.renderer("csv")(digest(), RenderOptions())))
    assert (row["topic"], row["text"], row["publisher"]) == ("Dam", "It broke.", "Post")
    assert (row["also_reported_by"], row["independent_sources"]) == ("Wire", "2")
    assert row["disagreement"] == "disputed: also “4”"
