"""What may be chosen, what is refused, and which source of settings wins."""

from __future__ import annotations

import pytest

from summarize import Settings
from summarize.errors import UnknownName, UsageError
from summarize.settings import Length, load


@pytest.mark.parametrize(
    ("text", "available", "sentences", "words"),
    [
        ("3", 10, 3, None),
        ("3", 2, 2, None),
        ("20%", 10, 2, None),
        ("1%", 10, 1, None),
        ("80w", 10, 10, 80),
        ("80 words", 4, 4, 80),
        ("short", 10, 1, None),
        ("Medium", 10, 3, None),
        ("long", 10, 6, None),
    ],
)
def test_length_is_sentences_or_a_share_or_words(text, available, sentences, words):
    length = Length.parse(text)
    assert (length.sentences(available), length.words) == (sentences, words)


@pytest.mark.parametrize("text", ["", "0", "-1", "three", "120%", "80x", "3 4"])
def test_a_length_without_meaning_is_refused(text):
    with pytest.raises(UsageError, match="is not understood"):
        Length.parse(text)


@pytest.mark.parametrize(
    "bad",
    [
        {"topics": 0},
        {"topics": -1},
        {"topics": 1001},
        {"topics": "many"},
        {"overview_words": -1},
        {"length": "x"},
        {"encoder": "usee"},
        {"ranker": "lexrnk"},
        {"clusterer": "kmeans"},
        {"language": "klingon"},
    ],
    ids=str,
)
def test_bad_values_are_refused_when_the_settings_are_made(bad):
    with pytest.raises(UsageError):
        Settings(**bad)


def test_a_misspelt_name_gets_a_guess_and_the_list():
    with pytest.raises(UnknownName, match=r"unknown ranker 'lexrnk'. Did you mean 'lexrank'\? Known: coverage, kl"):
        Settings(ranker="lexrnk")


@pytest.mark.parametrize("name", ["fr", "FR", "french", " French "])
def test_a_language_goes_by_code_or_english_name(name):
    assert Settings(language=name).language == "fr"


def test_a_number_of_topics_may_come_as_text():
    assert Settings(topics="4").topics == 4


def test_the_nearer_source_wins(working_folder, monkeypatch, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    (home / "summarize").mkdir()
    (home / "summarize" / "config.toml").write_text(
        'length = "5"\nencoder = "tfidf"\nranker = "luhn"\nlanguage = "de"\n'
    )
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    (working_folder / "pyproject.toml").write_text(
        '[tool.summarize]\nencoder = "use"\nranker = "kl"\nlanguage = "fr"\n'
    )
    monkeypatch.setenv("SUMMARIZE_RANKER", "lsa")
    monkeypatch.setenv("SUMMARIZE_LANGUAGE", "es")
    found = load({"language": "it", "topics": None})
    assert (found.length, found.encoder, found.ranker, found.language) == ("5", "use", "lsa", "it")


def test_summarize_toml_is_found_above_the_working_folder(working_folder, monkeypatch):
    (working_folder / "summarize.toml").write_text("overview_words = 50\ntopics = 3\nlength = 2\n")
    inner = working_folder / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    found = load({})
    assert (found.overview_words, found.topics, found.length) == (50, 3, "2")


def test_a_named_file_replaces_the_one_that_would_be_found(working_folder):
    (working_folder / "summarize.toml").write_text("topics = 3\n")
    (working_folder / "other.toml").write_text("overview_words = 9\n")
    found = load({}, working_folder / "other.toml")
    assert (found.topics, found.overview_words) == ("auto", 9)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("topcs = 3\n", "unknown setting in .*: 'topcs'. Did you mean 'topics'"),
        ("topics = \n", "not valid TOML"),
        ("topics = true\n", "not a whole number"),
        ("overview_words = 'some'\n", "not a whole number"),
        ("length = [1]\n", "length in .* is"),
    ],
)
def test_a_bad_file_is_refused_with_its_name(working_folder, content, message):
    (working_folder / "summarize.toml").write_text(content)
    with pytest.raises(UsageError, match=message):
        load({})


def test_a_settings_file_that_is_not_there_is_refused(working_folder):
    with pytest.raises(UsageError, match="cannot be read"):
        load({}, working_folder / "none.toml")


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ({"topics": 0}, "topics is 0"),
        ({"topics": -1}, "topics is -1"),
        ({"named_topics": ("",)}, "empty name"),
        ({"named_topics": ("dam", " … ")}, "empty name"),
        ({"named_topics": ("Gas deal", "gas  deal")}, "named twice"),
        ({"named_topics": ("x" * 300,)}, "has 300 characters"),
        ({"only_topics": True}, "none is named"),
        ({"query": " "}, "query is empty"),
        ({"query": "why " * 200}, "has 800 characters"),
        ({"query": ["why?", ""]}, "query is empty"),
        ({"query": [3]}, "query is int 3"),
    ],
    ids=str,
)
def test_wishes_that_cannot_be_meant_are_refused(bad, message):
    with pytest.raises(UsageError, match=message):
        Settings(**bad)


def test_named_topics_may_stand_in_a_file_and_in_the_environment(working_folder, monkeypatch):
    (working_folder / "summarize.toml").write_text('named_topics = ["the dam", "aid"]\nonly_topics = true\n')
    assert load({}).named_topics == ("the dam", "aid")
    monkeypatch.setenv("SUMMARIZE_NAMED_TOPICS", "gas deal; NATO")
    monkeypatch.setenv("SUMMARIZE_ONLY_TOPICS", "no")
    found = load({"query": "why?"})
    assert (found.named_topics, found.only_topics, found.query) == (("gas deal", "NATO"), False, "why?")


@pytest.mark.parametrize(
    ("given", "asked", "recorded"),
    [
        (None, (), None),
        ((), (), None),
        ("Why?", ("Why?",), "Why?"),
        (["Why?"], ("Why?",), "Why?"),
        (["Why?", "Who?", "Why?"], ("Why?", "Who?"), ["Why?", "Who?"]),
    ],
    ids=str,
)
def test_one_question_is_recorded_as_a_text_and_several_as_a_list(given, asked, recorded):
    settings = Settings(query=given)
    assert (settings.queries, settings.to_dict()["query"]) == (asked, recorded)
    assert Settings.from_mapping({"query": recorded} if recorded else {}, "a digest") == settings


def test_several_questions_may_stand_in_a_file_and_one_in_the_environment(working_folder, monkeypatch):
    (working_folder / "summarize.toml").write_text('query = ["Who pays?", "When; and where?"]\n')
    assert load({}).queries == ("Who pays?", "When; and where?")
    monkeypatch.setenv("SUMMARIZE_QUERY", "When; and where?")
    assert load({}).queries == ("When; and where?",)
