"""Topics to what is shown of them: one file a ranker, and the picks under a budget.

In: a representation, its matches and sections, a ranker and the settings. Out: a `Selection`, the picks of every section and
of the overview, each with what it added. Refuses to show one fact twice and to change a sentence.
"""

from collections.abc import Sequence

from summarize.select.choose import Selection, select, worth_at_first
from summarize.select.taste import FILLER, SECTION

__all__ = ["FILLER", "SECTION", "Selection", "select", "sumy_order", "worth_at_first"]


def sumy_order(method: str, rows: Sequence[Sequence[str]]) -> list[int]:
    """The numbers of some sentences, given by their terms, in the order that a method of sumy puts them in."""
    from summarize.select import sumy_methods  # brings in sumy and nltk

    return sumy_methods.order(method, rows)
