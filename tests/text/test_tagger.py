"""Which words are nouns and which are verbs."""

from __future__ import annotations

from summarize.text.tagger import _entries, is_known, is_noun, tag


def test_the_tagger_tells_verbs_from_nouns_by_what_stands_beside_them():
    assert tag("They want to supply gas .".split())[3] == "VB"
    assert tag("The supply of gas fell .".split())[1] == "NN"
    assert tag("Zorbulated 12 blorps .".split())[1:3] == ["CD", "NNS"]


def test_a_word_is_known_as_it_is_written_and_not_by_its_beginning():
    assert is_known("bridge")
    assert not is_known("bridg")
    assert not is_known("bridgex")
    assert not is_known("")
    assert is_noun("bridge")
    assert not is_noun("quickly")
    assert is_noun("bridgex")


def test_the_lexicon_is_looked_up_in_order_and_without_its_preface():
    entries = _entries()
    assert entries == sorted(entries)
    assert not any(entry.startswith(";;;") for entry in entries)
