"""Several articles on one event in; one short, verbatim, sourced summary per topic out.

    from summarize import Settings, read, summarize
    digest = summarize(read(["articles/"]), Settings(overview_words=100))
    print(digest.to_markdown())

Importing the package costs next to nothing: what a name stands for is loaded when the name is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarize.read import read  # at once, for it has the name of its package, which would stand in its place
from summarize.version import __version__ as __version__

if TYPE_CHECKING:
    from summarize.digest import Digest
    from summarize.model import Article
    from summarize.pipeline import ask, summarize
    from summarize.settings import Settings

__all__ = ["Article", "Digest", "Settings", "ask", "read", "summarize"]

_LOADED_WHEN_USED = {
    "Article": "summarize.model",
    "Digest": "summarize.digest",
    "Settings": "summarize.settings",
    "ask": "summarize.pipeline",
    "summarize": "summarize.pipeline",
}


def __getattr__(name: str) -> Any:
    if name in _LOADED_WHEN_USED:
        return getattr(import_module(_LOADED_WHEN_USED[name]), name)
    raise AttributeError(f"module 'summarize' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
