"""The words of a section as rows of numbers: what the chance of a word to stand in its heading is learned from."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from summarize.encode import unit
from summarize.heading.evidence import Evidence, Section
from summarize.heading.tables import WORD, Table
from summarize.heading.words import FORM
from summarize.model import Representation

if TYPE_CHECKING:
    from summarize.model import Floats

_FORMS, _WIDE = 12, 6
COLUMNS = (*WORD, *(
    "name noun verb adjective subject position quoted denied above titles length capital near_members near_shown near_others "
    "near_event taste form_shown form_members form_others form_own form_articles typical shown members sections"
).split())  # fmt: skip


def word_rows(
    representation: Representation,
    evidence: Evidence,
    sections: Sequence[Section],
    taste: Floats,
    tables: Sequence[Table],
) -> list[tuple[list[str], Floats]]:
    """For each section the stems of its shown words, and a row of COLUMNS for each.

    `taste`: (dimensions + 1,) weights of a word's vector, the constant last; `tables` as from `word_tables`.
    """
    mean = representation.vectors.mean(axis=0)
    centred = representation.vectors - mean
    kin = [frozenset(word[:FORM] for word in row) for row in evidence.words]
    abroad = Counter(form for row in kin for form in row)
    members = unit(np.stack([centred[list(s.members)].mean(axis=0) for s in sections]))
    shown = unit(np.stack([centred[list(s.shown)].mean(axis=0) for s in sections]))
    written = [spelt(evidence, section) for section in sections]
    texts = sorted({text for row in written for text in row.values()})
    at = {text: number for number, text in enumerate(texts)}
    raw = representation.encoder(texts) if texts else np.zeros((0, len(mean)), dtype=np.float32)
    vectors, event = unit(raw - mean), unit(mean[None])[0]
    # Another encoder has another space, and nothing is known of tastes there.
    known = len(taste) == raw.shape[1] + 1
    liked = raw @ taste[:-1] + taste[-1] if known else np.zeros(len(raw))
    out = []
    for number, (section, row) in enumerate(zip(sections, written, strict=True)):
        stems = sorted(row)
        here = [at[row[word]] for word in stems]
        nearness = vectors[here] @ members.T
        others = np.delete(nearness, number, axis=1)
        own = nearness[:, number]
        far = own - (others.max(axis=1) if others.shape[1] else 0.0)
        semantic = np.column_stack([own, vectors[here] @ shown[number], far, raw[here] @ event, liked[here]])
        form = np.array([_form(evidence, section, word, row[word]) for word in stems]).reshape(len(stems), _FORMS)
        typical = centred @ members[number]
        wide = np.array(
            [_wide(evidence, representation, section, word, kin, abroad, typical) for word in stems], dtype=np.float64
        ).reshape(len(stems), _WIDE)
        size = np.tile([len(section.shown), np.log1p(len(section.members)), len(sections)], (len(stems), 1))
        counts = np.array([tables[number][word] for word in stems]).reshape(len(stems), len(WORD))
        out.append((stems, np.round(np.hstack([counts, form, semantic, wide, size]), 4)))
    return out


def _wide(
    evidence: Evidence,
    representation: Representation,
    section: Section,
    word: str,
    kin: Sequence[frozenset[str]],
    abroad: Counter[str],
    typical: Floats,
) -> list[float]:
    """The same counts for all words with the same first letters ("Russia", "Russian"), and how typical their sentences are."""
    form = word[:FORM]
    inside = [number for number in section.members if form in kin[number]]
    share = len(inside) / len(section.members)
    others = (abroad[form] - len(inside)) / max(1, len(kin) - len(section.members))
    articles = len({int(representation.article_of[number]) for number in inside})
    sources = len({int(representation.article_of[number]) for number in section.members})
    mean = float(np.mean(typical[list(section.members)]))
    return [
        sum(form in kin[number] for number in section.shown) / len(section.shown),
        share,
        others,
        math.log((share + 0.02) / (others + 0.02)),
        articles / max(1, sources),
        float(np.mean(typical[inside])) - mean if inside else 0.0,
    ]


def spelt(evidence: Evidence, section: Section) -> dict[str, str]:
    """How each shown stem is written, the first time."""
    found: dict[str, str] = {}
    for number in section.shown:
        for word in evidence.tokens[number]:
            found.setdefault(word.stem, evidence.case.get(word.text.lower(), word.text))
    return found


def _form(evidence: Evidence, section: Section, word: str, text: str) -> list[float]:
    uses = [w for number in section.shown for w in evidence.tokens[number] if w.stem == word]
    members = frozenset(section.members)
    above = [a for a in evidence.above if a.sentences & members and any(word in m.key for m in a.mentions)]
    n = len(uses)
    return [
        sum(w.tag == "NNP" for w in uses) / n,
        sum(w.tag == "NN" for w in uses) / n,
        sum(w.tag == "VB" for w in uses) / n,
        sum(w.tag == "JJ" for w in uses) / n,
        sum(w.subject for w in uses) / n,
        min(w.position for w in uses),
        sum(w.quoted for w in uses) / n,
        sum(w.denied for w in uses) / n,
        min(3, sum(not a.is_title for a in above)),
        min(3, sum(a.is_title for a in above)),
        len(text),
        float(text[:1].isupper()),
    ]
