"""What is new in a digest: facts, not sentences."""

from __future__ import annotations

from dataclasses import replace

from digests import LINE, SOURCES, digest

from summarize.briefing import changes
from summarize.digest import Citation, Conflict, ConflictValue, Digest, Quote, SummarySentence

OTHER = SummarySentence("s2", 40, 52, "It was shut.")


def showing(*lines: SummarySentence, **more: object) -> Digest:
    return digest(overview=lines, topics=(), **more)


def test_a_sentence_that_no_digest_showed_is_new_and_the_rest_is_not() -> None:
    found = changes([showing(LINE)], showing(LINE, OTHER))
    assert [line.text for line in found.new] == ["It was shut."]
    assert (found.new[0].publisher, found.new[0].start) == ("Wire", 40)
    assert not found.gone


def test_another_report_of_a_known_fact_is_not_new() -> None:
    reported = SummarySentence("s2", 3, 14, "It is down.")
    assert not changes([showing(LINE)], showing(reported))


def test_a_fact_is_known_by_its_citation() -> None:
    cited = replace(OTHER, also_reported_by=(Citation("s1", 0, 9, "It broke.", "paraphrase"),))
    assert not changes([showing(LINE)], showing(cited)).new


def test_the_same_words_in_an_updated_article_are_not_new() -> None:
    updated = tuple(replace(source, sha256="1" * 64) for source in SOURCES)
    assert not changes([showing(LINE)], showing(replace(LINE, start=5, end=14), sources=updated))


def test_any_earlier_digest_counts_but_only_the_last_one_can_lose_a_sentence() -> None:
    found = changes([showing(OTHER), showing(LINE)], showing(OTHER))
    assert not found.new
    assert [line.text for line in found.gone] == ["It broke."]


def test_an_update_of_what_was_shown_supersedes_it() -> None:
    later = Quote("s2", 60, 75, "Nine were hurt.")
    update = Conflict("t1", "update", (ConflictValue("3", (LINE,)), ConflictValue("9", (later,))))
    found = changes([showing(LINE)], showing(OTHER, conflicts=(update,)))
    assert [(pair.was.text, pair.now.text) for pair in found.superseded] == [("It broke.", "Nine were hurt.")]


def test_an_update_that_was_told_already_is_no_news() -> None:
    update = Conflict("t1", "update", (ConflictValue("3", (LINE,)), ConflictValue("9", (OTHER,))))
    assert not changes([showing(LINE, OTHER)], showing(OTHER, LINE, conflicts=(update,))).superseded


def test_the_first_digest_of_a_story_has_no_news() -> None:
    assert not changes([], showing(LINE))
