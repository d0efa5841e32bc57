"""Sentences to vectors: one file an encoder, and the representation that all later stages work on.

In: documents and the name of an encoder. Out: a `Representation`, the sentences of all documents numbered once, with words,
terms and unit vectors; and a warning where the encoder could not be used. Refuses any download and to compare sentences.
"""

from summarize.encode.mixed import within_languages
from summarize.encode.representation import represent
from summarize.encode.threads import in_threads, jobs
from summarize.encode.vectors import columns_of, count_matrix, unit, unit_sparse

__all__ = ["columns_of", "count_matrix", "in_threads", "jobs", "represent", "unit", "unit_sparse", "within_languages"]
