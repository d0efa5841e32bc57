"""Which sentences can be shown, and which lean on the one before them."""

from __future__ import annotations

import pytest
from stories import STORIES

from summarize.judge.form import fitness, leans
from summarize.text.terms import words


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The dam broke on Friday morning.", 1.0),
        ("Who opened the gates on Friday night?", 0.0),
        ("The dam broke.", 0.0),
        ("“The dam broke on Friday morning, she said.", 0.0),
        ("There are three numbers for families to call:", 0.0),
        ("Die Brücke „wird nie wieder“ geöffnet, sagte er.", 1.0),
        ('שר החוץ של ארה"ב נחת ביום שני בקסו.', 1.0),
        ('הוא כתב ש"הגשר ייפתח מחר בבוקר.', 0.0),
        ('הוא כתב ש"הגשר בארה"ב ייפתח מחר בבוקר".', 1.0),
    ],
)
def test_a_sentence_has_the_form_of_one_or_it_does_not(sentence, expected):
    assert fitness(sentence, "de" if sentence.startswith("Die") else "en") == expected


@pytest.mark.parametrize("code", STORIES)
def test_a_whole_sentence_can_be_shown(code):
    assert all(fitness(line, code) > 0 for line in STORIES[code])


def test_a_word_hyphenated_at_a_line_end_is_one_word_and_a_last_choice():
    broken = "The govern- ment closed the bridge on Monday."
    assert "government" in words(broken)
    assert 0 < fitness(broken, "en") < fitness(broken.replace("- ", ""), "en")
    assert "government" in words("The gov\u00adern\u00adment")
    assert fitness("The pre- and post-war bridges were closed.", "en") == 1


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("He also denied it on Friday.", "en", True),
        ("However, this is not the end.", "en", True),
        ("“We will not stop until it is done.”", "en", True),
        ("“We will not stop,” said Ann Low.", "en", False),
        ("The mayor denied it on Friday.", "en", False),
        ("Cependant, la digue a tenu.", "fr", True),
        ("La digue a tenu.", "fr", False),
    ],
)
def test_what_leans_on_the_sentence_before_it(sentence, language, expected):
    assert leans(sentence, language) == expected


@pytest.mark.parametrize(
    ("sentence", "language", "shown"),
    [
        ("أعلنت شرطة كيسو أن الجسر فوق النهر أغلق مساء الاثنين بعد أن وجد المهندسون شقوقا كبيرة", "ar", True),
        ("أعلنت شرطة كيسو أن الجسر أغلق", "ar", False),
        ("هل أعلنت شرطة كيسو أن الجسر فوق النهر أغلق مساء الاثنين بعد أن وجد المهندسون شقوقا؟", "ar", False),
        ("Die Polizei von Kessow sperrte am Montag die Brücke über den Fluss weil sie zwei Risse fand", "de", False),
        ("केसो का पुल सोमवार को बंद कर दिया गया |", "hi", True),
    ],
)
def test_a_full_stop_may_be_missing_where_no_capital_tells_prose_from_headings(sentence, language, shown):
    assert (fitness(sentence, language) > 0) is shown
