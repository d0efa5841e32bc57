"""Which stories come first, and which articles of a large one are read."""

from __future__ import annotations

import pytest

from summarize.briefing.rank import Standing, Wishes, first
from summarize.briefing.sample import MOST, Report, sampled

DAY = 86_400.0


def standing(name: str, independent: int = 2, latest: float | None = 0.0, **more: float) -> Standing:
    return Standing(name, independent, **({"articles": 3, "fresh": 0, "latest": latest} | more))  # type: ignore[arg-type]


def names(*standings: Standing, **wishes: object) -> list[str]:
    newest = max((one.latest for one in standings if one.latest is not None), default=None)
    return [found.id for found in first(standings, Wishes(**wishes), newest)]


@pytest.mark.parametrize(
    ("ahead", "behind"),
    [
        (standing("b", independent=5), standing("a", independent=2)),
        (standing("b", latest=9 * DAY), standing("a", latest=2 * DAY)),
        (standing("b", fresh=1), standing("a")),
        (standing("b", relevance=0.9), standing("a", relevance=0.2)),
        (standing("b", articles=9), standing("a")),
        (standing("a"), standing("b")),
    ],
    ids=["outlets", "newer", "news", "nearer", "articles", "id"],
)
def test_the_order_of_stories(ahead: Standing, behind: Standing) -> None:
    assert names(behind, ahead) == names(ahead, behind) == [ahead.id, behind.id]


def test_years_of_age_do_not_make_all_stories_equal() -> None:
    assert names(
        standing("a", independent=1, latest=0.0),
        standing("b", independent=9, latest=0.0),
        standing("c", latest=4000 * DAY),
    ) == ["c", "b", "a"]


def test_wishes_leave_stories_out() -> None:
    stories = [standing("one", independent=1), standing("two", latest=5 * DAY), standing("old", latest=None)]
    assert set(names(*stories, min_sources=2)) == {"two", "old"}
    assert set(names(*stories, since=3 * DAY)) == {"two", "old"}, "what has no date is not known to be old"
    assert names(standing("a", relevance=0.0), about="x") == []


def test_a_story_of_500_articles_is_read_from_the_newest_of_each_outlet() -> None:
    reports = [Report(f"{n:03}", n, f"outlet {n % 20}", n * DAY) for n in range(500)]
    chosen = sampled(reports)
    assert len(chosen) == MOST
    assert chosen == tuple(f"{n:03}" for n in range(470, 500)), (
        "the newest of each of twenty outlets, then the next newest"
    )
    assert sampled(reports[::-1]) == chosen


def test_copies_of_one_text_are_read_once_in_a_large_story() -> None:
    reports = [Report(f"{n:03}", 0 if n < 400 else n, f"outlet {n}", None) for n in range(450)]
    assert sum(key < "400" for key in sampled(reports)) <= 1


def test_a_small_story_is_read_whole() -> None:
    assert sampled([Report("b", 0, "x", None), Report("a", 0, "x", None)]) == ("a", "b")
