"""Mail (.eml) and web archives (.mhtml): both are messages of Internet mail, RFC 5322 and 2557.

Owns the choice of the part that is read. Attachments are not opened.
"""

from __future__ import annotations

from email import message_from_bytes, policy
from email.headerregistry import AddressHeader
from email.message import EmailMessage
from typing import Any, cast

from summarize.errors import ReadError
from summarize.model import Article
from summarize.read.html import fragment_text, page_article
from summarize.read.known import make_article, web_address

_LONGEST_HEADER = 10_000
"""Characters; the standard library's parser of headers takes more than linear time."""


class _Bounded(policy.EmailPolicy):
    """Of a header that is refused afterwards only the beginning is parsed: some are while the message is taken apart."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_LONGEST_HEADER])


def read_mail(data: bytes, origin: str) -> tuple[Article, ...]:
    """A mail's text as an article: the subject its title, the sender its publisher. Raises `ReadError`."""
    message = _parse(data, origin)
    body = message.get_body(("plain", "html"))
    text = _content(body) if body is not None else ""
    if body is not None and body.get_content_subtype() == "html":
        text = fragment_text(text)
    if not text.strip():
        raise ReadError(f"{origin}: no text in this mail")
    fields = {
        "title": _header(message, "subject"),
        "publisher": _sender(message),
        "published": _header(message, "date"),
    }
    return (make_article(text, origin, fields),)


def read_web_archive(data: bytes, origin: str) -> tuple[Article, ...]:
    """The article of a page saved as one file. Raises `ReadError`."""
    message = _parse(data, origin)
    pages = (part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml"))
    page = next(pages, None)
    if page is None:
        raise ReadError(f"{origin}: no page in this web archive")
    address = (_header(message, "snapshot-content-location"), _header(page, "content-location"))
    url = next((found for value in address if (found := web_address(value))), None)
    return (page_article(_content(page), origin, url=url),)


def _parse(data: bytes, origin: str) -> EmailMessage:
    message = cast(EmailMessage, message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), EmailMessage, policy=_Bounded()))
    if any(len(value) > _LONGEST_HEADER for part in message.walk() for _, value in part.raw_items()):
        raise ReadError(f"{origin}: damaged (a header of more than {_LONGEST_HEADER:,} characters)")
    return message


def _content(part: Any) -> str:
    """The text of a part, whatever its headers claim."""
    payload = part.get_payload(decode=True) or b""
    for name in ("utf-8", part.get_content_charset("utf-8"), "cp1252"):
        try:
            return str(payload.decode(name))
        except (LookupError, UnicodeDecodeError):
            continue
    return str(payload.decode("utf-8", "replace"))


def _header(message: Any, name: str) -> str | None:
    try:
        return str(message[name]) if message[name] else None
    except Exception:  # the standard library's parser of broken headers; RecursionError too
        return None


def _sender(message: EmailMessage) -> str | None:
    try:
        header = message["from"]
    except Exception:  # as above
        return None
    if not isinstance(header, AddressHeader) or not header.addresses:
        return str(header) if header else None
    return header.addresses[0].display_name or header.addresses[0].domain
