"""Which sentences answer a question, and when none does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from conftest import article, representation

import summarize
from summarize import Settings
from summarize.answer import answers
from summarize.answer.find import CLEAR, chosen
from summarize.answer.question import Question
from summarize.answer.score import parts
from summarize.errors import NoUsableInput, UsageError
from summarize.judge import Judges, judge
from summarize.match import match

POST = (
    "The footbridge over the Orla in Hollin was closed on Monday after an engineer found two broken cables. "
    "The repair will cost 12 million marks, the council of Hollin said. The ferry to Marsk carries bicycles for free."
)
WIRE = (
    "Repairing the footbridge in Hollin will cost 12 million marks, according to the council. "
    "It was built in 1931 by the engineer Aldo Brandt. Who will pay for the repair of the footbridge?"
)
VOICE = (
    "The baker in Weir Street has sold twice as many rolls since the footbridge closed. "
    "Swans have nested below the footbridge, the warden Ida Holm told us."
)


@pytest.fixture(scope="module")
def asked():
    articles = [
        article(text, path=f"{name}.txt", publisher=name)
        for name, text in (("Post", POST), ("Voice", VOICE), ("Wire", WIRE))
    ]
    digest = summarize.summarize(articles)
    return lambda question, given=None: summarize.ask(digest, question, articles if given is None else given)


def test_an_answer_is_a_sentence_with_all_its_sources(asked):
    (line,) = asked("How much will the repair of the footbridge cost?").answers
    assert "12 million marks" in line.text
    assert {line.source_id, *(other.source_id for other in line.also_reported_by)} == {"s1", "s3"}
    assert line.independent_sources == 2


def test_answers_are_verbatim(asked):
    found = asked("Who built the footbridge?")
    source = {"s1": POST, "s2": VOICE, "s3": WIRE}
    assert [line.text for line in found.answers] == [source[n.source_id][n.start : n.end] for n in found.answers]
    assert "Aldo Brandt" in found.answers[0].text


@pytest.mark.parametrize("question", ["Who won the football cup?", "What did the minister say about pensions?"])
def test_where_no_sentence_answers_the_list_is_empty(asked, question):
    found = asked(question)
    assert (found.answers, found.sources, found.asked) == ((), (), 3)


def test_a_sentence_that_asks_answers_nothing(asked):
    assert not [line for line in asked("Who will pay for the repair of the footbridge?").answers if "?" in line.text]


def test_what_an_answer_leans_on_stands_before_it(asked):
    line = next(line for line in asked("Who built the footbridge?").answers if line.text.startswith("It was built"))
    assert [quote.text for quote in line.context] == [WIRE.split(". ")[0] + "."]


def test_the_same_answer_in_whatever_order_the_articles_come(asked):
    names = (("Wire", WIRE), ("Post", POST), ("Voice", VOICE))
    shuffled = [article(text, path=f"{name}.txt", publisher=name) for name, text in names]
    question = "How much will the repair of the footbridge cost?"
    assert asked(question, shuffled).to_dict() == asked(question).to_dict()


def test_changed_and_missing_articles_are_named(asked):
    changed = [article(POST + " It rained.", path="Post.txt"), article(WIRE, path="Wire.txt")]
    found = asked("Who built the footbridge?", changed)
    assert found.warnings == ("Post.txt: changed since the digest was made", "Voice.txt: missing, and not asked")
    assert found.asked == 2


def test_other_articles_than_those_of_the_digest_are_left_out(asked):
    more = article("The repair of the footbridge was paid by a lottery.", path="other.txt")
    articles = [article(POST, path="Post.txt"), more]
    assert all(line.source_id == "s1" for line in asked("Who pays for the repair of the footbridge?", articles).answers)


def test_a_digest_whose_articles_are_gone_cannot_be_asked(asked):
    with pytest.raises(NoUsableInput, match="no article of the digest is here"):
        asked("Who built the footbridge?", [])


@pytest.mark.parametrize("question", ["", " ? ", None, 3, "why " * 200])
def test_a_question_that_cannot_be_meant_is_refused(asked, question):
    with pytest.raises(UsageError):
        asked(question)


def test_only_a_digest_can_be_asked():
    with pytest.raises(UsageError, match=r"no digest: the text 'digest.json'"):
        summarize.ask("digest.json", "Why?", [])


def test_two_outlets_that_are_one_in_the_digest_are_one_in_an_answer():
    shared = '"We shall not open the footbridge before every one of the cables is new," said the mayor, Teodora Vance.'
    longer = (
        "The mayor hopes for money from the province, which has none left this year. Cyclists take the road to Marsk."
    )
    other = "Two years ago a storm had bent the railing. Anglers miss the view over the weir. Buses are fuller now."
    articles = [
        article(f"{text} {shared}", path=f"{name}.txt", publisher=name)
        for name, text in (("Post", f"{POST} {longer}"), ("Wire", f"{WIRE} {other} {VOICE}"))
    ]
    digest = summarize.summarize(articles, Settings(overview_words=200))
    shown = next(line for line in digest.overview if line.text == shared)
    assert [other.relation for other in shown.also_reported_by] == ["copy"]
    question = "How much will the repair of the footbridge cost?"
    assert summarize.ask(digest, question, articles).answers[0].independent_sources == 1
    without = replace(digest, overview=(), topics=())
    assert summarize.ask(without, question, articles).answers[0].independent_sources == 2


def test_the_same_fact_is_given_once():
    some = representation(POST, WIRE)
    matches = match(some, judge(some, Judges()))
    ((first, second),) = [group.members for group in matches.groups if len(group.members) == 2]
    score = np.zeros(len(some))
    score[[first, second]] = 2.0, 1.9
    assert chosen(score, matches, share=0.8, enough=1.0, most=5) == (first,)


def test_answers_are_enough_near_the_best_and_not_too_many():
    some = representation(POST, VOICE)
    matches = match(some, judge(some, Judges()))
    score = np.array([1.0, 2.0, 1.7, 1.5, 0.0])
    assert chosen(score, matches, share=0.8, enough=1.0, most=5) == (1, 2)
    assert chosen(score, matches, share=0.1, enough=1.6, most=5) == (1, 2)
    assert chosen(score, matches, share=0.1, enough=1.0, most=1) == (1,)


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("How many people died?", "en", "number"),
        ("By how much did it fall?", "en", "number"),
        ("When does it open?", "en", "date"),
        ("Who pays?", "en", "person"),
        ("Where is it?", "en", "place"),
        ("Why did it break?", "en", None),
        ("The whole bridge", "en", None),
        ("Wie viele Menschen starben?", "de", "number"),
        ("Où est le pont ?", "fr", "place"),
        ("¿Cuándo abre?", "es", "date"),
        ("Chi paga?", "it", "person"),
        ("Quem paga?", "pt", "person"),
        ("Hoeveel kost het?", "nl", "number"),
        ("Kuka maksaa?", "fi", None),
    ],
)
def test_a_question_tells_what_kind_of_answer_it_wants(question, language, kind):
    assert Question.of(question, language).kind == kind


def test_the_words_that_ask_are_no_subject():
    assert Question.of("How many people died, and what happened?", "en").terms == ("peopl", "die")
    assert Question.of("How much?", "en").terms


@pytest.mark.parametrize(
    ("question", "sentence", "is_met"),
    [
        ("How many people died?", "Nine people died.", True),
        ("How many of the 40 men died?", "All 40 men came back.", False),
        ("When does it open?", "It opens on Friday.", True),
        ("When does it open?", "It opens again.", False),
        ("Who pays?", "The bill goes to Ida Holm.", True),
        ("Who pays Ida Holm?", "The wages of Ida Holm are low.", False),
        ("Why is it closed?", "On 3 May a cable broke in Marsk.", False),
    ],
)
def test_a_sentence_of_the_kind_that_is_asked_for_is_preferred(question, sentence, is_met):
    terms = representation(sentence).terms[0]
    assert Question.of(question, "en").is_met_by(sentence, terms) == is_met


def test_a_sentence_beside_the_words_of_a_question_counts_for_more():
    some = representation("The council met in Hollin. The vote was 12 to 3.\n\nSwans came. It rained.")
    meaning, wording, in_context, around, _ = parts("What did the council of Hollin decide?", some)
    assert wording.tolist()[1:] == [0, 0, 0]
    assert around[0] > around[1] > 0
    assert around.tolist()[2:] == [0, 0]
    assert in_context[1] > meaning[1]


def test_what_nobody_can_understand_is_no_answer():
    some = representation(POST, WIRE)
    opinions = judge(some, Judges())
    matches = match(some, opinions)
    question = "How much will the repair of the footbridge cost?"
    (best, *_) = answers(question, some, opinions, matches)
    unclear = replace(
        opinions,
        alone=np.where(np.arange(len(some)) == best, CLEAR / 2, opinions.alone),
        supplies=np.zeros(len(some)),
    )
    assert best not in answers(question, some, unclear, matches)
