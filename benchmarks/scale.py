"""How time and memory of finding topics grow: `python -m benchmarks scale`; the result is recorded in scale.md.

The sentences are made up from words of the examples: articles of 20 sentences, each sentence of 8 to 20 words, most of them
from one of 60 word lists ("topics") to which an article keeps for a few sentences. Each size runs in a process of its own,
so that the peak of its memory is its own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

EXAMPLES = Path(__file__).parent.parent / "examples"
SIZES = (1_250, 5_000, 20_000)
ARTICLE = 20
TOPICS, TOPIC_WORDS = 60, 40
STAY, ON_TOPIC = 0.7, 0.6
MIX = 0.15
"""Share of a topic's own direction in the vector of a sentence, the rest is noise: about the contrast of real vectors."""


def synthetic(sentences: int) -> tuple[list[str], np.ndarray]:
    """Texts of articles, and the topic each sentence was drawn from."""
    from summarize.languages import stop_words
    from summarize.text.terms import words

    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/*")))
    vocabulary = sorted({word for word in words(text) if len(word) > 3 and word.isalpha()} - stop_words("en"))
    drawn = np.random.default_rng(0)
    lists = [drawn.choice(vocabulary, TOPIC_WORDS, replace=False) for _ in range(TOPICS)]
    articles, topics = [], []
    for _ in range(sentences // ARTICLE):
        topic, lines = int(drawn.integers(TOPICS)), []
        for _ in range(ARTICLE):
            if drawn.random() > STAY:
                topic = int(drawn.integers(TOPICS))
            size = int(drawn.integers(8, 21))
            chosen = [drawn.choice(lists[topic] if drawn.random() < ON_TOPIC else vocabulary) for _ in range(size)]
            lines.append(" ".join(chosen).capitalize() + ".")
            topics.append(topic)
        articles.append("\n\n".join(" ".join(lines[k : k + 4]) for k in range(0, ARTICLE, 4)))
    return articles, np.array(topics)


def measure(size: int) -> str:
    """One row of the table."""
    from threadpoolctl import threadpool_limits

    from summarize import Article
    from summarize.cluster.communities import cluster
    from summarize.encode.representation import represent
    from summarize.encode.vectors import unit
    from summarize.model import Representation
    from summarize.text.sentences import segment

    texts, gold = synthetic(size)
    documents = [segment(Article.from_text(text, language="en")) for text in texts]
    plain, _ = represent(documents, "tfidf")
    drawn = np.random.default_rng(1)
    direction = unit(drawn.normal(size=(TOPICS, 512)))
    vectors = unit(MIX * direction[gold[: len(plain)]] + (1 - MIX) * unit(drawn.normal(size=(len(plain), 512))))
    fields = {name: getattr(plain, name) for name in Representation.__slots__} | {"vectors": vectors.astype(np.float32)}
    representation = Representation(**fields)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with threadpool_limits(limits=1):
        began = time.perf_counter()
        found = cluster(representation, None, None)
        seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    shares = np.bincount(found.topic) / len(found.topic)
    return (
        f"| {len(representation):,} | {seconds:.1f} | {before // 1024:,} | {peak // 1024:,} | {len(shares)} "
        f"| {shares.max():.0%} | {shares.min():.1%} |"
    )


def main() -> None:
    print("## Finding topics in large collections (one thread)\n")
    print(
        "| sentences | seconds | MB before | MB at most | topics | largest | smallest |\n|---|---|---|---|---|---|---|"
    )
    for size in SIZES:
        command = [sys.executable, "-c", f"from benchmarks.scale import measure; print(measure({size}))"]
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip(), flush=True)


if __name__ == "__main__":
    main()
