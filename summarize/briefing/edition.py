"""From a store to the stories that are shown: ranked, digested, with what is new in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarize.briefing.digesting import Order, digested, ordered, work_of
from summarize.briefing.document import Changes, Entry, Story, extent
from summarize.briefing.members import Member, Stories
from summarize.briefing.news import changes
from summarize.briefing.rank import Standing, Wishes
from summarize.briefing.store import Store
from summarize.briefing.work import Workers
from summarize.digest import Digest
from summarize.model import Article, fold
from summarize.settings import Settings
from summarize.stories import Outline, asked, independent, medoid, relevance

Progress = Callable[[str, int, int], None]

_OVER_AFTER = 7 * 86_400.0
"""Seconds before the newest article of all after which a story without news is over."""
_HEADLINE = 100
"""Characters of a text that stand for its missing title."""


def standings(stories: Stories, run: int, wishes: Wishes, encoder: str) -> list[Standing]:
    """What ranking needs to know of each story, by id."""
    wanted = asked(wishes.about, encoder) if wishes.about else None
    return [_standing(name, members, run, wanted, wishes.about or "") for name, members in stories.items()]


def digests_of(
    shown: Sequence[Standing],
    stories: Stories,
    settings: Settings,
    store: Store,
    run: int,
    workers: Workers,
    progress: Progress,
) -> tuple[dict[str, Digest], list[str]]:
    """The digest of each story by its id, and a line for each that has none.

    One that is in the store and would come out the same is taken from there; a new one is kept as soon as it is ready.
    """
    made: dict[str, Digest] = {}
    left: list[Order] = []
    for standing in shown:
        order = ordered(standing.id, stories[standing.id], settings)
        known = store.digests(standing.id)
        if known and known[-1][1] == order.fingerprint:
            made[standing.id] = known[-1][2]
        else:
            left.append(order)
    failed: dict[str, str] = {}
    work = [work_of(order, dict(zip(order.keys, store.articles(order.keys), strict=True)), settings) for order in left]
    for done, (number, digest) in enumerate(workers.results(digested, work)):
        progress("Writing digests", done, len(left))
        order = left[number]
        if isinstance(digest, Digest):
            made[order.story] = digest
            store.save(run, order.story, order.fingerprint, digest)
        else:
            failed[order.story] = f"story {order.story}: no digest. {digest}"
    return made, [failed[name] for name in sorted(failed)]


def told(standing: Standing, members: Sequence[Member], newest: float | None, store: Store, run: int) -> Story:
    """The story without its digest."""
    articles = store.articles(member.key for member in members)
    first_seen, last_seen = extent(articles, [member.outline.published for member in members])
    return Story(
        id=standing.id,
        headline=_headline(articles, medoid([member.outline for member in members])),
        first_seen=first_seen,
        last_seen=last_seen,
        independent_sources=standing.independent,
        is_new=all(member.run == run for member in members),
        articles=tuple(
            Entry.of(article, is_new=member.run == run) for article, member in zip(articles, members, strict=True)
        ),
        is_over=standing.latest is not None and newest is not None and newest - standing.latest > _OVER_AFTER,
    )


def since_last_time(story: str, digest: Digest, store: Store, run: int) -> Changes:
    """What the digest of a story says that those of earlier runs did not."""
    return changes([known for number, _, known in store.digests(story) if number < run], digest)


def _standing(name: str, members: Sequence[Member], run: int, wanted: Outline | None, about: str) -> Standing:
    outlines = [member.outline for member in members]
    return Standing(
        id=name,
        independent=independent(outlines),
        articles=len(members),
        fresh=sum(member.run == run for member in members),
        latest=max((outline.published for outline in outlines if outline.published is not None), default=None),
        relevance=relevance(wanted, about, outlines) if wanted else 1.0,
    )


def _headline(articles: Sequence[Article], central: int) -> str:
    """The title of the article in the middle of a story, of another one, or the first words."""
    titles = (articles[central].title, *(article.title for article in articles))
    return next((title for title in titles if title), fold(articles[central].text[: 2 * _HEADLINE])[:_HEADLINE])
