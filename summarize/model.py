"""The nouns that the stages hand to one another: frozen, slotted, computed by nobody but the stages.

Owns the shape of an article, a sentence and what the engine finds out about them. Refuses any behaviour beyond
reading a value. What a user takes away (the digest) is in `summarize.digest`.

Sentences are numbered once, across all articles in canonical order; engine stages speak of a sentence by that number.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Protocol, overload

from summarize.errors import UsageError, kind_of

if TYPE_CHECKING:  # numpy costs a tenth of a second, and most commands need none
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float32]
    Floats = NDArray[np.float64]
    IntArray = NDArray[np.int64]

Relation = Literal["copy", "paraphrase"]
_TEXTS = frozenset({"origin", "title", "publisher", "published", "url", "path", "language"})
"""What of an article is a text or nothing."""


def fold(text: str) -> str:
    """The text with every run of white space as one space, and none at its ends."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known about where it came from. The text is never changed."""

    text: str
    """The whole decoded text; every span of a digest counts code points in it."""
    title: str | None = None
    publisher: str | None = None
    """The outlet, as a reader would name it."""
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 date or date and time."""
    url: str | None = None
    path: str | None = None
    """Where the text was read from, as the user wrote it."""
    language: str | None = None
    """ISO 639-1 code; None until it is detected."""
    id: str = ""
    """`s1`, `s2`, … in canonical order; given by the pipeline."""
    warnings: tuple[str, ...] = ()
    """What was doubtful when the text was read, such as a guessed encoding."""

    @classmethod
    def from_text(cls, text: str, *, origin: str | None = None, **known: Any) -> Article:
        """An article from a text at hand; `origin` is a URL or a path, the other fields go by their names.

        One author is a list of one. Raises `UsageError` where a field is no text.
        """
        if not isinstance(text, str):
            raise UsageError(f"the text of an article is {kind_of(text)}", "Give a text")
        for name, value in {"origin": origin, **known}.items():
            if name in _TEXTS and not isinstance(value, str | None):
                raise UsageError(f"'{name}' of an article is {kind_of(value)}", "Give a text, or nothing")
        if origin is not None:
            known.setdefault("url" if "://" in origin else "path", origin)
        if "authors" in known:
            known["authors"] = _listed(known["authors"])
        return cls(text=text, **known)

    @property
    def origin(self) -> str:
        """The URL or path, whichever is known; the title, or nothing, where neither is."""
        return self.url or self.path or self.title or ""

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def _listed(authors: object) -> tuple[str, ...]:
    named = (authors,) if isinstance(authors, str) else tuple(authors) if isinstance(authors, Iterable) else (None,)
    if not all(isinstance(name, str) for name in named):
        raise UsageError(f"the authors of an article are {kind_of(authors)}", "Give a list of names")
    return named


@dataclass(frozen=True, slots=True)
class Collection(Sequence[Article]):
    """Articles as they were read, and a line for each source that could not be (a sequence of the articles)."""

    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Article, ...]: ...
    def __getitem__(self, index: int | slice) -> Article | tuple[Article, ...]:
        return self.articles[index]

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)


@dataclass(frozen=True, slots=True)
class Ignored:
    """A part of an article's text that is no sentence of it."""

    start: int
    end: int
    reason: str
    """A short name such as `heading`, `byline`, `caption`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A view on an article: `article.text[start:end]`. Its identity is its place, never its words."""

    article: Article
    index: int
    """Position among the sentences of its article, from 0."""
    paragraph: int
    """Which paragraph of its article it stands in, from 0."""
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words as shown: the slice with white space folded."""
        return fold(self.article.text[self.start : self.end])


@dataclass(frozen=True, slots=True)
class Document:
    """An article taken apart: its sentences, and the spans that were set aside with a reason each."""

    article: Article
    sentences: tuple[Sentence, ...]
    ignored: tuple[Ignored, ...]
    warnings: tuple[str, ...] = ()
    """A line for each limit that the article met."""


class Encoder(Protocol):
    """Texts, sentences or single words, to vectors: (texts, dimensions), unit rows, zero where nothing is known."""

    def __call__(self, texts: Sequence[str]) -> FloatArray: ...


@dataclass(frozen=True, slots=True)
class Representation:
    """What the engine knows of every sentence of a collection, in one canonical order."""

    sentences: tuple[Sentence, ...]
    """All sentences, article after article, in reading order."""
    article_of: IntArray
    """(sentences,) number of the article of each, from 0."""
    paragraph_of: IntArray
    """(sentences,) number of the paragraph of each, counted through the whole collection."""
    languages: tuple[str, ...]
    """ISO 639-1 code of each."""
    language: str
    """The most frequent of them."""
    tokens: tuple[tuple[str, ...], ...]
    """Lower-case words of each, in order."""
    terms: tuple[tuple[str, ...], ...]
    """Content terms of each, in order: stems, and numbers by value."""
    vectors: FloatArray
    """(sentences, dimensions), unit rows."""
    space: str
    """The name of the encoder that made them."""
    encoder: Encoder
    """What made the vectors, for parts of sentences and single words."""

    def __len__(self) -> int:
        return len(self.sentences)

    def only(self, kept: IntArray) -> Representation:
        """The same of some sentences, given by ascending numbers."""
        numbers = kept.tolist()
        return replace(
            self,
            sentences=tuple(self.sentences[number] for number in numbers),
            article_of=self.article_of[kept],
            paragraph_of=self.paragraph_of[kept],
            languages=tuple(self.languages[number] for number in numbers),
            tokens=tuple(self.tokens[number] for number in numbers),
            terms=tuple(self.terms[number] for number in numbers),
            vectors=self.vectors[kept],
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that state one fact."""

    first: int
    second: int
    """Greater than `first`."""
    similarity: float
    """About 0 to 1; 1 for a copy."""
    relation: Relation


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Sentences that state one fact."""

    centre: int
    """The member that every other one matches."""
    members: tuple[int, ...]
    """Ascending, the centre among them."""


@dataclass(frozen=True, slots=True)
class Clustering:
    """Which sentences belong together."""

    topic: IntArray
    """(sentences,) number of the topic of each, from 0 and without gaps."""
    typicality: Floats
    """(sentences,) how clearly each belongs to its topic and to no other, from 0 to 1 for the clearest."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Sentences that belong together, and their name."""

    label: str
    keywords: tuple[str, ...]
    """Best first."""
    members: tuple[int, ...]
    """Ascending."""
    typicality: tuple[float, ...]
    """How clearly each member belongs here and nowhere else, from 0 to 1 for the clearest."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A sentence that is shown, and why."""

    sentence: int
    gain: float
    """What it added to the objective when it was picked."""
    covers: tuple[str, ...]
    """What it said that nothing picked before had said, weightiest first."""
