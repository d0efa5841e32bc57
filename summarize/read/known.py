"""What is known of an article beside its text: the same fields from whatever a format calls them.

Owns languages, people and outlets as values, and the rule that an outlet always has a name: its own, the host
of the article's address, or the name of the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from summarize.languages import NAMES, detect
from summarize.model import Article, fold
from summarize.read.dates import iso_date
from summarize.read.memento import original

_ISO_639_3 = {
    row[:3]: row[4:]
    for row in "ara=ar bul=bg cat=ca ces=cs cze=cs dan=da deu=de ger=de ell=el gre=el eng=en spa=es fas=fa per=fa fin=fi "
    "fra=fr fre=fr heb=he hin=hi hun=hu ind=id ita=it jpn=ja kor=ko nld=nl dut=nl nor=no nob=no nno=no pol=pl por=pt "
    "ron=ro rum=ro rus=ru slk=sk slo=sk swe=sv tha=th tur=tr ukr=uk vie=vi zho=zh chi=zh".split()
}
_PEOPLE = re.compile(r"(?:(?<!\s)\s+)?(?:;|,| and | & )\s*")
LONGEST_LINE = 1_000
"""Characters of a title, a name or an address."""
_MOST_PEOPLE = 50
_PREFIX = re.compile(r"^by:?\s+", re.IGNORECASE)


def make_article(text: str, origin: str, fields: Mapping[str, Any], *, doubts: tuple[str, ...] = ()) -> Article:
    """An article read from `origin`, a path or a URL; `fields` hold raw values under the names of `Article`'s fields.

    One that was read from the copy of an archive has the address of its original, and that of the copy as its path.
    """
    is_web = "://" in origin
    url = web_address(fields.get("url")) or (origin if is_web else None)
    url = original(url) or url
    is_copy = is_web and original(origin) is not None
    language = language_code(fields.get("language"))
    return Article(
        text=text,
        title=_line(fields.get("title")),
        publisher=_line(fields.get("publisher")) or _line(host(url)) or file_name(origin),
        authors=people(fields.get("authors")),
        published=iso_date(fields.get("published"), language or partial(detect, text), host(url)),
        url=url,
        path=origin if is_copy or not is_web else None,
        language=language,
        warnings=doubts,
    )


def language_code(value: Any) -> str | None:
    """ISO 639-1 code for "en-US", "eng" or "English"; None for anything that is not known here."""
    name = str(value or "")[:LONGEST_LINE].strip().lower().replace("_", "-").partition("-")[0]
    code = _ISO_639_3.get(name, "no" if name in ("nb", "nn") else name)
    if code in NAMES:
        return code
    return next((code for code, english in NAMES.items() if english == name), None)


def people(value: Any) -> tuple[str, ...]:
    """Names from a list, from text that lists them, or from objects with a `name`."""
    if not value:
        return ()
    if isinstance(value, Mapping):
        value = [value.get("name")]
    if isinstance(value, str):
        value = _PEOPLE.split(_PREFIX.sub("", fold(value[: _MOST_PEOPLE * LONGEST_LINE])))
    if not isinstance(value, (list, tuple)):
        return ()
    names = (item.get("name") if isinstance(item, Mapping) else item for item in value[:_MOST_PEOPLE])
    known = (_line(_PREFIX.sub("", name)) for name in names if isinstance(name, str))
    return tuple(dict.fromkeys(name for name in known if name))


def web_address(value: Any) -> str | None:
    """The value if it is an http(s) address, else None."""
    text = value.strip() if isinstance(value, str) and len(value) <= LONGEST_LINE else ""
    return text if re.match(r"https?://[^\s/]", text) else None


def host(url: str | None) -> str | None:
    """The host of an address, without "www."."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def file_name(origin: str) -> str:
    """What a reader can look for when nothing names the outlet: the file without its suffix, and the part of it."""
    path, mark, part = origin.partition("#")
    name = "standard input" if path == "-" else PurePath(path.removesuffix(".gz")).stem or path
    return f"{name} {mark}{PurePath(part).name}" if mark else name


def _line(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    line = fold(value[: 2 * LONGEST_LINE])
    return (line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…") or None
