"""Designs of selection on the same sentences: ROUGE-1/2 F1 of 250 words on MultiLing 2011, English and French.

    python -m benchmarks.select [path of the shared data, ../shared by default]

Every design chooses among the sentences that `summarize.judge.form` allows and does not lean on another, never cuts one, and knows
nothing of same-fact groups; "ours" is the objective alone, "shipped" the whole of `summarize`. The result stands in select.md.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from summarize import Settings, summarize
from summarize.encode.representation import represent
from summarize.evaluate.collections import Case, load
from summarize.evaluate.rouge import Rouge
from summarize.judge.form import fitness, leans
from summarize.model import Representation
from summarize.select import coverage
from summarize.text.sentences import segment
from summarize.text.terms import stem

WORDS = 250
BEAM = 4
ILP_SECONDS = 10.0


class Problem:
    """The sentences of a collection that may be shown, with what the designs look at."""

    def __init__(self, representation: Representation) -> None:
        self.representation = representation
        pairs = zip(representation.sentences, representation.languages, strict=True)
        self.free = np.array([fitness(s.text, code) == 1 and not leans(s.text, code) for s, code in pairs])
        self.words = np.array([max(1, len(s.text.split())) for s in representation.sentences])
        self.place = np.array([s.index for s in representation.sentences])
        codes = representation.languages
        self.stems = [[stem(t, codes[i]) for t in row] for i, row in enumerate(representation.tokens)]
        self.objective = coverage.rank(representation, range(len(representation)))

    def concepts(self) -> tuple[sparse.csr_array, np.ndarray]:
        return self.objective._mentions.copy(), self.objective._untold.copy()


def packed(problem: Problem, order: list[int]) -> list[int]:
    picks, room = [], WORDS
    for number in order:
        if problem.free[number] and problem.words[number] <= room:
            picks.append(number)
            room -= int(problem.words[number])
    return picks


def greedy(problem: Problem, mentions: sparse.csr_array, weights: np.ndarray, price: float) -> list[int]:
    left, picks, room, alive = weights.copy(), [], WORDS, problem.free.copy()
    while (alive := alive & (problem.words <= room)).any():
        best = int(np.argmax(np.where(alive, (mentions @ left) / problem.words**price, -1)))
        picks.append(best)
        left[mentions.indices[mentions.indptr[best] : mentions.indptr[best + 1]]] = 0
        room -= int(problem.words[best])
        alive[best] = False
    return picks


def lead(problem: Problem) -> list[int]:
    return packed(problem, sorted(range(len(problem.words)), key=lambda i: (problem.place[i], i)))


def sketch(problem: Problem) -> list[int]:
    """Bigrams by how many articles have them, each vote exp(-place / 4), to the power 1.5, over the root of the length."""
    first: dict[tuple[str, str], dict[int, int]] = {}
    for i, row in enumerate(problem.stems):
        for pair in pairwise(row):
            first.setdefault(pair, {}).setdefault(int(problem.representation.article_of[i]), int(problem.place[i]))
    column = {pair: number for number, pair in enumerate(first)}
    weights = np.array([sum(np.exp(-place / 4) for place in votes.values()) ** 1.5 for votes in first.values()])
    cells = [(i, column[pair]) for i, row in enumerate(problem.stems) for pair in set(pairwise(row))]
    rows, columns = np.array(cells).T
    mentions = sparse.csr_array((np.ones(len(cells)), (rows, columns)), shape=(len(problem.stems), len(column)))
    return greedy(problem, mentions, weights, 0.5)


def cover(problem: Problem) -> list[int]:
    return greedy(problem, *problem.concepts(), 1.0)


def ilp(problem: Problem) -> list[int]:
    """The same coverage solved exactly (Gillick & Favre 2009), HiGHS, stopped after ILP_SECONDS."""
    mentions, weights = problem.concepts()
    shared = np.flatnonzero(np.asarray(mentions[problem.free].sum(axis=0)).ravel() > 0)
    some = np.flatnonzero(problem.free)
    have = mentions[some][:, shared]
    n, c = have.shape
    told = LinearConstraint(sparse.hstack([-have.T, sparse.eye_array(c)]).tocsr(), -np.inf, 0)
    length = LinearConstraint(np.r_[problem.words[some], np.zeros(c)][None, :], 0, WORDS)
    found = milp(
        np.r_[np.zeros(n), -weights[shared]],
        constraints=[told, length],
        integrality=np.r_[np.ones(n), np.zeros(c)],
        bounds=Bounds(0, 1),
        options={"time_limit": ILP_SECONDS, "mip_rel_gap": 0.005},
    )
    return cover(problem) if found.x is None else some[found.x[:n] > 0.5].tolist()


def centroid(problem: Problem) -> list[int]:
    """Cosine of the whole summary with the position-weighted centroid, beam search (Ghalandari 2017)."""
    counts = problem.objective._counts
    idf = np.log(len(problem.words) / np.maximum(np.bincount(counts.indices, minlength=counts.shape[1]), 1))
    rows = (counts @ sparse.diags_array(np.sqrt(idf))).tocsr()
    centre = rows.T @ (1.0 + problem.place) ** -coverage.DECAY
    towards, square = rows @ centre, np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    beams: list[tuple[float, frozenset[int]]] = [(0.0, frozenset())]
    best = beams[0]
    while beams:
        grown: dict[frozenset[int], float] = {}
        for _, picks in beams:
            total = np.asarray(rows[sorted(picks)].sum(axis=0)).ravel() if picks else np.zeros(len(centre))
            room = WORDS - int(problem.words[sorted(picks)].sum()) if picks else WORDS
            length = np.sqrt(np.maximum(total @ total + 2 * (rows @ total) + square, 1e-12))
            value = np.where(problem.free & (problem.words <= room), (total @ centre + towards) / length, -1)
            value[sorted(picks)] = -1
            for i in np.argsort(-value, kind="stable")[:BEAM].tolist():
                if value[i] > 0:
                    grown[picks | {i}] = float(value[i])
        beams = [(v, p) for p, v in sorted(grown.items(), key=lambda item: (-item[1], sorted(item[0])))[:BEAM]]
        best = beams[0] if beams else best
    return sorted(best[1])


def ours(problem: Problem) -> list[int]:
    objective = coverage.rank(problem.representation, range(len(problem.words)))
    picks, room, alive = [], WORDS, problem.free.copy()
    while (alive := alive & (problem.words <= room)).any():
        best = int(np.argmax(np.where(alive, objective.gains() / problem.words, -1)))
        picks.append(best)
        objective.take(best)
        room -= int(problem.words[best])
        alive[best] = False
    return picks


DESIGNS: dict[str, Callable[[Problem], list[int]]] = {
    "first sentences of every article, then second ones": lead,
    "bigrams by articles, exp(−place/4), over √words (sketch)": sketch,
    "coverage C alone, greedy": cover,
    "coverage C alone, exact (ILP)": ilp,
    "summary-level centroid, beam of 4": centroid,
    "ours: C + N, greedy": ours,
}


def prepared(case: Case, language: str) -> Problem:
    articles = [replace(article, language=language) for article in case.articles]
    return Problem(represent([segment(article) for article in articles], "tfidf")[0])


def main() -> None:
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    scores: dict[str, list[str]] = {name: [] for name in (*DESIGNS, "shipped")}
    for name, language in (("english", "en"), ("french", "fr")):
        rouge, total = Rouge(language), {design: Counter[str]() for design in scores}
        cases = load(shared / "data" / "multiling2011" / f"{name}.jsonl").collections
        for case in cases:
            problem = prepared(case, language)
            sentences = problem.representation.sentences
            texts = {d: [sentences[i].text for i in choose(problem)] for d, choose in DESIGNS.items()}
            digest = summarize(case.articles, Settings(overview_words=WORDS, language=language))
            texts["shipped"] = [line.text for line in digest.overview]
            for design, lines in texts.items():
                total[design].update(rouge.f1("\n".join(lines), case.references))
        for design, sums in total.items():
            scores[design].append(" / ".join(f"{sums[measure] / len(cases):.1f}" for measure in ("1", "2")))
    print("| design | English R-1 / R-2 | French R-1 / R-2 |\n|---|---|---|")
    for design, cells in scores.items():
        print(f"| {design} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
