"""How a briefing of thousands of articles grows, and that a killed run loses nothing; the result is in briefing.md.

`python -m benchmarks.briefing EVENTS.jsonl [EVENTS.jsonl …]`: each line an event, `{"id": …, "docs": [{"text": …}, …]}`. Made-up
events of two real ones each give as many articles as wanted: an article of a made-up event is the paragraphs of an article of
the first and of one of the second by turns, cut to a length and dated within one month.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

OUTLETS = 60
LEAST, MOST = 8, 40
"""Sentences, about, of an article."""
KILLS = 20
_PIECE = re.compile(r"\n+|(?<=[.!?]) +(?=[A-Z\"“])")


def made_up(events: Sequence[Sequence[str]], wanted: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """So many articles with their events' names, in a random order."""
    drawn = random.Random(seed)
    articles: list[dict[str, str]] = []
    while len(articles) < wanted:
        first, second = drawn.sample(range(len(events)), 2)
        begun = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=drawn.randrange(24 * 30))
        for one, other in zip(events[first], events[second], strict=False):
            articles.append(
                {
                    "text": _mixed(one, other, drawn),
                    "publisher": f"Outlet {drawn.randrange(OUTLETS)}",
                    "published": (begun + timedelta(hours=drawn.randrange(48))).isoformat(),
                    "event": f"{first}-{second}",
                }
            )
    drawn.shuffle(articles)
    yield from articles[:wanted]


def _mixed(one: str, other: str, drawn: random.Random) -> str:
    pieces = [[piece for piece in _PIECE.split(text) if piece.strip()] for text in (one, other)]
    longest = drawn.randint(LEAST, MOST) // 2
    turns = [piece for pair in zip(*(part[:longest] for part in pieces), strict=False) for piece in pair]
    return "\n\n".join(turns) or one


def write(folder: Path, articles: Sequence[dict[str, str]]) -> None:
    """One JSON file an article."""
    folder.mkdir()
    for number, fields in enumerate(articles):
        (folder / f"{number:05}.json").write_text(json.dumps(fields), encoding="utf-8")


def run(*arguments: str) -> tuple[float, float]:
    """(seconds, MB at most of the largest process) of the program with these arguments."""
    before = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-m", "summarize", "briefing", *arguments, "--quiet"])
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"summarize briefing {' '.join(arguments)}: ended with {status}")
    return time.perf_counter() - before, usage.ru_maxrss / 1024


def growth(events: Sequence[Sequence[str]], sizes: Sequence[int], place: Path) -> None:
    """The table of cold runs, and of a second run with 100 new articles."""
    print(
        "| articles | seconds cold | MB of the largest process | seconds with 100 new |\n|---|---|---|---|", flush=True
    )
    for size in sizes:
        folder, store, out = place / f"in{size}", place / f"{size}.db", str(place / f"out{size}.json")
        articles = list(made_up(events, size + 100))
        write(folder, articles[:size])
        cold, peak = run(str(folder), "--store", str(store), "-o", out)
        for number, fields in enumerate(articles[size:]):
            (folder / f"new{number:03}.json").write_text(json.dumps(fields), encoding="utf-8")
        again, _ = run(str(folder), "--store", str(store), "-o", out)
        print(f"| {size:,} | {cold:.0f} | {peak:,.0f} | {again:.1f} |", flush=True)


def workers(events: Sequence[Sequence[str]], size: int, place: Path) -> None:
    """One Dask worker against two."""
    folder = place / "dask"
    write(folder, list(made_up(events, size)))
    seconds = {}
    outputs = set()
    for number in ("1", "2"):
        out = place / f"dask{number}.json"
        seconds[number], _ = run(str(folder), "--workers", number, "-o", str(out))
        outputs.add(out.read_bytes())
    print(f"\n{size:,} articles: one Dask worker {seconds['1']:.0f} s, two {seconds['2']:.0f} s, ", end="")
    print(
        f"{seconds['1'] / seconds['2']:.2f} times as fast; {'the same bytes' if len(outputs) == 1 else 'OTHER BYTES'}"
    )


def kills(events: Sequence[Sequence[str]], size: int, place: Path) -> None:
    """Runs that are killed at random moments, and then one that is not, against an undisturbed one."""
    folder, drawn = place / "kills", random.Random(1)
    write(folder, list(made_up(events, size)))
    whole, out = place / "whole.db", place / "whole.json"
    seconds, _ = run(str(folder), "--store", str(whole), "-o", str(out))
    killed, mended = place / "killed.db", place / "killed.json"
    struck = 0
    while struck < KILLS:
        command = [sys.executable, "-m", "summarize", "briefing", str(folder), "--store", str(killed), "--quiet"]
        child = subprocess.Popen([*command, "-o", str(mended)])
        try:
            child.wait(drawn.uniform(0, min(6.0, seconds)))
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
            struck += 1
            continue
        killed.unlink()  # it came to its end: from the beginning
    run(str(folder), "--store", str(killed), "-o", str(mended))
    same = mended.read_bytes() == out.read_bytes(), _rows(killed) == _rows(whole)
    print(f"\n{size:,} articles, killed {struck} times: briefing {'same' if same[0] else 'OTHER'} bytes, ", end="")
    print(f"store {'same' if same[1] else 'OTHER'} rows")


def _rows(store: Path) -> list[str]:
    with sqlite3.connect(store) as database:
        return list(database.iterdump())


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("events", nargs="*", type=Path)
    arguments.add_argument("--sizes", nargs="*", type=int, default=[2_500, 10_000])
    arguments.add_argument("--part", choices=["growth", "workers", "kills"], action="append")
    chosen = arguments.parse_args()
    if not chosen.events:
        print("briefing: name files of events, a JSON object a line with its docs")
        return
    lines = [line for path in chosen.events for line in path.read_text(encoding="utf-8").splitlines()]
    events = [[doc["text"] for doc in json.loads(line)["docs"]] for line in lines]
    parts = chosen.part or ["growth", "workers", "kills"]
    place = Path(tempfile.mkdtemp())
    try:
        if "growth" in parts:
            growth(events, chosen.sizes, place)
        if "workers" in parts:
            workers(events, chosen.sizes[0], place)
        if "kills" in parts:
            kills(events, 300, place)
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
