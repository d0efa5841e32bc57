"""What one digest says that others did not: new sentences, superseded ones, and those that are gone.

A fact counts as known where the sentence itself, a report of the same fact that was cited with it, or the same words were
shown before. Owns this comparison; it needs nothing but the digests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summarize.briefing.document import Changes, Line, Superseded
from summarize.digest import Digest, Quote, SummarySentence

Key = tuple[str, int, int] | str
"""(SHA-256 of the article's text, start, end), or the words."""


def changes(old: Sequence[Digest], new: Digest) -> Changes:
    """How `new` differs from earlier digests of the same event, given from the oldest to the latest."""
    if not old:
        return Changes()
    told = {key for digest in old for sentence in _shown(digest) for key in _keys(digest, _reports(sentence))}
    now = {key for sentence in _shown(new) for key in _keys(new, _reports(sentence))}
    superseded = tuple(_superseded(new, told))
    return Changes(
        new=tuple(_line(new, sentence) for sentence in _shown(new) if told.isdisjoint(_keys(new, _reports(sentence)))),
        superseded=superseded,
        gone=tuple(
            _line(old[-1], sentence)
            for sentence in _shown(old[-1])
            if now.isdisjoint(_keys(old[-1], _reports(sentence)))
        ),
    )


def lines(digest: Digest) -> Iterator[Line]:
    """Every sentence that a digest shows, once."""
    return (_line(digest, sentence) for sentence in _shown(digest))


def _shown(digest: Digest) -> Iterator[SummarySentence]:
    """The sentences of a digest, each once, the overview first."""
    seen: set[tuple[str, int, int]] = set()
    for sentence in (*digest.overview, *(line for topic in digest.topics for line in topic.summary)):
        place = (sentence.source_id, sentence.start, sentence.end)
        if place not in seen:
            seen.add(place)
            yield sentence


def _reports(sentence: SummarySentence) -> tuple[Quote, ...]:
    return (sentence, *sentence.also_reported_by)


def _keys(digest: Digest, quotes: Iterable[Quote]) -> set[Key]:
    texts = {source.id: source.sha256 for source in digest.sources}
    quotes = tuple(quotes)
    places: set[Key] = {(texts[quote.source_id], quote.start, quote.end) for quote in quotes}
    return places | {quote.text for quote in quotes}


def _superseded(new: Digest, told: set[Key]) -> Iterator[Superseded]:
    """What earlier digests told and an update of the new one corrects."""
    for conflict in new.conflicts:
        if conflict.kind != "update" or not conflict.values[-1].citations:
            continue
        latest = conflict.values[-1].citations[0]
        if not told.isdisjoint(_keys(new, conflict.values[-1].citations)):
            continue
        for value in conflict.values[:-1]:
            known = next((quote for quote in value.citations if not told.isdisjoint(_keys(new, (quote,)))), None)
            if known is not None:
                yield Superseded(_line(new, known), _line(new, latest))


def _line(digest: Digest, quote: Quote) -> Line:
    source = next(source for source in digest.sources if source.id == quote.source_id)
    return Line(
        text=quote.text,
        publisher=source.publisher or source.title,
        published=source.published,
        sha256=source.sha256,
        start=quote.start,
        end=quote.end,
    )
