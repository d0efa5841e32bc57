"""Whether a digest still is what its sources say: every span, every quotation, every source, against the texts as they are.

Owns the comparison, and finding out of given articles the one that a digest's source was. Needs no engine, so it checks a
digest of any origin; it never changes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from summarize.digest import Digest, Quote, Source, Span
from summarize.model import Article, fold

if TYPE_CHECKING:
    from summarize.model import Collection

_SHOWN = 60
"""Characters of a quotation that a difference repeats."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the digest says."""

    source_id: str
    name: str
    """The source as a reader knows it: its path, address or title."""
    what: str
    """What differs, in one line."""

    def __str__(self) -> str:
        return f"{self.source_id} {self.name}: {self.what}"


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome of a check."""

    spans: int
    """Places that were checked, and hold."""
    quotations: int
    """Those of them that come with their words."""
    sources: int
    """Sources whose text is the one the digest was made from."""
    differences: tuple[Difference, ...]


def found_again(digest: Digest, articles: Sequence[Article]) -> dict[str, Article]:
    """For each source id the article it was made from: by its digest, else by path, else by file name or address."""
    by_sha: dict[str, list[Article]] = {}
    for article in articles:
        by_sha.setdefault(article.sha256, []).append(article)
    found = {}
    for source in digest.sources:
        same = by_sha.get(source.sha256, [])
        exact = [article for article in same if article.path == source.path]
        candidates = [*exact, *same, *_likely(source, articles)]
        if candidates:
            found[source.id] = candidates[0]
    return found


def verify(digest: Digest, articles: Collection | Sequence[Article]) -> Verification:
    """Check every span and text of a digest against the articles."""
    known = {source.id: source for source in digest.sources}
    texts = found_again(digest, list(articles))
    differences = list(_sources(digest, texts))
    spans = quotations = 0
    for where, span in _spans(digest):
        if span.source_id not in known:
            differences.append(
                Difference(span.source_id, "unknown source", f"{where} names a source that is not listed")
            )
        elif article := texts.get(span.source_id):
            what = _difference(span, article.text, changed=article.sha256 != known[span.source_id].sha256)
            if what:
                differences.append(Difference(span.source_id, _name(known[span.source_id]), f"{where}: {what}"))
            else:
                spans += 1
                quotations += isinstance(span, Quote)
    same = sum(source.id in texts and texts[source.id].sha256 == source.sha256 for source in digest.sources)
    return Verification(spans, quotations, same, tuple(dict.fromkeys(differences)))


def _likely(source: Source, articles: Sequence[Article]) -> Iterator[Article]:
    """Articles that stand where a source stood, though their text is another."""
    for article in articles:
        if source.path and article.path == source.path and article.title in (None, source.title):
            yield article
    for article in articles:
        named = source.path and article.path and PurePath(article.path).name == PurePath(source.path).name
        if named or (source.url and article.url == source.url):
            yield article


def _sources(digest: Digest, texts: dict[str, Article]) -> Iterator[Difference]:
    seen: set[str] = set()
    for source in digest.sources:
        if source.id in seen:
            yield Difference(source.id, _name(source), "two sources have this id")
        seen.add(source.id)
        article = texts.get(source.id)
        if article is None:
            yield Difference(source.id, _name(source), "missing: its text cannot be found")
        elif article.sha256 != source.sha256:
            yield Difference(
                source.id,
                _name(source),
                f"changed: {len(article.text)} characters, {source.characters} when summarized",
            )
    yield from _beside(digest)
    topics = {topic.id for topic in digest.topics}
    for conflict in digest.conflicts:
        if conflict.topic_id not in topics:
            yield Difference(conflict.topic_id, "unknown topic", "a conflict names a topic that is not listed")


def _beside(digest: Digest) -> Iterator[Difference]:
    """What is wrong with a headline that is no span, with names, and with context of another article."""
    title = digest.title
    if title and title.start == title.end:  # known from elsewhere than the text
        titles = {source.id: fold(source.title or "") for source in digest.sources}
        if titles.get(title.source_id) != title.text:
            yield Difference(title.source_id, "title", "the headline is not the title of its source")
    for person in digest.people:
        if person.name != person.mention.text:
            yield Difference(
                person.mention.source_id, "name", f"“{person.name}” is named “{person.mention.text}” there"
            )
    for line in (*digest.overview, *(line for topic in digest.topics for line in topic.summary)):
        if any(quote.source_id != line.source_id for quote in line.context):
            yield Difference(line.source_id, "context", "what a sentence needs is not from its own article")


def _spans(digest: Digest) -> Iterator[tuple[str, Span]]:
    """(place in the document, span) of everything that points into a source."""
    if digest.title and digest.title.start < digest.title.end:
        yield "title", digest.title
    lines = [("overview", digest.overview)]
    lines += [(f"{number}", topic.summary) for number, topic in enumerate(digest.topics, 1)]
    for name, sentences in lines:
        for position, sentence in enumerate(sentences, 1):
            yield f"{name}.{position}", sentence
            for citation in sentence.also_reported_by:
                yield f"{name}.{position} also reported by", citation
            for quote in sentence.context:
                yield f"{name}.{position} context", quote
    yield from _said(digest)
    for number, conflict in enumerate(digest.conflicts, 1):
        for value in conflict.values:
            yield from ((f"conflict {number}", quote) for quote in value.citations)
    for number, topic in enumerate(digest.topics, 1):
        yield from ((f"member of topic {number}", span) for span in topic.members)
    yield from (("set aside", span) for span in digest.unplaced)


def _said(digest: Digest) -> Iterator[tuple[str, Quote]]:
    """(place in the document, quotation) of everything that people are said to say, and to be."""
    for person in digest.people:
        yield f"name of {person.name}", person.mention
        if person.description:
            yield f"description of {person.name}", person.description
        for position, statement in enumerate(person.statements, 1):
            yield f"{person.name}.{position}", statement
            yield from ((f"{person.name}.{position} also reported by", quote) for quote in statement.also_reported_by)


def _difference(span: Span, text: str, *, changed: bool) -> str:
    """What is wrong with a span; empty where it holds. A span without words can only be out of bounds."""
    inside = 0 <= span.start < span.end <= len(text)
    if isinstance(span, Quote):
        shown = span.text if len(span.text) <= _SHOWN else f"{span.text[:_SHOWN]}…"
        if inside and fold(text[span.start : span.end]) == span.text:
            return ""
        if (at := _find(span.text, text)) is not None:
            return f"moved from {span.start} to {at}: “{shown}”"
        return f"not in the source: “{shown}”"
    if not inside and not changed:
        return f"{span.start}–{span.end} is outside the text of {len(text)} characters"
    return "" if inside else "outside the changed text"


def _find(quotation: str, text: str) -> int | None:
    """Where the words of a quotation stand in a text, whatever white space is between them."""
    at = text.find(quotation)
    if at >= 0:
        return at
    match = re.search(r"\s+".join(map(re.escape, quotation.split())), text) if quotation.split() else None
    return match.start() if match else None


def _name(source: Source) -> str:
    return source.path or source.url or source.title or source.publisher or "unnamed"
