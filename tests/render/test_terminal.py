"""The digest on a terminal: what the eye is told, at every width, with colour and without."""

from __future__ import annotations

import io
import os
import re
import sys
from dataclasses import replace

import pytest
from conftest import EXAMPLES
from digests import LINE, SOURCES, digest, with_text
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from summarize import console, registry
from summarize.cli import main
from summarize.commands.ends import write as write_out
from summarize.digest import Citation, Conflict, ConflictValue, DigestTopic, Quote, Span, SummarySentence, Unplaced
from summarize.stages import RenderOptions

WIDTHS = (20, 60, 80, 120, 200)
GOLDEN = EXAMPLES.parent / "tests" / "golden"
SAID = SummarySentence("s2", 20, 40, "“It was loud,” she said.")
DISPUTE = Conflict(
    "t1",
    "number",
    (
        ConflictValue("3 dead", (Quote("s1", 0, 9, "It broke."),)),
        ConflictValue("4 dead", (Quote("s2", 3, 14, "It is down."),)),
    ),
)


def shown(made, **options) -> str:
    return registry.renderer("terminal")(made, RenderOptions(**options))


def two_topics(**changes):
    dam = digest().topics[0]
    noise = DigestTopic("t2", "Noise", ("noise",), ("s2",), (SAID,), tuple(Span("s2", n, n + 1) for n in range(4)))
    return digest(topics=(dam, noise), **changes)


def crowd(number: int):
    """As many sources, each with a sentence on both topics, all of them behind one sentence."""
    sources = tuple(replace(SOURCES[0], id=f"s{n}", publisher=f"Outlet {n}") for n in range(1, number + 1))
    members = tuple(Span(source.id, 0, 9) for source in sources)
    others = tuple(Citation(source.id, 0, 9, "It broke.", "copy") for source in sources[1:])
    line = replace(LINE, also_reported_by=others, independent_sources=number)
    topics = tuple(
        DigestTopic(f"t{n}", f"Topic {n}", (), tuple(source.id for source in sources), (line,), members) for n in (1, 2)
    )
    return digest(sources=sources, overview=(line,), topics=topics, conflicts=())


@pytest.mark.parametrize("width", ["80", "120"])
def test_an_example_looks_as_it_did_byte_for_byte(width, monkeypatch, capsys):
    """`make examples` writes these files anew; look at the difference before you commit it."""
    monkeypatch.chdir(EXAMPLES)
    monkeypatch.setenv("COLUMNS", width)
    assert main(["run", "harbour-bridge", "--quiet"]) == 0
    golden = GOLDEN / f"harbour-bridge.{width}.txt"
    assert capsys.readouterr().out.encode() == golden.read_bytes()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("ascii", [False, True], ids=["drawn", "typed"])
