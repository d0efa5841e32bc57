"""All the slots of a collection: what each sentence says that another may say otherwise.

Owns the order of the readers (dates before numbers, so that no day is a quantity) and the publication days they need. Quantities
and dates are read in English, German and French, names in every script with capitals.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from summarize.conflict.claims import NONE, Claims, claims
from summarize.conflict.dates import dateline, moments
from summarize.conflict.names import names, written_small
from summarize.conflict.numbers import quantities
from summarize.conflict.slot import Slot

if TYPE_CHECKING:
    from summarize.model import Representation


YEARS = (1600, 2200)
"""Years that can be right for a publication; a date without sense is none."""


READ = frozenset({"en", "de", "fr"})
"""Languages in which numbers and dates are read: elsewhere "14 July" would be fourteen of something."""


DENIALS = "en"
"""The language in which denials are read."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What was read, sentence by sentence."""

    values: tuple[tuple[Slot, ...], ...]
    """(sentences,) numbers and dates of each, in order."""
    names: tuple[tuple[Slot, ...], ...]
    """(sentences,) names of each, in order."""
    claims: tuple[Claims, ...]
    """(sentences,) what each says is not so."""
    published: tuple[date | None, ...]
    """(sentences,) day on which the article of each came out, from its metadata or its first words."""
    plain: frozenset[str]
    """Words that stand somewhere with a small first letter."""


def read(representation: Representation) -> Slots:
    """The slots of every sentence."""
    sentences, languages = representation.sentences, representation.languages
    texts = [sentence.text for sentence in sentences]
    plain = written_small(texts)
    days: dict[str, date | None] = {}
    for sentence in sentences:
        article = sentence.article
        if article.id not in days:
            days[article.id] = _published(article.published) or dateline(article.text)
    published = tuple(days[sentence.article.id] for sentence in sentences)
    values = tuple(values_of(*row) for row in zip(texts, languages, published, strict=True))
    named = tuple(names(text, code, plain) for text, code in zip(texts, languages, strict=True))
    said = tuple(claims(text) if code == DENIALS else NONE for text, code in zip(texts, languages, strict=True))
    return Slots(values, named, said, published, plain)


def values_of(text: str, language: str, published: date | None) -> tuple[Slot, ...]:
    """The numbers and dates of one text, in order."""
    if language not in READ:
        return ()
    days = moments(text, language, published)
    numbers = quantities(text, language, [(slot.start, slot.end) for slot in days])
    return tuple(sorted([*days, *numbers], key=lambda slot: (slot.start, slot.end)))


def _published(written: str | None) -> date | None:
    try:
        day = date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
    return day if YEARS[0] <= day.year <= YEARS[1] else None
