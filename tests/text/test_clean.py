"""What is set aside, with its reason, and what must survive."""

from __future__ import annotations

import pytest
from conftest import article
from files import BODY
from stories import STORIES

from summarize.read.head import metadata
from summarize.text.clean import Cleaned, clean
from summarize.text.sentences import segment_all

FURNITURE = [
    ("By Anna Kerr, Staff Writer", "byline"),
    ("By Jonas Vey and Mira Tolland for The Post", "byline"),
    ("/ Updated By Jonas Vey, Mira Tolland. and Anna Kerr", "byline"),
    ("Friday, March 23, 2007", "date"),
    ("2024-05-03", "date"),
    ("Updated 3 May 2024 at 10:15", "date"),
    ("Photo: Jonas Vey / Coastal Wire", "caption"),
    ("Image copyright Ann Low Image caption The bridge of Averley", "caption"),
    ("Tweet with a location", "embed"),
    ("From Wikipedia, the free encyclopedia", "label"),
    ("Officer Anna Rose (Photo: Kessow State University)", "caption"),
    ("The bridge on Monday, seen from the harbour [Mira Tolland/Coastal Wire]", "caption"),
    ("A map showing the flooded districts, made by the survey office", "caption"),
    ("The intended route of Flight 447.", "caption"),
    ("HMS Cornwall at Zeebrugge in 2006.", "caption"),
    ("Ellery Square after the flood.", "caption"),
    ("Boats at the pier, Kessow after the May 3 flood and storm.", "caption"),
    ("May 4, 2024 Mayor Ann Low speaks at the dam in Averley, where she promised to pay.", "caption"),
    ("Soldiers patrol outside the school of Kessow, May 4, 2024.", "caption"),
    ("Friday, 3 May 2024.", "date"),
    ("The governor of Averley and the mayor at the gate.", "caption"),
    ("Governor Ann Low poses with Mayor Bo Ek at the dam in Averley, on February 4, 2022.", "caption"),
    ("Mayor Ann Low (L) and Governor Bo Ek (R) at the dam", "caption"),
    ("FILE - The dam before it broke.", "caption"),
    ("Jonas Vey / TASS", "credit"),
    ("Pool/Jonas Vey/Kremlin via REUTERS", "credit"),
    ("© 2024 The Post. All rights reserved.", "credit"),
    ("Copyright © 2024 The Post. All rights reserved.", "credit"),
    ("Copyright The Post, all rights reserved", "credit"),
    ("Copyright The Post 2024.", "credit"),
    ("(c) The Post 2024. All rights reserved.", "credit"),
    ("The Post © 2024", "credit"),
    ("All content © 2024 Post Media Ltd.", "credit"),
    ("Post Media Ltd. All rights reserved.", "credit"),
    ("bridge_03.jpg", "file name"),
    ("Embed:", "embed"),
    ("What a day at the pier pic.twitter.com/AbC123", "embed"),
    ("— The Post (@thepost) May 3, 2024", "embed"),
    ("“Free hay at gate 3.” — Hollin Farmers (@hollinfarmers) pic.social.example/7h March 9, 2026", "embed"),
    ("October 16, 2025 | Updated 9:15 a.m.", "date"),
    ("By Anna Kerr in Hollin", "byline"),
    ("Advertisement", "embed"),
    ("Read more: Who pays for the bridge?", "related"),
    ("Related article: Ferries to the rescue", "related"),
    ("READ MORE", "related"),
    ("Sign up for our newsletter and get the morning briefing.", "promotion"),
    ("Subscribe now", "promotion"),
    ("Follow us on Facebook", "promotion"),
    ("Share this article", "sharing"),
    ("Facebook | Twitter | WhatsApp", "sharing"),
    ("View all comments", "comments"),
    ("We use cookies to make this site work.", "cookies"),
    ("https://post.example/2024/bridge", "source address"),
    ("Original url:", "source address"),
    ("(Reporting by Anna Kerr; editing by Bo Ek)", "sign-off"),
    ("Correction: an earlier version misspelled a name.", "correction"),
    ("+33 1 57 02 10 55, for calls from abroad", "contact"),
    ("* * *", "rule"),
    ("Who pays for the bridge", "heading"),
    ("‘Dear friend’", "heading"),
]

