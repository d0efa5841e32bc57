"""What the judges say, where a model is missing, and that a file of numbers is evaluated as it was trained."""

from __future__ import annotations

import hashlib
import json
import shutil

import numpy as np
import pytest
from conftest import EXAMPLES, article, representation

from summarize import Settings, read, summarize
from summarize.encode.representation import represent
from summarize.errors import UsageError
from summarize.judge import MODELS, Judges, judge, sift
from summarize.judge.networks import Network
from summarize.judge.trees import Forest, ModelDamaged, dump, load, parse
from summarize.pipeline import run
from summarize.speech import is_unattributed
from summarize.text.sentences import segment

FLOOD = EXAMPLES / "river-flood"


@pytest.fixture
def models(tmp_path):
    """A copy of the shipped models that may be damaged."""
    return shutil.copytree(MODELS, tmp_path / "models")


def opinions(*texts: str, judges: Judges | None = None, encoder: str = "use"):
    return judge(representation(*texts, encoder=encoder), judges or Judges())


def test_every_shipped_model_is_small_and_is_what_the_manifest_says():
    manifest = json.loads((MODELS / "digests.json").read_text(encoding="utf-8"))
    files = sorted(MODELS.glob("*.npz"))
    assert sorted(manifest) == [path.name for path in files]
    assert len(files) >= 12
    for path in files:
        assert path.stat().st_size < 1_000_000
        assert hashlib.sha256(path.read_bytes()).hexdigest() == manifest[path.name]


def test_a_stranger_understands_a_named_subject_and_no_pronoun():
    found = opinions(
        "The Kessow dam above the town of Hollin broke on Friday morning, the provincial government said. "
        "He said that it had not been his decision, and that they would do the same again."
    )
    assert found.alone[0] > 0.6 > 0.2 > found.alone[1]


def test_what_the_news_is_is_worth_more_than_what_it_is_not():
    text = (EXAMPLES / "harbour-bridge" / "01-coastal-wire.txt").read_text(encoding="utf-8")
    found = opinions(text)
    assert found.belongs[0] > np.median(found.belongs)
    assert np.all((found.belongs >= 0) & (found.belongs <= 1) & (found.filler >= 0) & (found.filler <= 1))


def test_two_reports_of_one_fact_are_likelier_one_than_two_of_different_ones():
    found = opinions(
        "Nine people were killed when the dam above Hollin broke. The weather service expects snow in the hills.",
        "The dam above Hollin broke and killed nine people. Volunteers cooked soup in the school of Marsk.",
    )
    said = found.same_fact.table.square(found.same_fact.probability)
    assert said[0, 2] > 0.5 > 0.1 > max(said[0, 1], said[0, 3], said[1, 3])
    assert np.array_equal(said, said.T)
    assert np.array_equal(found.same_topic, found.same_topic.T)


def test_rules_ask_no_model():
    found = opinions("The dam broke. He said so.", judges=Judges(None))
    assert found.same_fact is found.same_topic is None
    assert found.alone.tolist() == [1.0, 0.0]
    assert not found.is_learned
    assert found.warnings == ()


def test_a_judge_of_another_name_is_refused():
    with pytest.raises(UsageError, match="lerned"):
        Settings(judge="lerned")


@pytest.mark.parametrize(
    "name", ["alone.npz", "worth_network.npz", "needs.npz", "same_fact.npz", "same_topic.npz", "headings.npz"]
)
@pytest.mark.parametrize("damage", ["missing", "cut off", "of another version"])
def test_a_damaged_model_is_one_warning_and_a_rule_decides(models, name, damage):
    path = models / name
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-9] if damage == "cut off" else b"PK" + path.read_bytes()[2:] + b"x")
    made = run(read([FLOOD]), Settings(overview_words=50), models=models)
    assert len([warning for warning in made.digest.warnings if "A rule decides instead" in warning]) == 1
    assert len(made.digest.topics) > 2
    assert all(topic.summary and topic.label for topic in made.digest.topics)


def test_no_model_at_all_still_gives_a_digest(tmp_path):
    digest = run(read([FLOOD]), Settings(), models=tmp_path).digest
    assert len(digest.topics) > 2
    assert digest.overview


def test_vectors_of_another_encoder_are_judged_by_rules_without_a_complaint():
    found = opinions("The dam broke on Friday in Hollin. He said so.", encoder="tfidf")
    assert found.alone.tolist() == [1.0, 0.0]
    assert found.warnings == ()
    assert found.same_fact is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Il a dit que le barrage a cédé vendredi."), ("de", "Er sagte, der Damm sei gebrochen.")],
)
def test_a_language_that_no_judge_was_taught_keeps_the_rules(language, text):
    documents = [segment(article(f"Le barrage a cédé vendredi matin. {text}", path="a.txt", language=language))]
    found = judge(represent(documents, "use")[0], Judges())
    assert found.alone[-1] == 0.0
    assert not found.is_learned


