"""What the judges say of a collection: of every sentence by itself, and of pairs of sentences.

Owns the choice between a learned judge and the rule that stands in for it: the rules decide when they are asked for, when a
model file is missing or damaged (said in one warning), and in languages that a judge was not trained for. Refuses to decide
anything: what follows from a probability is up to the stage that asked for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from summarize.judge import across
from summarize.judge import alone as alone_judge
from summarize.judge import junk as junk_judge
from summarize.judge import needs as needs_judge
from summarize.judge import worth as worth_judge
from summarize.judge.evidence import Evidence, evidence, without
from summarize.judge.form import fitness, leans
from summarize.judge.likeness import Likeness, likeness
from summarize.judge.networks import load as load_network
from summarize.judge.second import same_topic_again
from summarize.judge.table import Table, tabulate
from summarize.judge.trees import ModelDamaged
from summarize.judge.views import views
from summarize.model import Document, Ignored, Representation
from summarize.speech import is_unattributed

if TYPE_CHECKING:
    from summarize.model import Floats, IntArray

MODELS = Path(__file__).parent / "models"
"""The models that are shipped."""
JUNK, JUNK_WORTH = 0.35, 1.2
"""Probability of furniture from which on a sentence is set aside, unless it is worth as much (docs/judges.md)."""
FEWEST_JUDGED = 12
"""Sentences of a collection from which on the judge of furniture has seen enough of it."""
TAUGHT = frozenset({"en"})
"""Languages that the judges of single sentences were trained for."""
TOPICS_BY_RULE = frozenset({"hi"})
"""Main languages of a collection in which the rule finds better topics than the judge (docs/judges.md)."""
SPACE = "use"
"""The encoder whose vectors they were trained on; with another one, the rules on form stand in for them."""

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Judges:
    """Where the judges of a run come from."""

    folder: Path | None = MODELS
    """The folder of the models; None where rules decide."""


@dataclass(frozen=True, slots=True)
class Opinions:
    """What the judges say, a value for each sentence or pair."""

    likeness: Likeness
    """How alike any two sentences are, whatever the judges say."""
    fitness: Floats
    """(sentences,) how well each is formed, 0 (never shown) to 1: a rule."""
    alone: Floats
    """(sentences,) probability that a stranger understands each by itself."""
    belongs: Floats
    """(sentences,) probability that each belongs in a one-page briefing."""
    filler: Floats
    """(sentences,) probability that each is trivial."""
    is_learned: bool
    """Whether the judges of single sentences know the main language; otherwise these three are what rules on form say."""
    supplier: IntArray
    """(sentences,) the sentence of the same article that most probably says what each lacks, −1 for none."""
    supplies: Floats
    """(sentences,) the probability that it does."""
    same_fact: Facts | None
    """None where a rule on likeness decides."""
    same_topic: Any
    """(sentences, sentences) symmetric probability of one topic, dense or sparse, 0 on the diagonal; None for a rule."""
    warnings: tuple[str, ...] = ()

    @property
    def worth(self) -> Floats:
        """(sentences,) expected worth, from 0 for filler to 2 for what belongs in."""
        return 1.0 + self.belongs - self.filler


@dataclass(frozen=True, slots=True)
class Facts:
    """Probability of one fact for the pairs that were judged."""

    table: Table
    probability: Floats
    """(pairs,)"""


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is left of a collection without page furniture."""

    documents: tuple[Document, ...]
    representation: Representation
    evidence: Evidence | None = None
    """What judges of single sentences look at, if that has been gathered of just these sentences."""


def sift(documents: tuple[Document, ...], representation: Representation, judges: Judges) -> Sifted:
    """Documents and representation without the sentences that are page furniture, which are set aside with that reason."""
    taught = _taught(representation)
    if judges.folder is None or not taught.any():
        return Sifted(documents, representation)
    found = evidence(representation)
    junk = junk_judge.certain(found)
    if len(representation) >= FEWEST_JUDGED:
        with suppress(ModelDamaged):  # said when the other judges are asked
            worth = worth_judge.worth(found, judges.folder).expected
            junk = junk | ((junk_judge.junk(found, judges.folder) >= JUNK) & (worth < JUNK_WORTH))
    junk &= taught
    if not junk.any():
        return Sifted(documents, representation, found)
    documents = _without(documents, representation, junk)
    kept = np.flatnonzero(~junk)
    left = tuple(sentence for document in documents for sentence in document.sentences)
    representation = replace(representation.only(kept), sentences=left)
    return Sifted(documents, representation, without(found, representation, kept))


