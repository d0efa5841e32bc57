"""`conflicts`: where the sources of a digest disagree."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from summarize.commands.ends import check_writable, conflict_format_of, layout, write
from summarize.commands.options import DigestFile, NoColor, Output, Quiet

CONFLICTS_EXAMPLES = """
\b
Examples:
  summarize conflicts digest.json
  summarize conflicts digest.json -o conflicts.md
  summarize run articles/ --only-conflicts         the same from articles

\b
JSON: the digest's `conflicts`, and those of its `sources` that they cite.
Numbers such as [2] are those of the digest.
"""


def conflicts(
    digest: DigestFile,
    format: Annotated[
        Literal["terminal", "markdown", "html", "json"] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="terminal (default), markdown, html or json; without it, the suffix of -o decides.",
        ),
    ] = None,
    output: Output = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Show only where the sources of a digest disagree. Ends with 0 also where they do not, and says so."""
    from summarize.digest import Digest
    from summarize.render import conflicts_alone

    name = conflict_format_of(format, output)
    check_writable(output)
    write(conflicts_alone(Digest.load(digest), name, layout(output, no_color)), output)
