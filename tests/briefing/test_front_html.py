"""The front page: loads nothing, nothing of an article is markup, and it can be used by keyboard, on a phone, without a script.

Name a copy of axe-core (axe.min.js) in AXE_CORE, and the pages are checked with it too.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
from datetime import datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from briefings import DAM, TOLL, alone, briefing, dam, digest_of, entry, line
from digests import HOSTILE

from summarize.briefing import front
from summarize.briefing.document import Changes, Superseded

CHROMIUM = shutil.which("chromium")
AXE = os.environ.get("AXE_CORE")
VOID = {"meta", "link", "input", "br", "line", "circle"}


class Page(HTMLParser):
    """The tags of a page; fails where they are not nested."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self._open.pop() == tag


def texts() -> dict[str, str]:
    """What the articles of the dam say."""
    return {one.sha256: f"{DAM}\n{TOLL}" for one in dam().articles}


def crowded():
    """A story of 500 articles by 480 outlets over four days."""
    start = datetime(2026, 5, 1)
    articles = tuple(
        entry(n, publisher=f"Outlet {n % 480} of the coast", published=(start + timedelta(minutes=11 * n)).isoformat())
        for n in range(500)
    )
    return dam(id="crowd", articles=articles, independent_sources=480)


@pytest.fixture(scope="module", params=["bare", "with texts", "index of a folder"])
def page(request) -> str:
    made = briefing()
    if request.param == "bare":
        return front.to_html(made)
    return front.to_html(made, texts()) if request.param == "with texts" else front.to_folder(made)["index.html"]


def test_the_page_is_one_file_that_loads_nothing(page):
    for tag, attributes in Page(page).tags:
        assert tag not in ("iframe", "object", "embed", "img", "base")
        assert tag != "link" or attributes["rel"] == "alternate", "a browser loads the others"
        assert "src" not in attributes
        assert not [name for name in attributes if name.startswith("on") or name == "style"]


def test_the_policy_names_the_hashes_of_style_and_script_and_forbids_the_rest(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_every_link_inside_the_page_has_its_target_and_no_anchor_is_there_twice():
    twins = briefing(dam(id="a b"), dam(id="a-b"), alone(), dam(id=""))
    for out in (front.to_html(twins), front.to_html(twins, texts())):
        tags = Page(out).tags
        anchors = [attributes["id"] for _, attributes in tags if "id" in attributes]
        assert len(anchors) == len(set(anchors))
        links = {attributes["href"][1:] for tag, attributes in tags if tag == "a" and attributes["href"][0] == "#"}
        assert len(links) > 4
        assert links <= set(anchors)


def test_a_citation_leads_to_the_sentence_where_the_text_is_at_hand_and_to_its_source_where_not():
    made = briefing()
    assert 'href="#in-dam-1-s1"' in front.to_html(made)
    assert "Its text" not in front.to_html(made)
    out = front.to_html(made, texts())
    assert 'href="#in-dam-1-s1-0"' in out
    assert '<span id="in-dam-1-s1-0">' in out


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_of_an_article_is_markup(words):
    bad = entry(1, title=words, publisher=words, url=words, path=words, published=words, language=words)
    said = line(words)
    changes = Changes((said,), (Superseded(said, said),), (said,))
    shown = digest_of((bad, entry(2)), words)
    story = dam(id=words, headline=words, articles=(bad, entry(2)), digest=shown, changes=changes)
    for out in (front.to_html(briefing(story)), front.to_folder(briefing(story))["index.html"]):
        tags = [tag for tag, _ in Page(out).tags]
        assert tags.count("script") == 1
        assert not {"img", "i"} & set(tags)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)


def test_an_address_is_linked_only_where_it_leads_to_the_web():
    for url in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"):
        assert url not in front.to_html(briefing(alone(articles=(entry(1, url=url),))))


def test_headings_are_in_order(page):
    levels = [int(tag[1]) for tag, _ in Page(page).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in zip(levels, levels[1:], strict=False))  # noqa: RUF007


def test_a_picture_has_a_row_for_the_outlets_with_most_and_one_for_all_others():
    out = front.to_html(briefing(crowded()))
    (picture,) = re.findall(r"<svg.*?</svg>", out)
    assert "475 others" in picture
    assert 'aria-label="Who reports it over time. Dam breaks at Orlen: 480 outlets, 500 articles' in picture
    assert len(picture) < 60_000


