"""Words and addresses of articles in Markdown: what they hold shows literally and links nowhere by itself.

Owns escaping for CommonMark and for what GitHub, Obsidian and Pandoc add to it (tables, mathematics, tags, comments, citations,
attributes, lettered lists, bare addresses), quoting for YAML, and which addresses may become links. Straight quotation marks
are left alone so that the text stays readable: Pandoc curls them unless it reads `-f markdown-smart`.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from summarize.model import fold
from summarize.render.plain import harmless

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&#^@{}]|==|%%|--|\.\.\.|(?<=[A-Za-z]):(?=//)|(?<=www)\.(?=\S)", re.IGNORECASE)
_LINE_START = re.compile(r"^(\s*)(?:([+:%-])|(\()(?=\w+\)(?:\s|$))|(\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)([.)])(?=\s|$))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_KEPT = "/:?#@!&,;=~+%"
"""What is not percent-encoded in an address, besides letters, digits and `_.-`."""
_WORDS = 5
"""A sentence is found in its page by its first and last words, or by all of them where they are no more than twice this."""
_LONGEST = 300
"""Characters of a fragment before encoding; a link that needs more leads to the page only."""


def escape(text: str) -> str:
    """The text so that a Markdown reader shows it literally, on one line."""
    flat = _SPECIAL.sub(lambda match: "".join(f"\\{char}" for char in match[0]), harmless(text))
    return _LINE_START.sub(_literal_start, flat)


def quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar on one line."""
    inner = harmless(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in inner) + '"'


def link(text: str, address: str) -> str:
    """Escaped text as a link; the text alone where there is no address."""
    return f"[{text}]({_ENTITY.sub('&amp;', address)})" if address else text


def safe_address(url: str | None) -> str:
    """The http(s) address with everything but plain characters percent-encoded; empty for all others."""
    try:
        parts = urlsplit((url or "").strip())
        named = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:
        return ""
    return quote(parts.geturl(), safe=_KEPT, errors="replace") if named else ""


def address_of_words(address: str, words: str) -> str:
    """The address with a text fragment that makes a browser jump to the words (https://wicg.github.io/scroll-to-text-fragment/)."""
    directive = _directive(fold(words))
    if not address or not directive:
        return address
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"


def _literal_start(match: re.Match[str]) -> str:
    space, sign, bracket, label, stop = match.groups()
    if sign or bracket:
        return f"{space}\\{sign or bracket}"
    return f"{space}{label}\\{stop}"


def _directive(text: str) -> str:
    words = text.split(" ")
    ends = (text,) if len(words) <= 2 * _WORDS else (" ".join(words[:_WORDS]), " ".join(words[-_WORDS:]))
    if sum(map(len, ends)) > _LONGEST:
        return ""
    # A hyphen would mark a prefix or a suffix.
    return ",".join(quote(end, safe="", errors="replace").replace("-", "%2D") for end in ends)