@pytest.mark.parametrize(
    "words",
    ["中文字符的句子很长。" * 20, "שלום עולם, המשפט הזה ארוך. " * 10, "🌉" * 200, "x" * 10_000, "e\u0301\u200b" * 300],
    ids=["wide", "right to left", "pictures", "one long word", "combining"],
)
def test_no_line_is_wider_than_the_terminal_whatever_the_script(width, ascii, words):
    line = replace(LINE, text=words)
    topic = DigestTopic("t1", words[:500], (), ("s1",), (line,), (Span("s1", 0, 9),))
    dispute = replace(DISPUTE, values=tuple(replace(value, value=words[:500]) for value in DISPUTE.values))
    sources = (replace(SOURCES[0], title=words, url=f"https://example.org/{words}"), SOURCES[1])
    made = digest(sources=sources, overview=(line,), topics=(topic, topic), conflicts=(dispute,))
    for colour in (False, True):
        out = re.sub(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", shown(made, width=width, ascii=ascii, colour=colour))
        assert "\x1b" not in out
        assert max(map(cell_len, out.split("\n"))) <= width


def test_what_is_typed_needs_ascii_only():
    assert shown(two_topics(), ascii=True).replace("“", "").replace("”", "").isascii()


def test_a_bar_shows_how_many_of_the_sources_carry_a_topic():
    out = shown(two_topics())
    assert re.search(r"^1  Dam ─+ ▰▰ 2 of 2 sources$", out, re.MULTILINE)
    assert re.search(r"^2  Noise ─+ ▰▱ 1 of 2 sources$", out, re.MULTILINE)
    assert "#- 1 of 2" in shown(two_topics(), ascii=True)


def test_a_bar_of_many_sources_is_full_only_where_all_of_them_carry_the_topic():
    made = crowd(1000)
    most = replace(made.topics[0], source_ids=made.topics[0].source_ids[:-1])
    one = replace(made.topics[0], source_ids=made.topics[0].source_ids[:1])
    out = shown(replace(made, topics=(most, one, *made.topics)), width=80)
    for bar, told in (("▰" * 9 + "▱", 999), ("▰" + "▱" * 9, 1), ("▰" * 10, 1000)):
        assert f" {bar} {told} of 1000 sources" in out


def test_a_fact_of_one_independent_source_and_a_sentence_in_a_conflict_are_marked_and_explained():
    out = shown(two_topics(conflicts=(DISPUTE,)))
    assert "It broke. [1] [2]≠" in out
    assert "she said. [2]◦" in out
    assert "◦ one independent source   ≠ sources disagree" in out


def test_no_mark_is_explained_that_is_not_there():
    assert "◦" not in shown(crowd(3))
    alone = digest(sources=SOURCES[:1], overview=(), topics=(), conflicts=())
    assert "one independent source" not in shown(alone)


def test_the_place_decides_whether_a_sentence_is_in_a_conflict():
    elsewhere = Conflict("t1", "number", (ConflictValue("3", (Quote("s1", 9, 20, "It broke."),)),))
    assert "≠ sources disagree" not in shown(two_topics(conflicts=(elsewhere,)))


def test_direct_speech_stands_behind_a_bar_and_other_sentences_behind_a_bullet():
    out = shown(two_topics())
    assert " ▌ “It was loud,” she said." in out
    assert " • It broke." in out
    mixed = replace(SAID, text="It was, she said of the very long night on the dam, “loud”.")
    assert "▌" not in shown(digest(overview=(mixed,), conflicts=()))


def test_the_bar_of_direct_speech_runs_along_all_of_its_lines():
    said = replace(SAID, text="“" + "It was loud. " * 12 + "”")
    lines = [
        line
        for line in shown(digest(overview=(said,), topics=(), conflicts=()), width=40).splitlines()
        if "loud" in line
    ]
    assert len(lines) > 3
    assert all(line.startswith("│ ▌ ") for line in lines)


def test_the_sides_of_a_conflict_stand_beside_one_another_where_there_is_room():
    made = digest(conflicts=(DISPUTE,))
    assert re.search(r"3 dead .*│ 4 dead", shown(made, width=80))
    page, _, below = shown(made, width=79).partition("≠ A number\n")
    assert not re.search(r"3 dead.*4 dead", below)
    assert (
        below.index("3 dead")
        < below.index("It broke. [1] Post\n")
        < below.index("4 dead")
        < below.index("It is down. [2]")
    )
    assert page


def test_right_to_left_sides_stand_below_one_another():
    values = tuple(replace(value, value=f"{value.value} שלום") for value in DISPUTE.values)
    assert not re.search("3 dead.*4 dead", shown(digest(conflicts=(replace(DISPUTE, values=values),)), width=120))


def test_the_heat_map_is_darker_where_a_source_says_more():
    out = shown(two_topics())
    assert re.search(r"^     1  2$", out, re.MULTILINE)
    assert re.search(r"^  1  ░░ ░░  Dam$", out, re.MULTILINE)
    assert re.search(r"^  2  ·  ██  Noise$", out, re.MULTILINE)
    assert "░ 1 … █ 4 sentences" in out


@pytest.mark.parametrize("width", WIDTHS)
def test_thousands_of_sources_leave_the_layout_as_it_is(width):
    out = shown(crowd(3000), width=width)
    assert max(map(cell_len, out.splitlines())) <= width
    assert re.search(r"\[1\][\s│]+\[2\]\+2998" if width == 20 else r"\[1\][\s│]+\[2\].*\[13\]\+2987", out)
    assert re.search(r"more\s+sources\s+not\s+shown", out)
    if width >= 80:
        assert "2976 more sources not shown" in out
        assert re.search(r"^ +1 +2 .* 24$" if width > 110 else r"^ +1 1 1 1", out, re.MULTILINE)


def test_a_source_is_linked_only_in_colour_and_only_to_the_web():
    web = replace(SOURCES[0], title="Dam breaks", url="https://post.example/dam/é?a=1;b")
    linked = shown(digest(sources=(web, SOURCES[1])), colour=True)
    assert "\x1b]8;;https://post.example/dam/%C3%A9?a=1;b\x1b\\" in linked
    assert "\x1b" not in shown(digest(sources=(web, SOURCES[1])))
    for url in ("javascript:alert(1)", "file:///etc/passwd", "https://", "http://[", "data:text/html,x", ""):
        assert "\x1b]8" not in shown(digest(sources=(replace(web, url=url), SOURCES[1])), colour=True)


def test_an_address_cannot_end_its_link():
    hostile = replace(SOURCES[0], url="https://post.example/\x1b\\\x07\x9c\x1b[31m red\nline")
    out = shown(digest(sources=(hostile, SOURCES[1])), colour=True)
    assert not set("\x07\x9c") & set(out)
    assert "https://post.example/%1B%5C%07%C2%9C%1B[31m%20red%0Aline" in out


def test_the_same_digest_gives_the_same_bytes_with_links_too():
    made = digest(sources=(replace(SOURCES[0], url="https://post.example/dam"), SOURCES[1]))
    assert shown(made, colour=True) == shown(made, colour=True)


def test_colours_are_named_so_that_a_theme_decides():
    codes = re.findall(r"\x1b\[([0-9;]*)m", shown(two_topics(conflicts=(DISPUTE,)), colour=True))
    assert {int(number) for code in codes for number in code.split(";")} <= {0, 1, 2, 3, *range(31, 37)}


def test_what_was_set_aside_is_one_line_with_its_reasons_and_a_list_with_v():
    unplaced = tuple(Unplaced("s1", n, n + 1, reason) for n, reason in enumerate(["heading", "byline", "heading"]))
    assert "3 passages set aside (heading 2, byline 1); 1 warning. -v lists them.\n" in shown(digest(unplaced=unplaced))
    listed = shown(digest(unplaced=unplaced), verbose=True)
    assert listed.endswith("! a.txt: empty\n- [1] 0-1 heading\n- [1] 1-2 byline\n- [1] 2-3 heading\n")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(WIDTHS))
