"""Articles to stories: which reports are of one event.

In: articles of many events. Out: an `Outline` an article, small enough to be kept; the stories of some outlines, all at once
(`grouped`) or beside stories that exist (`joined`). Refuses to read, to store and to digest. What an event is was learned from
articles that editors put together, see `benchmarks/stories.md`.
"""

from summarize.stories.about import asked, independent, medoid, relevance, same_text
from summarize.stories.drawn import outline, outlines
from summarize.stories.group import grouped
from summarize.stories.join import Assignment, joined
from summarize.stories.outline import Outline

__all__ = [
    "Assignment",
    "Outline",
    "asked",
    "grouped",
    "independent",
    "joined",
    "medoid",
    "outline",
    "outlines",
    "relevance",
    "same_text",
]
