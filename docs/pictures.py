"""Writes the pictures of the README: `summarize demo` on terminals of three widths, and the HTML page in a browser.

Run it in the project's folder: make pictures. Without Debian's chromium the pictures of the page stay as they are.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from summarize import Article, Digest, Settings, read, registry, summarize
from summarize.stages import RenderOptions

HERE = Path(__file__).parent
WIDTHS = {"terminal.svg": 100, "terminal-80.svg": 80, "terminal-120.svg": 120}
PAGES = {
    "html-light.png": (1280, 900, ()),
    "html-dark.png": (1280, 900, ("--force-dark-mode", "--blink-settings=preferredColorScheme=0")),
    "html-phone.png": (500, 900, ()),
}
"""Columns and rows of pixels, and what the browser is told besides; a window of chromium is never narrower than 500. Wide ones
show the first sentence marked in its article."""
_WIDE = 880


@cache
def demo() -> tuple[Digest, tuple[Article, ...]]:
    """What `summarize demo` makes, with paths that are the same everywhere."""
    articles = tuple(read([str(files("summarize") / "data" / "demo")]))
    digest = summarize(articles, Settings())
    named = tuple(replace(source, path=f"demo/{Path(source.path or '').name}") for source in digest.sources)
    return replace(digest, sources=named), articles


def terminal(width: int) -> str:
    """The digest on a terminal of so many columns, as SVG."""
    shown = registry.renderer("terminal")(demo()[0], RenderOptions(width=width, colour=True))
    console = Console(width=width, record=True, file=StringIO(), force_terminal=True, color_system="standard")
    console.print(Text("$ summarize demo", "bold"))
    console.print(Text.from_ansi(shown))
    return console.export_svg(title="summarize", unique_id="summarize")


def photographs() -> Iterator[tuple[str, bytes]]:
    """(name, PNG) of the HTML page as a browser shows it."""
    browser = shutil.which("chromium")
    if browser is None:
        return
    digest, articles = demo()
    with tempfile.TemporaryDirectory() as folder:
        page, picture = Path(folder, "page.html"), Path(folder, "picture.png")
        page.write_text(digest.to_html({article.sha256: article.text for article in articles}), encoding="utf-8")
        for name, (wide, high, more) in PAGES.items():
            size = f"--window-size={wide},{high}"
            command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", size, *more]
            at = f"#{digest.overview[0].source_id}-{digest.overview[0].start}" if wide > _WIDE else ""
            subprocess.run(  # noqa: S603
                [*command, f"--screenshot={picture}", page.as_uri() + at], check=True, capture_output=True
            )
            yield name, picture.read_bytes()


if __name__ == "__main__":
    for name, width in WIDTHS.items():
        (HERE / name).write_text(terminal(width), encoding="utf-8", newline="\n")
    for name, picture in photographs():
        (HERE / name).write_bytes(picture)
