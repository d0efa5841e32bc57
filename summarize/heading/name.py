"""Topics with the headings that fit what is shown of them.

Owns the choice between the learned judge of headings and the rule that stands in for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarize.heading.choose import headings
from summarize.heading.evidence import Section
from summarize.heading.model import load_model
from summarize.judge import Judges, ModelDamaged
from summarize.model import Document, Representation, Topic
from summarize.select import Selection


def named(
    representation: Representation, documents: Sequence[Document], selection: Selection, judges: Judges
) -> tuple[tuple[Topic, ...], tuple[str, ...]]:
    """(the topics of a selection with a label and keywords each, a warning where the judge cannot be used).

    Topics that have a label already, which come first, keep it.
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
    names = [topic.label for topic, _ in told if topic.label]
    sections = [Section(topic.members, shown) for topic, shown in told]
    labels = iter(headings(representation, documents, sections, representation.language, names, model))
    topics = [
        replace(topic, label=label.text, keywords=label.keywords) if picks and (label := next(labels)) else topic
        for topic, picks in zip(selection.topics, selection.sections, strict=True)
    ]
    return tuple(topics), tuple(warnings)
