"""How alike two sentences are: by meaning, by wording, by related words, and in their parts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from conftest import article, matched_by_rule, representation

from summarize.encode.representation import represent
from summarize.judge.likeness import likeness, parts
from summarize.text.sentences import segment

QUOTED = "we have known about the cracks in the girder since early spring"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The old bridge over the harbour was closed on Monday evening, "
            "and ferries take thousands of workers to market each day.",
            [
                "The old bridge over the harbour was closed on Monday evening",
                "and ferries take thousands of workers to market each day.",
            ],
        ),
        (f"In a letter of June an engineer wrote: “{QUOTED}” to the mayor of the old town.", [QUOTED]),
        (f"Im Juni schrieb er: „{QUOTED}“ an den Rat der alten Stadt am Hafen.", [QUOTED]),
        ("On Monday, it rained.", []),
        ("The bridge over the harbour was closed on Monday evening.", []),
    ],
    ids=["clauses", "quotation", "German quotation", "too little", "in one piece"],
)
def test_the_parts_of_a_sentence_are_its_clauses_and_quotations(text, found):
    assert [part for part in parts(text, "en") if part in found] == found
    assert bool(parts(text, "en")) == bool(found)


def test_words_of_the_whole_event_are_hidden_from_the_encoder():
    told = [f"Because of the Orla {kind} was late." for kind in "milk bread mail cheese rice water coal wheat".split()]
    seen: list[str] = []
    found = representation(" ".join(told), encoder="tfidf")

    def listening(texts):
        seen.extend(texts)
        return found.encoder(texts)

    likeness(replace(found, encoder=listening))
    assert [text for text in seen if "Orla " in text] == []
    assert "of the milk was ." in seen


def test_the_likeness_of_a_sentence_with_itself_is_whole_and_with_another_is_the_same_both_ways():
    views = likeness(representation("The dam broke on Friday.", "The dam broke at noon. Farmers lost their wheat."))
    every = np.arange(3)
    assert views.of(every, every) == pytest.approx([1, 1, 1], abs=1e-3)
    assert views.of(np.array([0]), np.array([1])) == pytest.approx(views.of(np.array([1]), np.array([0])), abs=1e-6)
    assert views.of(np.array([0]), np.array([1])) > views.of(np.array([0]), np.array([2]))


def test_two_wordings_of_one_fact_match_across_languages():
    stories = (
        ("en", "Nine people died when the river flooded two towns. Volunteers cooked soup in the school."),
        ("fr", "Neuf personnes sont mortes quand la rivière a inondé deux villes. Les trains étaient en retard."),
    )
    documents = [segment(article(text, path=f"{code}.txt", language=code)) for code, text in stories]
    matches = matched_by_rule(represent(documents, "use")[0])
    assert [number for number, _ in matches.supporters(0)] == [2]
    assert matches.supporters(1) == ()
