"""`mcp`: the tools for assistants."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.commands.options import NoColor, Quiet

MCP_EXAMPLES = """
\b
Examples:
  summarize mcp                         an assistant may read the files below this folder
  summarize mcp --root ~/articles
  summarize mcp --allow-web             and web addresses

\b
It is started by an assistant, not by hand. Most are set up with a file like this:
  {"mcpServers": {"summarize": {"command": "summarize", "args": ["mcp", "--root", "/home/me/articles"]}}}

\b
Tools: digest, verify, explain, ask. They read and never write. Standard output carries the protocol only.
Needs the package mcp.
"""


def mcp(
    root: Annotated[
        Path,
        typer.Option(
            metavar="FOLDER",
            help="The folder below which files may be read (default: the current one).",
            show_default=False,
        ),
    ] = Path(),
    allow_web: Annotated[bool, typer.Option("--allow-web", help="Let it read http and https addresses too.")] = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Serve digest, verify, explain and ask to assistants (Model Context Protocol)."""
    from summarize import serve

    serve.serve(serve.Session(serve.Bounds.of(root, allow_web)))
