"""A wrong command line in one line of our own: the cause first, then what was probably meant, then where to look.

Owns the words. What typer says of an option or a value is replaced by what this program says of everything else.
"""

from __future__ import annotations

import os
import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer.exceptions import TyperException

_NEAR = 0.65
"""How alike what was typed and what is known must be for a guess (`difflib` ratio)."""
_OURS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"^Value error, ", ""),
        (r"^Input should be a valid integer.*", "not a whole number"),
        (r"^Input should be greater than or equal to (\d+).*", r"give \1 or more"),
        (r"^Option '([^']+)' requires an argument", r"\1: needs a value"),
        (r"^Option '([^']+)' does not take a value", r"\1: takes no value"),
        (r"^No such option: (\S+)", r"no such option \1"),
        (r"^No such command ('[^']*').*", r"no such command \1"),
        (r"^Got unexpected extra argument\(?s?\)? \((.*)\)", r"more than was expected: \1"),
        (r"^Missing (?:argument|option|parameter) '([^']*)'.*", r"\1 is missing"),
    )
)


def told(error: TyperException) -> str:
    """The line for an error of the command line."""
    context = getattr(error, "ctx", None)
    message = _in_our_words(getattr(error, "message", "") or error.format_message())
    if context is None:
        return message
    name = getattr(error, "param", None)
    if name is not None and name.param_type_name == "option" and not message.startswith("-"):
        message = f"{max(name.opts, key=len)}: {message}"
    typed = message.rpartition(" ")[2].strip("'")
    if message.startswith("no such command") and os.path.exists(typed):
        return f"{message}, but there is a file or folder. Did you mean 'summarize run {typed}'?"
    commands = getattr(context.command, "commands", {})
    known = [*(option for option in context.command.params for option in option.opts), *commands]
    everywhere = {option for one in commands.values() for param in one.params for option in param.opts}
    if message.startswith("no such option") and typed in everywhere:
        return f"{message} here. Options stand behind the command: {context.command_path} run {typed} …"
    near = get_close_matches(typed, known, n=1, cutoff=_NEAR) if message.startswith("no such") else []
    guess = f"Did you mean '{near[0]}'? " if near else ""
    return f"{message}. {guess}See `{context.command_path} --help`"


def _in_our_words(message: str) -> str:
    message = message.rstrip(".?")
    for pattern, words in _OURS:
        message = pattern.sub(words, message)
    return message[:1].lower() + message[1:] if message[1:2].islower() else message
