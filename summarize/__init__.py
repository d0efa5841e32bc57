"""Several articles on one event in; one short, verbatim, sourced summary per topic out.

    from summarize import Settings, read, summarize
    digest = summarize(read(["articles/"]), Settings(overview_words=100))
    print(digest.to_markdown())

Importing the package costs next to nothing: `summarize` itself and `ask`, which need numpy, are loaded
when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.digest import Digest
from summarize.model import Article
from summarize.read import read
from summarize.settings import Settings
from summarize.version import __version__ as __version__

if TYPE_CHECKING:
    from summarize.pipeline import ask, summarize

__all__ = ["Article", "Digest", "Settings", "ask", "read", "summarize"]


def __getattr__(name: str) -> Any:
    if name in ("ask", "summarize"):
        from summarize import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'summarize' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
