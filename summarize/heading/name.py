"""Topics with the headings that fit what is shown of them.

Owns the choice between the learned judge of headings and the rule that stands in for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarize.heading.choose import Label, headings
from summarize.heading.evidence import Section
from summarize.heading.model import Model, load_model
from summarize.judge import Judges, ModelDamaged
from summarize.model import Document, Representation, Topic
from summarize.select import Selection

STAND_IN = 3
"""Sentences that name a section of which none in the language of the headings is shown."""


def named(
    representation: Representation,
    documents: Sequence[Document],
    selection: Selection,
    judges: Judges,
    preferred: str | None = None,
) -> tuple[tuple[Topic, ...], tuple[str, ...]]:
    """(the topics of a selection with a label and keywords each, a warning where the judge cannot be used).

    Topics that have a label already, which come first, keep it. Labels are in the `preferred` language, if any sentence is, or
    else in the main one, where the section has a sentence in it.
    """
    model, warnings = None, []
    if judges.folder is not None:
        try:
            model = load_model(judges.folder)
        except ModelDamaged as error:
            warnings.append(
                f"the judge 'headings' cannot be used: {error}. A rule decides instead; install summarize again"
            )
    pairs = zip(selection.topics, selection.sections, strict=True)
    told = [(topic, tuple(pick.sentence for pick in picks)) for topic, picks in pairs if picks]
    labels = iter(_labels(representation, documents, told, model, preferred))
    topics = [
        replace(topic, label=label.text, keywords=label.keywords) if picks and (label := next(labels)) else topic
        for topic, picks in zip(selection.topics, selection.sections, strict=True)
    ]
    return tuple(topics), tuple(warnings)


def _labels(
    representation: Representation,
    documents: Sequence[Document],
    told: Sequence[tuple[Topic, tuple[int, ...]]],
    model: Model | None,
    preferred: str | None,
) -> list[Label]:
    """The labels of topics of which something is shown, those of each language chosen together."""
    codes = representation.languages
    wanted = [code for code in (preferred, representation.language) if code in codes]
    said = [_said(topic, shown, wanted, codes) for topic, shown in told]
    found: dict[int, Label] = {}
    for language in dict.fromkeys(code for code, _ in said):
        here = [number for number, (code, _) in enumerate(said) if code == language]
        near = [document for document in documents if document.article.language in (language, None)]
        names = [told[number][0].label for number in here if told[number][0].label]
        taken = {label.text.casefold() for label in found.values()}
        sections = [said[number][1] for number in here]
        found |= zip(here, headings(representation, near, sections, language, names, model, taken), strict=True)
    return [found[number] for number in range(len(told))]


def _said(topic: Topic, shown: tuple[int, ...], wanted: Sequence[str], codes: Sequence[str]) -> tuple[str, Section]:
    """(the language that a topic is named in, what it says in it): the first wanted one that it has, or that of what is shown.

    Where nothing of what is shown is in the language, what is nearest to the beginning stands for it.
    """
    there = {codes[number] for number in topic.members}
    language = next((code for code in wanted if code in there), codes[shown[0]])
    members = tuple(number for number in topic.members if codes[number] == language)
    told = tuple(number for number in shown if codes[number] == language)
    return language, Section(members, told or members[:STAND_IN])
