"""The digest as plain data: what is written can be read, and what is wrong is told with its place."""

from __future__ import annotations

import json

import pytest

from summarize import Digest
from summarize.digest import (
    Citation,
    Conflict,
    ConflictValue,
    DigestTopic,
    Generator,
    Quote,
    Source,
    Span,
    SummarySentence,
    Unplaced,
)
from summarize.errors import DigestError

SOURCES = tuple(
    Source(f"s{n}", f"{n}.txt", None, None, name, (), None, "en", "0" * 64, 40, 2)
    for n, name in ((1, "Post"), (2, "Wire"))
)
LINE = SummarySentence("s1", 0, 9, "It broke.", (Citation("s2", 3, 14, "It is down.", "paraphrase"),), 2)


def digest(**changes) -> Digest:
    fields = {
        "generator": Generator("summarize", "0"),
        "settings": {"topics": "auto"},
        "warnings": ("a.txt: empty",),
        "sources": SOURCES,
        "overview": (LINE,),
        "topics": (DigestTopic("t1", "Dam", ("dam",), ("s1", "s2"), (LINE,), (Span("s1", 0, 9), Span("s2", 3, 14))),),
        "conflicts": (
            Conflict("t1", "number", (ConflictValue("3", (Quote("s1", 0, 9, "It broke."),)), ConflictValue("4", ()))),
        ),
        "unplaced": (Unplaced("s1", 10, 20, "heading"),),
    }
    return Digest(**(fields | changes))


def test_what_is_written_can_be_read():
    original = digest()
    assert Digest.from_dict(json.loads(json.dumps(original.to_dict()))) == original


def test_the_fields_stand_in_the_order_of_the_schema():
    assert list(digest().to_dict()) == [
        "schema_version", "generator", "settings", "warnings", "sources", "overview", "topics", "conflicts", "unplaced",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "not a digest of schema version 1"),
        ({}, "not a digest of schema version 1"),
        ({"schema_version": 2}, "not a digest of schema version 1 but of 2"),
        ({"schema_version": 1}, "missing required field"),
    ],
)
def test_another_document_is_refused(data, message):
    with pytest.raises(DigestError, match=message):
        Digest.from_dict(data)


def test_the_place_of_an_error_is_told():
    data = digest().to_dict()
    data["topics"][0]["summary"][0]["start"] = "zero"
    with pytest.raises(DigestError, match=r"topics\[\.*0?\.*\]\.summary"):
        Digest.from_dict(data)
