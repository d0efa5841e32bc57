"""What an article says a speaker is: "the mayor of Port Ellery", "White House spokesman", "Sen."."""

from __future__ import annotations

import re

from summarize.speech.names import role

_APPOSITION = re.compile(
    r",\s(?P<said>(?:[^,.;:“”\"()\n]|(?<=\b[A-Z])\.|\.(?=\w)|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bDr)\.|(?<=\bSt)\.|(?<=\bJr)\.|(?<=\bMrs)\.){3,90})(?=[,.;\n]|$)"
)
_NO_DESCRIPTION = re.compile(
    r"(?:who|which|and|but|or|whose|his|her|their|after|as|in|on|at|he|she|said|told|then|also|now|once|still|a day|with|including|when|where|qui|"
    r"und|der am|die am|sein|seine|ihr|ihre|son|sa|et)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:said|says|told|was|is|were|are|has|had|have|will|would|a|ont|sagte|hat|ist|war)\b")
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|qui|dont|der|die|das)\b")
"""Where a clause begins that tells more of the person."""
_OPENER = re.compile(r"(?:But|And|So|Yet|The|the|Der|Die|Das|Le|La|Mais|Meanwhile|However|Another)\s(?=[A-Z])")
_OWN = re.compile(r"\b(?:my|our|I|me|us|we|mein|meine|unser|mon|ma|notre)\b")
"""Words of a speaker, not of an article."""
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|[A-Z])$")
_OWNED = re.compile(r"(?:its|his|her|their|our|my|seine?|ihre?|unsere?|son|sa|leur|notre)\b", re.IGNORECASE)
"""Before a description that only the sentence before makes clear."""
_SHORTEST = 3


def behind(text: str, end: int, language: str) -> tuple[int, int] | None:
    """(start, end) of the phrase between commas behind a name that says what the person is."""
    found = _APPOSITION.match(text, end)
    if found is None or _NO_DESCRIPTION.match(found["said"]):
        return None
    said = found["said"].strip()
    if _OWN.search(said):
        return None
    if _ABBREVIATED.search(said) and text[found.end() : found.end() + 1] == ".":
        return None  # cut within a name
    words = re.findall(r"[\w’'-]+", said)
    rest = said.partition(" ")[2] if words and words[0] in ("a", "an") else said
    if _VERB.search(rest) or not _has_role(_RELATIVE.split(said)[0], language):
        return None
    start = found.start("said")
    return start, start + len(found["said"].rstrip())


def _has_role(phrase: str, language: str) -> bool:
    return any(role(language).fullmatch(word) for word in re.findall(r"[\w’'-]+", phrase))


def before(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """(start, end) of the words before a name, from `start`, that say what the person is; without the comma behind them."""
    while opener := _OPENER.match(text, start, end):
        start = opener.end()
    said = text[start:end].rstrip(" ,\n")
    phrase, comma, title = said.rpartition(", ")
    if comma and _has_role(title, language) and " " not in title:  # "the warden of Weston, Maj."
        said = phrase
    if _OWNED.match(said) or not _has_role(said, language):
        return None
    return (start, start + len(said)) if len(said) >= _SHORTEST else None
