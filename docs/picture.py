"""Writes the picture of the README: what `summarize demo` shows on a terminal, exported by Rich.

Run it in the project's folder: python docs/picture.py
"""

from dataclasses import replace
from importlib.resources import files
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from summarize import Settings, read, registry, summarize
from summarize.stages import RenderOptions

WIDTH = 100

folder = files("summarize") / "data" / "demo"
digest = summarize(read([str(folder)]), Settings())
named = tuple(replace(source, path=f"demo/{Path(source.path or '').name}") for source in digest.sources)
shown = registry.renderer("terminal")(replace(digest, sources=named), RenderOptions(width=WIDTH, colour=True))
console = Console(width=WIDTH, record=True, file=StringIO(), force_terminal=True, color_system="standard")
console.print(Text("$ summarize demo", "bold"))
console.print(Text.from_ansi(shown))
console.save_svg("docs/terminal.svg", title="summarize")
