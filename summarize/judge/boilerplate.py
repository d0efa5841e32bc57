"""Words by which page furniture gives itself away: general English of web pages, none taken from any data."""

from __future__ import annotations

import re
from collections.abc import Set

CUES = (
    "cue_site cue_account cue_credit cue_caption cue_staff cue_notice cue_link cue_handle cue_player cue_pose "
    "cue_cut "
    "cue_bracketed cue_tail cue_lead_in cue_certain"
).split()
CERTAIN = CUES[-1]

_CUES = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (
            r"\b(?:click|tap|scroll|sign up|sign in|log ?in|subscribe|unsubscribe|newsletters?|bookmark|"
            r"cookies?|privacy policy|"
            r"terms of (?:service|use)|app store|google play|mobile alerts|e-?mail alerts|inbox|advertis\w+|"
            r"sponsored|"
            r"advertisement|third-party|web ?page|this page|website)\b",
            re.I,
        ),
        (
            r"\b(?:your (?:account|e-?mail|inbox|profile|browser|registration|subscription|tweets?|location|"
            r"privacy|comments?)|"
            r"an account|registering|register|confirmation|password|learn more|by submitting|you agree|thank you for|"
            r"please (?:check|try|enter|note|visit|contact)|your (?:website|blog))\b",
            re.I,
        ),
        (
            r"\((?:[^()]*\b(?:photo|image|picture|courtesy|getty|associated press|reuters|afp|via)\b[^()]*|"
            r"AP)\)|\b(?:getty images|"
            r"ap photo|file photo|image copyright|image credit|photo(?:graph)? by|photo credit|courtesy of|"
            r"via (?:ap|getty|reuters|"
            r"afp|facebook|twitter)|epa|shutterstock)\b|/(?:AP|AFP|Reuters|Getty)\b|^(?:AP|AFP|REUTERS|Getty|EPA)\b",
            re.I,
        ),
        (
            r"^(?:this|in this|an?|the|file|undated)\b[^.]{0,30}\b(?:photo(?:graph)?|image|picture|video grab|"
            r"frame grab|handout)\b|"
            r"\b(?:image caption|toggle caption|enlarge this image|caption|view photos?|photos?:|full screen|"
            r"slideshow|"
            r"gallery|pictured|seen here|shown here|from left|file photo|poses? for|looks on)\b|,\s(?:left|"
            r"right|center|centre),",
            re.I,
        ),
        (
            r"\b(?:contributed to this (?:report|story|article)|contributed (?:reporting|from)|reported from|"
            r"special correspondent|"
            r"staff writers?|staff reporters?|associated press writers?|is an? (?:reporter|writer|columnist|"
            r"contributor|editor)|"
            r"reporting by|editing by|writing by|translated by|contact (?:the )?(?:reporter|writer|author|him|"
            r"her)|covers? .{1,30} for)\b",
            re.I,
        ),
        (
            r"\b(?:views expressed|opinions expressed|all rights reserved|copyright|has been corrected|"
            r"has been updated|"
            r"was (?:corrected|updated)|corrects?|clarif\w+|earlier version|endorsement|may not be published|"
            r"do not imply|"
            r"reprinted|originally (?:published|appeared))\b",
            re.I,
        ),
        (
            r"\b(?:more from|more:|read more|related|see also|watch:|watch the|listen to|full (?:text|story|"
            r"video|transcript)|"
            r"below is|below are|see the|here(?:'|’)s (?:what|an?|the)|tell us|share (?:this|your)|the following)\b",
            re.I,
        ),
        (r"@\w|https?:|www\.|\.com\b|#\w|\bfollow (?:us|him|her|me)\b|©|\{|\}|\[website\]|\|", re.I),
        (
            r"\b(?:autoplay|skip ad|embed|copy this code|play video|loading|video player|\d+:\d\d\s+\w+|replay|"
            r"transcript)\b",
            re.I,
        ),
        (
            r"^[^.]{10,200}\b(?:poses?|stands?|walks?|speaks?|arrives?|gestures?|waves?|looks?|sits?|holds?|"
            r"listens?|smiles?|"
            r"kneels?|patrols?|gathers?|watch(?:es)?|attends?|reacts?|leaves?)\b(?!.*\b(?:said|says|was|were|"
            r"had|has|will|would)\b)",
            0,
        ),
        (r"(?:\.\.\.|…)\)?$|\.\.\.\s\(", 0),
        (r"^[(\[][^()\[\]]*[)\]]\.?$", 0),
        (
            r"^(?:(?>[a-z]+)|[a-z]+?(?=(?:said|says|asks?|added)\b)|[A-Z]\.?|[A-Z][a-z]{0,4}\.,?)(?:,|\s)?\s*(?:\w+\s){0,2}(?:said|says|asks?|"
            r"added)\b[^.]{0,30}[.,:]?$",
            0,
        ),
        (r":$", 0),
    )
)


