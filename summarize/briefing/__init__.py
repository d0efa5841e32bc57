"""Many articles on many events to a briefing: stories, each with its digest, and what is new since the last time.

In: names of files, folders, addresses and feeds, and a store. Out: a `Briefing`, and its pages. Uses the pipeline as a
function, on this machine or on a cluster. Refuses to say anything about a text itself: what is one story is decided in
`summarize.stories`, what stands in a digest in the pipeline.
"""

from summarize.briefing.build import brief
from summarize.briefing.document import Briefing, Changes, Entry, Line, Story, Superseded, Unread
from summarize.briefing.front import (
    changes_to_json,
    changes_to_markdown,
    changes_to_text,
    schema,
    stories_to_text,
    timeline_to_text,
    to_atom,
    to_eml,
    to_folder,
    to_html,
    to_json,
    to_markdown,
    to_terminal,
)
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
    "changes_to_json",
    "changes_to_markdown",
    "changes_to_text",
    "history",
    "schema",
    "stories_to_text",
    "timeline_to_text",
    "to_atom",
    "to_eml",
    "to_folder",
    "to_html",
    "to_json",
    "to_markdown",
    "to_terminal",
    "workers",
]
