"""From paths to articles: one module a format, chosen by suffix and, where there is none, by content.

Owns finding files and reporting what could not be read. A reader is a function from bytes to articles; the table of
suffixes is in `summarize.registry`, so a new format is one file here and one row there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from summarize import registry
from summarize.errors import ReadError
from summarize.model import Article, Collection

STANDARD_INPUT = "-"
Progress = Callable[[str, int, int], None]


def read(inputs: Iterable[str | os.PathLike[str]], *, progress: Progress | None = None) -> Collection:
    """The articles of files, of folders (recursive, hidden entries skipped) and of "-", standard input.

    A source that cannot be read costs a line in `Collection.warnings`, never the other sources. A file that is named
    twice is read once. `progress` is called with ("Reading", done, total) before each file.
    """
    warnings: list[str] = []
    paths = list(_unique(_expand([os.fspath(name) for name in inputs], warnings), warnings))
    articles: list[Article] = []
    for number, path in enumerate(paths):
        if progress:
            progress("Reading", number, len(paths))
        try:
            found = _read_one(path)
        except ReadError as error:
            warnings.append(str(error))
            continue
        articles.extend(found)
        warnings.extend(f"{path}: {warning}" for article in found for warning in article.warnings)
    return Collection(tuple(articles), tuple(warnings))


def _expand(inputs: Iterable[str], warnings: list[str]) -> Iterator[str]:
    """Folders replaced by the files in them that some reader knows."""
    for name in inputs:
        if "://" in name:
            warnings.append(f"{name}: not read. Web addresses are not supported yet; save the page as text")
        elif name != STANDARD_INPUT and os.path.isdir(name):
            yield from _walk(name, warnings)
        else:
            yield name


def _walk(folder: str, warnings: list[str]) -> Iterator[str]:
    suffixes = registry.suffixes()
    skipped = 0

    def unreadable(error: OSError) -> None:
        warnings.append(f"{error.filename}: not read. {error.strerror}")

    for root, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith("."):
                continue
            if Path(name).suffix.lower() in suffixes:
                yield os.path.join(root, name)
            else:
                skipped += 1
    if skipped:
        warnings.append(f"{folder}: {_files(skipped)} skipped. Read here: {', '.join(sorted(suffixes))}")


def _files(count: int) -> str:
    return f"{count} file of another kind" if count == 1 else f"{count} files of other kinds"


def _unique(paths: Iterable[str], warnings: list[str]) -> Iterator[str]:
    """Each file once, however often and in whatever spelling it is named."""
    seen: set[str] = set()
    for path in paths:
        real = path if path == STANDARD_INPUT else os.path.realpath(path)
        if real in seen:
            warnings.append(f"{path}: given twice, read once")
        else:
            seen.add(real)
            yield path


def _read_one(path: str) -> Sequence[Article]:
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}: no such file") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    return registry.reader_for(path)(data, path)
