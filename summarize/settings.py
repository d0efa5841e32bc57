"""What a user may choose: `Settings`, and how TOML files and the environment become one.

Owns names, defaults, ranges and the order of precedence: command line > environment `SUMMARIZE_*` > the nearest
`summarize.toml` or `[tool.summarize]` in `pyproject.toml`, upwards from the working folder > the user's own file.
A key that is not known is refused with the nearest one that is.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

from summarize import registry
from summarize.errors import UnknownName, UsageError, kind_of
from summarize.languages import code_of
from summarize.wishes import check_names, one_or_several

MOST_TOPICS = 1_000
PRESETS = {"short": "1", "medium": "3", "long": "6"}
AUTO_MOST = 3
_MOST_LENGTH = 1e6
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(%|w|words?|s|sentences?)?")
JUDGES = ("learned", "rules")
_ENVIRONMENT = "SUMMARIZE_"
_OTHER_VARIABLES = ("SUMMARIZE_TRACEBACK", "SUMMARIZE_SHARED")
"""Read elsewhere: by `summarize.cli` and by the benchmarks."""


@dataclass(frozen=True, slots=True)
class Length:
    """How much of a topic is shown."""

    amount: float
    unit: Literal["sentences", "percent", "words"]
    stops_early: bool = False
    """True when a sentence must be worth its place beside the first: "auto"."""

    @classmethod
    def parse(cls, text: str) -> Length:
        """From "3" (sentences), "20%" (of the topic's sentences), "80w" (words), a preset or "auto". Raises `UsageError`."""
        if text.strip().lower() == "auto":
            return cls(AUTO_MOST, "sentences", stops_early=True)
        match = _LENGTH.fullmatch(PRESETS.get(text.strip().lower(), text.strip().lower()))
        if not match or float(match[1]) <= 0 or (match[2] == "%" and float(match[1]) > 100):
            raise UsageError(
                f"length '{text}' is not understood",
                "Give sentences (3), a share (20%), words (80w), or auto, short, medium, long",
            )
        unit = (match[2] or "s")[0]
        amount = float(match[1])
        if unit == "%":
            return cls(amount, "percent")
        return cls(float(int(min(amount, _MOST_LENGTH))) or 1.0, "words" if unit == "w" else "sentences")

    def sentences(self, available: int) -> int:
        """The most sentences that may be picked out of those available; all of them under a word budget."""
        if self.unit == "words":
            return available
        wanted = round(available * self.amount / 100) if self.unit == "percent" else int(self.amount)
        return min(available, max(1, wanted))

    @property
    def words(self) -> int | None:
        """The word budget; None when the budget is in sentences."""
        return int(self.amount) if self.unit == "words" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every choice of a run. Bad values raise `UsageError` as soon as the settings are made."""

    topics: int | Literal["auto"] = "auto"
    """How many sections, beside the named ones: "auto" lets the articles decide."""
    named_topics: tuple[str, ...] = ()
    """Sections with exactly these names, filled by meaning, in this order and before the others."""
    only_topics: bool = False
    """Whether nothing but the named sections is wanted."""
    query: str | tuple[str, ...] | None = None
    """What the reader wants to know: sections and sentences near it, or near any of several questions, come first."""
    length: str = "auto"
    """Of each section: "auto" (up to 3 sentences, as long as they add something), "3" sentences, "20%" of its sentences,
    "80w" words, or "short", "medium", "long" (1, 3, 6 sentences)."""
    overview_words: int = 130
    """Word budget of the overview; 0 for none."""
    encoder: str = "use"
    """Which sentence vectors: "use" (multilingual), "minilm" (English), "tfidf" (words only)."""
    ranker: str = "coverage"
    """How sentences are ranked: our "coverage", or a method of sumy by its name."""
    clusterer: str = "linkage"
    """How topics are found: "linkage" on what the judge says, which becomes "communities" where rules decide."""
    judge: str = "learned"
    """Who says what is one fact, one topic, worth it and understood alone: "learned" models, or "rules"."""
    language: str = "auto"
    """"auto", an ISO 639-1 code or an English name, for all articles."""
    prefer_language: str | None = None
    """A code or a name: what is shown is of this language where an article in it says the fact; the others are cited."""

    def __post_init__(self) -> None:
        self._check_types()
        if self.topics != "auto":
            object.__setattr__(self, "topics", _whole_number("topics", self.topics, "Give 'auto' or a number"))
        if isinstance(self.topics, int) and not 1 <= self.topics <= MOST_TOPICS:
            raise UsageError(f"topics is {self.topics}", f"Give 'auto' or a number from 1 to {MOST_TOPICS}")
        check_names(self.named_topics, self.only_topics)
        object.__setattr__(self, "query", one_or_several(self.query))
        if self.overview_words < 0:
            raise UsageError(f"overview is {self.overview_words} words", "Give 0 for none, or a number of words")
        Length.parse(self.length)
        registry.check("encoders", self.encoder)
        registry.check("rankers", self.ranker)
        registry.check("clusterers", self.clusterer)
        if self.judge not in JUDGES:
            raise UnknownName("judge", self.judge, JUDGES)
        if self.language != "auto":
            object.__setattr__(self, "language", code_of(self.language))
        if self.prefer_language is not None:
            object.__setattr__(self, "prefer_language", code_of(self.prefer_language))

    def _check_types(self) -> None:
        """One name for a list of names and a number for a length are understood. Raises `UsageError` for other wrong types."""
        named: object = self.named_topics
        if isinstance(named, str):
            object.__setattr__(self, "named_topics", (named,))
        elif isinstance(named, (list, tuple)) and all(isinstance(name, str) for name in named):
            object.__setattr__(self, "named_topics", tuple(named))
        else:
            raise UsageError(f"named_topics is {kind_of(named)}", "Give a list of names")
        length: object = self.length
        if isinstance(length, int) and not isinstance(length, bool):
            object.__setattr__(self, "length", str(length))
        object.__setattr__(
            self, "overview_words", _whole_number("overview_words", self.overview_words, "Give a number")
        )
        if not isinstance(self.only_topics, bool):
            raise UsageError(f"only_topics is {kind_of(self.only_topics)}", "Give True or False")
        for name in ("length", "encoder", "ranker", "clusterer", "judge", "language", "prefer_language"):
            value = getattr(self, name)
            if not isinstance(value, str) and not (name == "prefer_language" and value is None):
                raise UsageError(f"{name} is {kind_of(value)}", "Give a text")

    @property
    def queries(self) -> tuple[str, ...]:
        """The questions, however many."""
        return (self.query,) if isinstance(self.query, str) else self.query or ()

    def to_dict(self) -> dict[str, Any]:
        """The settings as they are recorded in a digest: one question is a text, several are a list."""
        query = list(self.query) if isinstance(self.query, tuple) else self.query
        return asdict(self) | {"named_topics": list(self.named_topics), "query": query}

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any], origin: str) -> Settings:
        """Settings from plain values. `origin` names the place in errors. Raises `UsageError`."""
        known = {field.name for field in fields(cls)}
        for key in values:
            if key not in known:
                raise UnknownName(f"setting in {origin}:", key, known)
        typed = {key: _typed(key, value, origin) for key, value in values.items()}
        return cls(**typed)


def load(overrides: Mapping[str, Any], config: Path | None = None) -> Settings:
    """The settings in force: `overrides` (command line) over the environment over files over the defaults."""
    merged: dict[str, Any] = {}
    origins: list[str] = []
    for origin, values in (*_files(config), ("the environment", _environment())):
        if values:
            Settings.from_mapping(values, origin)
            merged |= values
            origins.append(origin)
    merged |= {key: value for key, value in overrides.items() if value is not None}
    return Settings.from_mapping(merged, " and ".join(origins) or "the command line")


def _files(config: Path | None) -> list[tuple[str, dict[str, Any]]]:
    """(name, values) of each settings file, the weakest first."""
    found = [(path, _toml(path)) for path in _own_file() if _is_there(path)]
    if config is not None:
        found.append((config, _toml(config)))
    else:
        found.extend(_nearest())
    return [(str(path), values) for path, values in found]


def _own_file() -> tuple[Path, ...]:
    """The user's own settings file; none for a user without a home."""
    try:
        home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        return (home / "summarize" / "config.toml",)
    except RuntimeError:
        return ()


def _nearest() -> list[tuple[Path, dict[str, Any]]]:
    """The settings file of the working folder or the first folder above it that has one."""
    try:
        here = Path.cwd()
    except OSError:  # the folder was removed under us
        return []
    for folder in (here, *here.parents):
        for name in ("summarize.toml", "pyproject.toml"):
            path = folder / name
            if _is_there(path) and (values := _toml(path)):
                return [(path, values)]
    return []


def _is_there(path: Path) -> bool:
    """Whether there is a file that we may know of: a home of somebody else's is no fault."""
    try:
        return path.is_file()
    except OSError:
        return False


def _toml(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        raise UsageError(f"{path}: not valid TOML ({error})") from None
    if path.name == "pyproject.toml":
        for name in ("tool", "summarize"):
            table = table.get(name, {}) if isinstance(table, dict) else {}
    if not isinstance(table, dict):
        raise UsageError(f"{path}: tool.summarize is no table", "Write [tool.summarize] and settings under it")
    return table


def _environment() -> dict[str, Any]:
    known = {f"{_ENVIRONMENT}{field.name.upper()}": field.name for field in fields(Settings)}
    for name in sorted(os.environ):
        if name.startswith(_ENVIRONMENT) and name not in {*known, *_OTHER_VARIABLES}:
            raise UnknownName("environment variable", name, {*known, *_OTHER_VARIABLES})
    return {key: os.environ[name] for name, key in sorted(known.items()) if os.environ.get(name)}


def _typed(key: str, value: Any, origin: str) -> Any:
    """The value in the type of its field; TOML and the environment may write a number as text and the reverse."""
    if key == "overview_words":
        return _whole_number(f"overview_words in {origin}", value, "Give a number of words")
    if key == "topics":
        return value if isinstance(value, int) and not isinstance(value, bool) else str(value).strip().lower()
    if key == "named_topics" and isinstance(value, (str, list, tuple)):
        return tuple(str(name).strip() for name in (value.split(";") if isinstance(value, str) else value))
    if key == "query" and isinstance(value, (list, tuple)):
        return tuple(str(question) for question in value)
    if key == "only_topics":
        return _truth(f"only_topics in {origin}", value)
    if isinstance(value, (bool, list, dict)):
        raise UsageError(f"{key} in {origin} is {value!r}", "Give a text or a number")
    return str(value)


def _truth(name: str, value: Any) -> bool:
    known = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
    if str(value).strip().lower() not in known:
        raise UsageError(f"{name} is '{value}'", "Give true or false")
    return known[str(value).strip().lower()]


def _whole_number(name: str, value: Any, hint: str) -> int:
    try:
        if isinstance(value, (bool, float)):
            raise ValueError
        return int(value)
    except (ValueError, TypeError):
        raise UsageError(f"{name} is '{value}', not a whole number", hint) from None
