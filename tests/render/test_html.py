"""The HTML page: self-contained, nothing of an article is ever markup, and in a browser a click lands on the span."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import EXAMPLES, article
from digests import SOURCES, digest

from summarize import Settings, read, summarize
from summarize.cli import main
from summarize.digest import Span, Unplaced
from summarize.model import fold
from summarize.registry import renderer
from summarize.render.charts import matrix
from summarize.render.html import render_conflicts
from summarize.stages import RenderOptions

HOSTILE = (
    "The minister said </script><script>document.title='owned'</script> on Monday. "
    "A second voice said <img src=x onerror=\"document.title='owned'\"> to reporters. "
    "They link to javascript:alert(1) and \x1b[31mred\x1b[0m and \u202etfel\u202c in the text."
)
CHROMIUM = shutil.which("chromium")
AXE = os.environ.get("AXE_CORE")


class Page(HTMLParser):
    """The tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def page_of(articles, **settings) -> str:
    digest = summarize(articles, Settings(encoder="tfidf", **settings))
    return renderer("html")(digest, RenderOptions(texts={item.sha256: item.text for item in articles}))


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(read([EXAMPLES / "river-flood"]))


def test_the_page_is_one_file_that_loads_nothing(page):
    tags = Page(page).tags
    assert len(tags) > 100
    for tag, attributes in tags:
        assert tag not in ("link", "iframe", "object", "embed", "img", "base")
        assert "src" not in attributes
        assert not [name for name in attributes if name.startswith("on")]


def test_a_link_into_the_web_tells_the_page_it_leads_to_nothing():
    page = page_of([article("The dam broke on Friday morning.", path="a.txt", url="https://post.example/dam")])
    links = [attributes for tag, attributes in Page(page).tags if tag == "a" and "post.example" in attributes["href"]]
    assert links
    assert {attributes["rel"] for attributes in links} == {"noopener noreferrer"}


def test_the_policy_names_the_hashes_of_style_and_script_and_forbids_the_rest(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_every_link_inside_the_page_has_its_target_and_no_anchor_is_there_twice(page):
    tags = Page(page).tags
    anchors = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(anchors) == len(set(anchors))
    links = [attributes["href"][1:] for tag, attributes in tags if tag == "a" and attributes["href"].startswith("#")]
    assert links
    assert set(links) <= set(anchors)


@pytest.mark.parametrize("whole", [True, False], ids=["with the articles", "quotations only"])
def test_nothing_of_an_article_is_markup(whole):
    story = article(HOSTILE, path="a.txt", title="<b>bold</b>", url="javascript:alert(1)", publisher="<i>Post</i>")
    digest = summarize([story], Settings(encoder="tfidf"))
    out = renderer("html")(digest, RenderOptions(texts={story.sha256: story.text} if whole else {}))
    tags = [tag for tag, _ in Page(out).tags]
    assert tags.count("script") == 1
    assert not {"img", "b", "i"} & set(tags)
    assert 'href="javascript' not in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_the_page_is_not_much_larger_than_its_sources(page):
    sources = sum(path.stat().st_size for path in (EXAMPLES / "river-flood").iterdir())
    assert len(page.encode()) <= 1.3 * sources + 300_000


def test_the_suffix_of_the_output_makes_a_page(write, tmp_path):
    path = write("story.txt", "The dam broke on Friday morning. Two towns were flooded by noon.")
    assert main(["run", str(path), "--encoder", "tfidf", "-o", str(tmp_path / "page.html")]) == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if CHROMIUM is None:
        pytest.skip("needs Debian's chromium")
    flags = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=[*flags, "--no-first-run", "--disable-quic"])
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


def test_a_click_highlights_the_sentence_in_its_article(page, opened):
    tab = opened(page)
    for quote in tab.query_selector_all(".topic .quote"):
        quote.click()
        (shown,) = tab.query_selector_all(".text .shown")
        assert fold(shown.text_content()) == quote.text_content()
        assert tab.evaluate(
            "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }", shown
        )
    assert tab.troubles == []


def test_supporting_sentences_are_marked_too(page, opened):
    tab = opened(page)
    quote = next(q for q in tab.query_selector_all(".quote") if q.get_attribute("data-also"))
    quote.click()
    marked = {element.get_attribute("id") for element in tab.query_selector_all(".text .also")}
    assert marked == set(quote.get_attribute("data-also").split())


