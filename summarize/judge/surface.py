"""What is to be seen in a sentence by itself, whatever stands around it: marks, cues of furniture, tokens.

Owns the columns that need neither the article nor the collection, so that they are computed once
though sentences are set aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarize.judge.boilerplate import CUES, cues
from summarize.judge.tokens import Tokens, split, tokenized

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
MARKS = (
    "characters ends_quote opens_quote ends ends_question question_inside ellipsis marks_curly brackets commas semicolons"
).split()


@dataclass(frozen=True, slots=True)
class Surface:
    """The sentences of a collection by themselves."""

    tokens: Tokens
    table: Floats
    """(sentences, MARKS and CUES)"""

    def only(self, kept: IntArray) -> Surface:
        """That of some sentences, by ascending numbers."""
        return Surface(self.tokens.only(kept), self.table[kept])

    def columns(self) -> dict[str, np.ndarray]:
        """(sentences,) numbers by name."""
        return {name: np.ascontiguousarray(self.table[:, at]) for at, name in enumerate((*MARKS, *CUES))}


def surface(texts: Sequence[str]) -> Surface:
    """What is to be seen in each of some sentences."""
    rows = [split(text) for text in texts]
    lows: dict[str, str] = {}
    for row in rows:
        for token in row:
            if token not in lows:
                lows[token] = token.lower().replace("’", "'")
    found = [
        (*_marks(text), *cues(text, {lows[token] for token in row})) for text, row in zip(texts, rows, strict=True)
    ]
    table = np.array(found, dtype=np.float64).reshape(len(texts), len(MARKS) + len(CUES))
    return Surface(tokenized(rows), table)


def _marks(text: str) -> tuple[float, ...]:
    """The columns of `MARKS`."""
    return (
        len(text), text[-1:] in "\"”’'»", text[:1] in "\"“'‘„«", bool(_ENDS.search(text)), "?" in text[-3:], "?" in text,
        "..." in text or "…" in text, text.count("“") - text.count("”"), text.count("(") + text.count("["),
        text.count(","), text.count(";") + text.count(":"),
    )  # fmt: skip