_CERTAIN = re.compile(
    r"""
    \{\*|\[website\]|\bautoplay\b|\bcopy\ this\ code\b|\bskip\ ad\b|\btoggle\ caption\b|\benlarge\ (?:this\ )?image\b
    |\bimage\ (?:copyright|caption)\b|\bunsubscribe\b|\byour\ tweets?\b|\btweet\ location\b
    |\bterms\ of\ (?:service|use)\b.*\bprivacy\b|\bthank\ you\ for\ (?:registering|subscribing|signing\ up)\b
    |\b(?:activate|create)\ (?:your|an)\ account\b|\balready\ have\ an\ account\b|\bemail\ sign\ up\b
    |^sign\ up\ here\b
    |^click\ here\b|\bsign\ in\ to\ (?:update|view|read)\b|\bdelivered\ (?:weekday|to\ your
    |every)\b.{0,20}(?:mornings?|inbox)
    |\b(?:views|opinions)\ expressed\b.*\b(?:author|their\ own|those\ of|his\ own|her\ own)\b
    |\bcontributed\ to\ this\ (?:report|story|article)\b|\bcontributed\ reporting\b
    |^(?:this|the)\ (?:story|article|post|report)\ (?:has\ been|was)\ (?:corrected|updated)\b
    |\bis\ a\ special\ correspondent\.$|\bfollow\ (?:him|her|us|them|me)\ (?:on\ \w+|at)\b.*@
    |\bcontact\b.{3,60}\b[\w.]+@\w+
    |^(?:this|an?|in\ this)\ (?:undated\ |file\ |combination\ |\w+\.?\ \d+,\ \d{4},?\ )?(?:file\ )?(?:photo
    |image|picture|handout)\b
    |^\((?:ap\ photo|associated\ press|getty|reuters|via|courtesy|photo)\b[^()]*\)\.?$|\(ap\ photo/[^)]*
    |^(?:from\ left|pictured|caption)\b|^more\ from\b.{0,40}:$|^(?:more|related|read\ more|watch|listen)\W*$
    |^learn\ more\.?$
    |\bdesignations\ employed\b|\ball\ rights\ reserved\b|\bpick\ up\ a\ copy\b
    |\bexclusive:.*\b\d{1,2}(?::\d\d)?\ ?[ap]m\b
    |^[^.!?]{2,60}(?:\.\.\.|…)$
    |\bcrawl\ data\ to\ the\ internet\ archive\b|^(?:these\ )?crawls\ (?:are\ part\ of\ an\ effort|of\ supported)\b
    |\barchived\ pages\ will\ be\ put\ in\ place\b|\blive\ when\ the\ page\ was\ written\b|\bbroken\ links\ on\ the\ web\b
    |^corrects\ (?:to|the|name|names|spelling|date|day|year|that|title|location)\b|^breaking\ news\ (?:e-?mails?|alerts?)\b
    |^(?:afp|ap|epa|reuters|upi|wireimage)/(?:getty|afp|ap|epa|reuters|corbis)\b
    |^(?:below|above)\ (?:is|are)\b.{0,40}\b(?:texts?|letters?|statements?|transcripts?|photos?|pictures|images|videos?|clips?|excerpts?|trailer|promo)\b
    |^here(?:'s|’s|\ is|\ are)\ (?:an?|the|some)\ (?:\w+\ )?(?:excerpts?|text|transcript|videos?|clips?)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Furniture by its words alone."""

_GATES = tuple(
    frozenset(words.split())
    for words in (
        "click tap scroll sign log login subscribe unsubscribe newsletter newsletters bookmark cookie cookies "
        "privacy terms store "
        "mobile alerts inbox advertise advertiser advertisers advertising advertisement advertisements "
        "sponsored third-party "
        "webpage web page website google play",
        "your account registering register confirmation password learn submitting agree thank please",
        "photo photograph image picture courtesy getty associated reuters afp ap via epa shutterstock",
        "photo photos photograph image video grab frame handout caption photos full slideshow gallery pictured "
        "seen shown file "
        "pose poses looks left right center centre picture view from",
        "contributed reported correspondent writer writers reporter reporters reporting editing writing "
        "translated contact covers "
        "cover columnist contributor editor",
        "views opinions rights copyright corrected updated corrects correct clarifies clarified clarification "
        "clarify earlier "
        "endorsement published imply reprinted originally",
        "more read related see watch listen full below here's tell share following",
        "@ # http https www com follow © { } | website",
        "autoplay skip embed copy play loading video replay transcript : pm am",
        "pose poses stand stands walk walks speak speaks arrive arrives gesture gestures wave waves look looks "
        "sit sits hold "
        "holds listen listens smile smiles kneel kneels patrol patrols gather gathers watch watches attend "
        "attends react reacts "
        "leave leaves",
    )
)
"""Words without one of which a pattern cannot fit, for the patterns that are slow."""
_GATE = frozenset().union(*_GATES)
_GATE_OF_CERTAIN = frozenset(
    "copy delivered exclusive designations contact crawl crawls archived page links corrects emails alerts".split()
)
"""Words of what is certain that are no cue."""


def cues(text: str, words: Set[str]) -> tuple[float, ...]:
    """How often each kind of cue stands in a sentence with these lower-case words and marks: the columns of `CUES`."""
    gated = _GATE & words
    counts = [
        float(len(pattern.findall(text))) if gated and not gate.isdisjoint(gated) else 0.0
        for gate, pattern in zip(_GATES, _CUES, strict=False)
    ]
    counts += [float(len(pattern.findall(text))) for pattern in _CUES[len(_GATES) :]]
    return (*counts, float((any(counts) or not _GATE_OF_CERTAIN.isdisjoint(words)) and bool(_CERTAIN.search(text))))
