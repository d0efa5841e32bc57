"""Where a sentence stands, and how it relates to the rest of its article and of the collection. No words, any language.

Owns the columns on place, on the text around a sentence, and on vectors.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from math import log

import numpy as np

from summarize.model import Representation

_FAR = 400
"""Characters: text between two sentences beyond this is all the same."""
_BLOCK = 512
"""Rows of cosines at a time."""


def setting(representation: Representation) -> dict[str, np.ndarray]:
    """Columns of (sentences,) numbers, by name."""
    return {**_place(representation), **_meaning(representation), **_terms(representation)}


def _place(representation: Representation) -> dict[str, np.ndarray]:
    sentences = representation.sentences
    n = len(sentences)
    article = np.unique(representation.article_of, return_inverse=True)[1]  # an article may have lost all its sentences
    size = np.bincount(article)[article] if n else np.zeros(0)
    index = np.array([s.index for s in sentences], dtype=float)
    paragraph = np.array([s.paragraph for s in sentences], dtype=float)
    start = np.array([s.start for s in sentences], dtype=float)
    end = np.array([s.end for s in sentences], dtype=float)
    length = end - start
    whole = np.array([len(s.article.text) for s in sentences], dtype=float)
    same_before = np.r_[False, article[1:] == article[:-1]][:n]
    same_after = np.r_[same_before[1:], False][:n]
    together = np.bincount(representation.paragraph_of)[representation.paragraph_of] if n else np.zeros(0)

    def shift(values: np.ndarray, none: float) -> np.ndarray:
        """The values of the sentences before."""
        return np.where(same_before, np.r_[none, values[:-1]][:n], none)

    def back(values: np.ndarray, none: float) -> np.ndarray:
        """The values of the sentences after."""
        return np.where(same_after, np.r_[values[1:], none][:n], none)

    gap = start - shift(end, 0.0)
    gap_after = np.where(same_after, back(start, 0.0), whole) - end
    lone = together == 1
    own_line = [_own_line(s.article.text, s.start, s.end) for s in sentences]
    counts = Counter(s.text for s in sentences)
    means = np.zeros(n)
    if n:
        means = (np.bincount(article, weights=length) / np.bincount(article))[article]
    here = representation.paragraph_of.astype(float)
    return {
        "index": index, "left": size - index - 1, "share": index / np.maximum(size - 1, 1), "size": size.astype(float),
        "paragraph": paragraph, "together": together.astype(float), "opens_paragraph": shift(here, -1.0) != here,
        "start_share": start / np.maximum(whole, 1), "gap": np.minimum(gap, _FAR), "gap_after": np.minimum(gap_after, _FAR),
        "length_before": shift(length, 0.0), "length_after": back(length, 0.0), "lone": lone,
        "lone_before": shift(lone.astype(float), -1.0), "lone_after": back(lone.astype(float), -1.0),
        "own_line": np.array(own_line, dtype=float), "relative_length": length / np.maximum(means, 1),
        "mean_length": means, "copies": np.array([counts[s.text] for s in sentences], dtype=float),
    }  # fmt: skip


def _own_line(text: str, start: int, end: int) -> int:
    """1 when a span opens a line, 2 when it ends one, 3 for both."""
    opens = start == 0 or "\n" in text[max(start - 3, 0) : start]
    return opens + 2 * (end >= len(text) - 1 or "\n" in text[end : end + 3])


def _meaning(representation: Representation) -> dict[str, np.ndarray]:
    vectors = np.asarray(representation.vectors, dtype=np.float32)
    article = np.unique(representation.article_of, return_inverse=True)[1]  # an article may have lost all its sentences
    n = len(vectors)
    articles = int(article.max()) + 1 if n else 0
    centroid = vectors.mean(axis=0) if n else np.zeros(vectors.shape[1])
    first = np.flatnonzero(np.r_[True, article[1:] != article[:-1]]) if n else np.zeros(0, dtype=int)
    leads = vectors[first]
    own = np.add.reduceat(vectors, first, axis=0) if n else np.zeros((0, vectors.shape[1]), dtype=np.float32)
    own_mean = own / np.maximum(np.bincount(article, minlength=articles), 1)[:, None]
    to_leads = vectors @ leads.T
    best = np.zeros((n, articles), dtype=np.float32)
    for at in range(0, n, _BLOCK):
        best[at : at + _BLOCK] = np.maximum.reduceat(vectors[at : at + _BLOCK] @ vectors.T, first, axis=1)
    everyone = np.arange(n)
    best[everyone, article] = 0.0
    top = np.partition(best, max(articles - 2, 0), axis=1)[:, -2:] if n else best
    other_leads = to_leads.copy()
    other_leads[np.arange(n), article] = 0.0
    before = np.r_[0.0, (vectors[1:] * vectors[:-1]).sum(axis=1)][:n]
    same = np.r_[False, article[1:] == article[:-1]][:n]
    before = np.where(same, before, 0.0)
    after = np.r_[before[1:], 0.0][:n]
    return {
        "to_centroid": vectors @ centroid, "to_article": (vectors * own_mean[article]).sum(axis=1),
        "to_lead": to_leads[np.arange(n), article], "to_leads_max": other_leads.max(axis=1, initial=0.0),
        "to_leads_mean": other_leads.sum(axis=1) / max(articles - 1, 1),
        "other_max": top[:, -1], "other_mean": best.sum(axis=1) / max(articles - 1, 1), "other_second": top[:, 0],
        "before": before, "after": after, "articles": np.full(n, float(articles)),
    }  # fmt: skip


def _terms(representation: Representation) -> dict[str, np.ndarray]:
    article = representation.article_of.tolist()
    n, articles = len(article), max(len(set(article)), 1)
    spread: Counter[str] = Counter()
    frequency: Counter[str] = Counter()
    early: defaultdict[str | tuple[str, str], float] = defaultdict(float)
    kinds: list[set[str]] = []
    pairs: list[set[tuple[str, str]]] = []
    said: set[str | tuple[str, str]] = set()
    for number, row in enumerate(representation.terms):
        kinds.append(set(row))
        pairs.append(set(pairwise(row)))
        if number and article[number] != article[number - 1]:
            said = set()
        weight = (1.0 + representation.sentences[number].index) ** -0.5
        frequency.update(kinds[-1])
        spread.update(kinds[-1] - said)
        for concept in (kinds[-1] | pairs[-1]) - said:
            early[concept] += weight
        said |= kinds[-1] | pairs[-1]
    rare = {term: log(n / count) for term, count in frequency.items()}
    columns = np.zeros((n, len(_TERMS)))
    for number, row in enumerate(representation.terms):
        if row:
            some = sorted(kinds[number])
            share = sum(spread[term] for term in some) / articles
            votes = [early[pair] for pair in sorted(pairs[number])]
            columns[number] = (
                len(row), share, share / len(some), sum(rare[term] for term in some) / len(some),
                sum(votes) / max(len(votes), 1), sum(vote**1.5 for vote in votes) / len(row) ** 0.5,
                sum(early[term] for term in some) / len(some), sum(term.startswith("#") for term in some),
            )  # fmt: skip
    return {key: columns[:, at] for at, key in enumerate(_TERMS)}


_TERMS = ("terms", "spread_sum", "spread", "rarity", "votes", "votes_sum", "votes_single", "numbers")
