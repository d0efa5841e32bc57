"""Word documents and mail: other readers than ours open them and find what the digest tells; hostile text does no harm."""

from __future__ import annotations

import email
import email.policy
import io
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace

import docx
import pytest
from digests import HOSTILE, LINE, SOURCES, digest, disputed_digest, with_text
from lxml import etree, html

from summarize import registry
from summarize.cli import main
from summarize.digest import Citation, Quote, SummarySentence
from summarize.errors import MissingExtra
from summarize.render import to_flat
from summarize.render.blocks import Block, Run, blocks
from summarize.render.eml import message
from summarize.render.letter import COLUMNS, written
from summarize.stages import RenderOptions

NASTY = [
    *HOSTILE,
    "no\ufffecharacter\uffff",
    "half \ud83d one",
    "a\r\nBcc: all@paper.example\r\n\r\nbody",
    "=?utf-8?q?x?=",
]
HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")


def rendered(form, made, **options):
    return registry.renderer(form)(made, RenderOptions(**options))


def opened(made, **options):
    return docx.Document(io.BytesIO(rendered("docx", made, **options)))


def paragraphs(document):
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def received(data):
    return email.message_from_bytes(data, policy=email.policy.default)


def texts_of(data):
    mail = received(data)
    return [mail.get_body((kind,)).get_content().replace("\r\n", "\n") for kind in ("plain", "html")]


def linked():
    """A digest the sources of which have addresses."""
    sources = tuple(replace(one, url=f"https://{one.publisher.lower()}.example/a?b=1&c=2") for one in SOURCES)
    return digest(sources=sources)


def everything(text):
    """A digest every field of which holds this text."""
    source = replace(SOURCES[0], publisher=text, title=text, authors=(text,), published=text, url=text, path=text)
    made = with_text(text)
    return replace(made, sources=(replace(source, language=text), SOURCES[1]), title=SummarySentence("s1", 0, 0, text))


def test_a_word_document_has_headings_lists_and_sources():
    told = paragraphs(opened(digest()))
    assert told[:4] == [
        ("Title", "Digest of 2 articles"),
        ("Heading 1", "Overview"),
        ("List Bullet", "It broke. [1] [2] ≠ disputed: also “4”"),
        ("Normal", "[a] [b] quoted from a, b says the same, ≠ sources disagree"),
    ]
    assert ("Heading 1", "1. Dam") in told
    assert ("List Bullet 2", "“3”") in told
    assert ("List Bullet 3", "It broke. [1] Post") in told
    assert told[-4:-2] == [("Normal", "[1] Post, 1.txt"), ("Normal", "[2] Wire, 2.txt")]
    assert told[-1] == ("List Bullet", "a.txt: empty")


def test_a_citation_of_a_word_document_leads_to_its_source_and_the_source_to_its_page():
    document = opened(linked())
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = {link.get(f"{word}anchor") for link in document.element.iter(f"{word}hyperlink")} - {None}
    names = {mark.get(f"{word}name") for mark in document.element.iter(f"{word}bookmarkStart")}
    assert marks == {"source_1", "source_2"}
    assert marks <= names
    (outside,) = {link.address for one in document.paragraphs for link in one.hyperlinks if "post" in link.address}
    assert outside == "https://post.example/a?b=1&c=2"


def test_a_reference_to_the_overview_leads_there():
    told = replace(LINE, overview_line=1)
    made = digest(topics=(replace(digest().topics[0], summary=(told,)),))
    assert "source_1" not in {run.place for run in list(blocks(made, RenderOptions()))[5].runs[:1]}
    links = {link.fragment for one in opened(made).paragraphs for link in one.hyperlinks}
    assert "overview_1" in links
    assert "see overview" not in "".join(text for _, text in paragraphs(opened(made, repeat_overview=True)))


