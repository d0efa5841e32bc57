"""Who a sentence says is speaking, in English, German and French; and where it leaves that open."""

from __future__ import annotations

import pytest
from conftest import article

from summarize import summarize
from summarize.speech import is_unattributed, named_speaker
from summarize.speech.find import subject_of
from summarize.speech.quoted import paragraph


def speaker(text: str, language: str = "en") -> str | None:
    """The name or the pronoun of the one who speaks in a sentence; ? for somebody without a name."""
    subject = subject_of(next(paragraph([text])).outside, language)
    if subject is None:
        return None
    return text[subject.start : subject.end] if subject.name else subject.pronoun or "?"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We need pumps," Anna Berg said.', "Anna Berg"),
        ('"We need pumps," said Anna Berg, the mayor of Port Ellery.', "Anna Berg"),
        ("“We need pumps,” said port spokesman Colm Adeyo in a statement.", "Colm Adeyo"),
        ("Anna Berg told reporters that the city needs pumps.", "Anna Berg"),
        ("According to Anna Berg, the city needs pumps.", "Anna Berg"),
        ("The city needs pumps, according to Mayor Anna Berg.", "Anna Berg"),
        ("Berg, 42, of Leeds, said the city needs pumps.", "Berg"),
        ("Rep. Anna Berg, D-Calif., said the city needs pumps.", "Anna Berg"),
        ("Mayor Anna Berg (R) said on Monday that the city needs pumps.", "Anna Berg"),
        ("The mayor of Port Ellery, Anna Berg, said the city needs pumps.", "Anna Berg"),
        ("Secretary of State Colm Adeyo said the city needs pumps.", "Colm Adeyo"),
        ("WESTON -- Mayor Anna Berg said the city needs pumps.", "Anna Berg"),
        ('Berg added: "We need pumps."', "Berg"),
        ("Berg denied that the city had been warned.", "Berg"),
        ("The Ministry of Transport said the city needs pumps.", "Ministry of Transport"),
        ("The White House said the city needs pumps.", "White House"),
        ("'We need pumps and boats,' Anna Berg said.", "Anna Berg"),
        ('"We need pumps," she said.', "she"),
        ('"We need pumps," said he.', "he"),
    ],
)
def test_the_one_who_speaks_is_found_before_and_behind_the_verb(text, wanted):
    assert speaker(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anna Berg said Colm Adeyo had told her to wait.", "Anna Berg"),
        ("Anna Berg said that Colm Adeyo said no.", "Anna Berg"),
        ('"Colm Adeyo said no to me twice," Anna Berg said.', "Anna Berg"),
        ("Berg, who said she was ill, told reporters that the city needs pumps.", "Berg"),
        ("Berg said the city needs pumps and said boats would come.", "Berg"),
        ('"We need pumps," Berg said, according to a letter seen by the Tribune.', "Berg"),
        ("Asked about the dam, Berg said the city needs pumps.", "Berg"),
    ],
)
def test_the_first_to_speak_is_the_speaker_and_those_inside_are_not(text, wanted):
    assert speaker(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg's lawyer said the city needs pumps.",
        "A spokesman for Anna Berg said the city needs pumps.",
        '"We need pumps," said a spokeswoman for Mayor Anna Berg.',
        "The father of Anna Berg said the city needs pumps.",
        "The officials said Anna Berg had asked for pumps.",
        "The letter says Anna Berg asked for pumps.",
        "As Anna Berg said, the city needs pumps.",
        "The pumps that Anna Berg said would come are here.",
        "Officials said the city needs pumps.",
        "Anna Berg never said the city needs pumps.",
    ],
)
def test_who_only_stands_beside_a_speaker_is_none(text):
    assert speaker(text) in (None, "?")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg and Colm Adeyo said the city needs pumps.",
        "Anna Berg said the city needs pumps, but Colm Adeyo said it needs boats.",
        "Anna Berg said the city needs pumps, according to Colm Adeyo.",
        "Anna Berg added three names to the list.",
        "Anna Berg wrote a book on pumps.",
        "Anna Berg was told to wait.",
        "The city needs pumps.",
    ],
)
def test_two_side_by_side_and_verbs_that_mean_other_things_name_nobody(text):
    assert speaker(text) in (None, "?")


