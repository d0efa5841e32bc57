"""`python -m benchmarks.hostile [NAME ...]`: time and memory of inputs that mean harm, each beside two good articles.

Each input is made at three sizes, up to 5 MB, and read by a process of its own with the default encoder. Laws: at most 1.5 GB,
a time that grows no faster than the size, and both good articles in the digest. What was measured is in hostile.md.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

GOOD = {
    "good-1.txt": "The Stannard Bridge was closed on Tuesday evening after inspectors found two cracks in a girder. "
    "Ferries will run every ten minutes from Wednesday. The school on the east bank stays shut this week.\n",
    "good-2.txt": "Inspectors closed the Stannard Bridge on Tuesday because of cracks in a girder. "
    "The mayor of Port Ellery asked the state to pay for the repair.\n",
}
SIZES = (1_250_000, 2_500_000, 5_000_000)
"""Bytes of the file."""
MEGABYTES, GROWTH, LONGEST = 1_500, 4.8, 600
"""The laws: peak memory, time at 5 MB as a multiple of that at 1.25 MB (4 is linear), and seconds after which a run is ended."""
_WORDS = (
    "river bridge council mayor water road school train harbour ferry storm winter market price court judge farmer engine "
    "village doctor patient vaccine budget tax minister vote border island forest fire police driver lorry tunnel power"
).split()
_VERBS = "closed opened repaired flooded counted visited sold blocked measured rebuilt inspected crossed".split()


def repeated(unit: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    """A text of one unit again and again."""
    length = len(unit.encode())
    return lambda size: head + unit * ((size - len(head) - len(tail)) // length) + tail


def counted(line: Callable[[int], str], head: str = "", tail: str = "") -> Callable[[int], str]:
    """A text of lines that differ by their number."""

    def made(size: int) -> str:
        lines, length, number = [head], len(head), 0
        while length < size:
            lines.append(line(number))
            length += len(lines[-1].encode())
            number += 1
        return "".join(lines) + tail

    return made


def ordinary(number: int) -> str:
    """A sentence of an ordinary text; a paragraph ends with each fourth one."""
    a, b, c = (_WORDS[(number * k + number // k) % len(_WORDS)] for k in (1, 7, 13))
    verb = _VERBS[(number * 5 + number // 11) % len(_VERBS)]
    end = "\n\n" if number % 4 == 3 else " "
    return f"The {a} near the {b} was {verb} on Monday, and {number} people asked the {c} for help.{end}"


INPUTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "ordinary text": ("txt", counted(ordinary)),
    "word word word": ("txt", repeated("word ")),
    "a, a, a,": ("txt", repeated("a, ")),
    "1,234 1,234": ("txt", repeated("1,234 ")),
    "names and names": ("txt", repeated("Anna Berg and ")),
    "He said. He said.": ("txt", repeated("He said. ")),
    "one letter": ("txt", repeated("a")),
    "one capital": ("txt", repeated("A")),
    "blanks": ("txt", repeated(" ")),
    "empty lines": ("txt", repeated("\n")),
    "quotation marks": ("txt", repeated('"')),
    "opening quotes": ("txt", repeated("“a. ")),
    "digits": ("txt", repeated("7")),
    "different numbers": ("txt", counted(lambda n: f"{n * 7919} ")),
    "addresses": ("txt", counted(lambda n: f"https://news.example/{n}/a?b={n} ")),
    "brackets": ("txt", repeated("(")),
    "nested brackets": ("txt", repeated("([{")),
    "combining marks": ("txt", repeated("\u0301", "a")),
    "Han without full stop": ("txt", repeated("大坝决口洪水淹没城镇")),
    "Thai without blanks": ("txt", repeated("สะพานปิดวันอังคาร")),
    "right to left": ("txt", repeated("\u202eالجسر مغلق. ")),
    "full stops": ("txt", repeated(". ")),
    "abbreviations": ("txt", repeated("Mr. ")),
    "one word a line": ("txt", counted(lambda n: f"word{n}\n")),
    "tiny paragraphs": ("txt", counted(lambda n: f"It broke {n} times.\n\n")),
    "different words": ("txt", counted(lambda n: f"w{n}x ")),
    "different sentences of one shape": ("txt", counted(lambda n: f"Train {n} was late. ")),
    "bylines": ("txt", counted(lambda n: f"By Anna Berg{n}\n")),
    "separators of articles": ("txt", repeated("a.\n|||||\n")),
    "list items": ("md", counted(lambda n: f"- item {n}\n")),
    "headings": ("md", counted(lambda n: f"# Heading {n}\n\n")),
    "deep HTML": ("html", repeated("<div>", "<html><body><p>The dam broke on Friday.</p>")),
    "paragraphs of HTML": ("html", counted(lambda n: f"<p>The dam number {n} broke on Friday morning.</p>", "<html><body>")),
    "links of HTML": ("html", counted(lambda n: f'<a href="/{n}">Read {n}</a> ', "<html><body>")),
    "entities of HTML": ("html", repeated("&amp;", "<html><body><p>")),
    "one row again in CSV": ("csv", repeated("The dam broke on Friday morning.\n", "text\n")),
    "rows of CSV": ("csv", counted(lambda n: f"The dam number {n} broke on Friday morning.\n", "text\n")),
    "articles of JSON": ("json", counted(lambda n: f'{{"text": "The dam number {n} broke."}},', "[", '{"text": "a"}]')),
    "nested JSON": ("json", repeated("[")),
    "lines of JSON": ("jsonl", counted(lambda n: f'{{"text": "The dam number {n} broke."}}\n')),
    "mail headers": ("eml", counted(lambda n: f"X-{n}: a\n", "From: a@b.example\nSubject: a\n", "\nThe dam broke.\n")),
    "feed items": ("xml", counted(lambda n: f"<item><title>T {n}</title><description>It broke {n} times.</description></item>",
                                  '<rss version="2.0"><channel>', "</channel></rss>")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run took."""

    seconds: float
    """Of the processor."""
    megabytes: int
    """At most."""
    fault: str
    """What went wrong, or nothing."""


