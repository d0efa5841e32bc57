"""Numbers in sentences: their range, and what they are numbers of."""

from __future__ import annotations

import pytest

from summarize.conflict.quantity import describe, quantities, years


def only(text: str):
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("The flood killed 214 people.", 214, "killed"),
        ("The death toll, as of Friday, is estimated to be 1,500.", 1500, "killed"),
        ("Thousands are feared dead.", 2000, "killed"),
        ("No deaths have been reported.", 0, "killed"),
        ("At least two bodies have been recovered.", 2, "bodies"),
        ("It left 1.5 million people homeless.", 1.5e6, "homeless"),
        ("In all, 3,200 people were moved to safety.", 3200, "evacuated"),
        ("It put the number of people evacuated at 3,200.", 3200, "evacuated"),
        ("They signed for 10 billion cubic metres of gas.", 1e10, "cubic metres"),
        ("They signed for 10bn m³ of gas.", 1e10, "cubic metres"),
        ("They signed for 10bn m3 of gas.", 1e10, "cubic metres"),
        ("The crack is 1.4 m long.", 1.4, "metres"),
        ("The road is two miles long.", 3.218688, "kilometres"),
        ("It costs $38 million.", 38e6, "dollars"),
        ("It costs 38 million dollars.", 38e6, "dollars"),
        ("There were twenty-seven aftershocks.", 27, ""),
    ],
)
def test_a_number_is_read_with_its_scale_and_what_it_is_of(text, value, of):
    found = only(text)
    assert found.value == pytest.approx(value)
    assert found.of == of


@pytest.mark.parametrize(
    "text",
    [
        "Flight 447 was late.",
        "She was born in 1967.",
        "Turney, 26, was released.",
        "It began on 3 June.",
        "It began on June 3.",
        "It began at 02:14 GMT.",
        "A 12-year-old boy ran.",
        "He was the 15th in line.",
        "No one knew. One of them left.",
        "Twelve more were taken to hospital.",
        "The toll could rise.",
    ],
)
def test_names_dates_ages_times_and_additions_are_no_quantities(text):
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("one", "another", "differ"),
    [
        ("more than 20 leaders came", "around 21 leaders came", False),
        ("about 200,000 people were killed", "as many as 200,000 people were killed", False),
        ("about 200,000 people were killed", "215,000 people were killed", False),
        ("about 200,000 people were killed", "260,000 people were killed", True),
        ("3.2 million people were killed", "3,200,000 people were killed", False),
        ("10 billion cubic metres", "10bn m³", False),
        ("one mile long, 1.6 kilometres", "1.6 kilometres long", False),
        ("214 people were killed", "708 people were killed", True),
        ("thirteen aftershocks were felt", "at least 27 aftershocks were felt", True),
        ("no deaths were reported", "thousands of people were killed", True),
        ("at least two bodies were found", "sixteen bodies were found", True),
        ("12 children were killed", "200 people were killed", False),
    ],
)
def test_approximations_have_a_tolerance(one, another, differ):
    found = [(a, b) for a in quantities(one) for b in quantities(another) if a.same_thing(b)]
    assert (bool(found) and all(a.contradicts(b) for a, b in found)) == differ


def test_a_quantity_is_shown_in_the_words_of_the_sentence():
    text = "Officials estimate that it killed about 200,000 people, and there were at least 27 aftershocks."
    assert [describe(text, found) for found in quantities(text)] == ["about 200,000 killed", "at least 27 aftershocks"]


def test_the_years_of_a_sentence():
    assert years("In 1954, when 2,013 died, and in 2014.") == {"1954", "2014"}
