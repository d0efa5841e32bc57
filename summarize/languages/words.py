"""Words that carry grammar, and what a word is made of. Lists come from the package `stop-words`, mended where it is damaged."""

from __future__ import annotations

import re
from functools import cache

from summarize.languages.names import NAMES

_FUNCTION_WORDS = {
    "en": frozenset(
        "a an the of to in on at for by with from and or but that this these those it its is are was were be been being "
        "has have had he she his her its their them they as not no will would could should may might can said says say "
        "also who which what when where after before than then there here about into over more most other some such i we "
        "you our us my your if so do does did up out one all told added according mr".split()
    )
}
_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957"
    r"\u0e31-\u0e3a\u0e47-\u0e4e"
)
LETTERS = rf"[^\W\d_]+(?:[{_MARKS}][^\W\d_]*)*"
"""Pattern of a run of letters. Vowel signs of Hindi, Arabic, Hebrew and Thai belong to their letter; `\\w` leaves them out."""
ELISION = (
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|aujourd(?!['’]hui)|un|all|dall|dell|nell|sull|coll|quest|quell|gl|bell|sant)"
    r"(?=['’][aeiouhyàâäéèêëîïôöùûüœæ])"
)
"""Pattern of a French, Italian or Catalan word before its apostrophe: "d'espionnage" is two words. English has none such."""
GERSHAYIM = r"(?:(?<=[\u05d0-\u05ea])[\"\u05f4\u201d](?=[\u05d0-\u05ea](?![\u05d0-\u05ea]))|(?<=[\u05d0-\u05ea]{2})[\"\u05f4\u201d](?=[\u05d0-\u05ea]))"
"""Pattern of the mark inside a Hebrew abbreviation: before its last letter, or after two ("or more"). It quotes nothing; after one
letter, such as an article, a quotation opens."""
_DAMAGE = re.compile(r"\"|,$")
_MORE = {
    "fr": "jusqu lorsqu puisqu quoiqu quelqu presqu",
    "it": "coll quest quell gl",
    "he": "של על את עם כי לא זה היא הוא הם הן אל אם או גם כל יש אין אך אבל כך כמו רק עד בין לפי אחרי לפני היה היתה הייתה היו יהיה "
    "תהיה להיות אשר שלו שלה שלהם אותו אותה אותם לו לה להם בו בה בהם מה מי איך כבר עוד מאוד ידי דבר",
    "el": "ο η το οι τα του της των τον την τις τους ένα μια μία ένας ενός μιας σε στο στη στην στον στα στις στους από με για και "
    "κι ότι πως που να θα δεν δε μη μην είναι ήταν έχει έχουν είχε είχαν αυτό αυτή αυτός αυτά αλλά ή ως καθώς όπως όταν αν",
    "ar": "في من على إلى الى عن مع أن ان إن لا ما لم لن قد هذا هذه ذلك تلك التي الذي الذين هو هي هم كان كانت كما بعد قبل بين حتى "
    "أو ثم أي كل منذ عند حول خلال دون أنه انه أنها انها إنه به بها فيه فيها عليه عليها له لها لهم",
    "hi": "का की के को में से पर ने है हैं था थी थे हो हुआ हुई हुए और या कि यह वह ये वे इस उस इन उन एक भी ही तो कर करने किया गया गई गए "
    "रहा रही रहे लिए साथ बाद तक जो तथा अपने नहीं द्वारा कहा",
}
"""Function words that the lists lack."""


@cache
def stop_words(code: str) -> frozenset[str]:
    """Lower-case stop words of a language; empty where none are known."""
    from stop_words import StopWordError, get_stop_words

    more = frozenset(_MORE.get(code, "").split())
    try:
        listed = get_stop_words(NAMES.get(code, code))
    except StopWordError:
        return more
    # The Hebrew and the Italian list have quotation marks and commas of the program that they were copied from.
    plain = (_DAMAGE.sub("", word) for word in listed)
    return more | {word.replace("’", "'") for word in plain if word}


@cache
def function_words(code: str) -> frozenset[str]:
    """Lower-case words that carry grammar rather than content; all stop words where no shorter list is known.

    The longer list, made for search engines, also holds words that tell two facts apart ("first", "two", "fire").
    """
    return _FUNCTION_WORDS.get(code) or stop_words(code)