def test_one_witness_a_part_and_a_foreign_language_are_marked():
    part = Citation("s2", 3, 14, "It is down.", "partial")
    line = SummarySentence("s1", 0, 9, "It broke.", (part,), 1, (Quote("s1", 20, 29, "Anna Berg"),))
    french = SummarySentence("s3", 0, 9, "Le barrage a cédé.")
    sources = (*SOURCES, replace(SOURCES[0], id="s3", publisher="Poste", language="fr"))
    made = digest(sources=sources, overview=(line, french), conflicts=(), topics=())
    for out in ("\n".join(text for _, text in paragraphs(opened(made))), *texts_of(rendered("eml", made))):
        plain = re.sub(r"<[^>]+>", "", out)
        assert "[Anna Berg] It broke. [1] (2)◦" in plain
        assert "Le barrage a cédé. (fr) [3]" in plain
        assert re.search(r"◦ one independent source, \(n\) source n supports only a\s+part", plain)
    assert "[Anna Berg]" not in rendered("eml", made, context=False).decode()


def test_every_disagreement_is_told_with_its_sides():
    for out in (
        "\n".join(text for _, text in paragraphs(opened(disputed_digest()))),
        re.sub(r"<[^>]+>", "", texts_of(rendered("eml", disputed_digest()))[1]),
    ):
        assert out.count("Where the sources disagree") == 1
        assert "↻ An update" in out
        assert "was “Three people” (1 May, Post)" in out
        assert "≠ A name, spelled differently" in out
        assert "The engineer admitted it. [3] Voice" in out


def test_disagreements_of_no_section_have_one_of_their_own():
    made = digest(conflicts=(replace(digest().conflicts[0], topic_id="t9"),), topics=(), overview=())
    assert ("Heading 1", "Where the sources disagree") in paragraphs(opened(made))


def test_the_title_is_that_which_is_wanted():
    assert paragraphs(opened(digest(), title="My own words"))[0] == ("Title", "My own words")
    assert received(rendered("eml", digest(), title="My own words"))["subject"] == "My own words"


def test_a_word_document_says_nothing_of_when_or_where_it_was_made(monkeypatch):
    first = rendered("docx", digest())
    monkeypatch.setattr("time.time", lambda: 2e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert rendered("docx", digest()) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name]
    known = docx.Document(io.BytesIO(first)).core_properties
    assert (known.author, known.last_modified_by, known.comments) == ("summarize 0", "summarize 0", "")
    assert (known.created.year, known.language, known.title) == (1980, "en", "Digest of 2 articles")
    assert opened(disputed_digest()).core_properties.created.isoformat()[:10] == "2024-05-03"


def test_what_is_written_from_right_to_left_stands_so():
    sources = (replace(SOURCES[0], language="he"), SOURCES[1])
    document = opened(digest(sources=sources))
    (paragraph,) = [one for one in document.paragraphs if one.text.startswith("It broke.") and "disputed" in one.text][
        :1
    ]
    assert paragraph._p.pPr.find("{*}bidi") is not None
    assert paragraph.runs[0].font.rtl


@pytest.mark.parametrize("text", NASTY, ids=[ascii(text)[:20] for text in NASTY])
def test_hostile_text_breaks_no_word_document(text):
    data = rendered("docx", everything(text))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    document = docx.Document(io.BytesIO(data))
    assert not HARMFUL.search("".join(one.text for one in document.paragraphs))
    assert len(document.core_properties.title) <= 255
    schemes = {link.address.partition(":")[0] for one in document.paragraphs for link in one.hyperlinks if link.address}
    assert schemes <= {"http", "https"}


