"""Whether a sentence is worth a place in a one-page briefing, and whether it is filler.

Owns both probabilities and the worth that follows from them. Trained on English.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.judge.evidence import Evidence, judged

if TYPE_CHECKING:
    from summarize.model import Floats

LANGUAGES = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class Worth:
    """How much each sentence is worth to an editor."""

    belongs: Floats
    """(sentences,) probability that it belongs in a one-page briefing."""
    filler: Floats
    """(sentences,) probability that it is trivial."""

    @property
    def expected(self) -> Floats:
        """(sentences,) expected worth, from 0 for filler to 2 for what belongs in."""
        return 1.0 + self.belongs - self.filler


def worth(found: Evidence, folder: Path) -> Worth:
    """The worth of every sentence. Raises `trees.ModelDamaged`."""
    return Worth(judged(found, "worth", folder), judged(found, "filler", folder))
