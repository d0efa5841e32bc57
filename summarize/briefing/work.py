"""Where the work is done: in this process, in a pool of processes, or on a Dask cluster. Results are the same everywhere.

In: a pure function and its arguments, both picklable. Out: what it returns, as it is ready, with the number of its argument. A
worker that dies costs its work a retry; work that has killed several workers is given up and said.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Thread
from typing import Any, Protocol, TypeVar

from threadpoolctl import threadpool_limits

from summarize.encode import jobs
from summarize.errors import MissingExtra, WorkersUnavailable

_TRIES = 3
"""Workers that a piece of work may take down before it is given up."""
_PATIENCE = 15.0
"""Seconds that a scheduler has to answer."""

Argument = TypeVar("Argument")
Result = TypeVar("Result")


class Lost:
    """Stands for the result of work that every worker died of."""


LOST = Lost()


class Workers(Protocol):
    """Calls a function with each of some arguments."""

    def results(
        self, function: Callable[[Argument], Result], arguments: Sequence[Argument]
    ) -> Iterator[tuple[int, Result | Lost]]:
        """(number of the argument, result) in the order in which they are ready."""
        ...


class Here:
    """Does it in this process, one after the other."""

    def results(
        self, function: Callable[[Argument], Result], arguments: Sequence[Argument]
    ) -> Iterator[tuple[int, Result | Lost]]:
        """As in `Workers`, in the order of the arguments."""
        for number, argument in enumerate(arguments):
            yield number, _alone(function, argument)


class Pool:
    """Some processes of this machine, started when there is work for two of them."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def results(
        self, function: Callable[[Argument], Result], arguments: Sequence[Argument]
    ) -> Iterator[tuple[int, Result | Lost]]:
        """As in `Workers`."""
        if len(arguments) < 2:
            yield from Here().results(function, arguments)
            return
        left = dict.fromkeys(range(len(arguments)), 0)
        while left:
            # After a death, one at a time: only then is it known whose death it was.
            careful = any(left.values())
            for batch in [[number] for number in left] if careful else [list(left)]:
                yield from self._round(function, arguments, batch, left)

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _round(
        self,
        function: Callable[[Argument], Result],
        arguments: Sequence[Argument],
        batch: Sequence[int],
        left: dict[int, int],
    ) -> Iterator[tuple[int, Result | Lost]]:
        """What is ready before a worker dies; `left` counts the deaths of each that remains."""
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._processes, context, initializer=_end_with_parent)
        try:
            futures = {self._pool.submit(_alone, function, arguments[number]): number for number in batch}
            for future in as_completed(futures):
                number = futures[future]
                result = future.result()
                del left[number]
                yield number, result
        except BrokenExecutor:
            self.close()
            for number in batch:
                if number not in left:
                    continue
                left[number] += 1
                if left[number] >= _TRIES:
                    del left[number]
                    yield number, LOST


class Cluster:
    """The workers of a Dask scheduler."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def results(
        self, function: Callable[[Argument], Result], arguments: Sequence[Argument]
    ) -> Iterator[tuple[int, Result | Lost]]:
        """As in `Workers`."""
        from distributed import as_completed as ready
        from distributed.scheduler import KilledWorker

        futures = {
            self._client.submit(_alone, function, argument, pure=False, retries=_TRIES): number
            for number, argument in enumerate(arguments)
        }
        for future in ready(list(futures)):  # type: ignore[no-untyped-call]
            try:
                result = future.result()
            except KilledWorker:
                result = LOST
            yield futures[future], result
            future.release()


@contextmanager
def workers(jobs: int, cluster: str | None) -> Iterator[Workers]:
    """Those that are asked for: a scheduler's address or a number of Dask workers, else `jobs` processes.

    Raises `MissingExtra` without Dask and `WorkersUnavailable` for a scheduler that does not answer.
    """
    if cluster is not None:
        with _client(cluster) as client:
            yield Cluster(client)
    elif jobs <= 1:
        yield Here()
    else:
        pool = Pool(jobs)
        try:
            yield pool
        finally:
            pool.close()


@contextmanager
def _client(cluster: str) -> Iterator[Any]:
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise MissingExtra(f"--workers {cluster}: Dask", "scale") from None
    own: AbstractContextManager[Any] = nullcontext(cluster)
    if cluster.isdecimal():
        own = LocalCluster(n_workers=int(cluster), threads_per_worker=1, dashboard_address=None)  # type: ignore[no-untyped-call]
    with own as address:
        try:
            client = Client(address, timeout=_PATIENCE)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise WorkersUnavailable(
                f"{cluster}: no scheduler answers there ({error})", "Give its address, such as tcp://host:8786"
            ) from None
        with client:
            yield client


def _end_with_parent() -> None:
    """A worker whose run was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def _alone(function: Callable[[Argument], Result], argument: Argument) -> Result:
    """On one thread: sums of a split matrix product differ with the number of processors; and processes share the cores."""
    among_others = multiprocessing.parent_process() is not None
    with threadpool_limits(limits=1), jobs(1 if among_others else None):
        return function(argument)
