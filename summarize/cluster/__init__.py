"""Sentences to topics: one file a way to group them, and the order of what is found.

In: a representation, what the judges say, and the settings. Out: `Sections`, every sentence in one topic, the topics ordered,
and a line for each wish that could not be met. Refuses to choose what is shown of a topic, and to name it.
"""

from summarize.cluster.topics import Sections, sections

__all__ = ["Sections", "sections"]
