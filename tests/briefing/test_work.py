"""Where work is done makes no difference, and a worker that dies costs a retry."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.briefing.work import Lost, Workers, workers
from summarize.errors import MissingExtra, WorkersUnavailable

PIECES = [(name, "") for name in "abcdef"]


def shouted(piece: tuple[str, str]) -> str:
    return piece[0].upper()


def deadly(piece: tuple[str, str]) -> str:
    """Kills its process: the first time where a file to remember it by is named, else every time."""
    name, seen = piece
    if name == "c" and not (seen and Path(seen).exists()):
        if seen:
            Path(seen).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return name.upper()


@pytest.fixture(params=["here", "pool", "dask"])
def hands(request: pytest.FixtureRequest) -> Iterator[Workers]:
    if request.param == "dask":
        pytest.importorskip("distributed")
    with workers(2 if request.param == "pool" else 1, "2" if request.param == "dask" else None) as found:
        yield found


def test_every_kind_of_workers_returns_the_same(hands: Workers) -> None:
    assert sorted(hands.results(shouted, PIECES)) == list(enumerate("ABCDEF"))


def test_no_work_gives_no_results(hands: Workers) -> None:
    assert list(hands.results(shouted, [])) == []


def test_a_worker_that_dies_once_costs_a_retry(tmp_path: Path) -> None:
    pieces = [(name, str(tmp_path / "seen")) for name, _ in PIECES]
    with workers(2, None) as hands:
        assert sorted(hands.results(deadly, pieces)) == list(enumerate("ABCDEF"))


def test_work_that_kills_every_worker_is_given_up_and_the_rest_is_done() -> None:
    with workers(2, None) as hands:
        results = dict(hands.results(deadly, PIECES))
    assert isinstance(results.pop(2), Lost)
    assert sorted(results.values()) == list("ABDEF")


def test_a_scheduler_that_does_not_answer_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("summarize.briefing.work._PATIENCE", 0.5)
    with pytest.raises(WorkersUnavailable, match="no scheduler answers"), workers(1, "tcp://127.0.0.1:9"):
        pass


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(MissingExtra, match="pip install distributed"), workers(1, "2"):
        pass
