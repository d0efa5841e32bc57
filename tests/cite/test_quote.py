"""Who is cited for a sentence, and how many independent witnesses that makes."""

from __future__ import annotations

from conftest import article

from summarize import Settings, summarize
from summarize.digest import SummarySentence

LEAD = "The old harbour bridge was closed on Tuesday after inspectors found two cracks in a girder."
REWORDED = "Inspectors found two cracks in a girder and closed the old harbour bridge on Tuesday."
REST = (
    "Ferries carry the passengers for nothing.",
    "A choir sang on the pier at dawn.",
    "The bakery on the quay gave its bread away.",
)


def line_of(*texts: str) -> SummarySentence:
    """The line about the bridge in the digest of these articles."""
    articles = [
        article(f"{text} {rest}", path=f"{n}.txt") for n, (text, rest) in enumerate(zip(texts, REST, strict=False))
    ]
    digest = summarize(articles, Settings(encoder="tfidf", topics=1, length="9"))
    (line,) = [line for line in digest.topics[0].summary if "cracks" in line.text]
    return line


def test_a_fact_that_another_article_words_otherwise_has_two_witnesses():
    line = line_of(LEAD, REWORDED)
    assert [(other.source_id, other.relation) for other in line.also_reported_by] == [("s2", "paraphrase")]
    assert line.independent_sources == 2


def test_a_copied_sentence_is_cited_and_is_no_second_witness():
    line = line_of(LEAD, LEAD, REWORDED)
    relations = {(other.source_id, other.relation) for other in line.also_reported_by}
    assert relations == {("s2", "copy"), ("s3", "paraphrase")}
    assert line.independent_sources == 2


def test_an_article_that_says_it_twice_is_cited_once_with_its_best_words():
    line = line_of(LEAD, f"{REWORDED} {LEAD}")
    (other,) = line.also_reported_by
    assert (other.source_id, other.text, other.relation) == ("s2", LEAD, "copy")


def test_what_an_article_repeats_itself_is_no_report_of_another():
    line = line_of(f"{LEAD} {REWORDED}", "The mayor was on holiday in the hills.")
    assert (line.also_reported_by, line.independent_sources) == ((), 1)


def test_articles_of_one_text_are_one_witness_where_they_word_a_sentence_otherwise_too():
    shared = (
        "The longest crack runs for more than a metre along the eastern side. Ferries leave from the fish market. "
        "The repair will cost more than the city spends on its roads in a year. Trams turn back at the old mint."
    )
    line = line_of(f"{LEAD} {shared}", f"{REWORDED} {shared}")
    assert [other.relation for other in line.also_reported_by] == ["paraphrase"]
    assert line.independent_sources == 1


def test_a_section_names_the_line_of_the_overview_that_has_its_words():
    articles = [article(f"{LEAD} {rest}", path=f"{n}.txt") for n, rest in enumerate(REST)]
    digest = summarize(articles, Settings(encoder="tfidf", topics=1, length="9"))
    words = {number: line.text for number, line in enumerate(digest.overview, start=1)}
    shown = [line for topic in digest.topics for line in topic.summary]
    assert {line.overview_line: line.text for line in shown if line.overview_line} == words
    assert all(line.text not in words.values() for line in shown if line.overview_line is None)
    assert {line.overview_line for line in digest.overview} == {None}
