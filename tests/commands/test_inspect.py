"""`summarize inspect`: what was understood, for people and for programs, and lines that an outlet prints everywhere."""

from __future__ import annotations

import json

import pytest
from conftest import article
from test_formats import BODY, PAGE

from summarize import read
from summarize.cli import main
from summarize.model import fold
from summarize.text.sentences import segment_all

STORY = f"Bridge shut\n\nBy Anna Kerr\nThe Ellery Post\n\n{BODY[0]} {BODY[1]}\n\nAdvertisement\n\n{BODY[2]}\n"


def test_as_data_every_span_is_a_place_in_its_text(write, capsys):
    assert main(["inspect", str(write("story.txt", STORY)), "--format", "json"]) == 0
    out = capsys.readouterr()
    data = json.loads(out.out)
    assert out.err == ""
    assert list(data) == ["sources", "texts", "ignored", "sentences"]
    texts = data["texts"]
    assert texts == {"s1": STORY}
    assert [fold(texts[s["source_id"]][s["start"] : s["end"]]) for s in data["sentences"]] == BODY[:3]
    assert [(texts[s["source_id"]][s["start"] : s["end"]], s["reason"]) for s in data["ignored"]] == [
        ("Bridge shut", "title"), ("By Anna Kerr", "byline"), ("The Ellery Post", "heading"), ("Advertisement", "embed"),
    ]  # fmt: skip
    assert data["sources"][0]["publisher"] == "The Ellery Post"


def test_on_the_terminal_sentences_are_numbered_and_reasons_named(write, capsys):
    assert main(["inspect", str(write("story.txt", STORY))]) == 0
    out = capsys.readouterr().out
    folded = " ".join(out.split())
    for wanted in (
        "title Bridge shut",
        "publisher The Ellery Post",
        "byline: By Anna Kerr",
        f"2 {BODY[1]}",
        "language en",
    ):
        assert wanted in folded
    assert "\x1b" not in out


def test_into_a_file(write, working_folder):
    assert main(["inspect", str(write("story.txt", STORY)), "--format", "json", "-o", "out.json"]) == 0
    assert json.loads((working_folder / "out.json").read_text(encoding="utf-8"))["texts"]


def test_nothing_readable_is_exit_code_3(tmp_path, capsys):
    assert main(["inspect", str(tmp_path / "none.txt")]) == 3
    assert "no such file" in capsys.readouterr().err


def test_the_language_can_be_forced(write, capsys):
    main(["inspect", str(write("story.txt", STORY)), "--language", "french", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["sources"][0]["language"] == "fr"


def test_what_an_outlet_prints_on_every_page_is_set_aside():
    about = "The Post is read in Ellery"
    pages = [
        article(f"{line}\n\n{about}\n\n{BODY[3]}", publisher="The Post", path=f"{n}.txt")
        for n, line in enumerate(BODY[:3])
    ]
    other = article(f"{BODY[0]}\n\n{BODY[3]}", publisher="The Courier", path="9.txt")
    documents = segment_all([*pages, other])
    shown = [[sentence.text for sentence in document.sentences] for document in documents]
    assert shown == [[BODY[0], BODY[3]], [BODY[1]], [BODY[2]], [BODY[0], BODY[3]]]
    assert [span.reason for span in documents[1].ignored] == ["heading", "repeated"]


@pytest.mark.parametrize(
    "data",
    [
        '{"@graph": [{"@type": "Organization", "@id": "#o", "name": "The Graph"}, '
        '{"@type": ["NewsArticle"], "publisher": {"@id": "#o"}, "datePublished": "2025-10-15T08:00:00"}]}',
        '[{"@type": "ReportageNewsArticle", "publisher": [{"name": "The Graph"}], "datePublished": "2025-10-15T08:00:00"}]',
    ],
)
def test_the_data_of_a_page_names_outlet_and_time(write, data):
    script = f'<script type="application/ld+json">{data}</script>'
    (found,) = read([write("page.html", PAGE.replace("</head>", f"{script}</head>"))])
    assert (found.title, found.publisher, found.published) == ("Bridge shut", "The Graph", "2025-10-15T08:00:00")


@pytest.mark.parametrize(
    "data", ["{", "[]", "null", "[" * 5_000, '{"@type": 3}', '{"@type": "NewsArticle", "publisher": [], "author": 5}']
)
def test_damaged_data_of_a_page_costs_nothing_else(write, data):
    script = f'<script type="application/ld+json">{data}</script>'
    (found,) = read([write("page.html", PAGE.replace("</head>", f"{script}</head>"))])
    assert (found.title, found.publisher, found.published) == ("Bridge shut", "The Ellery Post", "2025-10-15")
