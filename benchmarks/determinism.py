"""`python -m benchmarks.determinism --runs N`: same bytes for any order, hash seed, number of threads and kernel of OpenBLAS."""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import product
from pathlib import Path

ARTICLES = Path(__file__).parent.parent / "examples" / "river-flood"
HASH_SEEDS = range(5)
THREADS = (1, 2)
KERNELS = ("Haswell", "Nehalem")
"""With and without AVX2."""


def digest_of(order: Sequence[str], hash_seed: int, threads: int, kernel: str, encoder: str) -> str:
    """SHA-256 of the digest of one run, as JSON."""
    environment = os.environ | {
        "PYTHONHASHSEED": str(hash_seed),
        "OPENBLAS_NUM_THREADS": str(threads),
        "OMP_NUM_THREADS": str(threads),
        "OPENBLAS_CORETYPE": kernel,
    }
    command = [sys.executable, "-m", "summarize", "run", *order, "--encoder", encoder, "--format", "json", "-q"]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    return hashlib.sha256(done.stdout).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1, help="orders for each of the 20 environments")
    parser.add_argument("--encoder", default="tfidf")
    chosen = parser.parse_args(arguments)
    files = sorted(str(path) for path in ARTICLES.iterdir())
    chance = random.Random(0)
    seen: Counter[str] = Counter()
    for _, hash_seed, threads, kernel in product(range(chosen.runs), HASH_SEEDS, THREADS, KERNELS):
        order = chance.sample(files, len(files))
        seen[digest_of(order, hash_seed, threads, kernel, chosen.encoder)] += 1
    print(f"{seen.total()} runs, {len(seen)} digests: {sorted(seen.values(), reverse=True)}")
    return 0 if len(seen) == 1 else 1


if __name__ == "__main__":
    raise SystemExit(main())
