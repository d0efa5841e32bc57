"""What a sentence says that another may say otherwise: values with their bounds, units and days."""

from __future__ import annotations

from datetime import date

import pytest

from summarize.conflict.dates import moments
from summarize.conflict.reading import values_of
from summarize.conflict.slot import common_reading, disagree

NEW_YEAR = date(2019, 1, 2)


def the_values(some: str, other: str, languages: tuple[str, str] = ("en", "en"), published: date | None = None):
    """Whether any two values of the sentences can be compared, and whether all of those exclude each other."""
    pairs = [
        (a, b)
        for a in values_of(some, languages[0], published)
        for b in values_of(other, languages[1], published)
        if common_reading(a, b)
    ]
    assert pairs, "nothing to compare"
    return all(disagree(a, b) for a, b in pairs)


@pytest.mark.parametrize(
    ("some", "other"),
    [
        ("more than 20 guests", "around 21 guests"),
        ("at least 13 children", "17 children"),
        ("seventeen boats", "17 boats"),
        ("a distance of ten miles", "a distance of 16 km"),
        ("1.5 million euros", "€1,500,000"),
        ("about 400 workers", "402 workers"),
        ("108,000 votes", "110,000 votes"),
        ("hundreds of trees", "450 trees"),
        ("seven other charges", "five charges"),
        ("in mid May", "on 14 May"),
        ("at noon", "at 12:00 p.m."),
    ],
)
def test_values_that_one_number_can_meet_agree(some, other):
    assert not the_values(some, other)


@pytest.mark.parametrize(
    ("some", "other"),
    [
        ("17 boats", "20 boats"),
        ("more than 80,000 people", "over 120,000 people"),
        ("roughly $141 million", "$139 million"),
        ("a 38-word oath", "a 35-word oath"),
        ("17 pounds", "an 18.6-pound tablet"),
        ("Salk, 70, a baker", "Salk, 77, said"),
        ("the second line", "the third line"),
        ("at 11:45 a.m.", "around 10:30 a.m."),
        ("on April 30", "in mid May"),
        ("since 2002", "since 2003"),
        ("half of the houses", "70 percent of the houses"),
        ("no deaths were reported", "thousands were killed"),
    ],
)
def test_values_that_no_number_can_meet_disagree(some, other):
    assert the_values(some, other)


@pytest.mark.parametrize(
    ("some", "other", "languages", "is_clash"),
    [
        ("Der Umbau kostet 1,5 Mio. €.", "It costs 1.5m euros.", ("de", "en"), False),
        ("Der Umbau kostet 1,5 Mio. €.", "Der Umbau kostet 2,4 Mio. Euro.", ("de", "de"), True),
        ("Dreiundzwanzig Menschen starben.", "23 Menschen starben.", ("de", "de"), False),
        ("Mindestens 45 Menschen starben.", "23 Menschen starben.", ("de", "de"), True),
        ("Vingt-trois personnes sont mortes.", "23 personnes sont mortes.", ("fr", "fr"), False),
        ("Plus de 300 maisons brûlées.", "200 maisons brûlées.", ("fr", "fr"), True),
        ("Das Treffen beginnt am 3. Mai.", "The meeting begins on 3 May.", ("de", "en"), False),
        ("La réunion commence le 3 mai.", "Das Treffen beginnt am 10. Juni.", ("fr", "de"), True),
        ("1.140 Kilometer", "1,140 kilometres", ("de", "en"), False),
    ],
)
def test_german_and_french_values_are_compared(some, other, languages, is_clash):
    assert the_values(some, other, languages) is is_clash


def test_a_day_without_a_year_is_the_nearest_one_around_new_year():
    assert the_values("She resigned on December 31.", "She resigned on 1 January.", published=NEW_YEAR)
    assert not the_values("She resigned on December 31, 2018.", "She resigned on 31 December.", published=NEW_YEAR)
    assert not the_values("She resigned on Monday.", "She resigned on 31 December.", published=NEW_YEAR)


@pytest.mark.parametrize(
    "text", ["Flight 447 left.", "He rode 5h 34' 28\".", "Call 911.", "Chapter 12 is short.", "No one came."]
)
def test_numbers_of_names_and_laps_are_no_values(text):
    assert not [slot for slot in values_of(text, "en", None) if slot.readings[0].family == "count"]


@pytest.mark.parametrize(
    "told",
    "yesterday|gestern|hier|today|tonight|this morning|this evening|heute|aujourd’hui|tomorrow|morgen|demain|over the weekend|"
    "this weekend|last weekend|am Wochenende|ce week-end|earlier this week|this week|diese Woche|cette semaine|last week|"
    "vergangene Woche|la semaine dernière|next week|nächste Woche|la semaine prochaine|this month|diesen Monat|ce mois-ci|"
    "last month|vergangenen Monat|le mois dernier|next month|nächsten Monat|le mois prochain|this year|dieses Jahr|cette année|"
    "last year|im letzten Jahr|l’an dernier|l'année dernière|next year|nächstes Jahr|l'an prochain|Monday|Tuesday|Wednesday|"
    "Thursday|Friday|Saturday|Sunday|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|lundi|mardi|mercredi|jeudi|"
    "vendredi|samedi|dimanche|3 March|3. März|3 mars|May 2|14 août|Dec. 5".split("|"),
)
def test_every_way_to_tell_a_day_is_looked_for(told):
    """Texts without a hint of one are passed over."""
    assert moments(f"It came {told}.", "en", date(2025, 10, 15))
