"""What every format for people needs: harmless characters, source names, the numbers of citations."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from summarize.digest import Citation, Digest, Quote, Source, SummarySentence
from summarize.stages import RenderOptions

_PICTURES_AT = 0x2400
"""Unicode block in which every control character has a visible picture at the same offset."""
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidirectional overrides and isolates: left open, they reorder what stands after them."""

_SECONDS = re.compile(r"(?<=\d\d:\d\d):00(?:\.0+)?(?=$|[+Z-])")
"""Of a time that names none."""


def harmless(text: str, keep: str = "") -> str:
    """The text with control characters as visible pictures and without direction overrides; `keep` names exceptions."""
    if text.isprintable():
        return text
    return "".join(char if char in keep else _shown(char) for char in text)


def _shown(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(_PICTURES_AT + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if char in _DIRECTION:
        return ""
    if unicodedata.category(char) in ("Cc", "Cs") or char in "\u2028\u2029\ufffe\uffff":  # XML has none of the last two
        return "\N{REPLACEMENT CHARACTER}"
    return char


def source_numbers(digest: Digest) -> dict[str, int]:
    """The number, from 1, under which each source is listed."""
    return {source.id: number for number, source in enumerate(digest.sources, start=1)}


def cited(sentence: SummarySentence, numbers: dict[str, int]) -> list[int]:
    """Numbers of the sources that state a sentence: its own first, then the supporting ones in order, each once."""
    own = numbers[sentence.source_id]
    others = {numbers[citation.source_id] for citation in sentence.also_reported_by if not is_part(citation)} - {own}
    return [own, *sorted(others)]


def cited_in_part(sentence: SummarySentence, numbers: dict[str, int]) -> list[int]:
    """Numbers of the sources that support only a part of a sentence, in order."""
    parts = {numbers[citation.source_id] for citation in sentence.also_reported_by if is_part(citation)}
    return sorted(parts - {*cited(sentence, numbers)})


def is_part(quote: Quote) -> bool:
    """Whether a sentence that is cited supports only a part."""
    return isinstance(quote, Citation) and quote.relation == "partial"


def has_parts(digest: Digest) -> bool:
    """Whether a sentence of the digest is supported in part by another."""
    return any(is_part(citation) for line in _lines_of(digest) for citation in line.also_reported_by)


def has_others(digest: Digest) -> bool:
    """Whether another source than that of a sentence of the digest says the same."""
    return any(
        citation.source_id != line.source_id and not is_part(citation)
        for line in _lines_of(digest)
        for citation in line.also_reported_by
    )


def _lines_of(digest: Digest) -> tuple[SummarySentence, ...]:
    return (*digest.overview, *(line for topic in digest.topics for line in topic.summary))


def source_name(source: Source) -> str:
    """The outlet, or failing that the file or address: never an empty name."""
    return harmless(source.publisher or source.path or source.url or source.title or source.id)


def moment(published: str) -> str:
    """An ISO 8601 date or time as people read it: 2024-05-03, 2024-05-03 07:30."""
    return _SECONDS.sub("", harmless(published).replace("T", " "))


def headline(digest: Digest, options: RenderOptions) -> str:
    """What stands above everything: the wanted title, the digest's own, or how many articles it is of."""
    own = digest.title.text if digest.title else f"Digest of {count(len(digest.sources), 'article')}"
    return harmless(options.title or own)


def subtitle(digest: Digest, options: RenderOptions) -> str:
    """What stands under a headline; empty where the headline says it."""
    return f"Digest of {count(len(digest.sources), 'article')}" if options.title or digest.title else ""


def context(sentence: SummarySentence, options: RenderOptions) -> str:
    """What a sentence needs to be understood, in brackets; empty where it needs nothing."""
    said = "; ".join(quote.text for quote in sentence.context)
    return f"[{harmless(said)}]" if said and options.context else ""


SEE_OVERVIEW = "see overview"
_FIRST_WORDS, _FIRST_CHARACTERS = 8, 48
"""The longest beginning by which a sentence that stands in the overview is called."""


def is_told_above(sentence: SummarySentence, digest: Digest, options: RenderOptions) -> bool:
    """Whether a sentence of a section is only referred to, since the overview of the page has its words."""
    return not options.repeat_overview and 0 < (sentence.overview_line or 0) <= len(digest.overview)


def beginning(text: str) -> str:
    """How a sentence begins, at most half of it, by which a reader finds it again: it names what the next one speaks of."""
    text = harmless(text)
    some = text.split(" ")
    room = max(1, min(_FIRST_CHARACTERS, len(text) // 2))
    start = " ".join(some[: max(1, min(_FIRST_WORDS, len(some) // 2))])
    if len(start) > room:  # at the end of a word, where it has more than one
        start = start[: room + 1].rpartition(" ")[0] or start[:room]
    return f"{start.rstrip(' ,;:–—-') or start} …"


def count(number: int, one: str, many: str = "") -> str:
    """The number with its noun: 1 source, 2 sources."""
    return f"{number} {one if number == 1 else many or one + 's'}"


COVERAGE_MOST = 24
"""Sources beside one another in a table of coverage; more columns than that are no overview."""


def coverage(digest: Digest) -> list[tuple[int, str, tuple[bool, ...]]]:
    """(number, label, whether each source reports it) of every topic; empty where a table would tell nothing or too much."""
    sources = [source.id for source in digest.sources]
    if not 1 < len(sources) <= COVERAGE_MOST or len(digest.topics) < 2:
        return []
    return [
        (number, topic.label, tuple(source in topic.source_ids for source in sources))
        for number, topic in enumerate(digest.topics, start=1)
    ]


def usual_language(digest: Digest) -> str:
    """The language of the reader: the one that was preferred, else that of most sources; English where none is known."""
    codes: Counter[str] = Counter(source.language for source in digest.sources if source.language)
    most = min(codes, key=lambda code: (-codes[code], code), default="en")
    preferred = digest.settings.get("prefer_language")
    return harmless(preferred if isinstance(preferred, str) and preferred in codes else most)


def foreign_languages(digest: Digest) -> dict[str, str]:
    """The language code of each source, by its id, that is not in the reader's; a reader is told of it."""
    usual = usual_language(digest)
    return {
        source.id: harmless(source.language)
        for source in digest.sources
        if source.language and harmless(source.language) != usual
    }


def languages(digest: Digest) -> dict[str, str]:
    """The language code of each source, by its id; empty where it is not known."""
    return {source.id: harmless(source.language or "") for source in digest.sources}


def tongue(quote: Quote, sentence: SummarySentence, languages: Mapping[str, str]) -> str:
    """The language of a quotation that supports a sentence, where that is another one; else empty."""
    code = languages[quote.source_id]
    return code if languages[sentence.source_id] and code != languages[sentence.source_id] else ""
