"""Fixtures shared by all tests. No test touches the network or the user's own settings."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize import Article
from summarize.encode.representation import represent
from summarize.judge import Judges, judge
from summarize.match import Matches, match
from summarize.model import Representation
from summarize.text.sentences import segment

EXAMPLES = Path(__file__).parent.parent / "examples"
SHARED = Path(__file__).parent.parent.parent / "shared"

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell starts what runs in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
    for name in ("TOPICS", "LENGTH", "OVERVIEW_WORDS", "ENCODER", "RANKER", "CLUSTERER", "LANGUAGE"):
        monkeypatch.delenv(f"SUMMARIZE_{name}", raising=False)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file below the test's folder and return its path."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file


@pytest.fixture
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def article(text: str, **known: str) -> Article:
    """An article in English, unless told otherwise."""
    return Article.from_text(text, **({"language": "en"} | known))


def representation(*texts: str, encoder: str = "use") -> Representation:
    """What the later stages see of these articles."""
    documents = [segment(article(text, path=f"{number}.txt")) for number, text in enumerate(texts)]
    return represent(documents, encoder)[0]


def matched_by_rule(some: Representation) -> Matches:
    """What states the same where no judge is asked: the rule on likeness, which a missing model falls back to."""
    return match(some, judge(some, Judges(folder=None)))
