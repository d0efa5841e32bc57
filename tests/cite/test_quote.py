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


COUNTED = "The old harbour bridge was closed on Tuesday after inspectors found 14 cracks in a girder."
UNCOUNTED = "Inspectors found cracks in a girder and closed the old harbour bridge on Tuesday."


def test_a_source_that_does_not_give_the_figure_supports_a_part_and_is_no_witness_of_it():
    line = line_of(
        COUNTED, UNCOUNTED, "On Tuesday the old harbour bridge was closed, for 14 cracks were found in a girder."
    )
    assert {(other.source_id, other.relation) for other in line.also_reported_by} == {
        ("s2", "partial"),
        ("s3", "paraphrase"),
    }
    assert line.independent_sources == 2


def test_the_sentence_of_an_article_that_gives_the_figure_is_cited_before_one_that_does_not():
    other_words = "Ships wait: on Tuesday 14 cracks in a girder closed the old harbour bridge, the inspectors found."
    line = line_of(COUNTED, f"{UNCOUNTED} {other_words}")
    assert [(other.text, other.relation) for other in line.also_reported_by] == [(other_words, "paraphrase")]


def test_a_sentence_that_says_little_of_a_long_one_supports_a_part():
    long = (
        f"{LEAD[:-1]}, which the mayor blamed on the salt that lorries carry from the new terminal, while the railway, the "
        "port authority, a union of ferrymen and two insurers demanded an inquiry into earlier warnings about the eastern pier."
    )
    line = line_of(long, REWORDED)
    assert [other.relation for other in line.also_reported_by] == ["partial"]
    assert line.independent_sources == 1


def test_outlets_that_share_one_sentence_of_prose_are_one_witness_of_every_other():
    shared = "The longest crack runs for more than a metre along the eastern side of the girder."
    articles = [
        article(f"{text} {rest} {shared if number < 2 else ''}", path=f"{number}.txt", publisher=f"Paper {number}")
        for number, (text, rest) in enumerate(zip((LEAD, REWORDED, REWORDED), REST, strict=True))
    ]
    for length in ("1", "9"):  # whether or not the shared sentence is shown
        digest = summarize(articles, Settings(encoder="tfidf", topics=1, length=length, overview_words=0))
        (line,) = [line for line in digest.topics[0].summary if "cracks" in line.text]
        assert {other.source_id for other in line.also_reported_by} == {"s1", "s2", "s3"} - {line.source_id}
        assert line.independent_sources == 1
        assert [w for w in digest.warnings if "share sentences word for word" in w] == [
            "Paper 0, Paper 1 and Paper 2 share sentences word for word, and count as one independent source"
        ]


def test_outlets_that_quote_the_same_words_elsewhere_stay_two_witnesses():
    speech = "“We saw the crack in the morning and closed the road within the hour.”"
    articles = [
        article(f"{text} {rest} {speech}", path=f"{number}.txt")
        for number, (text, rest) in enumerate(zip((LEAD, REWORDED), REST, strict=False))
    ]
    digest = summarize(articles, Settings(encoder="tfidf", topics=1, length="1", overview_words=0))
    (line,) = digest.topics[0].summary
    assert (line.text in (LEAD, REWORDED), line.independent_sources) == (True, 2)
