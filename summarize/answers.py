"""What a question to a digest gives: quotations that answer it, or none.

Owns the names and the order of the fields of the document (the same that `summarize schema answers` prints). Every answer is a
line as in a digest, so it can be checked against the articles without this program.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summarize.digest import Digest, Source, SummarySentence

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Answers:
    """The sentences of the articles of a digest that answer a question."""

    question: str
    digest: Digest
    """The digest that was asked, by whose numbers sources go."""
    answers: tuple[SummarySentence, ...]
    """The best first, each fact once; empty where no sentence answers."""
    asked: int
    """Articles that were looked through."""
    warnings: tuple[str, ...] = ()
    """A line for each article that is missing or changed since the digest was made, and for everything doubtful."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that an answer cites, in the order of the digest."""
        cited = {quote.source_id for line in self.answers for quote in (line, *line.also_reported_by)}
        return tuple(source for source in self.digest.sources if source.id in cited)

    def as_digest(self) -> Digest:
        """The digest with the answers in place of all that it shows, for whoever draws digests."""
        return Digest(
            generator=self.digest.generator,
            settings=self.digest.settings,
            warnings=(),
            sources=self.digest.sources,
            overview=self.answers,
            topics=(),
            conflicts=self.digest.conflicts,
        )

    def to_dict(self) -> dict[str, Any]:
        """The document as plain data that `json` can write, in the order of the schema."""
        whole = self.as_digest().to_dict()
        cited = {source.id for source in self.sources}
        return {
            "schema_version": SCHEMA_VERSION,
            "generator": whole["generator"],
            "question": self.question,
            "warnings": list(self.warnings),
            "articles": self.asked,
            "sources": [source for source in whole["sources"] if source["id"] in cited],
            "answers": whole["overview"],
        }
