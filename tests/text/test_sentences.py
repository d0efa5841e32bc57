"""Sentence boundaries: every span verbatim, quotations in one piece, abbreviations whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import article
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import JOIN, STORIES, THAI

from summarize import Article
from summarize.languages import ABBREVIATIONS
from summarize.model import fold
from summarize.text.sentences import boundaries, segment

CASES = [
    ["The U.S.-led coalition struck on Monday.", "Officials declined to comment."],
    ["Mr. Low met Dr. J. R. Ek in Port Ellery, D.C., on Friday.", "They talked for an hour."],
    ["“We will not stop.”", "She then left the room."],
    ["“They’re gone,” said Ms. O’Dea.", "“All of them.”"],
    ["The work costs $140bn. per yr. according to Gov. Brown.", "Critics disagree."],
    ["Sales rose 3.5 percent to $1.2 billion.", "No. 5 on the list fell."],
    ["“No!” she shouted.", "He did not."],
    ["He said: “I saw it. It was bad.”", "Nobody answered."],
    ["(The minister declined to comment.)", "A spokesman said more later."],
    ["Sen. Ann Low, R-S.C., and Rep. Bo Ek, D-N.Y., left.", "Nobody stayed."],
    ["Sgts. Low and Ek met Spc. Vey in Ft. Ellery.", "They talked."],
    ["The ferry ran at 8:00 p.m. EDT on Monday.", "It sank at 9 p.m.", "The crew swam."],
    ["Work began at 8 a.m. Central Time.", "It ended at ten."],
    ["He lives in Burl, Vt.", "Earlier he lived in Bath."],
    ["She met Wash. Gov. Ann Low.", "They talked."],
    ["“It will cost us,” she said.", '“We hope to pay it soon."'],
    ["He said that “we have worked hard. It is a step.”", "Both agree."],
    ['"We saw it," he said.', '"We ran."'],
    ["1. The first item", "2. The second item", "3. The third item"],
    ["a. The dam", "b. The bridge"],
    ["Snow is expected at approx. 6 a.m. local time.", "Ferries wait."],
]


@pytest.mark.parametrize("sentences", CASES, ids=[case[0][:30] for case in CASES])
def test_boundaries(sentences):
    text = " ".join(sentences)
    assert [text[start:end] for start, end in boundaries(text, "en")] == sentences


ABROAD = [
    ("fr", ["M. Dupont a vu Mme Leroy et le Dr. Petit lundi.", "Il est parti."]),
    ("de", ["Dr. Kerr und Prof. Vey kamen am 3. Mai.", "Sie blieben lange."]),
    ("es", ["El Sr. Ruiz habló con la Dra. Vega.", "Después se fue."]),
    ("pl", ["Wczoraj prof. Nowak i dr. Lis byli w Kessow.", "Potem wyjechali."]),
    ("sv", ["Mötet börjar kl. 10 i t.ex. Kessow.", "Alla kommer."]),
    ("pt", ["O Sr. Lima falou com a Dra. Reis.", "Depois saiu."]),
    ("he", ['הוא אמר: "צוות מארה"ב הגיע. הגשר ייפתח מחר."', "כולם שמחו."]),
]


@pytest.mark.parametrize(("code", "sentences"), ABROAD, ids=[code for code, _ in ABROAD])
def test_abbreviations_are_those_of_the_language(code, sentences):
    text = " ".join(sentences)
    assert [text[start:end] for start, end in boundaries(text, code)] == sentences


@pytest.mark.parametrize(("code", "row"), sorted(ABBREVIATIONS.items()), ids=sorted(ABBREVIATIONS))
def test_no_abbreviation_of_the_table_ends_a_sentence(code, row):
    for short in row.split():
        text = f"Abc def {short}. Kovar ghi jkl."
        assert len(boundaries(text, code)) == 1, text


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("ar", ["أغلقت الشرطة الجسر اليوم.", "وصلت القوارب مساء."]),
        ("he", ["המשטרה סגרה את הגשר.", "הסירות הגיעו בערב."]),
    ],
)
def test_a_full_stop_without_a_space_ends_a_sentence_of_arabic_and_hebrew(code, sentences):
    text = "".join(sentences)
    assert [text[start:end] for start, end in boundaries(text, code)] == sentences


def test_the_bar_of_a_keyboard_ends_a_sentence_of_hindi():
    sentences = ["केसो का पुल सोमवार को बंद हुआ |", "शाम को नावें आ गईं |"]
    assert [line.text for line in segment(article(" ".join(sentences), language="hi")).sentences] == sentences


def test_letters_with_full_stops_between_them_are_one_word_of_arabic():
    text = "نقلت وكالة ا.ف.ب الخبر اليوم."
    assert all(start == 0 or text[start - 1] != "." for start, _ in boundaries(text, "ar")[2:])


STUBS = [
    "Low continued.",
    "Mayor Ann Low said, her voice rising.",
    "Mr. Ek wrote in a letter.",
    "A church.",
    "And, now, a school.",
]
NEWS = [
    "A dam broke.",
    "A mayor resigned.",
    "A strike begins.",
    "Low asked parliament for help.",
    "Ek said that he would go.",
    "Police said.",
]


@pytest.mark.parametrize("sentence", STUBS)
def test_a_speaker_without_a_word_and_a_thing_without_a_verb_are_set_aside(sentence):
    document = segment(article(f"“Who was there?” {sentence} Boats arrived."))
    assert [line.text for line in document.sentences] == ["“Who was there?”", "Boats arrived."]
    assert [span.reason for span in document.ignored] == ["says nothing"]


@pytest.mark.parametrize("sentence", NEWS)
def test_a_short_sentence_that_tells_something_is_kept(sentence):
    document = segment(article(f"The dam broke. {sentence} Boats arrived."))
    assert [line.text for line in document.sentences] == ["The dam broke.", sentence, "Boats arrived."]


def test_what_a_page_breaks_off_with_dots_is_set_aside():
    document = segment(article("The dam broke on Friday.\n\nThe council wants to hear from the...\n\nWell, I never..."))
    assert [s.text for s in document.sentences] == ["The dam broke on Friday.", "Well, I never..."]
    assert [span.reason for span in document.ignored] == ["cut off"]


def test_a_line_that_ends_with_a_comma_goes_on():
    document = segment(article("The mayor of Kessow, Ann Low, then added,\n\n“We will pay for the bridge.”"))
    assert [s.text for s in document.sentences] == [
        "The mayor of Kessow, Ann Low, then added, “We will pay for the bridge.”"
    ]


def test_a_sentence_is_a_view_on_its_article_with_white_space_folded():
    story = article("The  bridge\tis\nclosed today.")
    (sentence,) = segment(story).sentences
    assert sentence.text == "The bridge is closed today."
    assert fold(story.text[sentence.start : sentence.end]) == sentence.text


def test_sentences_are_numbered_by_position_and_paragraph():
    found = segment(article("One thing is so. Another is not.\n\nA third is odd.")).sentences
    assert [(s.index, s.paragraph) for s in found] == [(0, 0), (1, 0), (2, 1)]


def test_a_caption_that_opens_a_paragraph_is_set_aside_without_what_follows():
    story = article("The ferry Orla lands at Quay Street on March 28, 2007. It sank in the storm a year later.")
    document = segment(story)
    assert [sentence.text for sentence in document.sentences] == ["It sank in the storm a year later."]
    assert [span.reason for span in document.ignored] == ["caption"]


def test_a_caption_that_opens_with_its_date_is_set_aside_wherever_it_stands():
    text = "The dam broke. May 4, 2024 Mayor Ann Low speaks at the dam in Averley. Boats arrived."
    document = segment(article(text))
    assert [line.text for line in document.sentences] == ["The dam broke.", "Boats arrived."]
    assert [span.reason for span in document.ignored] == ["caption"]


def test_a_piece_without_words_is_set_aside():
    story = article("The bridge is closed. …! The ferry runs.")
    document = segment(story)
    assert [sentence.text for sentence in document.sentences] == ["The bridge is closed.", "The ferry runs."]
    assert [(story.text[span.start : span.end], span.reason) for span in document.ignored] == [("…!", "no words")]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB1 .!?\"'“”()\n\r\t-:;*[]/@\ufeff\u200f\x00é中"), max_size=200))
def test_spans_are_in_order_apart_and_inside_whatever_the_text(text):
    document = segment(article(text))
    spans = sorted((s.start, s.end) for s in (*document.sentences, *document.ignored))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(any(char.isalnum() or char == "_" for char in s.text) for s in document.sentences)
    covered = {place for start, end in spans for place in range(start, end)}
    assert not [char for place, char in enumerate(text) if place not in covered and char.isalnum()]


@pytest.mark.parametrize("code", STORIES)
def test_sentences_end_where_they_end(code):
    story = Article.from_text(JOIN[code].join(STORIES[code]), language=code)
    assert [sentence.text for sentence in segment(story).sentences] == STORIES[code]


def test_thai_lines_are_no_headings_for_want_of_full_stops():
    assert [s.text for s in segment(Article.from_text(THAI, language="th")).sentences] == [THAI]
