"""Sentences to topics: one file a way to group them, and the order and the names of what is found.

In: a representation, its documents, a clusterer and the settings. Out: `Sections`, every sentence in one topic, the topics
ordered and named, and a line for each wish that could not be met. Refuses to choose what is shown of a topic.
"""

from summarize.cluster.topics import Sections, sections

__all__ = ["Sections", "sections"]
