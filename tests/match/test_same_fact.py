"""Two sentences state one fact where a reader would say so."""

from __future__ import annotations

import sys

import pytest
from conftest import matched_by_rule, representation

from summarize.match.same_fact import group, is_copy
from summarize.model import FactGroup, Pair
from summarize.text.terms import words

SAME = [
    ("Nine people died when the river flooded two towns.", "The flood in two towns killed nine people."),
    ("The bridge carries 41,000 vehicles a day.", "Some 41,000 cars, lorries and buses use the bridge every day."),
]
DIFFERENT = [
    ("Nine people died when the river flooded two towns.", "Farmers lost half of the winter wheat."),
    ("The bridge carries 41,000 vehicles a day.", "The ferry is free until Sunday."),
]
BACKGROUND = (
    "Volunteers cooked soup in the school. Trains were late all week. A new hospital opened in the north. "
    "The council met on Tuesday. Schools stay closed until Monday. The army sent two helicopters."
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_wordings_of_one_fact_match(one, other):
    matches = matched_by_rule(representation(one, other, BACKGROUND))
    assert [number for number, _ in matches.supporters(0)] == [1]


def test_two_sentences_that_are_less_alike_than_is_citable_do_not_match(monkeypatch):
    some = representation(*SAME[0], BACKGROUND)
    ((_, pair),) = matched_by_rule(some).supporters(0)
    monkeypatch.setattr(sys.modules["summarize.match.by_likeness"], "CITE", pair.similarity + 0.01)
    assert matched_by_rule(some).supporters(0) == ()


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_facts_do_not_match(one, other):
    assert matched_by_rule(representation(one, other, BACKGROUND)).supporters(0) == ()


def test_the_most_similar_of_those_who_say_the_same_comes_first():
    one, other = SAME[0]
    supporters = matched_by_rule(representation(one, other, one, BACKGROUND)).supporters(0)
    assert [(number, pair.relation) for number, pair in supporters] == [(2, "copy"), (1, "paraphrase")]
    assert supporters[0][1].similarity > supporters[1][1].similarity


def test_a_quotation_that_two_sentences_share_proves_less_than_the_whole_of_them():
    quotation = "we have known about the cracks in the girder since early spring"
    letter = f"In a long letter of June an engineer of the port wrote: “{quotation}” to the mayor of the old town."
    poster = f"“{quotation}”, read a poster in the canteen of the shipyard for months before any visitor took it down."
    pair = dict(matched_by_rule(representation(letter, poster, BACKGROUND)).supporters(0))[1]
    assert pair.relation == "paraphrase"
    assert 0.8 < pair.similarity <= 0.9


def test_a_copy_with_small_edits_is_a_copy():
    one = words("Some 100,000 troops were sent to the border of the province on Monday.")
    other = words("Some 100,000 soldiers were sent to the border of the province on Monday.")
    assert is_copy(one, other)
    assert not is_copy(one, words("The border of the province was closed on Monday."))


def test_two_texts_are_a_copy_while_three_quarters_of_their_words_are_equal():
    told = words("Some 100,000 troops were sent to the northern border")
    assert is_copy(told, words("Some 100,000 soldiers were moved to the northern border"))
    assert not is_copy(told, words("Some 100,000 soldiers were moved to a western border"))


def test_a_long_quotation_that_is_used_again_is_a_copy():
    quotation = "we have known about the cracks in the girder for more than two years"
    assert is_copy(words(f"“{quotation}.”"), words(f"In a letter of 9 June the engineer wrote that “{quotation}”."))


def test_groups_do_not_chain_unlike_sentences():
    chain = [Pair(0, 1, 0.5, "paraphrase"), Pair(1, 2, 0.6, "paraphrase"), Pair(2, 3, 0.5, "paraphrase")]
    assert group(chain) == (FactGroup(1, (0, 1, 2)),)