@pytest.mark.parametrize("text", NASTY, ids=[ascii(text)[:20] for text in NASTY])
def test_hostile_text_breaks_no_mail(text):
    data = rendered("eml", everything(text))
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 78
    mail = received(data)
    assert mail.keys() == ["Subject", "X-Unsent", "MIME-Version", "Content-Type"]
    assert not any(part.defects for part in mail.walk())
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    for told in (mail["subject"], *texts_of(data)):
        assert not HARMFUL.search(told)
    page = html.document_fromstring(texts_of(data)[1])
    assert {element.tag for element in page.iter()} <= set(
        "html head meta title body div h1 h2 p ul li a b span table tr th td".split()
    )
    assert {key for element in page.iter() for key in element.attrib} <= {"lang", "dir", "style", "href", "charset"}
    assert all(place.startswith(("http://", "https://")) for place in page.xpath("//@href"))
    assert all("url(" not in style for style in page.xpath("//@style"))


def test_a_mail_has_no_date_no_sender_and_one_form():
    data = rendered("eml", linked())
    assert data == rendered("eml", linked())
    assert not {"Date", "From", "To", "Message-ID"} & set(received(data).keys())
    assert b"To: desk@paper.example\r\n" + data == received(b"To: desk@paper.example\r\n" + data).as_bytes(
        policy=email.policy.SMTP
    ), "headers may be put in front"


def test_a_subject_is_encoded_and_no_longer_than_a_list_of_mails_shows():
    long = "Übermäßig lange Überschrift " * 20
    mail = received(message(long, [Block("text", (Run("a"),))], "de"))
    assert mail["subject"].startswith("Übermäßig lange")
    assert len(mail["subject"]) <= 150
    assert mail["subject"].endswith("…")


def test_the_plain_text_has_short_lines_and_whole_addresses():
    text = texts_of(rendered("eml", linked()))[0]
    assert "<https://post.example/a?b=1&c=2>" in text or "https://post.example/a?b=1&c=2" in text
    assert all(len(line) <= COLUMNS or " " not in line.strip() for line in text.split("\n"))
    far = Block("source", (Run("Post", address=f"https://post.example/{'x' * 90}"),))
    assert f"<https://post.example/{'x' * 90}>" in written([far])


def test_a_table_of_coverage_is_no_part_of_the_plain_text_but_of_the_others():
    both = digest().topics[0]
    made = digest(topics=(both, replace(both, id="t2", label="Noise", source_ids=("s2",))))
    text, page = texts_of(rendered("eml", made))
    assert "Who reports what" not in text
    assert "\n\nSources\n-------\n\n[1] Post" in text
    assert "<td" in page
    (table,) = opened(made).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Topic", "1", "2"],
        ["1. Dam", "●", "●"],
        ["2. Noise (single source)", "–", "●"],
    ]


def test_html_of_several_digests_can_stand_in_one_page():
    assert " id=" not in to_flat(linked())


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
def test_pandoc_reads_the_word_document(tmp_path):
    (tmp_path / "digest.docx").write_bytes(rendered("docx", linked()))
    run = subprocess.run(
        ["pandoc", tmp_path / "digest.docx", "-t", "plain"], capture_output=True, text=True, check=True
    )
    assert "It broke." in run.stdout


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_reads_the_word_document(tmp_path):
    (tmp_path / "digest.docx").write_bytes(rendered("docx", linked()))
    command = ["soffice", "--headless", "--convert-to", "txt:Text", "--outdir", tmp_path, tmp_path / "digest.docx"]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert "It broke." in (tmp_path / "digest.txt").read_text(encoding="utf-8-sig")


def test_without_its_package_a_word_document_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtra, match="pip install python-docx"):
        rendered("docx", digest())


def test_a_word_document_is_refused_by_a_terminal_and_goes_through_a_pipe(write, capfdbinary, monkeypatch):
    path = str(write("a.txt", "The dam broke on Friday morning. Two towns were flooded by noon that day."))
    command = ["run", path, "--quiet", "--encoder", "tfidf", "--judge", "rules", "--format", "docx"]
    assert main(command) == 0
    assert docx.Document(io.BytesIO(capfdbinary.readouterr().out)).paragraphs
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(command) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err == b"summarize: a docx file cannot be shown on a terminal. Name one, such as -o digest.docx\n"