@pytest.mark.parametrize(
    "texts",
    [
        ["The old bridge was closed on Monday evening."],
        ["Dam broke."],
        ["The dam broke and " + "the water rose and " * 70 + "nobody slept."],
        ["The dam broke on Friday. Two towns were flooded."] * 10,
        ["The dam broke on Friday. Two towns were flooded.", "Astronomers photographed a comet. Its tail is long."],
    ],
    ids=["one sentence", "two words", "three hundred words", "ten identical articles", "nothing in common"],
)
def test_odd_collections_are_judged(texts):
    some = representation(*texts)
    documents = tuple(segment(article(text, path=f"{n}.txt")) for n, text in enumerate(texts))
    sifted = sift(documents, some, Judges())
    documents, kept = sifted.documents, sifted.representation
    found = judge(kept, Judges(), sifted.evidence)
    for values in (found.alone, found.belongs, found.filler, found.fitness):
        assert len(values) == len(kept)
        assert np.isfinite(values).all()
    assert sum(len(document.sentences) for document in documents) == len(kept)


def test_furniture_that_the_rules_keep_is_set_aside_with_its_reason():
    story = (FLOOD / "01-tesmark-post.txt").read_text(encoding="utf-8")
    line = "Thank you for registering: you agree to the terms of service and to the privacy policy of this site."
    digest = summarize([article(f"{story}\n\nThe water is falling. {line}\n", path="a.txt")])
    aside = [span for span in digest.unplaced if span.reason == "furniture"]
    assert len(aside) == 1
    assert all("privacy policy" not in sentence.text for topic in digest.topics for sentence in topic.summary)


def test_a_quotation_without_its_speaker_is_never_shown_alone():
    for folder in ("river-flood", "harbour-bridge"):
        made = run(read([EXAMPLES / folder]), Settings(length="6"))
        shown = [line for topic in made.digest.topics for line in topic.summary]
        assert len(shown) > 5
        for topic in made.digest.topics:
            for before, line in zip([None, *topic.summary], topic.summary, strict=False):
                assert not is_unattributed(line.text) or (before is not None and before.source_id == line.source_id)


FOREST = Forest(
    columns=("a", "b"),
    column=np.array([0, 1]),
    threshold=np.array([0.5, 2.0]),
    strikes=np.array([0b001, 0b010], dtype=np.uint32),
    tests_at=np.array([0, 2]),
    value=np.array([1.0, 10.0, 100.0]),
    leaves_at=np.array([0, 3]),
    notes={},
)
"""a ≤ 0.5 → 1; otherwise b ≤ 2 → 10, else 100."""


def test_trees_give_each_row_its_leaf():
    rows = np.array([[0.5, 9.0], [0.6, 2.0], [0.6, 2.1], [0.0, 0.0]])
    assert FOREST.scores(rows).tolist() == [1.0, 10.0, 100.0, 1.0]
    assert parse(dump(FOREST)).scores(rows).tolist() == [1.0, 10.0, 100.0, 1.0]
    assert dump(FOREST) == dump(parse(dump(FOREST)))


def test_few_rows_reach_the_leaves_that_they_reach_among_many():
    forest = load(MODELS / "alone.npz")
    rows = np.random.default_rng(0).normal(size=(300, len(forest.columns)))
    assert np.array_equal(
        np.concatenate([forest.scores(rows[:100]), forest.scores(rows[100:200])]), forest.scores(rows)[:200]
    )


def test_trees_agree_with_those_that_were_trained():
    lightgbm = pytest.importorskip("lightgbm")
    from training.boosting import translate

    random = np.random.default_rng(0)
    rows = random.normal(size=(600, 4))
    target = (rows[:, 0] + rows[:, 1] * rows[:, 2] > 0).astype(int)
    options = {"objective": "binary", "num_leaves": 12, "verbose": -1, "num_threads": 1, "seed": 0}
    booster = lightgbm.train(options, lightgbm.Dataset(rows, target), num_boost_round=20)
    forest = translate([booster.dump_model()], list("abcd"), {})
    assert np.allclose(forest.scores(rows), booster.predict(rows, raw_score=True), atol=1e-6, rtol=0)


def test_a_network_is_its_matrices():
    weight, bias = np.array([[1.0], [-2.0]], np.float32), np.array([0.5], np.float32)
    hidden = (np.eye(2, dtype=np.float32), np.zeros(2, np.float32))
    plain = np.zeros(2, np.float32)
    network = Network(("a", "b"), plain - 9, plain + 9, plain, plain + 1, ((hidden, (weight, bias)),), {})
    assert network.logits(np.array([[1.0, 1.0], [-3.0, 2.0], [50.0, 0.0]])).tolist() == [-0.5, -3.5, 9.5]


def test_a_model_that_is_not_in_the_manifest_is_damaged(tmp_path):
    (tmp_path / "alone.npz").write_bytes(dump(FOREST))
    with pytest.raises(ModelDamaged, match="missing"):
        load(tmp_path / "alone.npz")


@pytest.mark.parametrize(
    "line",
    [
        "The stories that matter, delivered weekday mornings.",
        "CORRECTS TO REMOVE a name at left, security run toward a man at the gate.",
        "AFP/Getty Images Bo Ek of Averley holds the trophy after the game.",
        "Below are some of the photos shared on Friday.",
        "Here's an excerpt from the report of the Post:",
        "The aim is to fix broken links on the web.",
    ],
)
def test_what_is_furniture_by_its_words_alone_is_told_without_a_judge(line):
    text = f"The dam above Hollin broke on Friday. {line} Nine people died in the valley below it."
    documents = (segment(article(text)),)
    left = sift(documents, represent(documents, "use")[0], Judges()).representation
    assert line not in [sentence.text for sentence in left.sentences]
