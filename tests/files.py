"""One article in every format that is read, and how such files are made."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile

BODY = [
    "The Stannard Bridge was closed on Tuesday evening after inspectors found two cracks in a girder.",
    "Ferries will run every ten minutes from Wednesday, the port authority said in a statement.",
    "The mayor of Port Ellery asked the state to pay for the repair, which may take eight months.",
    "Engineers had warned of the cracks in a report two years ago, the city auditor wrote on Monday.",
]
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge shut | The Ellery Post</title>
<meta property="og:title" content="Bridge shut"><meta property="og:site_name" content="The Ellery Post">
<meta name="author" content="Anna Kerr"><meta property="article:published_time" content="2025-10-15T06:42:00Z">
<link rel="canonical" href="https://post.example/2025/bridge"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Bridge shut</h1>
{"".join(f"<p>{line}</p>" for line in BODY)}</article>
<footer>© The Ellery Post. We use cookies.</footer><script>var x = "The script speaks.";</script></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Ellery Post</title><language>en-us</language>
<item><title>Bridge shut</title><link>https://post.example/1</link><pubDate>Wed, 15 Oct 2025 06:42:00 GMT</pubDate>
<description>&lt;p&gt;{" ".join(BODY)}&lt;/p&gt;</description></item>
<item><title>Ferries run</title><link>https://post.example/2</link><description>A short teaser.</description></item>
</channel></rss>"""
MAIL = (
    "From: The Morning Letter <letter@post.example>\r\nSubject: Bridge shut\r\nDate: Wed, 15 Oct 2025 06:42:00 +0000\r\n"
    "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + "\r\n\r\n".join(BODY)
)
WEB_ARCHIVE = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/saved\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n'
    "Content-Transfer-Encoding: 8bit\r\n\r\n"
    + PAGE.replace('<link rel="canonical" href="https://post.example/2025/bridge">', "")
    + "\r\n--x--\r\n"
)  # fmt: skip


def docx(*paragraphs: str, title: str = "Bridge shut") -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    core = (
        '<c:coreProperties xmlns:c="urn:c" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        f"<d:title>{title}</d:title><d:creator>Anna Kerr</d:creator><t:created>2025-10-15T06:42:00Z</t:created>"
        "</c:coreProperties>"
    )
    return zipped(
        {
            "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
            "docProps/core.xml": core,
        }
    )


def zipped(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, text in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return out.getvalue()


def pdf(pages: list[list[str]], *, title: str = "", created: str = "") -> bytes:
    """A PDF file with these lines on its pages."""
    return pdf_of(
        [
            "14 TL 60 780 Td " + " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
            for lines in pages
        ],
        title,
        created,
    )


def pdf_of(pages: list[str], title: str = "", created: str = "") -> bytes:
    """A PDF file with these text operations on its pages."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for shown in pages:
        stream = f"BT /F1 11 Tf {shown} ET".encode("latin-1")
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< /Title ({title}){f' /CreationDate ({created})' if created else ''} >>".encode())
    out, places = b"%PDF-1.4\n", []
    for number, data in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    return (
        out
        + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF".encode()
    )


EPUB = zipped(
    {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="book/main.opf"/></rootfiles></container>',
        "book/main.opf": '<package xmlns:d="http://purl.org/dc/elements/1.1/"><metadata><d:title>Bridge shut</d:title>'
        '</metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
        "book/a.xhtml": "<?xml version='1.0'?><html><body>"
        + "".join(f"<p>{line}</p>" for line in BODY)
        + "</body></html>",
    }
)
ODT = zipped(
    {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": "<manifest/>",
        "content.xml": '<o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text><t:tracked-changes><t:p>Crossed out.</t:p>'
        "</t:tracked-changes>"
        + "".join(
            f"<t:p>{line[:9]}<t:span>{line[9:20]}</t:span>{line[20:]}<t:note><t:p>A note.</t:p></t:note></t:p>" for line in BODY
        )
        + "</o:text></o:body></o:document>",
        "meta.xml": '<o:meta xmlns:o="urn:o" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:m="urn:m"><d:title>Bridge shut</d:title>'
        "<m:initial-creator>Anna Kerr</m:initial-creator><m:creation-date>2025-10-15T06:42:00</m:creation-date></o:meta>",
    }
)  # fmt: skip
RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Bridge shut}{\author Anna Kerr}"
    r"{\creatim\yr2025\mo10\dy15}}\f0 " + r"\par ".join(BODY) + r"{\*\generator Made by hand;}}"
)


def cues(mark: str) -> str:
    """The lines as subtitles, each broken into two cues."""
    parts = [
        part for line in BODY for part in (line[:40].rpartition(" ")[0], line[len(line[:40].rpartition(" ")[0]) + 1 :])
    ]
    return "\n\n".join(
        f"{n}\n00:00:{3 * n:02d}{mark}000 --> 00:00:{3 * n + 2:02d}{mark}500\n<i>{part}</i>"
        for n, part in enumerate(parts, start=1)
    )


RECORD = {"title": "Bridge shut", "text": "\n\n".join(BODY)}
FORMATS = {
    "page.html": PAGE.encode(),
    "page.mhtml": WEB_ARCHIVE.encode(),
    "letter.eml": MAIL.encode(),
    "story.docx": docx(*BODY),
    "book.epub": EPUB,
    "story.odt": ODT,
    "story.rtf": RTF.encode(),
    "talk.vtt": f"WEBVTT - Bridge shut\n\nNOTE made by hand\n\n{cues('.')}\n".encode(),
    "paper.pdf": pdf([BODY], title="Bridge shut"),
    "export.json": json.dumps([RECORD]).encode(),
    "export.jsonl": (json.dumps(RECORD) + "\n").encode(),
    "export.jsonl.gz": gzip.compress((json.dumps(RECORD) + "\n").encode()),
    "table.csv": ("title;text\nBridge shut;" + '"' + "\n\n".join(BODY) + '"\n').encode(),
    "table.tsv": ("title\ttext\nBridge shut\t" + " ".join(BODY) + "\n").encode(),
    "feed.xml": FEED.encode(),
    "all.zip": zipped({"a/page.html": PAGE}),
    "all.tar.gz": tarred({"a/page.html": PAGE}),
    "all.tgz": tarred({"a/page.html": PAGE}),
}
