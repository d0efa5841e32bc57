"""Which sentences can be shown alone: whole, with a subject that a stranger knows.

Owns the rules on form. They look at one sentence, never at what it is about: a fitness of 0 bars it, one below 1 makes it the
choice of last resort, and one that leans may only be shown right after the sentence before it (`summarize.select.pick`).
"""

from __future__ import annotations

import re

from summarize.languages import UNSPACED
from summarize.text import BROKEN_WORD, words

_FEWEST_WORDS = 5
_MOST_WORDS = 70
_FEWEST_CHARACTERS = 10
"""For languages without spaces."""
_AWKWARD = 0.5
"""A very long sentence, or one with a word broken at a line's end."""

_OPENERS = {
    language: frozenset(openers.split())
    for language, openers in {
        "en": "he she it they this that these those his her its their him them but and so however also moreover meanwhile "
        "therefore thus still then yet nevertheless furthermore additionally instead otherwise such another both here "
        "there or nor hence similarly likewise besides",
        "fr": "il elle ils elles ce cet cette ces cela ceci celui celle ceux celles son sa ses leur leurs mais et donc "
        "cependant toutefois aussi ainsi puis alors or néanmoins pourtant ensuite enfin lui y également ici car c",
        "de": "er sie es dies diese dieser dieses sein seine ihr ihre aber und doch jedoch auch außerdem deshalb daher "
        "dann dort damit dabei dagegen zudem trotzdem",
        "es": "él ella ellos ellas esto este esta estos estas ese esa su sus pero y sin además también por entonces así "
        "luego aquí allí",
        "it": "egli lui lei essi esse questo questa questi queste suo sua suoi sue loro ma e però inoltre anche quindi "
        "così poi allora qui tuttavia",
        "pt": "ele ela eles elas isto isso este esta estes estas esse essa seu sua seus suas mas e porém além também "
        "então assim depois aqui contudo",
        "nl": "hij zij ze het dit dat deze die zijn haar hun maar en ook echter daarom dus dan toch daarnaast bovendien",
        "ru": "он она оно они это этот эта эти его её ее их но и однако также кроме поэтому затем там при а",
        "uk": "він вона воно вони це цей ця ці його її їх але і й та однак також тому потім там при а",
        "pl": "on ona ono oni one to ten ta ci te jego jej ich ale i jednak także ponadto dlatego potem tam",
        "sv": "han hon den det de detta denna dessa hans hennes deras men och dock också därför sedan där dessutom",
        "da": "han hun den det de dette denne disse hans hendes deres men og dog også derfor så der desuden imidlertid",
        "no": "han hun den det de dette denne disse hans hennes deres men og likevel også derfor så der dessuten imidlertid",
        "fi": "hän he se ne tämä nämä tuo hänen heidän sen niiden mutta ja kuitenkin myös siksi sitten siellä lisäksi",
        "el": "αυτός αυτή αυτό αυτοί αυτές αυτά του της τους αλλά και όμως επίσης έτσι τότε εκεί επιπλέον ωστόσο",
        "cs": "on ona ono oni ony to ten ta ti tyto jeho její jejich ale a však také navíc proto potom pak tam",
        "ro": "el ea ei ele acesta aceasta aceștia acestea acest lui lor dar și însă totuși de asemenea apoi acolo astfel",
        "hu": "ő ők az ez ezek azok ennek annak de és azonban továbbá ezért aztán ott emellett viszont",
        "tr": "o onlar bu bunlar şu şunlar onun onların ama ve ancak ayrıca bu nedenle sonra orada fakat",
        "ar": "هو هي هم هذا هذه ذلك تلك هؤلاء ولكن لكن كما أيضا لذلك ثم هناك بينما",
        "he": "הוא היא הם הן זה זאת זו אלה אבל אך גם לכן אז שם כמו",
        "hi": "वह वे यह ये इस उस इसके उसके उनके लेकिन और हालांकि भी इसलिए फिर वहां",
    }.items()
}
"""Words that point back at the sentence before."""
_PAIRS = (("«", "»"), ("(", ")"), ("[", "]"))
_AFTER_DIGIT = re.compile(r"(?<=\d)[\"']")
"""Inches and feet are no quotation marks."""
_FINAL = re.compile(r"[.!。！…।۔][\s\"'”’»)\]*]*$")
_ONLY_QUOTATION = re.compile(r"^[\"“«„][^\"”»“]*[\"”»“]$")
_OPENING_QUOTES = "\"'“‘«„([ "


def fitness(sentence: str, language: str) -> float:
    """How well a sentence is formed, from 0 (never shown) to 1."""
    if _is_barred(sentence, language):
        return 0.0
    is_awkward = len(words(sentence)) > _MOST_WORDS or BROKEN_WORD.search(sentence)
    return _AWKWARD if is_awkward else 1.0


def leans(sentence: str, language: str) -> bool:
    """True when a sentence leans on the one before it: a pronoun or connective opens it, or its speaker is not named."""
    tokens = words(sentence)
    return bool(tokens and tokens[0] in _OPENERS.get(language, frozenset())) or bool(_ONLY_QUOTATION.match(sentence))


def is_balanced(sentence: str) -> bool:
    """True when every quotation mark and bracket has its partner."""
    plain = _AFTER_DIGIT.sub("", sentence)
    return (
        plain.count('"') % 2 == 0
        and _curly(plain)
        and all(plain.count(left) == plain.count(right) for left, right in _PAIRS)
    )


def _curly(text: str) -> bool:
    """Balance of “English”, „deutsche“ and ”svenska” quotation marks."""
    low, left, right = text.count("„"), text.count("“"), text.count("”")
    if low:
        return low == left + right
    return left == right if left else right % 2 == 0


def _is_barred(sentence: str, language: str) -> bool:
    if language in UNSPACED:
        return len(sentence) < _FEWEST_CHARACTERS or not is_balanced(sentence)
    if len(sentence.split()) < _FEWEST_WORDS or not words(sentence):
        return True
    return not _FINAL.search(sentence) or not is_balanced(sentence)
