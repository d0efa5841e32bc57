"""What a user takes away of many articles: the briefing document, schema version 1, as values and as plain data.

Owns the names and the order of every field (the same that `summarize schema briefing` prints). The digest of a story is
the document of `summarize.digest`, unchanged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from summarize.digest import Digest, Generator
from summarize.model import Article

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as a digest showed it, with where it stands: it can be told without that digest."""

    text: str
    publisher: str | None
    published: str | None
    sha256: str
    """Of the article's text."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Superseded:
    """A sentence that an earlier digest showed, and what has taken its place."""

    was: Line
    now: Line


@dataclass(frozen=True, slots=True)
class Changes:
    """What a digest says that earlier ones did not, and the reverse."""

    new: tuple[Line, ...] = ()
    """Shown sentences whose fact no earlier digest showed."""
    superseded: tuple[Superseded, ...] = ()
    gone: tuple[Line, ...] = ()
    """Shown the last time, and neither they nor their fact now."""

    def __bool__(self) -> bool:
        return bool(self.new or self.superseded or self.gone)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as a briefing refers to it."""

    path: str | None
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    """ISO 8601."""
    language: str | None
    """ISO 639-1."""
    sha256: str
    """Of the text in UTF-8."""
    is_new: bool
    """Whether no earlier run on the same store had read it."""

    @classmethod
    def of(cls, article: Article, *, is_new: bool) -> Entry:
        """The entry of an article."""
        return cls(
            path=article.path,
            url=article.url,
            title=article.title,
            publisher=article.publisher,
            published=article.published,
            language=article.language,
            sha256=article.sha256,
            is_new=is_new,
        )


@dataclass(frozen=True, slots=True)
class Story:
    """One event: the articles about it, and what they say."""

    id: str
    """Kept from run to run on the same store."""
    headline: str
    first_seen: str | None
    """ISO 8601: the earliest date of its articles; None where none has a date."""
    last_seen: str | None
    independent_sources: int
    """Outlets that report it, copies of one text counted once."""
    is_new: bool
    """Whether no earlier run on the same store knew it."""
    articles: tuple[Entry, ...]
    digest: Digest | None = None
    is_over: bool = False
    """Whether nothing has been written about it for a week before the newest article of all."""
    changes: Changes = field(default_factory=Changes)
    """Since the last run on the same store; empty for a new story."""

    @property
    def new_articles(self) -> int:
        """How many of its articles no earlier run had read."""
        return sum(entry.is_new for entry in self.articles)


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that no article could be had from."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Stories, the weightiest first."""

    generator: Generator
    settings: dict[str, Any]
    warnings: tuple[str, ...]
    stories: tuple[Story, ...]
    unread: tuple[Unread, ...] = ()
    schema_version: int = SCHEMA_VERSION

    def to_dict(self) -> dict[str, Any]:
        """The briefing as plain data that `json` can write, in the order of the schema."""
        bare = replace(self, stories=tuple(replace(story, digest=None) for story in self.stories))
        plain: dict[str, Any] = _lists(asdict(bare))
        for story, whole in zip(plain["stories"], self.stories, strict=True):
            story["digest"] = whole.digest.to_dict() if whole.digest else None
        return {"schema_version": plain.pop("schema_version")} | plain


def extent(articles: Sequence[Article], moments: Sequence[float | None]) -> tuple[str | None, str | None]:
    """The first and the last date of some articles, as they give them, by their `moments` (POSIX seconds)."""
    dated = sorted(
        (moment, article.published)
        for article, moment in zip(articles, moments, strict=True)
        if moment is not None and article.published
    )
    return (dated[0][1], dated[-1][1]) if dated else (None, None)


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lists(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_lists(item) for item in value]
    return value
