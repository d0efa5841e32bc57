"""The network with shared first layers makes the vectors of the package whose weights it has."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import EXAMPLES
from threadpoolctl import threadpool_info

from summarize.encode import network, use

PLACE_MATTERS = {"Haswell", "Zen"}
"""Kernels of the matrix library in which the place of a row changes its last bit."""


@pytest.fixture(scope="module")
def both():
    return network.Network(use.backend()), use.backend()


@pytest.fixture(scope="module")
def texts():
    lines = (EXAMPLES / "harbour-bridge").glob("*.txt")
    examples = [line for path in sorted(lines) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return ["", "Dam", *examples, "Der Damm brach. " * 200, "大坝在周五决堤。"]


def test_its_vectors_are_those_of_the_package(both, texts):
    ours, package = both
    assert np.abs(ours.encode(texts) - package.encode(texts)).max() < 2e-6


def test_a_vector_does_not_hang_on_the_texts_beside_it(both, texts):
    ours, _ = both
    alone = np.concatenate([ours.encode([text]) for text in texts])
    together, backwards = ours.encode(texts), ours.encode(texts[::-1])[::-1]
    assert max(np.abs(together - alone).max(), np.abs(backwards - alone).max()) < 2e-6
    if not {info.get("architecture") for info in threadpool_info()} & PLACE_MATTERS:
        assert np.array_equal(together, alone)
        assert np.array_equal(backwards, alone)


def test_no_more_than_so_many_tokens_share_their_first_layers(both, texts, monkeypatch):
    ours, _ = both
    whole = ours.encode(texts)
    seen = []
    kinds = network.Network._kinds
    monkeypatch.setattr(network, "_SHARED", 100)
    monkeypatch.setattr(network.Network, "_kinds", lambda self, tokens: seen.append(len(tokens)) or kinds(self, tokens))
    assert np.abs(ours.encode(texts) - whole).max() < 2e-6
    assert len(seen) > 2
    assert max(seen) == 128  # 100 filled up


@pytest.mark.parametrize(
    ("length", "expected"),
    [([], []), ([9], [(0, 1)]), ([2, 2, 2], [(0, 2), (2, 3)]), ([9, 1, 3, 1], [(0, 1), (1, 3), (3, 4)])],
)
def test_texts_are_dealt_by_their_tokens(length, expected):
    assert network._batches(np.array(length, dtype=np.int64), 4) == expected
