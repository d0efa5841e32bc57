"""Who says what, by the words of the articles: quotations and reported speech with their speakers.

In: a representation. Out: `Speech`, the speakers of the whole collection with their sentences, and for a quotation that does
not say who speaks the place where its article names the speaker. English, German and French; other languages have no speakers.
Refuses to guess: who is not certain to be the one is no speaker.
"""

from summarize.speech.context import is_unattributed
from summarize.speech.gather import speech
from summarize.speech.model import Kind, Place, Speaker, Speech
from summarize.speech.turns import named_speaker

__all__ = ["Kind", "Place", "Speaker", "Speech", "is_unattributed", "named_speaker", "speech"]
