"""A briefing as a mail for the morning: each story with its first sentences, what is new, and where to read on.

Owns how much of a briefing a mail holds: the first sentences of each digest and some of the articles, so that a mail program
shows it whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarize.briefing.document import Briefing, Changes, Entry, Story
from summarize.briefing.front.facts import headline, languages, lead, meta, name_of, news, outlet, size, teller, title
from summarize.model import fold
from summarize.render import Block, Run, count, day, harmless, safe_address, to_message

_MOST_ARTICLES = 5
"""Of a story."""
_MOST_CHANGES = 3
"""New sentences, and as many superseded ones, that are told of a story."""
_MOST_OTHERS = 20
"""Stories without a digest that are listed."""


def render(briefing: Briefing) -> bytes:
    """The message. Its subject is the first story."""
    first = f": {headline(briefing.stories[0])}" if briefing.stories else ""
    codes = languages(entry for story in briefing.stories for entry in story.articles)
    return to_message(f"{title(briefing)}{first}", list(_parts(briefing)), codes[0] if codes else "")


def articles(story: Story) -> Iterator[Block]:
    """The first articles of a story, and how many more there are."""
    for entry in story.articles[:_MOST_ARTICLES]:
        yield Block("source", tuple(_article(entry)), language=entry.language or "")
    if (more := len(story.articles) - _MOST_ARTICLES) > 0:
        yield Block("text", (Run(count(more, "more article"), "aside"),))


def _parts(briefing: Briefing) -> Iterator[Block]:
    yield Block("title", (Run(title(briefing)),))
    yield Block("subtitle", (Run(size(briefing)),))
    told = [story for story in briefing.stories if story.digest]
    others = [story for story in briefing.stories if not story.digest]
    for number, story in enumerate(told, start=1):
        yield from _story(number, story)
    if others:
        yield Block("heading", (Run("Other stories" if told else "Stories"),))
        yield from map(_other, others[:_MOST_OTHERS])
    if len(others) > _MOST_OTHERS:
        yield Block("text", (Run(count(len(others) - _MOST_OTHERS, "more story", "more stories"), "aside"),))
    if briefing.unread:
        yield Block("text", (Run(f"{count(len(briefing.unread), 'source')} could not be read.", "aside"),))


def _story(number: int, story: Story) -> Iterator[Block]:
    yield Block("heading", (Run(f"{number}. {headline(story)}"),))
    yield Block("text", (Run(" · ".join([*meta(story), *news(story)]), "aside"),))
    if story.digest:
        urls = {source.id: source.url for source in story.digest.sources}
        for sentence, line in zip(story.digest.overview, lead(story), strict=False):
            who = Run(f"({line.tellers})", "aside", safe_address(urls[sentence.source_id]))
            yield Block("item", (Run(f"{line.text} "), who), language=line.language)
    yield from _changes(story.changes)
    yield from articles(story)


def _changes(changes: Changes) -> Iterator[Block]:
    told = [("New: ", line) for line in changes.new[:_MOST_CHANGES]]
    for item in changes.superseded[:_MOST_CHANGES]:
        told += [("Was: ", item.was), ("Now: ", item.now)]
    for word, line in told:
        who = f" ({teller(line)})" if teller(line) else ""
        yield Block("item", (Run(word, "strong"), Run(harmless(line.text)), Run(who, "aside")))


def _other(story: Story) -> Block:
    address = next(filter(None, (safe_address(entry.url) for entry in story.articles)), "")
    facts = Run(f" ({', '.join([*meta(story), *news(story)])})", "aside")
    return Block("item", (Run(headline(story), address=address), facts))


def _article(entry: Entry) -> Iterator[Run]:
    address, titled = safe_address(entry.url), fold(entry.title or "")
    yield Run(outlet(entry), "strong", "" if titled else address)
    if titled:
        yield Run(", ")
        yield Run(name_of(titled), address=address)
    if date := day(entry.published):
        yield Run(f", {date}")
