"""The headline is the best title among the articles', never one of ours; who speaks stands in brackets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import article

from summarize import Settings, summarize
from summarize.cite import verify
from summarize.digest import Quote
from summarize.registry import renderer
from summarize.stages import RenderOptions

DAM = "The dam above Hollin broke on Friday after a week of rain. Nine people died in the valley below the dam."
LINK = "The railway line to Marsk will stay closed for two weeks. Soldiers brought boats and tents to Hollin."


def made(*titles: str | None):
    articles = [
        article(
            f"{DAM} {LINK} Volunteers counted {n + 3} boats.", path=f"{n}.txt", **({"title": title} if title else {})
        )
        for n, title in enumerate(titles)
    ]
    return articles, summarize(articles, Settings(encoder="tfidf"))


@pytest.mark.parametrize(
    ("titles", "wanted"),
    [
        ((None, None), None),
        (("Dam above Hollin breaks after rain", None), "Dam above Hollin breaks after rain"),
        (("A weekend to forget for many", "Dam above Hollin breaks after rain"), "Dam above Hollin breaks after rain"),
        (("Why did the dam above Hollin break?", None), None),
        (("Watch live as the dam above Hollin breaks", None), None),
        (("Dam breaks", None), None),
        (("The dam above Hollin (Photo: Vale Wire)", None), None),
        (("Dam above Hollin breaks after rain | The Post", "Nine die below the dam"), "Nine die below the dam"),
    ],
)
def test_the_title_that_tells_most_of_the_news_is_the_headline(titles, wanted):
    _, digest = made(*titles)
    assert (digest.title.text if digest.title else None) == wanted


def test_a_title_in_the_text_is_a_span_of_it_and_one_from_elsewhere_is_checked_by_its_source():
    inside = article(f"# Dam above Hollin breaks after rain\n\n{DAM}\n\n{LINK}", path="a.md")
    digest = summarize([inside], Settings(encoder="tfidf"))
    assert inside.text[digest.title.start : digest.title.end] == "Dam above Hollin breaks after rain"
    articles, digest = made("Dam above Hollin breaks after rain")
    assert (digest.title.start, digest.title.end) == (0, 0)
    assert verify(digest, articles).differences == ()
    other = replace(digest, title=replace(digest.title, text="Dam holds"))
    assert [difference.what for difference in verify(other, articles).differences] == [
        "the headline is not the title of its source"
    ]


def with_context():
    text = (
        'Anna Berg leads the relief corps of Hollin. "We need pumps," Anna Berg said. "The night will be long," she said. '
        + DAM
    )
    articles = [article(text, path="a.txt"), article(LINK, path="b.txt")]
    digest = summarize(articles, Settings(encoder="tfidf", topics=1, length="9"))
    start = text.index("Anna Berg")
    line = replace(digest.topics[0].summary[0], context=(Quote("s1", start, start + 9, "Anna Berg"),), source_id="s1")
    topic = replace(digest.topics[0], summary=(line, *digest.topics[0].summary[1:]))
    return articles, replace(digest, topics=(topic, *digest.topics[1:]))


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_who_speaks_stands_in_brackets_and_can_be_left_out(form):
    _, digest = with_context()
    shown = renderer(form)(digest, RenderOptions()).replace("\\", "")
    assert "[Anna Berg]" in shown
    assert "[Anna Berg]" not in renderer(form)(digest, RenderOptions(context=False)).replace("\\", "")


def test_context_is_checked_like_any_quotation():
    articles, digest = with_context()
    assert not [d for d in verify(digest, articles).differences if "context" in d.what]
    line = digest.topics[0].summary[0]
    wrong = replace(line, context=(replace(line.context[0], text="Berta Ang"),))
    topic = replace(digest.topics[0], summary=(wrong, *digest.topics[0].summary[1:]))
    found = verify(replace(digest, topics=(topic, *digest.topics[1:])), articles).differences
    assert any("context" in difference.what and "Berta Ang" in difference.what for difference in found)


def test_a_wanted_title_stands_above_everything():
    _, digest = made("Dam above Hollin breaks after rain")
    for form in ("terminal", "markdown", "html"):
        assert "My own words" in renderer(form)(digest, RenderOptions(title="My own words"))
