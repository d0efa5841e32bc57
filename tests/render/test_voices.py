"""Who says what, in every format: on demand, cut to what can be read, and nothing twice on a page."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape

import pytest
from conftest import EXAMPLES
from digests import HOSTILE, LINE, digest

from summarize import registry
from summarize.cli import main
from summarize.digest import Digest, Person, Quote, SummarySentence
from summarize.render.blocks import blocks
from summarize.render.voices import MOST_PEOPLE, MOST_STATEMENTS
from summarize.stages import RenderOptions

PAGES = ("terminal", "markdown", "html")
GOLDEN = EXAMPLES.parent / "tests" / "golden"


def person(name: str, *texts: str, description: str | None = None) -> Person:
    lines = tuple(SummarySentence("s1", 100 + n, 120 + n, text) for n, text in enumerate(texts))
    about = Quote("s1", 50, 60, description) if description else None
    return Person(name, "person", Quote("s1", 40, 50, name), about, lines)


def page(form: str, made: Digest, **options) -> str:
    text = registry.renderer(form)(made, RenderOptions(**{"width": 110, "voices": True} | options))
    return unescape(text.partition("<aside")[0])


BERG = person("Anna Berg", "“We need pumps,” Berg said.", LINE.text, description="the mayor")


@pytest.mark.parametrize("form", [*PAGES, "csv", "jsonld"])
def test_voices_are_told_where_they_are_asked_for(form):
    made = digest(people=(BERG,), conflicts=())
    told, silent = page(form, made), page(form, made, voices=False)
    assert "Anna Berg" in told
    assert "We need pumps" in told
    assert "We need pumps" not in silent
    assert "Voices" not in silent


@pytest.mark.parametrize("form", PAGES)
def test_a_speaker_is_described_and_what_the_page_shows_is_referred_to(form):
    text = page(form, digest(people=(BERG,), conflicts=(), overview=()))
    assert "(the mayor)" in " ".join(text.replace("<", " <").split())
    assert text.count(LINE.text) == 1
    assert "see section 1" in text
    assert "see overview" in page(form, digest(people=(BERG,), conflicts=()))
    assert page(form, digest(people=(BERG,), conflicts=(), overview=()), repeat_overview=True).count(LINE.text) == 2


@pytest.mark.parametrize("form", PAGES)
def test_the_first_speakers_and_statements_are_shown_and_the_rest_counted(form):
    many = [
        person(f"Speaker {chr(65 + n)}", *(f"Word {n}.{k} is." for k in range(MOST_STATEMENTS + 2))) for n in range(12)
    ]
    text = page(form, digest(people=tuple(many), conflicts=()))
    assert text.count("Word ") == MOST_PEOPLE * MOST_STATEMENTS
    assert text.count("and 2 more statements") == MOST_PEOPLE
    assert text.count("and 2 more speakers") == 1


@pytest.mark.parametrize("form", PAGES)
def test_words_of_two_speakers_stand_once(form):
    text = page(form, digest(people=(BERG, replace(BERG, name="Colm Adeyo")), conflicts=()))
    assert text.count("We need pumps") == 1
    assert "Colm Adeyo" not in text


@pytest.mark.parametrize("form", PAGES)
def test_nobody_is_no_section(form):
    assert "Voices" not in page(form, digest(people=(), conflicts=()))


def test_word_documents_and_mails_have_them_too():
    made = digest(people=(BERG,), conflicts=())
    for options, told in ((RenderOptions(voices=True), 1), (RenderOptions(), 0)):
        words = " ".join(run.text for block in blocks(made, options) for run in getattr(block, "runs", ()))
        assert [words.count(part) for part in ("Voices", "Anna Berg", "(the mayor)", "We need pumps")] == [told] * 4
        assert words.count("see overview") == told


def test_the_csv_names_the_speaker_of_every_sentence():
    rows = page("csv", digest(people=(BERG,), conflicts=())).splitlines()
    assert rows[0].endswith(",speaker")
    assert [row.startswith("voices,Voices,") for row in rows[1:]] == [False, True, True]
    named = digest(people=(replace(BERG, statements=(LINE,)),), conflicts=())
    assert page("csv", named, voices=False).splitlines()[1].endswith(",Anna Berg")


def test_an_annotation_names_the_speaker():
    items = json.loads(page("jsonld", digest(people=(BERG,), conflicts=())))["first"]["items"]
    assert [item["body"]["value"] for item in items if item["motivation"] == "identifying"] == ["Anna Berg"] * 2


@pytest.mark.parametrize("form", [name for name in registry.names("renderers") if name not in ("docx", "eml")])
@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(text)[:20] for text in HOSTILE])
def test_hostile_names_and_words_are_harmless(form, text):
    out = registry.renderer(form)(digest(people=(person(text, text, description=text),)), RenderOptions(voices=True))
    assert "<script>alert" not in out
    assert "\x1b" not in out
    assert not set("\x00\x07\x08\x9b\u202e\u2066") & set(out) or form in ("json", "jsonld")


def test_every_link_of_the_page_leads_somewhere():
    text = registry.renderer("html")(digest(people=(BERG,), conflicts=()), RenderOptions(voices=True))
    places = {part.split('"')[0] for part in text.split('href="#')[1:]}
    assert places <= {part.split('"')[0] for part in text.split('id="')[1:]}


@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_the_example_with_voices_is_what_it_was_byte_for_byte(suffix, tmp_path, monkeypatch):
    monkeypatch.chdir(EXAMPLES)
    monkeypatch.setenv("COLUMNS", "80")
    written = tmp_path / f"digest.{suffix}"
    assert main(["run", "harbour-bridge", "--voices", "--quiet", "-o", str(written)]) == 0
    assert written.read_bytes() == (GOLDEN / f"harbour-bridge.voices.{suffix}").read_bytes()


def test_the_command_line_adds_voices_on_demand(capsys):
    for wanted, told in (([], False), (["--voices"], True)):
        assert main(["run", str(EXAMPLES / "harbour-bridge"), "-q", "--format", "markdown", *wanted]) == 0
        assert ("## Voices" in capsys.readouterr().out) is told
