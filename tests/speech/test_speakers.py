"""Which sentences are one speaker's, across the articles of an event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import representation

from summarize.model import Representation
from summarize.speech import Place, Speech, speech


def heard(*texts: str, language: str = "en") -> tuple[Representation, Speech]:
    """The speakers of some articles."""
    some = representation(*texts, encoder="tfidf")
    some = replace(some, languages=(language,) * len(some))
    return some, speech(some)


def words(some: Representation, place: Place | None) -> str | None:
    texts = {int(some.article_of[n]): sentence.article.text for n, sentence in enumerate(some.sentences)}
    return texts[place.article][place.start : place.end] if place else None


def said(*texts: str, language: str = "en") -> dict[str, list[int]]:
    """Name → numbers of the sentences."""
    some, found = heard(*texts, language=language)
    return {words(some, speaker.name): list(speaker.sentences) for speaker in found.speakers}


FIRST = 'The water rose. "We need pumps and boats," Chancellor Anna Berg said on Monday.'


def test_the_names_of_one_person_are_one_speaker_across_articles():
    second = "Chancellor Berg said on Tuesday that the dam would hold. Berg told reporters that boats had come."
    assert said(FIRST, second) == {"Anna Berg": [1, 2, 3]}


def test_two_people_of_one_last_name_stay_apart():
    second = 'The port is closed. "We lost our boats in the night," said Colm Berg, a fisherman.'
    third = "Berg said on Wednesday that nobody had been warned."
    assert said(FIRST, second, third) == {"Anna Berg": [1], "Colm Berg": [3]}


def test_a_last_name_is_the_one_person_that_its_article_has_named():
    second = '"We lost our boats in the night," said Colm Berg, a fisherman. Berg said that nobody had been warned.'
    assert said(FIRST, second) == {"Anna Berg": [1], "Colm Berg": [2, 3]}


def test_a_title_tells_two_people_apart():
    second = '"We lost our boats," said Colm Berg, a fisherman. Chancellor Berg said that boats would be paid for.'
    assert said(FIRST, second) == {"Anna Berg": [1, 3], "Colm Berg": [2]}


def test_a_couple_named_together_leaves_the_last_name_open():
    second = "Anna and Colm Berg came to the dam. Berg said on Tuesday that the dam would hold."
    assert said(FIRST, second) == {"Anna Berg": [1]}


def test_middle_names_and_short_forms_are_the_same_person_and_a_junior_is_not():
    assert len(said(FIRST, '"It will hold until Friday," said Anna L. Berg.')) == 1
    assert (
        len(said('"It will hold," said Joe Falk, an engineer.', '"It may not hold," said Joseph R. Falk Jr. later.'))
        == 1
    )
    both = 'Joe Falk came. "It will hold until noon," Joe Falk said. "It will not hold," said Joe Falk Jr., his son.'
    assert len(said(both)) == 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('Anna Berg said the dam would hold. "The night will be long for us," she said.', [0, 1]),
        ('Anna Berg said the dam would hold.\n\n"The night will be long for us," she said.', [0]),
        ('Mr. Berg said the dam would hold. "The night will be long for us," she said.', [0]),
        ("Anna Berg said the dam would hold. After Colm Adeyo left, she said the night would be long.", [0]),
        ('The White House said the dam would hold. "The night will be long for us," he said.', [0]),
        ('"The dam will hold tonight," Anna Berg said. "The night will be long for us."', [0, 1]),
        ('"The dam will hold tonight," Anna Berg said.\n\n"The night will be long for us."', [0]),
        ('The dam "will hold," the plan says. "The night will be long for us."', []),
        ("Anna Berg said.", []),
        ("Anna Berg allegedly told him to wait for the pumps.", []),
    ],
)
def test_he_and_a_quotation_alone_go_to_the_speaker_right_before_in_the_paragraph(text, wanted):
    numbers = [number for numbers in said(text + " Anna Berg left.").values() for number in numbers]
    assert numbers == wanted


def test_a_person_comes_before_an_organisation_and_the_one_more_articles_quote_first():
    ministry = "The Ministry of Transport said the bridge is closed."
    some = said(
        f"{ministry} Colm Adeyo said the bridge is old.", f"{ministry} Anna Berg said it is shut for good.", FIRST
    )
    assert list(some) == ["Anna Berg", "Colm Adeyo", "Ministry of Transport"]


def test_kinds_are_certain_or_other():
    _, found = heard(
        "Anna Berg, who runs the port, said the bridge is closed. Ruritania said the bridge is very old. "
        "The port of Ruritania said nothing.",
    )
    assert [(speaker.kind) for speaker in found.speakers] == ["person", "other"]


def test_a_plain_word_with_a_capital_is_no_name():
    assert said("Engineers said the bridge is closed. The engineers left.") == {}
    assert said("The Board said the bridge is closed.") == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Secretary of State Colm Adeyo said the bridge is closed for good.", "Colm Adeyo"),
        ("The Union for the Sea President Colm Adeyo said the bridge is closed.", "Colm Adeyo"),
        ("Rep. Colm Adeyo, R-TX, said the bridge is closed for good.", "Colm Adeyo"),
        ("Colm Adeyo Jr. Ruth Sey told the town to wait for the pumps.", "Ruth Sey"),
        ("Fifteen-year-old Colm Adeyo said the bridge is closed for good.", "Colm Adeyo"),
        ("Weston-based Board of Trade said the bridge is closed for good.", "Board of Trade"),
        ("Apparently Colm Adeyo said the bridge is closed for good.", "Colm Adeyo"),
        ("NBC's Colm Adeyo said the bridge is closed for good.", "Colm Adeyo"),
    ],
)
def test_a_name_is_told_from_what_stands_beside_it(text, wanted):
    assert list(said(text)) == [wanted]


def test_a_sentence_that_only_leads_in_says_nothing():
    assert said("On the page that she keeps for the town, Anna Berg says:\n\nThe water is high.") == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We need pumps," said Anna Berg, the mayor of Port Ellery.', "the mayor of Port Ellery"),
        ('"We need pumps," said port spokeswoman Anna Berg.', "port spokeswoman"),
        ("But Rep. Anna Berg said the city needs pumps.", "Rep."),
        ("The mayor of Port Ellery, Anna Berg, said the city needs pumps.", "The mayor of Port Ellery"),
        ("The warden of Weston, Capt. Anna Berg, said the city needs pumps.", "The warden of Weston"),
        ("The Minister for the Port Anna Berg said the city needs pumps.", "Minister for the Port"),
        ('"I like Anna Berg, a mayor of my taste," said Anna Berg.', None),
        (
            "Anna Berg, head of Weston.com and a farmer of the younger Mr. Falk of the Weston Bridge, said the dam will hold.",
            None,
        ),
        ("Its director, Anna Berg, said the city needs pumps.", None),
        ("Mrs. Anna Berg said the city needs pumps.", None),
        ("Anna Berg, a day after the flood, said the city needs pumps.", None),
    ],
)
def test_who_somebody_is_stands_in_the_words_of_the_article(text, wanted):
    some, found = heard(text)
    (speaker,) = found.speakers
    assert words(some, speaker.description) == wanted


def test_who_speaks_is_found_for_a_quotation_alone_and_never_guessed():
    some, found = heard(
        'Anna Berg leads the relief corps. "We need pumps," Anna Berg said. "The night will be long," she said.',
        'The council met on Monday. "We have a plan," he said.',
        '"The dam will hold," Colm Adeyo said.\n\n"The night will be long," he said.',
    )
    assert {number: words(some, place) for number, place in found.contexts.items()} == {2: "Anna Berg", 6: "Colm Adeyo"}


def test_german_and_french_speakers_are_merged_too():
    german = "„Wir brauchen Pumpen“, sagte Anna Berg. Bürgermeisterin Berg sagte, die Brücke bleibe gesperrt."
    assert said(german, language="de") == {"Anna Berg": [0, 1]}
    french = "« Nous avons besoin de pompes », a déclaré Anna Berg. Le pont est fermé, a dit Mme Berg lundi matin."
    assert said(french, language="fr") == {"Anna Berg": [0, 1]}
    assert said(german, language="pl") == {}


def test_the_order_of_the_speakers_hangs_on_nothing_else():
    texts = (FIRST, '"It is old," said Colm Adeyo, an engineer.', '"It is shut," said Ruth Sey, a baker.')
    assert list(said(*texts)) == list(said(*texts)) == ["Anna Berg", "Colm Adeyo", "Ruth Sey"]


def test_thousands_of_marks_cost_no_more_than_their_length():
    text = '"' * 4000 + " Anna Berg said " + "“ " * 2000 + "A. " * 2000
    assert said(text) == said(text)
