"""Where the sources disagree.

In: a representation, what the judges say of it, and topics. Out: conflicts for the digest, each with all sides in their own
words, and which of them are updates; and whether one sentence gives the figures of another. Refuses to say who is right, and to report what can be explained.
"""

from summarize.conflict.dispute import conflicts
from summarize.conflict.figures import lacks_a_figure

__all__ = ["conflicts", "lacks_a_figure"]
