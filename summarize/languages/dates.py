"""In which order a country writes its dates."""

from __future__ import annotations

_MONTH_FIRST_COUNTRIES = frozenset({"us", "ph", "fm", "pw", "mh", "pr", "gu"})
"""Countries, by the end of their addresses, where 03/05/2024 is 5 March."""
_COUNTRY_OF_ENGLISH = frozenset(
    {"uk", "au", "nz", "ie", "in", "za", "ng", "ke", "gh", "sg", "my", "pk", "lk", "mt", "hk", "jm", "scot"}
)
"""Countries where English is written with the day first."""


def day_first(language: str | None, host: str | None = None) -> bool | None:
    """Whether 03/05/2024 is 3 May in a language, on an outlet's host; None where nothing tells."""
    country = (host or "").rpartition(".")[2].lower()
    if country in _MONTH_FIRST_COUNTRIES:
        return False
    if country in _COUNTRY_OF_ENGLISH:
        return True
    if language is None:
        return True if len(country) == 2 and country not in ("io", "co", "tv", "ai", "me", "fm") else None
    return language != "en" or (len(country) == 2 and country not in ("io", "co", "tv", "ai", "me", "ca"))
