"""Which sentences that the rules of cleaning kept are page furniture after all: what never belongs in a summary.

Owns the probability; what the patterns of `boilerplate` are sure of needs none. English.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summarize.judge.boilerplate import CERTAIN
from summarize.judge.evidence import Evidence, judged

if TYPE_CHECKING:
    from summarize.model import Floats

LANGUAGES = frozenset({"en"})


def junk(found: Evidence, folder: Path) -> Floats:
    """(sentences,) probability that each is furniture. Raises `trees.ModelDamaged`."""
    return judged(found, "junk", folder)


def certain(found: Evidence) -> np.ndarray:
    """(sentences,) True for what is furniture by its words alone."""
    return np.asarray(found.columns[CERTAIN] > 0)
