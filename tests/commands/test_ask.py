"""`summarize ask`."""

from __future__ import annotations

import json
import shutil

import pytest
from conftest import EXAMPLES
from jsonschema import Draft202012Validator

from summarize.cli import main

TOLL = "How many people died?"
CUP = "Who won the football cup?"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(EXAMPLES / "river-flood", folder / "articles")
    assert main(["run", str(folder / "articles"), "-q", "-o", str(folder / "digest.json")]) == 0
    return folder


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_the_answer_is_quoted_with_its_sources(desk, capsys, form):
    assert main(["ask", str(desk / "digest.json"), TOLL, "--format", form, "-q"]) == 0
    out, err = capsys.readouterr()
    assert "Nine people have died" in out
    assert "Tesmark Post" in out
    assert err == ""


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_that_no_sentence_answers_is_said_and_is_no_failure(desk, capsys, form):
    assert main(["ask", str(desk / "digest.json"), CUP, "--format", form, "-q"]) == 0
    out = capsys.readouterr().out
    assert "No sentence of the 5 articles answers this." in out
    assert "Sources" not in out


@pytest.mark.parametrize("question", [TOLL, CUP])
def test_the_json_is_valid_against_its_schema(desk, capsys, question):
    assert main(["schema", "answers"]) == 0
    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    assert main(["ask", str(desk / "digest.json"), question, "--format", "json", "-q"]) == 0
    found = json.loads(capsys.readouterr().out)
    Draft202012Validator(schema).validate(found)
    assert bool(found["answers"]) == bool(found["sources"]) == (question == TOLL)
    assert list(found) == schema["required"]


def test_the_suffix_of_the_file_is_the_format(desk, tmp_path):
    assert main(["ask", str(desk / "digest.json"), TOLL, "-q", "-o", str(tmp_path / "a.json")]) == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["question"] == TOLL


def test_the_articles_are_found_where_they_lie_now(desk, tmp_path, capsys):
    shutil.copy(desk / "digest.json", tmp_path / "digest.json")
    assert main(["ask", str(tmp_path / "digest.json"), TOLL, "-q"]) == 3
    assert "--base" in capsys.readouterr().err
    assert main(["ask", str(tmp_path / "digest.json"), TOLL, "-q", "--base", str(desk)]) == 0
    assert main(["ask", str(tmp_path / "digest.json"), TOLL, "-q", str(desk / "articles")]) == 0
    listed = tmp_path / "list.txt"
    listed.write_text(f"{desk / 'articles'}\n")
    assert main(["ask", str(tmp_path / "digest.json"), TOLL, "-q", "-i", str(listed)]) == 0
    assert capsys.readouterr().out.count("Nine people have died") == 3


def test_an_article_that_changed_is_said(desk, tmp_path, capsys):
    shutil.copytree(desk, tmp_path / "desk")
    story = tmp_path / "desk" / "articles" / "01-tesmark-post.txt"
    story.write_text(story.read_text(encoding="utf-8") + "\nIt rained again on Tuesday.\n", encoding="utf-8")
    assert main(["ask", str(tmp_path / "desk" / "digest.json"), TOLL]) == 0
    assert "01-tesmark-post.txt: changed since the digest was made" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["digest.json"], 2, "QUESTION is missing"),
        (["digest.json", " "], 2, "the question is empty"),
        (["digest.json", "why?", "-o", "a.csv"], 2, "answers cannot be written as csv"),
        (["none.json", "why?"], 1, "none.json: no such file"),
    ],
)
def test_a_bad_request_is_one_line(desk, monkeypatch, capsys, arguments, code, message):
    monkeypatch.chdir(desk)
    assert main(["ask", *arguments]) == code
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert message in err
