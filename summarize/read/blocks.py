"""A page as its blocks of text, and what of it is no article: lists of teasers, comments, forms.

Owns the look at the markup: link density (Kohlschütter et al. 2010), repeated cards, names of containers. Refuses to choose
what the article is (`summarize.read.opinions`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarize.model import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINKED = 0.75
"""Share of the words that stand in links, from which on a container is a list of links."""
_FEWEST_LINKS = 2
_FEWEST_CARDS = 3
_LONGEST_CARD = 60
"""Words of a teaser with its summary."""
_MOST_PLAIN = 25
"""Words outside links that a list of links may have."""
_CONTAINERS = ("ul", "ol", "div", "section", "aside", "nav", "table", "p", "dl")
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:[_-]?(?:list|section|area|thread|wrapper|container|body|content))?|disqus(?:_thread)?|livefyre|"
    r"fb-comments|respond|user-?comments)(?=$|[\s_])",
    re.IGNORECASE,
)
_NO_COMMENTS = re.compile(r"(?:has|no|with)-comments|comments?-(?:count|link|open)", re.IGNORECASE)
_ASIDE = frozenset(
    "nav footer aside form header figure figcaption button select script style noscript template svg iframe head".split()
)
_BLOCKS = frozenset("p blockquote li h2 h3 h4 dd pre div section article td".split())
PARAGRAPHS = ("p", "blockquote", "div", "section", "article", "td")
"""What can hold a paragraph of prose, where it is a leaf."""
_INLINE = frozenset("a b i em strong span br u s q cite abbr mark small sub sup time font code wbr img".split())


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that the page shows in one piece."""

    text: str
    """With white space folded."""
    linked: float
    """Share of its characters in links, 0 to 1."""
    place: tuple[str, str, str]
    """Tag of the block, tag of what it stands in and its class, or a number of its own: blocks of one body share it."""
    aside: bool
    """True inside a footer, a form, a figure and the like."""


def parse(page: str) -> HtmlElement | None:
    """The tree of a page; None where there is none."""
    from lxml import html
    from lxml.etree import ParserError

    try:
        return html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    except (ParserError, ValueError, RecursionError):
        return None


def prune(root: HtmlElement) -> int:
    """Takes lists of teasers and comments out of a page; how many were taken out."""
    doomed = [element for element in root.iter(*_CONTAINERS) if _is_comments(element) or _is_list_of_links(element)]
    doomed.extend(_cards(root))
    for element in doomed:
        parent = element.getparent()
        if parent is not None and element.tag not in ("body", "html"):
            element.drop_tree()
    return len(doomed)


def _is_comments(element: Any) -> bool:
    name = f"{element.get('id') or ''} {element.get('class') or ''}"[:500]
    return bool(_COMMENTS.search(name)) and not _NO_COMMENTS.search(name) and element.find(".//h1") is None


def _is_list_of_links(element: Any) -> bool:
    links = [fold(link.text_content()) for link in element.iter("a")]
    links = [text for text in links if len(text.split()) >= 3]
    if len(links) < _FEWEST_LINKS or element.find(".//h1") is not None:
        return False
    words = len(element.text_content().split())
    linked = sum(len(text.split()) for text in links)
    return linked >= _LINKED * words and words - linked <= _MOST_PLAIN


def _cards(root: Any) -> list[Any]:
    """Siblings of one kind, each with one link to another page and a few words."""
    found = []
    for parent in root.iter("div", "section", "aside", "ul", "main", "body", "article"):
        kinds: dict[tuple[str, str], list[Any]] = {}
        for child in parent:
            if child.tag in ("div", "article", "li", "section"):
                kinds.setdefault((child.tag, child.get("class") or ""), []).append(child)
        for alike in kinds.values():
            if len(alike) >= _FEWEST_CARDS and all(_is_card(child) for child in alike):
                found.extend(alike)
    return found


def _is_card(element: Any) -> bool:
    targets = Counter(link.get("href") for link in element.iter("a") if link.text_content().strip() or len(link))
    longest = max((len(link.text_content().split()) for link in element.iter("a")), default=0)
    words = len(element.text_content().split())
    return len(targets) == 1 and longest >= 3 and words <= _LONGEST_CARD and longest >= 0.15 * words


def blocks(root: HtmlElement) -> list[Block]:
    """The blocks of a page in reading order, those without words left out."""
    found = []
    numbers: dict[Any, int] = {}
    for element in root.iter(*_BLOCKS):
        if element.tag in ("div", "section", "article", "td", "li") and not is_leaf(element):
            continue
        text = fold(element.text_content())
        if not text or (element.tag == "blockquote" and element.find(".//p") is not None):
            continue
        linked = sum(len(fold(link.text_content())) for link in element.iter("a")) / len(text)
        place = (element.tag, *_body_of(element.getparent(), numbers))
        aside = any(ancestor.tag in _ASIDE for ancestor in element.iterancestors())
        found.append(Block(text, min(1.0, linked), place, aside))
    return found


def _body_of(parent: Any, numbers: dict[Any, int]) -> tuple[str, str]:
    """Tag and class of what holds a block; one without a class is like no other."""
    if parent is None:
        return "", ""
    return parent.tag, parent.get("class") or f"#{numbers.setdefault(parent, len(numbers))}"


def is_leaf(element: Any) -> bool:
    """True for a container with text of its own and no blocks inside."""
    return all(
        not isinstance(child.tag, str) or child.tag in _INLINE for child in element.iter() if child is not element
    )
