"""Every format that is read: its text, what it says about itself, and what happens when it is damaged."""

from __future__ import annotations

import gzip
import io
import json
import sys

import pytest
from files import BODY, FEED, FORMATS, MAIL, PAGE, WEB_ARCHIVE, cues, pdf, pdf_of, tarred, zipped

from summarize import read
from summarize.read import archive as archives
from summarize.read.sniff import kind
from summarize.registry import suffixes


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_its_text_and_its_title(name, write):
    first, *_ = read([write(name, FORMATS[name])])
    assert all(line in " ".join(first.text.split()) for line in BODY)
    assert first.title == "Bridge shut"
    assert "script speaks" not in first.text


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_told_by_its_content_too(name, write):
    if name in ("table.csv", "table.tsv"):
        pytest.skip("a table looks like text")
    first, *_ = read([write("nameless", FORMATS[name])])
    assert BODY[0] in " ".join(first.text.split())
    assert first.title == "Bridge shut"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("keep", [0.2, 0.6, 0.95])
def test_a_truncated_file_is_read_as_far_as_it_goes_or_reported_in_one_line(name, keep, write):
    data = FORMATS[name][: int(len(FORMATS[name]) * keep)]
    found = read([write(name, data), write("good.txt", BODY[0])])
    assert found[-1].text == BODY[0]
    assert len(found) > 1 or found.warnings
    assert all("\n" not in warning for warning in found.warnings)


@pytest.mark.parametrize("name", ["talk.srt", "nameless"])
def test_subtitles_are_what_is_said(name, write):
    source = cues(",").replace("1\n00:00", "0\n00:00:01,000 --> 00:00:02,000\n[applause]\n\n1\n00:00", 1)
    (found,) = read([write(name, source)])
    assert found.text == " ".join(BODY)


def test_a_silence_after_a_sentence_opens_a_paragraph_and_a_rolling_line_is_said_once(write):
    said = ["00:01.000 --> 00:02.000\nThe dam", "00:02.000 --> 00:03.000\nThe dam\nbroke."]
    source = "\n\n".join(["WEBVTT", *said, "00:09.000 --> 00:10.000\nTwo towns fled.", ""])
    (found,) = read([write("talk.vtt", source)])
    assert found.text == "The dam broke.\n\nTwo towns fled."


@pytest.mark.parametrize("name", ["story.odt", "story.rtf"])
def test_a_document_says_who_and_when(name, write):
    (found,) = read([write(name, FORMATS[name])])
    assert (found.authors, (found.published or "")[:10]) == (("Anna Kerr",), "2025-10-15")
    assert not {"note", "Crossed", "hand"} & set(found.text.replace(".", "").split())


def test_a_page_says_who_when_and_where(write):
    (found,) = read([write("page.html", PAGE)])
    assert (found.publisher, found.authors, found.published) == ("The Ellery Post", ("Anna Kerr",), "2025-10-15")
    assert (found.url, found.language) == ("https://post.example/2025/bridge", "en")


def test_a_page_in_an_old_encoding_is_read_by_its_own_declaration(write):
    page = PAGE.replace("utf-8", "windows-1251").replace("two cracks", "две трещины")
    (found,) = read([write("page.html", page.encode("cp1251"))])
    assert "две трещины" in found.text
    assert found.warnings == ()


def test_a_declared_language_that_the_words_contradict_is_not_believed(write):
    (found,) = read([write("page.html", PAGE.replace('lang="en"', 'lang="de"'))])
    assert found.language is None


@pytest.mark.parametrize(
    "page",
    ["<html><body><script>alert('x')</script></body></html>", "<html></html>", "<!doctype html>", "<html>" + "<div>" * 50_000],
    ids=["script", "empty", "nothing", "deep"],
)  # fmt: skip
def test_a_page_without_an_article_is_reported(write, page):
    found = read([write("page.html", page)])
    assert not found
    assert "no article text" in found.warnings[0]


def test_the_folder_a_browser_saves_beside_a_page_is_not_read(write, tmp_path):
    write("page.html", PAGE)
    write("page_files/frame.html", PAGE)
    assert len(read([tmp_path])) == 1


def test_a_web_archive_says_where_it_was_saved_from(write):
    (found,) = read([write("page.mhtml", WEB_ARCHIVE)])
    assert found.url == "https://post.example/saved"


def test_a_mail_names_its_sender_and_date(write):
    (found,) = read([write("letter.eml", MAIL)])
    assert (found.publisher, found.published) == ("The Morning Letter", "2025-10-15T06:42:00+00:00")


