"""Whether a stranger who knows only the headline understands a sentence printed by itself.

Owns the probability and the threshold. Trained on English; other languages keep the rules of `summarize.judge.form`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarize.judge.evidence import Evidence, judged

if TYPE_CHECKING:
    from summarize.model import Floats

LANGUAGES = frozenset({"en"})


def alone(found: Evidence, folder: Path) -> Floats:
    """(sentences,) probability that each stands alone. Raises `trees.ModelDamaged`."""
    return judged(found, "alone", folder)
