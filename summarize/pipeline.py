"""The verbs in order: from articles to a digest, and from a question to answers. The only module that knows all stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from threadpoolctl import threadpool_limits

from summarize import registry
from summarize.answer import answers
from summarize.answers import Answers
from summarize.cite import Findings, Run, attribute, found_again, quoted
from summarize.cluster import sections
from summarize.conflict import conflicts
from summarize.digest import Digest, Generator
from summarize.encode import represent
from summarize.errors import NoUsableInput, UsageError, kind_of
from summarize.heading import named
from summarize.judge import MODELS, Judges, Opinions, judge, sift
from summarize.languages import detect
from summarize.match import Matches, Syndication, match, syndication
from summarize.model import Article, Collection, Document, Representation
from summarize.read import limited
from summarize.select import select
from summarize.settings import Settings
from summarize.speech import speech
from summarize.text import segment_all
from summarize.version import __version__
from summarize.wishes import check_question

Progress = Callable[[str, int, int], None]

_TOLD = 5
"""Warnings that an error quotes."""
_STAGES = (
    "Splitting sentences",
    "Encoding",
    "Judging",
    "Matching facts",
    "Finding topics",
    "Choosing sentences",
    "Citing",
)


def summarize(
    articles: Iterable[Article], settings: Settings | None = None, *, progress: Progress | None = None
) -> Digest:
    """The digest of some articles: the same bytes for the same articles and settings, in whatever order they come.

    `progress` is called with (stage, done, total) before each stage. Raises `NoUsableInput` where no sentence is found and
    `UsageError` where the articles are none.
    """
    return run(articles, settings or Settings(), progress=progress).digest


def run(
    articles: Iterable[Article], settings: Settings, *, progress: Progress | None = None, models: Path = MODELS
) -> Run:
    """The digest with everything that led to it; otherwise like `summarize`. `models` is the folder of the learned judges."""
    articles = _checked(articles, settings)
    judges = Judges(models if settings.judge == "learned" else None)
    at = _reporter(progress)
    collection = _canonical(articles, settings.language)
    # One thread: sums of a split matrix product differ with the number of processors.
    with threadpool_limits(limits=1):
        known = _understood(collection, settings, judges, at)
        documents, representation = known.documents, known.representation
        opinions, matches = known.opinions, known.matches
        said = speech(representation)
        at(4)
        found = sections(representation, opinions, settings)
        at(5)
        selection = select(representation, opinions, matches, found, registry.ranker(settings.ranker), settings)
        topics, unnamed = named(representation, documents, selection, judges, settings.prefer_language)
        disputes, uncompared = conflicts(representation, opinions, topics, judges)
    at(6)
    findings = Findings(documents, representation, opinions, matches, known.copies, said, topics, selection, disputes)
    warnings = (*known.warnings, *found.warnings, *selection.warnings, *unnamed, *uncompared)
    digest = attribute(findings, settings.to_dict(), warnings, Generator("summarize", __version__))
    return Run(digest, findings)


def ask(digest: Digest, question: str, articles: Iterable[Article], *, progress: Progress | None = None) -> Answers:
    """The sentences of a digest's articles that answer a question, each with its sources; none where no sentence does.

    Articles that are missing or changed are named in `warnings`; others than the digest's are left out. Raises `UsageError` for
    what is no digest, no question or no articles, and `NoUsableInput` where no article of the digest is among them.
    """
    if not isinstance(digest, Digest):
        raise UsageError(f"no digest: {kind_of(digest)}", "Give one that summarize() made, or Digest.load(path)")
    check_question(question)
    chosen = {name: digest.settings[name] for name in ("encoder", "judge") if digest.settings.get(name)}
    settings = Settings.from_mapping(chosen, "the digest")
    collection = _of_digest(digest, _checked(articles, settings))
    at = _reporter(progress)
    with threadpool_limits(limits=1):
        known = _understood(collection, settings, Judges(MODELS if settings.judge == "learned" else None), at)
        at(5)
        numbers = answers(question, known.representation, known.opinions, known.matches)
        lines = quoted(numbers, digest, known.representation, known.opinions, known.matches, known.copies)
    return Answers(question, digest, lines, len(collection), known.warnings)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a collection before anything is chosen."""

    documents: tuple[Document, ...]
    representation: Representation
    opinions: Opinions
    matches: Matches
    copies: Syndication
    warnings: tuple[str, ...]


