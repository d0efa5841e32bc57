"""Copies of one text are one witness, however many outlets print them."""

from __future__ import annotations

from dataclasses import replace

from conftest import article

from summarize import Settings, summarize

WIRE = (
    "PORT ELLERY (Coastal Wire) — The old harbour bridge was closed on Tuesday after inspectors found cracks in a girder. "
    "The longest crack runs for more than a metre along the eastern side. Ferries take passengers across for nothing. "
    "The repair will cost more than the city spends on its roads in a year."
)
LEAD = "The old harbour bridge was closed on Tuesday after inspectors found cracks in a girder."
OWN = (
    "The bakery on the quay gave away its bread.",
    "A choir sang on the first boat of the morning.",
    "Shops in the northern suburbs fear for their trade.",
    "The football match was put off until spring.",
    "An old ferryman told of his father's boats.",
)
FAST = Settings(encoder="tfidf")


def shown(digest, words):
    return next(line for topic in digest.topics for line in topic.summary if words in line.text)


def test_ten_copies_of_one_article_are_one_witness():
    digest = summarize([article(WIRE, path=f"{n}.txt", publisher=f"Paper {n}") for n in range(10)], FAST)
    lines = [line for topic in digest.topics for line in topic.summary]
    assert lines
    assert {(len(line.also_reported_by), line.independent_sources) for line in lines} == {(9, 1)}
    assert len([warning for warning in digest.warnings if "are the same text" in warning]) == 1


def test_a_wire_lead_in_five_outlets_is_one_witness():
    digest = summarize([article(f"{LEAD} {own}", path=f"{n}.txt") for n, own in enumerate(OWN)], FAST)
    line = shown(digest, "inspectors found cracks")
    assert len(line.also_reported_by) == 4
    assert line.independent_sources == 1
    assert not any("carry the same" in warning for warning in digest.warnings)


def test_two_articles_with_some_sentences_of_one_agency_in_them_are_not_one_text():
    wire = WIRE.partition(" — ")[2].partition(" The repair")[0]
    also = (
        "Anglers on the pier caught nothing all week.",
        "The library lends its atlases to sailors now.",
        "Two bakers from the hill quarrelled over flour.",
        "Swans nest under the third arch again.",
        "Tourists photograph the empty roadway at dusk.",
    )
    both = [article(f"{wire} {' '.join(own)}", path=f"{n}.txt") for n, own in enumerate((OWN, also))]
    digest = summarize(both, replace(FAST, topics=1, length="20"))
    assert not any("carry the same" in warning for warning in digest.warnings)
    line = shown(digest, "longest crack")
    assert (len(line.also_reported_by), line.independent_sources) == (1, 1)


def test_one_article_under_two_addresses_is_a_copy_and_no_second_witness():
    both = [article(WIRE, url=f"https://{host}.example/bridge", publisher=host) for host in ("post", "mirror")]
    digest = summarize(both, FAST)
    assert "mirror and post are the same text, and count as one source" in digest.warnings
    assert shown(digest, "longest crack").independent_sources == 1


def test_the_agency_is_named_where_the_articles_name_it():
    digest = summarize(
        [
            article(WIRE, path="1.txt", publisher="Gazette"),
            article(f"{WIRE} {OWN[0]}", path="2.txt", publisher="Tribune"),
            article(" ".join(OWN), path="3.txt", publisher="Post"),
        ],
        FAST,
    )
    assert "Gazette and Tribune carry the same Coastal Wire text, and count as one source" in digest.warnings


def test_two_sources_with_one_title_stay_two():
    digest = summarize(
        [
            article(f"{LEAD} {OWN[0]}", path="1.txt", title="Bridge closed"),
            article(" ".join(OWN[1:]), path="2.txt", title="Bridge closed"),
        ],
        FAST,
    )
    assert [source.title for source in digest.sources] == ["Bridge closed", "Bridge closed"]
