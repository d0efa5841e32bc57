"""Markdown reads alike on GitHub, in Obsidian and through Pandoc, and what an article says shows literally in all of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from urllib.parse import unquote

import pytest
import yaml
from conftest import EXAMPLES
from digests import HOSTILE, LINE, SOURCES, digest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from summarize.cli import main
from summarize.digest import Citation, Conflict, ConflictValue, DigestTopic, Quote, Span
from summarize.errors import UnknownName
from summarize.model import fold
from summarize.render.bibliography import as_bibtex, as_csl_json, keys
from summarize.render.cite import STYLES
from summarize.render.commonmark import address_of_words, escape, quoted, safe_address
from summarize.render.markdown import render
from summarize.render.plain import harmless
from summarize.stages import RenderOptions

PAGE = "https://post.example/a"
ON_THE_WEB = tuple(replace(source, url=PAGE) for source in SOURCES)
NASTY = st.text(
    alphabet=st.sampled_from("aBi1 .!?\\\"'()[]{}<>*_`~|&#+-=$%^:;/@é中\u202e\u2028\n\x00\ufffe"),
    min_size=1,
    max_size=40,
)
pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")


def parsed(markdown: str):
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parser.use(front_matter_plugin).use(footnote_plugin).parse(markdown)


def texts(markdown: str) -> list[str]:
    """What a reader sees of each heading, item, cell and paragraph."""
    return [
        "".join(child.content or " " * (child.type == "softbreak") for child in token.children)
        for token in parsed(markdown)
        if token.type == "inline"
    ]


def addresses(markdown: str) -> list[str]:
    children = [child for token in parsed(markdown) for child in token.children or ()]
    return [child.attrGet("href") for child in children if child.type == "link_open"]


def nasty_digest(text: str, url: str | None = None):
    """A digest in which everything that comes from an article is this text."""
    line = replace(LINE, text=text, also_reported_by=(Citation("s2", 0, 4, text, "copy"),))
    names = {"title": text, "publisher": text, "authors": (text,), "published": text, "path": text, "url": url}
    return digest(
        sources=tuple(replace(source, **names) for source in SOURCES),
        overview=(line,),
        topics=tuple(DigestTopic(f"t{n}", text, (text,), ("s1", "s2"), (line,), ()) for n in (1, 2)),
        conflicts=(Conflict("t1", "number", (ConflictValue(text, (Quote("s1", 0, 4, text),)),) * 2),),
        warnings=(text,),
    )


@settings(max_examples=150, deadline=None)
@given(NASTY, st.sampled_from(list(STYLES)), st.sampled_from([None, PAGE]))
def test_whatever_an_article_says_shows_literally_everywhere(text, style, url):
    text = fold(text) or "x"
    seen = harmless(text)
    out = render(nasty_digest(text, url), RenderOptions(cite=style))
    shown = [fold(part) for part in texts(out)]
    headings = [token.tag for token in parsed(out) if token.type == "heading_open"]
    assert headings == ["h2"] * 6
    assert shown[1].startswith(fold(seen))
    assert [part for part in shown if part.startswith(fold(f"1. {seen}"))]
    assert fold(f"“{seen}”") in next(part for part in reversed(shown) if "“" in part)
    listed = shown[shown.index("Where the sources disagree:") + 1 :]
    assert listed[:2] == ["≠ A number", fold(f"“{seen}”")]
    assert listed[2].startswith(fold(seen))
    assert listed[3] == listed[1]
    assert bool(addresses(out)) == (url is not None)
    assert all(address.startswith(PAGE) for address in addresses(out))
    front = next(token for token in parsed(out) if token.type == "front_matter")
    assert yaml.safe_load(front.content)["sources"] == 2


@settings(max_examples=200, deadline=None)
@given(NASTY)
def test_an_address_stays_one_link_and_never_leaves_the_web(text):
    out = render(nasty_digest("x y", f"https://a.example/{text}"), RenderOptions())
    # The overview and two sections cite two sources each, each with a note; then the conflict cites one twice, then the list.
    assert len(addresses(out)) == 3 * (2 + 1) + 2 + 2
    assert all(address.startswith("https://a.example") for address in addresses(out))


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", "https://", "https://[", "", None],
)
def test_only_addresses_of_the_web_become_links(url):
    assert safe_address(url) == ""
    assert addresses(render(nasty_digest("x", url), RenderOptions())) == []


def test_a_link_jumps_to_the_sentence():
    assert (
        address_of_words(PAGE, "It is well-known, he said.") == f"{PAGE}#:~:text=It%20is%20well%2Dknown%2C%20he%20said."
    )
    assert address_of_words(f"{PAGE}#top", "Ja.") == f"{PAGE}#top:~:text=Ja."
    long = "one two three four five and so on and on to nine ten eleven twelve end."
    assert unquote(address_of_words(PAGE, long)).endswith("=one two three four five,nine ten eleven twelve end.")
    assert address_of_words(PAGE, "x" * 10_000) == PAGE
    assert address_of_words("", "It broke.") == ""


@pytest.mark.parametrize(
    ("style", "mark"),
    [
        ("numeric", r"\[1\] \[2\]"),
        ("footnote", "[^1]"),
        ("pandoc", "[@post; also @wire]"),
        ("inline", "(Post; also Wire)"),
        ("none", ""),
    ],
)
def test_a_sentence_is_cited_in_the_chosen_style(style, mark):
    assert f"- It broke. {mark}".rstrip() + "\n" in digest(conflicts=()).to_markdown(cite=style)


def test_each_citation_of_a_page_is_a_link_to_the_words_in_it():
    out = digest(sources=ON_THE_WEB).to_markdown()
    assert rf"It broke. [\[1\]]({PAGE}#:~:text=It%20broke.) [\[2\]]({PAGE}#:~:text=It%20is%20down.)" in out


def test_a_footnote_holds_the_words_of_the_others_and_is_written_once():
    out = digest().to_markdown(cite="footnote")
    assert out.count("[^1]: Post; Wire: “It is down.”") == 1
    assert out.count("[^1]") == 3
    assert out.endswith("\n\n[^2]: Post\n")


def test_a_style_that_is_unknown_is_told_with_the_nearest():
    with pytest.raises(UnknownName, match="Did you mean 'footnote'"):
        digest().to_markdown(cite="footnotes")


def test_the_front_matter_is_dated_by_the_latest_article():
    dated = tuple(replace(s, published=p) for s, p in zip(SOURCES, ("2024-05-03T07:30", "2024-05-01"), strict=True))
    front = yaml.safe_load(digest(sources=dated).to_markdown().split("---\n")[1])
    assert {**front, "date": str(front["date"])} == {
        "title": "Digest of 2 articles", "date": "2024-05-03", "sources": 2, "generator": "summarize 0",
    }  # fmt: skip
    assert "date:" not in digest().to_markdown()


@given(st.text(max_size=30))
def test_quoted_text_is_one_line_of_yaml(text):
    assert "\n" not in quoted(text)
    assert yaml.safe_load(quoted(text)) == harmless(text)


def test_both_sides_of_a_conflict_are_items_with_their_outlets_in_every_style():
    for style in STYLES:
        out = digest().to_markdown(cite=style)
        assert re.search(r"^  - “3”\n    - It broke\. \S.*\n  - “4”$", out, re.MULTILINE)
        assert "Post" in out.split("    - It broke.")[1].split("\n")[0] or style == "footnote"


def test_keys_say_outlet_and_date_and_are_never_the_same():
    names = ("Post", "Post", "Post 2", "中文", "")
    sources = tuple(replace(SOURCES[0], id=f"s{n}", publisher=name) for n, name in enumerate(names))
    assert list(keys(digest(sources=sources)).values()) == ["post", "post-2", "post-2-2", "source", "1-txt"]
    assert keys(digest(sources=(replace(SOURCES[0], published="2024-05-03T07:30"),))) == {"s1": "post-2024-05-03"}


def test_a_bibliography_has_an_item_for_each_source():
    (item, _) = json.loads(as_csl_json(digest(sources=ON_THE_WEB), {}))
    assert item == {
        "id": "post", "type": "article-newspaper", "title": "It broke.", "container-title": "Post",
        "URL": PAGE, "language": "en",
    }  # fmt: skip
    assert as_bibtex(nasty_digest("50% {a_b}"), {}).count("@article{50-a-b") == 2
    assert r"50\% \textbraceleft{}a\_b\textbraceright{}" in as_bibtex(nasty_digest("50% {a_b}"), {})


def test_a_file_name_is_no_outlet_and_no_title_in_a_bibliography():
    sources = tuple(replace(SOURCES[0], id=f"s{n}", path=f"in/{n}.txt", publisher=str(n)) for n in (1, 2, 3))
    sources = (replace(sources[0], sha256="a" * 64), *sources[1:])
    text = "It broke" + " and broke" * 20
    whole = digest(sources=sources, topics=(replace(digest().topics[0], members=(Span("s1", 0, len(text)),)),))
    items = json.loads(as_csl_json(whole, {"a" * 64: f"{text}. Go."}))
    assert [item["container-title"] for item in items] == ["n.p."] * 3
    first_words = f"{' '.join(text.split()[:10])}…"
    assert [item["title"] for item in items] == [first_words, "It is down.", "Untitled"]
    assert "journaltitle = {n.p.}" in as_bibtex(whole, {})


@pytest.mark.parametrize("name", ["refs.bib", "refs.json"])
def test_the_digest_names_the_bibliography_beside_it(name, working_folder):
    command = ["run", str(EXAMPLES / "river-flood"), "-q", "--encoder", "tfidf", "-o", "digest.md"]
    assert main([*command, "--cite", "pandoc", "--bibliography", name]) == 0
    out = (working_folder / "digest.md").read_text(encoding="utf-8")
    assert f'bibliography: "{name}"' in out
    known = (working_folder / name).read_text(encoding="utf-8")
    assert {key in known for key in re.findall(r"@([a-z][\w-]*)[;\]]", out)} == {True}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (["--cite", "inline"], "--cite is for Markdown"),
        (["--bibliography", "refs.txt"], "Use .json or .bib"),
        (["--bibliography", "no/refs.bib"], "there is no folder no"),
        (["-o", "a.json", "--bibliography", "a.json"], "cannot be one file"),
    ],
)
def test_options_that_make_no_sense_are_refused_before_the_work(wrong, message, working_folder, capsys):
    assert main(["run", str(EXAMPLES / "river-flood"), *wrong]) == 2
    assert message in capsys.readouterr().err
    assert list(working_folder.iterdir()) == []


@pandoc
@pytest.mark.parametrize("to", ["html", "docx"])
@pytest.mark.parametrize("style", list(STYLES))
def test_pandoc_reads_it_without_a_warning(style, to, working_folder):
    hostile = nasty_digest("*a* [b](c) @d $e$ <i>f</i> {#g} ^h^ ~i~ | j", f"{PAGE}?a=1&copy;=(2)")
    (working_folder / "refs.bib").write_text(as_bibtex(hostile, {}), encoding="utf-8")
    text = render(hostile, RenderOptions(cite=style, bibliography="refs.bib"))
    command = ["pandoc", "--citeproc", "--standalone", "--verbose", "--fail-if-warnings", "-f", "markdown", "-t", to]
    run = subprocess.run([*command, "-o", f"out.{to}"], input=text.encode(), capture_output=True)
    assert (run.returncode, [line for line in run.stderr.decode().splitlines() if "WARNING" in line]) == (0, [])
    if to == "html":
        page = (working_folder / "out.html").read_text(encoding="utf-8")
        assert "<li>*a* [b](c) @d $e$ &lt;i&gt;f&lt;/i&gt; {#g} ^h^ ~i~ | j" in page.replace("<li><p>", "<li>")


@pandoc
@pytest.mark.parametrize("dialect", ["gfm", "commonmark_x", "markdown-smart"])
def test_pandoc_shows_what_the_article_says(dialect):
    for text in (text for text in HOSTILE if len(text) < 100 and "\u0301" not in text):  # Pandoc composes accents
        command = ["pandoc", "--wrap=none", "-f", dialect, "-t", "html"]
        run = subprocess.run(command, input=f"- {escape(fold(text))}\n".encode(), capture_output=True, check=True)
        page = run.stdout.decode().replace("\n", "")
        assert unescape(page) == f"<ul><li>{fold(harmless(fold(text)))}</li></ul>"


def visible(markdown: str) -> str:
    """The text a reader of rendered Markdown sees."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return fold("".join(child.content or " " for token in tokens for child in token.children or ()))


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 100], ids=ascii)
def test_markdown_shows_what_the_article_says(text):
    assert visible(escape(text)) == fold(harmless(text))


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB1 .!?\\\"'()[]{}<>*_`~|&#+-=$%^:;/@é中\u202e"), min_size=1, max_size=60))
def test_markdown_shows_what_the_article_says_whatever_it_is(text):
    assert visible(escape(fold(text))) == fold(harmless(fold(text)))


def test_a_notebook_shows_markdown():
    shown = digest()._repr_markdown_()
    assert shown.startswith("# Digest of 2 articles\n\n## Overview")
    assert digest().to_markdown().endswith(shown.removeprefix("# Digest of 2 articles"))


def test_of_many_sources_that_say_the_same_the_first_is_told_so():
    others = tuple(Citation(f"s{n}", 3, 14, "It is down.", "partial" if n == 4 else "paraphrase") for n in (2, 3, 4))
    sources = (
        *SOURCES,
        *(replace(SOURCES[0], id=f"s{n}", publisher=name) for n, name in ((3, "Voice"), (4, "Herald"))),
    )
    line = replace(LINE, also_reported_by=others)
    made = digest(overview=(line,), topics=(), conflicts=(), sources=sources)
    assert "(Post; also Wire, Voice; in part Herald)" in made.to_markdown(cite="inline")
    assert "[@post; also @wire; @voice; in part @herald]" in made.to_markdown(cite="pandoc")
