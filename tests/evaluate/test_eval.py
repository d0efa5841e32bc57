"""`summarize eval`: both layouts are read, figures are those of the papers' definitions, bad input is one line."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from conftest import article

from summarize import Settings
from summarize.cli import main
from summarize.errors import MissingExtra, UsageError
from summarize.evaluate import collections, measure, rouge, systems
from summarize.text.sentences import segment

TEXTS = (
    "The dam above Hollin broke on Friday after a week of rain. Nine people died in the valley below the dam. "
    "The mayor of Hollin asked for help from the army on Saturday.",
    "Nine people were killed when the Hollin dam broke on Friday. Soldiers arrived in Hollin on Sunday morning with boats. "
    "The railway line to Marsk will stay closed for two weeks.",
)
REFERENCE = "The Hollin dam broke on Friday and nine people died. The army came with boats."


@pytest.fixture
def lines(write):
    def write_lines(*rows: object) -> Path:
        return write("set.jsonl", "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))

    return write_lines


def row(**changes: object) -> dict[str, object]:
    return {"id": "dam", "docs": [TEXTS[0], {"text": TEXTS[1]}], "references": [REFERENCE]} | changes


def test_a_line_of_json_is_a_collection(lines):
    (case,) = collections.load(lines(row())).collections
    assert (case.name, [a.text for a in case.articles], case.references) == ("dam", list(TEXTS), (REFERENCE,))


def test_a_folder_of_folders_is_read_and_its_references_are_no_articles(write, tmp_path):
    for at, text in enumerate(TEXTS):
        write(f"set/dam/{at}.txt", text)
    write("set/dam/references/1.txt", REFERENCE)
    for path in (tmp_path / "set", tmp_path / "set" / "dam"):
        (case,) = collections.load(path).collections
        assert (case.name, len(case.articles), case.references) == ("dam", 2, (REFERENCE,))


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ({"references": []}, "no references"),
        ({"references": ["", "  "]}, "no references"),
        ({"references": None}, "no references"),
        ({"docs": []}, "no articles"),
        ({"docs": [{"body": "x"}], "references": 3}, "no articles and no references"),
    ],
)
def test_a_collection_without_articles_or_references_costs_a_warning(lines, bad, message):
    found = collections.load(lines(row(**bad), row()))
    assert len(found.collections) == 1
    assert f"set.jsonl:1: {message}" in found.warnings[0]


@pytest.mark.parametrize("content", [[], [""], ["not json"], ["[1]"], [{"docs": ["x"]}]], ids=str)
def test_nothing_to_score_is_one_line_and_code_3(lines, capsys, content):
    assert main(["eval", str(lines(*content))]) == 3
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [["none.jsonl"], ["{}", "--against", "best"], ["{}", "--format", "html"], ["{}", "--words", "0"]],
    ids=" ".join,
)
def test_a_wrong_request_is_one_line_and_code_2(lines, capsys, arguments):
    path = str(lines(row()))
    assert main(["eval", *(argument.format(path) for argument in arguments)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("format", ["terminal", "markdown", "json"])
def test_every_format_has_a_row_for_every_system(lines, capsys, format):
    path = lines(row())
    assert main(["eval", str(path), "--words", "30", "--encoder", "tfidf", "--format", format]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in (measure.OURS, *measure.NAMES))


def test_the_same_seed_gives_the_same_report_and_no_system_exceeds_the_budget(lines):
    cases = collections.load(lines(row(), row(id="again"))).collections
    settings = Settings(overview_words=20, encoder="tfidf")
    report = measure.evaluate(cases, settings, ("lead", "random", "oracle"), seed=7)
    assert report == measure.evaluate(cases, settings, ("lead", "random", "oracle"), seed=7)
    assert all(row.words <= 20 for row in report.rows)
    assert all(value.low <= value.mean <= value.high for row in report.rows for value in row.rouge.values())


def test_the_oracle_is_not_below_the_lead(lines):
    report = measure.evaluate(
        collections.load(lines(row())).collections, Settings(overview_words=25, encoder="tfidf"), ("lead", "oracle")
    )
    lead, oracle = (next(r for r in report.rows if r.system == name) for name in ("lead", "oracle"))
    assert oracle.rouge["2"].mean >= lead.rouge["2"].mean


def test_the_lead_takes_the_first_sentence_of_every_article_first():
    sentences = tuple(s for text in TEXTS for s in segment(article(text)).sentences)
    assert systems.lead(systems.Task(sentences, "en", (REFERENCE,), 50)) == [0, 3, 1, 4, 2, 5]


def test_skip_bigrams_are_those_of_the_paper():
    # Lin 2004, sec. 4: "police kill the gunman" shares one skip-bigram of six with "police killed the gunman" … and
    # SU adds the words themselves: 3 of 4 here, so (3 + 3) of 10 on both sides.
    assert rouge.su4("police kill the gunman".split(), "police killed the gunman".split()) == pytest.approx(0.6)
    assert rouge.su4("a x x x x b".split(), "a y y y y b".split()) == pytest.approx(2 * 3 / 42)
    assert rouge.su4("a x x x x x b".split(), "a y y y y y b".split()) == pytest.approx(2 * 2 / 54)
    assert rouge.su4([], []) == 0


def test_a_summary_equal_to_its_reference_scores_100_in_any_language():
    for language, text in (("en", REFERENCE), ("fr", "La digue a cédé vendredi."), ("zh", "大坝星期五决堤了。")):
        assert rouge.Rouge(language).f1(text, [text]) == pytest.approx(dict.fromkeys(rouge.MEASURES, 100.0))


def test_without_the_package_the_way_to_install_it_is_told(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "rouge_score.rouge_scorer", None)
    with pytest.raises(MissingExtra, match="pip install rouge-score"):
        rouge.Rouge("en")


def test_an_unknown_system_is_refused_before_any_work():
    with pytest.raises(UsageError, match="unknown system 'best'"):
        measure.evaluate([], Settings(), ("best",))


def test_an_interval_of_equal_scores_is_a_point():
    outcome = measure._Outcome(dict.fromkeys(rouge.MEASURES, 40.0), 0.0, 0.1, 2, 50)
    draws = np.zeros((5, 3), dtype=np.int64)
    assert measure._row("x", [outcome] * 3, draws).rouge["2"] == measure.Interval(40.0, 40.0, 40.0)
