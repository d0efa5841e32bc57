"""The article of hard pages: all of it, and nothing beside it."""

from __future__ import annotations

from collections import Counter

import pytest
from pages import pages, paywall_stub, shell, teaser_list

from summarize import read
from summarize.errors import ReadError
from summarize.read.html import page_article

PAGES = list(pages())


@pytest.mark.parametrize("page", PAGES, ids=[page.kind for page in PAGES])
def test_a_hard_page_is_read_whole_and_clean(page):
    text = page_article(page.html, "page.html").text
    wanted = Counter(" ".join(page.paragraphs).split())
    found = Counter(text.split())
    shared = sum((wanted & found).values())
    assert shared >= 0.98 * sum(wanted.values())
    assert shared >= 0.94 * sum(found.values())


@pytest.mark.parametrize("page", PAGES, ids=[page.kind for page in PAGES])
def test_paragraphs_stand_in_their_order(page):
    text = " ".join(page_article(page.html, "page.html").text.split())
    places = [text.find(paragraph) for paragraph in page.paragraphs]
    assert -1 not in places
    assert places == sorted(places)


def test_a_list_of_teasers_is_no_article():
    with pytest.raises(ReadError, match="no article text"):
        page_article(teaser_list(), "news.html")


def test_a_page_behind_a_paywall_is_read_as_a_beginning_and_said_to_be_one():
    page, first = paywall_stub()
    article = page_article(page, "stub.html")
    assert first in article.text
    assert article.warnings == ("only its beginning: the page says that the article is for subscribers",)


def test_a_page_in_two_languages_keeps_both():
    english = (
        "The bridge in Kessow was closed on Monday after the council had warned of cracks in its girders for years."
    )
    french = "Le pont de Kessow a été fermé lundi après que le conseil eut averti de fissures dans ses poutres."
    page = shell("Bridge", f"<article><h1>Bridge shut</h1><p>{english}</p><p>{french}</p></article>")
    assert page_article(page, "a.html").text.split("\n")[-2:] == [english, french]


def test_the_mobile_and_the_printer_version_of_an_article_are_one_witness(write):
    body = "".join(f"<p>{line}</p>" for line in PAGES[0].paragraphs)

    def version(kind: str, address: str, more: str = "") -> str:
        head = f"<link rel='canonical' href='{address}'>"
        return str(
            write(f"{kind}.html", shell("Bridge shut", f"<article><h1>Bridge shut</h1>{body}{more}</article>", head))
        )

    address = "https://post.example/2025/bridge"
    more = "<p>The ferry will run again on Friday, the mayor of Kessow told the council.</p>"
    found = read(
        [
            version("amp", f"{address}/amp"),
            version("page", address, more),
            version("print", f"{address}?print=1"),
            version("other", "https://courier.example/2025/bridge"),
        ]
    )
    assert [article.path.rpartition("/")[2] for article in found] == ["page.html", "other.html"]
    assert sum("another version of" in warning for warning in found.warnings) == 2


def test_what_one_address_said_at_two_times_is_kept(write):
    head = "<link rel='canonical' href='https://post.example/live'>"
    for name, page in zip("ab", PAGES[:2], strict=True):
        body = "".join(f"<p>{line}</p>" for line in page.paragraphs)
        write(f"{name}.html", shell("Live", f"<article><h1>Live</h1>{body}</article>", head))
    folder = write("note.txt", "The ferry runs again.").parent
    assert len(read([folder])) == 3
