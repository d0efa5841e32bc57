"""Where a digest says that its articles are, for whoever it travels to, and where they are for who has it.

Owns the way from paths as the user named them to paths that mean the same elsewhere, and back. What is no file (an address,
standard input) stays as it is.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Literal

from summarize.digest import Digest

PathStyle = Literal["relative", "absolute", "none"]
_STANDARD_INPUT = "-"


def with_paths(digest: Digest, style: PathStyle, folder: Path) -> Digest:
    """The digest with the paths of its sources, and in its warnings, in one style.

    `relative` paths start at `folder`, where the digest will lie, if all articles are below it, else at the nearest folder that
    holds them all; with `none` there are file names in warnings and no paths.
    """
    named = _files(digest)
    if not named:
        return digest
    real = {name: Path(os.path.abspath(_file(name))) for name in named}
    start = _start(list(real.values()), Path(os.path.abspath(folder)))
    new = {name: _styled(name, place, style, start) for name, place in real.items()}
    sources = tuple(
        replace(source, path=(new[source.path] if style != "none" else None) if source.path in new else source.path)
        for source in digest.sources
    )
    return replace(digest, sources=sources, warnings=tuple(_renamed(line, style, start) for line in digest.warnings))


def places_to_read(digest: Digest, base: Path | None = None, lies_in: Path | None = None) -> list[str]:
    """The recorded paths that can be read again, each once: below `base`, else where the digest lies, else from here.

    Standard input and the web cannot be read again.
    """
    return [_found(name, [folder for folder in (base, lies_in) if folder is not None]) for name in _files(digest)]


def _files(digest: Digest) -> list[str]:
    paths = (source.path for source in digest.sources if source.path)
    return list(dict.fromkeys(path for path in paths if path != _STANDARD_INPUT and "://" not in path))


def _file(name: str) -> str:
    """The file of `file#part`."""
    while not os.path.lexists(name) and "#" in name:
        name = name.rpartition("#")[0]
    return name


def _start(places: list[Path], folder: Path) -> Path:
    if all(folder in place.parents for place in places):
        return folder
    try:
        return Path(os.path.commonpath([place.parent for place in places]))
    except ValueError:  # two drives
        return Path(places[0].anchor)


def _styled(name: str, place: Path, style: PathStyle, start: Path) -> str:
    part = name[len(_file(name)) :]
    if style == "absolute":
        return f"{place.as_posix()}{part}"
    below = place.relative_to(start) if style == "relative" and start in place.parents else Path(place.name)
    return f"{below.as_posix()}{part}"


def _renamed(warning: str, style: PathStyle, start: Path) -> str:
    """The warning with the file it begins with in the style of the others."""
    name, colon, rest = warning.partition(": ")
    if not colon or not os.path.lexists(_file(name)):
        return warning
    return _styled(name, Path(os.path.abspath(_file(name))), style, start) + colon + rest


def _found(name: str, folders: list[Path]) -> str:
    for folder in folders:
        below = str(folder / name)
        if os.path.lexists(_file(below)):
            return below
    return name
