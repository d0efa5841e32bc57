"""The same bytes whatever the order, the hash seed, the threads and the kernel of the matrix library; more in the benchmark."""

from __future__ import annotations

from benchmarks.determinism import ARTICLES, digest_of


def test_order_hash_seed_threads_and_kernel_change_nothing():
    files = sorted(str(path) for path in ARTICLES.iterdir())
    first = digest_of(files, 0, 1, "Haswell", "tfidf")
    assert digest_of(files[::-1], 7, 2, "Nehalem", "tfidf") == first
