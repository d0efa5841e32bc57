"""Word (.docx), OpenDocument (.odt) and EPUB files: zip files of XML, read with nothing but an XML parser.

Owns the order of paragraphs and the fields of the document's own metadata. Entities are not resolved, so a document
cannot reach for files or the network.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from summarize.errors import ReadError
from summarize.model import Article, fold
from summarize.read.archive import LARGEST_MEMBER, member_data
from summarize.read.html import fragment_text
from summarize.read.known import make_article
from summarize.read.share import LARGEST_TEXT

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}
_CORE_FIELDS = {"title": "title", "creator": "authors", "created": "published", "publisher": "publisher"}
_OPEN = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OPEN_FIELDS = {
    "title": "title",
    "initial-creator": "authors",
    "creator": "authors",
    "creation-date": "published",
    "date": "published",
    "language": "language",
}
_OPEN_BREAKS = {f"{_OPEN}tab": "\t", f"{_OPEN}line-break": "\n", f"{_OPEN}s": " "}
_OPEN_ASIDE = frozenset({f"{_OPEN}note", f"{_OPEN}tracked-changes",
                         "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"})  # fmt: skip
"""Notes, comments and what was crossed out are no part of the text."""
_BOOK_FIELDS = {"title": "title", "creator": "authors", "date": "published", "publisher": "publisher"}


def read_docx(data: bytes, origin: str) -> tuple[Article, ...]:
    """The one article of a Word file. Raises `ReadError`."""
    archive = _open(data, origin)
    body = _xml(archive, "word/document.xml", origin)
    paragraphs = (_paragraph(element) for element in body.iter(f"{_WORD}p"))
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not text:
        raise ReadError(f"{origin}: no text in this document")
    fields: dict[str, Any] = {}
    if "docProps/core.xml" in archive.namelist():
        fields = _fields(_xml(archive, "docProps/core.xml", origin), _CORE_FIELDS)
    return (make_article(text, origin, fields),)


def read_odt(data: bytes, origin: str) -> tuple[Article, ...]:
    """The one article of an OpenDocument text (ISO/IEC 26300). Raises `ReadError`."""
    archive = _open(data, origin)
    body = _xml(archive, "content.xml", origin)
    paragraphs = (
        fold("".join(_pieces(element))) for element in body.iter(f"{_OPEN}p", f"{_OPEN}h") if not _is_aside(element)
    )
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not text:
        raise ReadError(f"{origin}: no text in this document")
    fields = _fields(_xml(archive, "meta.xml", origin), _OPEN_FIELDS) if "meta.xml" in archive.namelist() else {}
    return (make_article(text, origin, fields),)


def _is_aside(element: Any) -> bool:
    return any(parent.tag in _OPEN_ASIDE for parent in element.iterancestors())


def _pieces(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph in reading order, without what stands aside; one in a frame is a paragraph of its own."""
    from lxml import etree

    left: set[Any] = set()
    for event, element in etree.iterwalk(paragraph, events=("start", "end")):
        inner = element is not paragraph and element.tag in (*_OPEN_ASIDE, f"{_OPEN}p", f"{_OPEN}h")
        if event == "start":
            if inner:
                left.add(element)
            elif not left and isinstance(element.tag, str):
                yield _OPEN_BREAKS.get(element.tag, "")
                yield element.text or ""
        else:
            left.discard(element)
            if not left and element is not paragraph:
                yield element.tail or ""


def read_epub(data: bytes, origin: str) -> tuple[Article, ...]:
    """The chapters of an EPUB file as one article. Raises `ReadError`."""
    archive = _open(data, origin)
    container = _xml(archive, "META-INF/container.xml", origin)
    package_path = next((e.get("full-path") for e in container.iter("{*}rootfile")), None)
    package = _xml(archive, package_path or "", origin)
    places = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
    folder = posixpath.dirname(package_path or "")
    chapters: list[str] = []
    left, members = LARGEST_TEXT, set(archive.namelist())
    for reference in package.iter("{*}itemref"):
        name = posixpath.normpath(posixpath.join(folder, places.get(reference.get("idref")) or ""))
        if name in members and left > 0:
            members.remove(name)  # a chapter stands in a book once
            page = member_data(archive, name, origin).decode("utf-8", "replace")
            chapters.append(fragment_text(re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", page)))
            left -= len(chapters[-1])
    text = "\n\n".join(chapter for chapter in chapters if chapter)
    if not text:
        raise ReadError(f"{origin}: no text in this book")
    return (make_article(text, origin, _fields(package, _BOOK_FIELDS)),)


def _open(data: bytes, origin: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadError(f"{origin}: damaged ({error})") from None


def _xml(archive: zipfile.ZipFile, name: str, origin: str) -> Any:
    from lxml import etree

    if name not in archive.namelist():
        raise ReadError(f"{origin}: damaged ({name or 'its table of contents'} is missing)")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(member_data(archive, name, origin, LARGEST_MEMBER), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"{origin}: damaged ({name}: {fold(str(error))})") from None


def _paragraph(element: Any) -> str:
    pieces = (
        node.text or "" if node.tag == f"{_WORD}t" else _BREAKS.get(node.tag, "")
        for node in element.iter(f"{_WORD}t", *_BREAKS)
    )
    return "".join(pieces).strip()


def _fields(root: Any, names: dict[str, str]) -> dict[str, Any]:
    from lxml import etree

    found: dict[str, Any] = {}
    for element in root.iter("{*}*"):
        field = names.get(etree.QName(element).localname)
        if field and element.text and element.text.strip():
            found.setdefault(field, element.text)
    return found
