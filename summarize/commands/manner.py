"""The manner in which help names what a command takes: words in capitals, `[…]` around what may be left out, and no types.

Owns the lines of `--help`; the manual page is made of the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST = re.compile(r"\bx>=(\d+)\]")


class Command(TyperCommand):
    """A command whose help is in our manner."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """`[OPTIONS] DIGEST.json [PATH]...`."""
        return ["[OPTIONS]", *arguments_of(self)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The arguments, then the options."""
        for title, kind in (("Arguments", "argument"), ("Options", "option")):
            if rows := list(rows_of(self, ctx, kind)):
                with formatter.section(title):
                    formatter.write_dl(rows)


def arguments_of(command: Any) -> list[str]:
    """The arguments of a command as its usage names them."""
    return [
        (name if param.required else f"[{name}]") + ("..." if param.nargs != 1 else "")
        for param in command.params
        if param.param_type_name == "argument"
        for name in [str(param.metavar or param.name)]
    ]


def rows_of(command: Any, context: Any, kind: str) -> Iterator[tuple[str, str]]:
    """(what is typed, what it does) of each `argument` or `option` of a command."""
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if param.param_type_name != kind or record is None:
            continue
        if kind == "argument":
            yield str(param.metavar or param.name), str(param.help)
        else:
            yield record[0], _LEAST.sub(r"at least \1]", record[1])
