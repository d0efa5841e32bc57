"""Where the sources disagree, as the digest tells it.

Owns the order of the work (slots, candidates, clashes, disputes) and the translation into the digest's conflicts: each value as
the sentence has it, told apart by the day of its report where the days differ, with verbatim quotations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarize.conflict.candidates import Closeness, candidates
from summarize.conflict.clash import Side
from summarize.conflict.denials import denial_clashes
from summarize.conflict.group import Dispute, disputes
from summarize.conflict.judge import MODEL, value_clashes
from summarize.conflict.known import Known
from summarize.conflict.reading import read
from summarize.conflict.spelling import name_clashes
from summarize.digest import Conflict, ConflictValue, Quote
from summarize.judge import Forest, Judges, ModelDamaged, Opinions, load_forest

if TYPE_CHECKING:
    from summarize.model import Representation, Topic


def conflicts(
    representation: Representation, opinions: Opinions, topics: Sequence[Topic], judges: Judges
) -> tuple[tuple[Conflict, ...], tuple[str, ...]]:
    """(the disagreements of a collection in the order of its topics, warnings). Without a model only counts of victims are compared."""
    forest, warnings = _forest(judges)
    found = find(representation, opinions, forest)
    topic_of = {number: position for position, topic in enumerate(topics, 1) for number in topic.members}
    rows = []
    for dispute in found:
        tally = Counter(topic_of[side.sentence] for row in dispute.sides for side in row if side.sentence in topic_of)
        if not tally:  # all of it is beside what was asked for
            continue
        topic = min(tally, key=lambda position: (-tally[position], position))
        first = min(side.sentence for row in dispute.sides for side in row)
        rows.append((topic, first, Conflict(f"t{topic}", dispute.kind, tuple(_values(dispute, representation)))))
    return tuple(conflict for _, _, conflict in sorted(rows, key=lambda row: row[:2])), warnings


def _forest(judges: Judges) -> tuple[Forest | None, tuple[str, ...]]:
    """The judge of values, with a warning where its model cannot be used; None without one."""
    if judges.folder is None:
        return None, ()
    try:
        return load_forest(judges.folder / MODEL), ()
    except ModelDamaged as error:
        return None, (
            f"the judge 'conflict' cannot be used: {error}. Only counts of victims are compared; install summarize again",
        )


def know(representation: Representation, opinions: Opinions) -> Known:
    """What is known of the values, the names and the pairs of sentences of a collection."""
    fact = opinions.same_fact
    same_fact = None if fact is None else fact.table.square(fact.probability)
    slots = read(representation)
    closeness = Closeness.of(opinions.likeness)
    pairs = candidates(representation, closeness, slots, same_fact, opinions.same_topic)
    return Known(representation, closeness, slots, pairs, same_fact, opinions.same_topic)


def find(representation: Representation, opinions: Opinions, forest: Forest | None) -> tuple[Dispute, ...]:
    """The disputes of a collection, the surest first."""
    known = know(representation, opinions)
    return disputes(known, (*value_clashes(known, forest), *name_clashes(known), *denial_clashes(known)))


def _values(dispute: Dispute, representation: Representation) -> Iterator[ConflictValue]:
    for row in dispute.sides:
        shown = representation.sentences[row[0].sentence].text[row[0].start : row[0].end].strip(" .,;:")
        yield ConflictValue(shown, tuple(_quote(side, representation) for side in row))


def _quote(side: Side, representation: Representation) -> Quote:
    sentence = representation.sentences[side.sentence]
    return Quote(sentence.article.id, sentence.start, sentence.end, sentence.text)
