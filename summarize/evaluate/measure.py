"""Every system on every collection: ROUGE with confidence intervals, repetition, compression, sources.

Owns the figures of `summarize eval`. All systems have the same budget and are cut at it; ours never needs to be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from summarize.errors import UsageError
from summarize.evaluate.collections import Case
from summarize.evaluate.rouge import MEASURES, Rouge, bigrams
from summarize.evaluate.systems import SUMY, Task, systems
from summarize.languages import FALLBACK, detect
from summarize.model import Article
from summarize.pipeline import summarize
from summarize.settings import Settings
from summarize.text import segment_all

OURS = "summarize"
NAMES = ("lead", "random", *SUMY, "oracle")
"""The systems beside ours."""
RESAMPLES = 2_000
CONFIDENCE = 0.95

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over collections and where it lies with `CONFIDENCE` if they had been others of their kind."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """One system, means over the collections."""

    system: str
    rouge: dict[str, Interval]
    """F1, 0 to 100, for each of `MEASURES`."""
    repeated: float
    """Share of the word pairs of a summary that it has said before, 0 to 1."""
    compression: float
    """Words of the summary to words of the articles, 0 to 1."""
    sources: float
    """Articles that are cited: those quoted, and for ours those shown as saying the same."""
    words: float


@dataclass(frozen=True, slots=True)
class Report:
    """What `summarize eval` prints."""

    collections: int
    articles: int
    words: int
    seed: int
    rows: tuple[Row, ...]
    """Ours first, then the others in the order asked for."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """One summary, measured."""

    rouge: dict[str, float]
    repeated: float
    compression: float
    sources: int
    words: int


def evaluate(
    collections: Sequence[Case],
    settings: Settings,
    against: Sequence[str] = NAMES,
    *,
    seed: int = 0,
    progress: Progress | None = None,
) -> Report:
    """The figures of our system under `settings` (its overview is the summary) and of others. Raises `UsageError`."""
    if unknown := [name for name in against if name not in NAMES]:
        raise UsageError(f"unknown system '{unknown[0]}'", f"Known: {', '.join(NAMES)}")
    chance, resampling = np.random.default_rng(seed).spawn(2)
    outcomes: dict[str, list[_Outcome]] = {OURS: [], **{name: [] for name in against}}
    for number, collection in enumerate(collections):
        if progress:
            progress(f"Scoring {collection.name}", number, len(collections))
        for name, outcome in _one(collection, settings, against, chance).items():
            outcomes[name].append(outcome)
    # One draw for all systems: they are compared on the same resampled collections.
    draws = resampling.integers(len(collections), size=(RESAMPLES, len(collections)))
    return Report(
        collections=len(collections),
        articles=sum(len(collection.articles) for collection in collections),
        words=settings.overview_words,
        seed=seed,
        rows=tuple(_row(name, found, draws) for name, found in outcomes.items()),
    )


def _one(
    collection: Case, settings: Settings, against: Sequence[str], chance: np.random.Generator
) -> dict[str, _Outcome]:
    """Every system on one collection."""
    language = settings.language
    if language == "auto":
        language = detect(" ".join(collection.references)) or FALLBACK
    articles = tuple(replace(article, language=language) for article in collection.articles)
    rouge = Rouge(language)
    sentences = tuple(sentence for document in segment_all(articles) for sentence in document.sentences)
    task = Task(sentences, language, collection.references, settings.overview_words)
    digest = summarize(articles, settings)
    cited = {line.source_id for line in digest.overview}
    cited |= {citation.source_id for line in digest.overview for citation in line.also_reported_by}
    texts = [line.text for line in digest.overview]
    found = {OURS: _measured(texts, len(cited), task, articles, rouge)}
    for name, order in systems(rouge, chance).items():
        if name in against:
            picks = _within(order(task), task)
            origins = {id(sentences[number].article) for number in picks}
            texts = [sentences[number].text for number in picks]
            found[name] = _measured(texts, len(origins), task, articles, rouge)
    return {name: found[name] for name in (OURS, *against)}


def _within(order: Sequence[int], task: Task) -> list[int]:
    """As many from the front as the budget has words; the last one may be cut."""
    picks: list[int] = []
    room = task.words
    for number in order:
        if room <= 0:
            break
        picks.append(int(number))
        room -= len(task.sentences[number].text.split())
    return picks


def _measured(
    sentences: Sequence[str], sources: int, task: Task, articles: Sequence[Article], rouge: Rouge
) -> _Outcome:
    room, lines = task.words, []
    for sentence in sentences:
        lines.append(" ".join(sentence.split()[:room]))
        room -= len(lines[-1].split())
    words = task.words - room
    pairs = bigrams(rouge.tokens(" ".join(lines)))
    return _Outcome(
        rouge=rouge.f1("\n".join(lines), task.references),
        repeated=1 - len(pairs) / max(1, pairs.total()) if pairs else 0.0,
        compression=words / max(1, sum(len(article.text.split()) for article in articles)),
        sources=sources,
        words=words,
    )


def _row(name: str, outcomes: Sequence[_Outcome], draws: np.ndarray) -> Row:
    edge = 100 * (1 - CONFIDENCE) / 2
    rouge = {}
    for measure in MEASURES:
        values = np.array([outcome.rouge[measure] for outcome in outcomes])
        low, high = np.percentile(values[draws].mean(axis=1), [edge, 100 - edge])
        rouge[measure] = Interval(float(values.mean()), float(low), float(high))
    return Row(
        system=name,
        rouge=rouge,
        repeated=float(np.mean([outcome.repeated for outcome in outcomes])),
        compression=float(np.mean([outcome.compression for outcome in outcomes])),
        sources=float(np.mean([outcome.sources for outcome in outcomes])),
        words=float(np.mean([outcome.words for outcome in outcomes])),
    )
