"""What is known of each language: names, stop words, stems, openers, abbreviations, phrases of furniture, verbs of speech, the order of dates.

Owns every table keyed by language, and the telling of a text's language. Refuses to know about articles or sentences. Data comes
from installed packages (`stop-words`, `PyStemmer`, `py3langid`) and the tables here; nothing is downloaded.
"""

from summarize.languages.abbreviations import ABBREVIATIONS, STATES
from summarize.languages.dates import day_first
from summarize.languages.identify import detect
from summarize.languages.names import FALLBACK, NAMES, UNSPACED, code_of
from summarize.languages.openers import OPENERS, opens_with
from summarize.languages.phrases import PHRASES
from summarize.languages.questions import AnswerKind, asking_words, kind_of_answer
from summarize.languages.speech import BODIES, NO_LAST_NAMES, NO_SPEAKERS, ROLES, SPEECH, SpeechWords
from summarize.languages.stems import stemmer
from summarize.languages.words import ELISION, GERSHAYIM, LETTERS, function_words, stop_words

__all__ = [
    "ABBREVIATIONS",
    "BODIES",
    "ELISION",
    "FALLBACK",
    "GERSHAYIM",
    "LETTERS",
    "NAMES",
    "NO_LAST_NAMES",
    "NO_SPEAKERS",
    "OPENERS",
    "PHRASES",
    "ROLES",
    "SPEECH",
    "STATES",
    "UNSPACED",
    "AnswerKind",
    "SpeechWords",
    "asking_words",
    "code_of",
    "day_first",
    "detect",
    "function_words",
    "kind_of_answer",
    "opens_with",
    "stemmer",
    "stop_words",
]
