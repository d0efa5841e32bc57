"""What a user takes away: the digest document, schema version 2, as values and as plain data.

Owns the names and the order of every field of the document (the same that `summarize schema` prints). Everything shown
is a span of a source with its words, so a digest can be checked against the articles without this program.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from importlib import import_module
from os import PathLike
from typing import Any, Literal, Protocol, cast

from summarize.errors import DigestError, MissingExtra, UsageError, kind_of
from summarize.model import Document

SCHEMA_VERSION = 2
_READABLE = (1, 2)
"""Versions that can be read: the second only adds to the first."""
_RENDERING = "summarize.render"
"""The package that the conveniences of `Digest` look up when they are used."""


class Rendering(Protocol):
    """What the conveniences of `Digest` need of the package that renders."""

    def to_markdown(self, digest: Digest, cite: str) -> str: ...
    def to_html(self, digest: Digest, texts: Mapping[str, str]) -> str: ...
    def to_cell(self, digest: Digest) -> str: ...
    def frame(self, digest: Digest) -> tuple[list[dict[str, Any]], list[str]]: ...


Support = Literal["copy", "paraphrase", "partial"]
SpeakerKind = Literal["person", "other"]
ConflictKind = Literal["number", "date", "name", "denial", "update"]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a source, in Unicode code points."""

    source_id: str
    start: int
    end: int
    """Exclusive."""


@dataclass(frozen=True, slots=True)
class Quote(Span):
    """A span with its words: the slice of the source with white space folded."""

    text: str


@dataclass(frozen=True, slots=True)
class Citation(Quote):
    """A sentence of another source that states the same fact, or a part of it."""

    relation: Support
    """`copy` for near-verbatim text, `paraphrase` for the same fact in other words, `partial` for a part of it, such as
    one without the figure."""


@dataclass(frozen=True, slots=True)
class SummarySentence(Quote):
    """A sentence that is shown, with everything that supports it."""

    also_reported_by: tuple[Citation, ...] = ()
    independent_sources: int = 1
    """Outlets that state the fact: those that carry one text or share prose word for word counted once, `partial` ones not."""
    context: tuple[Quote, ...] = ()
    """What the sentence needs to be understood, from its own article: who speaks."""
    overview_line: int | None = None
    """Of a sentence in a section: the line of the overview, from 1, that has the same words; None where none has."""


@dataclass(frozen=True, slots=True)
class Unplaced(Span):
    """A part of a source that is in no topic."""

    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the digest refers to it."""

    id: str
    path: str | None
    url: str | None
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None
    """ISO 8601."""
    language: str | None
    """ISO 639-1."""
    sha256: str
    """Of the text in UTF-8."""
    characters: int
    sentences: int

    @classmethod
    def of(cls, document: Document) -> Source:
        """The article of a document as a digest refers to it."""
        article = document.article
        return cls(
            id=article.id,
            path=article.path,
            url=article.url,
            title=article.title,
            publisher=article.publisher,
            authors=article.authors,
            published=article.published,
            language=article.language,
            sha256=article.sha256,
            characters=len(article.text),
            sentences=len(document.sentences),
        )


@dataclass(frozen=True, slots=True)
class DigestTopic:
    """One section: what it is about, what it says, and every sentence that belongs to it."""

    id: str
    label: str
    keywords: tuple[str, ...]
    source_ids: tuple[str, ...]
    """The sources with a sentence in the topic."""
    summary: tuple[SummarySentence, ...]
    members: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One side of a contradiction."""

    value: str
    citations: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that disagree about one fact."""

    topic_id: str
    kind: ConflictKind
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One who is quoted, and what the articles quote."""

    name: str
    """The most usual name in full."""
    kind: SpeakerKind
    """`person` where that is certain; `other` for an organisation, a country, and a name of which it is not."""
    mention: Quote
    """Where an article gives the name."""
    description: Quote | None
    """Who this is, in the words of an article; None where none says so."""
    statements: tuple[SummarySentence, ...]
    """Each once, those of more independent sources first; cited are sentences with the same words or speaker."""


