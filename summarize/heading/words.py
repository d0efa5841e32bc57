"""Small lists of function words, and what makes a word one of content.

General knowledge of languages only: nothing here comes from any collection.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarize.languages import stop_words

LINKS = frozenset("of for in on to against over between".split())
"""English words that tie one noun phrase to another."""
FOREIGN_LINKS = frozenset(
    "de du des da do dos di del della d' en in von van der den zur für pour sur contre à et e y und".split()
)
ARTICLES = frozenset(
    "the an l' le la les un une au aux son sa ses leur leurs ce cette ces cet el los las una il lo gli i uno der die das "
    "den dem des ein eine einer einem einen het een um uma".split()
)
_MEASURES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december sept oct nov dec jan feb aug yesterday today tomorrow tonight morning afternoon evening "
    "night day week weekend month year hour minute second decade time p.m a.m utc gmt bst usd gbp eur cad aud percent per "
    "cent dollar mr mrs ms dr metre meter kilometre kilometer km mile foot feet inch ton tonne litre hectare degree deux "
    "trois quatre cinq six sept huit neuf dix heure jour semaine mois année zwei drei vier fünf stunde tag woche monat "
    "jahr dos tres cuatro cinco hora día semana mes año due tre quattro cinque ora giorno settimana mese anno hundred "
    "thousand million billion one two three four five six seven eight nine ten eleven twelve dozen hundreds thousands "
    "millions billions".split()
)
"""Words of date, number and measure, singular: they place an event and name none."""
EMPTY_ADJECTIVES = frozenset(
    "other such many much several same own last next first second third new few more most least less further various "
    "certain least recent previous former early late entire whole only full main major possible different "
    "able due likely".split()
)
PRONOUNS = frozenset("i we you he she it they me him us them who what this that these those".split())
EMPTY_HEADS = frozenset(
    "remark remarks comment comments agency agencies counterpart number people person nature president minister leader "
    "leaders premier official officials government regime expert experts authority authorities result results end start use "
    "group groups area question questions issue issues matter way fact thing time country case cases term terms quarter "
    "example reason reasons point member members man men woman side sides place world name list idea kind source sources "
    "secretary director spokesman spokeswoman reporter reporters detail details".split()
)
"""Nouns that name no section by themselves: who somebody is, or nothing in particular."""
NOT_HAPPENING = frozenset(
    "based expected believed known born located needed used supposed given seen quoted considered described intended required "
    "allowed made found heard told asked called named said thought scheduled slated involved concerned interested".split()
)
"""Participles that tell of nothing that happened."""
DETERMINERS = frozenset("the a an his her its their our my your this that these those any some no every each".split())
MESSAGES = frozenset(
    "statement interview report letter tweet email post speech briefing conference message memo article column".split()
)
"""Nouns of what words are said in, not about."""
GETTING = frozenset(
    "has had makes made gives gave issues issued releases released offers offered announces announced files filed submits "
    "submitted publishes published proposes proposed holds held delivers delivered launches launched presents presented "
    "unveils unveiled posts posted sends sent writes wrote plans planned owns owned leads led founds founded".split()
)
"""Verbs by which a thing becomes somebody's: "Clinton released tax returns" are Clinton's tax returns."""
GENERAL_VERBS = frozenset(
    "said says told tells added adds wrote writes tweeted asked asks thinks thought believes believed felt feels knows "
    "knew wants wanted gets got goes went comes came takes took makes made sees saw looks looked means meant called calls "
    "became becomes remains remained continues continued began begins seems seemed".split()
)
"""Verbs that tell nothing by themselves."""
SPEECH = frozenset(
    "said says say told tells added adds wrote writes tweeted asked replied responded explained noted argued argues "
    "claimed claims insisted insists stated announced warned warns testified declared suggested acknowledged admitted "
    "stressed emphasized called urged praised criticized criticised condemned discussed addressed "
    "defended promised vowed".split()
)
CLAUSE_ENDS = frozenset(
    ", ; : — – but although though because while whereas however until unless mais aber sondern pero sino ma mas".split()
)
"""Tokens at which a clause ends."""
_ROLES = frozenset(
    "wife husband father mother son daughter brother sister parent child kid kids children baby people person family "
    "friend student boy girl chief aide king queen guy spouse uncle aunt cousin niece nephew host spokesman police victim "
    "suspect president minister judge candidate associate delegate official leader ally critic cop agent patient client "
    "guard governor senator lawmaker magnate".split()
)
_THINGS = frozenset(
    "letter matter paper order power number center water weather offer answer cover summer winter quarter chapter "
    "disaster error terror murder border danger fever transfer dinner computer poster river tower shelter newsletter "
    "fiber filter counter career laser cancer chamber gender member register shower theater trigger vapor motor factor "
    "sector".split()
)


def is_person(word: str) -> bool:
    """Whether a plain noun names a person by what they are or do."""
    one = word.removesuffix("s")
    return one in _ROLES or word in _ROLES or (one not in _THINGS and one.endswith(_DOERS))


_DOERS = ("er", "or", "ist", "man", "men", "woman", "women", "ian", "ee")
TITLES = frozenset(
    "mr mrs ms miss dr prof sen sens rep reps maj adm cmdr gov gen lt col sgt capt cmdr adm maj rev st president senator "
    "representative congressman congresswoman governor mayor judge justice secretary minister chief director officer "
    "sheriff chairman spokesman spokeswoman".split()
)
"""Words before a person's name."""
FORMS_SKIPPED = frozenset(
    "sen sens rep reps gov gen lt col sgt mr mrs ms dr rev part way thing things fact lot number end start beginning use "
    "kind sort".split()
)
"""English nouns that are no head of anything."""
_SMALL = frozenset(
    "the and for from with about over into after before that this its their his her has have had was were are not new".split()
)
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
FORM = 5
"""Letters by which two words count as forms of one ("arrested", "arrest")."""


def plain(word: str) -> str:
    """Lower case, with a typewriter apostrophe."""
    return word.lower().replace("’", "'")


def is_content(word: str, language: str) -> bool:
    """Whether a plain word carries content."""
    return (len(word) > 2 and word[0].isalpha() and word not in stop_words(language)) or word in _SHORT_NAMES


_SHORT_NAMES = frozenset("u.s eu un uk u.n u.k g7 g8 g20".split())


def is_measure(word: str) -> bool:
    """Whether a plain word is one of date or measure."""
    return word in _MEASURES or word.removesuffix("s") in _MEASURES


@lru_cache(maxsize=100_000)
def forms(text: str) -> frozenset[str]:
    """The words of a text cut to the letters that all forms of a word share, small ones left out."""
    return frozenset(word[:FORM] for word in _WORD.findall(text.lower()) if word not in _SMALL)
