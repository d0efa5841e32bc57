"""From documents to the one value that all later stages work on."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import article, representation

from summarize.encode.representation import represent
from summarize.encode.vectors import columns_of, count_matrix, unit, unit_sparse
from summarize.registry import encoder
from summarize.text.sentences import segment


def test_sentences_and_paragraphs_are_numbered_through_the_collection():
    found = representation("It is shut. It is old.\n\nNobody came.", "The ferry runs. It is full.", encoder="tfidf")
    assert found.article_of.tolist() == [0, 0, 0, 1, 1]
    assert found.paragraph_of.tolist() == [0, 0, 1, 2, 2]


@pytest.mark.parametrize(("codes", "main"), [("fr fr en", "fr"), ("en en fr", "en"), ("fr en", "en")])
def test_the_main_language_is_that_of_most_sentences(codes, main):
    documents = [
        segment(article("La digue a cédé vendredi.", path=f"{n}.txt", language=code))
        for n, code in enumerate(codes.split())
    ]
    assert represent(documents, "tfidf")[0].language == main


def test_without_a_model_a_rare_word_weighs_more_than_one_of_every_sentence():
    sentences = [f"bridge {word}" for word in "ferry mayor girder market school army".split()]
    both, common, rare = encoder("tfidf")(sentences, "en")(["bridge ferry", "bridge", "ferry"])
    assert both @ rare > both @ common


def test_rows_have_length_one_and_an_empty_row_stays_empty():
    rows = np.array([[3.0, 4.0], [0.0, 0.0]])
    assert unit(rows).tolist() == [[0.6, 0.8], [0.0, 0.0]]
    assert unit_sparse(count_matrix(["aab", ""], {"a": 0, "c": 1})).toarray().tolist() == [[1.0, 0.0], [0.0, 0.0]]


def test_terms_are_counted_in_the_order_of_their_first_mention():
    rows = [["dam", "rain", "dam"], ["town", "rain"]]
    assert list(columns_of(rows)) == ["dam", "rain", "town"]
    assert count_matrix(rows, columns_of(rows)).toarray().tolist() == [[2, 1, 0], [0, 1, 1]]
