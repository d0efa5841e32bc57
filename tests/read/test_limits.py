"""No file, article, record or header takes more than its share, and none costs another its place."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import time
import zipfile

import pytest

from summarize import read
from summarize.cli import main
from summarize.read import share
from summarize.read.sniff import kind
from summarize.registry import suffixes

GOOD = "The dam broke on Friday morning. Two towns were flooded by noon. The mayor asked the army for help.\n"


def texts(*paths):
    return [article.text for article in read([str(path) for path in paths])]


def test_a_text_is_read_up_to_the_limit_and_that_is_said(write, monkeypatch):
    monkeypatch.setattr(share, "LARGEST_TEXT", 50)
    found = read([write("long.txt", GOOD)])
    assert found[0].text == GOOD[:50]
    assert found.warnings == (f"{found[0].path}: {len(GOOD)} characters long, read up to character 50",)


def test_half_a_character_is_shown_as_damaged_and_offsets_stay(write):
    found = read([write("a.json", '[{"title": "T\\udc00", "text": "The dam \\ud800 broke on Friday."}]')])
    assert (found[0].text, found[0].title) == ("The dam \ufffd broke on Friday.", "T\ufffd")
    assert "1 damaged character shown as \ufffd" in found.warnings[0]


def test_a_whole_pair_in_json_is_one_character(write):
    assert texts(write("a.json", '[{"text": "The dam \\ud83d\\ude00 broke."}]')) == ["The dam \U0001f600 broke."]


@pytest.mark.skipif(os.name == "nt", reason="names of files are bytes")
def test_a_file_whose_name_is_no_text_is_read(tmp_path, capsys):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "w") as file:
        file.write(GOOD)
    target = tmp_path / "digest.json"
    assert main(["run", os.fsdecode(path), "--encoder", "tfidf", "-o", str(target)]) == 0
    assert "caf\ufffd.txt" in json.loads(target.read_text(encoding="utf-8"))["sources"][0]["path"]


def test_a_text_with_colours_of_a_terminal_is_text(write):
    assert texts(write("log.txt", f"\x1b[31m{GOOD}\x1b[0m"))[0].startswith("\x1b[31mThe dam")


def test_only_so_many_articles_of_one_file_are_read(write, monkeypatch):
    monkeypatch.setattr(share, "MOST_PARTS", 3)
    for name, content in {
        "a.csv": "text\n" + "It broke.\n" * 5,
        "a.jsonl": '{"text": "It broke."}\n' * 5,
        "a.txt": "|||||".join(["It broke."] * 5),
    }.items():
        found = read([write(name, content)])
        assert (len(found), "only its first 3 parts are read" in found.warnings[0]) == (3, True)


@pytest.mark.parametrize(
    "record",
    [
        {"text": "x", "timestamp": 1e300},
        {"text": "x", "date": "2025-01-01 " + "9" * 5_000},
        {"text": "x", "date": "2020 " * 15},
        {"text": "x", "timestamp": float("inf")},
        {"text": "x", "author": [[[]]]},
        {"text": "x", "title": "t" * 100_000},
        {"text": "x", "language": ["en"]},
        {"text": "x", "source": {"name": {"name": 1}}},
        {"text": ["x"], "url": 7},
    ],
    ids=range(9),
)
def test_a_strange_field_costs_itself_only(write, record):
    found = read([write("a.json", json.dumps([record, {"text": "It broke."}]))])
    assert [article.text for article in found] == ["x", "It broke."]
    assert all(len(article.title or "") <= 1_001 for article in found)


def test_a_record_that_breaks_its_reader_costs_itself_only(write, monkeypatch):
    from summarize.read import records

    real = records._article

    def broken(record, place):
        if record["text"] == "boom":
            raise IndexError("boom\nboom")
        return real(record, place)

    monkeypatch.setattr(records, "_article", broken)
    found = read([write("a.json", '[{"text": "boom"}, {"text": "It broke."}]')])
    assert [article.text for article in found] == ["It broke."]
    assert found.warnings[0].endswith("a.json#1: damaged, cannot be read (IndexError: boom boom)")


def test_a_table_of_more_columns_than_any_is_refused(write):
    found = read([write("a.csv", "," * 200_000 + "\n" + "a\n" * 200_000), write("b.txt", GOOD)])
    assert len(found) == 1
    assert "more than 1000 columns" in found.warnings[0]


def test_a_table_of_thirty_thousand_rows_is_read_as_far_as_its_share(write):
    out = io.StringIO()
    csv.writer(out).writerows([["text"], *([f"The dam number {n} broke."] for n in range(30_000))])
    assert len(read([write("a.csv", out.getvalue())])) == share.MOST_PARTS


def test_a_chapter_that_a_book_names_a_thousand_times_is_read_once(write):
    page = f"<html><body><p>{GOOD}</p></body></html>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("META-INF/container.xml", '<c><rootfile full-path="b.opf"/></c>')
        refs = '<itemref idref="a"/>' * 1_000
        book.writestr("b.opf", f'<package><item id="a" href="a.xhtml"/>{refs}</package>')
        book.writestr("a.xhtml", page)
    assert texts(write("book.epub", data.getvalue()))[0].count("The dam broke") == 1


def test_a_folded_header_is_told_in_a_moment():
    for lines in (20, 200):
        assert kind(b"A: b\r\n" + b" x\r\n" * lines + b"!", "nameless", suffixes()) == ".txt"


@pytest.mark.parametrize("header", ["a," * 50_000, "(" * 50_000, '"' * 50_000, "=?utf-8?q?a?= " * 5_000])
def test_a_header_without_end_costs_its_mail_only(write, header):
    mail = f"From: {header}\r\nSubject: {header}\r\nMIME-Version: 1.0\r\n\r\n{GOOD}"
    found = read([write("a.eml", mail), write("b.txt", GOOD)])
    assert found[-1].text == GOOD


def test_front_matter_that_is_a_bomb_costs_its_fields_only(write):
    levels = "\n".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]" for n in range(40))
    for matter in (f"a0: &a0 x\n{levels}", "a: " + "[" * 5_000, "a: " + "x" * 1_000_000, "? " * 3_000):
        assert GOOD in texts(write("a.md", f"---\n{matter}\n---\n{GOOD}"))[0]


def test_a_pipe_in_a_folder_does_not_hold_the_others_up(write, tmp_path):
    write("a.txt", GOOD)
    os.mkfifo(tmp_path / "b.txt")
    found = read([str(tmp_path)])
    assert len(found) == 1
    assert "no regular file" in found.warnings[0]


def test_a_name_in_a_list_that_no_file_can_have_is_one_line(write, capsys):
    listed = write("list.txt", f"a\0b.txt\n{write('b.txt', GOOD)}\n")
    assert main(["inspect", "-i", str(listed), "--format", "json"]) == 0
    assert "a" in capsys.readouterr().err


def test_an_archive_with_a_damaged_member_gives_the_others(write):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", GOOD * 3)
        archive.writestr("b.txt", "The bridge was closed on Tuesday evening.")
    packed = bytearray(data.getvalue())
    packed[40:60] = b"\xff" * 20
    assert texts(write("a.zip", bytes(packed))) == ["The bridge was closed on Tuesday evening."]


# Growth from a text to one of four times the size, as in tests/text/test_share.py: 4 when linear, 16 when quadratic.
MOST_GROWTH = 10
HEADS = [
    "a ",
    "By Ann ",
    "By Ann, ",
    "© ",
    "12 May ",
    "2020 ",
    "AB (",
    "http://a.b/",
    "Source: ",
    "a: ",
    "- ",
    "|",
    "\n",
    "\r",
    "---\n",
    " ",
    "A",
    "The ",
    "Post ",
    "[",
    "(",
    "'",
    "1.",
]
TAGS = [
    "<html ",
    "<meta ",
    "<script ",
    "<p>a ",
    "<a href=",
    "<!--",
    "<!DOCTYPE ",
    "&amp;",
    "&",
    "<![CDATA[",
    "<div>",
    "</p>",
    "<script type=application/ld+json>",
    "<script type=application/ld+json>{}</script>",
]


def growth(work, unit: str, size: int) -> float:
    ratios = []
    for _ in range(4):
        taken = []
        for count in (size // len(unit), 4 * size // len(unit)):
            began = time.process_time()
            work(unit * count)
            taken.append(max(time.process_time() - began, 2e-3))
        ratios.append(taken[1] / taken[0])
        if ratios[-1] <= MOST_GROWTH:
            break
    return min(ratios)


@pytest.mark.parametrize("unit", HEADS, ids=repr)
def test_reading_a_text_takes_time_in_proportion_to_it(unit):
    from summarize.read.text import read_text

    assert growth(lambda text: read_text(b"x" + text.encode(), "a.txt"), unit, 40_000) <= MOST_GROWTH


@pytest.mark.parametrize("unit", TAGS, ids=repr)
def test_looking_at_the_data_of_a_page_takes_time_in_proportion_to_it(unit):
    from summarize.read import html
    from summarize.read.jsonld import article_data

    def work(text: str) -> None:
        article_data(text)
        html._LANGUAGE.search(text)
        html.fragment_text(text)
        kind(text.encode(), "nameless", suffixes())

    assert growth(work, unit, 40_000) <= MOST_GROWTH


@pytest.mark.parametrize("unit", ["<!DOCTYPE", "<!DOCTYPE [", "<!DOCTYPE []", "<rss>", "<item>", "&a;"], ids=repr)
def test_a_feed_takes_time_in_proportion_to_it(unit):
    from summarize.read.feed import _without_document_type

    assert growth(lambda text: _without_document_type(text.encode()), unit, 200_000) <= MOST_GROWTH


@pytest.mark.parametrize("unit", ["a-\n", "word\n", "a-b\n", "1\n", "a", "-", " "], ids=repr)
def test_joining_the_lines_of_a_pdf_takes_time_in_proportion_to_them(unit):
    from summarize.read.pdf import _paragraphs

    assert growth(lambda text: _paragraphs([text.splitlines()]), unit, 40_000) <= MOST_GROWTH


def test_the_packed_zeros_of_a_bomb_are_counted_not_kept(write):
    found = read([write("a.txt.gz", gzip.compress(b" " * 301_000_000, 1)), write("b.txt", GOOD)])
    assert [article.text for article in found] == [GOOD]
    assert "unpacks to more than 300 MB" in found.warnings[0]


def test_a_page_of_more_tags_than_any_is_read_up_to_the_limit(write):
    lines = "".join(f"<p>The dam number {n} broke on Friday morning.</p>" for n in range(20_000))
    found = read([write("page.html", f"<html><body><article>{lines}</article></body></html>")])
    assert "The dam number 0 broke" in found[0].text
    assert "read up to character" in found.warnings[0]