def test_filters_search_and_keys_work(page, opened):
    tab = opened(page)
    every = len(tab.query_selector_all(".line"))
    tab.check("#corroborated")
    left = tab.query_selector_all(".line:not([hidden])")
    assert 0 < len(left) < every
    assert all(int(line.get_attribute("data-independent")) >= 2 for line in left)
    tab.keyboard.press("Escape")
    assert len(tab.query_selector_all(".line:not([hidden])")) == every
    word = max(re.findall(r"\w+", tab.query_selector(".topic .quote").text_content()), key=len).lower()
    tab.keyboard.press("/")
    tab.keyboard.type(word)
    found = tab.query_selector_all(".line:not([hidden])")
    assert 0 < len(found) < every
    assert all(word in line.text_content().lower() for line in found)
    tab.keyboard.press("Escape")
    tab.keyboard.press("j")
    assert tab.query_selector(".line.current .quote").get_attribute("href")
    assert tab.troubles == []


def test_no_script_of_an_article_runs(opened):
    tab = opened(page_of([article(HOSTILE, path="a.txt", title="<script>document.title='owned'</script>")]))
    assert tab.title() != "owned"
    assert tab.troubles == []


def test_a_phone_does_not_scroll_sideways(page, opened):
    tab = opened(page, viewport={"width": 360, "height": 740})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
IN_VIEW = "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }"


@pytest.mark.parametrize("way", ["button", "history"])
def test_after_a_tap_on_a_phone_there_is_a_way_back(way, page, opened):
    tab = opened(page, **PHONE)
    tapped = tab.query_selector_all(".topic .line .cite")[-1]
    assert not tab.is_visible("#return")
    tapped.tap()
    assert not tab.evaluate(IN_VIEW, tapped)
    if way == "button":
        tab.tap("#return")
    else:
        tab.go_back()
    tab.wait_for_function(f"document.activeElement.matches('.topic .cite') && ({IN_VIEW})(document.activeElement)")
    assert tab.evaluate(IN_VIEW, tapped)
    assert not tab.is_visible("#return")
    assert tab.troubles == []


def test_every_target_of_a_finger_is_large_enough(page, opened):
    """WCAG 2.2, 2.5.8: 24 × 24 CSS pixels; the sentences themselves are links in a line of text, which are exempt."""
    for tab in (opened(page, **PHONE), opened(page)):
        small = tab.evaluate(
            "() => [...document.querySelectorAll('a:not(.quote, .skip), button, input, select')].map(e => [e.outerHTML,"
            " e.getBoundingClientRect()]).filter(([, b]) => b.width && (b.width < 24 || b.height < 24)).map(x => x[0])"
        )
        assert small == []


def test_keys_are_spoken_of_only_where_there_are_some(page, opened):
    desk, phone = opened(page), opened(page, **PHONE)
    assert (desk.get_attribute("#search", "placeholder"), desk.is_visible(".keys")) == ("press /", True)
    assert (phone.get_attribute("#search", "placeholder"), phone.is_visible(".keys")) == (None, False)


def test_j_and_k_work_after_filtering(page, opened):
    tab = opened(page)
    left = ".line:not([hidden])"
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    tab.select_option("#topic", "t2")
    tab.focus("#topic")
    for key, at in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        tab.keyboard.press(key)
        shown = tab.query_selector_all(left)
        at = min(at, len(shown) - 1)
        assert tab.evaluate("[e => e.classList.contains('current')][0]", shown[at])
    tab.keyboard.press("Escape")
    tab.click("#corroborated")
    tab.keyboard.press("j")
    assert tab.query_selector(f"{left}.current")
    tab.keyboard.press("Escape")
    tab.fill("#search", "dam")
    tab.focus("#search")
    tab.keyboard.press("Enter")
    assert tab.evaluate("e => e.classList.contains('current')", tab.query_selector_all(left)[0])
    assert tab.troubles == []


