"""A sentence without the figure of another one supports only a part of it."""

from __future__ import annotations

import pytest

from summarize.conflict import lacks_a_figure

GAS = "Russia has prepared a deal to supply China with 10 billion cubic metres of natural gas."
WITHOUT = [
    (GAS, "Russia will supply China with natural gas, the two presidents agreed.", "en"),
    ("The flood killed 14 people in Hollin.", "The flood killed people in Hollin.", "en"),
    ("The flood killed 14 people in Hollin.", "The flood killed 11 people in Hollin.", "en"),
    ("The repair costs 3.4 million euros.", "The repair costs as much as a school.", "en"),
    ("Hundreds of people fled the flood.", "People fled the flood.", "en"),
    ("Bei der Flut starben 14 Menschen.", "Bei der Flut starben Menschen.", "de"),
    ("Murieron 140 personas en la crecida.", "Murieron personas en la crecida.", "es"),
]
WITH = [
    (GAS, "A contract for the supply of 10 billion cubic meters of gas was signed.", "en"),
    (GAS, "A contract for 10bn cubic metres of gas a year was signed.", "en"),
    ("Nearly 4,000 people fled.", "About 4,000 people fled.", "en"),
    ("The flood killed fourteen people.", "At least 14 people died in the flood.", "en"),
    ("The flood came on 4 May 2024 at 7:30 a.m.", "The flood came on Saturday.", "en"),
    ("Bo Ek, 58, closed the gate.", "Bo Ek closed the gate.", "en"),
    ("Several houses fell in the second flood.", "Houses fell in the flood.", "en"),
    ("The team won 121-106.", "They won the match 121 to 106.", "en"),
    ("Murieron 140 personas el 4 de mayo de 2024.", "En la crecida murieron 140 personas.", "es"),
]


@pytest.mark.parametrize(("text", "other", "language"), WITHOUT)
def test_a_figure_that_is_not_given_is_missed(text, other, language):
    assert lacks_a_figure(text, language, other, language)


@pytest.mark.parametrize(("text", "other", "language"), WITH)
def test_the_same_figure_in_other_words_and_what_is_no_figure_are_not(text, other, language):
    assert not lacks_a_figure(text, language, other, language)


def test_figures_are_compared_across_languages():
    french = "La crue a fait 14 morts à Hollin."
    assert not lacks_a_figure("The flood killed 14 people in Hollin.", "en", french, "fr")
    assert lacks_a_figure("The flood killed 240 people in Hollin.", "en", french, "fr")
