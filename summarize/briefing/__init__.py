"""Many articles on many events to a briefing: stories, each with its digest, and what is new since the last time.

In: names of files, folders, addresses and feeds, and a store. Out: a `Briefing`. Uses the pipeline as a function, on this machine
or on a cluster. Refuses to say anything about a text itself: what is one story is decided in `summarize.stories`, what stands in
a digest in the pipeline.
"""

from summarize.briefing import front
from summarize.briefing.build import brief
from summarize.briefing.document import Briefing, Changes, Entry, Line, Story, Superseded, Unread
from summarize.briefing.intake import Piece
from summarize.briefing.look import catalogue, history
from summarize.briefing.news import changes
from summarize.briefing.rank import Wishes
from summarize.briefing.store import Store
from summarize.briefing.work import workers

__all__ = [
    "Briefing",
    "Changes",
    "Entry",
    "Line",
    "Piece",
    "Store",
    "Story",
    "Superseded",
    "Unread",
    "Wishes",
    "brief",
    "catalogue",
    "changes",
    "front",
    "history",
    "workers",
]
