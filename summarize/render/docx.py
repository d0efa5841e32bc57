"""The digest as a Word document: headings, lists, and citations that lead to a numbered list of sources with links.

Owns the document's look and makes the same digest the same bytes: no time of day stands in the properties or in the zip file.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from summarize.digest import Digest
from summarize.errors import MissingExtra
from summarize.render.bibliography import day
from summarize.render.blocks import Block, Grid, Run, blocks, is_language
from summarize.render.plain import headline, subtitle
from summarize.stages import RenderOptions

if TYPE_CHECKING:
    from docx.document import Document

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""
_LONGEST_PROPERTY = 255
"""Characters that Word takes of a title."""
_STYLES = {"title": "Title", "subtitle": "Subtitle", "heading": "Heading1"}
_ITEMS = ("ListBullet", "ListBullet2", "ListBullet3")
"""Ids of styles of python-docx's template; other paragraphs are plain. By their names they would be looked for each time."""
_LINK, _ASIDE = "1F4E9E", "595959"
"""Colours, each with a contrast of at least 7 to 1 on white (WCAG 2.2, 1.4.6)."""
_FROM_RIGHT = frozenset("ar fa he ps ur yi".split())
"""Languages that are written from right to left."""


def render(digest: Digest, options: RenderOptions) -> bytes:
    """A .docx file (ISO/IEC 29500). Raises `MissingExtra` without python-docx."""
    try:
        import docx
    except ImportError:
        raise MissingExtra("writing Word documents", package="python-docx") from None
    document = docx.Document()
    _set_properties(document, digest, options)
    for number, part in enumerate(blocks(digest, options), start=1):
        if isinstance(part, Grid):
            _add_table(document, part)
        else:
            _add_paragraph(document, part, number)
    written = io.BytesIO()
    document.save(written)
    return _without_times(written.getvalue())


def _set_properties(document: Document, digest: Digest, options: RenderOptions) -> None:
    """Title, language and date; the date is that of the latest article, as everywhere."""
    latest = max((day(source.published) for source in digest.sources), default="")
    try:
        moment = datetime.combine(date.fromisoformat(latest), time())
    except ValueError:
        moment = datetime(*_EARLIEST)
    languages = (source.language or "" for source in digest.sources)
    properties = document.core_properties
    properties.title = headline(digest, options)[:_LONGEST_PROPERTY]
    properties.subject = subtitle(digest, options)
    properties.author = properties.last_modified_by = f"{digest.generator.name} {digest.generator.version}"
    properties.comments = properties.keywords = ""
    properties.language = next(filter(is_language, languages), "en")
    properties.created = properties.modified = moment
    for key, relation in list(document.part.package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):  # a picture of the empty template
            del document.part.package.rels[key]


def _add_paragraph(document: Document, block: Block, number: int) -> None:
    style = _ITEMS[min(block.level, len(_ITEMS)) - 1] if block.kind == "item" else _STYLES.get(block.kind)
    paragraph = document.add_paragraph()
    if style:
        paragraph._p.style = style
    from_right = block.language in _FROM_RIGHT
    if from_right:
        paragraph._p.get_or_add_pPr().append(_element("w:bidi"))
    if block.name:
        paragraph._p.append(_element("w:bookmarkStart", {"w:id": str(number), "w:name": block.name}))
    for run in block.runs:
        _add_run(paragraph, run, from_right)
    if block.name:
        paragraph._p.append(_element("w:bookmarkEnd", {"w:id": str(number)}))


def _add_run(paragraph: Any, run: Run, from_right: bool) -> None:
    """Text, as a link where it leads somewhere: inside the document first, so that a citation leads to its source."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.shared import RGBColor

    made = paragraph.add_run(run.text)
    if run.style == "strong":
        made.bold = True
    elif run.style == "aside":
        made.italic = True
        made.font.color.rgb = RGBColor.from_string(_ASIDE)
    if from_right:
        made.font.rtl = True
    if not (run.place or run.address):
        return
    made.font.color.rgb = RGBColor.from_string(_LINK)
    if run.place:
        link = _element("w:hyperlink", {"w:anchor": run.place, "w:history": "1"})
    else:
        made.font.underline = True
        key = paragraph.part.relate_to(run.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = _element("w:hyperlink", {"r:id": key, "w:history": "1"})
    link.append(made._r)
    paragraph._p.append(link)


def _add_table(document: Document, grid: Grid) -> None:
    """The first column takes what the others leave, of 6 inches."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Inches, Pt

    narrow = min(0.5, 4 / (len(grid.head) - 1))
    widths = [Inches(6 - narrow * (len(grid.head) - 1)), *[Inches(narrow)] * (len(grid.head) - 1)]
    table = document.add_table(0, len(grid.head), style="Table Grid")
    for at, row in enumerate((grid.head, *grid.rows)):
        made = table.add_row()
        if at == 0:
            made._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        for cell, text, width in zip(made.cells, row, widths, strict=True):
            cell.width = width
            run = cell.paragraphs[0].add_run(text)
            run.font.size, run.bold = Pt(9), at == 0 or None
            if cell is not made.cells[0]:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width


def _element(name: str, attributes: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in (attributes or {}).items():
        made.set(qn(key), value)
    return made


def _without_times(data: bytes) -> bytes:
    """The zip file anew, every member with the same time and the same rights on every system."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(written, "w") as after:
        for member in before.infolist():
            info = zipfile.ZipInfo(member.filename, _EARLIEST)
            info.create_system, info.external_attr = 3, 0o600 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(info, before.read(member))
    return written.getvalue()
