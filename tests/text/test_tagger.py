"""Which words are nouns and which are verbs."""

from __future__ import annotations

from summarize.text.tagger import tag


def test_the_tagger_tells_verbs_from_nouns_by_what_stands_beside_them():
    assert tag("They want to supply gas .".split())[3] == "VB"
    assert tag("The supply of gas fell .".split())[1] == "NN"
    assert tag("Zorbulated 12 blorps .".split())[1:3] == ["CD", "NNS"]