def test_the_one_who_is_told_is_not_the_one_who_speaks():
    assert speaker('The mayor, a farmer, told The Ellery Tribune, "We need pumps."') == "?"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("„Wir brauchen Pumpen“, sagte Anna Berg.", "Anna Berg"),
        ("»Nein«, antwortete Berg.", "Berg"),
        ("Bundeskanzlerin Anna Berg sagte am Montag, die Lage sei ernst.", "Anna Berg"),
        ("Am Montag sagte Ministerpräsident Jens Krause, dass die Brücke gesperrt bleibe.", "Jens Krause"),
        ("In Berlin sagte Anna Berg, die Lage sei ernst.", "Anna Berg"),
        ("Die Bürgermeisterin von Port Ellery, Anna Berg, erklärte, der Staat müsse zahlen.", "Anna Berg"),
        ("Laut Anna Berg ist die Brücke gesperrt.", "Anna Berg"),
        ("Die Brücke ist nach Angaben von Polizeisprecher Jens Krause gesperrt.", "Jens Krause"),
        ("Die Brücke ist Anna Berg zufolge gesperrt.", "Anna Berg"),
        ("„Das ist ein Riss“, so die Chefingenieurin Helene Marx.", "Helene Marx"),
        ("Das Verkehrsministerium erklärte, die Brücke gehöre der Stadt.", "Verkehrsministerium"),
        ("Er betonte, dass alle kommen.", "er"),
        ("„Wir bleiben“, sagte sie.", "sie"),
        ("In Berlin sagte die Kanzlerin, die Lage sei ernst.", "?"),
        ("Ein Anwalt von Anna Berg sagte, sie schweige.", "?"),
        ("Der Sprecher der Polizei sagte, es gebe keine Verletzten.", "?"),
        ("Berg fügte drei Namen ein.", None),
    ],
)
def test_german_has_its_own_verbs_and_order(text, wanted):
    assert speaker(text, "de") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("« Nous avons besoin de pompes », a déclaré Anna Berg.", "Anna Berg"),
        ("« Non », répond Jean Dupont, directeur du port.", "Jean Dupont"),
        ("Anna Berg a affirmé lundi que la situation était grave.", "Anna Berg"),
        ("La maire de Port Ellery, Anna Berg, a indiqué que le pont restait fermé.", "Anna Berg"),
        ("Le ministre des Transports Jean Dupont a dit que le pont serait fermé.", "Jean Dupont"),
        ("Selon Anna Berg, le pont est fermé.", "Anna Berg"),
        ("« Nous restons », a-t-il dit.", "il"),
        ("« Nous restons », dit-elle.", "elle"),
        ("Il a ajouté que tout irait bien.", "il"),
        ("Le porte-parole de la police a déclaré que personne n’était blessé.", "?"),
        ("Anna Berg annonce sa candidature.", None),
    ],
)
def test_french_has_its_own_verbs_and_forms(text, wanted):
    assert speaker(text, "fr") == wanted


def test_a_language_without_verbs_of_speech_has_no_speakers():
    assert named_speaker('"Potrzebujemy pomp" powiedziała Anna Berg said.', "pl") is None
    assert named_speaker('"We need pumps," Anna Berg said.', "en") == (17, 26)
    assert named_speaker("Anna Berg allegedly told him to wait.", "en") == (0, 9)
    assert named_speaker("The White House said the city needs pumps.", "en") is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We have a clear plan," he said.', True),
        ('"We have a clear plan."', True),
        ('"We have a clear plan," Anna Berg said.', False),
        ("Anna Berg told reporters that she said so.", False),
        ("The dam broke on Friday.", False),
    ],
)
def test_a_quotation_without_its_speaker_is_known(text, wanted):
    assert is_unattributed(text) is wanted


@pytest.mark.parametrize(
    ("texts", "inside"),
    [
        (['"We need pumps. ', 'And boats," Berg said.'], [(False, True), (True, False)]),
        (["“We need pumps.”", "“And boats.”"], [(False, False), (False, False)]),
        (['And boats," Berg said.'], [(True, False)]),
        (["„Wir warten.", "Und hoffen“, sagte Berg."], [(False, True), (True, False)]),
        (["« Nous attendons.", "Et nous espérons », dit Berg."], [(False, True), (True, False)]),
        (["“We need pumps.", "“And boats,” Berg said."], [(False, True), (False, False)]),
    ],
)
def test_a_quotation_goes_on_through_the_sentences_of_a_paragraph(texts, inside):
    found = list(paragraph(texts))
    assert [(parts.begins_inside, parts.ends_inside) for parts in found] == inside
    assert all(len(parts.outside) == len(text) for parts, text in zip(found, texts, strict=True))
    assert "boats" not in "".join(parts.outside for parts in found)


@pytest.mark.parametrize("language", ["es", "tg"])
def test_an_article_in_a_language_without_speakers_may_name_one(language):
    said = '"We will repair it," said Anna Holloway, the mayor of Ellery. Holloway closed the bridge on Monday.'
    other = "La alcaldesa Anna Holloway cerró el puente. Según Holloway, la ciudad pagará la reparación."
    digest = summarize([article(said, path="a.txt", language="en"), article(other, path="b.txt", language=language)])
    assert [person.name for person in digest.people] == ["Anna Holloway"]