PROSE = [
    "By Friday the water had reached the school.",
    "Photographs of the bridge were shown to the council.",
    "Read more books, the minister told the children.",
    "Share prices of the builder fell by a third.",
    "Follow the river north and you reach the dam.",
    "Correction fluid was found on the inspection report.",
    "Updated figures put the damage at $38 million.",
    "He said: “We saw the crack.”",
    "The council voted 7/2 for the ferry (and against the tolls).",
    "No.",
    "The dam broke in May.",
    "The talks resume in Geneva.",
    "The mayor of Port Ellery quit on Monday.",
    "The council meets on May 4, 2024, the mayor said.",
    "Talks resume in Geneva.",
    "Both sides agree on this.",
    "The team play in May and in June.",
    "Subscribers of the ferry company pay half the fare, the mayor said on Monday.",
    "On 3 May 2024 the dam broke.",
    "The watchdog fined the network after it found that its cookie settings misled 4 million users.",
    "Regulators want to see the cookie policy of every shop by May.",
    "Update: the dam has burst and 40 people are dead.",
    "Correction: markets fell by a tenth on Friday.",
    "A map showing the missing islands was handed to the court.",
    "A photograph of the crack angered the council.",
    "Pictures by satellites show forty trucks near the border.",
    "AP officials said that the ferry will run again.",
    "Apple shares fell by a tenth on Friday.",
    "Pat Low could not be reached on Friday evening.",
    "Copyright law was changed by the council on Monday.",
    "Copyright law changed in 2021.",
    "The song, copyright 1954, was sold for a million.",
    "He said that the label read (c) 2024.",
    "Register offices across the state closed on Monday.",
    "Written by a prisoner in 1944, the letter was sold for $2 million.",
    "Reporting by the Post led to his arrest.",
    "2020-2021 was the driest winter on record.",
    "Residents were asked to sign up for alerts on their phones after the dam burst.",
    "Watch – the flood reached the school by noon.",
    "By noon the river rose.",
    "The police clash in Kessow on Monday.",
    "The council meets on May 4, 2024.",
    "May 4, 2024, Mayor Ann Low speaks her last word in the council of Averley.",
    "Mayor Low resigned after the vote.",
    "Prices rose after the storm.",
    "House Speaker Bo Ek (R) and Senator Ann Low (R) said they would not pay.",
    "Mayor Ann Low (R) vetoed the toll on Tuesday.",
    "The vote was 12 for and 7 against (see page 3/4).",
    "Join the discussion on gun control, the mayor urged.",
    "The governor of the state of Averley, who had promised to pay for the repair of the bridge, then declined",
]


@pytest.mark.parametrize(("line", "reason"), FURNITURE, ids=[line[:30] for line, _ in FURNITURE])
def test_furniture_is_set_aside_with_its_reason(line, reason):
    text = f"The bridge is closed.\n\n{line}\n\nThe ferry runs again."
    cleaned = clean(article(text))
    assert [(text[span.start : span.end], span.reason) for span in cleaned.ignored] == [(line, reason)]
    assert len(cleaned.paragraphs) == 2


@pytest.mark.parametrize("line", PROSE, ids=[line[:30] for line in PROSE])
def test_prose_survives(line):
    text = f"The bridge is closed.\n\n{line}\n\nThe ferry runs again."
    cleaned = clean(article(text))
    assert cleaned.ignored == ()
    assert [text[start:end] for start, end in cleaned.paragraphs][1] == line


FOREIGN = [
    ("de", "Angela Kerr in Berlin.", None),
    ("de", "Der Bürgermeister von Kessow in Berlin.", None),
    ("de", "By the way heißt das Stück, das am Montag anlief.", None),
    ("de", "Von Anna Kerr", "byline"),
    ("de", "Lesen Sie auch: Wer zahlt für die Brücke?", "related"),
    ("de", "Wir verwenden Cookies, um die Seite zu verbessern.", "cookies"),
    ("fr", "Jeudi 29 novembre 2007", "date"),
    ("hi", "शनिवार 1 जनवरी 2005", "date"),
    ("fr", "Par Jean Dupont", "byline"),
    ("fr", "Par chance, personne ne se trouvait sur le pont.", None),
    ("fr", "Photo de famille avec le maire lundi sur le pont.", None),
    ("fr", "À lire aussi : qui paiera le pont ?", "related"),
    ("fr", "Inscrivez-vous à notre newsletter.", "promotion"),
    ("es", "Foto: Ana Ruiz", "caption"),
    ("es", "Por Ana Ruiz", "byline"),
    ("es", "Por Madrid pasaron mil personas.", None),
    ("sv", "Av Anna Berg", "byline"),
    ("ru", "Читайте также: кто заплатит за мост", "related"),
    ("uk", "Фото: Оксана Лис", "caption"),
    ("pl", "Czytaj także: kto zapłaci za most?", "related"),
    ("tr", "Tüm hakları saklıdır.", "credit"),
]


@pytest.mark.parametrize(("code", "line", "reason"), FOREIGN, ids=[line[:30] for _, line, _ in FOREIGN])
def test_rules_are_those_of_the_language(code, line, reason):
    text = f"{line}\n\n{STORIES[code][0]}"
    found = {text[span.start : span.end]: span.reason for span in clean(article(text, language=code)).ignored}
    assert found == ({line: reason} if reason else {})


