"""What a hurried person passes by mistake, and what they are told."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import EXAMPLES
from digests import digest

from summarize import Article, Digest, Settings, read, summarize
from summarize.errors import DigestError, UsageError

FLOOD = EXAMPLES / "river-flood"


@pytest.mark.parametrize("place", [FLOOD, str(FLOOD), [FLOOD], (str(FLOOD),)], ids=["path", "text", "list", "tuple"])
def test_one_path_means_that_path(place: Any) -> None:
    assert len(read(place)) == len(list(FLOOD.iterdir()))


def test_one_name_means_that_topic_and_a_number_means_that_length() -> None:
    settings = Settings(named_topics="gas", length=2, topics="3", overview_words="50")
    assert (settings.named_topics, settings.length, settings.topics, settings.overview_words) == (("gas",), "2", 3, 50)


def test_one_author_is_no_list_of_letters() -> None:
    assert Article.from_text("x", authors="Ann Lee").authors == ("Ann Lee",)


def test_one_article_is_summarized_alone() -> None:
    article = Article.from_text("The dam broke on Friday morning. Two towns were flooded by noon.")
    assert len(summarize(article, Settings(encoder="tfidf")).sources) == 1


WRONG: list[tuple[Callable[[], object], str]] = [
    (lambda: read(None), "nothing to read in None"),
    (lambda: read(3), "nothing to read in int 3"),
    (lambda: read([3]), "no path and no address: int 3"),
    (lambda: read(b"x"), "nothing to read in bytes"),
    (lambda: summarize("text"), r"no articles: the text 'text'. Give articles, such as those of read\("),
    (lambda: summarize(["text"]), "no article: the text 'text'"),
    (lambda: summarize([Path("a.txt")]), "no article: PosixPath a.txt"),
    (lambda: summarize(None), "no articles: None"),
    (lambda: summarize([Article(None)]), "the text of an article is None"),
    (lambda: summarize([], {"topics": 3}), "no settings: dict"),
    (lambda: Article.from_text(None), "the text of an article is None"),
    (lambda: read(io.StringIO("a line\n")), "nothing to read in an opened file. Give its path"),
    (lambda: Article.from_text("x", title=3), "'title' of an article is int 3"),
    (lambda: Article.from_text("x", published=date(2026, 5, 1)), "'published' of an article is date 2026-05-01"),
    (lambda: Article.from_text("x", origin=Path("a.txt")), "'origin' of an article is PosixPath a.txt"),
    (lambda: Article.from_text("x", authors=[3]), "the authors of an article are list"),
    (lambda: digest().to_markdown(cite=3), "unknown citation style '3'"),
    (lambda: digest().to_html([Article("x")]), "no texts by the SHA-256 of their source: list"),
    (lambda: Settings(topics=2.5), "topics is '2.5', not a whole number"),
    (lambda: Settings(topics=None), "topics is 'None', not a whole number"),
    (lambda: Settings(named_topics=3), "named_topics is int 3"),
    (lambda: Settings(named_topics=[3]), "named_topics is list"),
    (lambda: Settings(query=3), "query is int 3"),
    (lambda: Settings(overview_words="few"), "overview_words is 'few', not a whole number"),
    (lambda: Settings(only_topics="yes"), "only_topics is the text 'yes'"),
    (lambda: Settings(language=None), "language is None"),
    (lambda: Digest.load(None), "no file: None"),
    (lambda: Digest.from_dict("{}"), "not a digest"),
]


@pytest.mark.parametrize(("call", "told"), WRONG, ids=[told for _, told in WRONG])
def test_a_wrong_type_is_told_in_a_line(call: Callable[[], object], told: str) -> None:
    with pytest.raises((UsageError, DigestError), match=told):
        call()
