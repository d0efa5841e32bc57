"""The tools: what each takes, and what it gives.

Owns their names, their arguments as JSON Schema and their work. Knows nothing of the protocol, so it needs no extra.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from summarize.digest import Digest
from summarize.errors import UsageError
from summarize.model import Collection
from summarize.serve.bounds import Bounds
from summarize.settings import Settings

Arguments = Mapping[str, Any]
Result = dict[str, Any] | str


class Session:
    """What one client has done: the digest that was made last, so that it need not be sent back to be asked."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self._last: tuple[Digest, Collection] | None = None

    def digest(self, arguments: Arguments) -> Result:
        """The digest of some articles: its document, or Markdown."""
        from summarize.cite import with_paths
        from summarize.pipeline import summarize

        chosen = {name: value for name, value in arguments.items() if name not in ("paths", "format")}
        settings = Settings.from_mapping(chosen, "the arguments")
        articles = self.bounds.articles(arguments["paths"])
        made = with_paths(summarize(articles, settings), "relative", self.bounds.root)
        self._last = made, articles
        return made.to_markdown() if arguments.get("format") == "markdown" else made.to_dict()

    def verify(self, arguments: Arguments) -> Result:
        """Whether a digest still is what its sources say."""
        from summarize import cite

        outcome = cite.verify(*self._named(arguments))
        return {
            "quotations": outcome.quotations,
            "passages": outcome.spans - outcome.quotations,
            "sources": outcome.sources,
            "differences": [asdict(difference) for difference in outcome.differences],
        }

    def explain(self, arguments: Arguments) -> Result:
        """Why a sentence is in a digest, or what became of one that is not."""
        from summarize import cite
        from summarize.pipeline import run

        place, words = arguments.get("place"), arguments.get("find")
        if not (place or words):
            raise UsageError("nothing to explain", "Give place, such as 2.1, or find, words of an article")
        made, articles = self._named(arguments)
        if place:
            cite.sentence_at(made, place)
        recorded = {name: value for name, value in made.settings.items() if value is not None}
        again = run(articles, Settings.from_mapping(recorded, "the digest"))
        is_same = (again.digest.topics, again.digest.overview) == (made.topics, made.overview)
        lines = [*(cite.why_shown(again, place) if place else ()), *(cite.why_not(again, words) if words else ())]
        return {"is_same_digest": is_same, "lines": lines}

    def ask(self, arguments: Arguments) -> Result:
        """The sentences that answer a question: their document."""
        from summarize.pipeline import ask

        made, articles = self._named(arguments)
        return ask(made, arguments["question"], articles).to_dict()

    def _named(self, arguments: Arguments) -> tuple[Digest, Collection]:
        """The digest that is meant, and its articles. Raises `UsageError` where none was made yet."""
        from summarize.cite import places_to_read

        name, paths = arguments.get("digest"), arguments.get("paths")
        if name is None and self._last is None:
            raise UsageError("no digest was made yet", "Call digest first, or give the path of a digest in JSON")
        if name is None and self._last is not None:
            made, articles = self._last
            return made, self.bounds.articles(paths) if paths else articles
        path = self.bounds.file(str(name))
        made = Digest.load(path)
        return made, self.bounds.articles(paths or self._places(places_to_read(made, self.bounds.root, path.parent)))

    def _places(self, places: Sequence[str]) -> Sequence[str]:
        if not places:
            raise UsageError("the digest names no files", "Give paths: where its articles are")
        return places


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool as a client sees it."""

    title: str
    description: str
    arguments: dict[str, Any]
    """JSON Schema of an object."""
    work: Callable[[Session, Arguments], Result]


def _object(required: Sequence[str] = (), **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


_WORDS = {"type": "string", "minLength": 1}
_PATHS = {"type": "array", "items": _WORDS, "minItems": 1, "description": "Files and folders with articles."}
_NOW = {**_PATHS, "description": "Where the articles are now, if not where the digest says."}
_DIGEST = {**_WORDS, "description": "Path of a digest in JSON. Without it: the one made last in this session."}

TOOLS: dict[str, Tool] = {
    "digest": Tool(
        "Summarize articles",
        "Sorts the sentences of news articles by topic and gives, for each, a short summary of verbatim sentences with their "
        "sources: nothing is rephrased, each fact is said once, independent_sources says how well it is supported, conflicts "
        "where sources disagree. Quote `text` as it stands.",
        _object(
            ["paths"],
            paths=_PATHS,
            format={
                "enum": ["json", "markdown"],
                "description": "json: the whole document (default); markdown: short.",
            },
            topics={"type": ["integer", "string"], "description": "How many topics, or 'auto'."},
            named_topics={"type": "array", "items": _WORDS, "description": "Sections with exactly these names."},
            only_topics={"type": "boolean", "description": "Nothing but the named sections."},
            query={
                "type": ["string", "array"],
                "items": _WORDS,
                "description": "What comes first: a question or several.",
            },
            length={**_WORDS, "description": "Of each section: auto, 3 (sentences), 20%, 80w (words)."},
            overview_words={"type": "integer", "minimum": 0, "description": "Words of the overview, 0 for none."},
            language={**_WORDS, "description": "auto, or a code such as fr, for all articles."},
        ),
        Session.digest,
    ),
    "verify": Tool(
        "Check quotations",
        "Checks every quotation of a digest against its sources as they are now. No differences mean that all of them hold.",
        _object(digest=_DIGEST, paths=_NOW),
        Session.verify,
    ),
    "explain": Tool(
        "Explain a choice",
        "Says why a sentence of a digest was chosen, what it stands for and what it was preferred to; or what became of one "
        "that is not shown.",
        _object(
            digest=_DIGEST,
            paths=_NOW,
            place={**_WORDS, "description": "Topic and sentence, such as 2.1, or overview.1."},
            find={**_WORDS, "description": "Words of an article: what became of their sentence."},
        ),
        Session.explain,
    ),
    "ask": Tool(
        "Ask the articles",
        "Gives the sentences of a digest's articles that answer a question, verbatim with their sources; an empty list of "
        "answers means that no sentence answers. Ask in the language of the articles.",
        _object(["question"], question=_WORDS, digest=_DIGEST, paths=_NOW),
        Session.ask,
    ),
}