@dataclass(frozen=True, slots=True)
class Generator:
    """The program that wrote the digest."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Digest:
    """A whole collection, summarized. Every sentence of every source is in one topic's `members` or in `unplaced`."""

    generator: Generator
    settings: dict[str, Any]
    warnings: tuple[str, ...]
    sources: tuple[Source, ...]
    overview: tuple[SummarySentence, ...]
    """The whole collection in a few sentences."""
    topics: tuple[DigestTopic, ...]
    conflicts: tuple[Conflict, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    people: tuple[Person, ...] = ()
    """Who says what: people first, those whom more articles quote before others."""
    title: SummarySentence | None = None
    """The headline: the best title among the articles'. One that is not in its text has the empty span at 0."""
    schema_version: int = field(default=SCHEMA_VERSION)

    def to_dict(self) -> dict[str, Any]:
        """The digest as plain data that `json` can write, in the order of the schema."""
        plain: dict[str, Any] = _plain(asdict(self))
        first = ("schema_version", "generator", "settings", "warnings", "sources", "title")
        return {name: plain.pop(name) for name in first} | plain

    @classmethod
    def from_dict(cls, data: object) -> Digest:
        """The digest that `to_dict` wrote. Raises `DigestError` with the place of the first thing that is wrong."""
        import msgspec

        version = data.get("schema_version") if isinstance(data, dict) else None
        if version not in _READABLE:
            raise DigestError(
                f"not a digest of schema version {SCHEMA_VERSION}" + (f" but of {version}" if version else "")
            )
        try:
            made = replace(msgspec.convert(data, cls), schema_version=SCHEMA_VERSION)
            msgspec.json.encode(made)  # fails on half a character, which nothing could be done with
            return made
        except (msgspec.ValidationError, UnicodeEncodeError) as error:
            raise DigestError(f"not a digest: {error}") from None

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Digest:
        """The digest in a JSON file. Raises `DigestError` where it is cut off, not JSON or not a digest."""
        if not isinstance(path, (str, PathLike)):
            raise DigestError(f"no file: {kind_of(path)}", "Give the path of a digest in JSON")
        try:
            with open(path, encoding="utf-8-sig") as file:
                data = json.load(file)
        except FileNotFoundError:
            raise DigestError(
                f"{path}: no such file", "Make a digest with: summarize run PATH… -o digest.json"
            ) from None
        except OSError as error:
            raise DigestError(f"{path}: cannot be read ({error.strerror})") from None
        except UnicodeDecodeError:
            raise DigestError(f"{path}: not a digest: not UTF-8 text") from None
        except (ValueError, RecursionError) as error:
            raise DigestError(f"{path}: not a digest: cut off, or not JSON ({error})") from None
        try:
            return cls.from_dict(data)
        except DigestError as error:
            raise DigestError(f"{path}: {error.message}", error.hint) from None

    def to_markdown(self, cite: str = "numeric") -> str:
        """The digest as Markdown; `cite` is `numeric`, `footnote`, `pandoc`, `inline` or `none`, else `UnknownName`."""
        return _rendering().to_markdown(self, cite)

    def to_html(self, texts: Mapping[str, str] | None = None) -> str:
        """The digest as one HTML page; `texts`, by the SHA-256 of their source, puts the whole articles beside it."""
        if not isinstance(texts, Mapping | None):
            hint = "Give {article.sha256: article.text for article in articles}, or nothing"
            raise UsageError(f"no texts by the SHA-256 of their source: {kind_of(texts)}", hint)
        return _rendering().to_html(self, texts or {})

    def to_frame(self) -> Any:
        """A pandas DataFrame with a row for each sentence that is shown. Raises `MissingExtra` without pandas."""
        try:
            import pandas
        except ImportError:
            raise MissingExtra("a data frame", "pandas") from None
        rows, columns = _rendering().frame(self)
        return pandas.DataFrame(rows, columns=columns)

    def _repr_html_(self) -> str:
        """What a notebook shows: the page in a frame of its own, where its style cannot leak."""
        from html import escape

        return f'<iframe srcdoc="{escape(self.to_html())}" style="width: 100%; height: 40rem; border: 0"></iframe>'

    def _repr_markdown_(self) -> str:
        """What a notebook that cannot show HTML shows."""
        return _rendering().to_cell(self)


def _rendering() -> Rendering:
    """The package that renders: the one way up, by name and only when a convenience of `Digest` is used."""
    return cast("Rendering", import_module(_RENDERING))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
