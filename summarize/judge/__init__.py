"""What a reader would say of sentences and pairs of sentences: features to probabilities, learned from read examples.

In: a representation and where the models are. Out: `Opinions`, for each sentence whether it stands alone and what it is
worth, for pairs whether they state one fact and belong to one topic; and the documents without furniture. Refuses to decide:
thresholds belong to the stages. Every judge has a rule to fall back on.
"""

from summarize.judge.form import fitness, leans
from summarize.judge.likeness import Likeness
from summarize.judge.opinions import MODELS, Facts, Judges, Opinions, judge, sift
from summarize.judge.subject import EXACT, Features, features, nearest, with_neighbours
from summarize.judge.trees import Forest, ModelDamaged
from summarize.judge.trees import load as load_forest

__all__ = [
    "EXACT",
    "MODELS",
    "Facts",
    "Features",
    "Forest",
    "Judges",
    "Likeness",
    "ModelDamaged",
    "Opinions",
    "features",
    "fitness",
    "judge",
    "leans",
    "load_forest",
    "nearest",
    "sift",
    "with_neighbours",
]
