"""The digest as a mail that is ready to be sent (RFC 5322, MIME): plain text, and HTML for who prefers it.

Owns the message. It names no sender, no receiver and no date: the program that sends it adds these, and the same digest gives
the same bytes. What comes from an article cannot add a header: a subject is one line of harmless text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

from summarize.digest import Digest
from summarize.model import fold
from summarize.render import flat, letter
from summarize.render.blocks import Block, Grid, blocks
from summarize.render.plain import harmless, headline
from summarize.stages import RenderOptions

_LONGEST_SUBJECT = 150
"""Characters; lists of mails show fewer."""


def render(digest: Digest, options: RenderOptions) -> bytes:
    """The message, its lines ending in CRLF, ASCII only."""
    language = next((source.language for source in digest.sources if source.language), None)
    return message(headline(digest, options), tuple(blocks(digest, options)), language or "")


def message(subject: str, parts: Sequence[Block | Grid], language: str) -> bytes:
    """A message that tells the parts twice. A program for mail opens it as a draft (`X-Unsent`)."""
    text, html = letter.written(parts), flat.page(subject, flat.written(parts), language)
    made = EmailMessage(SMTP.clone(cte_type="7bit"))
    made["X-Unsent"] = "1"
    made.set_content(text, cte="quoted-printable")
    made.add_alternative(html, subtype="html", cte="quoted-printable")
    # "=_" cannot stand in quoted-printable text (RFC 2045, 6.7), so no line of an article can be the boundary.
    made.set_boundary(f"=_{hashlib.sha256(f'{text}{html}'.encode()).hexdigest()[:32]}")
    return _subject(subject) + made.as_bytes()


def _subject(words: str) -> bytes:
    """The header, as RFC 2047 has it where it is not ASCII. `EmailMessage` would leave its first line empty."""
    line = harmless(fold(words))
    if len(line) > _LONGEST_SUBJECT:
        line = f"{line[: _LONGEST_SUBJECT - 1].rstrip()}…"
    charset = "us-ascii" if line.isascii() and "=?" not in line else "utf-8"
    written = Header(line, charset, maxlinelen=76, header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {written}\r\n".encode("ascii")
