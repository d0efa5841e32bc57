"""Every registered encoder, clusterer and ranker keeps its contract; facts are matched as a reader would."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from conftest import EXAMPLES, article

from summarize import Settings, read, registry, summarize
from summarize.encode import use
from summarize.encode.representation import represent
from summarize.errors import ModelUnavailable, UnknownName
from summarize.languages import NAMES, detect
from summarize.match.same_fact import group, is_copy, match
from summarize.model import Pair
from summarize.select.form import fitness
from summarize.text.sentences import segment
from summarize.text.terms import content_terms, mask, words

TEXTS = [
    "The dam broke on Friday.",
    "Two towns were flooded.",
    "The dam broke on Friday.",
    "El dique se rompió el viernes.",
    "!",
]


def encoder(name: str):
    try:
        return registry.encoder(name)(TEXTS, "en")
    except ModelUnavailable as error:
        pytest.skip(f"{name}: {error}")


def representation(*texts: str, encoder: str = "use"):
    documents = [segment(article(text, path=f"{n}.txt")) for n, text in enumerate(texts)]
    return represent(documents, encoder)[0]


@pytest.mark.parametrize("name", registry.names("encoders"))
def test_an_encoder_gives_unit_rows_and_equal_rows_for_equal_texts(name):
    vectors = encoder(name)(TEXTS)
    assert vectors.dtype == np.float32
    assert len(vectors) == len(TEXTS)
    length = np.linalg.norm(vectors, axis=1)
    assert np.all((np.abs(length - 1) < 1e-3) | (length == 0))
    assert np.array_equal(vectors[0], vectors[2])


@pytest.mark.parametrize("name", registry.names("encoders"))
def test_an_encoder_gives_the_same_bytes_in_any_order(name):
    encode = encoder(name)
    assert np.array_equal(encode(TEXTS)[::-1], encode(TEXTS[::-1]))


def test_the_default_encoder_brings_two_languages_together():
    vectors = encoder("use")(TEXTS)
    assert vectors[0] @ vectors[3] > vectors[1] @ vectors[3]


@pytest.mark.parametrize("damage", ["missing package", "missing file", "other content"])
def test_a_missing_or_damaged_model_falls_back_to_words_with_one_warning(damage, monkeypatch, tmp_path):
    if damage == "missing package":
        monkeypatch.setattr(use, "find_spec", lambda name: None)
    elif damage == "missing file":
        monkeypatch.setattr(use, "_FILES", {"none.npz": "0"})
    else:
        monkeypatch.setattr(use, "_FILES", {"sp.model": "0" * 64})
    digest = summarize(read([EXAMPLES / "river-flood"]))
    assert ["the encoder 'use' cannot be used" in warning for warning in digest.warnings].count(True) == 1
    assert digest.topics


def test_an_absent_extra_is_named_with_its_install_line(monkeypatch):
    monkeypatch.setattr("summarize.encode.minilm.find_spec", lambda name: None)
    digest = summarize([article("The dam broke on Friday.")], Settings(encoder="minilm"))
    assert "pip install 'summarize[minilm]'" in digest.warnings[0]


@pytest.mark.parametrize("name", registry.names("rankers"))
def test_every_ranker_gives_non_negative_gains_and_a_digest(name):
    some = representation("The dam broke on Friday. Two towns were flooded. The mayor asked for help.", encoder="tfidf")
    objective = registry.ranker(name)(some, [0, 1, 2])
    gains = objective.gains()
    assert gains.shape == (3,)
    assert np.all(gains >= 0)
    objective.take(int(gains.argmax()))
    digest = summarize(read([EXAMPLES / "river-flood"]), Settings(encoder="tfidf", ranker=name, length="2"))
    assert all(topic.summary for topic in digest.topics)


def test_what_has_been_told_is_worth_nothing_again():
    objective = registry.ranker("coverage")(representation("The dam broke.", "The dam broke.", encoder="tfidf"), [0, 1])
    objective.take(0)
    assert objective.gains()[1] == 0


@pytest.mark.parametrize("name", registry.names("clusterers"))
@pytest.mark.parametrize("wanted", [None, 1, 3])
def test_every_clusterer_numbers_topics_without_gaps(name, wanted):
    documents = [segment(item) for item in read([EXAMPLES / "river-flood"])]
    some, _ = represent(documents, "tfidf")
    found = registry.clusterer(name)(some, wanted)
    assert found.topic.shape == found.typicality.shape == (len(some),)
    assert set(found.topic.tolist()) == set(range(found.topic.max() + 1))
    assert np.all((found.typicality > 0) & (found.typicality <= 1))
    assert wanted is None or found.topic.max() + 1 == wanted


@pytest.mark.parametrize("kind", ["readers", "encoders", "clusterers", "rankers", "renderers"])
def test_every_row_of_a_table_can_be_loaded(kind):
    for name in registry.names(kind):
        assert callable(registry._load(kind, name))


def test_an_unknown_row_is_refused():
    with pytest.raises(UnknownName):
        registry.encoder("usee")


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
    matches = match(representation(one, other, BACKGROUND))
    assert [number for number, _ in matches.supporters(0)] == [1]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_facts_do_not_match(one, other):
    assert match(representation(one, other, BACKGROUND)).supporters(0) == ()


def test_a_copy_with_small_edits_is_a_copy():
    one = words("Some 100,000 troops were sent to the border of the province on Monday.")
    other = words("Some 100,000 soldiers were sent to the border of the province on Monday.")
    assert is_copy(one, other)
    assert not is_copy(one, words("The border of the province was closed on Monday."))


def test_a_long_quotation_that_is_used_again_is_a_copy():
    quotation = "we have known about the cracks in the girder for more than two years"
    assert is_copy(words(f"“{quotation}.”"), words(f"In a letter of 9 June the engineer wrote that “{quotation}”."))


def test_groups_do_not_chain_unlike_sentences():
    chain = [Pair(0, 1, 0.5, "paraphrase"), Pair(1, 2, 0.6, "paraphrase"), Pair(2, 3, 0.5, "paraphrase")]
    for found in group(chain):
        partners = {(pair.first, pair.second) for pair in chain} | {(pair.second, pair.first) for pair in chain}
        assert all((found.centre, member) in partners for member in found.members if member != found.centre)


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


def test_words_that_everybody_shares_can_be_hidden():
    assert mask("The dam broke on Friday.", {"dam", "friday"}, "en") == "The broke on ."
    assert mask("Dam!", {"dam"}, "en") == "Dam!"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The dam broke on Friday morning.", 1.0),
        ("Who opened the gates on Friday night?", 0.0),
        ("The dam broke.", 0.0),
        ("“The dam broke on Friday morning, she said.", 0.0),
        ("There are three numbers for families to call:", 0.0),
        ("Die Brücke „wird nie wieder“ geöffnet, sagte er.", 1.0),
    ],
)
def test_a_sentence_has_the_form_of_one_or_it_does_not(sentence, expected):
    assert fitness(sentence, "de" if sentence.startswith("Die") else "en") == expected


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


def test_settings_are_recorded_in_the_digest():
    digest = summarize([article("The dam broke on Friday morning.")], replace(Settings(), encoder="tfidf", topics=1))
    assert (digest.settings["encoder"], digest.settings["topics"]) == ("tfidf", 1)
