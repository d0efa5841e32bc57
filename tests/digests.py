"""A small digest made by hand, for tests of what is done with one."""

from __future__ import annotations

from summarize import Digest
from summarize.digest import (
    Citation,
    Conflict,
    ConflictValue,
    DigestTopic,
    Generator,
    Quote,
    Source,
    Span,
    SummarySentence,
    Unplaced,
)

HOSTILE = [
    "[bold]not bold[/bold] [red]x[/] [link=http://x]y",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m",
    "NUL \x00 and bell \x07 and backspace \x08\x08\x08",
    "\u202eright to left\u202c \u2066isolated",
    "*stars* _lines_ `code` ~~gone~~ <b>tag</b> &amp; | cell | $x$ ==mark== [a](b) ![i](j) [^1]",
    "# no heading",
    "1. no list",
    "I. no list",
    "(a) no list",
    "12345678901. no list",
    "@key ^up^ {.class} #tag www.a.example http://a.example",
    "- no list",
    "+ no list",
    "> no quotation",
    "--- ",
    "</script><img src=x onerror=alert(1)>",
    "中文 עברית 🌉 e\u0301",
    "x" * 5000,
]

SOURCES = tuple(
    Source(f"s{n}", f"{n}.txt", None, None, name, (), None, "en", "0" * 64, 40, 2)
    for n, name in ((1, "Post"), (2, "Wire"))
)
LINE = SummarySentence("s1", 0, 9, "It broke.", (Citation("s2", 3, 14, "It is down.", "paraphrase"),), 2)


def digest(**changes) -> Digest:
    fields = {
        "generator": Generator("summarize", "0"),
        "settings": {"topics": "auto"},
        "warnings": ("a.txt: empty",),
        "sources": SOURCES,
        "overview": (LINE,),
        "topics": (DigestTopic("t1", "Dam", ("dam",), ("s1", "s2"), (LINE,), (Span("s1", 0, 9), Span("s2", 3, 14))),),
        "conflicts": (
            Conflict("t1", "number", (ConflictValue("3", (Quote("s1", 0, 9, "It broke."),)), ConflictValue("4", ()))),
        ),
        "unplaced": (Unplaced("s1", 10, 20, "heading"),),
    }
    return Digest(**(fields | changes))


def disputed_digest() -> Digest:
    """A digest of three dated articles with a conflict of each kind, the last of a topic that is not in it."""
    dated = zip(("Post", "Wire", "Voice"), ("2024-05-01T07:30", "2024-05-03", None), strict=True)
    sources = tuple(
        Source(f"s{n}", f"{n}.txt", None, None, name, (), day, "en", "0" * 64, 200, 9)
        for n, (name, day) in enumerate(dated, 1)
    )
    first = SummarySentence("s1", 0, 20, "Three people died at the dam.")
    toll = SummarySentence("s2", 0, 20, "The toll stood at four on Friday.")
    cost = SummarySentence("s1", 30, 50, "The repair costs 12 million euros.")
    engineer = SummarySentence("s1", 60, 80, "The engineer, Rhonda Rouer, denied any fault.")
    conflicts = (
        Conflict("t1", "update", (_side("Three people", first), _side("four", toll))),
        Conflict("t1", "number", (_side("12 million", cost), _side("20 million", Quote("s3", 0, 9, "It costs 20.")))),
        Conflict("t1", "name", (_side("Rhonda Rouer", engineer), _side("Roue", Quote("s2", 30, 50, "Ms Roue left.")))),
        Conflict("t1", "date", (_side("Monday", Quote("s1", 90, 99, "On Monday.")), _side("Tuesday"))),
        Conflict(
            "t9",
            "denial",
            (
                _side("denied any fault", Quote("s1", 60, 80, engineer.text)),
                _side("admitted it", Quote("s3", 30, 50, "The engineer admitted it.")),
            ),
        ),
    )
    shown = (first, toll, cost, engineer)
    topic = DigestTopic("t1", "Dam", ("dam",), ("s1", "s2", "s3"), shown, shown)
    return digest(sources=sources, overview=(first,), topics=(topic,), conflicts=conflicts)


def _side(value: str, *quotes: Quote) -> ConflictValue:
    return ConflictValue(value, tuple(Quote(quote.source_id, quote.start, quote.end, quote.text) for quote in quotes))


def with_text(text: str):
    line = SummarySentence("s1", 0, 9, text)
    topic = DigestTopic("t1", text, (text,), ("s1",), (line,), ())
    return digest(overview=(line,), topics=(topic,), warnings=(text,))
