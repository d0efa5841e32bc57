"""Whether a sentence supports all that another one says, or only a part of it.

Owns the rule: a citation that gives no figure which the sentence gives, or has little of what a long sentence says, supports a
part. Across languages only figures are compared, since the words have none in common.
"""

from __future__ import annotations

from summarize.conflict import lacks_a_figure
from summarize.model import Representation

MOST_MISSING = 15
"""So many content terms of a sentence that a citation lacks make it support a part (measured in docs/judges.md)."""
_UNSPACED = frozenset({"ja", "th", "zh"})
"""Their terms are pairs of characters, which count otherwise."""


def supports_a_part(number: int, other: int, representation: Representation) -> bool:
    """Whether a sentence that is cited for the sentence `number` says only a part of it."""
    first, second = representation.languages[number], representation.languages[other]
    text, cited = representation.sentences[number].text, representation.sentences[other].text
    if lacks_a_figure(text, first, cited, second):
        return True
    if first != second or first in _UNSPACED:
        return False
    return len({*representation.terms[number]} - {*representation.terms[other]}) >= MOST_MISSING
