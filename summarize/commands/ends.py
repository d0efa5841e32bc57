"""Both ends of a command: what it is given to read, and where its output goes.

Owns the choice of a format, the check that a file can be written before any work is done, and writing it whole or not at all.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize import console, registry
from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.digest import Digest
    from summarize.model import Collection
    from summarize.stages import RenderOptions


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a command was given to read."""

    names: tuple[str, ...]
    options: dict[str, Any]

    def read(self, progress: console.StageProgress) -> Collection:
        """The articles."""
        from summarize.read import read

        return read(self.names, progress=progress, **self.options)


def inputs_of(
    paths: Sequence[str] | None,
    listed: str | None = None,
    max_articles: int | None = None,
    allow_private: bool = False,
    follow: bool = False,
) -> Inputs:
    """What is to be read: the names on the command line and those of a list, else what is piped in. Raises `UsageError`."""
    from summarize.read import inputs_in

    names = (*(paths or ()), *(inputs_in(listed) if listed else ()))
    if not names and listed is None and _is_piped():
        names = ("-",)
    if not names:
        raise UsageError("nothing to read", "Name files, folders or addresses, - for standard input, or a list with -i")
    options: dict[str, Any] = {"allow_private": allow_private, "follow": follow}
    return Inputs(names, options | ({"max_articles": max_articles} if max_articles else {}))


def articles_of(
    paths: list[str] | None, listed: str | None, allow_private: bool, made: Digest, base: Path | None, lies_in: Path
) -> Inputs:
    """Where the articles of a digest are: where the user says, else where it says itself."""
    from summarize import cite

    named = paths or listed
    return inputs_of(paths if named else cite.places_to_read(made, base, lies_in), listed, allow_private=allow_private)


def _is_piped() -> bool:
    """Whether something else than a terminal or nothing at all stands at standard input."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def format_of(name: str | None, output: Path | None, suffixes: Mapping[str, str] = registry.FORMAT_OF_SUFFIX) -> str:
    """The renderer that is asked for, or that the suffix of the output names in `suffixes`. Raises `UsageError`."""
    if name is not None:
        name = suffixes.get(f".{name.lower()}", name)
        if name not in suffixes.values():
            registry.check("renderers", name)
        return name
    if output is None:
        return "terminal"
    if output.suffix.lower() not in suffixes:
        raise UsageError(f"{output}: its suffix names no format", f"Use {', '.join(suffixes)}, or give --format")
    return suffixes[output.suffix.lower()]


def conflict_format_of(name: str | None, output: Path | None) -> str:
    """The same for conflicts alone. Raises `UsageError` for a format that cannot hold them."""
    from summarize.render import CONFLICT_FORMATS

    return _one_of(CONFLICT_FORMATS, "conflicts alone", name, output)


def answer_format_of(name: str | None, output: Path | None) -> str:
    """The same for answers. Raises `UsageError` for a format that cannot hold them."""
    from summarize.render import ANSWER_FORMATS

    return _one_of(ANSWER_FORMATS, "answers", name, output)


def _one_of(formats: Sequence[str], what: str, name: str | None, output: Path | None) -> str:
    found = format_of(name, output)
    if found not in formats:
        raise UsageError(f"{what} cannot be written as {found}", f"Use {', '.join(formats)}")
    return found


def check_writable(output: Path | None, form: str = "") -> None:
    """Say that a file cannot be written, or `form` not be shown on a terminal, before the work is done, not after."""
    if output is None:
        if form in registry.NO_TEXT and sys.stdout.isatty():
            raise UsageError(f"a {form} file cannot be shown on a terminal", f"Name one, such as -o digest.{form}")
        return
    if output.is_dir():
        raise UsageError(f"{output}: is a folder", "Name a file")
    if not output.parent.is_dir():
        raise UsageError(f"{output}: there is no folder {output.parent}", "Make it first, or write elsewhere")
    if not os.access(output.parent, os.W_OK):
        raise UsageError(f"{output}: the folder {output.parent} cannot be written to")


def layout(
    output: Path | None,
    no_color: bool,
    *,
    verbose: bool = False,
    texts: Mapping[str, str] | None = None,
    cite: str | None = None,
    bibliography: Path | None = None,
) -> RenderOptions:
    """How standard output, or a file, is to be laid out."""
    from summarize.stages import RenderOptions

    return RenderOptions(
        width=shutil.get_terminal_size((100, 24)).columns,
        colour=output is None and console.use_colour(sys.stdout, not no_color),
        verbose=verbose,
        ascii=output is None and not console.can_draw(sys.stdout),
        texts=texts or {},
        cite=cite or "numeric",
        bibliography=os.path.relpath(bibliography, output.parent if output else None) if bibliography else "",
    )


def write(text: str | bytes, output: Path | None, *, paged: bool = False) -> None:
    """To standard output, through a pager where that is a terminal, or to a file that appears whole or not at all."""
    if output is None:
        if paged and isinstance(text, str) and sys.stdout.isatty() and console.page(text):
            return
        with console.closed_pipe_is_quiet():
            if isinstance(text, bytes):
                sys.stdout.buffer.write(text)
            else:
                sys.stdout.write(text)
        return
    import tempfile

    handle, temporary = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        mode = output.stat().st_mode if output.exists() else 0o666 & ~_umask()
        os.chmod(temporary, mode)
        os.replace(temporary, output)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
