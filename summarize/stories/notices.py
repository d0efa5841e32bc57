"""Pages that are no article: what an archive, a platform or a player says in its place.

Owns the decision that a text stands alone. Two outlets that show the same notice do not report the same event, so that
likeness says nothing here. Refuses to judge an article by its subject: only short texts are looked at.
"""

from __future__ import annotations

import re

_LONGEST = 2_000
"""Characters of a text that may be a notice."""
_HEAD = 600
_NOTICE = re.compile(
    r"""
      \bWayback\sMachine\b | \bAlexa\sInternet\b | \bArchive-IT\b | \bcollaborative\s[\w ]*crawls?\b
    | \bcrawls?\s(?:was\srun|of\soutlinks|performed\sby|with\sinitial\sseed) | \bThese\scrawls\sare\b
    | \bseed\sfor\s(?:this|Wide\w*)\b
    | \bTweet\swith\sa\slocation\b | \blocation\sto\syour\sTweets\b
    | \bJavaScript\sis\s(?:disabled|not\senabled|required)\b | \benable\sJavaScript\b
    | \binteractive\stranscript\scould\snot\b | \bRating\sis\savailable\swhen\sthe\svideo\b
    | \b(?:verify|confirm)\s(?:that\s)?you\sare\s(?:a\s|not\sa\s)?(?:human|robot)\b | \bunusual\straffic\sfrom\syour\b
    | \b(?:404|page)\snot\sfound\b | \baccess\s(?:to\sthis\s(?:page|site)\s(?:has\sbeen\s)?)?denied\b
    | \bcustom\sdomain\smapping\b | \bSign\sin\susing\s(?:you|your)\saccount\b
    | \bmailing\slist\sand\skeep\sup\sto\sdate\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Seen on pages of the Internet Archive, Twitter, YouTube, SoundCloud and of gates before a page, in the training half of the
events of `benchmarks/stories.md`; the gates of robots from what their makers document."""


def is_notice(text: str) -> bool:
    """True for a short text that a machine shows where an article should be."""
    return len(text) <= _LONGEST and bool(_NOTICE.search(text[:_HEAD]))
