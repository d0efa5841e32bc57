"""Runs the cells of a notebook in order and keeps what they give, as Jupyter would: what is printed, and the last value.

Only what the notebooks of `examples/` need, so that neither Jupyter nor a kernel has to be installed. In the project's folder
`python tests/notebook.py` writes their outputs anew; look at the difference before you commit it.
"""

from __future__ import annotations

import ast
import json
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent / "examples"


def executed(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook with the outputs of a run from a fresh start; a failing cell raises what it raises."""
    names: dict[str, Any] = {"__name__": "__main__"}
    cells, number = [], 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            number += 1
            cell = cell | {"execution_count": number, "outputs": outputs("".join(cell["source"]), names, number)}
        cells.append(cell)
    return notebook | {"cells": cells}


def outputs(source: str, names: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """What one cell gives."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed, value = StringIO(), None
    with redirect_stdout(printed):
        exec(compile(tree, f"cell {number}", "exec"), names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), f"cell {number}", "eval"), names)
    found: list[dict[str, Any]] = []
    if printed.getvalue():
        found.append({"name": "stdout", "output_type": "stream", "text": printed.getvalue().splitlines(keepends=True)})
    if value is not None:
        data = {"text/plain": repr(value).splitlines(keepends=True)}
        if hasattr(value, "_repr_markdown_"):
            data = {"text/markdown": value._repr_markdown_().splitlines(keepends=True)}
        found.append({"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"})
    return found


def written(notebook: dict[str, Any]) -> str:
    """The notebook as Jupyter writes files."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    with chdir(EXAMPLES):
        for path in sorted(EXAMPLES.glob("*.ipynb")):
            made = executed(json.loads(path.read_text(encoding="utf-8")))
            path.write_text(written(made), encoding="utf-8", newline="\n")
