"""What an article says about itself: front matter, first lines, the data of a page."""

from __future__ import annotations

import pytest
from files import BODY, PAGE

from summarize import read
from summarize.read.head import metadata

HEADS = [
    ("Bridge shut\n\nBy Dov Halloran and Ruth Sey\nThe Ellery Tribune\nOctober 16, 2025\n\n", "The Ellery Tribune"),
    ("Bridge shut\n\nKessow Courier | 9 March 2026 | Staff and agencies\n\n", "Kessow Courier"),
    ("Bridge shut\n\nThe Valley Voice, 10 March 2026\n\n", "The Valley Voice"),
    ("Bridge shut\n\nBEIJING (Reuters) - ", "Reuters"),
    ("Bridge shut\n\nPORT ELLERY, Averley (Coastal Wire) — ", "Coastal Wire"),
    ("Bridge shut\n\nBy Jing Teng and Matt Walsh for AFP\n\n", "AFP"),
    ("Bridge shut\n\nBy Anna Kerr, The Ellery Tribune\n\n", "The Ellery Tribune"),
    ("Bridge shut\n\nBy Anna Kerr for AFP\n\nOriginal url:\nhttps://www.post.example/a\n\n", "post.example"),
    ("Bridge shut\n\nhttps://coastalwire.example/a\n\nELLERY (Coastal Wire) — ", "Coastal Wire"),
    ("Bridge shut\n\nLondon, 10 March 2026\n\n", "story"),
    ("Bridge shut\n\nThe ferries are full\n\n", "story"),
    ("Bridge shut\n\n", "story"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "publisher"), HEADS)
def test_the_outlet_is_named_whenever_the_text_says_it(head, publisher, write):
    (found,) = read([write("story.txt", head + "\n".join(BODY))])
    assert (found.title, found.publisher) == ("Bridge shut", publisher)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Wednesday, 15 October 2025, 06:42", "2025-10-15T06:42:00"),
        ("15.10.2025", "2025-10-15"),
        ("Published: 2025-10-15", "2025-10-15"),
        ("October 16, 2025 | Updated 9:15 a.m.", "2025-10-16"),
        ("The dam broke on 3 May 2024.", None),
    ],
)
def test_a_date_line_is_read(line, date):
    assert metadata(f"Bridge shut\n\n{line}\n\n{BODY[0]}").get("published") == date


def test_front_matter_is_understood(write):
    (found,) = read(
        [
            write(
                "a.md",
                '---\ntitle: "A: b"\nsource: The Post\ndate: 2024-05-03\nurl: https://post.example/1\n'
                "author: [Ann Low, Bo Ek]\n---\nThe dam broke.\n",
            )
        ]
    )
    assert (found.title, found.publisher, found.published) == ("A: b", "The Post", "2024-05-03")
    assert (found.url, found.authors) == ("https://post.example/1", ("Ann Low", "Bo Ek"))


@pytest.mark.parametrize("matter", ["title: [", "- a list", "just text", "title:"])
def test_broken_front_matter_costs_its_fields_only(write, matter):
    (found,) = read([write("a.md", f"---\n{matter}\n---\nThe dam broke.\n")])
    assert found.publisher == "a"


def test_the_first_lines_of_plain_text_name_title_author_date_and_address(write):
    (found,) = read(
        [
            write(
                "story.txt",
                "Dam breaks above the town\n\nBy Ann Low\n\nFebruary 04, 2022\n\nThe dam broke on Friday.\n\n"
                "Original url:\nhttps://www.post.example/2022/dam\n",
            )
        ]
    )
    assert (found.title, found.authors, found.published) == ("Dam breaks above the town", ("Ann Low",), "2022-02-04")
    assert (found.url, found.publisher) == ("https://www.post.example/2022/dam", "post.example")


def test_a_first_line_that_ends_like_a_sentence_is_no_title(write):
    (found,) = read([write("story.txt", "The dam broke on Friday.\nNobody was hurt.")])
    assert found.title is None
    assert found.publisher == "story"


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
