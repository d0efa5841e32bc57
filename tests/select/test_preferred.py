"""What is shown is of the reader's language where an article in it says the fact; the others are cited."""

from __future__ import annotations

import pytest
from bilingual import articles

from summarize import Settings, summarize
from summarize.errors import UsageError
from summarize.languages import detect


def shown(digest):
    return [*digest.overview, *(line for topic in digest.topics for line in topic.summary)]


def codes(digest):
    return {source.id: source.language for source in digest.sources}


@pytest.mark.parametrize("wanted", ["en", "fr", "russian"])
def test_a_fact_is_shown_in_the_preferred_language_and_cited_in_the_others(wanted):
    digest = summarize(articles("en", "fr", "ru"), Settings(prefer_language=wanted))
    language, code = codes(digest), wanted[:2]
    told = [line for line in shown(digest) if "184" in line.text]
    assert told
    for line in told:
        assert language[line.source_id] == code
        assert {language[cited.source_id] for cited in line.also_reported_by} == {"en", "fr", "ru"} - {code}


def test_what_only_others_say_is_still_shown():
    digest = summarize(articles("en", "fr", "ru"), Settings(prefer_language="en"))
    assert any("640" in line.text for line in shown(digest))


def test_the_headline_is_in_the_preferred_language():
    for code in ("en", "fr", "ru"):
        digest = summarize(articles("en", "fr", "ru"), Settings(prefer_language=code))
        assert digest.title is not None
        assert codes(digest)[digest.title.source_id] == code


def test_a_section_is_named_in_the_preferred_language_where_it_says_anything_in_it():
    digest = summarize(articles("en", "fr", "ru"), Settings(prefer_language="en"))
    language = codes(digest)
    for topic in digest.topics:
        there = {language[span.source_id] for span in topic.members}
        assert all(ord(letter) < 0x250 for letter in topic.label) or there == {"ru"}
        if there == {"fr"}:
            assert any(topic.label.lower() in line.text.lower() for line in topic.summary)
    assert len({topic.label.casefold() for topic in digest.topics}) == len(digest.topics)


def test_a_language_that_no_article_is_in_changes_nothing_but_a_warning():
    digest = summarize(articles("en", "fr"), Settings(prefer_language="sv"))
    plain = summarize(articles("en", "fr"))
    assert "no article is in Swedish, the preferred language" in digest.warnings
    assert (digest.overview, digest.topics) == (plain.overview, plain.topics)


def test_a_language_that_is_none_is_refused_in_one_line():
    with pytest.raises(UsageError, match="klingon"):
        Settings(prefer_language="klingon")
    with pytest.raises(UsageError, match="prefer_language"):
        Settings(prefer_language=3)  # type: ignore[arg-type]


def test_the_articles_of_the_tests_are_in_their_languages():
    for one in articles("en", "fr", "ru"):
        assert detect(one.text) == one.language
