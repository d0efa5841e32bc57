"""Invented articles on several events, as a crawl would hold them."""

from __future__ import annotations

import json
from pathlib import Path

OUTLETS = ("The Ellery Post", "Marrow Gazette", "Northern Wire")
EVENTS = {
    "dam": (
        "Dam above Port Ellery breaks after a week of rain",
        "The Stannard dam above Port Ellery broke early on Tuesday after a week of heavy rain, flooding two villages.",
        "Rescuers brought 140 people from their roofs by boat, the fire service of Port Ellery said.",
        "Governor Ada Lindqvist called the army to the Stannard valley and promised help for every family.",
        "Engineers had warned of cracks in the wall of the Stannard dam two years ago.",
    ),
    "vote": (
        "Parliament of Veldonia votes for shorter working week",
        "The parliament of Veldonia voted on Tuesday for a working week of 32 hours, the shortest on the continent.",
        "Labour minister Tomas Brandl said that the law would create 60,000 jobs in Veldonia.",
        "Employers called the vote a gift to competitors abroad and announced a complaint at the high court.",
        "The law on the working week takes effect in January and is to be reviewed after three years.",
    ),
    "comet": (
        "Telescope in the Atacama finds a comet from another star",
        "Astronomers at the Cerro Alto telescope have found a comet that came from another star, the fourth of its kind.",
        "The comet crosses the orbit of Mars in October and will not come near the Earth, the observatory said.",
        "Its speed of 58 kilometres a second cannot be explained by the pull of the Sun, said Ines Maldonado.",
        "Two space probes are to be turned towards the comet in the hope of pictures of its tail.",
    ),
}
TURNS = ("", "As our reporter saw, ", "According to officials, ")
LATER = {
    "dam": "Four people are missing after the break of the Stannard dam, the police of Port Ellery said on Thursday.",
    "vote": "The high court of Veldonia will hear the complaint of the employers against the working week in May.",
}


def article(event: str, outlet: int, day: int, extra: str = "") -> dict[str, str]:
    """An article of an outlet: its own turn of the same facts, in its own order."""
    title, *facts = EVENTS[event]
    turned = facts[outlet:] + facts[:outlet]
    body = [f"{TURNS[outlet]}{fact[0].lower() if TURNS[outlet] else fact[0]}{fact[1:]}" for fact in turned[:3]]
    return {
        "title": title if outlet == 0 else f"{title}, {('officials', 'witnesses')[outlet - 1]} say",
        "publisher": OUTLETS[outlet],
        "published": f"2026-03-{day:02}T08:00:00+00:00",
        "url": f"https://{OUTLETS[outlet].lower().replace(' ', '-')}.example/{event}/{day}",
        "text": "\n\n".join([*body, *([extra] if extra else [])]),
    }


def first_day() -> list[dict[str, str]]:
    """Two events that three outlets report, and one that a single outlet does."""
    both = [article(event, outlet, 3) for event in ("dam", "vote") for outlet in range(3)]
    return [*both, article("comet", 0, 3)]


def second_day() -> list[dict[str, str]]:
    """News on the dam and the vote."""
    return [article(event, outlet, 5, LATER[event]) for event in ("dam", "vote") for outlet in (1, 2)]


def write(folder: Path, articles: list[dict[str, str]], start: int = 0) -> Path:
    """The articles as JSON files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, fields in enumerate(articles, start):
        (folder / f"{number:03}.json").write_text(json.dumps(fields), encoding="utf-8")
    return folder
