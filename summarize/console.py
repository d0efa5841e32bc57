"""Everything on standard error, what a terminal can show, and what a run ends with.

Owns the progress bar, the pager, the colour policy, the one line an error is told in, and the table from errors to exit codes.
"""

from __future__ import annotations

import locale
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from summarize.errors import NoUsableInput, SummarizeError, UsageError
from summarize.installation import for_this_python

if TYPE_CHECKING:
    from rich.progress import Progress

EXIT_CODES: tuple[tuple[type[BaseException], int], ...] = (
    (UsageError, 2),
    (NoUsableInput, 3),
    (SummarizeError, 1),
    (KeyboardInterrupt, 130),
    (OSError, 1),
)
"""The first row that fits decides; 0 is success."""
MISMATCH = 4
"""What `verify` ends with when a digest and its sources differ: no error, but no success either."""

_PATIENCE = 1.0
"""Seconds before a progress bar appears."""
_NO_SUCH_COMMAND = 127
"""What a shell ends with."""


def exit_code(error: BaseException) -> int:
    """The exit code of an error; 1 for one that nobody foresaw."""
    return next((code for kind, code in EXIT_CODES if isinstance(error, kind)), 1)


def tell(message: str) -> None:
    """One line on standard error, safe to show."""
    line = for_this_python(" ".join(message.split()))
    print(_harmless(f"summarize: {line}"), file=sys.stderr)  # noqa: T201  (the one place that writes there)


def note(lines: Iterable[str]) -> None:
    """Some lines on standard error that stand for themselves, and a blank one after them."""
    for line in (*lines, ""):
        print(_harmless(line), file=sys.stderr)  # noqa: T201  (the one place that writes there)


def tell_error(error: BaseException) -> None:
    """What went wrong, in one line."""
    if isinstance(error, KeyboardInterrupt):
        tell("interrupted")
    elif isinstance(error, OSError) and error.strerror:
        tell(f"{error.filename or 'output'}: {error.strerror}")
    else:
        tell(str(error) or type(error).__name__)


def use_colour(stream: TextIO, wanted: bool) -> bool:
    """Colour only for a terminal that can show it, unless `NO_COLOR` is set or the user does not want it."""
    return wanted and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def can_draw(stream: TextIO) -> bool:
    """Whether marks beyond ASCII show: always in what is passed on, and on a terminal whose locale is UTF-8."""
    return not stream.isatty() or locale.getencoding().lower().replace("-", "") == "utf8"


def page(text: str) -> bool:
    """Show the text in `$PAGER`, or else `less -R`; False where there is none."""
    import shutil
    import signal
    import subprocess

    command = os.environ.get("PAGER") or "less -R"
    if shutil.which(command.split()[0]) is None:
        return False
    # Like git: a `less` that nobody has set up shows colours.
    environment = {"LESS": "R"} | os.environ
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's
    try:
        # By convention a line for the shell, as the user has written it.
        done = subprocess.run(command, shell=True, input=text.encode(errors="replace"), env=environment)  # noqa: S602
    finally:
        signal.signal(signal.SIGINT, before)
    return done.returncode != _NO_SUCH_COMMAND


class StageProgress:
    """A progress bar on standard error: stage and count, once a run takes longer than a second. Silent off a terminal.

    Called like a function with (stage, done, total); used as a context manager so that it always leaves a clean line.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._silent = quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb"
        self._began = time.monotonic()
        self._bar: Progress | None = None

    def __enter__(self) -> StageProgress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` steps of a stage are behind us."""
        if self._silent or (self._bar is None and time.monotonic() - self._began < _PATIENCE):
            return
        if self._bar is None:
            self._bar = _new_bar()
            self._bar.add_task(stage, total=total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], description=stage, completed=done, total=max(total, 1))


def _new_bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        console=Console(stderr=True, no_color=bool(os.environ.get("NO_COLOR"))),
        transient=True,
    )


@contextmanager
def closed_pipe_is_quiet() -> Iterator[None]:
    """A reader that goes away (`| head`) ends the program without a word."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at exit; give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _harmless(text: str) -> str:
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
