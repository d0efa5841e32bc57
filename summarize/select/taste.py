"""How picky a selection is: thresholds and weights, together for each kind of thing that is shown.

Owns the numbers. They were measured together, cross-validated on the labelled events and on collections with references
(benchmarks/select.md); do not move one alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarize.match import Limit

FILLER = 0.30
"""Probability of filler from which on a sentence is not shown."""
SUPPLIED = 0.70
"""Probability from which on a sentence is understood right after the one that seems to supply what it lacks."""
BRIEF_WORDS = 150
"""Words up to which an overview tells the news in a few sentences; a longer one covers what the articles say."""
FULL = 0.6
"""Share of its words from which on an overview is not filled with what pickier choices left."""


@dataclass(frozen=True, slots=True)
class Taste:
    """What a sentence must be, and what counts how much."""

    alone: float
    """Probability of standing alone from which on a sentence needs no other."""
    repeat: Limit
    """How surely two sentences may state one fact."""
    clarity: float = 0.0
    """Power of the probability of standing alone."""
    worth: float = 0.0
    """Power of the probability that it belongs in a briefing."""
    gain: float = 1.0
    """Power of what it adds to the ranker's objective."""
    price: float = 1.0
    """Power of the ranker's own price for length, under a budget in words."""
    crowding: float = 1.0
    """Factor for each sentence of its topic that is there already."""
    typicality: float = 0.5
    """Power of how clearly a sentence belongs to its topic, for its section."""
    enough: float = 0.3
    """Share of the first pick's worth below which a section of length "auto" ends."""
    filler: float = FILLER
    early: float = 0.0
    """Power of 1 / (1 + place in its article): where no judge knows what is worth printing, what an article says first is."""


SECTION = Taste(alone=0.60, repeat=Limit(0.10, 0.12), clarity=2.0, worth=1.0, gain=0.3)
SECTION_BY_RULE = Taste(alone=0.50, repeat=Limit(0.12, 0.12), typicality=1.0, enough=0.2)
"""Where no judge knows the language: form, likeness and what a sentence adds decide."""
LAST_OF_SECTION = Taste(alone=0.45, repeat=Limit(0.10, 0.12), clarity=2.0, worth=1.0, gain=0.3)
"""For the one sentence of a section in which none is as clear as that."""
BRIEF = Taste(alone=0.70, repeat=Limit(0.10, 0.22), clarity=1.0, worth=1.0, gain=0.3, crowding=0.5)
BRIEF_BY_RULE = Taste(alone=0.50, repeat=Limit(0.20, 0.22))
LONG = Taste(alone=0.20, repeat=Limit(0.60, 0.22), worth=0.7, price=0.8, filler=0.5)
"""A fact is told twice where it would be cited, too; a stricter limit takes .5 ROUGE-2 off overviews in every language
(benchmarks/overview.md)."""
LONG_BY_RULE = replace(LONG, early=0.2)
BROAD = Taste(alone=0.40, repeat=Limit(0.20, 0.22), clarity=1.0, worth=1.0, gain=0.3, crowding=0.5)
ANY = Taste(alone=0.01, repeat=Limit(0.60, 0.22), filler=1.1)
"""What fills an overview that pickier choices leave short."""
