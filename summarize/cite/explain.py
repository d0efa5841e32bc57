"""Why a sentence is in a digest, what it stands for, what it was preferred to; and why another one is not.

Owns the reasons in words. A digest records no reasons: the run that made it is deterministic, so it is run again with its
recorded settings (`summarize.pipeline.run`) and asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from summarize import registry
from summarize.cite.findings import Run
from summarize.cite.support import supports_a_part
from summarize.digest import Digest, Source, SummarySentence
from summarize.errors import UsageError
from summarize.model import Pick, fold
from summarize.select import FILLER, SECTION, worth_at_first

PLACE = re.compile(r"(\d+|overview)\.(\d+)")
_RIVALS_MOST = 3
_FOUND_MOST = 5


def sentence_at(digest: Digest, place: str) -> SummarySentence:
    """The sentence at "2.1" (topic 2, sentence 1) or "overview.1". Raises `UsageError`."""
    match = PLACE.fullmatch(place.strip().lower())
    if not match:
        raise UsageError(f"'{place}' is no sentence", "Give topic and sentence, such as 2.1, or overview.1")
    if match[1] != "overview" and not 1 <= int(match[1]) <= len(digest.topics):
        raise UsageError(f"there is no topic {match[1]}", f"The digest has {len(digest.topics)}")
    name = "the overview" if match[1] == "overview" else f"topic {match[1]}"
    lines = digest.overview if match[1] == "overview" else digest.topics[int(match[1]) - 1].summary
    if not 1 <= int(match[2]) <= len(lines):
        raise UsageError(f"{name} has no sentence {match[2]}", f"It has {len(lines)}")
    return lines[int(match[2]) - 1]


def why_shown(run: Run, place: str) -> list[str]:
    """Why the sentence at a place was chosen, a line each. Raises `UsageError` where there is none."""
    line = sentence_at(run.digest, place)
    number = _number(run, line.source_id, line.start)
    group = place.strip().lower().partition(".")[0]
    picks = run.found.selection.overview if group == "overview" else run.found.selection.sections[int(group) - 1]
    choice = next(pick for pick in picks if pick.sentence == number)
    lines = [f"{place}  {_quoted(run, number)}", f"It added {choice.gain:.4f} to what its {_scope(group)} covers."]
    if choice.covers:
        lines.append(f"First to say, weightiest first: {', '.join(choice.covers)}.")
    lines += _said_by(run, number)
    lines += ["", *_stands_for(run, number)]
    if group != "overview":
        lines += ["", *_rivals(run, int(group) - 1, choice)]
    return lines


def why_not(run: Run, words: str) -> list[str]:
    """What became of the sentences that hold some words, whatever their case. Raises `UsageError` where none does."""
    wanted = fold(words).casefold()
    found = [n for n, s in enumerate(run.found.representation.sentences) if wanted in s.text.casefold()]
    lines = [line for number in found[:_FOUND_MOST] for line in (_quoted(run, number), f"  {_fate(run, number)}", "")]
    for article in {s.article.id: s.article for s in run.found.representation.sentences}.values():
        for span in run.digest.unplaced:
            if span.source_id == article.id and wanted in fold(article.text[span.start : span.end]).casefold():
                shown = fold(article.text[span.start : span.end])
                lines += [f"“{shown}” {_source(run, article.id)}", f"  was set aside: {span.reason}.", ""]
    if not lines:
        raise UsageError(f"no source says '{words}'", "Give words as they stand in an article")
    if len(found) > _FOUND_MOST:
        lines.append(f"{len(found) - _FOUND_MOST} more sentences hold these words.")
    return lines


def _said_by(run: Run, number: int) -> list[str]:
    """Who says the sentence, as far as that is certain."""
    speakers = zip(run.found.speech.speakers, run.digest.people, strict=True)
    return [f"Said by {person.name}." for speaker, person in speakers if number in speaker.sentences]


def _stands_for(run: Run, number: int) -> Iterator[str]:
    supporters = run.found.matches.supporters(number)
    if not supporters:
        yield "No other sentence states the same fact."
        return
    yield "It stands for:"
    for other, pair in supporters:
        is_part = pair.relation == "paraphrase" and supports_a_part(number, other, run.found.representation)
        yield f"  {'in part' if is_part else pair.relation} {pair.similarity:.2f}  {_quoted(run, other)}"


def _rivals(run: Run, topic: int, choice: Pick) -> Iterator[str]:
    """The sentences of a topic that came nearest to being shown, by what they would have added at the start."""
    shown = {pick.sentence for pick in run.found.selection.sections[topic]}
    worth = _worth(run, topic)
    rivals = sorted((n for n in worth if n not in shown and worth[n] > 0), key=lambda n: (-worth[n], n))
    if not rivals:
        yield "It had no rival in its topic."
        return
    yield f"Preferred to (worth at the start; its own was {worth[choice.sentence]:.4f}):"
    for number in rivals[:_RIVALS_MOST]:
        yield f"  {worth[number]:.4f}  {_quoted(run, number)}"
        yield f"          {_fate(run, number)}"


def _worth(run: Run, topic: int) -> dict[int, float]:
    """What each member of a topic would have been worth as the first pick."""
    ranker = registry.ranker(run.digest.settings["ranker"])
    return worth_at_first(run.found.representation, run.found.opinions, run.found.topics[topic], ranker)


def _fate(run: Run, number: int) -> str:
    """What became of a sentence, in one sentence."""
    topic = next((at for at, topic in enumerate(run.found.topics) if number in topic.members), None)
    if topic is None:
        asked = run.digest.settings.get("only_topics")
        return (
            f"is in no topic: {'it is beside what was asked for' if asked else 'nothing around it is worth printing'}."
        )
    picks = [pick.sentence for pick in run.found.selection.sections[topic]]
    if number in picks:
        return f"is shown, as {topic + 1}.{picks.index(number) + 1}."
    place = f"belongs to topic {topic + 1} ({run.found.topics[topic].label})"
    if barred := _barred(run, number):
        return f"{place} and {barred}."
    shown = [
        (f"{at + 1}.{k + 1}", pick.sentence)
        for at, row in enumerate(run.found.selection.sections)
        for k, pick in enumerate(row)
    ]
    said = dict(run.found.matches.supporters(number))
    for name, other in shown:
        if other in said:
            return f"{place} and is told by {name}: the same fact, {said[other].relation} {said[other].similarity:.2f}."
    weak = " It is very long or broken, which counts against it." if run.found.opinions.fitness[number] < 1 else ""
    if shown:
        alike = run.found.matches.alike(number, np.array([other for _, other in shown]))
        name, most = shown[int(np.argmax(alike))][0], float(alike.max())
        if run.found.matches.repeats(number, [other for _, other in shown], SECTION.repeat):
            return f"{place} and is too much like {name} ({most:.2f}) to be shown beside it.{weak}"
    worth = _worth(run, topic)
    rank = sorted(worth.values(), reverse=True).index(worth[number]) + 1
    return f"{place}, where it is number {rank} of {len(worth)} by worth ({worth[number]:.4f}).{weak}"


def _barred(run: Run, number: int) -> str:
    """Why a sentence cannot be shown by itself; empty where it can."""
    opinions = run.found.opinions
    if opinions.fitness[number] == 0:
        return "cannot stand alone: no whole sentence, a question, too short or too long"
    if opinions.alone[number] < SECTION.alone:
        return f"is not understood by itself (probability {opinions.alone[number]:.2f} of {SECTION.alone:.2f})"
    return f"is filler (probability {opinions.filler[number]:.2f})" if opinions.filler[number] >= FILLER else ""


def _number(run: Run, source_id: str, start: int) -> int:
    sentences = run.found.representation.sentences
    return next(n for n, s in enumerate(sentences) if s.article.id == source_id and s.start == start)


def _quoted(run: Run, number: int) -> str:
    sentence = run.found.representation.sentences[number]
    return f"“{sentence.text}” {_source(run, sentence.article.id)}"


def _source(run: Run, source_id: str) -> str:
    source: Source = next(source for source in run.digest.sources if source.id == source_id)
    return f"({source.publisher or source.path or source.url or source.title or source.id})"


def _scope(group: str) -> str:
    return "overview" if group == "overview" else "section"
