"""Small files of every format that is read, from a title and paragraphs: what the fuzzer begins with."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Mapping, Sequence

Build = Callable[[str, Sequence[str]], bytes]


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(
                zipfile.ZipInfo(name), data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
            )
    return out.getvalue()


def tarred(members: Mapping[str, str]) -> bytes:
    """A tar file."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, text in members.items():
            data = text.encode("utf-8", "surrogatepass")
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def text(title: str, lines: Sequence[str]) -> str:
    return "\n\n".join([title, "By Ann Low", *lines])


def markdown(title: str, lines: Sequence[str]) -> str:
    return f"---\ntitle: {title}\ndate: 2025-10-15\nauthors: [Ann Low]\n---\n# {title}\n\n" + "\n\n".join(lines)


def page(title: str, lines: Sequence[str]) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": title, "publisher": {"name": "The Post"}})
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<script type="application/ld+json">{data}</script></head><body><article><h1>{title}</h1>'
        + "".join(f"<p>{line}</p>" for line in lines)
        + "</article></body></html>"
    )


def feed(title: str, lines: Sequence[str]) -> str:
    items = "".join(f"<item><title>{title}</title><description>{line}</description></item>" for line in lines)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'


def records(title: str, lines: Sequence[str]) -> str:
    return json.dumps([{"title": title, "text": line, "date": "2025-10-15", "author": ["Ann Low"]} for line in lines])


def json_lines(title: str, lines: Sequence[str]) -> str:
    return "".join(json.dumps({"title": title, "text": line, "timestamp": 1760510520}) + "\n" for line in lines)


def table(title: str, lines: Sequence[str]) -> str:
    return "title,text,date\n" + "".join(f'"{title}","{line}",2025-10-15\n' for line in lines)


def mail(title: str, lines: Sequence[str]) -> str:
    return (
        f"From: The Post <post@post.example>\r\nSubject: {title}\r\nDate: Wed, 15 Oct 2025 06:42:00 +0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'
        + "\r\n\r\n".join(lines)
        + "\r\n--b--\r\n"
    )


def web_archive(title: str, lines: Sequence[str]) -> str:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/a\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
        + page(title, lines)
        + "\r\n--x--\r\n"
    )


def docx(title: str, lines: Sequence[str]) -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    core = f'<c xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>{title}</d:title></c>'
    document = f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document, "docProps/core.xml": core})


def epub(title: str, lines: Sequence[str]) -> bytes:
    package = (
        f'<package xmlns:d="http://purl.org/dc/elements/1.1/"><metadata><d:title>{title}</d:title></metadata>'
        '<manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
    return zipped({"META-INF/container.xml": container, "b.opf": package, "a.xhtml": page(title, lines)})


def pdf(title: str, lines: Sequence[str]) -> bytes:
    """One page in Helvetica."""
    plain = [line.translate(str.maketrans("", "", "()\\")).encode("latin-1", "replace") for line in lines]
    stream = b"BT /F1 11 Tf 14 TL 60 780 Td " + b" ".join(b"(%s) Tj T*" % line for line in plain) + b" ET"
    font = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>" % font,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, data in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        rows,
        len(out),
    )


def warc(title: str, lines: Sequence[str]) -> bytes:
    found = b""
    for number in range(2):
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        answer += page(title, lines).encode("utf-8", "surrogatepass")
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: http://a.example/{number}"
        head += f"\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        found += head.encode() + answer + b"\r\n\r\n"
    return found


def _encoded(build: Callable[[str, Sequence[str]], str]) -> Build:
    return lambda title, lines: build(title, lines).encode("utf-8", "surrogatepass")


BUILD: dict[str, Build] = {
    "a.txt": _encoded(text),
    "a.md": _encoded(markdown),
    "a.html": _encoded(page),
    "a.xml": _encoded(feed),
    "a.json": _encoded(records),
    "a.jsonl": _encoded(json_lines),
    "a.csv": _encoded(table),
    "a.eml": _encoded(mail),
    "a.mhtml": _encoded(web_archive),
    "a.docx": docx,
    "a.epub": epub,
    "a.pdf": pdf,
    "a.warc": warc,
    "a.zip": lambda title, lines: zipped({"p.html": page(title, lines), "t.txt": text(title, lines)}),
    "a.tar": lambda title, lines: tarred({"p.html": page(title, lines), "t.txt": text(title, lines)}),
    "a.txt.gz": lambda title, lines: gzip.compress(text(title, lines).encode("utf-8", "surrogatepass"), mtime=0),
}
"""File name → what makes its bytes."""
