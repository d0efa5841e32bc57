"""The tools for assistants and their limits, without the protocol."""

from __future__ import annotations

import json
import os
import shutil

import pytest
from conftest import EXAMPLES
from jsonschema import Draft202012Validator

from summarize import Digest
from summarize.errors import SummarizeError, UsageError
from summarize.read import web
from summarize.serve import TOOLS, Bounds, Session

STORY = (
    "The dam of Hollin broke on Friday morning. Two towns were flooded by noon. The mayor asked the army for help.\n"
)


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "root"
    shutil.copytree(EXAMPLES / "river-flood", folder / "articles")
    (tmp_path / "secret.txt").write_text(STORY)
    return folder


def work(session: Session, name: str, **arguments):
    Draft202012Validator(TOOLS[name].arguments).validate(arguments)
    return TOOLS[name].work(session, arguments)


def test_the_arguments_are_json_schemas():
    for tool in TOOLS.values():
        Draft202012Validator.check_schema(tool.arguments)
        assert tool.arguments["additionalProperties"] is False


def test_a_digest_is_made_and_then_questioned(root):
    session = Session(Bounds.of(root))
    made = work(session, "digest", paths=["articles"], overview_words=80, query=["Who pays?", "How many died?"])
    assert Digest.from_dict(made).to_dict() == made
    assert made["sources"][0]["path"] == "articles/01-tesmark-post.txt"
    assert made["settings"]["query"] == ["Who pays?", "How many died?"]
    assert work(session, "verify")["differences"] == []
    assert "Nine people have died" in work(session, "ask", question="How many people died?")["answers"][0]["text"]
    told = work(session, "explain", place="1.1", find="brass line")
    assert told["is_same_digest"]
    assert any("brass line" in line for line in told["lines"])


def test_a_digest_in_a_file_is_questioned_with_its_articles(root):
    first = Session(Bounds.of(root))
    (root / "digest.json").write_text(json.dumps(work(first, "digest", paths=["articles"])), encoding="utf-8")
    session = Session(Bounds.of(root))
    assert work(session, "ask", digest="digest.json", question="How many people died?")["answers"]
    (root / "articles").rename(root / "moved")
    with pytest.raises(SummarizeError, match="no article of the digest is here"):
        work(session, "ask", digest="digest.json", question="How many people died?")
    assert work(session, "ask", digest="digest.json", paths=["moved"], question="How many people died?")["answers"]
    assert not work(session, "verify", digest="digest.json", paths=["moved"])["differences"]


def test_markdown_is_short(root):
    session = Session(Bounds.of(root))
    assert work(session, "digest", paths=["articles/01-tesmark-post.txt"], format="markdown").startswith("---\ntitle: ")


@pytest.mark.parametrize("tool", ["verify", "explain", "ask"])
def test_without_a_digest_there_is_nothing_to_question(root, tool):
    more = {"explain": {"place": "1.1"}, "ask": {"question": "Why?"}}.get(tool, {})
    with pytest.raises(UsageError, match="no digest was made yet"):
        work(Session(Bounds.of(root)), tool, **more)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("../secret.txt", "outside the folder"),
        ("articles/../../secret.txt", "outside the folder"),
        ("/etc/hostname", "outside the folder"),
        ("..", "outside the folder"),
        ("link.txt", "outside the folder"),
        ("link.txt#1", "outside the folder"),
        ("linked/secret.txt", "outside the folder"),
        ("-", "cannot be read here"),
        ("a\0b", "cannot be read here"),
        ("https://a.example/story", "addresses may not be read"),
        ("file:///etc/hostname", "addresses may not be read"),
        ("FTP://a.example/", "addresses may not be read"),
    ],
)
@pytest.mark.parametrize("tool", ["digest", "verify", "explain", "ask"])
def test_nothing_beyond_the_folder_is_read(root, tmp_path, tool, name, message):
    os.symlink(tmp_path / "secret.txt", root / "link.txt")
    os.symlink(tmp_path, root / "linked")
    session = Session(Bounds.of(root))
    work(session, "digest", paths=["articles/01-tesmark-post.txt"])
    more = {"explain": {"place": "1.1"}, "ask": {"question": "Why?"}}.get(tool, {})
    with pytest.raises(UsageError, match=message):
        work(session, tool, paths=[name], **more)
    if tool != "digest" and "#" not in name:
        with pytest.raises(UsageError, match=message):
            work(session, tool, digest=name, **more)


def test_a_digest_cannot_name_a_file_beyond_the_folder(root, tmp_path):
    made = work(Session(Bounds.of(root)), "digest", paths=["articles/01-tesmark-post.txt"])
    for path in (str(tmp_path / "secret.txt"), "../secret.txt", "https://a.example/story"):
        made["sources"][0]["path"] = path
        (root / "digest.json").write_text(json.dumps(made), encoding="utf-8")
        with pytest.raises(UsageError, match=r"outside the folder|the digest names no files"):
            work(Session(Bounds.of(root)), "ask", digest="digest.json", question="Why?")


def test_a_link_in_a_folder_that_leads_out_is_not_read_and_said(root, tmp_path):
    os.symlink(tmp_path / "secret.txt", root / "articles" / "link.txt")
    made = work(Session(Bounds.of(root)), "digest", paths=["articles"])
    assert len(made["sources"]) == 5
    assert any("link.txt: not read. It leads out of" in warning for warning in made["warnings"])


def test_a_part_of_a_file_below_the_folder_is_read(root):
    rows = [{"text": STORY, "title": f"Story {n}"} for n in (1, 2)]
    (root / "two.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert work(Session(Bounds.of(root)), "digest", paths=["two.jsonl#2"])["sources"][0]["title"] == "Story 2"


def test_a_feed_in_the_folder_has_no_address_asked(root, monkeypatch):
    item = f"<item><title>Dam</title><link>https://a.example/dam</link><description>{STORY * 5}</description></item>"
    (root / "feed.xml").write_text(f'<rss version="2.0"><channel><title>Post</title>{item}</channel></rss>')
    asked = []
    monkeypatch.setattr(web, "fetch", lambda urls, **_: asked.extend(urls) or {})
    assert len(work(Session(Bounds.of(root)), "digest", paths=["feed.xml"])["sources"]) == 1
    assert asked == []


def test_the_web_is_read_where_it_is_allowed(root, monkeypatch):
    asked = []
    monkeypatch.setattr("summarize.serve.bounds.read", lambda names: asked.extend(names) or [])
    with pytest.raises(AttributeError):  # the stand-in gives no collection
        Bounds.of(root, allow_web=True).articles(["https://a.example/story"])
    assert asked == ["https://a.example/story"]
    with pytest.raises(UsageError, match="addresses may not be read"):
        Bounds.of(root, allow_web=True).articles(["file:///etc/hostname"])


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no such folder"):
        Bounds.of(tmp_path / "none")


def test_settings_that_make_no_sense_are_refused(root):
    with pytest.raises(UsageError, match="length 'x' is not understood"):
        work(Session(Bounds.of(root)), "digest", paths=["articles"], length="x")
    with pytest.raises(UsageError, match="nothing to explain"):
        work(Session(Bounds.of(root)), "explain")
