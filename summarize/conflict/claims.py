"""What a sentence denies or leaves open.

Owns text → claims, one sentence at a time: negated statements with their terms, words that call a statement false, and words
that say something is not known (yet), in English, German and French. Whether two claims are about one thing is decided in
`summarize.conflict.denials`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.conflict.lowercase import lowered
from summarize.text import content_terms, words

_YET = re.compile(r"\byet\b|\bnoch nicht\b|\bpas encore\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)\b(?:[^.;:]{0,40}?\bthat\b|(?:\s(?:having|ever))?(?=\s[a-z]+ing\b))|(?:has|have|had)\syet\sto\b|(?:is|are|was|were|has|have|had|did|does|do|would|will|could|can|should)(?:\s(?:also|still|yet|ever))?\snot\b"
    r"|(?:is|are|was|were|has|have|had|did|does|do|would|wo|could|ca|should)n['’]t\b|can(?:not|['’]t)\b|never\b|neither\b|not\b|no\b(?!\.)"
    r"|none\b|nobody\b|nothing\b|without\b|nicht\b|kein(?:e[nmrs]?)?\b|nie(?:mals)?\b|niemand\b|nichts\b|n['’]\w+\s(?:\w+\s)?(?:pas|jamais|rien)\b|ne\s\w+\s"
    r"(?:pas|jamais|rien)\b|aucune?\b|sans\b)",
)
_MODAL = re.compile(r"(?:would|will|wo|could|ca|can|should)(?:n['’]t|not|\b)|cannot")
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|refut\w+|disput(?:e|es|ed|ing)|rebut\w*|contradict\w*|false(?:ly)?|untrue|baseless|unfounded"
    r"|inaccurate|incorrect|erroneous|misleading|wrong|lie[ds]?|lying|hoax|speculat\w*|rumou?rs?|criticis\w*|oppos\w*|against|refus\w*|fail(?:s|ed|ure)?|dismiss\w*|bat(?:s|ted|ting) down|smear|myth|fake|counter(?:s|ed)|contrary|recant\w*|retract\w*|withdr[ae]w\w*"
    r"|bestreit\w*|bestritt\w*|dementier\w*|zurückgewiesen|falsch|weist\b|wies\b|démen\w+|nie(?:nt|r|é)\w*|fau(?:x|sse)|rejet\w+|conteste\w*)\b",
)
_OPEN = re.compile(
    r"\b(?:unclear|unknown|not (?:yet )?(?:known|clear|been|identified|said|named)|yet to|has(?:n['’]t| not) (?:yet )?|have(?:n['’]t| not) (?:yet )?|declin\w+"
    r"|no comment|did(?:n['’]t| not) (?:respond|return|immediately)|remain\w* (?:unclear|unknown|to be)|whether|unklar|unbekannt|inconnu\w*|on ignore)\b",
)
_SCOPE_END = re.compile(
    r"[;:.!?()–—]|,\s|\b(?:but|because|when|after|although|though|while|which|who|until|if|unless|before|aber|weil|mais|qui)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Negated:
    """A statement that a sentence says is not so."""

    start: int
    end: int
    """From the word that negates to the end of its clause; end exclusive."""
    terms: tuple[str, ...]
    """Content terms of what is negated, in order."""
    names: frozenset[str]
    """Those of them that are written with a capital."""
    modal: bool
    """It would, could or should not be so."""
    open: bool
    """It is not so *yet*: "has yet to endorse"."""


@dataclass(frozen=True, slots=True)
class Claims:
    """How a sentence stands to what it tells."""

    negated: tuple[Negated, ...]
    denies: frozenset[str]
    """Stems of the words with which it calls something false or is against it."""
    leaves_open: bool
    """It says that something is not known, or not yet so."""

    @property
    def negates(self) -> bool:
        """Whether a claim of another sentence could be what these negate."""
        return any(negated.terms and not negated.modal for negated in self.negated)


NONE = Claims((), frozenset(), False)


def claims(text: str) -> Claims:
    """What an English sentence says of the truth of what it tells."""
    small = lowered(text)
    return Claims(
        negated=tuple(_negated(text)),
        denies=frozenset(content_terms(words(" ".join(_DENIAL.findall(small))), "en")),
        leaves_open=bool(_OPEN.search(small)),
    )


def denied(text: str) -> list[tuple[int, int]]:
    """The spans of an English sentence that it negates."""
    return [(negated.start, negated.end) for negated in _negated(text)]


def _negated(text: str) -> list[Negated]:
    found = []
    for cue in _NEGATION.finditer(lowered(text)):
        rest = text[cue.end() :]
        stop = _SCOPE_END.search(rest)
        end = cue.end() + (stop.start() if stop else len(rest))
        terms = tuple(dict.fromkeys(content_terms(words(text[cue.end() : end]), "en")))
        capitals = " ".join(re.findall(r"\b[A-ZÀ-Ý][\w'’-]+", text[cue.end() : end]))
        names = frozenset(content_terms(words(capitals), "en"))
        is_open = bool(_YET.search(text[cue.start() : end]))
        is_modal = bool(_MODAL.match(cue[0]))
        found.append(
            Negated(cue.start(), cue.start() + len(text[cue.start() : end].rstrip()), terms, names, is_modal, is_open)
        )
    return found
