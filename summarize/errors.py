"""The exceptions of `summarize`, drawn as a tree.

::

    SummarizeError            anything a user can be told in one line
    ├── UsageError            the request is wrong: an option, a setting, a name
    │   └── UnknownName       a name that is not in its table ("did you mean …")
    ├── NoUsableInput         nothing is left to summarize
    ├── ReadError             one source cannot be read; the others go on
    ├── ModelUnavailable      an encoder cannot work here; another one takes over
    ├── DigestError           a file is not a digest that this version understands
    ├── StoreError            a store of briefings cannot be used
    ├── WorkersUnavailable    a cluster does not answer
    └── MissingExtra          an optional package is not installed

Exit codes are not decided here: `summarize.console` owns that table.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from summarize.installation import hint


class SummarizeError(Exception):
    """Root of every error that is worth one line to a user: what, where, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message


class UsageError(SummarizeError):
    """An option or a setting has a value that makes no sense."""


class UnknownName(UsageError):
    """A name is not in the table of its kind; the hint offers the nearest one and lists the rest."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        names, name = sorted(known), str(name)
        near = get_close_matches(name, names, n=1) or get_close_matches(name.lower(), names, n=1)
        guess = f"Did you mean '{near[0]}'? " if near else ""
        super().__init__(f"unknown {kind} '{name}'", f"{guess}Known: {', '.join(names)}")


class NoUsableInput(SummarizeError):
    """No article with a sentence in it is left."""


class ReadError(SummarizeError):
    """One source cannot be read."""


class ModelUnavailable(SummarizeError):
    """The model of an encoder is missing or damaged."""


class DigestError(SummarizeError):
    """A document is not a digest of a schema version that is understood here."""


class StoreError(SummarizeError):
    """A store of briefings is damaged, newer, in use, or cannot be written."""


class WorkersUnavailable(SummarizeError):
    """A cluster does not answer."""


def kind_of(value: object) -> str:
    """How a value of a wrong type is named to whoever passed it."""
    if isinstance(value, str):
        return f"the text '{value[:40]}…'" if len(value) > 40 else f"the text '{value}'"
    return "None" if value is None else f"{type(value).__name__} {str(value)[:40]}"


class MissingExtra(SummarizeError):
    """A package is absent: one of an extra, or one that is installed with the program unless somebody took it away."""

    def __init__(self, feature: str, extra: str = "", *, package: str = "") -> None:
        super().__init__(f"{feature} needs a package that is not installed", hint(extra=extra, packages=package))
