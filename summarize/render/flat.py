"""Blocks as HTML that any mail program and feed reader shows: styles in their elements, no script, nothing to load.

Owns the markup. Everything is escaped here; no element has an identifier, so that several digests can stand in one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from summarize.render.blocks import Block, Grid, Run, is_language
from summarize.render.plain import harmless

_SMALL = "color:#555;font-size:0.9em"
_CELL = "border:1px solid #ccc;padding:2px 6px"
_SPACED = "margin:0 0 0.5em 0"
_TAGS = {"title": "h1", "subtitle": "p", "heading": "h2", "text": "p", "source": "p"}
_STYLES = {
    "title": "font-size:1.5em;margin:0 0 0.2em 0",
    "heading": "font-size:1.15em;margin:1.4em 0 0.4em 0",
    "subtitle": f"{_SPACED};{_SMALL}",
}
"""Where a paragraph differs from the others."""


def page(title: str, inner: str, language: str = "") -> str:
    """A whole page for mail around some markup of ours."""
    code = _language(language)
    return (
        f'<!DOCTYPE html>\n<html{code}>\n<head>\n<meta charset="utf-8">\n<title>{escape(harmless(title))}</title>\n</head>\n'
        '<body style="margin:0;padding:16px;font-family:Georgia,serif;font-size:16px;line-height:1.45">\n'
        f'<div style="max-width:640px;margin:0 auto">\n{inner}</div>\n</body>\n</html>\n'
    )


def written(parts: Iterable[Block | Grid]) -> str:
    """The blocks in their order, a line each."""
    lines: list[str] = []
    for is_item, group in groupby(parts, lambda part: isinstance(part, Block) and part.kind == "item"):
        if is_item:
            lines.extend(_list([part for part in group if isinstance(part, Block)]))
        else:
            lines.extend(_table(part) if isinstance(part, Grid) else _paragraph(part) for part in group)
    return "".join(f"{line}\n" for line in lines)


def _list(items: list[Block]) -> Iterator[str]:
    """Items as lists, deeper ones inside of the item above them."""
    depth = 0
    for item in items:
        if item.level > depth:
            yield '<ul style="margin:0 0 0.5em 0;padding-left:1.3em">' * (item.level - depth)
        else:
            yield "</li>" + "</ul></li>" * (depth - item.level)
        depth = item.level
        yield f'<li dir="auto"{_language(item.language)} style="margin:0 0 0.4em 0">{_runs(item)}'
    yield "</li></ul>" * depth


def _paragraph(block: Block) -> str:
    tag, style = _TAGS[block.kind], _STYLES.get(block.kind, _SPACED)
    return f'<{tag} dir="auto"{_language(block.language)} style="{style}">{_runs(block)}</{tag}>'


def _language(code: str) -> str:
    return f' lang="{code}"' if is_language(code) else ""


def _runs(block: Block) -> str:
    return "".join(map(_run, block.runs))


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.address:
        text = f'<a href="{escape(run.address, quote=True)}">{text}</a>'
    if run.style == "strong":
        return f"<b>{text}</b>"
    return f'<span style="{_SMALL}">{text}</span>' if run.style == "aside" else text


def _table(grid: Grid) -> str:
    head = "".join(f'<th style="{_CELL}">{escape(cell)}</th>' for cell in grid.head)
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td dir="auto" style="{_CELL}{"" if at == 0 else ";text-align:center"}">{escape(cell)}</td>'
            for at, cell in enumerate(row)
        )
        + "</tr>"
        for row in grid.rows
    )
    return f'<table style="border-collapse:collapse;font-size:0.85em"><tr>{head}</tr>{rows}</table>'
