"""Dates in the words of the language and in the order of the country."""

from __future__ import annotations

import pytest
from stories import DATES, JOIN, STORIES

from summarize.read.dates import iso_date
from summarize.read.head import metadata


@pytest.mark.parametrize("code", DATES)
def test_a_date_in_words_is_read_in_its_language(code):
    assert iso_date(DATES[code], code) == "2024-05-03"


@pytest.mark.parametrize("code", [code for code in DATES if code in STORIES])
def test_a_date_line_under_a_title_is_read_in_the_language_of_the_text(code):
    text = f"Kessow\n\n{DATES[code]}\n\n{JOIN[code].join(STORIES[code])}"
    assert metadata(text).get("published") == "2024-05-03"


@pytest.mark.parametrize(
    ("value", "language", "host", "iso"),
    [
        ("03/05/2024", "fr", None, "2024-05-03"),
        ("03/05/2024", "en", "post.example", "2024-03-05"),
        ("03/05/2024", "en", "courier.co.uk", "2024-05-03"),
        ("03/05/2024", "en", "courier.com.au", "2024-05-03"),
        ("03/05/2024", "es", "diario.us", "2024-03-05"),
        ("03/05/2024", None, "kurier.de", "2024-05-03"),
        ("03/05/2024", None, None, "2024-03-05"),
        ("13/05/2024", "en", None, "2024-05-13"),
        ("05/13/2024", "fr", None, "2024-05-13"),
        ("03.05.2024", "en", None, "2024-05-03"),
        ("2024-05-03", "fr", None, "2024-05-03"),
        ("Vendredi 3 mai 2024 à 10h15", "fr", None, "2024-05-03T10:15:00"),
        ("٣ مايو ٢٠٢٤", "ar", None, "2024-05-03"),
        ("Fri, 03 May 2024 10:15:00 GMT", "fr", None, "2024-05-03T10:15:00+00:00"),
        ("hier à midi", "fr", None, None),
        ("mai 2024 ou plus tard", "xx", None, None),
    ],
)
def test_what_is_left_open_is_settled_by_language_and_country(value, language, host, iso):
    assert iso_date(value, language, host) == iso


def test_the_language_is_asked_for_only_where_the_date_leaves_it_open():
    def ask():
        raise AssertionError("asked")

    assert iso_date("2024-05-03T10:00", ask) == "2024-05-03T10:00:00"
    assert iso_date("May 3, 2024", ask) == "2024-05-03"
