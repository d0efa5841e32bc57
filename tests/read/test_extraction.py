"""The article of hard pages: all of it, and nothing beside it."""

from __future__ import annotations

from collections import Counter

import pytest
from pages import pages, paywall_stub, shell, teaser_list

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
    french = "Le pont de Kessow a été fermé lundi après que le conseil eut averti de fissures dans ses poutres pendant des années."
    page = shell("Bridge", f"<article><h1>Bridge shut</h1><p>{english}</p><p>{french}</p></article>")
    assert page_article(page, "a.html").text.split("\n")[-2:] == [english, french]
