"""Who a sentence names, and whether the article or the collection has introduced them.

Owns the columns on names; what else a sentence says is in `summarize.judge.reading`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarize.judge import english as en
from summarize.judge.tokens import Kinds, Known, Words
from summarize.judge.told import Told, extreme, found, tally

if TYPE_CHECKING:
    from summarize.judge.tokens import Flags
    from summarize.model import Floats, IntArray

FAR = 40.0
"""Where a word stands that does not occur."""
_NONE, _ALL = -0.5, 1.5
"""The greatest and the smallest share of no names at all."""
_LITTLE = 0.34
"""Share of the articles that open with a name up to which its bearer is not known from the headline."""


@dataclass(frozen=True, slots=True)
class _Names:
    """An entry for each name: a run of words that are part of one."""

    sentence: IntArray
    first: IntArray
    """Its first word."""
    run: IntArray
    """(words of names,) the name of each."""
    word: IntArray
    """(words of names,) the word."""
    last: IntArray
    """Its last word in small letters, without a possessive."""
    has_title: Flags
    is_full: Flags
    """Whether it has two words or more beside its title."""


def naming(words: Words, kinds: Kinds, known: Known, told: Told) -> tuple[dict[str, np.ndarray], Floats]:
    """The columns on names, and where the first name of each sentence stands."""
    names = _names(words, kinds)
    n, of = words.sentences, names.sentence
    place = words.place[names.first].astype(np.float64)
    some, first = np.unique(of, return_index=True)
    has = np.zeros(n, dtype=bool)
    has[some] = True
    first_name = np.full(n, FAR)
    first_name[some] = place[first]
    first_full = np.full(n, FAR)
    full, at = np.unique(of[names.is_full], return_index=True)
    first_full[full] = place[names.is_full][at]
    before = np.where(place > 0, words.bits[names.first - 1], 0)
    titled = ~names.is_full & (names.has_title | ((before & en.TITLE) > 0))
    lead = np.zeros(len(of))
    np.maximum.at(lead, names.run, known.lead[kinds.bare[words.kind[names.word]]])
    is_said = np.zeros(len(of), dtype=bool)
    is_said[names.run[told.said(words.sentence[names.word], words.low[names.word])]] = True
    return {
        "names": tally(n, of), "full_names": tally(n, of, names.is_full), "titled_names": tally(n, of, titled),
        "names_said": tally(n, of, is_said), "names_lead": tally(n, of, lead > 0),
        "names_quoted": tally(n, of, words.quoted[names.first]), **_shares(words, known, names, n),
        "first_name": first_name, "first_full": first_full,
        **_introduced(words, known, told, names, (some, first)),
        "name_lead_max": extreme(np.maximum, n, of, lead, _NONE), "name_lead_min": extreme(np.minimum, n, of, lead, _ALL),
        "name_lead_sum": np.bincount(of, lead, n),
    }, first_name  # fmt: skip


def _names(words: Words, kinds: Kinds) -> _Names:
    at = np.flatnonzero(words.is_name)
    begins = np.append(True, (np.diff(at) > 1) | (np.diff(words.sentence[at]) > 0))[: len(at)]
    first = at[begins]
    last = at[np.append(begins[1:], True)[: len(at)]]
    has_title = (last > first) & ((words.bits[first] & en.TITLE) > 0)
    return _Names(
        sentence=words.sentence[first],
        first=first,
        run=np.cumsum(begins) - 1,
        word=at,
        last=kinds.bare[words.kind[last]],
        has_title=has_title,
        is_full=last - first + 1 - has_title >= 2,
    )


def _shares(words: Words, known: Known, names: _Names, n: int) -> dict[str, np.ndarray]:
    """How widely the words of the names are used."""
    of, share = words.sentence[names.word], known.share[words.low[names.word]]
    return {
        "name_share_max": extreme(np.maximum, n, of, share, _NONE),
        "name_share_min": extreme(np.minimum, n, of, share, _ALL),
        "name_share_mean": np.bincount(of, share, n) / np.maximum(tally(n, of), 1),
    }


def _introduced(
    words: Words, known: Known, told: Told, names: _Names, firsts: tuple[IntArray, IntArray]
) -> dict[str, np.ndarray]:
    """Bare names, and which of them the article has given in full before; `firsts`: sentences, and the first name of each."""
    n, of, size = words.sentences, names.sentence, len(known.share)
    is_bare = ~found(np.unique(of[names.is_full] * size + names.last[names.is_full]), of * size + names.last)
    key, at = np.unique(told.article[of[names.is_full]] * size + names.last[names.is_full], return_index=True)
    given = np.append(of[names.is_full][at], n)  # the sentence that introduces each; none for those that are not found
    where = np.searchsorted(key, told.article[of] * size + names.last)
    where = np.where(found(key, told.article[of] * size + names.last), where, len(key))
    is_known = given[where] < of
    person = is_bare & is_known
    lead, share = known.lead[names.last], known.share[names.last]
    some, first = firsts
    opening_lead, opening_known, since = np.full(n, _NONE), np.full(n, -1.0), np.full(n, -1.0)
    opening_lead[some], opening_known[some] = lead[first], person[first]
    since[some] = np.where(is_known[first], some - given[where[first]], -1)

    def of_those(chosen: Flags, values: Floats, name: str) -> dict[str, np.ndarray]:
        return {
            f"{name}_min": extreme(np.minimum, n, of[chosen], values[chosen], _ALL),
            f"{name}_max": extreme(np.maximum, n, of[chosen], values[chosen], _NONE),
        }

    return {
        "bare_introduced": tally(n, of, person), "bare_new": tally(n, of, is_bare & ~person),
        **of_those(is_bare, lead, "bare_lead"), **of_those(person, lead, "person_lead"),
        "person_unknown": tally(n, of, person & (lead <= _LITTLE)), "bare_unknown": tally(n, of, is_bare & (lead == 0)),
        "opening_lead": opening_lead, "opening_known": opening_known, "since_introduced": since,
        **of_those(is_bare, share, "bare_share"),
    }  # fmt: skip
