"""The same bytes whatever the order, the hash seed and the threads; more in `benchmarks/determinism.py`."""

from __future__ import annotations

import pytest

from benchmarks.determinism import ARTICLES, digest_of

FILES = sorted(str(path) for path in ARTICLES.iterdir())


def test_order_hash_seed_and_threads_change_nothing():
    assert digest_of(FILES[::-1], 7, 2, "Haswell", "tfidf") == digest_of(FILES, 0, 1, "Haswell", "tfidf")


@pytest.mark.parametrize("encoder", ["tfidf", "use"])
def test_another_kernel_of_the_matrix_library_changes_nothing(encoder):
    assert digest_of(FILES, 0, 1, "Nehalem", encoder) == digest_of(FILES, 0, 1, "Haswell", encoder)
