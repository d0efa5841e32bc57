"""Copies of pages that archives keep (mementos, RFC 7089): which page they copy, and the page without what the archive added.

Owns the addresses of the Wayback Machine and archives that use its form, of archive.today and of Google's cache, and what these
put into a page. A copy is the page it copies: its address and its outlet are those of the original.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

_TODAY = r"archive\.(?:today|ph|is|li|vn|fo|md)"
_HOSTS = re.compile(
    rf"(?:web|web-beta|wayback|www)\.archive\.org|archive\.org|{_TODAY}|arquivo\.pt|webarchive\.nationalarchives\.gov\.uk|"
    r"webarchive\.loc\.gov|wayback\.archive-it\.org|(?:www\.)?webarchive\.org\.uk"
)
_COPIED = re.compile(
    r"^/(?:[\w-]{1,20}/){0,4}(?:\d{4,14}\*?(?:[a-z]{2}_)?|\d{4}\.\d\d\.\d\d-\d{6})/(https?:/{1,2})?([^/\s]+\..+)$",
    re.IGNORECASE,
)
"""A time, then the address; some programs make one stroke of the two in it."""
_UNTIMED = re.compile(r"^/(?:web/)?(https?:/{1,2})([^/\s]+\..+)$", re.IGNORECASE)
_GOOGLE = "webcache.googleusercontent.com"
_CACHED = re.compile(r"^cache:(?:[\w-]{12}:)?(?:https?://)?([^\s/]+\.\S+)")
_STATED = re.compile(
    r"""<(?:link|meta)\b(?=[^>]{0,500}?(?:canonical|bookmark|og:url))[^>]{0,500}?\b(?:href|content)\s*=\s*["'](https?://[^"'\s]{1,2000})""",
    re.IGNORECASE,
)
_WOMBAT = re.compile(r"""__wm\.wombat\(\s*["'](https?:[^"'\s]{1,2000})""")
_GOOGLE_BANNER = re.compile(r"""id=["']?\w{0,40}google-cache-hdr""")
_BASE = re.compile(r"""<base\b[^>]{0,200}?href\s*=\s*["']?(https?://[^"'\s>]{1,2000})""", re.IGNORECASE)
_PREFIX = re.compile(
    rf"(?:(?:https?:)?//web\.archive\.org)?/web/\d{{4,14}}(?:[a-z]{{2}}_)?/(?=https?:)|https?://{_TODAY}/(?:o/\w{{1,9}}|\d{{4}}\.\d\d\.\d\d-\d{{6}}|\d{{14}})/(?=https?:)",
    re.IGNORECASE,
)
_ADDED = (
    ("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"),
    ("<!--\n     FILE ARCHIVED ON ", "-->"),
)
"""Where what an archive adds begins and ends; the second names the day of the copy, which is no date of the article."""
_BANNERS = re.compile(r"wm-ipp(?:-base|-print|-inside)?|donato|\w{0,40}google-cache-hdr")
_TODAYS_OWN = ("og:site_name", "og:url", "twitter:site", "article:modified_time")
"""What archive.today says of itself where other pages speak of their article."""


def original(url: str | None) -> str | None:
    """The address of the page of which an archive keeps a copy at `url`; None where it is no such address."""
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").removeprefix("www.") or ""
    except ValueError:
        return None
    if host == _GOOGLE:
        return _in_cache(parts.query)
    if not _HOSTS.fullmatch(parts.hostname or "") and not _HOSTS.fullmatch(host):
        return None
    place = parts.path + (f"?{parts.query}" if parts.query else "")
    match = _COPIED.match(place) or _UNTIMED.match(place)
    if not match:
        return None
    scheme = "https" if (match[1] or "").lower().startswith("https") else "http"
    return f"{scheme}://{_decoded(match[2])}"


def _in_cache(query: str) -> str | None:
    asked = parse_qs(query).get("q", [""])[0]
    match = _CACHED.match(asked)
    return f"{'https' if 'https://' in asked else 'http'}://{match[1]}" if match else None


def _decoded(rest: str) -> str:
    """The address, which some programs encode whole."""
    return unquote(rest) if "/" not in rest and "%2f" in rest.lower() else rest


def copied_from(page: str, address: str | None) -> str | None:
    """The address of the page that a page is a copy of, by its own address or by what the archive left in it."""
    if found := original(address):
        return found
    for stated in _STATED.finditer(page):
        if found := original(stated[1]):
            return found
    match = _WOMBAT.search(page) or (_BASE.search(page) if _GOOGLE_BANNER.search(page) else None)
    return (original(match[1]) or match[1]) if match else None


def restored(page: str) -> str:
    """The markup of a copy with the addresses that stood in the page, and without the archive's banner."""
    for begin, end in _ADDED:
        start = page.find(begin)
        stop = page.find(end, start) if start >= 0 else -1
        if stop >= 0:
            page = page[:start] + page[stop + len(end) :]
    return _PREFIX.sub("", page)


def take_out_banner(root: Any) -> None:
    """Takes what an archive shows above a page, and says of itself in it, out of a page's tree."""
    for element in root.xpath("//*[@id]"):
        if _BANNERS.fullmatch(element.get("id")) and element.getparent() is not None:
            element.drop_tree()
    if not root.xpath("//*[@id='HEADER']//form[contains(@action, 'archive.')]"):
        return
    for element in (*root.xpath("//*[@id='HEADER']"), *root.xpath("//meta")):
        names = (element.get("property"), element.get("name"), element.get("itemprop"))
        if element.get("id") == "HEADER" or any(name in _TODAYS_OWN for name in names):
            element.drop_tree()
