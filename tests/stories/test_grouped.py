"""Which articles are one story."""

from __future__ import annotations

import pytest

from summarize.model import Article
from summarize.stories import Outline, grouped, joined, outline, outlines

DAM = (
    "The old dam above Tarnwick broke on Friday morning. Water from the reservoir flooded two towns by noon. "
    "Engineer Ruth Calloway had warned of cracks in the Tarnwick dam since spring. The governor sent boats to the valley."
)
DAM_AGAIN = (
    "Two towns are under water after the Tarnwick dam gave way on Friday. Ruth Calloway, an engineer, said that cracks in "
    "the dam were reported in spring. Boats were sent into the valley below the reservoir by the governor."
)
STRIKE = (
    "Bus drivers in Ostermouth walked out on Monday over pay. The transport union of Ostermouth asks for nine per cent more. "
    "Commuters waited at empty stops while the company called the strike unlawful."
)


def of(*articles: Article) -> tuple[Outline, ...]:
    return outlines(articles, "tfidf", now=1_800_000_000.0)


def test_two_reports_of_one_event_are_one_story_and_another_event_is_not():
    found = of(Article(DAM, language="en"), Article(STRIKE, language="en"), Article(DAM_AGAIN, language="en"))
    assert grouped(found) == ((0, 2), (1,))


def test_no_articles_are_no_stories():
    assert grouped(()) == ()


def test_an_outline_survives_its_bytes():
    one = outline(Article(DAM, publisher="The Vale", published="2026-05-01T10:00:00+02:00"), "tfidf")
    assert Outline.from_bytes(one.to_bytes()) == one


@pytest.mark.parametrize("data", [b"", b"STOR", b"x" * 400])
def test_bytes_that_are_no_outline_are_refused(data):
    with pytest.raises(ValueError, match="not an outline"):
        Outline.from_bytes(data)


def test_a_new_article_joins_the_story_of_its_event():
    dam, strike, again = of(
        Article(DAM, language="en"), Article(STRIKE, language="en"), Article(DAM_AGAIN, language="en")
    )
    assert joined([[strike], [dam]], [again]).stories == (1,)
