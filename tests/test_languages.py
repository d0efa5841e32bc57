"""Every language that is promised: told apart, named, and summarized."""

from __future__ import annotations

import pytest
from stories import JOIN, STORIES, THAI

from summarize import Article, Settings, summarize
from summarize.languages import NAMES, code_of, detect
from summarize.text import content_terms


@pytest.mark.parametrize("code", STORIES)
def test_the_language_of_a_short_article_is_told(code):
    assert detect(JOIN[code].join(STORIES[code])) == code


@pytest.mark.parametrize("code", [*STORIES, "th"])
def test_two_articles_in_any_language_become_a_digest(code):
    story = STORIES.get(code, [THAI, THAI[::-1], THAI, THAI[::-1]])
    join = JOIN.get(code, "\n")
    articles = [
        Article.from_text(join.join(story[:2]), publisher="One", origin="1.txt"),
        Article.from_text(join.join(story[2:]), publisher="Two", origin="2.txt"),
    ]
    digest = summarize(articles, Settings(language=code, encoder="tfidf"))
    lines = [*digest.overview, *(line for topic in digest.topics for line in topic.summary)]
    assert len(lines) >= 2
    assert {line.text for line in lines} <= {*story}


@pytest.mark.parametrize("code", sorted(NAMES))
def test_a_language_goes_by_its_code_and_its_name(code):
    assert code_of(code.upper()) == code_of(NAMES[code].title()) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The dam broke on Friday and two towns were flooded by noon, the mayor said.", "en"),
        ("Le barrage a cédé vendredi et deux villes ont été inondées, a dit le maire.", "fr"),
        ("Der Damm brach am Freitag, und zwei Städte wurden überflutet, sagte der Bürgermeister.", "de"),
        ("Плотина прорвалась в пятницу, и два города были затоплены, сказал мэр.", "ru"),
        ("大坝周五早上决堤。两座城镇被淹没。市长立即请求援助。", "zh"),
        ("", None),
        ("123 456", None),
    ],
)
def test_the_language_of_a_text_is_detected(text, code):
    assert detect(text) == code


def test_every_language_has_a_name_of_its_own():
    assert len(set(NAMES.values())) == len(NAMES)


@pytest.mark.parametrize("code", sorted(NAMES))
def test_no_word_of_any_language_becomes_nothing(code):
    odd = ["όταν", "άστε", "εσύ", "είναι", "ومن", "الذي", "sich", "ová", "ami", "ами", "ים", "ность"]
    assert all(content_terms([word], code) != [""] for word in odd)


@pytest.mark.parametrize("code", STORIES)
def test_an_article_in_any_language_goes_beside_an_english_one(code):
    english = "The dam above Hollin broke on Friday after a week of rain. Nine people died in the valley below the dam."
    articles = [
        Article.from_text(JOIN[code].join(STORIES[code]), origin="1.txt", language=code),
        Article.from_text(english, origin="2.txt", language="en"),
    ]
    digest = summarize(articles, Settings())
    assert digest.topics
    assert sum(source.sentences for source in digest.sources) > 2
