"""From names to a briefing: read what is new, group it, rank the stories, digest the first of them.

Owns the order of the steps and what each leaves in the store, so that a run that was ended goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

from summarize.briefing.document import Briefing, Story, Unread
from summarize.briefing.edition import digests_of, since_last_time, standings, told
from summarize.briefing.intake import Piece, take_in, to_read
from summarize.briefing.members import Stories, newest_of, stories_of
from summarize.briefing.rank import Wishes, first
from summarize.briefing.store import Batch, Store
from summarize.briefing.work import Lost, Workers
from summarize.digest import Digest, Generator
from summarize.errors import NoUsableInput
from summarize.settings import Settings
from summarize.stories import Outline, grouped, joined
from summarize.version import __version__

Progress = Callable[[str, int, int], None]

_ID_LENGTH = 12
"""Characters of a story's id, which are those of its first article's key."""


def brief(
    names: Sequence[str],
    wishes: Wishes,
    settings: Settings,
    store: Store,
    workers: Workers,
    like: Piece,
    progress: Progress,
) -> tuple[Briefing, int]:
    """(the briefing of everything that the names stand for and the store holds, the number of its run).

    `like` says how to read. The run stays open: to call `store.finish` is for whoever puts the briefing where it belongs.
    Raises `NoUsableInput` where neither the names nor the store hold an article.
    """
    run = store.begin()
    _read_new(names, like, store, run, workers, progress)
    _group_new(store, run, progress)
    stories = stories_of(store)
    if not stories:
        raise NoUsableInput("no article could be read", " ".join(line for _, line, _ in store.warnings(run)[:5]))
    newest = newest_of(stories)
    ranked = first(standings(stories, run, wishes, settings.encoder), wishes, newest)
    shown = ranked[: wishes.stories or None]
    made: dict[str, Digest] = {}
    failed: list[str] = []
    if wishes.stories:
        made, failed = digests_of(shown, stories, settings, store, run, workers, progress)
    plain = [told(standing, stories[standing.id], newest, store, run) for standing in shown]
    briefing = Briefing(
        generator=Generator("summarize", __version__),
        settings=settings.to_dict() | {"briefing": asdict(wishes)},
        warnings=(
            *(line for _, line, _ in store.warnings(run)),
            *failed,
            *_remarks(stories, run, len(ranked), len(shown)),
        ),
        stories=tuple(_with_digest(story, made.get(story.id), store, run) for story in plain),
        unread=tuple(
            Unread(name, line.removeprefix(f"{name}: ")) for name, line, unread in store.warnings(run) if unread
        ),
    )
    return briefing, run


def _read_new(names: Sequence[str], like: Piece, store: Store, run: int, workers: Workers, progress: Progress) -> None:
    """Read what the store does not hold yet, batch by batch."""
    pieces, doubts = to_read(names, store.states(), like)
    store.add(run, Batch((), {}, tuple(("", doubt, False) for doubt in doubts)))
    for done, (number, batch) in enumerate(workers.results(take_in, pieces)):
        progress("Reading", done, len(pieces))
        if isinstance(batch, Lost):
            lost = pieces[number].names
            batch = Batch((), {}, tuple((name, f"{name}: not read. It took down its process", True) for name in lost))
        store.add(run, batch)


def _group_new(store: Store, run: int, progress: Progress) -> None:
    """Put every article that has no story yet into one."""
    new = [entry for entry in store.kept() if entry.story is None]
    if not new:
        return
    progress("Grouping into stories", 0, 1)
    outlines = [Outline.from_bytes(entry.outline) for entry in new]
    known = stories_of(store)
    names = list(known)
    if not names:
        parts = grouped(outlines)
        started = {new[member].key: new[part[0]].key[:_ID_LENGTH] for part in parts for member in part}
        store.group(run, started, {})
        return
    found = joined([[member.outline for member in known[name]] for name in names], outlines)
    merged = {names[old]: names[into] for into, *others in found.merges for old in others}
    ids = dict(enumerate(names))
    for entry, number in zip(new, found.stories, strict=True):
        ids.setdefault(number, entry.key[:_ID_LENGTH])
    store.group(run, {entry.key: ids[number] for entry, number in zip(new, found.stories, strict=True)}, merged)


def _with_digest(story: Story, digest: Digest | None, store: Store, run: int) -> Story:
    if digest is None:
        return story
    first = next(iter(digest.overview), None)  # where no article has a title, the news itself
    headline = digest.title.text if digest.title else first.text if first else story.headline
    return replace(story, headline=headline, digest=digest, changes=since_last_time(story.id, digest, store, run))


def _remarks(stories: Stories, run: int, wanted: int, shown: int) -> list[str]:
    """What a reader of the briefing must know of what it leaves out."""
    remarks = []
    if run > 1 and not any(member.run == run for members in stories.values() for member in members):
        remarks.append("nothing new since last time")
    if wanted < len(stories):
        remarks.append(f"{len(stories) - wanted} of {len(stories)} stories are not what was asked for")
    if shown < wanted:
        remarks.append(f"{wanted - shown} more stories are not shown. List all with --stories 0")
    return remarks
