"""Vectors of several languages are compared around the mean of each."""

from __future__ import annotations

import numpy as np

from summarize.encode import within_languages


def test_in_one_language_nothing_is_moved():
    vectors = np.eye(3, dtype=np.float32)
    assert within_languages(vectors, np.zeros(3, dtype=np.int64)) is vectors


def test_the_means_of_two_languages_come_to_lie_in_one_place_the_more_the_more_sentences_there_are():
    drawn = np.random.default_rng(0)
    gaps = []
    for size in (5, 500):
        language = np.repeat([0, 1], size)
        vectors = drawn.normal(size=(2 * size, 8)) + 10.0 * language[:, None]
        moved = within_languages(vectors.astype(np.float32), language)
        gaps.append(np.abs(moved[language == 0].mean(axis=0) - moved[language == 1].mean(axis=0)).max())
    assert gaps[1] < 0.3 < gaps[0] < 10


def test_rows_that_have_no_say_in_the_means_are_moved_with_their_language():
    language = np.array([0, 0, 1, 1, 1])
    vectors = np.arange(10, dtype=np.float32).reshape(5, 2)
    whole, alone = within_languages(vectors, language, 4), within_languages(vectors[:4], language[:4])
    assert np.allclose(whole[:4], alone)
    assert np.allclose(whole[4] - vectors[4], whole[3] - vectors[3])