def judge(representation: Representation, judges: Judges, found: Evidence | None = None) -> Opinions:
    """What the judges say of the sentences of a collection, of which evidence may have been found before."""
    warnings: list[str] = []
    alike = likeness(representation, with_parts=judges.folder is None)
    opinions = _by_rule(representation, alike)
    if judges.folder is None:
        return opinions
    folder = judges.folder
    taught = _taught(representation)
    if taught.any():
        found = found or evidence(representation)
        alone = _tried("alone", warnings, lambda: alone_judge.alone(found, folder))
        worth = _tried("worth", warnings, lambda: worth_judge.worth(found, folder))
        if alone is not None:
            unsaid = np.array([is_unattributed(sentence.text) for sentence in representation.sentences])
            alone = np.where(unsaid, 0.0, alone)  # whatever the judge says: who speaks is never left open
            opinions = replace(opinions, alone=np.where(taught, alone, opinions.alone))
            needs = _tried(
                "needs", warnings, lambda: needs_judge.needs(found, alone, np.flatnonzero(taught).tolist(), folder)
            )
            opinions = _with_needs(opinions, needs or {})
        if alone is not None and worth is not None:
            opinions = replace(opinions, is_learned=2 * int(taught.sum()) > len(taught))
        if worth is not None:
            belongs, filler = np.where(taught, worth.belongs, 0.5), np.where(taught, worth.filler, 0.0)
            opinions = replace(opinions, belongs=belongs, filler=filler)
    return _of_pairs(opinions, representation, folder, warnings)


def _by_rule(representation: Representation, alike: Likeness) -> Opinions:
    """What the rules on form say."""
    texts = [sentence.text for sentence in representation.sentences]
    pairs = list(zip(texts, representation.languages, representation.tokens, strict=True))
    before = np.arange(-1, len(pairs) - 1)
    same = np.append(False, np.diff(representation.article_of) == 0)[: len(pairs)]
    return Opinions(
        likeness=alike,
        fitness=np.array([fitness(*pair) for pair in pairs], dtype=np.float64),
        alone=np.array([not leans(*pair) for pair in pairs], dtype=np.float64),
        belongs=np.full(len(pairs), 0.5),
        filler=np.zeros(len(pairs)),
        is_learned=False,
        supplier=np.where(same, before, -1),
        supplies=same.astype(np.float64),
        same_fact=None,
        same_topic=None,
    )


def _with_needs(opinions: Opinions, needs: Mapping[int, needs_judge.Need]) -> Opinions:
    supplier, supplies = opinions.supplier.copy(), opinions.supplies.copy()
    for number, need in needs.items():
        supplier[number], supplies[number] = need.supplier, need.probability
    return replace(opinions, supplier=supplier, supplies=supplies)


def _of_pairs(opinions: Opinions, representation: Representation, folder: Path, warnings: list[str]) -> Opinions:
    table = tabulate(views(representation, opinions.likeness))
    article = np.unique(representation.article_of, return_inverse=True)[1]

    def judged(name: str) -> Floats | None:
        def probabilities() -> Floats:
            network = load_network(folder / f"{name}.npz")
            return network.probabilities(table.chosen(network.columns))

        return _tried(name, warnings, probabilities)

    fact = judged("same_fact")
    if fact is not None:
        fact = across.one_fact(fact, table, representation, opinions.likeness.languages)
    topic = None if representation.language in TOPICS_BY_RULE else judged("same_topic")
    if fact is not None and topic is not None:
        first, again = (fact, topic), folder / "same_topic_second.npz"
        topic = _tried("same_topic", warnings, lambda: same_topic_again(table, article, *first, load_network(again)))
    return replace(
        opinions,
        same_fact=None if fact is None else Facts(table.only(("likeness",)), fact),
        same_topic=None if topic is None else table.square(topic),
        warnings=tuple(warnings),
    )


def _tried(name: str, warnings: list[str], judge: Callable[[], Kind]) -> Kind | None:
    """What a judge says; None, and a warning, where its model cannot be used."""
    try:
        return judge()
    except ModelDamaged as error:
        warnings.append(f"the judge '{name}' cannot be used: {error}. A rule decides instead; install summarize again")
        return None


def _taught(representation: Representation) -> np.ndarray:
    """(sentences,) whether the judges of single sentences know the language of each, and the space of the vectors."""
    known = representation.space == SPACE
    return np.array([known and code in TAUGHT for code in representation.languages], dtype=bool)


def _without(documents: tuple[Document, ...], representation: Representation, junk: np.ndarray) -> tuple[Document, ...]:
    """The documents with the junk among the spans that are no sentences."""
    set_aside = {representation.sentences[number] for number in np.flatnonzero(junk).tolist()}
    found = []
    for document in documents:
        left = [sentence for sentence in document.sentences if sentence not in set_aside]
        kept = tuple(replace(sentence, index=index) for index, sentence in enumerate(left))
        spans = [Ignored(s.start, s.end, "furniture") for s in document.sentences if s in set_aside]
        ignored = tuple(sorted((*document.ignored, *spans), key=lambda span: span.start))
        found.append(replace(document, sentences=kept, ignored=ignored))
    return tuple(found)