def test_whatever_an_article_holds_no_control_character_reaches_the_terminal(text, width):
    line = replace(LINE, text=text)
    source = replace(SOURCES[0], title=text, publisher=text, url=text, published=text)
    topic = DigestTopic("t1", text, (text,), ("s1",), (line,), ())
    value = ConflictValue(text, (Quote("s1", 0, 9, text),))
    dispute = Conflict("t1", "name", (value, value))
    unplaced = (Unplaced("s1", 0, 1, text),)
    made = digest(sources=(source, SOURCES[1]), overview=(line,), topics=(topic, topic), conflicts=(dispute,))
    for verbose in (False, True):
        out = shown(replace(made, warnings=(text,), unplaced=unplaced), width=width, verbose=verbose)
        assert all(char == "\n" or not (ord(char) < 32 or 127 <= ord(char) < 160) for char in out)


class Screen(io.StringIO):
    """Standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


def on_screen(text: str, pager: str) -> str:
    """What reaches standard output itself, a terminal, when the text is written through the pager."""
    screen = Screen()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", screen)
        patch.setenv("PAGER", pager)
        write_out(text, None, paged=True)
    return screen.getvalue()


@pytest.mark.skipif(os.name == "nt", reason="the pager is a line for a POSIX shell")
def test_a_pager_gets_the_page(tmp_path):
    read = tmp_path / "read"
    assert on_screen("é ≠\n", f"cat > {read}") == ""
    assert read.read_text(encoding="utf-8") == "é ≠\n"


@pytest.mark.skipif(os.name == "nt", reason="the pager is a line for a POSIX shell")
def test_a_pager_that_is_left_early_is_no_error():
    assert on_screen("line\n" * 100_000, "true") == ""


def test_without_a_pager_the_page_is_printed():
    assert on_screen("page\n", "no-such-pager-here --raw") == "page\n"


def test_a_pager_is_for_terminals_only(monkeypatch, capsys):
    monkeypatch.setenv("PAGER", "false")
    write_out("page\n", None, paged=True)
    assert capsys.readouterr().out == "page\n"


def test_marks_are_typed_on_a_terminal_whose_encoding_has_none(monkeypatch):
    monkeypatch.setattr("locale.getencoding", lambda: "ISO-8859-1")
    assert not console.can_draw(Screen())
    assert console.can_draw(io.StringIO())
    monkeypatch.setattr("locale.getencoding", lambda: "UTF-8")
    assert console.can_draw(Screen())


@pytest.mark.parametrize("width", [1, 20, 60, 80, 120, 200])
def test_the_terminal_keeps_its_width(width):
    out = registry.renderer("terminal")(digest(), RenderOptions(width=width))
    assert max(len(line) for line in out.splitlines()) <= max(20, width)


def test_rich_markup_in_an_article_is_text():
    out = registry.renderer("terminal")(with_text("[bold]loud[/bold]"), RenderOptions())
    assert "[bold]loud[/bold]" in out
