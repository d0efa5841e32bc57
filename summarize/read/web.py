"""Pages from the web, fetched politely and with a cap on everything.

Owns the requests: who may be asked (`robots.txt`, RFC 9309; no private network unless allowed), how many at once and of one
host, how large and how slow an answer may be. Refuses to know about articles: it returns bytes.
"""

from __future__ import annotations

import asyncio
import codecs
import ipaddress
import re
import socket
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from summarize.errors import MissingExtra, ReadError

if TYPE_CHECKING:
    import httpx
    from protego import Protego

    Found = dict[str, "Page | ReadError"]

LARGEST = 10_000_000
"""Bytes of a page."""
LONGEST = 30.0
"""Seconds for a page from the first byte sent to the last one received, redirects included."""
_MOST_REDIRECTS = 5
_AT_ONCE = 8
_AT_ONCE_OF_A_HOST = 2
_LARGEST_RULES = 512_000
"""Bytes of a robots.txt that are read (RFC 9309, 2.5)."""
_ROBOT = "summarize"
_DECLARED = re.compile(rb"""<(?:meta|\?xml)(?:(?!<meta|<\?xml)[^>])*?(?:charset|encoding)\s*=""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What a web address answered with."""

    url: str
    """Where the answer came from after redirects."""
    data: bytes
    """In UTF-8 where the answer named another encoding and the page itself names none."""
    suffix: str
    """The format by the answer's content type, such as ".html"; "" where that says nothing."""


_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
}


def fetch(
    urls: Iterable[str], *, allow_private: bool = False, progress: Callable[[int, int], None] | None = None
) -> Mapping[str, Page | ReadError]:
    """What each address answered, or why there is no answer. `progress` is called with (done, total).

    Raises `MissingExtra` where httpx or protego is not installed.
    """
    wanted = list(dict.fromkeys(urls))
    if not wanted:
        return {}
    try:
        import httpx  # noqa: F401  (asked for before any work)
        import protego  # noqa: F401
    except ImportError:
        raise MissingExtra("reading web addresses", package="httpx protego") from None

    def run() -> Found:
        return asyncio.run(_fetch_all(wanted, allow_private, progress))

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return run()
    with ThreadPoolExecutor(1) as pool:  # a notebook's loop runs in this thread and cannot run another
        return pool.submit(run).result()


async def _fetch_all(urls: Sequence[str], allow_private: bool, progress: Callable[[int, int], None] | None) -> Found:
    import httpx

    headers = {
        "User-Agent": f"{_ROBOT} (reads single news articles on a person's request)",
        "Accept": "text/html, application/xhtml+xml, */*;q=0.5",
    }
    found: Found = {}
    # No connection is used twice: two hosts at one address must not share one that was made for the other's name.
    limits = httpx.Limits(max_keepalive_connections=0)
    # asyncio.timeout is the limit of time.
    async with httpx.AsyncClient(headers=headers, timeout=None, limits=limits) as client:  # noqa: S113
        session = _Session(client, allow_private)

        async def fetch_one(url: str) -> None:
            found[url] = await session.page(url)
            if progress:
                progress(len(found), len(urls))

        await asyncio.gather(*(fetch_one(url) for url in urls))
    return found


