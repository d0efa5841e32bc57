"""Articles to sentences and their words.

In: articles, numbered and with a language each. Out: a `Document` an article, its sentences beside the spans that are none,
each with a reason; and the words of a text as comparable terms. Refuses to change a text, to drop a span without a reason,
and to know what a sentence means.
"""

from summarize.text.digits import digit_values
from summarize.text.furniture import furniture as kind_of_furniture
from summarize.text.numerals import SCALES, SMALL, VAGUE
from summarize.text.sentences import segment_all
from summarize.text.sounds import latin, sound, syllables
from summarize.text.tagger import is_known, is_noun, tag
from summarize.text.terms import BROKEN_WORD, content_terms, mask, stem, words

__all__ = [
    "BROKEN_WORD",
    "SCALES",
    "SMALL",
    "VAGUE",
    "content_terms",
    "digit_values",
    "is_known",
    "is_noun",
    "kind_of_furniture",
    "latin",
    "mask",
    "segment_all",
    "sound",
    "stem",
    "syllables",
    "tag",
    "words",
]
