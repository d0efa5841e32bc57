"""A briefing as a feed and as a mail: read by other programs, with ids that stay and dates that are the articles'."""

from __future__ import annotations

import email
import email.policy
import re
import warnings
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from briefings import DAM, alone, briefing, dam, entry, old
from digests import HOSTILE
from test_front import hostile

from summarize.briefing import front

NASTY = [
    *HOSTILE,
    "no\ufffecharacter\uffff",
    "half \ud83d one",
    "a\r\nBcc: all@paper.example\r\n\r\nbody",
    "]]> &amp; <b",
]
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import feedparser

        return feedparser.parse(text.encode())


def parts_of(data):
    mail = email.message_from_bytes(data, policy=email.policy.default)
    return mail, *(mail.get_body((kind,)).get_content().replace("\r\n", "\n") for kind in ("plain", "html"))


def test_a_feed_reader_finds_the_stories_in_the_feed():
    feed = parsed(front.to_atom(briefing()))
    assert (feed.bozo, feed.version, feed.feed.title) == (False, "atom10", "Briefing")
    first, second, third = feed.entries
    assert [one.title for one in feed.entries] == [
        "Dam breaks at Orlen",
        "Ferry line 9 opens",
        "A story without a headline",
    ]
    assert first.link == "https://outlet1.example/dam?a=1&b=1"
    assert [link.href for link in first.links if link.rel == "via"] == [one.url for one in dam().articles]
    assert DAM in first.summary
    assert DAM in first.content[0].value
    assert (first.updated, first.published) == ("2026-05-03T00:30:00Z", "2026-05-01T01:30:00Z")
    assert {author.name for author in first.authors} == {"Tesmark Post", "Northern Wire", "Velmar Herald", "Coast Mail"}
    assert [tag.term for tag in second.tags] == ["new"]
    assert third.updated == "1970-01-01T00:00:00Z"
    assert feed.feed.updated == first.updated


def test_a_feed_has_what_the_standard_demands():
    """RFC 4287, 4.1.1 and 4.1.2: one id, title and time each, an author, and one alternate link of a kind."""
    root = ElementTree.fromstring(front.to_atom(briefing()))
    assert root.tag == f"{ATOM}feed"
    for place in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(place.findall(f"{ATOM}{name}")) == 1
        assert place.find(f"{ATOM}author/{ATOM}name") is not None
        assert len([link for link in place.findall(f"{ATOM}link") if link.get("rel") == "alternate"]) <= 1
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", place.findtext(f"{ATOM}id"))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", place.findtext(f"{ATOM}updated"))


def test_a_story_that_goes_on_keeps_its_id_and_has_a_later_time():
    (before,) = parsed(front.to_atom(briefing(dam()))).entries
    later = dam(headline="Dam repaired", last_seen="2026-05-09", articles=(entry(7), *dam().articles), is_new=False)
    (after,) = parsed(front.to_atom(briefing(later))).entries
    assert after.id == before.id
    assert after.updated == "2026-05-09T00:00:00Z"
    assert len({one.id for one in parsed(front.to_atom(briefing())).entries}) == 3


def test_a_feed_is_the_same_feed_tomorrow_and_another_one_of_another_subject():
    def feed_of(**wishes):
        return parsed(front.to_atom(briefing(settings={"briefing": wishes}))).feed

    assert feed_of(stories=10, since=1.0).id == feed_of(stories=20, since=2.0).id
    assert feed_of(about="energy").id != feed_of().id
    assert feed_of(about="energy").title == "Briefing: energy"


def test_in_a_folder_the_feed_leads_to_the_pages_and_the_front_page_to_the_feed():
    pages = front.to_folder(briefing())
    feed = parsed(pages["feed.atom"])
    alternate = [[link.href for link in one.get("links", ()) if link.rel == "alternate"] for one in feed.entries]
    assert alternate == [["stories/dam-1.html"], ["https://outlet9.example/dam?a=1&b=9"], []]
    assert '<link rel="alternate" type="application/atom+xml" href="feed.atom">' in pages["index.html"]
    assert "feed.atom" not in front.to_html(briefing())


@pytest.mark.parametrize("text", NASTY, ids=[ascii(text)[:20] for text in NASTY])
def test_hostile_text_breaks_neither_feed_nor_mail(text):
    bad = replace(hostile(text), last_seen=text)
    made = briefing(bad, alone(headline=text, articles=bad.articles), warnings=(text,))
    made = replace(made, settings={"briefing": {"about": text, "language": text}})
    feed = parsed(front.to_atom(made))
    assert not feed.bozo
    assert len(feed.entries) == 2
    assert not HARMFUL.search("".join((feed.feed.title, *(one.title + one.summary for one in feed.entries))))
    assert {link.href.partition(":")[0] for one in feed.entries for link in one.get("links", ())} <= {"http", "https"}
    mail, plain, page = parts_of(front.to_eml(made))
    assert mail.keys() == ["Subject", "X-Unsent", "MIME-Version", "Content-Type"]
    assert not any(part.defects for part in mail.walk())
    assert not HARMFUL.search(f"{mail['subject']}{plain}{page}")
    assert not re.search(r"<(?:script|img|link|style)", page)


def test_a_mail_tells_each_story_what_is_new_in_it_and_where_to_read_on():
    mail, plain, page = parts_of(front.to_eml(briefing()))
    assert mail["subject"] == "Briefing of 3 stories: Dam breaks at Orlen"
    told = " ".join(plain.split())
    assert f"{DAM} (Tesmark Post, Northern Wire)" in told
    assert "New: Engineers expect the repair to take a year. (Tesmark Post, 2026-05-02)" in told
    assert "Was: One person is missing." in told
    assert "Northern Wire, Dam breaks at Orlen (2), 2026-05-03 <https://outlet2.example/dam?a=1&b=2>" in told
    assert "- Ferry line 9 opens (1 outlet, 1 article, 2026-05-01, new)" in told
    assert "1 source could not be read." in told
    assert '<a href="https://outlet1.example/dam?a=1&amp;b=1">(Tesmark Post, Northern Wire)</a>' in page


def test_a_mail_stays_short_where_a_briefing_is_long():
    many = tuple(entry(number) for number in range(1, 90))
    lone = [alone(number, id=f"n{number}") for number in range(200)]
    _, plain, page = parts_of(front.to_eml(briefing(dam(articles=many), *lone)))
    assert "84 more articles" in plain
    assert "180 more stories" in plain
    assert len(page) < 100_000, "mail programs cut longer ones off"


def test_a_briefing_without_stories_is_a_feed_and_a_mail_too():
    none = replace(briefing(), stories=())
    assert not parsed(front.to_atom(none)).bozo
    assert parts_of(front.to_eml(none))[0]["subject"] == "Briefing of 0 stories"


def test_times_are_those_of_the_articles_in_utc():
    (story,) = parsed(front.to_atom(briefing(replace(old(), last_seen="9999-12-31T23:59:59-12:00")))).entries
    assert story.updated == "1970-01-01T00:00:00Z", "what is beyond all calendars is no date"
