"""Collections in which values differ and no source is wrong, or which are large."""

from __future__ import annotations

import time

import pytest
from conftest import article

from summarize import Digest, Settings, summarize

CRASH = (
    "A train crash near Madrid killed 12 people on Monday. The driver was arrested. The train was going at 180 km/h.",
    "A train crash near Mumbai killed 45 people on Friday. The cause is not known. The train was going at 90 km/h.",
)
RESULTS = (
    "\n\n".join(
        f"{name} won a heat in {30 + k} minutes."
        for k, name in enumerate("Smith Jones Brown Miller Davis Moore".split())
    ),
    "\n\n".join(
        f"{name} won a heat in {40 + k} minutes." for k, name in enumerate("Clark Lewis Hall Allen Young King".split())
    ),
)
CORRECTED = (
    "The bridge is 300 metres long, the company said.\n\nCorrection: An earlier version said that it is 330 metres long.",
    "The bridge is 300 metres long, according to the company. It opens in May.",
)
QUOTED = (
    "The toll of the flood stood at 45 dead, the mayor said. On Monday he had spoken of 12 dead.",
    "The flood has killed 45 people, the mayor said. Schools stay closed.",
)
CURRENCIES = (
    "Der Umbau des Rathauses kostet 1,5 Mio. €, teilte die Stadt mit. Die Arbeiten dauern ein Jahr.",
    "The rebuilding of the town hall costs 1.5m euros, the city said. The work takes a year.",
)
WORDS = (
    "Twenty-three miners were trapped under the hill, the company said. The lift is broken.",
    "The company said that 23 miners were trapped under the hill. Rescuers dig a second shaft.",
)
GUNMEN = (
    "Twenty people died in the attacks on the market, including three gunmen. The army was called.",
    "The attacks on the market killed 17 people. The mayor asked for calm.",
)
PARTS = (
    "The flood killed 214 people. The mayor asked the army for help.",
    "In Hollin the flood killed 12 people. Volunteers brought blankets and soup.",
)


def digest_of(*texts: str, dates: tuple[str, ...] = (), languages: tuple[str, ...] = ()) -> Digest:
    known = [
        {"path": f"{n:03d}.txt"}
        | ({"published": dates[n]} if dates else {})
        | ({"language": languages[n]} if languages else {"language": "en"})
        for n in range(len(texts))
    ]
    return summarize([article(text, **fields) for text, fields in zip(texts, known, strict=True)], Settings())


@pytest.mark.parametrize(
    "texts",
    [CRASH, RESULTS, CORRECTED, QUOTED, WORDS, GUNMEN, PARTS],
    ids="two_events results corrected old_number number_words explained part_of_total".split(),
)
def test_what_can_be_explained_is_not_reported(texts):
    assert digest_of(*texts).conflicts == ()


def test_one_price_in_two_languages_is_not_reported():
    assert digest_of(*CURRENCIES, languages=("de", "en")).conflicts == ()


def test_an_article_that_was_updated_is_reported_with_both_values():
    text = "The company will close 12 shops this year. About 400 workers lose their jobs, the union said. Shares fell."
    found = digest_of(text, text.replace("400", "450")).conflicts
    assert [[value.value for value in conflict.values] for conflict in found] == [
        ["About 400 workers", "About 450 workers"]
    ]


def test_one_day_with_and_without_its_year_is_not_reported_around_new_year():
    told = (
        "The minister resigned on December 31, 2018 after the vote.",
        "The minister resigned on 31 December after the vote.",
        "The minister resigned on Monday after the vote.",
    )
    assert digest_of(*told, dates=("2019-01-02",) * 3).conflicts == ()


def test_a_hundred_articles_with_a_rising_toll_are_one_update_soon_found():
    texts = [
        f"The earthquake in the valley has killed {100 + 7 * n} people, officials said. Rescue teams from {n} countries are "
        "searching the ruins of the old town. The president promised help to all families."
        for n in range(100)
    ]
    start = time.perf_counter()
    found = digest_of(*texts, dates=tuple(f"2020-03-{1 + n // 4:02d}" for n in range(100))).conflicts
    assert time.perf_counter() - start < 60
    (toll,) = [conflict for conflict in found if "people" in conflict.values[0].value]
    assert toll.kind == "update"
    assert toll.values[0].value.startswith("100 people")
    assert toll.values[-1].value.startswith("793 people")
    assert len(toll.values) <= 6
