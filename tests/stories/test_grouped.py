"""Which articles are one story, all at once and beside stories that exist."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import numpy as np
import pytest

from summarize.model import Article
from summarize.stories import Outline, grouped, joined, outline, outlines

NOW = 1_800_000_000.0
DAM = (
    "The old dam above Tarnwick broke on Friday morning. Water from the reservoir flooded two towns by noon. "
    "Engineer Ruth Calloway had warned of cracks in the Tarnwick dam since spring. The governor sent boats to the valley."
)
DAM_AGAIN = (
    "Two towns are under water after the Tarnwick dam gave way on Friday. Ruth Calloway, an engineer, said that cracks in "
    "the dam were reported in spring. Boats were sent into the valley below the reservoir by the governor."
)
STRIKE = (
    "Bus drivers in Ostermouth walked out on Monday over pay. The transport union of Ostermouth asks for nine per cent more. "
    "Commuters waited at empty stops while the company called the strike unlawful."
)
NOTICE = "JavaScript is disabled\n\nYou need to enable JavaScript to see this page."


def english(text: str, **known: str) -> Article:
    return Article(text, language="en", **known)


def of(*articles: Article) -> tuple[Outline, ...]:
    return outlines(articles, "tfidf", now=NOW)


def partition(found: tuple[Outline, ...], stories: tuple[tuple[int, ...], ...]) -> set[frozenset[str]]:
    return {frozenset(found[number].publisher for number in story) for story in stories}


@pytest.fixture
def mixed() -> tuple[Outline, ...]:
    """Forty events with three reports each, of invented words, and an outlet's name for each report."""
    drawn = random.Random(7)
    invented = iter(["".join(letters) for letters in itertools.permutations("bcdfgklmnprst", 4)])
    common = list(itertools.islice(invented, 600))
    articles = []
    for event in range(40):
        own = list(itertools.islice(invented, 30))
        for report in range(3):
            words = [drawn.choice(own if drawn.random() < 0.4 else common) for _ in range(90)]
            text = " ".join(words[:45]) + ". " + " ".join(words[45:]) + "."
            articles.append(english(text.capitalize(), publisher=f"{event}-{report}"))
    return of(*articles)


def test_two_reports_of_one_event_are_one_story_and_another_event_is_not():
    assert grouped(of(english(DAM), english(STRIKE), english(DAM_AGAIN))) == ((0, 2), (1,))


def test_no_articles_are_no_stories():
    assert grouped(()) == ()


def test_many_events_are_told_apart(mixed):
    stories = partition(mixed, grouped(mixed))
    assert stories == {frozenset(f"{event}-{report}" for report in range(3)) for event in range(40)}


def test_the_order_of_articles_changes_no_story(mixed):
    shuffled = tuple(random.Random(1).sample(mixed, len(mixed)))
    assert partition(shuffled, grouped(shuffled)) == partition(mixed, grouped(mixed))


def test_a_piece_too_large_to_be_compared_pair_by_pair_gives_the_same_stories(mixed, monkeypatch):
    whole = partition(mixed, grouped(mixed))
    monkeypatch.setattr("summarize.stories.merge._MOST_NODES", 2)
    assert len(partition(mixed, grouped(mixed))) >= len(whole)
    monkeypatch.setattr("summarize.stories.merge._MOST_NODES", 30)
    assert partition(mixed, grouped(mixed)) == whole


def test_a_hundred_prints_of_one_text_are_one_story():
    found = of(english(STRIKE), *(english(DAM, url=f"https://{n}.example/dam") for n in range(100)))
    assert grouped(found) == ((0,), tuple(range(1, 101)))


def test_a_story_of_five_hundred_reports_is_one_story():
    drawn = random.Random(3)
    pool = [
        f"{verb.capitalize()} {place} {what} near Tarnwick dam on Friday"
        for verb in VERBS
        for place in PLACES
        for what in WHAT
    ]
    found = of(*(english(". ".join(drawn.sample(pool, 12)) + ".") for _ in range(500)))
    assert len(grouped(found)) == 1


VERBS = "flooded reached closed left searched cleared lost".split()
PLACES = "Lowmill Highmill Estuary Bridgefoot Saltmarsh Orchard".split()
WHAT = "houses roads farms schools shops".split()


def test_a_story_of_months_ago_is_another_one_unless_the_text_is_the_same():
    first, later, copy = of(
        english(DAM, published="2026-01-02"),
        english(DAM_AGAIN, published="2026-06-02"),
        english(DAM, published="2026-06-02", publisher="The Vale"),
    )
    assert grouped((first, later)) == ((0,), (1,))
    assert grouped((first, copy)) == ((0, 1),)


def test_an_unknown_date_keeps_nothing_apart():
    assert grouped(of(english(DAM, published="2026-01-02"), english(DAM_AGAIN))) == ((0, 1),)


