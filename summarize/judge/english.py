"""Function words of English that say how a sentence leans on others. General words only, none taken from any data."""

from __future__ import annotations

SUBJECTS = frozenset("he she it they".split())
PERSONS = frozenset("he she him her they them his hers their theirs himself herself themselves".split())
THINGS = frozenset("it its itself".split())
POSSESSIVES = frozenset("his her their its".split())
SPEAKERS = frozenset("i we my our me us myself ourselves mine ours i'm i've i'd i'll we're we've we'll we'd".split())
HEARERS = frozenset("you your yours you're you've you'll you'd".split())
DEMONSTRATIVES = frozenset("this these those that such".split())
CONNECTIVES = frozenset(
    "but and so however moreover meanwhile therefore thus still then yet nevertheless nonetheless furthermore additionally "
    "instead otherwise or nor hence similarly likewise besides consequently accordingly indeed rather though although".split()
)
ADDITIVES = frozenset(
    "also too either neither both another other others again further same similar else instead likewise latter former".split()
)
TIMES = frozenset(
    "later earlier then now here there afterward afterwards before after next previously subsequently soon".split()
)
SUBORDINATES = frozenset(
    "if when while as after before because since once unless until although though whether where".split()
)
PREPOSITIONS = frozenset(
    "in on at by for from with without under over of to into during among between against about through across around "
    "despite within amid following according including like toward towards near per upon behind beyond".split()
)
QUANTITIES = frozenset(
    "some many most several few all both each one two three others another any none more less half".split()
)
QUESTIONS = frozenset("what why how who where when which whose whom".split())
ARTICLES = frozenset("the a an".split())
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would can could may might must shall should "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't "
    "it's he's she's they're that's there's they've".split()
)
SPEECH = frozenset(
    "said says say saying told tells tell added adds wrote writes tweeted tweets asked asks replied replies answered "
    "responded continued explained noted notes argued argues claimed claims insisted insists stated states announced "
    "concluded warned warns testified declared declares recalled remarked suggested acknowledged admitted stressed "
    "emphasized called calls read reads".split()
)
REPORTS = frozenset("according statement interview spokesman spokeswoman spokesperson reporters".split())
TITLES = frozenset(
    "mr mrs ms miss dr prof sen sens rep reps gov gen lt col sgt capt cmdr adm maj rev st president senator "
    "representative congressman congresswoman governor mayor judge justice secretary minister chief director officer "
    "sheriff police chairman chairwoman speaker".split()
)
DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
SHELLS = frozenset(
    "statement move decision announcement comments comment remarks remark report letter bill law measure proposal plan "
    "deal agreement incident attack shooting case suspect suspects victim victims man woman men women boy girl couple "
    "group company agency department office officials official authorities investigators document documents video "
    "tweet post message question issue matter problem idea claim claims allegation allegations charge charges news "
    "story article interview event meeting conference speech vote ruling order policy change situation process effort "
    "result results number figure amount total rest list day time week month year place area scene site two three four "
    "pair former latter senator congressman president governor lawmaker candidate".split()
)
"""Nouns that with "the" before them mostly mean one that was named before."""
WORDS = (
    PERSONS | THINGS | SPEAKERS | HEARERS | DEMONSTRATIVES | CONNECTIVES | ADDITIVES | TIMES | SUBORDINATES | PREPOSITIONS
    | QUANTITIES | QUESTIONS | ARTICLES | AUXILIARIES | frozenset("not no yes just only even very than there".split())
)  # fmt: skip

_CLASSES = (
    PERSONS, SUBJECTS, POSSESSIVES, THINGS, SPEAKERS, HEARERS, DEMONSTRATIVES, CONNECTIVES, ADDITIVES, QUANTITIES,
    AUXILIARIES, SPEECH, TITLES, DATES, SHELLS, WORDS, PREPOSITIONS, REPORTS, QUESTIONS,
)  # fmt: skip
(
    PERSON, SUBJECT, POSSESSIVE, THING, SPEAKER, HEARER, DEMONSTRATIVE, CONNECTIVE, ADDITIVE, QUANTITY,
    AUXILIARY, SAYS, TITLE, DATE, SHELL, FUNCTION, PREPOSITION, REPORT, QUESTION,
) = (1 << bit for bit in range(len(_CLASSES)))  # fmt: skip
CLASS = {
    word: sum(1 << bit for bit, words in enumerate(_CLASSES) if word in words)
    for word in sorted(frozenset().union(*_CLASSES))
}
"""word -> its classes, as bits: one look-up a word."""
