"""One fact in two languages: near in meaning, with a number or a name in common."""

from __future__ import annotations

import numpy as np
import pytest
from bilingual import articles
from conftest import article

from summarize.encode.representation import represent
from summarize.judge import Judges, judge
from summarize.match import match
from summarize.text.sentences import segment


def probabilities(*texts: tuple[str, str]):
    """(sentences, sentences) what the judges say of articles in two languages."""
    documents = [segment(article(text, path=f"{n}.txt", language=code)) for n, (code, text) in enumerate(texts)]
    representation, _ = represent(documents, "use")
    facts = judge(representation, Judges()).same_fact
    assert facts is not None
    return facts.table.square(facts.probability)


def test_one_event_in_three_languages_is_cited_across_them():
    documents = [segment(one) for one in articles("en", "fr", "ru")]
    representation, _ = represent(documents, "use")
    matches = match(representation, judge(representation, Judges()))
    aground = [n for n, sentence in enumerate(representation.sentences) if "184" in sentence.text]
    assert len(aground) == 3
    for number in aground:
        assert {other for other, _ in matches.supporters(number)} == {*aground} - {number}


STORY = "Le conseil a tenu une réunion hier. Les trains sont en retard dans tout le pays."


@pytest.mark.parametrize(
    ("code", "text", "nearer", "farther"),
    [
        ("fr", STORY, "The dam cost 395,000 euros.", "The dam cost 12 euros."),
        ("fr", STORY, "The dam cost 395,000 euros.", "The dam cost 240,000 euros."),
    ],
    ids=["a day's number", "another number"],
)
def test_a_number_in_common_speaks_for_one_fact(code, text, nearer, farther):
    told = (code, f"Le barrage a coûté 395 000 euros, ouvert le 12 mai. {text}")
    found = [probabilities(("en", f"{sentence} Rain fell on Monday."), told)[0, 2] for sentence in (nearer, farther)]
    assert found[0] > found[1]


@pytest.mark.parametrize(
    ("code", "name"),
    [("ru", "Путин прибыл во дворец."), ("zh", "习近平抵达宫殿。"), ("el", "Ο Πούτιν έφτασε στο παλάτι.")],
)
def test_a_name_in_another_alphabet_speaks_for_one_fact(code, name):
    other = {"ru": "Дождь шёл весь день.", "zh": "整天都在下雨。", "el": "Έβρεχε όλη μέρα."}[code]
    who = "Jinping" if code == "zh" else "Putin"
    with_name, without = (
        probabilities(("en", f"{one} arrived at the palace. It rained all day long."), (code, name + " " + other))[0, 2]
        for one in (who, "Obama")
    )
    assert with_name > without


def test_pairs_of_one_language_are_left_to_the_judge():
    lines = ("The dam cost 395,000 euros.", "The dam was built for 395,000 euros in May.")
    texts = [("en", f"{line} Rain fell on Monday.") for line in lines]
    alone = probabilities(*texts)
    assert alone[0, 2] > 0.6
    assert np.array_equal(alone, probabilities(*texts))
