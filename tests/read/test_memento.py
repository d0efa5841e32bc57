"""A copy that an archive keeps is the page that it copies: its address, its outlet, its text, and no witness of its own."""

from __future__ import annotations

import json

import pytest
import test_web
from files import BODY, PAGE
from test_web import fetched

from summarize import Settings, read, summarize
from summarize.cli import main
from summarize.digest import Digest
from summarize.model import Collection
from summarize.read import find, web
from summarize.read.memento import copied_from, original

site = test_web.site

PAGE_OF_POST = "https://post.example/2025/bridge"
TOOLBAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base" lang="en"><p>The Wayback Machine keeps 27 captures of
this page, which were made between 15 October 2025 and 2 May 2026 by several crawls of the archive.</p></div>
<div id="donato">Help us to keep the memory of the web, they say, with a small gift every month.</div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
NOTE = "<!--\n     FILE ARCHIVED ON 08:15:00 May 02, 2026 AND RETRIEVED FROM THE INTERNET ARCHIVE ON Jun 01, 2026.\n-->"


def wayback(page: str = PAGE, stamp: str = "20260502081500") -> str:
    """A page as the Wayback Machine shows it."""
    return (
        page.replace('href="https://post.example', f'href="https://web.archive.org/web/{stamp}/https://post.example')
        .replace('<a href="/', f'<a href="/web/{stamp}/https://post.example/')
        .replace(
            "<head>", f'<head><script>__wm.wombat("{PAGE_OF_POST}","{stamp}","https://web.archive.org/");</script>'
        )
        .replace("<body>", f"<body>{TOOLBAR}")
        + NOTE
    )


def todays(page: str = PAGE) -> str:
    """A page as archive.today shows it."""
    return (
        page.replace(
            f'<link rel="canonical" href="{PAGE_OF_POST}">',
            f'<link rel="canonical" href="https://archive.ph/2026.05.02-081500/{PAGE_OF_POST}">'
            '<meta property="og:url" content="https://archive.ph/xY3zQ"><meta property="og:site_name" content="archive.is">',
        )
        .replace('<meta property="og:site_name" content="The Ellery Post">', "")
        .replace(
            "<body>",
            '<body><div id="HEADER"><form action="https://archive.ph/search/"><input name="q"></form><p>Saved from a page, all '
            "snapshots from the host of this page stand in a list of our own.</p></div>",
        )
    )


def cached(page: str = PAGE) -> str:
    """A page as Google's cache showed it."""
    banner = "<div id='bN015htcoyT__google-cache-hdr'><p>This is Google's cache of a page, a snapshot of May.</p></div>"
    head = f'<base href="{PAGE_OF_POST}">'
    plain = page.replace(f'<link rel="canonical" href="{PAGE_OF_POST}">', "")
    return plain.replace("<head>", f"<head>{head}").replace("<body>", f"<body>{banner}")


@pytest.mark.parametrize(
    "copy",
    [
        "https://web.archive.org/web/20260502081500/{}",
        "https://web.archive.org/web/20260502081500id_/{}",
        "http://web.archive.org/web/2026/{}",
        "https://web.archive.org/web/2026*/{}",
        "https://web.archive.org/{}",
        "https://web.archive.org/web/{}",
        "https://www.archive.org/wayback/20260502081500/{}",
        "https://archive.ph/20260502081500/{}",
        "https://archive.today/2026.05.02-081500/{}",
        "https://archive.is/{}",
        "https://arquivo.pt/wayback/20260502081500/{}",
        "https://webarchive.nationalarchives.gov.uk/ukgwa/20260502081500/{}",
        "https://wayback.archive-it.org/1234/20260502081500/{}",
        "https://webcache.googleusercontent.com/search?q=cache:abcdefghijkl:{}+bridge&cd=1&hl=en",
        "https://webcache.googleusercontent.com/search?q=cache:{}",
    ],
)
def test_the_address_of_a_copy_names_its_original(copy):
    assert original(copy.format(PAGE_OF_POST)) == PAGE_OF_POST


@pytest.mark.parametrize(
    ("copy", "page"),
    [
        ("https://web.archive.org/web/2026/http:/post.example/a", "http://post.example/a"),
        ("https://web.archive.org/web/2026/post.example/a", "http://post.example/a"),
        (
            "https://web.archive.org/web/2026/https://post.example/a?b=1&c=https://d.example",
            "https://post.example/a?b=1&c=https://d.example",
        ),
        ("https://web.archive.org/web/20260502/https%3A//post.example/a", None),
        ("https://archive.ph/xY3zQ", None),
        ("https://archive.org/details/some-book", None),
        ("https://web.archive.org/", None),
        ("https://post.example/web/20260502081500/https://other.example/a", None),
        ("https://web.archive.org.evil.example/web/2026/https://post.example/a", None),
        ("https://webcache.googleusercontent.com/search?q=bridge", None),
        ("https://[::bad/", None),
        ("", None),
        (None, None),
    ],
)
def test_other_addresses_are_what_they_are(copy, page):
    assert original(copy) == page


