"""The same bytes whatever the order, the hash seed and the threads; more in `benchmarks/determinism.py`."""

from __future__ import annotations

import pytest

from benchmarks.determinism import ARTICLES, digest_of

FILES = sorted(str(path) for path in ARTICLES.iterdir())


def test_order_hash_seed_and_threads_change_nothing():
    assert digest_of(FILES[::-1], 7, 2, "Haswell", "tfidf") == digest_of(FILES, 0, 1, "Haswell", "tfidf")


@pytest.mark.xfail(
    reason="vectors are rounded to 5 decimals, and a sum may fall on either side of a half", strict=False
)
def test_another_kernel_of_the_matrix_library_changes_nothing():
    assert digest_of(FILES, 0, 1, "Nehalem", "tfidf") == digest_of(FILES, 0, 1, "Haswell", "tfidf")
