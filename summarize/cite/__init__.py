"""Picks to quotations with their sources; and afterwards whether they still hold, and why they were chosen.

In: all that was found. Out: a `Digest`, every line verbatim with its witnesses; the differences between a digest and its
sources; reasons in words. Refuses to choose, and to count one text as two witnesses.
"""

from summarize.cite.check import Verification, found_again, verify
from summarize.cite.explain import PLACE, sentence_at, why_not, why_shown
from summarize.cite.findings import Findings, Run
from summarize.cite.places import PathStyle, places_to_read, with_paths
from summarize.cite.quote import attribute, quoted

__all__ = [
    "PLACE",
    "Findings",
    "PathStyle",
    "Run",
    "Verification",
    "attribute",
    "found_again",
    "places_to_read",
    "quoted",
    "sentence_at",
    "verify",
    "why_not",
    "why_shown",
    "with_paths",
]