def test_a_mail_in_html_is_text(write):
    mail = MAIL.replace("text/plain", "text/html").replace(BODY[0], f"<p>{BODY[0]}</p><style>p {{}}</style>")
    (found,) = read([write("letter.eml", mail)])
    assert found.text.startswith(BODY[0])


def test_lines_of_a_pdf_become_paragraphs_without_running_heads_and_page_numbers(write):
    pages = [
        ["The Ellery Post", "The bridge across the harbour was closed on Monday after engi-",
         "neers had found cracks. The U.S.-", "led inquiry begins in May. It ends soon.", "Page 1 of 3"],
        ["The Ellery Post", "The ferries run again. A US-led U.S.-led team came.", "Page 2 of 3"],
        ["The Ellery Post", "Nobody was hurt when the road was closed, the city said.", "Page 3 of 3"],
    ]  # fmt: skip
    (found,) = read([write("paper.pdf", pdf(pages))])
    assert "engineers had found cracks. The U.S.-led inquiry" in found.text
    assert "Ellery Post" not in found.text
    assert "Page" not in found.text


def test_the_time_a_pdf_file_was_made_is_no_date_of_publication(write):
    (found,) = read([write("paper.pdf", pdf([BODY], title="Bridge shut", created="D:20240503101500Z"))])
    assert (found.title, found.published) == ("Bridge shut", None)


def test_the_copyright_line_of_a_pdf_is_no_part_of_a_sentence(write):
    line = "The bridge across the harbour was closed on Monday after two"
    pages = [
        [line, "cracks were found and the road was", "Copyright 2024 The Ellery Post"],
        ["shut too.", line, "men had looked."],
    ]
    (found,) = read([write("paper.pdf", pdf(pages))])
    assert "the road was shut too." in found.text
    (found,) = read([write("paper.pdf", pdf([[line, "Copyright 2024 The Ellery Post."]]))])
    assert found.text.endswith("\n\nCopyright 2024 The Ellery Post.")


def test_two_columns_are_read_one_after_the_other_without_running_heads(write):
    def columns(what: str) -> tuple[list[str], list[str]]:
        return (
            [
                f"The {what} in the harbour was shut",
                "on Monday evening after two men",
                f"had found a crack in one {what}.",
            ],
            [
                f"The mayor said that a {what} may",
                f"stand like a {what} of old and",
                f"the {what} will be safe by then.",
            ],
        )

    def page(number: int, what: str) -> str:
        rows = [(60, 800, f"The Ellery Post 3 May 2024 {number}")]
        rows += [(60 + 260 * side, 760 - 14 * n, part[n]) for n in range(3) for side, part in enumerate(columns(what))]
        return " ".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj" for x, y, text in rows)

    things = ["bridge", "ferry", "tunnel", "tower"]
    (found,) = read([write("paper.pdf", pdf_of([page(number, what) for number, what in enumerate(things, start=1)]))])
    for what in things:
        assert all(" ".join(part) in found.text for part in columns(what))
    assert "Ellery Post" not in found.text


def test_a_pdf_without_text_is_a_scan(write):
    assert "may be a scan" in read([write("scan.pdf", pdf([[]]))]).warnings[0]


def test_a_locked_pdf_is_reported(write):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([BODY]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "password" in read([write("locked.pdf", out.getvalue())]).warnings[0]


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.4\n" + bytes(range(256)) * 20], ids=["empty", "noise"])
def test_a_corrupt_pdf_is_one_line(write, data):
    found = read([write("broken.pdf", data), write("good.txt", BODY[0])])
    assert len(found) == 1
    assert "broken.pdf" in found.warnings[0]


EXPORTS = {
    "trafilatura": {
        "title": "Bridge shut", "author": "Anna Kerr; Bo Ek", "hostname": "post.example", "date": "2025-10-15", "id": None,
        "source": "https://post.example/1", "source-hostname": "The Ellery Post", "excerpt": "x", "text": BODY[0],
        "raw_text": "x y", "language": None,
    },
    "newspaper4k": {
        "url": "https://post.example/1", "title": "Bridge shut", "authors": ["Anna Kerr", "Bo Ek"], "text": BODY[0],
        "publish_date": "2025-10-15", "meta_site_name": "The Ellery Post", "meta_lang": "en", "source_url": "https://post.example",
    },
    "event registry": {"articles": {"results": [{
        "lang": "eng", "url": "https://post.example/1", "title": "Bridge shut", "body": BODY[0], "date": "2025-10-15",
        "source": {"uri": "post.example", "title": "The Ellery Post"}, "authors": [{"name": "Anna Kerr"}, {"name": "Bo Ek"}],
    }]}},
    "news api": {"status": "ok", "articles": [{
        "source": {"id": None, "name": "The Ellery Post"}, "author": "Anna Kerr, Bo Ek", "title": "Bridge shut",
        "url": "https://post.example/1", "publishedAt": "2025-10-15", "description": "x", "content": BODY[0],
    }]},
    "docs": {"docs": [{"title": "Bridge shut", "text": BODY[0], "source": "The Ellery Post", "authors": ["Anna Kerr", "Bo Ek"],
                       "date": "2025-10-15", "url": "https://post.example/1"}]},
    "json feed": {"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [{
        "id": "1", "url": "https://post.example/1", "title": "Bridge shut", "content_html": f"<p>{BODY[0]}</p>",
        "date_published": "2025-10-15", "authors": [{"name": "Anna Kerr"}, {"name": "Bo Ek"}],
        "source": {"name": "The Ellery Post"},
    }]},
}  # fmt: skip


