"""Which text is the article: what `trafilatura` finds, held against the page's own data and its blocks.

Owns the rule. The found text is kept where nothing speaks against it; data that hold all of it and more replace it; a paragraph
that it lost comes back where its neighbours of the same body were kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from summarize.model import fold
from summarize.read.blocks import Block

_SHINGLE = 4
"""Words of a run by which texts are compared."""
_AGREES = 0.6
"""Share of a text's runs of words that another one has when it says the same."""
_MORE = 1.15
"""Times as many words that the page's data must have to replace the found text."""
_STUB = 0.5
"""A found text with less than this share of the data's words is a stub or a box of the page."""
_FEWEST_DATA_WORDS = 40
_FEWEST_LOST_WORDS = 10
_MOST_LINKED = 0.3
_LINKED_LINE = 0.8
_FEWEST_KEPT = 2
_LEAST_LOST = 0.05
"""Share of the found words that must have been lost: a line or two that it left out is a box of the page."""
_NEAR, _NEAR_LINES = 5_000, 200
"""Characters and lines in which a block is looked for after the one before it."""
_ENDS_SENTENCE = re.compile(r"[.!?…。！？।؟]['\"”’»)\]]*$")
_CUT = re.compile(r"(?:\.\.\.|…)\s*$")


def choose(found: str, data: Sequence[str], page: Sequence[Block]) -> str:
    """The article's text, a paragraph a line; `data` are texts that the page carries, `page` are its blocks in order."""
    told = _with_lost(_without_links(found, page), page)
    for body in data:
        words, have = len(body.split()), len(told.split())
        if words < _FEWEST_DATA_WORDS or _CUT.search(body) or words < _MORE * have:
            continue
        if _share(told, body) >= _AGREES or have < _STUB * words:
            return _lines(body, page)
    return told


def _lines(body: str, page: Sequence[Block]) -> str:
    """A body with its paragraphs as lines; where it is one line, as the blocks of the page are, if they are the same text."""
    lines = [line for line in map(fold, body.split("\n")) if line]
    if len(lines) > 1:
        return "\n".join(lines)
    at, pieces = 0, []
    for block in page:
        if not lines or len(block.text.split()) < _SHINGLE:
            continue
        place = lines[0].find(block.text, at, at + len(block.text) + _NEAR)
        if place > at:
            pieces.append(lines[0][at:place].strip())
        if place >= 0:
            pieces.append(block.text)
            at = place + len(block.text)
    rest = lines[0][at:].strip() if lines else ""
    return "\n".join(piece for piece in [*pieces, rest] if piece)


def _without_links(found: str, page: Sequence[Block]) -> str:
    """The found text without lines that the page shows as links: teasers in the middle of an article."""
    linked = Counter(block.text for block in page if block.linked >= _LINKED_LINE and len(block.text.split()) >= 3)
    plain = {block.text for block in page if block.linked < _LINKED_LINE}
    lines = (
        line
        for line in found.split("\n")
        if not (fold(line).lstrip("-• ") in linked and fold(line).lstrip("-• ") not in plain)
    )
    return "\n".join(lines)


def _with_lost(found: str, page: Sequence[Block]) -> str:
    """The found text with the paragraphs of the same body that it lost, each after the paragraph it follows on the page."""
    runs, lines = _runs(found), found.split("\n")
    plain = [fold(line) for line in lines]
    seen = set(plain)
    kept = [_is_kept(block, runs, seen) for block in page]
    bodies = Counter(block.place for block, here in zip(page, kept, strict=True) if here and _is_prose(block))
    inserted: dict[int, list[str]] = {}
    at = -1
    for block, here in zip(page, kept, strict=True):
        if here:
            near = range(max(at, 0), min(len(lines), max(at, 0) + _NEAR_LINES))
            at = next((number for number in near if block.text in plain[number]), at)
        elif _is_prose(block) and bodies[block.place] >= _FEWEST_KEPT and block.text not in seen:
            seen.add(block.text)
            inserted.setdefault(at, []).append(block.text)
    lost = sum(len(text.split()) for texts in inserted.values() for text in texts)
    if lost < _LEAST_LOST * len(found.split()):
        return found
    result = list(inserted.get(-1, ()))
    for number, line in enumerate(lines):
        result.append(line)
        result.extend(inserted.get(number, ()))
    return "\n".join(result)


def _is_prose(block: Block) -> bool:
    enough = len(block.text.split()) >= _FEWEST_LOST_WORDS
    return enough and not block.aside and block.linked <= _MOST_LINKED and bool(_ENDS_SENTENCE.search(block.text))


def _is_kept(block: Block, runs: Counter[tuple[str, ...]], lines: Set[str]) -> bool:
    own = _runs(block.text)
    if not own:
        return block.text in lines
    return sum(run in runs for run in own) >= _AGREES * len(own)


def _share(text: str, other: str) -> float:
    """Share of a text's runs of words that the other one has; 1 for a text without any."""
    runs, others = _runs(text), _runs(other)
    return sum(run in others for run in runs) / len(runs) if runs else 1.0


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = text.split()
    return Counter(zip(*(words[n:] for n in range(_SHINGLE)), strict=False))
