"""What a reader notices in a sentence, and that it is found once though sentences are set aside."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from conftest import representation

from summarize.judge.evidence import evidence, without
from summarize.judge.reading import reading
from summarize.judge.tokens import known_words, split, tokenized, words

STORY = (
    "The ferry pilot Ada Brenn left the harbour at dawn. She said the crossing was calm. “We saw the lights,” Brenn said. "
    "The lights of the old pier were out, and the harbour knew it. Mr Kell, who keeps the pier, asked her why."
)
OTHER = "Ada Brenn crossed the strait on Monday. The council of Vell paid 300 crowns for the lights. It will pay again."


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("full_names", [1, 0, 0, 0, 0]),
        ("bare_introduced", [0, 0, 1, 0, 0]),
        ("since_introduced", [-1, -1, 2, -1, -1]),
        ("titled_names", [0, 0, 0, 0, 1]),
        ("persons_unnamed", [0, 1, 0, 0, 0]),
        ("said_by_pronoun", [0, 1, 0, 0, 0]),
        ("said_by_name", [0, 0, 1, 0, 0]),
        ("speakers_quoted", [0, 0, 1, 0, 0]),
        ("definites", [2, 1, 1, 3, 1]),
        ("definites_tied", [1, 0, 0, 1, 0]),
        ("definites_said", [0, 0, 0, 0, 1]),
        ("definites_recent", [0, 0, 0, 0, 1]),
        ("opens_the", [1, 0, 0, 1, 0]),
    ],
)
def test_names_pointers_and_definite_things_are_counted(column, expected):
    assert reading(representation(STORY)).columns[column].tolist() == expected


def test_what_an_article_has_said_is_unknown_to_the_next():
    found = reading(representation(STORY, OTHER)).columns
    assert found["content_said"][5] == found["names_said"][5] == 0
    assert found["content_said"][3] > 0


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He saw "the red boat" leave', [0, 0, 1, 1, 1, 0]),
        ("He saw “the red boat", [0, 0, 1, 1, 1]),
        ("boats” were “gone", [0, 0, 1]),
        ('no "one” saw "it" go', [0, 1, 0, 1, 0]),
    ],
)
def test_words_inside_quotation_marks_are_known(text, quoted):
    tokens = tokenized([split("One more."), split(text)])
    taken = words(tokens, known_words(tokens, np.zeros(2, np.int64), np.arange(2)))
    assert taken.quoted[taken.sentence == 1].tolist() == [bool(value) for value in quoted]


def test_a_run_of_names_is_one_sign_of_a_pattern():
    rows = [split("we met Ada Brenn there"), split("we met Kell there")]
    tokens = tokenized(rows)
    taken = words(tokens, known_words(tokens, np.zeros(2, np.int64), np.arange(2)))
    first, second = np.split(taken.signs, taken.sign_starts[1:-1])
    assert first.tolist() == second.tolist()


@pytest.mark.parametrize("dropped", [[0], [2, 6], [5, 6, 7], []])
def test_evidence_of_what_is_left_is_that_of_a_collection_of_it(dropped):
    whole = representation(STORY, OTHER, STORY.replace("Brenn", "Vance"))
    kept = np.setdiff1d(np.arange(len(whole)), dropped)
    left = whole.only(kept)
    left = replace(left, sentences=tuple(replace(s, index=at) for at, s in enumerate(left.sentences)))
    found, expected = without(evidence(whole), left, kept), evidence(left)
    assert found.columns.keys() == expected.columns.keys()
    for name, column in expected.columns.items():
        np.testing.assert_allclose(found.columns[name], column, atol=1e-6, err_msg=name)
    assert found.slot.tolist() == expected.slot.tolist()
    assert found.owner.tolist() == expected.owner.tolist()
