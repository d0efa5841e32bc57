"""What the user named, as single files and addresses: folders walked, lists read, repetitions dropped.

Owns the search of files. Opens none of them but lists of inputs.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from summarize import registry
from summarize.errors import UsageError

STANDARD_INPUT = "-"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_PAGES = (".html", ".htm")


def inputs_in(name: str) -> list[str]:
    """The paths and addresses in a list, one a line; empty lines and lines with # first are skipped. Raises `UsageError`."""
    try:
        text = sys.stdin.read() if name == STANDARD_INPUT else Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise UsageError(f"{name}: cannot be read as a list ({getattr(error, 'strerror', None) or error})") from None
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def is_address(name: str) -> bool:
    """True for anything with a scheme, such as https://…"""
    return bool(_SCHEME.match(name))


def expand(inputs: Iterable[str], warnings: list[str], *, allow_private: bool) -> Iterator[str]:
    """Each file, address and "-" once, folders replaced by the files in them that some reader knows."""
    seen: set[str] = set()
    for path in _expand(inputs, warnings, allow_private):
        real = path if path == STANDARD_INPUT or is_address(path) or "\0" in path else os.path.realpath(path)
        if real in seen:
            warnings.append(f"{path}: given twice, read once")
        else:
            seen.add(real)
            yield path


def _expand(inputs: Iterable[str], warnings: list[str], allow_private: bool) -> Iterator[str]:
    for name in inputs:
        if name.lower().startswith("file://"):
            if allow_private:
                yield from _expand([unquote(urlsplit(name).path)], warnings, allow_private)
            else:
                warnings.append(f"{name}: not read. Name the file by its path")
        elif name != STANDARD_INPUT and not is_address(name) and os.path.isdir(name):
            yield from _walk(name, warnings)
        else:
            yield name


def _walk(folder: str, warnings: list[str]) -> Iterator[str]:
    suffixes = registry.suffixes()
    skipped = 0

    def unreadable(error: OSError) -> None:
        warnings.append(f"{error.filename}: not read. {error.strerror}")

    for root, folders, files in os.walk(folder, onerror=unreadable):
        present = set(files)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _belongs(name, present))
        for name in sorted(files):
            if name.startswith("."):
                continue
            if Path(name).suffix.lower() in suffixes:
                path = os.path.join(root, name)
                if os.path.isfile(path) or not os.path.exists(path):  # a pipe in a folder may never end
                    yield path
                else:
                    warnings.append(f"{path}: not read. It is no regular file")
            else:
                skipped += 1
    if skipped:
        warnings.append(f"{folder}: {_files(skipped)} skipped. Read here: {', '.join(sorted(suffixes))}")


def _belongs(folder: str, files: set[str]) -> bool:
    """True for the folder of pictures and scripts that a browser saves beside a page."""
    page = folder.removesuffix("_files")
    return page != folder and any(page + suffix in files for suffix in _PAGES)


def _files(count: int) -> str:
    return f"{count} file of another kind" if count == 1 else f"{count} files of other kinds"
