"""Which words of a sentence count, and as what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import FIRST_CLASS, STORIES

from summarize.languages import stop_words
from summarize.text.terms import _TOKEN, _tokens, content_terms, mask, stem, words

ELIDED = ("lorsqu", "puisqu", "jusqu", "quelqu", "coll", "quest")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The twenty-one leaders", ["#21", "leader"]),
        ("fifteen, 15 and 15.0", ["#15", "#15", "#15"]),
        ("10bn or 10 billion", ["#1e+10", "#1e+10"]),
        ("1,140 kilometres", ["#1140", "kilomet"]),
        ("the minister's colour, the ministers’ color", ["minist", "color", "minist", "color"]),
    ],
)
def test_terms_make_spellings_and_numbers_one(text, terms):
    assert content_terms(words(text.replace("-", " ")), "en") == terms


@pytest.mark.parametrize(
    ("text", "language", "term"),
    [
        ("1,140.5", "en", "#1140.5"),
        ("1.140", "en", "#1.14"),
        ("1.140", "de", "#1140"),
        ("1,5", "fr", "#1.5"),
        ("$5m", "en", "#5e+06"),
        ("5 m euros", "en", "#5e+06"),
        ("200 m", "en", "#200"),
    ],
)
def test_a_number_is_read_as_its_language_and_its_unit_mean_it(text, language, term):
    assert content_terms(words(text), language)[0] == term


def test_words_that_everybody_shares_can_be_hidden():
    assert mask("The dam broke on Friday.", {"dam", "friday"}, "en") == "The broke on ."
    assert mask("Dam!", {"dam"}, "en") == "Dam!"


@pytest.mark.parametrize("code", FIRST_CLASS)
def test_there_are_stop_words_and_words_in_other_places_are_the_same_terms(code):
    assert len(stop_words(code)) > 50
    first, _, third, _ = (set(content_terms(words(line), code)) for line in STORIES[code])
    assert len(first & third) >= 4


@pytest.mark.parametrize(
    ("code", "forms"),
    [("uk", ["моста", "мосту", "мостом", "мостами"]), ("he", ["גשרים", "גשר", "הגשר", "והגשר"]), ("ko", ["다리는", "다리가", "다리를"]), ("cs", ["mostu", "mostem"])],
)  # fmt: skip
def test_forms_of_a_word_are_one_term(code, forms):
    assert len({stem(form, code) for form in forms}) == 1


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("l'affaire d’espionnage", ["l", "affaire", "d", "espionnage"]),
        ("Jusqu'à la fin de l'année", ["jusqu", "à", "la", "fin", "de", "l", "année"]),
        ("dell'accordo", ["dell", "accordo"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("It's O'Dea; don't", ["it", "o'dea", "don't"]),
    ],
)
def test_an_elided_word_is_a_word_of_its_own(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    ("text", "code"), [("lorsqu'il puisqu'elle jusqu'à quelqu'un", "fr"), ("coll'aiuto quest'anno", "it")]
)
def test_what_is_left_of_an_elided_function_word_is_one(text, code):
    assert not [term for term in content_terms(words(text), code) if term in ELIDED]


def test_hebrew_stop_words_are_words():
    assert {"אבל", "של", "הוא"} <= stop_words("he")
    assert not [word for word in stop_words("he") if not word.replace(" ", "").replace("'", "").isalpha()]


def test_a_hebrew_abbreviation_is_one_word_however_its_mark_is_written():
    assert words('שר ארה"ב') == words("שר ארה״ב") == words("שר ארה”ב") == ["שר", "ארה״ב"]
    assert words('כתב ש"הגשר נסגר"') == ["כתב", "ש", "הגשר", "נסגר"]


@pytest.mark.parametrize(
    ("forms", "one"),
    [
        ("الأمم الامم والأمم بالأمم للأمم", True),
        ("الحكومة حكومه والحكومة لحكومة", False),
        ("الحكومة حكومه والحكومة", True),
        ("المدمرة المدمره", True),
        ("وزير الوزير ووزير", True),
    ],
)
def test_arabic_words_are_one_with_and_without_article_and_conjunction(forms, one):
    assert (len({stem(form, "ar") for form in forms.split()}) == 1) is one


_PIECES = (
    "d'",
    "l’",
    "qu'",
    "un'",
    "it's",
    "Ann's",
    "'",
    "’",
    "x",
    "É",
    "ü",
    "1,140",
    "3",
    ".",
    "-",
    "_",
    " ",
    "कि",
    "א",
    "גד",
    '"',
    "東京",
)


@given(st.lists(st.sampled_from(_PIECES) | st.characters(codec="utf-8"), max_size=12).map("".join))
def test_the_quick_ways_to_the_tokens_of_a_text_find_what_the_slow_one_finds(text):
    assert _tokens(text) == _TOKEN.findall(text)


def test_a_number_of_several_words_is_one_term_wherever_it_stands():
    assert content_terms(words("Twenty one dogs, two million cats and three birds"), "en") == [
        "#21", "dog", "#2e+06", "cat", "#3", "bird",
    ]  # fmt: skip
