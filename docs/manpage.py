"""Writes the manual page from the help of the commands: one text, so that the two cannot say different things.

Run it in the project's folder: make man
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from summarize.cli import app
from summarize.commands import arguments_of, rows_of
from summarize.settings import Settings
from summarize.version import __version__

PAGE = Path(__file__).parent / "summarize.1"
_ESCAPED = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}
"""Characters that roff would print as others, or take for its own."""
_CODES = {
    "0": "done",
    "1": "failure",
    "2": "wrong usage",
    "3": "nothing usable to read",
    "4": "verify found a difference",
    "130": "interrupted",
}
_FILES = {
    "summarize.toml": 'Settings, such as length = "short"; the nearest one upwards holds.',
    "pyproject.toml": "The same below [tool.summarize].",
}


def manual() -> str:
    """The page in the macros of man(7)."""
    group: Any = typer.main.get_command(app)
    return "\n".join([*_opening(group), *_commands(group), *_closing()]) + "\n"


def _opening(group: Any) -> Iterator[str]:
    yield f'.TH SUMMARIZE 1 "" "summarize {__version__}" "User Commands"'
    yield ".SH NAME"
    yield f"summarize \\- {_plain(group.help).rstrip('.').lower()}"
    yield ".SH SYNOPSIS"
    yield ".B summarize\n.I command\n[\n.I option\n\\&...\n] [\n.I argument\n\\&... ]"
    yield ".SH DESCRIPTION"
    yield (
        "Sorts the sentences of several articles on one event by topic and writes one short summary per topic, in which "
        "nothing is said twice and every sentence is a verbatim quotation with its sources. Works offline."
    )


def _commands(group: Any) -> Iterator[str]:
    yield ".SH COMMANDS"
    above = group.make_context("summarize", [], resilient_parsing=True)
    for name, command in group.commands.items():
        context = command.make_context(name, [], parent=above, resilient_parsing=True)
        yield f".SS {_plain(' '.join(['summarize', name, *arguments_of(command)]))}"
        yield _plain(command.help)
        for kind in ("argument", "option"):
            for typed, told in rows_of(command, context, kind):
                yield f".TP\n.B {_plain(typed)}\n{_plain(told)}"
        yield from _examples(command.epilog or "")


def _examples(epilog: str) -> Iterator[str]:
    """What stands under the options, as it stands there."""
    lines = epilog.replace("\b", "").strip("\n").split("\n")
    if any(line.strip() for line in lines):
        yield ".PP\n.nf"
        yield from (_line(line) for line in lines)
        yield ".fi"


def _closing() -> Iterator[str]:
    yield ".SH EXIT STATUS"
    yield from (f".TP\n.B {code}\n{_plain(told)}" for code, told in _CODES.items())
    yield ".SH ENVIRONMENT"
    names = ", ".join(f"SUMMARIZE_{name.upper()}" for name in Settings().to_dict())
    yield f".TP\n.B {names}\nThe settings of these names; options count more, the settings file less."
    yield ".TP\n.B NO_COLOR\nPlain text.\n.TP\n.B PAGER\nWhat \\-\\-pager uses; otherwise less \\-R."
    yield ".SH FILES"
    yield from (f".TP\n.I {name}\n{_plain(told)}" for name, told in _FILES.items())


def _plain(text: str) -> str:
    """Running text: on one line, with nothing that roff would take for its own."""
    return _line(" ".join(text.replace("\b", "").split()))


def _line(text: str) -> str:
    """The same for a line that stays as it is."""
    shown = "".join(_ESCAPED.get(char, char) for char in text)
    return f"\\&{shown}" if shown.startswith(".") else shown


if __name__ == "__main__":
    PAGE.write_text(manual(), encoding="utf-8", newline="\n")
