"""How long it takes: the stages on 5,000 sentences, and ours beside sumy's LexRank on 1,000, in one run.

    python -m benchmarks.speed [FOLDER ...]

FOLDER holds articles of one's own: real ones have names, numbers and dates, and take longer. The others are made of words drawn by rank (Zipf), seeded, so that nobody needs a corpus; times are of this machine.
The result stands in speed.md.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from summarize import Article, Settings, read, registry, summarize
from summarize.encode import in_threads, use
from summarize.select import sumy_methods
from summarize.text.sentences import segment
from summarize.text.terms import content_terms, words

SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo ka".split()
VOCABULARY = 8_000
SENTENCE, ARTICLE, TOPIC_WORDS = 22, 50, 400


def articles(count: int, random: np.random.Generator) -> list[Article]:
    """Articles of 50 sentences of about 22 words; ten topics, each with words of its own."""
    spelled = ["".join(random.choice(SYLLABLES, size=random.integers(2, 5))) for _ in range(VOCABULARY)]
    chance = 1 / np.arange(2, VOCABULARY + 2)
    common = [spelled[i] for i in random.choice(VOCABULARY, size=count * ARTICLE * SENTENCE, p=chance / chance.sum())]
    made = []
    for number in range(count):
        sentences = []
        for at in range(ARTICLE):
            start = (number * ARTICLE + at) * SENTENCE
            topic = at * 10 // ARTICLE
            own = [spelled[topic * TOPIC_WORDS + i] for i in random.integers(TOPIC_WORDS, size=6)]
            sentences.append(" ".join([*common[start : start + SENTENCE - 6], *own]).capitalize() + ".")
        paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, ARTICLE, 3)]
        made.append(Article.from_text("\n\n".join(paragraphs), origin=f"{number:03d}.txt", language="en"))
    return made


def stages(collection: Sequence[Article], encoder: str) -> dict[str, float]:
    """Seconds of each stage of the whole pipeline, and of all."""
    marks: list[tuple[str, float]] = []
    summarize(
        collection, Settings(encoder=encoder), progress=lambda stage, *_: marks.append((stage, time.perf_counter()))
    )
    marks.append(("", time.perf_counter()))
    found = {stage: ended - began for (stage, began), (_, ended) in pairwise(marks)}
    return found | {"all": sum(found.values())}


def encoding(collection: Sequence[Article]) -> tuple[float, float]:
    """Seconds that encoding all sentences takes by itself: here, and by the package that the weights are from."""
    texts = [sentence.text for document in map(segment, collection) for sentence in document.sentences]
    encode = registry.encoder("use")(texts, "en")
    parts = [texts[start : start + 128] for start in range(0, len(texts), 128)]
    backend = use.backend()
    with threadpool_limits(limits=1):
        began = time.perf_counter()
        encode(texts)
        ours = time.perf_counter()
        in_threads(backend.encode, parts)
    return ours - began, time.perf_counter() - ours


def by_stage(name: str, collection: Sequence[Article]) -> None:
    """The table of the stages of a collection."""
    with_model, words = (stages(collection, encoder) for encoder in ("use", "tfidf"))
    sentences = sum(len(segment(article).sentences) for article in collection)
    print(f"| {len(collection)} {name}, {sentences:,} sentences | use, s | tfidf, s |\n|---|---:|---:|")
    for stage, seconds in with_model.items():
        print(f"| {stage} | {seconds:.1f} | {words[stage]:.1f} |")
    ours, package = encoding(collection)
    print(f"| all, over encoding the sentences alone: {ours:.1f} s | {with_model['all'] / ours:.1f} | |")
    print(f"| all, over the same by the encoder's package: {package:.1f} s | {with_model['all'] / package:.1f} | |\n")


def beside_lexrank(collection: Sequence[Article]) -> None:
    """The table of ours and sumy's LexRank."""
    found = stages(collection, "tfidf")
    terms = [content_terms(words(s.text), "en") for article in collection for s in segment(article).sentences]
    before = time.perf_counter()
    sumy_methods.order("lexrank", terms)
    lexrank = time.perf_counter() - before
    print(f"| {len(terms):,} sentences | s |\n|---|---:|")
    print(f"| sumy's LexRank, ranking | {lexrank:.2f} |")
    for name, seconds in (
        ("choosing for all sections and the overview", found["Choosing sentences"]),
        ("everything, with topics, matching and citing", found["all"]),
    ):
        print(f"| summarize, tfidf: {name} | {seconds:.2f}, {lexrank / seconds:.0f} times as fast |")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="articles to measure beside the made-up ones")
    folders = parser.parse_args().folders
    small = articles(20, np.random.default_rng(1))
    summarize(small[:1])  # imports, and the model
    by_stage("made-up articles", articles(100, np.random.default_rng(0)))
    if folders:
        by_stage("articles", read(folders))
    beside_lexrank(small)


if __name__ == "__main__":
    main()
