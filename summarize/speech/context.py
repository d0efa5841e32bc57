"""Whether a sentence leaves open who speaks in it: a quotation alone, or one of "he" with nobody named before. English.

Owns the test of a single sentence. Who does speak is found in `summarize.speech.turns`, from the sentences around it.
"""

from __future__ import annotations

import re

from summarize.languages import SPEECH
from summarize.speech.names import NAMES, name_in
from summarize.speech.quoted import paragraph

_WORDS = SPEECH["en"]
_PRONOUN = re.compile(
    rf"\b(?:(?:{_WORDS.he})\s(?:(?:also|later|then|has|had)\s)?(?:{_WORDS.says}|{_WORDS.may_say})\b|(?:said|says)\s(?:{_WORDS.he})\b(?=[,.;]|$))",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\b(?:of|in|with|to|from|for|by|at|on|against|between|and|into|near)\s(?:the\s)?$")
"""Before a name that is no subject."""


def is_unattributed(text: str) -> bool:
    """True for an English sentence that is a quotation and nothing else, or that ends in "he said" and names nobody before."""
    parts = next(paragraph([text]))
    pronoun = _PRONOUN.search(parts.outside)
    if pronoun is None:
        return parts.is_bare and text.lstrip()[:1] in ("“", '"')
    return not _names_before(parts.outside[: pronoun.start()])


def _names_before(text: str) -> bool:
    """Whether somebody is named who could be meant by a pronoun after this text: no owner, and nobody behind a preposition."""
    for run in NAMES.finditer(text):
        owns = re.match(r"[’']s?\b", text[run.end() :])
        name = name_in(run[0], "en")
        if name is not None and not name.is_body and not owns and not _BEHIND.search(text[: run.start()]):
            return True
    return False
