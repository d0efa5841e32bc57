"""The command line: what it prints where, how it ends, and that nothing is ever left half done."""

from __future__ import annotations

import io
import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import EXAMPLES

from summarize import __version__, console
from summarize.cli import main
from summarize.commands import commands, options
from summarize.errors import MissingExtra, NoUsableInput, SummarizeError, UsageError

STORY = "The dam broke on Friday morning. Two towns were flooded by noon. The mayor asked the army for help.\n"
FLOOD = str(EXAMPLES / "river-flood")
COMMANDS = [name for name, _, _ in commands()]


@pytest.fixture
def summarized(write, capsys):
    """Run the program on one small article and give back (exit code, standard output, standard error)."""

    def run(*arguments: str, story: str = STORY):
        path = write("story.txt", story)
        code = main(["run", str(path), "--encoder", "tfidf", *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_without_a_command_it_says_what_it_does_and_what_to_type(capsys):
    assert main([]) == 0
    out = capsys.readouterr().out
    assert len(out.splitlines()) == 3
    assert "summarize demo" in out


def test_the_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"summarize {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command, capsys):
    assert main([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"summarize {command}" in out.split("Examples:")[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_quiet_and_without_colour(command, capsys):
    main([command, "--help"])
    out = capsys.readouterr().out
    assert "-q, --quiet" in out
    assert "--no-color" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_command_takes_is_named_in_one_manner_and_without_types(command, capsys):
    main([command, "--help"])
    out = capsys.readouterr().out
    assert not re.search(r"<\w+|x>=|\{[A-Z]", out)
    usage = " ".join(re.match(r"Usage: (.*?)\n\n", out, re.DOTALL)[1].split())
    assert re.fullmatch(rf".*? {command} \[OPTIONS\]( [A-Z.json]+| \[[A-Z.]+\](\.\.\.)?)*", usage), usage


def test_two_digests_are_told_apart_in_the_help(capsys):
    main(["diff", "--help"])
    assert "EARLIER.json LATER.json" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "start"), [("md", "---\n"), ("HTM", "<!doctype html>"), ("txt", "")])
def test_a_format_may_be_named_by_its_suffix(summarized, name, start):
    code, out, _ = summarized("--format", name)
    assert code == 0
    assert out.lower().startswith(start)


def test_what_is_piped_in_is_read_without_a_dash():
    done = subprocess.run(
        [sys.executable, "-m", "summarize", "run", "--encoder", "tfidf", "--format", "json"],
        input=STORY,
        capture_output=True,
        text=True,
        check=True,
    )
    assert [source["path"] for source in json.loads(done.stdout)["sources"]] == ["-"]


def test_nothing_named_and_nothing_piped_is_wrong_usage():
    done = subprocess.run(
        [sys.executable, "-m", "summarize", "run"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "nothing to read" in done.stderr


def test_the_terminal_is_the_default_and_the_digest_is_all_of_standard_output(summarized):
    code, out, err = summarized()
    assert (code, err) == (0, "")
    assert "The mayor asked the army for help." in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("suffix", "start"), [(".md", "---\ntitle: "), (".json", '{\n  "schema_version": 2'), (".txt", "╭")]
)
def test_the_suffix_of_the_output_decides_the_format(summarized, tmp_path, suffix, start):
    target = tmp_path / f"digest{suffix}"
    code, out, _ = summarized("-o", str(target))
    assert (code, out) == (0, "")
    assert target.read_text(encoding="utf-8").startswith(start)


def test_the_format_counts_more_than_the_suffix(summarized, tmp_path):
    target = tmp_path / "digest.md"
    summarized("-o", str(target), "--format", "json")
    assert json.loads(target.read_text(encoding="utf-8"))["schema_version"] == 2


def test_an_existing_output_is_replaced_whole_and_keeps_its_mode(summarized, tmp_path):
    target = tmp_path / "digest.md"
    target.write_text("old")
    target.chmod(0o640)
    summarized("-o", str(target))
    assert target.read_text(encoding="utf-8").startswith("---\ntitle: ")
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_schema_is_printed(capsys):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"].startswith("summarize digest")


def test_the_demo_runs_on_articles_that_ship_with_it(capsys):
    assert main(["demo", "--format", "json"]) == 0
    digest = json.loads(capsys.readouterr().out)
    assert len(digest["sources"]) == 5
    assert len(digest["topics"]) >= 3


def test_standard_input_is_read(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert main(["run", "-", "--encoder", "tfidf"]) == 0
    assert "standard input" in capsys.readouterr().out


WRONG = [
    (["run"], "nothing to read"),
    (["run", "x", "--formt", "json"], "Did you mean '--format'|Possible options: --format"),
    (["rnu", "x"], "no such command 'rnu'. Did you mean 'run'"),
    ([FLOOD], "but there is a file or folder. Did you mean 'summarize run .*river-flood'"),
    (["run", "x", "--judge", "nobody"], "^summarize: --judge: 'nobody' is not one of 'learned', 'rules'"),
    (["run", "x", "--max-articles", "0"], "--max-articles: give 1 or more"),
    (["run", "x", "--topic"], "--topic: needs a value"),
    (["run", "x", "--quiet=3"], "--quiet: takes no value"),
    (["verify"], "DIGEST.json is missing"),
    (["-q", "run", "x"], "no such option -q here. Options stand behind the command: .* run -q …"),
    (["demo", "more"], "more than was expected: more"),
    (["run", "x", "--format", "jsn"], "unknown format 'jsn'. Did you mean 'json'"),
    (["run", "x", "--encoder", "uze"], "unknown encoder 'uze'. Did you mean 'use'"),
    (["run", "x", "--ranker", "lexrnk"], "unknown ranker 'lexrnk'. Did you mean 'lexrank'"),
    (["run", "x", "--language", "frnch"], "unknown language 'frnch'. Did you mean 'french'"),
    (["run", "x", "--topics", "0"], "Give 'auto' or a number from 1"),
    (["run", "x", "--topics", "some"], "not a whole number"),
    (["run", "x", "--topics", "-1"], "Give 'auto' or a number from 1"),
    (["run", "x", "--length", "no"], "length 'no' is not understood"),
    (["run", "x", "--overview", "-5"], "Give 0 for none"),
    (["run", "x", "--overview", "few"], "--overview: not a whole number"),
    (["run", "x", "-o", "digest.xyz"], "its suffix names no format"),
    (["run", "x", "-o", "none/digest.md"], "there is no folder none"),
    (["run", "x", "-o", "."], "is a folder|names no format"),
    (["run", "x", "--config", "none.toml"], "none.toml: cannot be read"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_a_wrong_command_line_is_one_line_and_exit_code_2(arguments, message, working_folder, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert re.search(message, captured.err)


@pytest.mark.parametrize(
    "content", [None, "", " \n\t", bytes(range(256)) * 9], ids=["missing", "empty", "blank", "binary"]
)
def test_nothing_usable_is_one_line_and_exit_code_3(write, tmp_path, content, capsys):
    path = tmp_path / "missing.txt" if content is None else write("story.txt", content)
    assert main(["run", str(path)]) == 3
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert str(path) in err


def test_a_folder_with_nothing_readable_is_exit_code_3(write, tmp_path, capsys):
    write("picture.png", b"\x89PNG")
    assert main(["run", str(tmp_path)]) == 3
    assert "1 file of another kind skipped" in capsys.readouterr().err


def test_warnings_go_to_standard_error_unless_quiet(write, capsys):
    good, missing = str(write("story.txt", STORY)), "missing.txt"
    assert main(["run", good, missing, "--encoder", "tfidf"]) == 0
    assert capsys.readouterr().err == "summarize: warning: missing.txt: no such file\n"
    assert main(["run", good, missing, "--encoder", "tfidf", "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_verbose_lists_what_was_set_aside(summarized):
    _, out, _ = summarized("-v", story="By Ann Low\n\n" + STORY)
    assert "byline" in out


def test_ctrl_c_ends_with_130_and_leaves_no_file(summarized, tmp_path, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", interrupted)
    code, out, err = summarized("-o", str(tmp_path / "digest.md"))
    assert (code, out, err.strip()) == (130, "", "summarize: interrupted")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
def test_a_real_interrupt_ends_with_130_and_without_a_traceback(tmp_path):
    command = [sys.executable, "-m", "summarize", "run", "-", "-o", str(tmp_path / "digest.md")]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=EXAMPLES)
    ready = f"/proc/{child.pid}/wchan"
    while child.poll() is None and Path(ready).exists() and "pipe" not in Path(ready).read_text():
        pass  # until it waits for its standard input
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_a_closed_pipe_ends_quietly():
    command = [sys.executable, "-m", "summarize", "schema"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=EXAMPLES)
    assert child.stdout is not None
    child.stdout.close()
    _, err = child.communicate(timeout=60)
    assert err == b""


def test_an_error_that_nobody_foresaw_is_one_line_too(summarized, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("boom")

    monkeypatch.setattr("summarize.pipeline.segment_all", broken)
    code, _, err = summarized()
    assert (code, err) == (1, "summarize: boom\n")


def test_settings_come_from_the_environment_and_files_too(summarized, monkeypatch, working_folder):
    monkeypatch.setenv("SUMMARIZE_OVERVIEW_WORDS", "0")
    (working_folder / "summarize.toml").write_text("topics = 1\n")
    digest = json.loads(summarized("--format", "json")[1])
    assert (digest["settings"]["topics"], digest["settings"]["overview_words"]) == (1, 0)
    assert digest["overview"] == []


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("x"), 2),
        (NoUsableInput("x"), 3),
        (SummarizeError("x"), 1),
        (MissingExtra("x", "y"), 1),
        (OSError(28, "No space left"), 1),
        (KeyboardInterrupt(), 130),
        (RuntimeError("x"), 1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_error_has_its_exit_code(error, code):
    assert console.exit_code(error) == code


def test_a_missing_extra_names_the_command_that_installs_it():
    assert str(MissingExtra("reading web archives", "warc")).endswith("Install with: pip install fastwarc")
    assert str(MissingExtra("reading PDF", package="pypdf")).endswith("Install with: pip install pypdf")


def test_the_progress_bar_shows_stage_and_count_on_a_terminal_only(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(console, "_PATIENCE", 0.0)
    for stream, shown in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        with console.StageProgress(quiet=False) as progress:
            progress("Encoding", 1, 6)
        assert ("Encoding" in stream.getvalue()) == shown


@pytest.mark.parametrize(
    ("environment", "wanted", "expected"),
    [({}, True, True), ({"NO_COLOR": "1"}, True, False), ({"TERM": "dumb"}, True, False), ({}, False, False)],
)
def test_the_colour_policy(environment, wanted, expected, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert console.use_colour(Terminal(), wanted) is expected
    assert console.use_colour(io.StringIO(), wanted) is False


def test_shell_completion_knows_the_names(monkeypatch):
    assert options._complete("rankers")("lex") == ["lexrank"]


@pytest.mark.parametrize(
    "arguments",
    [["--topics", "0"], ["--topics", "-1"], ["--topic", ""], ["--topic", "a", "--topic", "A"], ["--only-topics"]],
    ids=" ".join,
)
def test_topics_that_cannot_be_meant_are_refused_in_one_line(arguments, capsys):
    assert main(["run", FLOOD, *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
