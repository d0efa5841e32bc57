"""The heading of each section, chosen once it is known which sentences are shown under it.

In: a representation, its documents and a selection. Out: the topics with a label and keywords each, in words of what is shown.
Refuses to look at how sections were found or why their sentences were chosen.
"""

from summarize.heading.name import named

__all__ = ["named"]
