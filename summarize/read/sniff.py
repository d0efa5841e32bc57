"""Which format some bytes are in: a signature that no text can have, else the suffix, else the look of the text.

Owns the decision. Returns a suffix of the readers' table in `summarize.registry`, never a reader.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Set
from pathlib import PurePath

PLAIN, FEED = ".txt", ".xml"
_SIGNATURES = (
    (b"%PDF-", ".pdf"),
    (b"\x1f\x8b", ".gz"),
    (b"WARC/1.", ".warc"),
    (rb"{\rtf", ".rtf"),
    (b"WEBVTT", ".vtt"),
    (b"\xef\xbb\xbfWEBVTT", ".vtt"),
)
_MEMBERS = (("word/document.xml", ".docx"), ("META-INF/container.xml", ".epub"))
"""A zip file with this member is a document of that kind."""
_HEAD = 8_192
"""Bytes of a text that are looked at."""
_TAR_MAGIC = slice(257, 262)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main)\b", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.IGNORECASE)
_MAIL = re.compile(r"(?:[A-Za-z][\w-]*:.*\n(?:[ \t].*\n)*){2,}")
_CUE = re.compile(r"\d+\s*\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->")
_MAIL_ONLY = re.compile(r"^(?:mime-version|message-id|received|return-path):", re.IGNORECASE | re.MULTILINE)
_WEB_ARCHIVE = re.compile(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def kind(data: bytes, name: str, known: Set[str]) -> str:
    """The suffix, with its dot, of the format of `data`; `name` counts where its suffix is among the `known`."""
    signed = _by_signature(data)
    if signed:
        return signed
    suffix = PurePath(name.partition("#")[0] if "://" in name else name).suffix.lower()
    return suffix if suffix in known else _by_look(data)


def _by_signature(data: bytes) -> str | None:
    for signature, suffix in _SIGNATURES:
        if data.startswith(signature):
            return suffix
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    return ".tar" if data[_TAR_MAGIC] == b"ustar" else None


def _zip_kind(data: bytes) -> str:
    try:
        members = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except Exception:  # whatever is wrong with it is said when it is read
        return ".zip"
    if {"content.xml", "META-INF/manifest.xml"} <= members:
        return ".odt"
    return next((suffix for member, suffix in _MEMBERS if member in members), ".zip")


def _by_look(data: bytes) -> str:
    head = data[:_HEAD].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        if _FEED.search(head) and not _HTML.match(head):
            return FEED
        if _HTML.search(head):
            return ".html"
        return FEED if head.startswith("<?xml") else PLAIN
    if head[:1] in ("{", "[") and _is_json(data):
        return ".json"
    if _CUE.match(head):
        return ".srt"
    if _MAIL.match(head) and _MAIL_ONLY.search(head):
        return ".mhtml" if _WEB_ARCHIVE.search(head) else ".eml"
    return PLAIN


def _is_json(data: bytes) -> bool:
    for part in (data.lstrip().split(b"\n", 1)[0], data):
        try:
            json.loads(part)
        except (ValueError, RecursionError):
            continue
        return True
    return False
