"""How many independent witnesses some articles are: the same answer for two articles wherever in a digest they stand.

Owns the rule: articles that carry one text, that share prose word for word, or of which the digest shows a sentence of one as a
copy of the other's, are one witness everywhere in it, and so are those that a third links.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from summarize.match import Matches, Syndication, told_as_one
from summarize.model import Document, Representation


class Witnesses:
    """The witnesses of one digest; `shown` has for each of its lines the numbers of its sentence and of those cited for it."""

    def __init__(
        self, representation: Representation, matches: Matches, copies: Syndication, shown: Iterable[Sequence[int]]
    ) -> None:
        self._article_of = representation.article_of
        self._copies = copies
        articles = int(self._article_of.max()) + 1 if len(representation) else 0
        self._of = list(range(articles))
        for group in copies.groups:
            for article in group:
                self._join(group[0], article)
        for first, second in copies.near:
            self._join(first, second)
        for numbers in shown:
            beside = set(numbers)
            for number in numbers:
                for other, pair in matches.supporters(number):
                    if pair.relation == "copy" and other in beside:
                        self._join(int(self._article_of[number]), int(self._article_of[other]))

    def count(self, numbers: Sequence[int]) -> int:
        """How many witnesses the articles of some sentences are."""
        return len({self._root(int(self._article_of[number])) for number in numbers})

    def notes(self, documents: Sequence[Document]) -> tuple[str, ...]:
        """A line for each witness of several articles that are not told to carry one text."""
        members: defaultdict[int, list[int]] = defaultdict(list)
        for article in range(len(self._of)):
            members[self._root(article)].append(article)
        known = {frozenset(group) for group in self._copies.groups}
        several = [group for group in members.values() if len(group) > 1 and frozenset(group) not in known]
        return tuple(
            f"{told_as_one([documents[article].article for article in group])} share sentences word for word, "
            "and count as one independent source"
            for group in several
        )

    def _join(self, first: int, second: int) -> None:
        new, old = sorted((self._root(first), self._root(second)))
        self._of[old] = new

    def _root(self, article: int) -> int:
        while self._of[article] != article:
            self._of[article] = self._of[self._of[article]]
            article = self._of[article]
        return article
