"""Where sources disagree, and where they only seem to."""

from __future__ import annotations

import pytest
from conftest import EXAMPLES, article

from summarize import Digest, Settings, read, summarize

DEMO = EXAMPLES.parent / "summarize" / "data" / "demo"
FILLER = "The mayor asked the army for help. Schools in the valley stay closed. Trains run again from Monday."


def disagree(one: str, another: str, **known: str) -> Digest:
    """The digest of two articles that differ in their first sentence."""
    return summarize(
        [
            article(f"{one} {FILLER}", path="1.txt", **known),
            article(
                f"{another} Volunteers brought blankets and soup. The bridge is safe, an engineer found.", path="2.txt"
            ),
        ],
        Settings(encoder="tfidf"),
    )


def sides(digest: Digest) -> list[tuple[str, list[str]]]:
    return [(conflict.kind, [value.value for value in conflict.values]) for conflict in digest.conflicts]


def test_two_death_tolls_are_a_conflict_that_quotes_both():
    digest = disagree("The flood killed 214 people.", "The death toll of the flood is 708.")
    assert sides(digest) == [("number", ["214 people", "708"])]
    quotations = [quote.text for value in digest.conflicts[0].values for quote in value.citations]
    assert quotations == ["The flood killed 214 people.", "The death toll of the flood is 708."]


def test_the_earlier_report_comes_first_and_each_side_has_its_date():
    articles = [
        article(f"The flood killed 708 people. {FILLER}", path="1.txt", published="2026-03-10"),
        article("The flood killed 214 people. Volunteers brought soup.", path="2.txt", published="2026-03-08"),
    ]
    values = summarize(articles, Settings(encoder="tfidf")).conflicts[0].values
    assert [value.value for value in values] == [
        "214 people",
        "708 people",
    ]


@pytest.mark.parametrize(
    ("one", "another"),
    [
        (
            "More than 20 leaders came to the opening of the games.",
            "Around 21 leaders came to the opening of the games.",
        ),
        ("The contract is for 10 billion cubic metres of gas.", "The contract is for 10bn m³ of gas."),
        ("The flood killed 214 people.", "The flood of 1954 killed 61 people."),
        ("The flood killed 214 people.", "The flood killed 214 people, the crisis staff said."),
        ("The flood killed 214 people.", "In Hollin the flood killed 12 people."),
        ("The flood killed 214 people.", "The death toll could rise to 708."),
        ("The flood killed 214 people.", "The flood killed 12 children."),
        (
            "The minister said she would not resign over the flood.",
            "The minister should resign over the flood, they say.",
        ),
        ("It is not only the dam that failed the valley.", "The dam failed the valley."),
    ],
)
def test_what_can_both_be_true_is_no_conflict(one, another):
    assert sides(disagree(one, another)) == []


def test_a_claim_and_its_denial_are_a_conflict():
    digest = disagree(
        "Ilmark has withdrawn from the Veil mission, two officials said.",
        "The minister denied that Ilmark had withdrawn from the Veil mission.",
    )
    assert sides(digest) == [
        (
            "denial",
            [
                "Ilmark has withdrawn from the Veil mission, two officials said",
                "denied that Ilmark had withdrawn from the Veil mission",
            ],
        )
    ]


@pytest.mark.parametrize(
    ("claim", "kinds"),
    [
        ("The council was warned of the cracks in the harbour bridge girder.", ["denial"]),
        ("The council repaired the cracks in the harbour bridge girder.", []),
    ],
    ids=["what is denied", "its circumstances"],
)
def test_a_denial_is_contradicted_by_what_it_denies_and_not_by_its_circumstances(claim, kinds):
    articles = [
        article(f"The council was not warned of the cracks in the harbour bridge girder. {FILLER}", path="1.txt"),
        article(f"{claim} Volunteers brought blankets and soup.", path="2.txt"),
    ]
    assert [conflict.kind for conflict in summarize(articles).conflicts] == kinds


def test_a_count_that_grows_between_two_days_is_an_update_with_the_earlier_value_first():
    articles = [
        article(f"The flood killed 708 people. {FILLER}", path="1.txt", published="2026-03-10"),
        article("The flood killed 214 people. Volunteers brought soup.", path="2.txt", published="2026-03-08"),
    ]
    (found,) = summarize(articles).conflicts
    assert (found.kind, [value.value[:3] for value in found.values]) == ("update", ["214", "708"])


def test_a_count_that_shrinks_or_is_of_one_day_is_a_dispute():
    for days in (("2026-03-08", "2026-03-10"), ("2026-03-08", "2026-03-08")):
        articles = [
            article(f"The flood killed 708 people. {FILLER}", path="1.txt", published=days[0]),
            article("The flood killed 214 people. Volunteers brought soup.", path="2.txt", published=days[1]),
        ]
        assert [conflict.kind for conflict in summarize(articles).conflicts] == ["number"]


def test_without_the_judge_counts_of_victims_are_compared_and_nothing_else():
    told = [
        f"The flood killed 214 people. The dam is 40 metres high. {FILLER}",
        "The flood killed 708 people. The dam is 60 metres high.",
    ]
    articles = [article(text, path=f"{n}.txt") for n, text in enumerate(told)]
    found = summarize(articles, Settings(judge="rules")).conflicts
    assert [[value.value for value in conflict.values] for conflict in found] == [["214 people", "708 people"]]


def test_the_order_of_the_articles_changes_nothing():
    articles = read([DEMO])
    assert summarize(articles).conflicts == summarize(list(articles)[::-1]).conflicts


def test_one_article_does_not_contradict_itself():
    text = f"The flood killed 214 people. The death toll is 708. {FILLER}"
    assert summarize([article(text)], Settings(encoder="tfidf")).conflicts == ()


def test_the_demo_has_two_conflicts_and_the_first_budget_is_none_of_them():
    digest = summarize(read([DEMO]))
    assert sorted(conflict.kind for conflict in digest.conflicts) == ["denial", "number"]
    told = " ".join(value.value for conflict in digest.conflicts for value in conflict.values)
    assert "612 million" in told
    assert "890 million" in told
    assert "430 million" not in told


@pytest.mark.parametrize("folder", [DEMO, EXAMPLES / "river-flood"], ids=lambda folder: folder.name)
def test_every_conflict_belongs_to_a_topic_and_to_two_sources(folder):
    digest = summarize(read([folder]))
    assert digest.conflicts
    for conflict in digest.conflicts:
        assert conflict.topic_id in {topic.id for topic in digest.topics}
        assert len(conflict.values) > 1
        assert all(value.citations for value in conflict.values)
        assert len({quote.source_id for value in conflict.values for quote in value.citations}) > 1


def test_an_example_whose_sources_agree_has_no_conflict():
    assert summarize(read([EXAMPLES / "harbour-bridge"])).conflicts == ()
