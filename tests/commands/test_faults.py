"""What a machine can do to a run: no room, no home, no time, no encoding, and a signal while it writes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

STORY = "The dam broke on Friday morning. Two towns were flooded by noon. The mayor asked the army for help.\n"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and devices of Linux")


def program(*arguments: str, options: tuple[str, ...] = (), **more):
    return subprocess.run(
        [sys.executable, *options, "-m", "summarize", *arguments],
        stderr=subprocess.PIPE,
        timeout=120,
        check=False,
        **more,
    )


def test_a_full_disk_is_one_line():
    with open("/dev/full", "w") as full:
        done = program("schema", stdout=full)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert b"No space left" in done.stderr


@pytest.mark.parametrize("options", [(), ("-O",), ("-W", "error")], ids=str)
def test_it_runs_without_home_in_plain_c_on_twenty_columns(write, options):
    path = str(write("story.txt", STORY))
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C",
        "COLUMNS": "20",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
    }
    done = program("run", path, "--encoder", "tfidf", options=options, env=environment, stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "dam" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGKILL, -9)])
@pytest.mark.parametrize("delay", [0.3, 1.0, 1.5])
def test_a_signal_at_any_time_leaves_no_half_file(write, tmp_path, number, code, delay):
    path, target = str(write("story.txt", STORY)), tmp_path / "digest.md"
    target.write_text("the old one")
    child = subprocess.Popen([sys.executable, "-m", "summarize", "run", path, "--encoder", "tfidf", "-o", str(target)])
    time.sleep(delay)
    child.send_signal(number)
    assert child.wait(timeout=60) in (code, 0, -number)
    told = target.read_text(encoding="utf-8")
    assert told == "the old one" or told.startswith("---\ntitle: ")
