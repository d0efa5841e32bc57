"""The digest as plain data: what is written can be read, and what is wrong is told with its place."""

from __future__ import annotations

import json

import pytest
from digests import LINE, digest

from summarize import Digest
from summarize.errors import DigestError


def test_what_is_written_can_be_read():
    original = digest()
    assert Digest.from_dict(json.loads(json.dumps(original.to_dict()))) == original


def test_the_fields_stand_in_the_order_of_the_schema():
    assert list(digest().to_dict()) == [
        "schema_version", "generator", "settings", "warnings", "sources", "title", "overview", "topics", "conflicts",
        "unplaced", "people",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "not a digest of schema version 2"),
        ({}, "not a digest of schema version 2"),
        ({"schema_version": 3}, "not a digest of schema version 2 but of 3"),
        ({"schema_version": 1}, "missing required field"),
    ],
)
def test_another_document_is_refused(data, message):
    with pytest.raises(DigestError, match=message):
        Digest.from_dict(data)


def test_a_digest_of_the_first_version_can_be_read():
    data = digest().to_dict() | {"schema_version": 1}
    del data["title"]
    for line in [*data["overview"], *(line for topic in data["topics"] for line in topic["summary"])]:
        del line["context"]
    read = Digest.from_dict(data)
    assert read.title is None
    assert read.topics == digest().topics


def test_the_place_of_an_error_is_told():
    data = digest().to_dict()
    data["topics"][0]["summary"][0]["start"] = "zero"
    with pytest.raises(DigestError, match=r"topics\[\.*0?\.*\]\.summary"):
        Digest.from_dict(data)


def test_a_line_is_the_same_in_overview_and_section():
    assert digest().overview[0] == digest().topics[0].summary[0] == LINE
