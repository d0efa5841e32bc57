"""Small letters, place by place."""

from __future__ import annotations

from summarize.conflict.lowercase import lowered
from summarize.conflict.reading import values_of


def test_every_character_stays_in_its_place():
    text = "İstanbul and İzmir saw 14 Fires"
    assert len(lowered(text)) == len(text)
    assert lowered(text).endswith("saw 14 fires")


def test_a_number_behind_a_letter_that_grows_is_found_where_it_stands():
    text = "In İstanbul and İzmir AT LEAST Fourteen People were hurt."
    (slot,) = values_of(text, "en", None)
    assert (text[slot.start : slot.end], slot.value) == ("AT LEAST Fourteen People", 14)
