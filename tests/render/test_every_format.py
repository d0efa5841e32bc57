"""Words of articles show literally in every format; a renderer never fails on what they hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from digests import HOSTILE, LINE, SOURCES, digest, with_text

from summarize import registry
from summarize.digest import SummarySentence
from summarize.render.plain import coverage, harmless
from summarize.stages import RenderOptions

FORMATS = registry.names("renderers")
TEXTS = [name for name in FORMATS if name not in ("docx", "eml")]
"""Those of the others are in test_takeaways.py."""


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(text)[:20] for text in HOSTILE])
def test_hostile_text_is_shown_harmless(name, text):
    for colour in (False, True):
        out = registry.renderer(name)(with_text(text), RenderOptions(width=60, colour=colour))
        assert out.endswith("\n")
        assert not set("\x00\x07\x08\x9b\u202e\u2066") & set(out) or name in ("json", "jsonld")
        if not colour:
            assert "\x1b" not in out


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_every_sentence_shows_the_numbers_of_its_sources(name):
    out = registry.renderer(name)(digest(), RenderOptions()).replace("\\", "")
    assert "It broke. [1] [2]" in out
    assert "Post" in out
    assert "Wire" in out


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_a_sentence_in_another_language_than_most_is_marked(name):
    sources = (*SOURCES, replace(SOURCES[0], id="s3", publisher="Poste", language="fr"))
    line = SummarySentence("s3", 0, 9, "Le barrage a cédé.")
    topic = replace(digest().topics[0], summary=(line, LINE))
    out = registry.renderer(name)(digest(sources=sources, topics=(topic,)), RenderOptions())
    assert out.count("(fr)") == 1


def test_an_empty_digest_renders_everywhere():
    for name in FORMATS:
        empty = digest(overview=(), topics=(), conflicts=(), unplaced=(), warnings=())
        assert registry.renderer(name)(empty, RenderOptions(verbose=True))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("red \x1b[31m, NUL \x00, bell \x07, delete \x7f", "red ␛[31m, NUL ␀, bell ␇, delete ␡"),
        ("\u202eright to left\u202c and \u2066isolated", "right to left and isolated"),
        ("C1 \x9b31m and line \u2028 separator", "C1 \ufffd31m and line \ufffd separator"),
        ("no \ufffe character \uffff of Unicode", "no \ufffd character \ufffd of Unicode"),
        ("中文 עברית 🌉 e\u0301", "中文 עברית 🌉 e\u0301"),
    ],
    ids=["controls", "direction", "others", "none", "any script"],
)
def test_what_cannot_be_seen_becomes_a_picture_or_goes(text, seen):
    assert harmless(text) == seen


def test_the_table_of_coverage_has_a_mark_for_the_sources_of_a_topic_only():
    both = digest().topics[0]
    made = digest(topics=(both, replace(both, id="t2", label="Noise", source_ids=("s2",))))
    assert coverage(made) == [(1, "Dam", (True, True)), (2, "Noise", (False, True))]
    assert coverage(digest()) == []
