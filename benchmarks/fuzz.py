"""`python -m benchmarks.fuzz --minutes N --seed S`: strange inputs, and laws that hold for each.

A case is made from its seed and number alone, so that a find can be made again (`--case N`). Laws: an exit code of the table and
no error that nobody foresaw; standard error in lines of ours; every span inside its article and every quotation verbatim; output
valid for its format and without control characters; time and memory in bounds; the good articles beside it still in the digest.
A find is printed and its files are kept in `--keep` (for tests/hostile/).
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import typer.main

from benchmarks._formats import BUILD
from summarize import console, pipeline
from summarize.cli import main as program
from summarize.digest import Digest
from summarize.errors import SummarizeError

SECONDS, MEGABYTES = 30.0, 1_500
"""A case may take so much: time of the processor, since others may use the machine too."""
REPORT = 1_000
"""Cases after which a campaign says how far it is."""
GOOD = {
    "good-1.txt": "The Stannard Bridge was closed on Tuesday evening after inspectors found two cracks in a girder. "
    "Ferries will run every ten minutes from Wednesday.\n",
    "good-2.txt": "Inspectors closed the Stannard Bridge on Tuesday because of cracks in a girder. "
    "The mayor of Port Ellery asked the state to pay for the repair.\n",
}
WORDS = (
    "the a of bridge dam river flood Tuesday 15 October 2025 killed injured not never denied said says 1,234 12 million $3 "
    "Anna Berg Kessow Reuters (AP) — – - … « » “ ” ‘ ’ \" ' ( ) [ ] { } < > & ; : , . ? ! * # _ ` | / \\ @ % ^ ~ = + "
    "http://a.example/b?c=d pic.twitter.com/x Photo: By Read more 3 p.m. U.S. e.g. Mr. No. 100,000 twenty-one half a dozen "
    "水 大坝决口。 Мост закрыт. الجسر مغلق. गाँव में बाढ़। สะพานปิด é e\u0301 ß İ ﬁ \u200b \u200f \u202e \ufeff \ufffd \u00ad \u2028 \x85 \x00 "
    "\x1b[31m \x07 \x0b \x0c \ud800 \udfff 👩‍👩‍👧 𝒜 \U0010ffff \t \r \r\n \n \n\n ||||| --- ``` <p> </p> <script> &amp; &#0; &#x1f600; "
    ']]> <!-- --> <![CDATA[ \\ud800 \\u0000 NaN 1e999 null true {} [] " , ,, ;'
).split(" ")
TOKENS = [word.encode("utf-8", "surrogatepass") for word in WORDS] + [
    b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x80", b"\xc0\x80", b"\xed\xa0\x80", b"PK\x03\x04", b"%PDF-1.7", b"\x1f\x8b",
    b"WARC/1.0\r\n", b"<!DOCTYPE a [<!ENTITY b \"c\">]>", b"&b;", b"Content-Type: text/html; charset=", b"=?utf-8?q?", b"\0" * 64,
    b"9" * 400, b"-1", b"4294967296", b"<" * 50, b"(" * 200, b"[" * 3000, b"{\"a\":" * 3000, b"\"" * 99, b"a" * 4000, b" " * 4000,
]  # fmt: skip
OPTIONS = [
    [], ["--topics", "1"], ["--topics", "3"], ["--overview", "0"], ["--overview", "20"], ["--length", "20%"], ["--length", "30w"],
    ["--query", "Who pays?"], ["--topic", "bridge"], ["--topic", "x", "--only-topics"], ["--ranker", "lexrank"],
    ["--language", "de"], ["--verbose"], ["--explain"], ["--ranker", "sumbasic"],
]  # fmt: skip
FORMATS = ("json", "json", "markdown", "html", "terminal", "csv", "jsonld")
ARGUMENTS = [
    "run", "inspect", "verify", "explain", "schema", "eval", "--help", "--version", "-o", "out.md", "out.json", "out.xyz", "/none/x.md",
    "--format", "json", "markdown", "jsn", "--topics", "0", "-1", "auto", "9" * 400, "--length", "0", "1e9", "5%", "٣", "--overview",
    "--encoder", "tfidf", "uze", "--ranker", "kl", "--language", "xx", "fr", "--config", "s.toml", "none.toml", "--topic", "", "a", "a" * 200,
    "--only-topics", "--query", "?", "--cite", "pandoc", "--bibliography", "refs.bib", "refs.json", "--quiet", "-q", "-v", "--no-color",
    "--max-articles", "3", "--allow-private", "-i", "list.txt", "good-1.txt", "good-2.txt", ".", "missing.txt", "digest.json", "1.1",
    "overview.1", "9.9", "--find", "bridge", "http://127.0.0.1:9/", "ftp://x/", "file:///etc/hostname", "\udcff", "\x1b[31m", "a\nb", "--",
]  # fmt: skip
SETTINGS = (
    'topics = 2\nlength = "20%"\noverview_words = 30\nencoder = "tfidf"\nranker = "coverage"\nlanguage = "en"\n'
    'named_topics = ["bridge"]\nonly_topics = false\nquery = "Who pays?"\n'
)


class Broken(AssertionError):
    """A law does not hold."""


def holds(truth: object, law: str) -> None:
    """Raises `Broken` unless it does."""
    if not truth:
        raise Broken(law)


_command = cache(typer.main.get_command)
"""The command line is built once, not for each case: a third of the time otherwise."""

# What a case is made of.


def prose(chance: random.Random) -> str:
    """A sentence, or what looks like one."""
    words = [chance.choice(WORDS) for _ in range(chance.choice((1, 5, 12, 25)))]
    told = " ".join(words)
    if chance.random() < 0.5:
        told = f"The {told.strip()} bridge at Kessow was closed on {chance.choice(('Monday', 'Tuesday'))}."
    return told * chance.choice((1, 1, 1, 1, 1, 2, 40))


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes after some accidents."""
    found = bytearray(data)
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8))):
        at = chance.randrange(len(found) + 1)
        end = min(len(found), at + chance.choice((1, 2, 8, 40, 400)))
        accident = chance.randrange(8)
        if accident == 0:
            found[at:at] = chance.choice(TOKENS)
        elif accident == 1:
            found[at:end] = b""
        elif accident == 2:
            found[at:end] = bytes(found[at:end]) * chance.choice((2, 2, 3, 30, 300))
        elif accident == 3 and at < len(found):
            found[at] ^= 1 << chance.randrange(8)
        elif accident == 4:
            found[at:end] = chance.choice(TOKENS) * chance.choice((1, 1, 5, 50, 500))
        elif accident == 5:
            del found[at if chance.random() < 0.3 else len(found) :]
        elif accident == 6:
            other = chance.randrange(len(found) + 1)
            found[at:at] = found[other : other + 200]
        else:
            found[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
        del found[400_000:]
    return bytes(found)


def hostile(chance: random.Random) -> tuple[str, bytes]:
    """A file: its name and its bytes."""
    name = chance.choice(list(BUILD))
    title = prose(chance)[:300]
    data = BUILD[name](title, [prose(chance) for _ in range(chance.choice((0, 1, 3, 6)))])
    if chance.random() < 0.1 and name == "a.txt":
        data = data.decode("utf-8", "replace").encode(
            chance.choice(("utf-16", "cp1252", "koi8-r", "shift_jis")), "replace"
        )
    if chance.random() < 0.1:
        name = chance.choice(list(BUILD))
    return name, mutated(data, chance)


# The program, watched.


class Watched:
    """What one call of the program did."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.arguments = list(arguments)
        self.unforeseen: BaseException | None = None
        self.documents: Any = ()
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n"), io.TextIOWrapper(io.BytesIO(), "utf-8")
        began = time.process_time()
        with redirect_stdout(out), redirect_stderr(err), self._watching():
            self.code = program(self.arguments)
        self.seconds = time.process_time() - began
        out.flush()
        err.flush()
        self.out = out.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
        self.err = err.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]

    @contextmanager
    def _watching(self) -> Iterator[None]:
        tell, run = console.tell_error, pipeline.run

        def told(error: BaseException) -> None:
            if not isinstance(error, (SummarizeError, OSError)):
                self.unforeseen = error
            tell(error)

        def ran(*arguments: Any, **options: Any) -> Any:
            made = run(*arguments, **options)
            self.documents = made.found.documents
            return made

        with (
            patch.object(console, "tell_error", told),
            patch.object(pipeline, "run", ran),
            patch.object(typer.main, "get_command", _command),
        ):
            yield

    def obeys(self, codes: set[int]) -> None:
        """The laws of every call."""
        holds(self.unforeseen is None, f"no error that nobody foresaw: {self.unforeseen!r}")
        holds(self.code in codes, f"exit code {self.code} for {self.arguments}: {self.err[:300]}")
        holds("Traceback" not in self.err, "no traceback")
        holds(self.seconds < SECONDS, f"{self.seconds:.0f} s")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        holds(memory < MEGABYTES, f"{memory:.0f} MB")
        # JSON may hold any character above U+001F as it is.
        allowed = "\n\t\r" + ("".join(map(chr, range(0x7F, 0xA0))) if self.out.startswith(("{", "[")) else "")
        strange = {char for char in self.out + self.err if unicodedata.category(char) == "Cc" and char not in allowed}
        holds(not strange, f"no control character out: {strange}")


def _case_run(chance: random.Random, folder: Path) -> None:
    """A hostile file beside two good ones, all the way."""
    name, data = hostile(chance)
    (folder / name).write_bytes(data)
    form, options = chance.choice(FORMATS), chance.choice(OPTIONS)
    seen = Watched(["run", str(folder), "--encoder", "tfidf", "--format", form, *options])
    seen.obeys({0})
    articles = {document.article.id: document.article for document in seen.documents}
    kept = {Path(document.article.path or "").name for document in seen.documents if document.sentences}
    holds(set(GOOD) <= kept, f"the good articles are in the digest: {kept}")
    if form == "json":
        digest = json.loads(seen.out)
        made = Digest.from_dict(digest)
        lines = [line for part in (made.overview, *(topic.summary for topic in made.topics)) for line in part]
        quotes = [*lines, *(quote for line in lines for quote in line.also_reported_by)]
        for quote in quotes:
            text = articles[quote.source_id].text[quote.start : quote.end]
            holds(" ".join(text.split()) == " ".join(quote.text.split()), f"verbatim: {quote.text[:80]!r}")
        for span in [*made.unplaced, *(span for topic in made.topics for span in topic.members)]:
            holds(0 <= span.start < span.end <= len(articles[span.source_id].text), f"inside its article: {span}")
    elif form == "jsonld":
        json.loads(seen.out)
    elif form == "html":
        holds("<script>alert" not in seen.out and seen.out.rstrip().endswith("</html>"), "a whole page")
    else:
        holds(seen.out, "some output")


def _case_inspect(chance: random.Random, folder: Path) -> None:
    """A hostile file beside two good ones, read and taken apart."""
    name, data = hostile(chance)
    (folder / name).write_bytes(data)
    seen = Watched(["inspect", str(folder), "--format", chance.choice(("json", "json", "json", "terminal"))])
    seen.obeys({0})
    for good in GOOD:
        holds(good in seen.out or "good" in seen.out, "the good articles are in it")


def _case_digest(chance: random.Random, folder: Path) -> None:
    """`verify` and `explain` with a damaged digest."""
    target = folder / "digest.json"
    before = Watched(["run", str(folder), "--encoder", "tfidf", "-o", str(target), "-q"])
    before.obeys({0})
    value = json.loads(target.read_bytes())
    bent = chance.random() < 0.6
    data = json.dumps(_bent(value, chance)).encode() if bent else mutated(target.read_bytes(), chance)
    target.write_bytes(data)
    command = chance.choice((["verify", str(target)], ["explain", str(target), chance.choice(("1.1", "overview.1", "9.9", "x"))],
                             ["explain", str(target), "--find", "cracks"]))  # fmt: skip
    Watched(command).obeys({0, 1, 2, 3, 4})


def _bent(value: Any, chance: random.Random) -> Any:
    """The value with one thing in it replaced by a strange one."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(list(value))
        return {**value, key: _bent(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.85:
        at = chance.randrange(len(value))
        return [*value[:at], _bent(value[at], chance), *value[at + 1 :]]
    strange = (
        None,
        True,
        -1,
        10**30,
        1.5,
        float("inf"),
        "",
        "\ud800",
        "\x1b[31m",
        "../../etc/passwd",
        [],
        {},
        [[]],
        {"a": 1},
        "s9",
        "a" * 9_999,
    )
    return chance.choice(strange)


def _case_settings(chance: random.Random, folder: Path) -> None:
    """A damaged settings file."""
    (folder / "s.toml").write_bytes(mutated(SETTINGS.encode(), chance))
    Watched(["run", str(folder / "good-1.txt"), "--encoder", "tfidf", "--config", str(folder / "s.toml")]).obeys({0, 2})


def _case_command(chance: random.Random, folder: Path) -> None:
    """A command line of some words."""
    words = [chance.choice(ARGUMENTS) for _ in range(chance.choice((1, 2, 3, 4, 6, 9)))]
    if chance.random() < 0.7:
        words = [chance.choice(("run", "inspect", "verify", "explain")), "good-1.txt", *words]
    if "run" in words and "tfidf" not in words and "uze" not in words:
        words += ["--encoder", "tfidf"]
    (folder / "list.txt").write_bytes(mutated(b"good-1.txt\n# a\nmissing\n", chance))
    (folder / "digest.json").write_text("{}")
    Watched(words).obeys({0, 1, 2, 3, 4})


CASES: list[tuple[Callable[[random.Random, Path], None], int]] = [
    (_case_inspect, 60), (_case_run, 22), (_case_command, 8), (_case_settings, 5), (_case_digest, 5),
]  # fmt: skip
"""What a case can be, and how many of a hundred are."""


def _ring(*_: object) -> None:
    raise Broken(f"more than {2 * SECONDS:.0f} s")


def run_case(seed: int, number: int, folder: Path) -> str:
    """Make a case in an empty folder and hold the laws to it; returns what kind it was. Raises `Broken`."""
    chance = random.Random(f"{seed}:{number}")
    case = chance.choices([case for case, _ in CASES], [weight for _, weight in CASES])[0]
    for name, text in GOOD.items():
        (folder / name).write_text(text)
    before = Path.cwd()
    os.chdir(folder)
    signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, 2 * SECONDS)
    try:
        case(chance, folder)
    except Broken as error:
        raise Broken(f"{case.__name__[6:]}: {error}") from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        os.chdir(before)
    return case.__name__[6:]


def campaign(
    seed: int, cases: Iterator[int], until: float, keep: Path | None
) -> tuple[Counter[str], list[tuple[int, str]]]:
    """(cases by kind, finds) until the cases or the time is out."""
    done: Counter[str] = Counter()
    finds: list[tuple[int, str]] = []
    for number in cases:
        if time.monotonic() > until:
            break
        folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        try:
            done[run_case(seed, number, folder)] += 1
        except Exception as error:  # whatever is raised here is a find
            finds.append((number, f"{type(error).__name__}: {error}"))
            print(f"case {number}: {finds[-1][1][:400]}", flush=True)
            if keep is not None:
                shutil.copytree(folder, keep / f"{seed}-{number}", dirs_exist_ok=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        if number % REPORT == REPORT - 1:
            print(f"so far {done.total() + len(finds):,} cases, {len(finds)} finds", file=sys.stderr, flush=True)
    return done, finds


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--case", type=int, help="this case alone")
    parser.add_argument("--keep", type=Path, help="folder for the files of finds")
    chosen = parser.parse_args(arguments)
    sys.setrecursionlimit(1_000)
    until = time.monotonic() + 60 * chosen.minutes
    numbers = iter([chosen.case]) if chosen.case is not None else iter(range(chosen.first, sys.maxsize))
    began = time.monotonic()
    done, finds = campaign(chosen.seed, numbers, until, chosen.keep)
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in done.most_common())
    print(
        f"{done.total() + len(finds):,} cases in {(time.monotonic() - began) / 60:.1f} min ({kinds}); {len(finds)} finds"
    )
    return 1 if finds else 0


if __name__ == "__main__":
    raise SystemExit(main())