@pytest.mark.parametrize("dates", [(None, None), ("soon", "0000-99-99"), ("2026-05-01", None)])
def test_articles_without_a_date_have_no_place_in_the_picture(dates):
    articles = tuple(entry(number, published=date) for number, date in enumerate(dates, start=1))
    out = front.to_html(briefing(dam(articles=articles, first_seen=None, last_seen=None)))
    assert out.count("<circle") == sum(date == "2026-05-01" for date in dates)


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if CHROMIUM is None:
        pytest.skip("needs Debian's chromium")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield opened
        opened.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page from disk; collects console messages, errors and requests that leave it."""

    def show(text: str, **options):
        path = Path(tmp_path / "page.html")
        path.write_text(text, encoding="utf-8")
        tab = browser.new_page(**options)
        tab.troubles = []
        tab.on("console", lambda message: tab.troubles.append(message.text))
        tab.on("pageerror", lambda error: tab.troubles.append(str(error)))
        tab.on("request", lambda request: request.url == path.as_uri() or tab.troubles.append(request.url))
        tab.goto(path.as_uri())
        return tab

    return show


def shown(tab) -> list[str]:
    return [one.inner_text() for one in tab.query_selector_all(".story:not([hidden]) h2")]


def test_search_and_filters_leave_the_stories_that_fit_and_say_how_many(opened):
    tab = opened(front.to_html(briefing()))
    everything = shown(tab)
    tab.fill("#search", "FERRY line")
    assert shown(tab) == ["Ferry line 9 opens"]
    assert tab.inner_text("#count") == "1 of 3 stories"
    tab.click("button[type=reset]")
    tab.wait_for_selector("#count:empty", state="attached")
    assert shown(tab) == everything
    tab.select_option("#outlet", label="Velmar Herald")
    assert shown(tab) == ["Dam breaks at Orlen"]
    tab.select_option("#outlet", "")
    tab.select_option("#language", "de")
    assert shown(tab) == ["Ferry line 9 opens"]
    tab.select_option("#language", "")
    tab.select_option("#day", "2026-05-03")
    assert shown(tab) == ["Dam breaks at Orlen"]
    assert tab.troubles == []


def test_of_very_many_stories_a_hundred_are_shown_until_more_are_wanted(opened):
    tab = opened(front.to_html(briefing(*(alone(number) for number in range(100, 330)))))
    assert len(shown(tab)) == 100
    tab.click("#more")
    assert len(shown(tab)) == 200
    assert tab.evaluate("document.activeElement.closest('.story').textContent").split("Ferry line ")[1][:3] == "200"
    tab.click("#more")
    assert len(shown(tab)) == 230
    assert not tab.is_visible("#more")
    tab.fill("#search", "line 329")
    assert shown(tab) == ["Ferry line 329 opens"]


def test_a_link_to_a_story_far_down_shows_it(opened):
    tab = opened(front.to_html(briefing(*(alone(number) for number in range(100, 330)))))
    tab.evaluate("location.hash = 'story-lone-329'")
    tab.wait_for_selector("#story-lone-329", state="visible")


def test_a_citation_unfolds_what_it_leads_to(opened):
    tab = opened(front.to_html(briefing(), texts()))
    tab.click(".digest > summary")
    tab.click(".digest .cite")
    assert tab.is_visible("#in-dam-1-s1-0")
    assert tab.troubles == []


def test_without_a_script_all_is_there_but_the_filters(opened):
    tab = opened(front.to_html(briefing()), java_script_enabled=False)
    assert not tab.is_visible("#filters")
    assert len(tab.query_selector_all(".story")) == 3
    tab.click(".digest > summary")
    assert tab.is_visible(".told-otherwise")


def test_the_keyboard_reaches_everything_in_order(opened):
    tab = opened(front.to_html(briefing()))
    reached = []
    for _ in range(8):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate("document.activeElement.id || document.activeElement.textContent"))
    assert reached[:5] == ["Skip to the stories", "search", "outlet", "language", "day"]
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.closest('details').open")


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_no_page_scrolls_sideways_and_what_is_clicked_is_large_enough(width, opened):
    stories = (dam(), crowded(), alone(headline="x" * 300), alone(12, headline="فيضان كبير " * 30))
    tab = opened(front.to_html(briefing(*stories), texts()), viewport={"width": width, "height": 800})
    tab.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    small = """[...document.querySelectorAll('a:not(.skip), summary, input, select, button:not([hidden])')]
        .map(e => [e.textContent, e.getBoundingClientRect()]).filter(([, b]) => b.width < 24 || b.height < 24)
        .map(([text]) => text)"""
    assert tab.evaluate(small) == []


@pytest.mark.skipif(AXE is None, reason="needs axe-core, named in AXE_CORE")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation(scheme, width, opened):
    made = briefing()
    folder = front.to_folder(made)
    for text in (front.to_html(made, texts()), front.to_html(briefing(alone())), *folder.values()):
        if text.startswith("<!doctype html>"):
            size = {"width": width, "height": 800}
            tab = opened(text, viewport=size, color_scheme=scheme, bypass_csp=True)
            tab.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
            tab.evaluate(Path(AXE).read_text(encoding="utf-8"))
            found = tab.evaluate("axe.run(document, {rules: {'target-size': {enabled: true}}})")
            assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
