"""Words as they sound, so that a name is known in another alphabet: Путин and Putin, Μπλερ and Blair, بلير and Blair.

Owns word → its consonants in Latin letters. Alphabets are read by `anyascii` (ISC licence), letter by letter; vowels are left
out, since no two spellings agree on them (Soundex, Russell 1918, leaves them out too), and letters that stand for one another
are made one. Refuses to know what is a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 4
"""Consonants of a word that count: what follows is mostly ending."""
FEWEST = 3
"""Consonants below which a word is compared by all its letters."""
_CACHED = 200_000
_LETTERS = re.compile(r"[^a-z]")
_SYLLABLE = re.compile(r"[A-Z][a-z]*")
_OF_LANGUAGE = {
    "el": ((re.compile(r"mp"), "b"), (re.compile(r"^nt"), "d"), (re.compile(r"gk"), "g")),
    "ar": ((re.compile(r"w"), ""),),
    "fa": ((re.compile(r"w"), ""),),
    "he": ((re.compile(r"w"), ""),),
}
"""Letters that one language reads otherwise: Greek writes foreign b as mp; w is a long vowel where vowels go unwritten."""
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tsch|sch|tch|sh|ch|cz|sz|zh|ts|tz", "s"),
        ("ph", "f"),
        ("th", "t"),
        ("kh|gh", "k"),
        ("ck|cc|q", "k"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("x", "ks"),
        ("z", "s"),
        ("[wf]", "v"),
        ("p", "b"),
        ("^[aeiouyj]+", "A"),
        ("(?<=.)[aeiouyhj]+", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""In order. Arabic has no p; a vowel counts only where the word begins with one."""


@lru_cache(maxsize=_CACHED)
def latin(word: str, language: str) -> str:
    """A word in lower-case letters a to z; empty for what has no letters."""
    from anyascii import anyascii

    letters = _LETTERS.sub("", anyascii(word).lower())
    for pattern, sound in _OF_LANGUAGE.get(language, ()):
        letters = pattern.sub(sound, letters)
    return letters


@lru_cache(maxsize=_CACHED)
def sound(word: str, language: str) -> str:
    """The first consonants of a word, or "=" and all its letters where there are few; empty for less than three letters."""
    letters = consonants = latin(word, language)
    for pattern, replacement in _SOUNDS:
        consonants = pattern.sub(replacement, consonants)
    if len(consonants) >= FEWEST:
        return consonants[:LONGEST]
    return f"={letters}" if len(letters) >= FEWEST else ""


def syllables(text: str) -> list[str]:
    """The syllables, lower case, of a text in Chinese characters or another script that is written without spaces."""
    from anyascii import anyascii

    return [syllable.lower() for syllable in _SYLLABLE.findall(anyascii(text))]
