"""A report in another language than the sentence that it supports is marked with its language, in every format."""

from __future__ import annotations

from dataclasses import replace

import pytest
from digests import LINE, SOURCES, digest

from summarize import registry
from summarize.stages import RenderOptions

WIRE = replace(SOURCES[1], language="fr")


def shown(form, cite="numeric", second=WIRE, **settings):
    made = digest(sources=(SOURCES[0], second), conflicts=(), overview=())
    return registry.renderer(form)(replace(made, settings=made.settings | settings), RenderOptions(cite=cite))


MARKS = [
    ("terminal", "numeric", "It broke. [1] [2 fr]"),
    ("markdown", "numeric", "It broke. \\[1\\] \\[2 fr\\]"),
    ("markdown", "footnote", "Wire, fr: “It is down.”"),
    ("markdown", "inline", "(Post; also Wire fr)"),
    ("html", "numeric", 'title="Wire, paraphrase, in French">2 fr</a>'),
]


@pytest.mark.parametrize(("form", "cite", "mark"), MARKS)
def test_the_language_stands_beside_the_number(form, cite, mark):
    assert mark in shown(form, cite)
    assert mark not in shown(form, cite, SOURCES[1])
    assert mark not in shown(form, cite, replace(SOURCES[1], language=None))


def test_the_html_page_says_what_language_every_article_is_in():
    page = shown("html")
    assert 'data-source="s2" lang="fr"' in page
    assert '<html lang="en">' in page


def test_the_language_of_the_page_is_the_preferred_one():
    assert '<html lang="fr">' in shown("html", prefer_language="fr")
    assert "It broke. (en) [1] [2 fr]" in shown("terminal", prefer_language="fr")
    assert "(en)" not in shown("terminal", prefer_language="sv")


def test_a_part_in_another_language_keeps_its_round_brackets():
    partly = replace(LINE, also_reported_by=(replace(LINE.also_reported_by[0], relation="partial"),))
    topic = replace(digest().topics[0], summary=(partly,))
    made = digest(sources=(SOURCES[0], WIRE), conflicts=(), overview=(), topics=(topic,))
    for form in ("terminal", "markdown"):
        assert "(2 fr)" in registry.renderer(form)(made, RenderOptions())
