"""Servers that mean harm: names that answer twice, robots.txt with wildcards, redirects without end, bodies without end."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from summarize import read
from summarize.read import web

TEXT = "The Stannard Bridge was closed on Tuesday evening after inspectors found two cracks in a girder."
PRIVATE = "http://10.0.0.1/"


class Answers(BaseHTTPRequestHandler):
    """What a path answers: a redirect, a drip, a flood, rules, or a text."""

    rules = ""

    def do_GET(self) -> None:
        kind, _, rest = self.path.lstrip("/").partition("/")
        with suppress(OSError):
            if kind == "robots.txt":
                self.send(200, self.rules.encode())
            elif kind == "redirect":
                self.send(302, b"", Location=f"/redirect/{int(rest) + 1}")
            elif kind == "private":
                self.send(302, b"", Location=PRIVATE)
            elif kind == "flood":
                self.send(200, b"", Content_Length="5000000000")
                while True:
                    self.wfile.write(b"word " * 20_000)
            elif kind == "drip":
                self.send(200, b"")
                while not self.server.stopped.wait(0.1):  # type: ignore[attr-defined]
                    self.wfile.write(b"x")
            else:
                self.send(200, f"{TEXT}\n\nHost: {self.headers['Host']} was asked for this page.".encode())

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content-Type": "text/plain"} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch) -> Iterator[ThreadingHTTPServer]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    made = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Answers,), {}))
    made.daemon_threads = True
    made.stopped = threading.Event()  # type: ignore[attr-defined]
    threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield made
    made.stopped.set()  # type: ignore[attr-defined]
    made.shutdown()
    made.server_close()


def at(server, path: str, host: str = "127.0.0.1") -> str:
    return f"http://{host}:{server.server_port}/{path}"


def only_warning(*inputs: str, **options: bool) -> str:
    found = read(inputs, allow_private=True, **options)
    assert len(found) == 0
    return found.warnings[0]


def test_three_hundred_redirects_are_given_up(server):
    assert "More than 5 redirects" in only_warning(at(server, "redirect/0"))


def test_five_gigabytes_are_cut_off(server, monkeypatch):
    monkeypatch.setattr(web, "LARGEST", 2_000_000)
    assert "larger than 2 MB" in only_warning(at(server, "flood"))


def test_one_byte_after_another_is_given_up(server, monkeypatch):
    monkeypatch.setattr(web, "LONGEST", 0.5)
    assert "No whole answer within 0.5 seconds" in only_warning(at(server, "drip"))


def names(monkeypatch, table: dict[str, list[list[str]]]) -> None:
    """Answers of the name service, one after another; the last one stays."""

    async def getaddrinfo(_loop, host, port, **_):
        answers = table.get(host, [[host]])
        return [(socket.AF_INET, 0, 0, "", (a, 0)) for a in (answers.pop(0) if len(answers) > 1 else answers[0])]

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", getaddrinfo)


def asked(monkeypatch) -> list[httpx.Request]:
    """The requests that would have gone out."""
    seen: list[httpx.Request] = []

    async def answer(_transport, request):
        seen.append(request)
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(200, headers={"Content-Type": "text/plain"}, text=TEXT)

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", answer)
    return seen


def test_what_was_checked_is_what_is_connected_to(server, monkeypatch):
    names(monkeypatch, {"news.example": [["93.184.216.34"], ["93.184.216.34"], ["127.0.0.1"]]})
    seen = asked(monkeypatch)
    assert len(read(["https://news.example/a"])) == 1
    assert {str(request.url.host) for request in seen} == {"93.184.216.34"}
    assert {request.headers["Host"] for request in seen} == {"news.example"}
    assert {request.extensions["sni_hostname"] for request in seen} == {"news.example"}


def test_a_name_that_turns_private_before_the_page_is_refused(server, monkeypatch):
    names(monkeypatch, {"news.example": [["93.184.216.34"], ["127.0.0.1"]]})
    seen = asked(monkeypatch)
    assert "private network" in read(["http://news.example/a"]).warnings[0]
    assert seen == []


def test_one_private_address_among_public_ones_is_enough(server, monkeypatch):
    names(monkeypatch, {"news.example": [["93.184.216.34", "192.168.0.1"]]})
    assert "private network" in read(["http://news.example/a"]).warnings[0]


def test_the_real_client_connects_to_the_pinned_address_and_keeps_the_name(server, monkeypatch):
    async def checked(_session, _place):
        return ["127.0.0.9", "127.0.0.1"]  # nobody listens at the first

    monkeypatch.setattr(web._Session, "_check", checked)
    (found,) = read([at(server, "page", host="news.example")])
    assert f"Host: news.example:{server.server_port} was asked" in found.text


def test_a_redirect_into_a_private_network_is_refused_with_the_real_check(server, monkeypatch):
    real = web._Session._check

    async def this_server_is_public(session, place):
        return ["127.0.0.1"] if str(server.server_port) in place else await real(session, place)

    monkeypatch.setattr(web._Session, "_check", this_server_is_public)
    assert "private network" in read([at(server, "private")]).warnings[0]


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /*.php$", "a.php", False),
        ("User-agent: *\nDisallow: /*.php$", "a.php5", True),
        ("User-agent: *\nDisallow: /news\nAllow: /news/open", "news/open/a", True),
        ("User-agent: *\nAllow: /news/open\nDisallow: /news", "news/closed", False),
        ("User-agent: summarize\nAllow: /\n\nUser-agent: *\nDisallow: /", "a", True),
        ("User-agent: other\nDisallow: /", "a", True),
        ("\ufeffUser-agent: *\nDisallow: /", "a", False),
        ("Disallow: /\n" * 50_000, "a", True),
    ],
)
def test_robots_txt_is_read_as_its_standard_says(server, rules, path, allowed):
    server.RequestHandlerClass.rules = rules
    found = read([at(server, path)], allow_private=True)
    assert (len(found) == 1) is allowed


def test_rules_full_of_wildcards_are_matched_in_a_moment():
    from protego import Protego

    rules = Protego.parse("User-agent: *\nDisallow: /" + "*a" * 40 + "b\n")
    assert rules.can_fetch("http://a.example/" + "a" * 300, "summarize")
