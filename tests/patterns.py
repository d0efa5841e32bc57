"""Every regular expression of the package, and strings made to be hard for each."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from importlib import import_module
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import summarize

_WHOLE = {"match", "fullmatch"}
_ANYWHERE = {"search", "finditer", "findall", "sub", "subn", "split"}
MATCHED = {"summarize.text.furniture._LINE_RULES", "summarize.text.furniture._PREFIXES"}
"""Tables of patterns that a text is matched with from its beginning."""
_FEW = 3
"""A repeat that may go on for this long is one to be pumped: few words of many letters can be parted in many ways."""
_CATEGORY = {
    op.CATEGORY_DIGIT: (r"\d", "1"),
    op.CATEGORY_NOT_DIGIT: (r"\D", "a"),
    op.CATEGORY_SPACE: (r"\s", " "),
    op.CATEGORY_NOT_SPACE: (r"\S", "a"),
    op.CATEGORY_WORD: (r"\w", "a"),
    op.CATEGORY_NOT_WORD: (r"\W", "."),
}
"""How a category is written, and a character of it."""


@dataclass(frozen=True)
class Found:
    """A pattern, where it is written, and whether it is looked for anywhere in a text or only at one place."""

    where: str
    pattern: re.Pattern[str]
    anywhere: bool


def every_pattern() -> list[Found]:
    """Those of all modules, in names, tables and dataclasses, and those written in a call of `re`."""
    found: dict[tuple[str, int], Found] = {}
    names = [info.name for info in pkgutil.walk_packages(summarize.__path__, "summarize.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    sources = {module.__name__: Path(module.__file__ or "").read_text(encoding="utf-8") for module in modules}
    everything = "\n".join(sources.values())
    for module in modules:
        source = sources[module.__name__]
        for name, value in vars(module).items():
            for pattern in _inside(value):
                where = f"{module.__name__}.{name}"
                _add(found, Found(where, _of_text(pattern), _is_searched(where, source, everything)))
        for made in _written(source, module.__name__):
            _add(found, made)
    return list(found.values())


def _of_text(pattern: re.Pattern[str] | re.Pattern[bytes]) -> re.Pattern[str]:
    """The pattern itself, or for one of bytes the same for text."""
    if isinstance(pattern.pattern, str):
        return pattern  # type: ignore[return-value]
    return re.compile(pattern.pattern.decode("latin-1"), pattern.flags)


def _add(found: dict[tuple[str, int], Found], made: Found) -> None:
    key = (made.pattern.pattern, made.pattern.flags)
    if key not in found or (made.anywhere and not found[key].anywhere):
        found[key] = made


def _inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 6 and isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from _inside(item, depth + 1)
    elif depth < 6 and isinstance(value, dict):
        yield from _inside([*value.keys(), *value.values()], depth + 1)
    elif depth < 6 and is_dataclass(value) and not isinstance(value, type):
        yield from _inside([getattr(value, field.name, None) for field in fields(value)], depth + 1)


def _is_searched(where: str, source: str, everything: str) -> bool:
    """Whether the pattern of this name is used other than at one place of a text; a public name anywhere in the package."""
    if where in MATCHED:
        return False
    name = where.rpartition(".")[2]
    used = set(re.findall(rf"\b{re.escape(name)}\.(\w+)\(", source if name.startswith("_") else everything))
    return not used or bool(used - _WHOLE)


def _written(source: str, module: str) -> Iterator[Found]:
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        first = node.args[0]
        is_call_of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        if is_call_of_re and isinstance(first, ast.Constant) and isinstance(first.value, str):
            name = node.func.attr
            if name in _WHOLE | _ANYWHERE:
                yield Found(f"{module}:{node.lineno}", re.compile(first.value), name in _ANYWHERE)


# Strings.


def attacks(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """(head, unit): texts `head + unit * n`, made from each repeat of the pattern and from what leads to it."""
    found: dict[tuple[str, str], None] = {}
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    for head, unit in _pumps(tree, ""):
        for pair in ((head, unit), ("", unit), ("", head + unit), (head, f"{unit} "), (head, f" {unit}")):
            if pair[1]:
                found[pair] = None
    whole = _sample(tree)
    for pair in (("", whole), ("", f"{whole} "), ("", whole[:-1]), ("", whole[1:])):
        if pair[1]:
            found[pair] = None
    return list(found)


def _pumps(tree: Iterable[tuple[object, object]], head: str) -> Iterator[tuple[str, str]]:
    for kind, value in tree:
        yield from _pumps_of(kind, value, head)
        head += _sample([(kind, value)])


def _pumps_of(kind: object, value: object, head: str) -> Iterator[tuple[str, str]]:
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        _, most, inner = value  # type: ignore[misc]
        if most == op.MAXREPEAT or most >= _FEW:
            for unit in dict.fromkeys((*_samples(inner), _sample(inner, shortest=True))):
                yield head, unit
        yield from _pumps(inner, head)
    elif kind is op.BRANCH:
        for branch in value[1]:  # type: ignore[index]
            yield from _pumps(branch, head)
    elif kind is op.SUBPATTERN:
        yield from _pumps(value[-1], head)  # type: ignore[index]
    elif kind is op.ATOMIC_GROUP:
        yield from _pumps(value, head)  # type: ignore[arg-type]
    elif kind in (op.ASSERT, op.ASSERT_NOT):
        yield from _pumps(value[1], head)  # type: ignore[index]


def _samples(tree: Iterable[tuple[object, object]]) -> list[str]:
    """Some texts that the tree matches: one for each way that it can begin."""
    items = list(tree)
    if len(items) == 1 and items[0][0] is op.BRANCH:
        return [_sample(branch) for branch in items[0][1][1]][:4]  # type: ignore[index]
    if len(items) == 1 and items[0][0] is op.SUBPATTERN:
        return _samples(items[0][1][-1])  # type: ignore[index]
    if len(items) == 1 and items[0][0] is op.IN:
        return _set(items[0][1])[:4]  # type: ignore[arg-type]
    return [_sample(items)]


def _sample(tree: Iterable[tuple[object, object]], *, shortest: bool = False) -> str:
    """A short text that the tree matches, looking around left out; the shortest leaves out what may be left out."""
    return "".join(_sample_of(kind, value, shortest) for kind, value in tree)


def _sample_of(kind: object, value: object, shortest: bool) -> str:
    if kind is op.LITERAL:
        return chr(value)  # type: ignore[arg-type]
    if kind in (op.ANY, op.NOT_LITERAL):
        return "b"
    if kind is op.IN:
        return _set(value)[0]  # type: ignore[arg-type]
    if kind is op.BRANCH:
        return _sample(value[1][0], shortest=shortest)  # type: ignore[index]
    if kind is op.SUBPATTERN:
        return _sample(value[-1], shortest=shortest)  # type: ignore[index]
    if kind is op.ATOMIC_GROUP:
        return _sample(value, shortest=shortest)  # type: ignore[arg-type]
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, inner = value  # type: ignore[misc]
        return _sample(inner, shortest=shortest) * (least if shortest else max(least, min(1, most)))
    return ""


def _set(items: Iterable[tuple[object, object]]) -> list[str]:
    """Characters of a set, one for each of its parts."""
    parts = list(items)
    if parts and parts[0][0] is op.NEGATE:
        refused = re.compile(f"[{''.join(_spelled(kind, value) for kind, value in parts[1:])}]")
        return [char for char in 'a 1.A"(,b' if not refused.match(char)][:3] or ["~"]
    found = []
    for kind, value in parts:
        if kind is op.LITERAL:
            found.append(chr(value))  # type: ignore[arg-type]
        elif kind is op.RANGE:
            found.append(chr(value[0]))  # type: ignore[index]
        elif kind is op.CATEGORY:
            found.append(_CATEGORY[value][1])  # type: ignore[index]
    return found or ["a"]


def _spelled(kind: object, value: object) -> str:
    """A part of a set as it is written."""
    if kind is op.CATEGORY:
        return _CATEGORY[value][0]  # type: ignore[index]
    ends = (value, value) if kind is op.LITERAL else value
    return "-".join(re.escape(chr(end)) for end in ends)  # type: ignore[union-attr, arg-type]