@pytest.mark.parametrize("page", [wayback(), todays(), cached()], ids=["wayback", "today", "google"])
def test_a_saved_copy_is_the_page_it_copies(write, page):
    (found,) = read([str(write("saved.html", page))])
    assert (found.url, found.title, found.authors) == (PAGE_OF_POST, "Bridge shut", ("Anna Kerr",))
    assert found.published == "2025-10-15T06:42:00+00:00" or found.published.startswith("2025-10-15")
    assert all(line in found.text for line in BODY)
    for words in ("Wayback", "memory of the web", "snapshot", "ARCHIVED"):
        assert words not in found.text
    assert found.publisher in ("The Ellery Post", "post.example")


def test_a_page_that_speaks_of_an_archive_is_no_copy():
    link = '<a href="https://web.archive.org/web/2020/https://other.example/a">an older copy</a>'
    assert copied_from(PAGE.replace("</article>", f"<p>See {link}.</p></article>"), None) is None


def test_a_page_from_an_archive_has_the_address_of_the_original_and_says_where_it_was_read(monkeypatch):
    copies = {
        f"https://web.archive.org/web/20260502081500/{PAGE_OF_POST}": wayback(),
        "https://archive.ph/xY3zQ": todays(PAGE.replace("two cracks", "three cracks")),
    }
    pages = {url: web.Page(url, text.encode(), ".html") for url, text in copies.items()}
    monkeypatch.setattr(web, "fetch", lambda urls, **_: {url: pages[url] for url in urls})
    found = [read([url])[0] for url in copies]
    assert [item.url for item in found] == [PAGE_OF_POST] * 2
    assert found[0].path == f"https://web.archive.org/web/20260502081500/{PAGE_OF_POST}"
    both = read(list(copies))
    assert len(both) == 1, "two copies of one page are one"
    assert "another version of" in both.warnings[-1]


def test_a_copy_beside_its_original_is_read_once(write):
    here, there = str(write("a.html", PAGE)), str(write("b.html", wayback()))
    found = read([here, there])
    assert len(found) == 1
    assert "another version of" in found.warnings[0]


def test_copies_of_a_page_that_has_changed_are_one_witness(write):
    """Too different to be read once, they share sentences word for word: nobody tells it twice by himself."""
    later = [
        BODY[0],
        BODY[1],
        *(f"New since then is point {n}, which the council of Averley added on day {n}." for n in range(9)),
    ]
    changed = PAGE.replace("".join(f"<p>{line}</p>" for line in BODY), "".join(f"<p>{line}</p>" for line in later))
    paths = [str(write("a.html", wayback(stamp="20251015000000"))), str(write("b.html", wayback(changed)))]
    found = read(paths)
    assert len(found) == 2
    assert {item.url for item in found} == {PAGE_OF_POST}
    digest = summarize(Collection(tuple(found)), Settings(encoder="tfidf", judge="rules"))
    shown = [line for topic in digest.topics for line in topic.summary]
    assert shown
    assert all(line.independent_sources == 1 for line in shown)


def test_a_record_with_the_address_of_a_copy_has_that_of_the_original(write):
    record = {"text": " ".join(BODY), "url": f"https://web.archive.org/web/2026/{PAGE_OF_POST}"}
    (found,) = read([str(write("a.json", json.dumps([record])))])
    assert (found.url, found.publisher) == (PAGE_OF_POST, "post.example")


def test_a_digest_of_copies_travels_and_is_checked(write, working_folder, monkeypatch):
    """The address of the copy is no file: it is neither made relative nor looked for."""
    copy = f"https://web.archive.org/web/20260502081500/{PAGE_OF_POST}"
    page = web.Page(copy, wayback().encode(), ".html")
    monkeypatch.setattr(web, "fetch", lambda urls, **_: dict.fromkeys(urls, page))
    (working_folder / "b.txt").write_text("\n\n".join(BODY[1:]), encoding="utf-8")
    command = ["run", copy, "b.txt", "--quiet", "--encoder", "tfidf", "--judge", "rules", "-o", "digest.json"]
    assert main(command) == 0
    digest = Digest.load(working_folder / "digest.json")
    assert {source.path for source in digest.sources} == {copy, "b.txt"}
    assert PAGE_OF_POST in {source.url for source in digest.sources}


def test_an_address_of_an_archive_is_asked_as_it_is(site):
    assert find.is_address("https://web.archive.org/web/2026/https://post.example/a")
    place = site.add("/web/20260502081500/x", wayback())
    (found,) = fetched(place)
    assert found.url == PAGE_OF_POST
    assert [path for path, _ in site.asked] == ["/robots.txt", "/web/20260502081500/x"]