class _Session:
    """A client with what it has learned of each host."""

    def __init__(self, client: httpx.AsyncClient, allow_private: bool) -> None:
        self._client = client
        self._allow_private = allow_private
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._host_turns: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(_AT_ONCE_OF_A_HOST)
        )
        self._rules: dict[str, asyncio.Task[Protego]] = {}

    async def page(self, url: str) -> Page | ReadError:
        """What an address answers, redirects followed, or why it is not read."""
        try:
            async with self._host_turns[_host(url)], self._turns, asyncio.timeout(LONGEST):
                return await self._follow(url)
        except _Refused as refusal:
            return ReadError(f"{url}: not read. {refusal.message}", refusal.hint)
        except TimeoutError:
            return ReadError(f"{url}: not read. No whole answer within {LONGEST:g} seconds")

    async def _follow(self, url: str) -> Page:
        place = url
        for _ in range(_MOST_REDIRECTS + 1):
            checked = await self._check(place)
            if not (await self._rules_of(place)).can_fetch(place, _ROBOT):
                raise _Refused("Its robots.txt asks programs to stay away", "Save the page by hand")
            status, headers, data = await self._get(place, checked)
            target = headers.get("location")
            if status in (301, 302, 303, 307, 308) and target:
                place = urljoin(place, target)
            elif status != 200:
                raise _Refused(f"The server answered {status}")
            else:
                kind, _, parameters = headers.get("content-type", "").partition(";")
                return Page(place, _in_utf8(data, parameters), _SUFFIXES.get(kind.strip().lower(), ""))
        raise _Refused(f"More than {_MOST_REDIRECTS} redirects")

    async def _get(self, place: str, checked: Sequence[str] | None) -> tuple[int, Mapping[str, str], bytes]:
        """(status, headers, body) from one of the addresses that were checked; from any where none had to be."""
        import httpx

        for address in (checked or ())[:-1]:
            try:
                return await self._get_from(place, address)
            except httpx.ConnectError:
                continue
        try:
            return await self._get_from(place, checked[-1] if checked else None)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise _Refused(str(error) or type(error).__name__) from None

    async def _get_from(self, place: str, address: str | None) -> tuple[int, Mapping[str, str], bytes]:
        import httpx

        url = httpx.URL(place)
        options: dict[str, Any] = {}
        if address is not None:
            options = {"headers": {"Host": url.netloc.decode()}, "extensions": {"sni_hostname": url.raw_host.decode()}}
            url = url.copy_with(host=address)
        pieces: list[bytes] = []
        size = 0
        async with self._client.stream("GET", url, **options) as response:
            async for piece in response.aiter_bytes():
                size += len(piece)
                if size > LARGEST:
                    raise _Refused(f"It is larger than {LARGEST // 1_000_000} MB")
                pieces.append(piece)
            return response.status_code, response.headers, b"".join(pieces)

    async def _check(self, place: str) -> Sequence[str] | None:
        """Refuses an address of another kind or, unless allowed, of a private network.

        Returns the numeric addresses that were checked, for a name may stand for others when it is asked again; None
        where there is nothing to hold to: private networks are allowed, or a proxy makes the connection.
        """
        host = _host(place)
        if not host or not place.lower().startswith(("http://", "https://")):
            raise _Refused("Only http and https addresses are")
        if self._allow_private:
            return None
        proxied = _is_proxied(place, host)
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            if proxied:
                return None
            raise _Refused("Its host is not found") from None
        addresses = [str(row[4][0]).partition("%")[0] for row in found]
        if not all(ipaddress.ip_address(address).is_global for address in addresses):
            raise _Refused("It is in a private network", "Allow that with --allow-private")
        return None if proxied else list(dict.fromkeys(addresses))

    async def _rules_of(self, place: str) -> Protego:
        parts = urlsplit(place)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._rules:
            self._rules[root] = asyncio.create_task(self._read_rules(root))
        return await asyncio.shield(self._rules[root])

    async def _read_rules(self, root: str) -> Protego:
        """A host's robots.txt: all is allowed without one, nothing while the server fails (RFC 9309, 2.3.1)."""
        from protego import Protego

        place = f"{root}/robots.txt"
        for _ in range(_MOST_REDIRECTS + 1):
            status, headers, data = await self._get(place, await self._check(place))
            if not 300 <= status < 400 or "location" not in headers:
                break
            place = urljoin(place, headers["location"])
        rules = data[:_LARGEST_RULES].decode("utf-8-sig", "replace") if status == 200 else ""
        return Protego.parse("User-agent: *\nDisallow: /" if status >= 500 else rules)


class _Refused(Exception):
    """Why an address is not read, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_proxied(url: str, host: str) -> bool:
    proxies = getproxies()
    scheme = url.partition(":")[0].lower()
    return bool(proxies.get(scheme) or proxies.get("all")) and not proxy_bypass(host)


def _in_utf8(data: bytes, parameters: str) -> bytes:
    """The bytes in UTF-8 where the content type names another encoding that fits and the page names none."""
    match = re.search(r"""charset\s*=\s*["']?([\w:.-]+)""", parameters, re.IGNORECASE)
    if not match or _DECLARED.search(data[:4_096]):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return data
    try:
        name = codecs.lookup(match[1]).name
        return data.decode("cp1252" if name == "iso8859-1" else name).encode("utf-8")
    except (LookupError, UnicodeError):
        return data
