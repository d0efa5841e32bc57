"""From sentences to the speakers of a collection: the steps of the room in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summarize.languages import BODIES, FALLBACK
from summarize.model import Representation
from summarize.speech.context import is_unattributed
from summarize.speech.describe import before, behind
from summarize.speech.model import Place, Speaker, Speech
from summarize.speech.names import plain
from summarize.speech.people import Identity, People, key_of
from summarize.speech.sightings import Sighting, sightings
from summarize.speech.subjects import Subject
from summarize.speech.turns import Turn, certain, likely, turns

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Articles:
    """The articles by their numbers; an empty text for one without a sentence."""

    texts: list[str]
    languages: list[str]

    @classmethod
    def of(cls, representation: Representation) -> _Articles:
        count = int(representation.article_of.max()) + 1 if len(representation) else 0
        texts, languages = [""] * count, [FALLBACK] * count
        for number, sentence in enumerate(representation.sentences):
            article = int(representation.article_of[number])
            texts[article], languages[article] = sentence.article.text, representation.languages[number]
        return cls(texts, languages)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A sentence that names who speaks in it."""

    article: int
    subject: Subject
    described_from: int
    """In the article, as all places here."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Voice:
    """A speaker that is being put together."""

    identity: Identity
    sentences: list[int] = field(default_factory=list)
    mentions: list[_Mention] = field(default_factory=list)


def speech(representation: Representation) -> Speech:
    """Who says what in a collection."""
    said = turns(representation)
    sure = certain(representation, said)
    mentions = _mentions(representation, said)
    articles = _Articles.of(representation)
    names = [mention.subject.name for mention in mentions.values() if mention.subject.name]
    seen = sightings(articles.texts, articles.languages, [name.last for name in names if not name.is_body])
    people = People(seen)
    of = {at: identity for at, mention in mentions.items() if (identity := _identity(people, mention))}
    voices: dict[Key, _Voice] = {}
    for number, at in sorted(sure.items()):
        if identity := of.get(at):
            voice = voices.setdefault(identity.key, _Voice(identity))
            voice.sentences.append(number)
            if number == at:
                voice.mentions.append(mentions[at])
    found = [(voice, _called(voice, seen.by_last, people)) for voice in voices.values() if voice.mentions]
    speakers = [_speaker(voice, rows, articles) for voice, rows in found]
    called = {voice.identity.key: rows for voice, rows in found if voice.identity.is_person}
    contexts = dict(_contexts(representation, said, sure, of, called))
    return Speech(tuple(sorted(speakers, key=lambda speaker: _order(representation, speaker))), contexts)


def _mentions(representation: Representation, said: Sequence[Turn | None]) -> dict[int, _Mention]:
    """Sentence → its speaker, of those that name one."""
    found = {}
    for at, turn in enumerate(said):
        if turn and (subject := turn.subject) and subject.name:
            offset, article = representation.sentences[at].start, int(representation.article_of[at])
            places = (offset + place for place in (subject.described_from, subject.start, subject.end))
            found[at] = _Mention(article, subject, *places)
    return found


def _identity(people: People, mention: _Mention) -> Identity | None:
    """Whose name a mention has; None where that is not certain."""
    name = mention.subject.name
    if name is None:
        return None
    if name.is_body:
        words = tuple(plain(word) for word in name.words if plain(word) != "the")
        return Identity(words, False) if len(words) > 1 or words[-1] not in BODIES else None  # "the Board" is many
    identity = people.of(name, mention.article, mention.start)
    return None if mention.subject.is_apart and identity and not identity.is_person else identity


def _called(voice: _Voice, by_last: Mapping[str, Sequence[Sighting]], people: People) -> list[Sighting]:
    """Where the articles name a speaker in full; nowhere for an organisation."""
    name = voice.mentions[0].subject.name
    rows = by_last.get(name.last, ()) if name and not name.is_body else ()
    full = [row for row in rows if len(row.name.words) > 1]
    return [row for row in full if people.of(row.name, row.place.article, row.place.start) == voice.identity]


def _speaker(voice: _Voice, rows: Sequence[Sighting], articles: _Articles) -> Speaker:
    first = voice.mentions[0]
    whole = next((row.place for row in rows if key_of(row.name) == voice.identity.key), None)
    return Speaker(
        name=whole or Place(first.article, first.start, first.end),
        kind="person" if voice.identity.is_person else "other",
        description=_description(voice, rows, articles) if voice.identity.is_person else None,
        sentences=tuple(voice.sentences),
    )


def _description(voice: _Voice, rows: Sequence[Sighting], articles: _Articles) -> Place | None:
    """The first phrase behind the full name that says who this is; else the first title or phrase before the name."""
    for row in rows:
        article, end = row.place.article, row.place.end
        if found := behind(articles.texts[article], end, articles.languages[article]):
            return Place(article, *found)
    for mention in voice.mentions:
        name = mention.subject.name
        language = articles.languages[mention.article]
        says_more = name is not None and (name.has_role or not name.titles)
        found = (
            before(articles.texts[mention.article], mention.described_from, mention.start, language)
            if says_more
            else None
        )
        if found:
            return Place(mention.article, *found)
    return None


def _contexts(
    representation: Representation,
    said: Sequence[Turn | None],
    sure: Mapping[int, int],
    of: Mapping[int, Identity],
    called: Mapping[Key, Sequence[Sighting]],
) -> Iterator[tuple[int, Place]]:
    """(sentence, where its article names the speaker in full before) of the quotations that do not say who speaks."""
    for number, sentence in enumerate(representation.sentences):
        turn = said[number]
        if turn is None or not (turn.parts.is_bare or (turn.subject and turn.subject.pronoun)):
            continue
        if representation.languages[number] != "en" or not is_unattributed(sentence.text):
            continue
        at = likely(representation, said, sure, number)
        identity = of.get(at) if at is not None else None
        article = int(representation.article_of[number])
        for row in called.get(identity.key, ()) if identity else ():
            if row.place.article == article and row.place.start < sentence.start:
                yield number, row.place
                break


def _order(representation: Representation, speaker: Speaker) -> tuple[bool, int, int, int]:
    articles = {int(representation.article_of[number]) for number in speaker.sentences}
    return speaker.kind != "person", -len(articles), -len(speaker.sentences), speaker.sentences[0]