def _understood(collection: Collection, settings: Settings, judges: Judges, at: Callable[[int], None]) -> _Known:
    """Sentences, and what states the same as what. Raises `NoUsableInput` where there are none."""
    at(0)
    documents = segment_all(collection)
    limits = [warning for document in documents for warning in document.warnings]
    if not any(document.sentences for document in documents):
        raise NoUsableInput("no article with a sentence in it", _first((*collection.warnings, *limits)))
    at(1)
    representation, doubts = represent(documents, settings.encoder)
    at(2)
    sifted = sift(documents, representation, judges)
    documents, representation = sifted.documents, sifted.representation
    opinions = judge(representation, judges, sifted.evidence)
    at(3)
    matches = match(representation, opinions)
    copies = syndication(documents, representation, matches)
    warnings = (*collection.warnings, *limits, *doubts, *opinions.warnings)
    return _Known(documents, representation, opinions, matches, copies, warnings)


def _of_digest(digest: Digest, articles: Collection) -> Collection:
    """The articles that the sources of a digest were, under their ids, and a line for each that is missing or changed."""
    found, doubts = found_again(digest, list(articles)), []
    for source in digest.sources:
        name = source.path or source.url or source.title or source.id
        if source.id not in found:
            doubts.append(f"{name}: missing, and not asked")
        elif found[source.id].sha256 != source.sha256:
            doubts.append(f"{name}: changed since the digest was made")
    if not found:
        raise NoUsableInput("no article of the digest is here", _first((*articles.warnings, *doubts)))
    known = [
        replace(limited(found[source.id]), id=source.id, language=source.language)
        for source in digest.sources
        if source.id in found
    ]
    return Collection(tuple(known), (*articles.warnings, *doubts))


def _reporter(progress: Progress | None) -> Callable[[int], None]:
    return lambda stage: progress(_STAGES[stage], stage, len(_STAGES)) if progress else None


def take_apart(articles: Iterable[Article], language: str = "auto") -> tuple[Document, ...]:
    """The articles as `summarize` sees them: numbered in canonical order, with sentences and what is none."""
    return segment_all(_canonical(_checked(articles, Settings()), language))


def _checked(articles: object, settings: object) -> Collection:
    """The articles, if that is what they are. Raises `UsageError`."""
    how = 'Give articles, such as those of read("folder/"); Article.from_text(text) makes one of a text'
    if not isinstance(settings, Settings):
        raise UsageError(f"no settings: {kind_of(settings)}", "Give Settings(topics=3), or nothing")
    if isinstance(articles, Article):
        articles = [articles]
    if not isinstance(articles, Iterable) or isinstance(articles, (str, bytes)):
        raise UsageError(f"no articles: {kind_of(articles)}", how)
    warnings = articles.warnings if isinstance(articles, Collection) else ()
    listed = tuple(articles)
    for article in listed:
        if not isinstance(article, Article):
            raise UsageError(f"no article: {kind_of(article)}", how)
        if not isinstance(article.text, str):
            raise UsageError(f"the text of {article.origin or 'an article'} is {kind_of(article.text)}", how)
    return Collection(listed, warnings)


def _first(warnings: Sequence[str]) -> str:
    more = f" (and {len(warnings) - _TOLD} more)" if len(warnings) > _TOLD else ""
    return " ".join(warnings[:_TOLD]) + more


def _language_of(article: Article) -> str | None:
    try:
        return detect(article.text)
    except Exception:  # no text may cost the others
        return None


def _canonical(whole: Collection, language: str) -> Collection:
    """The articles in an order of their own, numbered, each with a language."""
    sound = [limited(article) for article in whole]
    doubts = [
        f"{article.origin}: {doubt}"
        for article, given in zip(sound, whole, strict=True)
        for doubt in article.warnings[len(given.warnings) :]
    ]
    ordered = sorted(
        sound, key=lambda article: (article.path or article.origin, article.sha256, article.publisher or "")
    )
    return Collection(
        tuple(
            replace(
                article,
                id=f"s{number}",
                language=(article.language or _language_of(article)) if language == "auto" else language,
            )
            for number, article in enumerate(ordered, start=1)
        ),
        (*whole.warnings, *doubts),
    )
