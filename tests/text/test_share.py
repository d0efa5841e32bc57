"""What one sentence and one article may take of a collection, and that the time it takes grows with the text."""

from __future__ import annotations

import re
import time
from importlib import import_module

import pytest
from conftest import article

from summarize.text import segment_all
from summarize.text import share as limits
from summarize.text.sentences import boundaries, segment

ENDLESS = {
    "words": "word ",
    "commas": "a, ",
    "numbers": "1,234 ",
    "names": "Anna Berg and ",
    "letters": "a",
    "han": "中",
    "brackets": "(a. ",
    "quotes": "«a. ",
    "items": "1. ",
}


def reasons(document):
    return {span.reason for span in document.ignored}


@pytest.mark.parametrize("unit", ENDLESS.values(), ids=ENDLESS.keys())
def test_what_has_no_sentence_boundary_is_set_aside_and_said(unit):
    document = segment(article("The dam broke on Friday. Then " + unit * 3_000))
    assert [sentence.text for sentence in document.sentences][:1] == ["The dam broke on Friday."]
    assert all(not limits.is_too_long(sentence.text) for sentence in document.sentences)
    covered = [*document.sentences, *document.ignored]
    assert sum(span.end - span.start for span in covered) >= 0.5 * len(document.article.text)


def test_its_parts_are_used_where_they_are_sentences():
    told = " ".join(f"The river rose by {n} metres in the town of Ostrow." for n in range(60))
    document = segment(article(f'He said: "{told} and so on'))
    assert len(document.sentences) == 60
    assert document.sentences[7].text == "The river rose by 7 metres in the town of Ostrow."


def test_a_long_sentence_of_an_orator_is_one():
    text = "We shall fight " + "and never give in " * 40 + "to them."
    assert [sentence.text for sentence in segment(article(text)).sentences] == [text]


def test_a_long_paragraph_has_the_sentences_of_its_parts():
    sentences = [f"Train {n} from Kessow was late again on Monday." for n in range(2_000)]
    text = " ".join(sentences)
    assert [text[start:end] for start, end in boundaries(text, "en")] == sentences


def test_one_sentence_again_and_again_counts_a_few_times():
    document = segment(article("He said. " * 3_000))
    assert len(document.sentences) == limits.MOST_TIMES
    assert [span.reason for span in document.ignored] == ["repeated"]


def test_the_longest_articles_give_way_when_all_are_too_long(monkeypatch):
    monkeypatch.setattr(limits, "MOST_SENTENCES", 20)
    texts = [" ".join(f"Number {n} of {k} came in." for n in range(k)) for k in (2, 5, 40, 60)]
    documents = segment_all([article(text, path=f"{k}.txt") for k, text in enumerate(texts)])
    assert [len(document.sentences) for document in documents] == [2, 5, 6, 6]
    assert documents[0].warnings == ()
    assert "34 of its 40 sentences set aside" in documents[2].warnings[0]
    assert limits.OVER_SHARE in reasons(documents[2])


def test_more_articles_than_sentences_fit_leaves_out_the_last(monkeypatch):
    monkeypatch.setattr(limits, "MOST_SENTENCES", 3)
    documents = segment_all([article("It broke on Friday.", path=f"{k}.txt") for k in range(5)])
    assert [len(document.sentences) for document in documents] == [1, 1, 1, 0, 0]


def test_an_article_that_breaks_a_stage_costs_itself_only(monkeypatch):
    from summarize.text import sentences

    real = sentences.segment

    def broken(text, repeated=frozenset()):
        if "boom" in text.text:
            raise RuntimeError("boom")
        return real(text, repeated)

    monkeypatch.setattr(sentences, "segment", broken)
    bad, good = segment_all([article("boom", path="bad.txt"), article("It broke on Friday.", path="good.txt")])
    assert (len(bad.sentences), len(good.sentences)) == (0, 1)
    assert bad.warnings == ("bad.txt: set aside, its sentences cannot be told (RuntimeError)",)
    assert reasons(bad) == {"damaged"}


# Growth: a stage on n characters and on four times as many. Linear is a factor of 4, quadratic of 16; noise is allowed for.
MOST_GROWTH = 10
UNITS = [
    *ENDLESS.values(),
    "He said. ",
    "a.b ",
    ". ",
    "A. ",
    "中。",
    "Mr. ",
    "e.g. ",
    "- ",
    " ",
    "\n",
    "a\n",
    "A b.\n\n",
    "[",
    '"',
    "’",
    "#",
    "*",
    "…",
    "1",
    "Photo: ",
    "by a ",
    "(Reporting by ",
    "a\u0301",
    "\u200b",
    "AB (",
    "Read more ",
]


def growth(work, unit: str, size: int) -> float:
    """How much longer `work` takes on four times the text: the best of a few tries, since other programs run too."""

    def seconds(text: str) -> float:
        began = time.process_time()
        work(text)
        return time.process_time() - began

    small, large = unit * (size // len(unit)), unit * (4 * size // len(unit))
    ratios = []
    for _ in range(4):
        first = max(seconds(small), 1e-3)
        ratios.append(seconds(large) / first)
        if ratios[-1] <= MOST_GROWTH:
            break
    return min(ratios)


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_segmenting_takes_time_in_proportion_to_the_text(unit):
    assert growth(lambda text: segment(article(text)), unit, 20_000) <= MOST_GROWTH


def patterns(module: str):
    def inside(value):
        if isinstance(value, re.Pattern):
            yield value
        elif isinstance(value, (tuple, list)):
            for item in value:
                yield from inside(item)

    return [found for value in vars(import_module(module)).values() for found in inside(value)]


BOUNDED = [
    "summarize.text.furniture",
    "summarize.text.rules",
    "summarize.text.captions",
    "summarize.conflict.claims",
    "summarize.conflict.counted",
    "summarize.conflict.numbers",
    "summarize.heading.tokens",
    "summarize.match.copies",
    "summarize.judge.likeness",
    "summarize.judge.form",
    "summarize.judge.boilerplate",
    "summarize.speech.context",
    "summarize.speech.describe",
    "summarize.speech.find",
    "summarize.speech.names",
    "summarize.speech.quoted",
    "summarize.speech.sightings",
    "summarize.speech.subjects",
    "summarize.judge.views",
]
ATTACKS = [
    "a",
    "A",
    "aA ",
    "Ab ",
    "1",
    ",",
    " ",
    ".",
    "(",
    "[",
    '"',
    "’",
    "-",
    "/",
    "a, ",
    "A. ",
    "1,234 ",
    "$1 ",
    "two ",
    "twenty-",
    "in ",
    "of the ",
    "not ",
    "photo (",
    "Photo: ",
    "/ a ",
    "(L) (",
    "@",
    "May 1 ",
    "poses on ",
]


@pytest.mark.parametrize("module", BOUNDED)
def test_a_pattern_takes_steps_in_proportion_to_the_longest_sentence_at_worst_with_its_square(module):
    """These patterns see one sentence or line, whose length is bounded; none may grow faster than with its square."""
    size = 200
    for pattern in patterns(module):
        if isinstance(pattern.pattern, bytes):
            continue
        for unit in ATTACKS:

            def work(text: str, pattern: re.Pattern[str] = pattern) -> None:
                pattern.fullmatch(text)
                for _ in pattern.finditer(text):
                    pass

            assert growth(work, unit, size) <= 4 * MOST_GROWTH, (pattern.pattern, unit)
