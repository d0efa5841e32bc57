"""Where the sources disagree.

In: a representation, its matches and topics. Out: conflicts for the digest, each with both sides in their own words. Refuses
to say who is right, and to report what can be explained.
"""

from summarize.conflict.dispute import conflicts

__all__ = ["conflicts"]