def test_a_label_and_a_credit_are_set_aside_without_the_news_between_them():
    text = "UPDATE: The dam has burst and forty people fled, the mayor said. (Bo Ek/Coastal Wire)"
    cleaned = clean(article(text))
    assert [text[start:end] for start, end in cleaned.paragraphs] == [
        "The dam has burst and forty people fled, the mayor said."
    ]
    assert [span.reason for span in cleaned.ignored] == ["label", "credit"]


def test_a_dateline_is_a_span_before_the_sentence():
    text = "PORT ELLERY (Coastal Wire) — The bridge is closed."
    cleaned = clean(article(text))
    assert [text[span.start : span.end] for span in cleaned.ignored] == ["PORT ELLERY (Coastal Wire) — "]
    assert [text[start:end] for start, end in cleaned.paragraphs] == ["The bridge is closed."]


def test_the_title_is_known_from_the_metadata():
    cleaned = clean(article("The bridge is closed.\nIt is.", title="The bridge is closed."))
    assert cleaned.ignored[0].reason == "title"


def test_front_matter_is_set_aside():
    text = "---\ntitle: x\n---\nThe bridge is closed."
    cleaned = clean(article(text))
    assert cleaned.ignored[0].reason == "front matter"
    assert [text[start:end] for start, end in cleaned.paragraphs] == ["The bridge is closed."]


def test_hard_wrapped_lines_are_one_paragraph():
    wrapped = (
        "The bridge across the harbour was closed on Monday evening after\n"
        "Averley’s engineers had found two cracks in one of its girders at\n"
        "Port Ellery, and the police turned back the buses which were on a\n"
        "Monday market run."
    )
    text = f"{wrapped}\n\nThe ferry runs again."
    cleaned = clean(article(text))
    assert [text[start:end] for start, end in cleaned.paragraphs] == [wrapped, "The ferry runs again."]
    assert cleaned.ignored == ()


def test_lines_of_their_own_are_paragraphs_of_their_own():
    assert len(clean(article("The bridge is closed.\nThe ferry runs.\nThe mayor is silent.")).paragraphs) == 3


def test_a_sentence_broken_by_an_empty_line_is_joined():
    text = "The two leaders met as their countries seek closer ties in the\n\nface of criticism."
    assert [text[start:end] for start, end in clean(article(text)).paragraphs] == [text]


def test_every_character_is_in_a_paragraph_or_set_aside_or_white_space():
    text = "Title of it\n\nBy Ann Low\n\nELLERY (Wire) — One. Two.\nRead more: x\n\n* item one is here.\n"
    cleaned = clean(article(text))
    covered = set()
    for start, end in [*cleaned.paragraphs, *((span.start, span.end) for span in cleaned.ignored)]:
        assert not covered & set(range(start, end))
        covered |= set(range(start, end))
    assert not "".join(char for place, char in enumerate(text) if place not in covered).strip()


def pieces(text: str, cleaned: Cleaned) -> list[str]:
    """The paragraphs and what was set aside, in the order of the text."""
    places = sorted([*cleaned.paragraphs, *((span.start, span.end) for span in cleaned.ignored)])
    return [text[start:end] for start, end in places]


@pytest.mark.parametrize(
    "piece", ["The a ", "Ab ", "A", "(", "[a/ ", ". ", ".", "By A, ", "The Ab of ", "© ", "share, ", "a-"]
)
def test_a_line_made_to_be_slow_is_read_like_any_other(piece):
    for length in (120, 790, 50_000):
        line = (piece * length)[:length] + "é("
        text = f"The bridge is closed.\n\n{line}\n"
        assert pieces(text, clean(article(text))) == ["The bridge is closed.", line]
        assert metadata(f"{line}\n\n{line}\n").keys() <= {"title", "publisher", "authors"}


def test_what_an_outlet_prints_on_every_page_is_set_aside():
    about = "The Post is read in Ellery"
    pages = [
        article(f"{line}\n\n{about}\n\n{BODY[3]}", publisher="The Post", path=f"{n}.txt")
        for n, line in enumerate(BODY[:3])
    ]
    other = article(f"{BODY[0]}\n\n{BODY[3]}", publisher="The Courier", path="9.txt")
    documents = segment_all([*pages, other])
    shown = [[sentence.text for sentence in document.sentences] for document in documents]
    assert shown == [[BODY[0], BODY[3]], [BODY[1]], [BODY[2]], [BODY[0], BODY[3]]]
    assert [span.reason for span in documents[1].ignored] == ["heading", "repeated"]


@pytest.mark.parametrize(
    "line", ["© 2024 The Post", "Copyright 2024 The Post. All rights reserved.", "All rights reserved."]
)
def test_a_copyright_line_after_the_last_sentence_is_set_aside(line):
    told = "The dam above the town of Hollin broke in the night to Monday, the mayor said in May."
    found = clean(article(f"{told} {line}"))
    assert [span.reason for span in found.ignored] == ["credit"]
    assert found.paragraphs == ((0, len(told)),)
