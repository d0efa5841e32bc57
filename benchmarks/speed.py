"""How long it takes: the stages on 5,000 sentences, and ours beside sumy's LexRank on 1,000, in one run.

    python -m benchmarks.speed

The articles are made of words drawn by rank (Zipf), seeded, so that nobody needs a corpus; times are of this machine.
The result stands in speed.md.
"""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np

from summarize import Article, Settings, summarize
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


def main() -> None:
    big, small = articles(100, np.random.default_rng(0)), articles(20, np.random.default_rng(1))
    summarize(small[:1])  # imports, and the model
    print("| 100 articles, 5,000 sentences | use, s | tfidf, s |\n|---|---:|---:|")
    stages: dict[str, list[float]] = {}
    for encoder in ("use", "tfidf"):
        marks: list[tuple[str, float]] = []
        summarize(big, Settings(encoder=encoder), progress=lambda s, d, t, m=marks: m.append((s, time.perf_counter())))
        marks.append(("", time.perf_counter()))
        for (stage, began), (_, ended) in pairwise(marks):
            stages.setdefault(stage, []).append(ended - began)
    stages["all"] = [sum(times) for times in zip(*stages.values(), strict=True)]
    for stage, times in stages.items():
        print(f"| {stage} | {' | '.join(f'{value:.1f}' for value in times)} |")
    choosing: list[float] = []
    began = time.perf_counter()
    summarize(small, Settings(encoder="tfidf"), progress=lambda s, d, t: choosing.append(time.perf_counter()))
    ended = time.perf_counter()
    terms = [content_terms(words(s.text), "en") for article in small for s in segment(article).sentences]
    before = time.perf_counter()
    sumy_methods.order("lexrank", terms)
    lexrank = time.perf_counter() - before
    print("\n| 1,000 sentences | s |\n|---|---:|")
    print(f"| sumy's LexRank, ranking | {lexrank:.2f} |")
    for name, seconds in (
        ("choosing for all sections and the overview", choosing[-1] - choosing[-2]),
        ("everything, with topics, matching and citing", ended - began),
    ):
        print(f"| summarize, tfidf: {name} | {seconds:.2f}, {lexrank / seconds:.0f} times as fast |")


if __name__ == "__main__":
    main()
