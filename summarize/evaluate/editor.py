"""Digests held against an editor who read every sentence: can each be understood, is it worth it, does the heading fit?

Owns the figures for events that an editor labelled. An event is a folder with `docs.json` (a list of articles with `text`),
`sents.tsv` (key, start, end, sentence), `labels.tsv` (key, topics, facts), `editor.tsv` (key, y or n:KEY, worth from 0 to 2),
`headings.tsv` (topic, heading) and `picks.tsv` (overview or topic, keys). A key is the number of the article, a full stop and
anything. A line that starts with # is a comment.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.digest import Digest, Span
from summarize.errors import NoUsableInput
from summarize.model import Article
from summarize.pipeline import summarize
from summarize.settings import Settings

JUDGEMENT = "editor.tsv"
"""The file that makes a folder an event."""
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_STEM = 5
"""Letters by which two words of a heading count as one."""
_SMALL = frozenset("the and for from with about over into after before that this its their his her".split())


@dataclass(frozen=True, slots=True)
class Event:
    """Articles, and what an editor said of each sentence, by key."""

    name: str
    articles: tuple[Article, ...]
    spans: dict[str, tuple[int, int, int]]
    """Article, start, end."""
    topics: dict[str, tuple[str, ...]]
    facts: dict[str, tuple[str, ...]]
    alone: dict[str, bool]
    needs: dict[str, str]
    worth: dict[str, int]
    headings: dict[str, str]
    picks: dict[str, tuple[str, ...]]

    def at(self, article: int, span: Span) -> list[str]:
        """The labelled sentences that a span covers by at least half of the shorter of the two."""
        found = []
        for key, (owner, start, end) in self.spans.items():
            shared = min(end, span.end) - max(start, span.start)
            if owner == article and shared > 0 and shared * 2 >= min(end - start, span.end - span.start):
                found.append(key)
        return found


@dataclass(frozen=True, slots=True)
class Figures:
    """One digest, or the mean of several."""

    event: str
    torn: float
    """Share of the sentences of sections that cannot be understood where they stand."""
    filler: float
    """Share of them that an editor calls filler."""
    worth: float
    """Mean worth, 0 to 2."""
    heading_hit: float
    """Share of headings with a word of the editor's heading over the topic that most of the section belongs to."""
    heading_grounded: float
    """Share of headings all of whose words stand in the section."""
    overview_told: float
    """Share of the editor's overview that ours tells, in the same sentence or another of its fact."""
    overview_torn: float
    picks_told: float
    """The same as `overview_told`, of the editor's picks for all sections."""


@dataclass(frozen=True, slots=True)
class EditorReport:
    """The figures of every event, and their means first."""

    events: int
    rows: tuple[Figures, ...]


def events_in(path: Path) -> list[Path]:
    """The folders of labelled events: the path itself or those in it; none where there is no judgement."""
    if not path.is_dir():
        return []
    return [path] if (path / JUDGEMENT).is_file() else sorted(item.parent for item in path.glob(f"*/{JUDGEMENT}"))


def judged(folders: Sequence[Path], settings: Settings, progress: Callable[[str, int, int], None]) -> EditorReport:
    """The figures of our digests of some events. Raises `NoUsableInput` for an event that cannot be read."""
    rows = []
    for number, folder in enumerate(folders):
        progress(f"Judging {folder.name}", number, len(folders))
        event = load_event(folder)
        rows.append(figures(event, summarize(event.articles, settings)))
    names = [name for name in Figures.__dataclass_fields__ if name != "event"]
    means = {name: sum(getattr(row, name) for row in rows) / len(rows) for name in names}
    return EditorReport(len(rows), (Figures("mean", **means), *rows))


def load_event(folder: Path) -> Event:
    """An event from its folder. Raises `NoUsableInput`."""
    try:
        docs = json.loads((folder / "docs.json").read_text(encoding="utf-8"))
        # Names are of one width, so that the canonical order of the articles is theirs in the file.
        articles = tuple(Article.from_text(doc["text"], origin=f"{at:06d}.txt") for at, doc in enumerate(docs))
        rows = {name: _rows(folder / f"{name}.tsv") for name in ("sents", "labels", "editor", "headings", "picks")}
        return Event(
            name=folder.name,
            articles=articles,
            spans={key: (int(key.partition(".")[0]), int(start), int(end)) for key, start, end, *_ in rows["sents"]},
            topics={key: tuple(topics.split(",")) for key, topics, *_ in rows["labels"]},
            facts={key: () if facts == "-" else tuple(facts.split(",")) for key, _, facts in rows["labels"]},
            alone={key: alone == "y" for key, alone, _ in rows["editor"]},
            needs={key: alone.partition(":")[2] for key, alone, _ in rows["editor"]},
            worth={key: int(worth) for key, _, worth in rows["editor"]},
            headings={topic: heading for topic, heading, *_ in rows["headings"]},
            picks={name: tuple(key.strip() for key in keys.split(",")) for name, keys, *_ in rows["picks"]},
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoUsableInput(f"{folder}: no labelled event ({type(error).__name__}: {error})") from None


def figures(event: Event, digest: Digest) -> Figures:
    """How one digest of an event fares."""
    number = {source.id: int(str(source.path).removesuffix(".txt")) for source in digest.sources}

    def keys(lines: Iterable[Span]) -> list[list[str]]:
        return [event.at(number[line.source_id], line) for line in lines]

    sections = [keys(topic.summary) for topic in digest.topics]
    shown = [row for section in sections for row in section]
    alone = [one for section in sections for one in _readable(event, section)]
    worth = [max((event.worth.get(key, 0) for key in row), default=0) for row in shown]
    overview = keys(digest.overview)
    hits = [_hits(event, topic.label, section) for topic, section in zip(digest.topics, sections, strict=True)]
    grounded = [_stems(t.label) <= _stems(" ".join(line.text for line in t.summary)) for t in digest.topics]
    picks = [key for name, row in event.picks.items() if name != "overview" for key in row]
    return Figures(
        event=event.name,
        torn=1 - _share(alone),
        filler=_share([value == 0 for value in worth]),
        worth=sum(worth) / max(1, len(worth)),
        heading_hit=_share(hits),
        heading_grounded=_share(grounded),
        overview_told=_share(_told(event, event.picks.get("overview", ()), overview)),
        overview_torn=1 - _share(_readable(event, overview)),
        picks_told=_share(_told(event, picks, shown)),
    )


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def _readable(event: Event, lines: Sequence[Sequence[str]]) -> list[bool]:
    """For each line whether it stands alone, or after the sentence it needs."""
    found, before = [], set[str]()
    for row in lines:
        found.append(any(event.alone.get(key, False) or event.needs.get(key) in before for key in row))
        before.update(row)
    return found


def _told(event: Event, wanted: Iterable[str], lines: Sequence[Sequence[str]]) -> list[bool]:
    """For each wanted sentence whether it, or its main fact, is told."""
    there = {key for row in lines for key in row}
    facts = {fact for key in there for fact in event.facts.get(key, ())}
    return [key in there or bool(set(event.facts.get(key, ())[:1]) & facts) for key in wanted]


def _hits(event: Event, label: str, section: Sequence[Sequence[str]]) -> bool:
    tally = Counter(event.topics[key][0] for row in section for key in row if key in event.topics)
    named = [topic for topic, _ in tally.most_common() if topic in event.headings]
    return bool(named) and bool(_stems(label) & _stems(event.headings[named[0]]))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _SMALL)


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
