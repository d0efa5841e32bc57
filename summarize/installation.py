"""How a package that is missing gets into the Python that runs this program.

Owns which packages an extra stands for, and the words of the command. Packages are named instead of `summarize[extra]`: whoever
installed from a folder, a wheel or an address has no index that knows this program. What errors and digests say is the
same on every machine (`pip install fastwarc`); standard error names the installer that this Python has.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

INSTALL = "Install with: "
"""In front of every command that installs something."""
_NAME = "summarize"
_PROJECT = Path(__file__).parent.parent / "pyproject.toml"
"""In a checkout, beside the package; it knows better than what was installed some time ago."""
_OF_EXTRA = re.compile(r";\s*extra\s*==\s*['\"]([\w-]+)['\"]\s*$")
_LOWER_BOUND = re.compile(r"\s{0,3}>=[\w.]+")
"""What an installer fetches anyway, since it fetches the newest; a shell would take the sign for its own."""
_COMMAND = re.compile(rf"({re.escape(INSTALL)})(.*)$")


def hint(*, extra: str = "", packages: str = "") -> str:
    """The command that installs the packages of an extra, or those that are named with blanks between them."""
    return f"{INSTALL}pip install {packages or ' '.join(packages_of(extra))}"


def packages_of(extra: str) -> tuple[str, ...]:
    """What an extra stands for, with a version where it has to be that one; the extra itself where nobody knows."""
    found = [_LOWER_BOUND.sub("", row) for row in _rows(extra) if not row.startswith(f"{_NAME}[")]
    return tuple(sorted(found)) or (f"'{_NAME}[{extra}]'",)


def for_this_python(line: str) -> str:
    """The line with its install command as it has to be typed here."""
    return _COMMAND.sub(lambda found: found[1] + found[2].replace("pip install", _installer()), line)


def _rows(extra: str) -> Iterator[str]:
    """The requirements of an extra."""
    import tomllib
    from importlib.metadata import PackageNotFoundError, requires

    try:
        project = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
        if project["name"] == _NAME:
            yield from project["optional-dependencies"].get(extra, ())
            return
    except (OSError, ValueError, KeyError):
        pass
    try:
        rows = requires(_NAME) or []
    except PackageNotFoundError:
        return
    for row in rows:
        if (found := _OF_EXTRA.search(row)) and found[1] == extra:
            yield row[: found.start()].strip()


@cache
def _installer() -> str:
    """`pip install`, or what stands for it in the environment of this Python."""
    from importlib.util import find_spec

    environment = Path(sys.prefix)
    if (environment / "pipx_metadata.json").is_file():
        return f"pipx runpip {environment.name} install"
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    if find_spec("pip") is None:
        return f"uv pip install --python {python}"
    found = shutil.which("pip")
    return "pip install" if found and Path(found).parent == Path(sys.executable).parent else f"{python} -m pip install"
