"""Small briefings made by hand, for tests of how one is shown."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from summarize.briefing import front
from summarize.briefing.document import Briefing, Changes, Entry, Line, Story, Superseded, Unread
from summarize.digest import (
    Citation,
    Conflict,
    ConflictValue,
    Digest,
    DigestTopic,
    Generator,
    Quote,
    Source,
    Span,
    SummarySentence,
)
from summarize.stages import RenderOptions

GENERATOR = Generator("summarize", "0")
OUTLETS = ("Tesmark Post", "Northern Wire", "Velmar Herald", "Coast Mail")
DAM = "The dam at Orlen broke on Friday morning and two villages were evacuated."
TOLL = "At least three people are missing, the district said."
REPAIR = "Engineers expect the repair to take a year."


def entry(number: int, **changes) -> Entry:
    """An article of an outlet of its own."""
    fields = {
        "path": f"articles/{number}.txt",
        "url": f"https://outlet{number}.example/dam?a=1&b={number}",
        "title": f"Dam breaks at Orlen ({number})",
        "publisher": OUTLETS[(number - 1) % len(OUTLETS)],
        "published": f"2026-05-0{1 + number % 3}T0{number % 10}:30:00+02:00",
        "language": "en",
        "sha256": hashlib.sha256(str(number).encode()).hexdigest(),
        "is_new": False,
    }
    return Entry(**(fields | changes))


def line(text: str, number: int = 1) -> Line:
    """A sentence of an article."""
    known = entry(number)
    return Line(text, known.publisher, known.published, known.sha256, 0, len(text))


def digest_of(entries: tuple[Entry, ...], *texts: str) -> Digest:
    """A digest of two topics that shows some sentences of the first article, each backed by the second."""
    sources = tuple(
        Source(
            f"s{number}",
            one.path,
            one.url,
            one.title,
            one.publisher,
            (),
            one.published,
            one.language,
            one.sha256,
            90,
            3,
        )
        for number, one in enumerate(entries, start=1)
    )
    also = tuple(Citation(source.id, 0, 9, f"{texts[0]} So they say.", "paraphrase") for source in sources[1:2])
    lines = tuple(
        SummarySentence("s1", 100 * number, 100 * number + len(text), text, also, 1 + len(also))
        for number, text in enumerate(texts)
    )
    topics = tuple(
        DigestTopic(f"t{number}", label, ("dam", "river"), tuple(source.id for source in sources), lines[:number], ())
        for number, label in ((1, "The dam"), (2, "What comes next"))
    )
    sides = (ConflictValue("3 missing", (Quote("s1", 0, 9, texts[0]),)), ConflictValue("4 missing", ()))
    return Digest(
        GENERATOR,
        {"topics": "auto"},
        ("articles/9.txt: empty",),
        sources,
        lines,
        tuple(
            replace(topic, members=tuple(Span("s1", one.start, one.end) for one in lines[number : number + 1]))
            for number, topic in enumerate(topics)
        ),
        (Conflict("t1", "number", sides),),
    )


def dam(**changes) -> Story:
    """A story that goes on: four articles, one of them new, with new and superseded sentences."""
    articles = tuple(entry(number, is_new=number == 4) for number in (1, 2, 3, 4))
    fields = {
        "id": "dam-1",
        "headline": "Dam breaks at Orlen",
        "first_seen": "2026-05-01T03:30:00+02:00",
        "last_seen": "2026-05-03T02:30:00+02:00",
        "independent_sources": 3,
        "is_new": False,
        "articles": articles,
        "digest": digest_of(articles, DAM, TOLL, REPAIR),
        "changes": Changes(
            new=(line(REPAIR),),
            superseded=(Superseded(line("One person is missing."), line(TOLL, 2)),),
            gone=(line(DAM),),
        ),
    }
    return Story(**(fields | changes))


def alone(number: int = 9, **changes) -> Story:
    """A story of one article, without a digest."""
    one = entry(number, title=f"Ferry line {number} opens", is_new=True, language="de")
    fields = {
        "id": f"lone-{number}",
        "headline": f"Ferry line {number} opens",
        "first_seen": one.published,
        "last_seen": one.published,
        "independent_sources": 1,
        "is_new": True,
        "articles": (one,),
    }
    return Story(**(fields | changes))


def old() -> Story:
    """A story that is over, of articles that say little about themselves."""
    bare = tuple(
        entry(number, url=None, title=None, publisher=None, published=None, language=None) for number in (11, 12)
    )
    return alone(
        11, id="over/1", headline="", first_seen=None, last_seen=None, articles=bare, is_new=False, is_over=True
    )


def briefing(*stories: Story, **changes) -> Briefing:
    """A briefing of these stories; of one of each kind where none are given."""
    fields = {
        "generator": GENERATOR,
        "settings": {"stories": 10},
        "warnings": ("articles/9.txt: its encoding was guessed",),
        "stories": stories or (dam(), alone(), old()),
        "unread": (Unread("articles/empty.txt", "no text"),),
    }
    return Briefing(**(fields | changes))


GOLDEN = Path(__file__).parents[1] / "golden"


def golden() -> dict[str, str | bytes]:
    """What is kept of the briefing of one story of each kind, by the name of its file."""
    made = briefing()
    return {
        "briefing.80.txt": front.to_terminal(made, RenderOptions(width=80)),
        "briefing.md": front.to_markdown(made),
        "briefing.html": front.to_html(made),
        "briefing.json": front.to_json(made),
        "briefing.atom": front.to_atom(made),
        "briefing.eml": front.to_eml(made),
    }


if __name__ == "__main__":  # writes them anew; look at the difference before you commit it
    for name, text in golden().items():
        (GOLDEN / name).write_bytes(text if isinstance(text, bytes) else text.encode())
