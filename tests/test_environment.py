"""The environment as it may be found: variables of others, misspelt ones, and none at all."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from summarize.errors import UnknownName, UsageError
from summarize.settings import Length, load


def test_a_variable_of_another_program_changes_nothing(monkeypatch, working_folder):
    monkeypatch.setenv("SUMMARIZE_LANGUAGE", "de")
    monkeypatch.setenv("LANGUAGE", "fr")
    assert load({}).language == "de"


def test_a_misspelt_variable_is_refused_with_a_guess(monkeypatch, working_folder):
    monkeypatch.setenv("SUMMARIZE_ENCODR", "tfidf")
    with pytest.raises(UnknownName, match=r"'SUMMARIZE_ENCODR'\. Did you mean 'SUMMARIZE_ENCODER'"):
        load({})


def test_an_empty_variable_is_none(monkeypatch, working_folder):
    monkeypatch.setenv("SUMMARIZE_ENCODER", "")
    assert load({}).encoder == "use"


def test_without_a_home_there_is_no_file_of_ones_own(monkeypatch, working_folder):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr("pathlib.Path.home", homeless)
    assert load({}).encoder == "use"


@pytest.mark.parametrize(
    "text", ["tool = 1", "[tool]\nsummarize = 1", "a = " + "[" * 5_000, "a = 1" + "0" * 5_000, "\ufeff\0"]
)
def test_a_settings_file_that_is_none_is_a_usage_error_or_nothing(text, working_folder):
    path = working_folder / "pyproject.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"pyproject\.toml") if text != "tool = 1" else nullcontext():
        load({}, path)


def test_a_length_beyond_all_numbers_is_a_length():
    assert Length.parse("9" * 400).sentences(5) == 5
