"""Blocks as the plain text of a letter: no frames and no columns, short lines, addresses in full.

Owns the layout. A line is only broken between words, so that an address stays whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import TextWrapper

from summarize.render.blocks import Block, Grid

COLUMNS = 72
"""Of a line, so that it stays whole where a reply quotes it (RFC 3676, 4.2: fewer than 78)."""


def written(parts: Iterable[Block | Grid]) -> str:
    """The blocks in their order; a table is left out, whose rows would say again which sources tell of a section."""
    lines: list[str] = []
    before = ""
    for part in parts:
        if isinstance(part, Grid):
            if before == "heading":  # of the table
                del lines[-3:]
            continue
        if part.kind not in ("item", "source") or before != part.kind:
            lines += [""] if lines and (part.kind, before) != ("subtitle", "title") else []
        lines += _paragraph(part)
        before = part.kind
    return "".join(f"{line}\n" for line in lines)


def _paragraph(block: Block) -> list[str]:
    words = "".join(run.text for run in block.runs)
    if block.kind == "source":
        words += "".join(f" <{run.address}>" for run in block.runs if run.address and run.address != run.text)
    if block.kind == "item":
        lead = "  " * (block.level - 1)
        return _wrapped(words, f"{lead}- ", f"{lead}  ")
    lines = _wrapped(words, "", "    " if block.kind == "source" else "")
    rule = {"title": "=", "heading": "-"}.get(block.kind, "")
    return [*lines, rule * min(COLUMNS, max(map(len, lines), default=0))] if rule else lines


def _wrapped(words: str, first: str, others: str) -> list[str]:
    wrapper = TextWrapper(
        COLUMNS, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(words) or [first.rstrip()]
