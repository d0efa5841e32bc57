"""What the engine found out about a collection, and the digest that was made of it."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.digest import Conflict, Digest
from summarize.judge import Opinions
from summarize.match import Matches, Syndication
from summarize.model import Document, Representation, Topic
from summarize.select import Selection
from summarize.speech import Speech


@dataclass(frozen=True, slots=True)
class Findings:
    """The results of all stages before the digest."""

    documents: tuple[Document, ...]
    representation: Representation
    opinions: Opinions
    matches: Matches
    copies: Syndication
    speech: Speech
    topics: tuple[Topic, ...]
    selection: Selection
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A digest, and what the engine knew when it made it: enough to explain every choice."""

    digest: Digest
    found: Findings