@pytest.mark.parametrize("form", EXPORTS)
def test_exports_are_taken_as_they_are(form, write):
    (found,) = read([write("export.json", json.dumps(EXPORTS[form]))])
    assert found.text.strip() == BODY[0]
    assert (found.title, found.publisher, found.authors) == ("Bridge shut", "The Ellery Post", ("Anna Kerr", "Bo Ek"))
    assert (found.published, found.url) == ("2025-10-15", "https://post.example/1")


def test_articles_of_one_file_have_places_of_their_own_and_can_be_read_alone(write):
    path = write("export.jsonl", "\n".join(json.dumps({"text": line}) for line in BODY))
    found = read([path])
    assert [item.path for item in found] == [f"{path}#{number}" for number in (1, 2, 3, 4)]
    assert [item.publisher for item in found] == ["export #1", "export #2", "export #3", "export #4"]
    (third,) = read([f"{path}#3"])
    assert third == found[2]
    assert "no such part" in read([f"{path}#9"]).warnings[0]


def test_a_damaged_line_costs_that_line_only(write):
    path = write("export.jsonl", json.dumps({"text": BODY[0]}) + "\n{broken\n" + json.dumps({"title": "x"}) + "\n")
    found = read([path])
    assert len(found) == 1
    assert "line 2 is not valid JSON" in found.warnings[0]
    assert "no text in this record" in found.warnings[1]


@pytest.mark.parametrize(
    ("content", "message"),
    [("{", "not valid JSON"), ("[]", "no articles"), ('{"a": 1}', "no articles"), ("[" * 100_000, "not valid JSON")],
)
def test_json_without_articles_is_one_line(write, content, message):
    assert message in read([write("export.json", content)]).warnings[-1]


def test_a_table_without_text_names_the_columns_it_needs(write):
    assert "no column with text" in read([write("table.csv", "a,b\n1,2\n")]).warnings[0]


def test_the_articles_between_separators_are_several(write):
    path = write("cluster.txt", f"{BODY[0]} ||||| {BODY[1]} ||||| ")
    found = read([path])
    assert [item.text.strip() for item in found] == BODY[:2]
    assert found[1].path == f"{path}#2"


def test_a_feed_gives_an_article_an_entry_and_says_which_are_teasers(write):
    found = read([write("feed.xml", FEED)])
    assert [item.title for item in found] == ["Bridge shut", "Ferries run"]
    assert (found[0].publisher, found[0].url) == ("The Ellery Post", "https://post.example/1")
    assert found[0].published == "2025-10-15T06:42:00+00:00"
    assert "a teaser only" in found.warnings[0]


def test_broken_xml_of_a_feed_is_read_as_far_as_it_goes(write):
    found = read([write("feed.xml", FEED.replace("</channel></rss>", "<item><title>"))])
    assert len(found) >= 2
    assert "not well-formed" in found.warnings[0]


def test_external_entities_of_a_feed_are_never_resolved(write, tmp_path):
    secret = write("secret.txt", "the secret of this machine")
    hostile = FEED.replace(
        '<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]>'
    )
    found = read([write("feed.xml", hostile.replace("A short teaser.", "A short &x; teaser."))])
    assert "secret of this" not in repr(found)


