"""What an assistant may have read: files below one folder, and the web only where that is allowed.

Owns the check of every name, whether the assistant gave it or a digest that it named. What a link leads to is what is checked.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import UsageError
from summarize.model import Collection
from summarize.read import expand, is_address, read

_STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits of one server."""

    root: Path
    """The folder; relative names start there."""
    allow_web: bool = False

    @classmethod
    def of(cls, root: Path, allow_web: bool = False) -> Bounds:
        """The limits by a folder that is there. Raises `UsageError`."""
        if not root.is_dir():
            raise UsageError(f"{root}: no such folder", "Give --root the folder that may be read")
        return cls(root.resolve(), allow_web)

    def articles(self, names: Iterable[str]) -> Collection:
        """The articles of some files, folders and addresses. Raises `UsageError` for a name that is out of bounds.

        A link in a folder that leads out of bounds costs a warning.
        """
        warnings: list[str] = []
        places = list(expand([self._allowed(name) for name in names], warnings, allow_private=False))
        within = [place for place in places if is_address(place) or self._holds(place)]
        warnings += [f"{place}: not read. It leads out of {self.root}" for place in places if place not in within]
        found = read(within)
        return Collection(found.articles, (*warnings, *found.warnings))

    def file(self, name: str) -> Path:
        """A file below the root. Raises `UsageError`."""
        path = Path(self._allowed(name))
        if is_address(name) or not path.is_file():
            raise UsageError(f"{name}: no such file")
        return path

    def _allowed(self, name: str) -> str:
        """The name as it can be read from anywhere. Raises `UsageError`."""
        if name == _STANDARD_INPUT or "\0" in name:
            raise UsageError(f"{name!r} cannot be read here", "Name files and folders")
        if is_address(name):
            if self.allow_web and name.lower().startswith(("http://", "https://")):
                return name
            raise UsageError(f"{name}: addresses may not be read", "Whoever starts the server allows them: --allow-web")
        place = os.path.join(self.root, name)
        if not self._holds(place):
            raise UsageError(f"{name}: outside the folder that may be read, {self.root}")
        return place

    def _holds(self, place: str) -> bool:
        """Whether a file, and the one that it is a `#part` of as `read` understands it, lies below the root."""
        while True:
            real = Path(os.path.realpath(place))
            if real != self.root and self.root not in real.parents:
                return False
            if os.path.lexists(place) or "#" not in place:
                return True
            place = place.rpartition("#")[0]
