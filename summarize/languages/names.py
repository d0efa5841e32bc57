"""The languages by code and name."""

from __future__ import annotations

from summarize.errors import UnknownName

FALLBACK = "en"

NAMES = {
    "ar": "arabic",
    "bg": "bulgarian",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sv": "swedish",
    "th": "thai",
    "tr": "turkish",
    "uk": "ukrainian",
    "vi": "vietnamese",
    "zh": "chinese",
}
"""ISO 639-1 code → English name, lower case."""

UNSPACED = frozenset({"zh", "ja", "th"})
"""Languages written without spaces between words."""


def code_of(name: str) -> str:
    """The ISO 639-1 code for a code or an English name. Raises `UnknownName`."""
    wanted = name.strip().lower()
    if wanted in NAMES:
        return wanted
    for code, english in NAMES.items():
        if wanted == english:
            return code
    raise UnknownName("language", name, [*NAMES, *NAMES.values()])
