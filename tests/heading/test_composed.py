"""A heading made of two parts of a sentence says only what the sentence says: who speaks of what."""

from __future__ import annotations

import pytest

from summarize.heading.chunks import chunks_of
from summarize.heading.composed import composed
from summarize.heading.tokens import line


def spoken(text: str) -> list[str]:
    row = line(text, True)
    pairs = [(chunk.start, chunk.head) for chunk in chunks_of(row)]
    return [found.surface for found in composed(row, pairs) if found.relation == "speaks"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Holloway said the bridge would close.", "Holloway on the bridge"),
        ("The bridge would close, said Holloway.", "Holloway on the bridge"),
        ("Holloway defended the closures on Monday.", "Holloway on closures"),
        ("Grain campaigner Anna Holloway says that farmers need ferries.", "Anna Holloway on farmers"),
    ],
)
def test_who_speaks_of_what_may_be_a_heading(text, expected):
    assert expected in spoken(text)


@pytest.mark.parametrize(
    "text",
    [
        "The prosecutor's office said Holloway left the bridge.",
        "Holloway said at the rally that she would run.",
        "Holloway told the crowd that she would run.",
        "Former grain campaigner Anna Holloway says that she would run.",
        "Holloway said he’ll run.",
        "Holloway said he would leave; the judge asked why.",
        "Authorities in Holloway say bombs were found.",
        "The chief of staff would leave, Holloway said.",
    ],
    ids=[
        "spoken of",
        "where",
        "to whom",
        "who the speaker is",
        "a pronoun",
        "behind a semicolon",
        "where others speak",
        "what somebody is",
    ],
)
def test_who_is_spoken_of_and_where_and_to_whom_is_none(text):
    assert spoken(text) == []
