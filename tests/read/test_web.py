"""Pages over http from a server in this process: polite, capped, and one line for everything that goes wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from files import BODY, PAGE, pdf

from summarize import read
from summarize.cli import main
from summarize.read import find, web

FEED = "<rss version='2.0'><channel><title>Post</title>{}</channel></rss>"


class Site:
    """What the server answers, and what it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, str]] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        self.address = ""

    def add(self, path: str, body: str | bytes = b"", status: int = 200, **headers: str) -> str:
        data = body.encode() if isinstance(body, str) else body
        known = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": "text/html"} | known, data)
        return self.address + path


class Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        site = self.site
        with site.lock:
            site.asked.append((self.path, self.headers["User-Agent"]))
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
        with suppress(OSError):
            self.answer(site)
        with site.lock:
            site.at_once -= 1

    def answer(self, site: Site) -> None:
        status, headers, data = site.pages.get(self.path, (404, {}, b"nothing here"))
        if self.path == "/slow-head":
            for char in b"HTTP/1.1 200 OK\r\nX: " + b"y" * 1_000:
                self.wfile.write(bytes([char]))
                time.sleep(0.05)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.path == "/busy":
            time.sleep(0.05)
        if self.path.startswith("/endless"):
            while True:
                self.wfile.write(b"x" * 65_536)
        if self.path == "/slow":
            for _ in range(1_000):
                self.wfile.write(b"x")
                time.sleep(0.05)
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    served = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("SiteHandler", (Handler,), {"site": served}))
    server.daemon_threads = True
    served.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()


def fetched(*inputs: str, **options):
    return read(inputs, allow_private=True, **options)


def test_a_page_is_read_and_says_where_it_is_from(site):
    (found,) = fetched(site.add("/a", PAGE))
    assert BODY[0] in found.text
    assert (found.url, found.path) == ("https://post.example/2025/bridge", None)


def test_other_formats_are_told_by_type_or_content(site):
    found = fetched(
        site.add("/paper", pdf([BODY])),
        site.add("/text", BODY[0], Content_Type="text/plain"),
        site.add("/data", '[{"text": "It broke."}]', Content_Type="application/json"),
    )
    assert [item.text[:9] for item in found] == ["The Stann", "The Stann", "It broke."]
    assert found.warnings == ()


def test_the_order_is_that_of_the_command_line(site, write):
    names = [site.add(f"/{n}", PAGE.replace("Stannard", f"No. {n}")) for n in range(9)]
    here = str(write("b.txt", BODY[1]))
    found = fetched(*names[:4], here, *names[4:])
    assert [item.path for item in found].index(here) == 4
    assert all(f"No. {n} Bridge" in item.text for n, item in enumerate([*found[:4], *found[5:]]))


def test_the_program_names_itself_and_asks_a_host_for_two_pages_at_once_at_most(site):
    site.add("/busy", PAGE)
    fetched(*(f"{site.address}/busy?{n}" for n in range(6)), site.add("/busy", PAGE))
    assert all(agent.startswith("summarize") for _, agent in site.asked)
    assert site.most_at_once <= 2
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_robots_txt_is_respected(site):
    site.add("/robots.txt", "User-agent: *\nDisallow: /private\n", Content_Type="text/plain")
    found = fetched(site.add("/private/a", PAGE), site.add("/public", PAGE))
    assert len(found) == 1
    assert "robots.txt asks programs to stay away" in found.warnings[0]


def test_a_server_whose_robots_txt_fails_is_left_alone(site):
    site.add("/robots.txt", status=503)
    assert "robots.txt" in fetched(site.add("/a", PAGE)).warnings[0]


def test_redirects_are_followed_a_few_times(site):
    target = site.add("/a", PAGE)
    site.add("/b", status=301, Location=target)
    assert len(fetched(site.add("/c", status=302, Location="/b"))) == 1
    loop = site.add("/loop", status=302, Location="/loop")
    assert "More than 5 redirects" in fetched(loop).warnings[0]
    assert "Only http and https" in fetched(site.add("/file", status=302, Location="file:///etc/passwd")).warnings[0]


