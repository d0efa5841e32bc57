"""Every registered clusterer keeps its contract."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import EXAMPLES

from summarize import read, registry
from summarize.cluster import communities
from summarize.encode.representation import represent
from summarize.text.sentences import segment


@pytest.mark.parametrize("name", registry.names("clusterers"))
@pytest.mark.parametrize("wanted", [None, 1, 3])
def test_every_clusterer_numbers_topics_without_gaps(name, wanted):
    documents = [segment(item) for item in read([EXAMPLES / "river-flood"])]
    some, _ = represent(documents, "tfidf")
    probability = np.clip(some.vectors @ some.vectors.T, 0, 1)
    np.fill_diagonal(probability, 0)
    found = registry.clusterer(name)(some, probability, wanted)
    assert found.topic.shape == found.typicality.shape == (len(some),)
    assert set(found.topic.tolist()) == set(range(found.topic.max() + 1))
    assert np.all((found.typicality > 0) & (found.typicality <= 1))
    assert wanted is None or found.topic.max() + 1 == wanted


def test_unasked_there_are_no_more_topics_than_the_limit_lets_through(monkeypatch):
    some, _ = represent([segment(item) for item in read([EXAMPLES / "river-flood"])], "tfidf")
    free = communities.cluster(some, None, None).topic.max() + 1
    monkeypatch.setattr(communities, "most_topics", lambda sentences: 1)
    assert communities.cluster(some, None, None).topic.max() + 1 < free
