"""How many threads encode and compare at once. The parts are the same for any number, and so are the results."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

_MOST = 8
"""Threads that are used unless more are asked for."""
_WANTED: ContextVar[int | None] = ContextVar("jobs", default=None)

Part = TypeVar("Part")
Result = TypeVar("Result")


@contextmanager
def jobs(count: int | None) -> Iterator[None]:
    """Work with so many threads; None for one a core."""
    before = _WANTED.set(count)
    try:
        yield
    finally:
        _WANTED.reset(before)


def in_threads(function: Callable[[Part], Result], parts: Sequence[Part]) -> list[Result]:
    """The function of each part, in their order. What it raises ends all of them."""
    count = min(_WANTED.get() or min(_cores(), _MOST), len(parts))
    if count < 2:
        return [function(part) for part in parts]
    pool = ThreadPoolExecutor(count)
    try:
        return list(pool.map(function, parts))
    finally:
        pool.shutdown(cancel_futures=True)


def _cores() -> int:
    """Of this process, where the system says so."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