def measure(suffix: str, text: str | None, encoder: str = "use") -> Measured:
    """Run the program on this text, or on none, beside the good articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for good, told in GOOD.items():
            (folder / good).write_text(told, encoding="utf-8")
        if text is not None:
            (folder / f"hostile.{suffix}").write_text(text, encoding="utf-8")
        target = folder.parent / f"{folder.name}.json"
        command = [sys.executable, "-m", "summarize", "run", name, "--encoder", encoder, "-o", str(target)]
        limit = ["timeout", str(LONGEST)]
        try:
            child = subprocess.Popen([*limit, *command], stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            fault = _fault(child.returncode, target)
        finally:
            target.unlink(missing_ok=True)
    return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, fault)


def _fault(code: int, target: Path) -> str:
    if code:
        return f"ended with {code}"
    digest = json.loads(target.read_bytes())
    spans = [*digest["unplaced"], *(span for topic in digest["topics"] for span in topic["members"])]
    used = {span["source_id"] for span in spans}
    kept = {Path(source["path"]).name for source in digest["sources"] if source["id"] in used}
    return "" if set(GOOD) <= kept else "a good article is lost"


def row(name: str, alone: Measured) -> str:
    """One row of the table; what breaks a law is said in its last column."""
    suffix, made = INPUTS[name]
    found = [measure(suffix, made(size)) for size in SIZES]
    first, last = (max(0.2, one.seconds - alone.seconds) for one in (found[0], found[-1]))
    peak = max(one.megabytes for one in found)
    faults = [one.fault for one in found if one.fault][:1]
    if last / first > GROWTH:
        faults.append("grows faster than its size")
    if peak > MEGABYTES:
        faults.append(f"more than {MEGABYTES:,} MB")
    seconds = " | ".join(f"{one.seconds:.1f}" for one in found)
    return f"| {name} | {suffix} | {seconds} | {last / first:.1f} | {peak:,} | {', '.join(faults) or 'holds'} |"


def main() -> None:
    unknown = [name for name in sys.argv[1:] if name not in INPUTS]
    if unknown:
        raise SystemExit(f"no {', '.join(unknown)}; there are {', '.join(INPUTS)}")
    alone = measure("", None)
    print(f"## Inputs that mean harm\n\nThe good articles alone: {alone.seconds:.1f} s, {alone.megabytes} MB.\n")
    print("| input | file | 1.25 MB | 2.5 MB | 5 MB | growth | MB at most | laws |\n|---|---|---|---|---|---|---|---|")
    for name in sys.argv[1:] or INPUTS:
        print(row(name, alone), flush=True)


if __name__ == "__main__":
    main()
