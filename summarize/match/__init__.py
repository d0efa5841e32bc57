"""Which sentences state the same fact, and which articles carry one text.

In: a representation. Out: `Matches`, the pairs that may be cited for one another, groups of one fact, and how alike any two
sentences are; `Syndication`, the articles that are one witness. Refuses to decide what is shown.
"""

from summarize.match.copies import Syndication, syndication, told_as_one
from summarize.match.same_fact import Limit, Matches, match

__all__ = ["Limit", "Matches", "Syndication", "match", "syndication", "told_as_one"]
