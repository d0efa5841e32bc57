"""What the choice of headings was trained to: the two forests, and their files.

The first gives each word of a section the chance to stand in its heading, the second each candidate a score. Trained on
events labelled by hand, with the headings that an editor wrote over their topics.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.judge import Forest, load_forest

if TYPE_CHECKING:
    from summarize.model import Floats

WORDS_FILE, PHRASES_FILE = "heading-words.npz", "headings.npz"


@dataclass(frozen=True, slots=True)
class Model:
    """Both stages."""

    words: Forest
    """Columns of `wordrows`; probability that a word stands in the heading."""
    phrases: Forest
    """FEATURES of `features`; about how much of the heading a candidate has."""

    @property
    def taste(self) -> Floats:
        """(dimensions + 1,) how headline-like a word's vector is, a constant last."""
        return self.words.extra["taste"]


@cache
def load_model(folder: Path) -> Model:
    """The model of a folder. Raises `ModelDamaged`."""
    return Model(load_forest(folder / WORDS_FILE), load_forest(folder / PHRASES_FILE))
