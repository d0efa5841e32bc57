"""Pages that are no article: what an archive, a platform or a player says in its place.

Owns the decision that a text stands alone. Two outlets that show the same notice do not report the same event, so that
likeness says nothing here. Refuses to judge an article by its subject: only short texts are looked at, for whole phrases.
"""

from __future__ import annotations

import re

_LONGEST_NOTE, _LONGEST_GATE = 2_000, 500
"""Characters of a text that may be an archive's note about a crawl, and of one that may be a gate before a page."""
_HEAD = 600
_NOTE = re.compile(
    r"""
      \bdonating\stheir\scrawl\sdata\b | \bcollaborative\s[\w ]*crawls?\sperformed\b | \bThese\scrawls\sare\spart\sof\b
    | \b[Cc]rawl\s(?:was\srun\sat|of\soutlinks\sfrom|with\sinitial\sseed) | \b[Tt]he\sseed\sfor\s(?:this\scrawl|Wide\w+)\b
    | \bweb\scollections\scurated\sby\b | \bSign\sin\susing\syour?\s(?:account|\w+\sprofile)\b
    """,
    re.VERBOSE,
)
_GATE = re.compile(
    r"""
      \bTweet\swith\sa\slocation\b | \blocation\sto\syour\sTweets\b
    | \bJavaScript\sis\s(?:disabled|not\senabled|required)\b | \benable\sJavaScript\b
    | \binteractive\stranscript\scould\snot\sbe\sloaded\b | \bRating\sis\savailable\swhen\sthe\svideo\b
    | \b(?:verify|confirm)\s(?:that\s)?you\sare\s(?:a\s|not\sa\s)?(?:human|robot)\b | \bunusual\straffic\sfrom\syour\b
    | \A\W*(?:404\b|page\snot\sfound\b|access\s(?:to\sthis\spage\s(?:has\sbeen\s|is\s)?)?denied\b)
    | \bcustom\sdomain\smapping\b | \bjoin\sour\smailing\slist\b | \bsign\sup\sfor\s(?:the|our)\s[\w ]*newsletter\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Both lists: what stands in the place of articles in the 250 events of `benchmarks/stories.md`, and the gates of robots."""


def is_notice(text: str) -> bool:
    """True for a short text that a machine shows where an article should be."""
    head = text[:_HEAD]
    return bool(
        (len(text) <= _LONGEST_NOTE and _NOTE.search(head)) or (len(text) <= _LONGEST_GATE and _GATE.search(head))
    )