@pytest.mark.parametrize(
    "date", ["2999-01-01", "0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "yesterday", "", "2026-13-45"]
)
def test_an_absurd_date_is_none(date):
    assert outline(english(DAM, published=date), "tfidf", now=NOW).published is None


def test_one_moment_is_one_time_in_every_zone():
    hours = [f"2026-05-01T{12 + zone:02}:00:00+{zone:02}:00" for zone in range(11)]
    assert len({outline(english(DAM, published=hour), "tfidf", now=NOW).published for hour in hours}) == 1


def test_notices_and_texts_without_words_stand_alone():
    found = of(english(NOTICE), english(NOTICE), english("…"), english("…"), english(""), english(DAM))
    assert grouped(found) == ((0,), (1,), (2,), (3,), (4,), (5,))


def test_a_language_without_spaces_has_stories_too():
    flood = "昨日の朝、古いダムが決壊し、二つの町が浸水した。技師の田中さんは春からダムのひび割れを警告していた。"
    again = "古いダムが昨日決壊した。田中技師は春にひび割れを警告していたが、二つの町が浸水した。"
    strike = "月曜日、バスの運転手が賃上げを求めてストライキに入った。"
    found = of(*(Article(text, language="ja") for text in (flood, strike, again)))
    assert grouped(found) == ((0, 2), (1,))


def test_an_article_may_be_of_another_language_than_all_others():
    found = of(
        english(DAM), english(DAM_AGAIN), Article("Avtobusni vozniki v mestu stavkajo zaradi plač.", language="sl")
    )
    assert grouped(found) == ((0, 1), (2,))


def test_a_headline_counts_where_the_text_is_short():
    found = of(
        english("Boats sent.", title="Tarnwick dam breaks: reservoir floods towns"),
        english(DAM),
        english(STRIKE, title=""),
    )
    assert grouped(found) == ((0, 1), (2,))


def test_reports_in_two_languages_are_one_story_with_a_multilingual_encoder():
    french = (
        "Le vieux barrage de Tarnwick s'est rompu vendredi matin. L'eau du réservoir a inondé deux villes avant midi. "
        "L'ingénieure Ruth Calloway avait signalé des fissures dans le barrage de Tarnwick depuis le printemps."
    )
    articles = [english(DAM), english(STRIKE), Article(french, language="fr")]
    assert grouped(outlines(articles, "use", now=NOW)) == ((0, 2), (1,))


def test_an_outline_does_not_depend_on_the_others():
    articles = [english(DAM), english(STRIKE)]
    assert outlines(articles, "use", now=NOW)[1] == outline(articles[1], "use", now=NOW)


def test_a_text_the_encoder_fails_on_is_known_by_its_words(monkeypatch):
    def encode(texts):
        if any("Ostermouth" in text for text in texts):
            raise RuntimeError
        return np.ones((len(texts), 4), dtype=np.float32) / 2

    monkeypatch.setattr("summarize.registry.encoder", lambda name: lambda texts, language: encode)
    dam, strike = outlines([english(DAM), english(STRIKE)], "use", now=NOW)
    assert dam.vector.any()
    assert len(strike.terms) > 5


def test_an_outline_survives_its_bytes():
    one = outline(english(DAM, publisher="The Vale", published="2026-05-01T10:00:00+02:00"), "tfidf", now=NOW)
    assert Outline.from_bytes(one.to_bytes()) == one
    assert grouped((Outline.from_bytes(one.to_bytes()), one)) == ((0, 1),)


@pytest.mark.parametrize(
    "change", [lambda d: b"", lambda d: d[:-1], lambda d: d + b"x", lambda d: b"X" + d[1:], lambda d: d[:90]]
)
def test_bytes_that_are_no_outline_are_refused(change):
    with pytest.raises(ValueError, match="not an outline"):
        Outline.from_bytes(change(outline(english(DAM), "tfidf").to_bytes()))


def test_a_new_article_joins_the_story_of_its_event():
    dam, strike, again = of(english(DAM), english(STRIKE), english(DAM_AGAIN))
    assert joined([[strike], [dam]], [again]).stories == (1,)


def test_new_articles_without_a_story_start_one_together():
    dam, strike, again = of(english(DAM), english(STRIKE), english(DAM_AGAIN))
    assert joined([[strike]], [dam, again]).stories == (1, 1)
    assert joined([], [dam, strike, again]).stories == (0, 1, 0)


def test_a_copy_joins_the_story_of_its_text_whatever_its_date():
    dam, copy = of(english(DAM, published="2026-01-02"), english(DAM, published="2026-06-02", publisher="The Vale"))
    assert joined([[dam]], [copy]).stories == (0,)


def test_nothing_new_changes_nothing(mixed):
    assert joined([[one] for one in mixed], []) == joined([], [])


def test_joining_day_by_day_gives_the_stories_of_all_at_once(mixed):
    stories: list[list[Outline]] = []
    drawn = random.Random(2).sample(mixed, len(mixed))
    for start in range(0, len(drawn), 20):
        new = drawn[start : start + 20]
        found = joined(stories, new)
        for one, story in zip(new, found.stories, strict=True):
            stories.extend([] for _ in range(story + 1 - len(stories)))
            stories[story].append(one)
        for first, *others in found.merges:
            for other in others:
                stories[first].extend(stories[other])
                stories[other] = []
    together = {frozenset(one.publisher for one in story) for story in stories if story}
    assert len(together ^ partition(mixed, grouped(mixed))) <= 4


def test_an_article_between_two_stories_makes_them_one_and_says_so():
    first, second, between = of(
        english("Tarnwick dam broke. Calloway warned of cracks."),
        english("Reservoir water flooded Lowmill and Highmill. The governor sent boats."),
        english(
            "Tarnwick dam broke. Calloway warned of cracks. Reservoir water flooded Lowmill and Highmill. "
            "The governor sent boats."
        ),
    )
    found = joined([[first], [second]], [replace(between, publisher="The Vale")])
    assert set(found.stories) <= {0, 1}
    assert all(len(several) > 1 for several in found.merges)
