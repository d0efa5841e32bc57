"""The digest of a story as a piece of work: which articles, with which settings, and the pure function that makes it.

Owns when two such pieces are the same, so that nothing is digested twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.briefing.members import Member
from summarize.briefing.sample import MOST, Report, sampled
from summarize.digest import Digest
from summarize.errors import SummarizeError
from summarize.model import Article, Collection
from summarize.pipeline import summarize
from summarize.settings import Settings
from summarize.stories import same_text
from summarize.version import __version__


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be digested."""

    story: str
    keys: tuple[str, ...]
    """Of the articles, ascending."""
    left_out: int
    """Articles of the story that the digest is made without."""
    fingerprint: str
    """Equal for orders that give the same digest."""


@dataclass(frozen=True, slots=True)
class Work:
    """An order with everything that is needed to carry it out anywhere."""

    articles: tuple[Article, ...]
    note: str
    settings: Settings


def ordered(story: str, members: Sequence[Member], settings: Settings) -> Order:
    """The order for a story: all its articles, or a sample of a large one."""
    texts = same_text([member.outline for member in members])
    keys = sampled(
        [
            Report(member.key, text, member.outline.publisher, member.outline.published)
            for member, text in zip(members, texts, strict=True)
        ]
    )
    plain = json.dumps([__version__, settings.to_dict(), keys], sort_keys=True)
    return Order(story, keys, len(members) - len(keys), hashlib.sha256(plain.encode()).hexdigest())


def work_of(order: Order, articles: Mapping[str, Article], settings: Settings) -> Work:
    """The order with its articles."""
    note = f"of {order.left_out + len(order.keys)} articles the newest of each outlet were read, {MOST} in all"
    return Work(tuple(articles[key] for key in order.keys), note if order.left_out else "", settings)


def digested(work: Work) -> Digest | str:
    """The digest; a line where there is none."""
    warnings = (work.note,) if work.note else ()
    try:
        return summarize(Collection(work.articles, warnings), work.settings)
    except SummarizeError as error:
        return str(error)
