"""How good summaries are: collections with references, systems beside ours, figures and their table.

In: a folder or file of collections and the settings. Out: a `Report` and its table as text. Refuses to be part of a digest.
"""

from summarize.evaluate.collections import load
from summarize.evaluate.editor import events_in, judged
from summarize.evaluate.measure import NAMES, evaluate
from summarize.evaluate.table import FORMATS

__all__ = ["FORMATS", "NAMES", "evaluate", "events_in", "judged", "load"]
