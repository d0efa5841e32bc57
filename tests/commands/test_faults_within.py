"""What can go wrong while a run is under way: rights, a folder that goes, a read-only disk, pipes, signals, the clock."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from summarize import console, pipeline
from summarize.cli import main

STORY = "The dam broke on Friday morning. Two towns were flooded by noon. The mayor asked the army for help.\n"
OTHER = "A dam broke on Friday. Two towns stand under water. The mayor has asked for the army.\n"
NOBODY = 65_534
STAGES = ("Reading", *pipeline._STAGES)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="rights, pipes and signals of Linux")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user may enter, with two articles and an old digest."""
    with tempfile.TemporaryDirectory() as name:
        made = Path(name)
        made.chmod(0o777)
        (made / "story.txt").write_text(STORY)
        (made / "other.txt").write_text(OTHER)
        (made / "out").mkdir()
        (made / "out").chmod(0o777)
        (made / "out" / "digest.json").write_text("the old one")
        yield made


def run(folder: Path, *more: str) -> int:
    out = folder / "out" / "digest.json"
    return main(
        ["run", str(folder / "story.txt"), str(folder / "other.txt"), "--encoder", "tfidf", "-o", str(out), *more]
    )


def left(folder: Path) -> dict[str, str]:
    """What lies in the output folder."""
    return {path.name: path.read_text() for path in (folder / "out").iterdir()}


OLD = {"digest.json": "the old one"}


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may do anything, so that it has to become somebody else for a while."""
    if os.geteuid():
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def at_stage(monkeypatch: pytest.MonkeyPatch, stage: str, act) -> None:
    """Do something when a stage begins."""
    real = console.StageProgress.__call__

    def called(self, name: str, done: int, total: int) -> None:
        if name == stage:
            act()
        real(self, name, done, total)

    monkeypatch.setattr(console.StageProgress, "__call__", called)


def one_line(err: str) -> str:
    (line,) = err.splitlines()
    return line


def test_a_file_that_may_not_be_read_is_a_warning(folder, capsys):
    assert run(folder) == 0  # everything that is imported late has been, before rights are given up
    (folder / "other.txt").chmod(0)
    with as_nobody():
        assert run(folder, "--format", "markdown") == 0
    assert "other.txt: cannot be read (Permission denied)" in capsys.readouterr().err


def test_an_output_folder_that_may_not_be_written_to_is_said_before_any_work(folder, capsys):
    (folder / "out").chmod(0o555)
    with as_nobody():
        assert run(folder) == 2
    assert "cannot be written to" in one_line(capsys.readouterr().err)
    assert left(folder) == OLD


def test_rights_that_are_taken_away_during_the_run_are_one_line(folder, capsys, monkeypatch):
    assert run(folder, "-q") == 0
    if os.geteuid() == 0:
        os.chown(folder / "out", NOBODY, NOBODY)
    at_stage(monkeypatch, "Citing", lambda: os.chmod(folder / "out", 0o555))
    with as_nobody():
        assert run(folder, "-q") == 1
    assert "Permission denied" in one_line(capsys.readouterr().err)


@pytest.mark.parametrize("stage", ["Reading", "Citing"])
def test_an_output_folder_that_goes_away_is_one_line(folder, capsys, monkeypatch, stage):
    at_stage(monkeypatch, stage, lambda: (folder / "out").exists() and (folder / "out").rename(folder / "gone"))
    assert run(folder) == 1
    assert "No such file or directory" in one_line(capsys.readouterr().err)
    assert [path.name for path in (folder / "gone").iterdir()] == ["digest.json"]


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("place", ["tempfile.mkstemp", "os.chmod", "os.replace"])
def test_a_disk_that_refuses_at_any_step_leaves_the_old_file(folder, capsys, monkeypatch, place, number):
    def refused(*_, **__):
        raise OSError(number, os.strerror(number), "digest.json")

    with monkeypatch.context() as patched:
        patched.setattr(place, refused)
        assert run(folder) == 1
    assert os.strerror(number) in one_line(capsys.readouterr().err)
    assert left(folder) == OLD


@pytest.mark.parametrize("bytes_read", [0, 1, 17, 4_095, 4_096, 4_097, 9_000])
def test_a_pipe_that_breaks_at_any_byte_ends_quietly(folder, capsys, monkeypatch, bytes_read):
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4_096)

    def read_some() -> None:
        some = bytes_read
        while some and (data := os.read(reading, some)):
            some -= len(data)
        os.close(reading)

    reader = threading.Thread(target=read_some)
    with open(writing, "w", encoding="utf-8") as out:
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdout", out)
            reader.start()
            code = main(["schema"])
        reader.join(timeout=60)
    assert (code, capsys.readouterr().err) == (0, "")


@pytest.mark.parametrize("stage", STAGES)
def test_ctrl_c_in_every_stage_ends_with_130(folder, capsys, monkeypatch, stage):
    at_stage(monkeypatch, stage, lambda: signal.raise_signal(signal.SIGINT))
    assert run(folder) == 130
    assert one_line(capsys.readouterr().err) == "summarize: interrupted"
    assert left(folder) == OLD


@pytest.mark.parametrize("stage", [*STAGES, "writing"])
def test_sigterm_in_every_stage_ends_with_143(folder, capsys, monkeypatch, stage):
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        with monkeypatch.context() as patched:
            if stage == "writing":
                patched.setattr(os, "chmod", lambda *_, **__: signal.raise_signal(signal.SIGTERM))
            else:
                at_stage(patched, stage, lambda: signal.raise_signal(signal.SIGTERM))
            with pytest.raises(SystemExit) as ended:
                run(folder)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert (ended.value.code, capsys.readouterr().err) == (143, "")
    assert left(folder) == OLD


def test_a_clock_that_is_set_back_changes_nothing(folder, monkeypatch):
    assert run(folder) == 0
    first = left(folder)
    now = iter(range(2_000_000_000, 0, -100_000))
    monkeypatch.setattr(time, "time", lambda: float(next(now)))
    monkeypatch.setattr(time, "time_ns", lambda: next(now) * 10**9)
    assert run(folder) == 0
    assert left(folder) == first


def test_a_user_without_a_home_has_no_settings_of_his_own(folder, monkeypatch):
    def nowhere(_: str) -> str:
        return "~"

    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", nowhere)
    assert run(folder) == 0


def test_a_home_of_somebody_else_is_no_fault(folder, monkeypatch):
    closed = folder / "home"
    (closed / ".config" / "summarize").mkdir(parents=True)
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(closed))
    assert run(folder, "-q") == 0
    closed.chmod(0)
    with as_nobody():
        assert run(folder, "-q") == 0
