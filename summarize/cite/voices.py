"""From who says what to the people of a digest: each statement once, with the outlets that quote it.

Owns what is one statement and who is cited for it: a sentence of another article that states the same and has the same speaker,
or the same words and no other speaker. Outlets that quote the same words of a speaker are two witnesses, unless they are one
everywhere in the digest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarize.cite.findings import Findings
from summarize.cite.lines import line, supporting
from summarize.cite.witnesses import Witnesses
from summarize.digest import Person, Quote, SummarySentence
from summarize.match import Limit
from summarize.model import Representation, fold
from summarize.speech import Place, Speaker

REPEATED = Limit(0.60, 0.22)
"""How surely two statements of one speaker state one fact: as surely as one may be cited for the other (docs/judges.md)."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """The articles by their numbers, as quotations need them."""

    of: Mapping[int, tuple[str, str]]
    """(id, text)"""

    def quote(self, place: Place) -> Quote:
        source, text = self.of[place.article]
        return Quote(source, place.start, place.end, fold(text[place.start : place.end]))


def people(found: Findings, witnesses: Witnesses, above: Mapping[str, int]) -> tuple[Person, ...]:
    """The speakers with what they say; `above` has the number of each line of the overview by its words."""
    representation, speech = found.representation, found.speech
    texts = _Texts(articles(representation))
    speaker_of = {number: at for at, speaker in enumerate(speech.speakers) for number in speaker.sentences}
    made = []
    for at, speaker in enumerate(speech.speakers):
        mention = texts.quote(speaker.name)
        made.append(
            Person(
                name=mention.text,
                kind=speaker.kind,
                mention=mention,
                description=texts.quote(speaker.description) if speaker.description else None,
                statements=_statements(found, speaker, speaker_of, at, witnesses, above),
            )
        )
    return tuple(made)


def articles(representation: Representation) -> dict[int, tuple[str, str]]:
    """Number of each article with a sentence → (id, text)."""
    pairs = zip(representation.article_of.tolist(), representation.sentences, strict=True)
    return {number: (sentence.article.id, sentence.article.text) for number, sentence in pairs}


def _statements(
    found: Findings,
    speaker: Speaker,
    speaker_of: Mapping[int, int],
    at: int,
    witnesses: Witnesses,
    above: Mapping[str, int],
) -> tuple[SummarySentence, ...]:
    """What a speaker says, each statement once: those of more independent sources first, then in the order of the articles."""
    lines = {}
    for number in speaker.sentences:
        among = [
            other
            for other, pair in found.matches.supporters(number)
            if _is_cited(pair.relation, speaker_of.get(other), at)
        ]
        cited = supporting(number, found.representation, found.matches, among)
        lines[number] = line(number, cited, found.representation, witnesses)
    shown: list[int] = []
    for number in sorted(lines, key=lambda number: (-lines[number].independent_sources, number)):
        if not _is_told(number, shown, lines, found):
            shown.append(number)
    return tuple(replace(lines[number], overview_line=above.get(lines[number].text)) for number in shown)


def _is_cited(relation: str, speaker: int | None, wanted: int) -> bool:
    return speaker == wanted or (speaker is None and relation == "copy")


def _is_told(number: int, shown: Sequence[int], lines: Mapping[int, SummarySentence], found: Findings) -> bool:
    """Whether a shown statement says the same, in the same words or others."""
    return any(lines[number].text == lines[other].text for other in shown) or found.matches.repeats(
        number, shown, REPEATED
    )
