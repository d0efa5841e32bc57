"""What a name is made of: titles before it, first and last names, and whether it is a person's or an organisation's.

Owns the pattern of a name and its taking apart. Whose name it is, is found in `summarize.speech.people`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from summarize.languages import BODIES, NO_LAST_NAMES, NO_SPEAKERS, ROLES

_ABBREVIATED = "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Rev|Prof|St|Cmdr|Maj|Hon|Jr|Sr|M"
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŇŐŌŘŚŞŠŤŪŮŰŹŻŽ"
_WORD = rf"(?:(?:{_ABBREVIATED})\.|(?:[{_CAPITAL}]\.)+|[{_CAPITAL}](?:[\w’'-]*\w|(?=\s[{_CAPITAL}])))"
_SMALL = r"(?:de|da|di|del|della|dos|van|von|der|den|bin|ibn|al|el|la|le|du|zu|ten|ter)"
RUN = rf"(?:(?<![\w.’'-])(?:al-|el-)?{_WORD}(?:\s(?:(?:al-|el-)?{_WORD}|{_SMALL}\b(?=\s[\w’'-]*[{_CAPITAL}]|\s{_SMALL}\b))){{0,8}})"
"""Pattern of words with a capital, and the small ones between them."""
NAMES = re.compile(RUN)
NAME_AT_END = re.compile(rf"{RUN}$")
_PARTY = re.compile(r"[RDI]-[A-Z]")
"""A party and a state: "R-Texas"."""
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV")
_PLAIN_TITLES = frozenset("mr mrs ms miss m mme herr frau sir lord lady dame".split())
_MALE, _FEMALE = frozenset("mr herr sir lord m".split()), frozenset("mrs ms miss frau lady dame mme".split())
_ALSO_SURNAMES = frozenset(
    "king prince pope bishop major judge priest farmer head coach lord cardinal partner driver richter könig meister".split()
)
"""Titles that are common last names too."""
_SUBORDINATE = frozenset(
    "when after as if while because although though since before once until where that which who whom whose whether than "
    "als wenn nachdem weil obwohl während bevor dass lorsque quand si comme puisque bien".split()
)
"""Words that open a clause which is not the main one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text, taken apart."""

    words: tuple[str, ...]
    """First names to last name, without titles and without Jr. and the like; of an organisation, all its words."""
    suffix: str
    """jr, sr, ii, … or nothing."""
    titles: tuple[str, ...]
    """Words that stood before it, small, without full stops."""
    start: int
    """Where the name without its titles begins, from the beginning of the run."""
    end: int
    is_body: bool
    """Whether it is an organisation's."""

    @property
    def last(self) -> str:
        return self.words[-1]

    @property
    def gender(self) -> str:
        """`he`, `she` or nothing, by a title alone."""
        if _MALE.intersection(self.titles):
            return "he"
        return "she" if _FEMALE.intersection(self.titles) else ""

    @property
    def has_role(self) -> bool:
        """Whether the titles say more than Mr or Ms."""
        return any(title not in _PLAIN_TITLES for title in self.titles)


@cache
def role(language: str) -> re.Pattern[str]:
    """Pattern of a noun that says what a person is, in any case; English ones in a language whose own are not known."""
    return re.compile(rf"(?:{ROLES.get(language, ROLES['en'])})", re.IGNORECASE)


@cache
def plain(word: str) -> str:
    """The word in small letters without its full stop and without 's."""
    word = word.lower().replace("’", "'")
    return word.removesuffix("'s").rstrip(".'")


def is_body(word: str) -> bool:
    """Whether a last word makes a name one of an organisation."""
    letters = word.replace(".", "")
    return (
        plain(word) in _BODIES
        or plain(word).endswith(_COMPOUNDS)
        or (2 <= len(letters) <= 6 and letters.isupper() and not _SUFFIX.fullmatch(word))
    )


_BODIES = frozenset(BODIES)
_COMPOUNDS = tuple(
    word for word in BODIES if word in "ministerium polizei regierung partei verband gericht behörde".split()
)
"""Organisations whose German names end so: "Verkehrsministerium"."""
_GENITIVE = frozenset("der von vom des".split())
_NO_SUBJECT = frozenset("in im am an auf aus bei beim nach vor von zu zum zur seit gestern heute morgen laut".split())
"""Words with which a German sentence opens that has its subject behind its verb."""
_OPENERS = NO_SPEAKERS | _SUBORDINATE
_NAMES_IN_LY = frozenset(
    "sally kelly molly emily lily carly beverly billy polly holly kimberly shelly carolly ely lilly willy reilly".split()
)


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and plain(word) not in _NAMES_IN_LY


@cache
def name_in(run: str, language: str) -> Name | None:
    """The name in a run of words with capitals; None where there is none, or where the run is no subject of a main clause."""
    found = list(re.finditer(r"\S+", run))
    words = [match[0] for match in found]
    while (
        found
        and (plain(words[0]) in _OPENERS or _is_adverb(words[0]) or words[0].endswith("-based"))
        and not (len(words[0]) == 2 and words[0][1] == ".")
    ):
        if plain(words[0]) in _SUBORDINATE or (language == "de" and plain(words[0]) in _NO_SUBJECT):
            return None
        found, words = found[1:], words[1:]
    if not found or re.search(r"[’']s?$", words[-1]):
        return None
    if language == "de" and _is_office(words):
        return None
    suffix = words[-1].strip(".").lower() if len(words) > 1 and _SUFFIX.fullmatch(words[-1]) else ""
    last = len(words) - (2 if suffix else 1)
    if plain(words[last]) in NO_SPEAKERS | NO_LAST_NAMES or _PARTY.match(words[last]):
        return None
    if is_body(words[last]) and not suffix:
        return Name(tuple(words), "", (), found[0].start(), found[-1].end(), True)
    first = _after_titles(words, last, language)
    if role(language).fullmatch(plain(words[last])) and (plain(words[last]) not in _ALSO_SURNAMES or first == last > 0):
        return None  # a title and no name
    core = tuple(words[first : last + 1])
    if len(core[-1].strip(".")) < 2 or len(core) > 5:
        return None
    titles = tuple(plain(word) for word in words[:first] if role(language).fullmatch(plain(word)))
    return Name(core, suffix, titles, found[first].start(), found[-1].end(), False)


def _is_office(words: list[str]) -> bool:
    """Whether a German run is an office and what it belongs to: "Sprecher der Polizei"."""
    return any(role("de").fullmatch(plain(word)) and after in _GENITIVE for word, after in pairwise(words))


def _after_titles(words: list[str], last: int, language: str) -> int:
    """The first word of the name itself: behind the last title, and behind an owner ("NBC's Chuck Todd")."""
    first = 0
    for at in range(last):
        is_title = role(language).fullmatch(plain(words[at])) or words[at].endswith("-old")
        if (
            is_title
            or _SUFFIX.fullmatch(words[at])
            or re.search(r"[’']s$|s[’']$", words[at])
            or plain(words[at]) in _BODIES
        ):
            first = at + 1
    return first