def test_j_begins_again_where_a_filter_leaves_nothing_behind_the_sentence(page, opened):
    tab = opened(page)
    for _ in tab.query_selector_all(".line"):
        tab.keyboard.press("j")
    tab.select_option("#topic", "t1")
    for key in "jk":
        tab.keyboard.press(key)
        assert tab.query_selector(".line.current:not([hidden])")


def test_a_sentence_that_nothing_refers_to_is_no_element(page):
    """A page of a hundred articles opens at once on a phone only with few of them."""
    tags = Page(page).tags
    links = {attributes["href"][1:] for tag, attributes in tags if tag == "a" and attributes["href"].startswith("#s")}
    links |= {place for _, attributes in tags for place in (attributes.get("data-also") or "").split()}
    assert {a["id"] for tag, a in tags if tag == "span" and re.match(r"s\d+-\d", a.get("id") or "")} <= links


def test_what_was_set_aside_and_yet_quoted_can_be_gone_to():
    made = digest()
    quote = made.topics[0].summary[0]
    aside = replace(made, unplaced=(Unplaced(quote.source_id, quote.start, quote.end, "minor"),))
    out = renderer("html")(aside, RenderOptions(texts={source.sha256: "It broke. It is down." for source in SOURCES}))
    assert f'<span id="{quote.source_id}-{quote.start}">It broke.</span>' in out


def test_cells_of_sources_without_a_topic_are_one_element(page):
    chart = re.search(r"<svg.*?</svg>", page, re.DOTALL)[0]
    assert chart.count('class="empty"') == 1
    assert all(not title.endswith(": 0") for title in re.findall(r"<title>(.*?)</title>", chart))


def test_the_picture_of_many_sources_has_an_element_a_shade():
    sources = tuple(replace(SOURCES[0], id=f"s{n}", path=f"{n}.txt") for n in range(1, 101))
    topic = replace(digest().topics[0], members=tuple(Span(source.id, 0, 9) for source in sources[:60]))
    chart = matrix(digest(sources=sources, topics=(topic,), conflicts=()))
    assert (chart.count("<rect"), chart.count("<path")) == (0, 2)
    assert re.search(r'class="cell" fill-opacity="1.00" d="([^"]*)"', chart)[1].count("M") == 60


def test_disagreements_are_filtered_too(page, opened):
    tab = opened(page)
    every = tab.query_selector_all(".conflict")
    assert every
    for field, value in (("#source", "s5"), ("#topic", "t4"), ("#search", "zebra")):
        if field == "#search":
            tab.fill(field, value)
        else:
            tab.select_option(field, value)
        for conflict in every:
            fits = {
                "#source": value in conflict.get_attribute("data-sources").split(),
                "#topic": conflict.get_attribute("data-topic") == value,
                "#search": value in conflict.text_content(),
            }[field]
            assert conflict.is_visible() == fits
        tab.keyboard.press("Escape")
        tab.evaluate("document.getElementById('filters').reset()")
        tab.dispatch_event("#filters", "input")
    assert all(conflict.is_visible() for conflict in every)


def test_no_dot_stands_where_nothing_is_beside_it():
    whole = digest(
        topics=(replace(digest().topics[0], keywords=()),),
        sources=(replace(SOURCES[0], published="2024-05-03"), SOURCES[1]),
    )
    text = re.sub(r"<(style|script)>.*?</\1>", "", renderer("html")(whole, RenderOptions()), flags=re.DOTALL)
    assert "·" not in text


@pytest.mark.skipif(AXE is None, reason="needs axe-core, named in AXE_CORE")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "device", [PHONE, {"viewport": {"width": 320, "height": 640}}, {}], ids=["phone", "320", "desk"]
)
def test_axe_finds_no_violation(scheme, device, page, opened):
    alone = renderer("html")(digest(), RenderOptions())
    disputed = render_conflicts(digest(), RenderOptions())
    for text in (page, page_of(read([EXAMPLES / "harbour-bridge"])), alone, disputed):
        tab = opened(text, color_scheme=scheme, bypass_csp=True, **device)
        tab.evaluate("document.getElementById('return').hidden = false")
        tab.add_style_tag(content="* { content-visibility: visible !important }")
        tab.evaluate(Path(AXE).read_text(encoding="utf-8"))
        found = tab.evaluate("axe.run(document, {rules: {'target-size': {enabled: true}}})")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
