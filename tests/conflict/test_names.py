"""One name in two spellings, one quotation in two mouths, and what only looks like it."""

from __future__ import annotations

import pytest
from conftest import article

from summarize import Settings, summarize


def kinds(*texts: str) -> list[tuple[str, list[str]]]:
    articles = [article(text, path=f"{n}.txt", language="en") for n, text in enumerate(texts)]
    found = summarize(articles, Settings()).conflicts
    return [(conflict.kind, [value.value for value in conflict.values]) for conflict in found]


@pytest.mark.parametrize(
    ("some", "other"),
    [("Rhoda Kestrell", "Rhoda Kestrel"), ("Hans Vermole", "Hans Vemole"), ("Shahid Tamwer", "Shehid Tamwer")],
)
def test_one_name_spelled_in_two_ways_is_reported(some, other):
    found = kinds(f"Mayor {some} said the park will open in May.", f"The park opens next year, according to {other}.")
    assert ("name", [some, other]) in found


@pytest.mark.parametrize(
    ("some", "other"),
    [
        ("Anna Bergel", "Tom Bergel"),
        ("Ilmark", "Ilmarkian"),
        ("Veldland", "Veldlands"),
        ("Hans Vermole", "Hans Vermole"),
    ],
    ids="relatives adjective plural same".split(),
)
def test_names_of_two_and_forms_of_one_are_not_reported(some, other):
    assert kinds(f"The park of {some} will open in May.", f"The park opens next year, {other} hopes.") == []


def test_an_article_that_has_both_names_knows_two_people():
    both = "Rhoda Kestrell and Rhoda Kestrel met in the park."
    assert kinds("Mayor Rhoda Kestrell said the park will open in May.", both) == []


def test_one_quotation_in_two_mouths_is_reported():
    quotation = "“you know how it goes with the harbour, you pay today and you pay again tomorrow,”"
    found = kinds(f"Verrick said {quotation} a court heard.", f"{quotation} Ostrand said at the hearing.")
    assert [kind for kind, _ in found] == ["name"]