def test_entities_that_multiply_do_not(write):
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
    hostile = FEED.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE r [{bomb}]>')
    found = read([write("feed.xml", hostile.replace("A short teaser.", "&l11;"))])
    assert sum(len(item.text) for item in found) < 2_000


def test_other_xml_is_reported(write):
    assert "no feed" in read([write("data.xml", "<?xml version='1.0'?><a><b/></a>")]).warnings[0]


def test_entities_of_a_word_file_are_not_resolved(write):
    secret = write("secret.txt", "the secret of this machine")
    member = (
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Then &x;</w:t></w:r></w:p>'
        "</w:document>"
    )
    assert "secret of this" not in repr(read([write("a.docx", zipped({"word/document.xml": member}))]))


def test_members_of_an_archive_are_read_in_order_and_named(write):
    path = write(
        "all.zip", zipped({"b.txt": BODY[1], "a/x.txt": BODY[0], "p.png": "?", "__MACOSX/a.txt": "?", ".h.txt": "?"})
    )
    found = read([path])
    assert [item.path for item in found] == [f"{path}#a/x.txt", f"{path}#b.txt"]
    assert "1 of its files of other kinds skipped" in found.warnings[0]
    assert read([f"{path}#b.txt"])[0] == found[1]


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt"])
def test_a_path_that_leads_out_of_an_archive_is_refused(write, pack, name):
    found = read([write("all.zip", pack({name: BODY[0], "good.txt": BODY[1]}))])
    assert [item.text for item in found] == [BODY[1]]
    assert "leads out of the archive" in found.warnings[0]


def test_an_archive_in_an_archive_is_not_opened(write):
    found = read([write("all.zip", zipped({"inner.zip": zipped({"a.txt": BODY[0]}), "good.txt": BODY[1]}))])
    assert len(found) == 1
    assert "an archive in an archive" in found.warnings[0]
    assert "an archive in an archive" in read([write("a.gz", gzip.compress(gzip.compress(b"x")))]).warnings[0]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_the_pages_of_a_web_archive_are_read(write, pack):
    def record(url: str, answer: bytes) -> bytes:
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{url}>\r\nWARC-Target-URI: {url}\r\n"
        head += "WARC-Date: 2025-10-15T06:42:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        return f"{head}Content-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n"

    good = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()
    gone = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    path = write("crawl.warc", pack(record("https://post.example/x", gone) + record("https://post.example/a", good)))
    (found,) = read([path])
    assert BODY[0] in found.text
    assert (found.path, found.url) == (f"{path}#2", "https://post.example/2025/bridge")


def test_a_bomb_is_not_unpacked(write, monkeypatch):
    monkeypatch.setattr(archives, "LARGEST_MEMBER", 100_000)
    monkeypatch.setattr(archives, "_LARGEST_ARCHIVE", 300_000)
    found = read([write("bomb.zip", zipped({"a.txt": b"0" * 5_000_000, "good.txt": BODY[0]}))])
    assert len(found) == 1
    assert "unpacks to more than" in found.warnings[0]
    assert "unpacks to more than" in read([write("b.txt.gz", gzip.compress(b"0" * 5_000_000))]).warnings[0]


def test_a_locked_archive_is_reported(write):
    data = bytearray(zipped({"a.txt": BODY[0]}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # set the flag "encrypted"
        data[data.index(signature) + offset] |= 1
    assert "locked with a password" in read([write("a.zip", bytes(data))]).warnings[0]


def test_a_file_that_is_too_large_is_one_line(write, monkeypatch):
    monkeypatch.setattr(sys.modules["summarize.read"], "_LARGEST_FILE", 1_000)
    assert "larger than" in read([write("large.txt", "a " * 1_000)]).warnings[0]


def test_links_that_go_in_circles_end(write, tmp_path):
    write("a/good.txt", BODY[0])
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "self.txt").symlink_to(tmp_path / "a" / "self.txt")
    found = read([tmp_path])
    assert len(found) == 1
    assert "cannot be read" in found.warnings[0]


def test_a_name_that_is_not_utf8_is_read_and_can_be_printed(tmp_path):
    import os

    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w", encoding="utf-8") as file:
        file.write(BODY[0])
    (found,) = read([tmp_path])
    assert found.text == BODY[0]


def test_a_signature_counts_more_than_a_wrong_suffix():
    assert kind(b"%PDF-1.4", "page.html", suffixes()) == ".pdf"
    assert kind(PAGE.encode(), "story.txt", suffixes()) == ".txt"
    assert kind(b"[Photo: x] and so on", "nameless", suffixes()) == ".txt"
