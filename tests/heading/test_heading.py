"""What sections are called."""

from __future__ import annotations

import pytest
from conftest import EXAMPLES, article

from summarize import Settings, read, summarize
from summarize.heading.casing import recased, usual_case

FLOOD = EXAMPLES / "river-flood"
BRIDGE = EXAMPLES / "harbour-bridge"


def labels(digest) -> list[str]:
    return [topic.label for topic in digest.topics]


@pytest.mark.parametrize("folder", [FLOOD, BRIDGE], ids=lambda folder: folder.name)
def test_labels_are_distinct_and_short_and_open_with_a_capital(folder):
    found = labels(summarize(read([folder])))
    assert len({label.casefold() for label in found}) == len(found) > 3
    for label in found:
        assert 2 <= len(label.split()) <= 5
        assert label[0].isupper()


def test_a_heading_names_what_stands_under_it():
    body = "{} Crews pulled two barges off the bank. Pumps ran all night near the lock. Engineers slept in the cabin."
    other = "The {} market fell again. Traders sold grain at a loss. Brokers said that the rain moved prices."
    texts = [
        f"{body.format(opening)}\n\nSalvage of the barges\n\n{body.format('Later')}\n\nGrain prices\n\n{other.format(kind)}\n"
        for opening, kind in (("First", "grain"), ("Then", "corn"), ("Today", "feed"))
    ]
    digest = summarize([article(text, path=f"{n}.txt") for n, text in enumerate(texts)], Settings(topics=2))
    assert len(digest.topics) == 2
    for topic in digest.topics:
        shown = " ".join(sentence.text for sentence in topic.summary).lower()
        assert all(word.lower() in shown for word in topic.label.split() if word not in ("of", "and", "the"))
    assert any("grain" in label.lower() or "prices" in label.lower() for label in labels(digest))


def test_a_heading_in_capitals_is_written_as_the_text_writes_it():
    case = usual_case(["They say that NATO and the dam in Hollin failed."])
    assert recased("THE NATO DAM IN HOLLIN", case) == "the NATO dam in Hollin"


def test_a_name_that_begins_in_a_small_letter_keeps_it():
    texts = [
        f"{way} iPhone sales fell in Velmar. Traders said that iPhone sales fell." for way in ("Again", "Today", "Now")
    ]
    digest = summarize([article(text, path=f"{n}.txt") for n, text in enumerate(texts)], Settings(topics=1))
    assert labels(digest)[0].startswith("iPhone sales")
