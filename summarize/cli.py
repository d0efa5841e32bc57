"""The command line: argv to a command, and one exit code.

Owns the program as a whole; the commands and their options are in `summarize.commands`. Data goes to standard output,
everything else to standard error through `summarize.console`. Nothing heavy is imported before a command that needs it runs.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from summarize import console
from summarize.commands import Command, commands, told
from summarize.version import __version__

app = typer.Typer(
    name="summarize",
    help="Several articles on one event in; one short, quotable, sourced summary per topic out.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

_WELCOME = """Several articles on one event in; one short, quotable, sourced summary per topic out.
  summarize demo                 see it on articles that come with it
  summarize run articles/        your own; `summarize run --help` for more"""


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarize {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    r"""Several articles on one event in; one short, quotable, sourced summary per topic out.

    \b
    Examples:
      summarize demo
      summarize run articles/ -o digest.md
    """
    if context.invoked_subcommand is None:
        typer.echo(_WELCOME)


for _name, _function, _epilog in commands():
    app.command(name=_name, cls=Command, epilog=_epilog)(_function)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; every failure is one line on standard error."""
    # What libraries log of damaged files is told as a warning of ours, with the file's name.
    logging.getLogger().addHandler(logging.NullHandler())
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _end)  # so that what is half written is taken away
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a TextIOWrapper
        result = app(arguments, standalone_mode=False)
    except TyperException as error:
        console.tell(told(error))
        return error.exit_code
    except (Exception, KeyboardInterrupt) as error:
        # The last line of defence: a user never sees a traceback unless asked for.
        if os.environ.get("SUMMARIZE_TRACEBACK"):
            import traceback

            traceback.print_exc()
        console.tell_error(error)
        return console.exit_code(error)
    code = result if isinstance(result, int) else 0
    if code == console.exit_code(KeyboardInterrupt()):  # typer swallows Ctrl-C and returns its code
        console.tell_error(KeyboardInterrupt())
    return code


def _end(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)