@pytest.mark.parametrize("status", [404, 410, 500, 403, 204])
def test_what_a_server_refuses_is_one_line_with_its_status(site, status):
    found = fetched(site.add("/gone", "no", status=status), site.add("/a", PAGE))
    assert len(found) == 1
    assert found.warnings == (f"{site.address}/gone: not read. The server answered {status}",)


def test_a_body_without_end_is_cut_off(site, monkeypatch):
    monkeypatch.setattr(web, "LARGEST", 1_000_000)
    assert "larger than 1 MB" in fetched(site.add("/endless")).warnings[0]


@pytest.mark.parametrize("path", ["/slow", "/slow-head"])
def test_a_server_that_drips_is_given_up(site, monkeypatch, path):
    monkeypatch.setattr(web, "LONGEST", 0.4)
    assert "No whole answer within 0.4 seconds" in fetched(site.add(path)).warnings[0]


def test_a_host_that_does_not_answer_is_one_line():
    found = fetched("http://127.0.0.1:9/", "http://", "https://[::bad/")
    assert len(found) == 0
    assert len(found.warnings) == 3


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/", "http://localhost/", "http://10.0.0.1/", "http://192.168.1.1/a", "http://169.254.169.254/latest",
     "http://[::1]/", "http://[fd00::1]/", "http://0.0.0.0/", "http://2130706433/", "http://[::ffff:127.0.0.1]/"],
)  # fmt: skip
def test_private_networks_are_refused_unless_allowed(address):
    (warning,) = read([address]).warnings
    assert "private network" in warning
    assert "--allow-private" in warning


def test_a_redirect_into_a_private_network_is_refused(site, monkeypatch):
    real = web._Session._check

    async def public_at_first(session, place):
        if "/b" not in place:
            session._allow_private = "/secret" not in place
        await real(session, place)

    monkeypatch.setattr(web._Session, "_check", public_at_first)
    secret = site.add("/secret", PAGE)
    assert "private network" in read([site.add("/a", status=302, Location=secret)]).warnings[0]


@pytest.mark.parametrize("address", ["ftp://example.org/a", "gopher://x/", "file:///etc/hostname"])
def test_other_kinds_of_addresses_are_refused(address):
    assert "not read" in read([address]).warnings[0]


def test_a_file_address_is_a_file_when_allowed(write):
    path = write("a b.txt", BODY[0])
    assert len(fetched(path.as_uri())) == 1


def test_a_wrong_charset_does_no_harm_and_a_right_one_helps(site):
    plain = PAGE.replace('<meta charset="utf-8">', "").replace("two cracks", "две трещины")
    wrong = site.add("/wrong", plain, Content_Type="text/html; charset=iso-8859-1")
    right = site.add("/right", plain.encode("koi8-r", "replace"), Content_Type="text/html; charset=koi8-r")
    assert all("две трещины" in item.text for item in fetched(wrong, right))


def test_a_feed_stands_for_its_pages(site):
    pages = [site.add(f"/{n}", PAGE.replace("Stannard", f"No. {n}")) for n in range(4)]
    items = "".join(f"<item><title>x</title><link>{page}</link></item>" for page in [*pages, site.address + "/gone"])
    feed = site.add("/feed", FEED.format(items), Content_Type="application/rss+xml")
    assert len(fetched(feed)) == 4
    few = fetched(feed, max_articles=2)
    assert ["No. 0" in few[0].text, "No. 1" in few[1].text, len(few)] == [True, True, 2]
    assert "3 older entries not read" in few.warnings[0]


def test_a_list_of_inputs(site, write, capsys):
    listed = write("list.txt", f"# pages\n{site.add('/a', PAGE)}\n\n{write('b.txt', BODY[1])}\n")
    assert len(find.inputs_in(str(listed))) == 2
    assert main(["inspect", "-i", str(listed), "--allow-private", "--format", "json"]) == 0
    assert BODY[1] in capsys.readouterr().out


def test_nothing_left_of_the_web_is_exit_code_3(site, capsys):
    assert main(["run", f"{site.address}/none", "--allow-private"]) == 3
    assert "The server answered 404" in capsys.readouterr().err


def test_it_works_inside_a_running_loop(site):
    import asyncio

    async def inside() -> int:
        return len(fetched(site.add("/a", PAGE)))

    assert asyncio.run(inside()) == 1
