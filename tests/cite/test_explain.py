"""Every choice can be explained, from the digest and its sources alone."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from conftest import EXAMPLES

from summarize.cli import main


@pytest.fixture(scope="module")
def digest(tmp_path_factory):
    folder = tmp_path_factory.mktemp("explained")
    shutil.copytree(EXAMPLES / "river-flood", folder / "articles")
    assert main(["run", str(folder / "articles"), "--quiet", "-o", str(folder / "digest.json")]) == 0
    return folder / "digest.json"


@pytest.fixture
def explained(digest, capsys):
    def run(*arguments):
        code = main(["explain", str(digest), *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def shown(digest) -> dict[str, dict]:
    """The sentences of the sections by their place."""
    topics = json.loads(digest.read_text(encoding="utf-8"))["topics"]
    return {f"{t}.{s}": line for t, topic in enumerate(topics, 1) for s, line in enumerate(topic["summary"], 1)}


def test_a_sentence_tells_what_it_added_what_it_stands_for_and_what_it_was_preferred_to(digest, explained):
    place, line = next((place, line) for place, line in shown(digest).items() if len(line["also_reported_by"]) > 1)
    code, out, err = explained(place)
    assert (code, err) == (0, "")
    assert out.startswith(f"{place}  “{line['text']}")
    assert "It added 0." in out
    stands_for, preferred_to = out.partition("It stands for:")[2].split("Preferred to")
    assert [other["text"] for other in line["also_reported_by"] if other["text"] not in stands_for] == []
    worth = [float(number) for number in re.findall(r"^  (\d\.\d{4})  “", preferred_to, re.MULTILINE)]
    assert len(worth) == 3
    assert worth == sorted(worth, reverse=True)


def test_a_sentence_that_nobody_else_has_says_so(digest, explained):
    alone = next(place for place, line in shown(digest).items() if not line["also_reported_by"])
    assert "No other sentence states the same fact." in explained(alone)[1]


def test_a_sentence_of_the_overview_can_be_explained(explained):
    assert "to what its overview covers" in explained("overview.1")[1]


def test_the_whereabouts_of_some_words_are_told(digest, explained):
    code, out, _ = explained("--find", "BRASS line on the mill's wall")
    assert code == 0
    assert "A brass line on the mill's wall" in out
    is_shown = any("brass line on the mill's wall" in line["text"] for line in shown(digest).values())
    assert ("is shown, as" if is_shown else "belongs to topic") in out


def test_words_in_furniture_are_said_to_be_set_aside(explained):
    assert "was set aside: " in explained("--find", "How to help the people")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "nothing to explain"),
        (("99.1",), "there is no topic 99"),
        (("1.99",), "topic 1 has no sentence 99"),
        (("first",), "'first' is no sentence"),
        (("--find", "zeppelin over Paris"), "no source says 'zeppelin over Paris'"),
    ],
)
def test_what_cannot_be_explained_is_a_usage_error(explained, arguments, message):
    code, out, err = explained(*arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_changed_sources_are_told(digest, explained):
    path = digest.parent / "articles" / "04-kessow-courier.txt"
    text = path.read_bytes()
    path.write_bytes(text + b"\nThe zoo moved its bears to the hills on Sunday evening.\n")
    try:
        code, _, err = explained("1.1")
    finally:
        path.write_bytes(text)
    assert code == 0
    assert "changed since" in err


def test_a_run_can_explain_itself_on_standard_error(capsys):
    assert main(["run", str(EXAMPLES / "river-flood"), "--encoder", "tfidf", "--explain", "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("{")
    assert "1.1  “" in captured.err
