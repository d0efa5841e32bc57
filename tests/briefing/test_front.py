"""A briefing as people and programs read it: what is told of a story, and that an article's words are never markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from briefings import DAM, GOLDEN, REPAIR, TOLL, alone, briefing, dam, digest_of, entry, golden, line, old
from digests import HOSTILE
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from rich.cells import cell_len

from summarize.briefing import front
from summarize.briefing.document import Changes, Superseded
from summarize.stages import RenderOptions

WIDTHS = (20, 40, 80, 120)
BIDI_AND_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def hostile(words: str):
    """A story every field of which holds these words."""
    bad = entry(1, title=words, publisher=words, url=words, path=words, published=words, language=words)
    said = replace(line(words), publisher=words, published=words)
    changes = Changes((said,), (Superseded(said, said),), (said,))
    shown = digest_of((bad, entry(2)), words)
    return dam(id=words, headline=words, articles=(bad,), digest=shown, first_seen=words, changes=changes)


@pytest.mark.parametrize("name", sorted(golden()))
def test_a_briefing_looks_as_it_did_byte_for_byte(name):
    """`python tests/briefing/briefings.py` writes these files anew; look at the difference before you commit it."""
    made = golden()[name]
    assert (made if isinstance(made, bytes) else made.encode()) == (GOLDEN / name).read_bytes()


def test_the_document_is_valid_and_the_schema_stands_alone():
    schema = json.loads(front.schema())
    Draft202012Validator.check_schema(schema)
    refs = set(re.findall(r'"\$ref": "([^"]*)"', front.schema()))
    assert refs
    assert all(ref.startswith("#/$defs/") and ref.removeprefix("#/$defs/") in schema["$defs"] for ref in refs)
    Draft202012Validator(schema).validate(json.loads(front.to_json(briefing())))


@pytest.mark.parametrize("path", [("stories", 0, "id"), ("stories", 0, "digest", "sources"), ("unread", 0, "reason")])
def test_a_document_that_lacks_a_field_is_not_valid(path):
    document = json.loads(front.to_json(briefing()))
    *way, last = path
    place = document
    for step in way:
        place = place[step]
    del place[last]
    assert not Draft202012Validator(json.loads(front.schema())).is_valid(document)


def test_the_fields_stand_in_the_order_of_the_schema():
    schema, document = json.loads(front.schema()), json.loads(front.to_json(briefing()))
    assert list(document) == list(schema["properties"])
    assert list(document["stories"][0]) == list(schema["$defs"]["story"]["properties"])
    assert list(document["stories"][0]["articles"][0]) == list(schema["$defs"]["article"]["properties"])
    assert list(document["stories"][0]["changes"]["new"][0]) == list(schema["$defs"]["told"]["properties"])


def test_half_a_character_does_not_break_the_json():
    json.loads(front.to_json(briefing(alone(headline="\ud83d"))).encode())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("ascii", [False, True], ids=["drawn", "typed"])
@pytest.mark.parametrize("words", ["中文字符的句子很长。" * 20, "שלום עולם " * 30, "x" * 3000, "word " * 99])
def test_no_line_is_wider_than_the_terminal(width, ascii, words):
    options = RenderOptions(width=width, ascii=ascii)
    story = hostile(words)
    for out in (
        front.to_terminal(briefing(story, dam(), alone(headline=words)), options),
        front.stories_to_text([story, old()], options),
        front.changes_to_text(story.changes, options),
        front.timeline_to_text([("2026-05-01", [line(words)]), (None, [line(TOLL)])], words, options),
    ):
        assert max(map(cell_len, out.split("\n"))) <= width


def test_what_is_typed_needs_ascii_only():
    options = RenderOptions(width=80, ascii=True)
    assert front.to_terminal(briefing(), options).isascii()
    assert front.stories_to_text(briefing().stories, options).isascii()
    assert front.changes_to_text(dam().changes, options).isascii()


def test_escape_sequences_are_written_only_where_colour_is_wanted():
    assert "\x1b" in front.to_terminal(briefing(), RenderOptions(colour=True))
    assert "\x1b" not in front.to_terminal(briefing(), RenderOptions())


def test_the_terminal_tells_of_a_story_who_when_how_much_and_what_is_new():
    out = front.to_terminal(briefing(), RenderOptions(width=110))
    assert re.search(r"^1  Dam breaks at Orlen ─+ 3 outlets$", out, re.MULTILINE)
    assert "4 articles · 2026-05-01 to 2026-05-03 · 1 new article · 1 new sentence · 1 superseded" in out
    assert f"• {DAM} (Tesmark Post, Northern Wire)" in out
    assert f"new {REPAIR}" in out
    assert "was One person is missing." in out
    assert f"now {TOLL}" in out
    assert "2  Ferry line 9 opens  1 outlet · 1 article · 2026-05-01 · new" in out
    assert "3  A story without a headline  1 outlet · 2 articles · over" in out


def test_many_stories_without_a_digest_are_counted_beside_others_and_listed_where_they_are_all_there_is():
    lone = [alone(number) for number in range(100, 150)]
    assert "30 more stories. -v lists them." in front.to_terminal(briefing(dam(), *lone), RenderOptions())
    assert "Ferry line 149" in front.to_terminal(briefing(dam(), *lone), RenderOptions(verbose=True))
    assert "Ferry line 149" in front.to_terminal(briefing(*lone), RenderOptions())


def test_of_many_outlets_behind_a_sentence_the_first_few_are_named():
    many = tuple(entry(number, publisher=f"Outlet {number}") for number in range(1, 40))
    shown = digest_of(many, DAM)
    also = tuple(replace(shown.overview[0].also_reported_by[0], source_id=f"s{n}") for n in range(2, 40))
    crowd = dam(articles=many, digest=replace(shown, overview=(replace(shown.overview[0], also_reported_by=also),)))
    assert "Outlet 4 +35" in front.to_terminal(briefing(crowd), RenderOptions(width=110))


def test_no_stories_are_told_in_every_form():
    none = replace(briefing(), stories=())
    assert "0 stories" in front.to_terminal(none, RenderOptions())
    assert "0 stories" in front.to_markdown(none)
    assert "There are no stories." in front.to_html(none)
    assert set(front.to_folder(none)) == {"index.html", "index.md", "briefing.json", "feed.atom"}
    assert front.stories_to_text([], RenderOptions()) == "No stories.\n"


def test_nothing_new_is_told():
    assert front.changes_to_text(Changes(), RenderOptions()) == "Nothing new.\n"
    assert front.changes_to_markdown(Changes()) == "# Nothing new\n"


def test_a_list_of_stories_has_its_columns_and_says_which_are_over():
    out = front.stories_to_text(briefing().stories, RenderOptions(width=110))
    assert re.search(r"^dam-1 +Dam breaks at Orlen +2026-05-01 to +3 +4 +new$", out, re.MULTILINE)
    assert re.search(r"^over/1 .* over$", out, re.MULTILINE)


def test_a_timeline_is_told_in_the_order_it_is_given():
    out = front.timeline_to_text([("2026-05-01", [line(DAM)]), (None, [line(TOLL)])], "Dam", RenderOptions(width=80))
    assert re.search(rf"^Dam\n\n2026-05-01 ─+ 1 sentence\n• {DAM}", out)
    assert out.index(DAM) < out.index("Without a date") < out.index(TOLL)


def test_every_link_of_the_markdown_inside_itself_has_one_target():
    twins = [dam(id="a b"), dam(id="a-b"), dam(id="A/B"), dam(id="")]
    out = front.to_markdown(briefing(*twins))
    anchors = re.findall(r'<a id="([^"]*)">', out)
    assert len({anchor.lower() for anchor in anchors}) == len(twins)
    assert re.findall(r"\]\(#([^)]*)\)", out) == anchors


def test_footnotes_of_two_stories_do_not_meet():
    out = front.to_markdown(briefing(dam(id="one"), dam(id="two")), cite="footnote")
    notes = re.findall(r"^\[\^([^\]]*)\]:", out, re.MULTILINE)
    assert len(notes) == len(set(notes)) > 1
    assert set(re.findall(r"\[\^([^\]]*)\](?!:)", out)) == set(notes)


def test_headings_of_the_markdown_go_down_by_one():
    levels = [
        int(token.tag[1]) for token in MarkdownIt().parse(front.to_markdown(briefing())) if token.type == "heading_open"
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_of_an_article_is_markup_in_markdown(words):
    for out in (front.to_markdown(briefing(hostile(words))), front.changes_to_markdown(hostile(words).changes)):
        assert not BIDI_AND_CONTROL.search(out)
        for token in MarkdownIt("commonmark").enable("table").parse(out):
            raw = [token, *(token.children or ())]
            assert all(
                re.fullmatch(r'<a id="story-[\w-]+">|</a>', one.content.strip())
                for one in raw
                if one.type in ("html_inline", "html_block")
            )
            assert not [one for one in raw if one.type in ("image", "fence", "code_inline", "hr", "blockquote_open")]


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_of_an_article_controls_the_terminal(words):
    story, options = hostile(words), RenderOptions(width=80)
    for out in (
        front.to_terminal(briefing(story, replace(story, digest=None)), options),
        front.stories_to_text([story], options),
        front.changes_to_text(story.changes, options),
        front.timeline_to_text([(words, [line(words)])], words, options),
    ):
        assert not BIDI_AND_CONTROL.search(out)


def test_a_folder_has_an_index_the_document_and_pages_for_each_digest():
    pages = front.to_folder(briefing())
    stories = ["stories/dam-1.html", "stories/dam-1.md"]
    assert sorted(pages) == ["briefing.json", "feed.atom", "index.html", "index.md", *stories]
    assert pages["briefing.json"] == front.to_json(briefing())
    assert 'href="stories/dam-1.html"' in pages["index.html"]
    assert "](stories/dam-1.md)" in pages["index.md"]
    assert 'href="../index.html"' in pages["stories/dam-1.html"]
    assert "](../index.md)" in pages["stories/dam-1.md"]
    assert all(text.endswith("\n") for text in pages.values())


def test_no_name_of_a_story_leads_out_of_its_folder():
    ids = ("../../etc/passwd", "/root", "a/b", "..", "", "CON\x00", "x" * 500)
    paths = front.to_folder(briefing(*(dam(id=one) for one in ids)))
    assert len(paths) == 4 + 2 * len(ids)
    assert all(
        re.fullmatch(r"stories/[\w-]{1,70}\.(html|md)|index\.(html|md)|briefing\.json|feed\.atom", path)
        for path in paths
    )


def test_a_story_page_without_a_title_of_its_own_has_the_headline_of_the_story():
    assert "<h1>Dam breaks at Orlen</h1>" in front.to_folder(briefing())["stories/dam-1.html"]
