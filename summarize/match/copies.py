"""Which articles are one text: printed by several outlets from an agency, or given twice under two names.

Owns the decision between whole articles, from the sentences they copy from one another, and the name of the agency where
the articles give it. What counts as a copied sentence is decided in `summarize.match.same_fact`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.match.same_fact import Matches
from summarize.model import Article, Document, Representation, fold

COPIED_SHARE, COPIED_LEAST = 0.5, 3
"""Two articles are one text when so many sentences of the shorter, and this share of them, stand in the other as well."""
_HEAD, _TAIL = 600, 300
"""Characters at the ends of an article in which an agency is named."""
_MOST_NAMES = 20
"""In one note."""
_PROSE_WORDS = 8
"""Words of a sentence that nobody writes twice by chance."""
_SPEECH = re.compile(r'“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|"[^"]*"?|「[^」]*」?')
_DATELINE = re.compile(r"\(([^\W\d_a-z][\w&.'’ -]{1,30})\)\s*[—–-]")
_OWN = re.compile(
    r"^([^\W\d_a-z][\w&.'’ -]{1,30})\s*/\s*(?:own report|staff|agencies)\s*$", re.MULTILINE | re.IGNORECASE
)
_AGENCIES = re.compile(
    r"\b(AFP|Agence France-Presse|Reuters|AP|Associated Press|TASS|Interfax|RIA Novosti|dpa|EFE|ANSA|PA Media|UPI|Bloomberg|"
    r"Xinhua|Kyodo|Yonhap|PTI|AAP|APA|Ukrinform|Anadolu|Belga|ANP|Lusa|PAP|CTK|Ritzau|TT|NTB)\b"
)


@dataclass(frozen=True, slots=True)
class Syndication:
    """Articles that are one text."""

    groups: tuple[tuple[int, ...], ...]
    """Numbers of the articles of each text, ascending; only texts with two articles or more."""
    notes: tuple[str, ...]
    """A line for each group, for the reader of a digest."""
    near: tuple[tuple[int, int], ...] = ()
    """Pairs of articles, of whatever texts, that have a sentence of prose word for word in common."""

    def text_of(self, article: int) -> int:
        """The first article with the text of an article; itself for most."""
        return next((group[0] for group in self.groups if article in group), article)


def syndication(documents: Sequence[Document], representation: Representation, matches: Matches) -> Syndication:
    """The articles of a collection that carry one text."""
    text = list(range(len(documents)))
    digests = [document.article.sha256 for document in documents]
    for (first, second), shared in sorted(_copied(representation, matches).items()):
        shorter = min(len(documents[first].sentences), len(documents[second].sentences))
        same = digests[first] == digests[second]
        if same or (shared >= COPIED_LEAST and shared >= COPIED_SHARE * shorter):
            old, new = sorted((_root(text, first), _root(text, second)), reverse=True)
            text[old] = new
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(text)):
        members[_root(text, number)].append(number)
    groups = [tuple(members[number]) for number in sorted(members)]
    several = tuple(group for group in groups if len(group) > 1)
    notes = tuple(_note([documents[n].article for n in group]) for group in several)
    return Syndication(several, notes, _near(representation, matches))


def _root(text: list[int], number: int) -> int:
    """The first article with the text of an article; the way there is shortened."""
    while text[number] != number:
        text[number] = text[text[number]]
        number = text[number]
    return number


def _copied(representation: Representation, matches: Matches) -> Counter[tuple[int, int]]:
    """How many sentences of one article have a copy in another, the smaller count of the two directions."""
    directed: Counter[tuple[int, int]] = Counter()
    article_of = representation.article_of.tolist()
    for number, article in enumerate(article_of):
        others = {article_of[other] for other, pair in matches.supporters(number) if pair.relation == "copy"}
        directed.update((article, other) for other in others - {article})
    return Counter({(a, b): min(count, directed[b, a]) for (a, b), count in directed.items() if a < b})


def _near(representation: Representation, matches: Matches) -> tuple[tuple[int, int], ...]:
    """The pairs of articles with a copied sentence that is prose: two outlets may well quote the same words of a speaker."""
    article_of, tokens = representation.article_of.tolist(), representation.tokens
    found = {
        (article_of[number], article_of[other])
        for number in range(len(representation))
        for other, pair in matches.supporters(number)
        if pair.relation == "copy"
        and article_of[number] < article_of[other]
        and min(len(tokens[number]), len(tokens[other])) >= _PROSE_WORDS
        and not all(_is_speech(representation.sentences[one].text) for one in (number, other))
    }
    return tuple(sorted(found))


def _is_speech(text: str) -> bool:
    """Whether half of a sentence or more stands in quotation marks."""
    return 2 * sum(len(match[0]) for match in _SPEECH.finditer(text)) >= len(text)


def told_as_one(articles: Sequence[Article]) -> str:
    """The names of some articles' outlets as one subject: "Post, Wire and 3 others"."""
    names = list(dict.fromkeys(_name(article) for article in articles))
    if len(names) > _MOST_NAMES:
        names = [*names[: _MOST_NAMES - 1], f"{len(names) - _MOST_NAMES + 1} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _note(articles: Sequence[Article]) -> str:
    told = told_as_one(articles)
    if len({article.sha256 for article in articles}) == 1:
        return f"{told} are the same text, and count as one source"
    agency = _agency(articles)
    return f"{told} carry the same {agency + ' ' if agency else ''}text, and count as one source"


def _agency(articles: Sequence[Article]) -> str:
    """The agency that most of some articles name in their dateline, byline or sign-off; empty where none does."""
    named: Counter[str] = Counter()
    ends = [f"{article.text[:_HEAD]}\n{article.text[-_TAIL:]}" for article in articles]
    found = {fold(name) for end in ends for pattern in (_DATELINE, _OWN, _AGENCIES) for name in pattern.findall(end)}
    for name in found:
        named[name] = sum(name in end for end in ends)
    return min(named, key=lambda name: (-named[name], name), default="")


def _name(article: Article) -> str:
    return article.publisher or article.origin or article.id
