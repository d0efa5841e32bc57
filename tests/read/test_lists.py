"""Sitemaps and list pages give the articles of their site, as many as are wanted, and every request is one of our fetcher's."""

from __future__ import annotations

import gzip
import json
import socket

import pytest
import test_web
from files import BODY, PAGE
from pages import pages
from test_web import FEED, fetched

from summarize import read
from summarize.cli import main
from summarize.read import links, web
from summarize.read.links import articles_of, is_of_site, is_sitemap, sitemap

site = test_web.site

NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
HEADLINES = [
    "Port Ellery shuts its harbour bridge",
    "Ferries run every ten minutes now",
    "Mayor asks the state to pay",
    "Engineers had warned two years ago",
    "Steel for the repair arrives late",
    "Schools stay closed on the island",
]


def urlset(*rows: tuple[str, str]) -> str:
    """A sitemap of (address, date)."""
    entries = "".join(f"<url><loc>{url}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>" for url, day in rows)
    return f'<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'


def index(*rows: tuple[str, str]) -> str:
    """An index of sitemaps."""
    return urlset(*rows).replace("urlset", "sitemapindex").replace("url>", "sitemap>")


def article(site, name: str) -> str:
    """An article of its own at /NAME."""
    page = PAGE.replace("Stannard", name).replace("https://post.example/2025/bridge", f"{site.address}/{name}")
    return site.add(f"/{name}", page)


def front(*links: str, body: str = "") -> str:
    """A front page that links to pages under headlines."""
    rows = "".join(
        f"<div><h2><a href='{link}'>{title}</a></h2><p>{' '.join(['A word on it'] * 9)}.</p></div>"
        for link, title in zip(links, HEADLINES * 9, strict=False)
    )
    return (
        "<!doctype html><html lang='en'><head><title>The Ellery Post</title></head><body><nav><a href='/about-us-all'>"
        f"All you want to know of us</a></nav><main>{rows}{body}</main><footer><p>{'Small print here. ' * 12}</p>"
        "</footer></body></html>"
    )


def names(found) -> list[str]:
    return [item.url.rpartition("/")[2] for item in found]


def test_the_address_of_a_sitemap_stands_for_its_articles_the_newest_first(site):
    rows = [(article(site, f"news-{n}"), f"2026-05-0{n}") for n in (2, 9, 4)]
    undated = (article(site, "news-undated"), "")
    place = site.add("/sitemap.xml", urlset(undated, *rows), Content_Type="application/xml")
    found = fetched(place)
    assert names(found) == ["news-9", "news-4", "news-2", "news-undated"]
    assert found.warnings == ()
    few = fetched(place, max_articles=2)
    assert names(few) == ["news-9", "news-4"]
    assert few.warnings == (f"{place}: 2 more articles not read. Take more with --max-articles",)


def test_a_sitemap_of_news_is_ordered_by_when_these_were_published(site):
    rows = "".join(
        f"<url><loc>{article(site, f'news-{n}')}</loc><lastmod>2026-06-01</lastmod><n:news><n:publication_date>"
        f"2026-05-0{n}T08:00:00+02:00</n:publication_date><n:title>x</n:title></n:news></url>"
        for n in (1, 3, 2)
    )
    place = site.add(
        "/news.xml", urlset().replace("</urlset>", f"{rows}</urlset>").replace("<urlset ", f'<urlset xmlns:n="{NEWS}" ')
    )
    assert names(fetched(place)) == ["news-3", "news-2", "news-1"]


def test_an_index_leads_to_its_newest_sitemaps_also_packed_ones(site):
    parts = []
    for n in range(1, 8):
        text = urlset((article(site, f"news-{n}"), f"2026-0{n}-05"))
        packed = n % 2
        parts.append(
            (
                site.add(
                    f"/part-{n}.xml{'.gz' if packed else ''}",
                    gzip.compress(text.encode()) if packed else text,
                    Content_Type="application/octet-stream" if packed else "text/xml",
                ),
                f"2026-0{n}-06",
            )
        )
    place = site.add("/sitemap.xml", index(*parts), Content_Type="text/xml")
    found = fetched(place)
    assert names(found) == ["news-7", "news-6", "news-5", "news-4", "news-3"]
    assert found.warnings == (f"{place}: 5 of its 7 sitemaps opened, the newest",)
    asked = [path for path, _ in site.asked if path != "/robots.txt"]
    assert "/part-2.xml" not in asked
    assert len(asked) == len(set(asked)), "nothing is asked twice"


def test_a_packed_sitemap_is_unpacked(site):
    place = site.add(
        "/sitemap.xml.gz",
        gzip.compress(urlset((article(site, "news-1"), "")).encode()),
        Content_Type="application/gzip",
    )
    assert names(fetched(place)) == ["news-1"]


def test_only_addresses_of_the_same_site_are_asked(site):
    own = article(site, "news-1")
    host = site.address.partition("//")[2].partition(":")[0]
    foreign = [
        ("http://localhost:1/news-2", ""),
        (f"http://{host}:1/news-3", ""),
        ("https://other.example/news-4", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("http://169.254.169.254/latest/meta-data", ""),
    ]
    found = fetched(site.add("/sitemap.xml", urlset((own, ""), *foreign), Content_Type="text/xml"))
    assert names(found) == ["news-1"]
    assert found.warnings == ()
    links = [own.replace(site.address, ""), *(url for url, _ in foreign), "//evil.example/a", "?x=1"]
    page = site.add("/", front(*links, *(f"/news-{n}" for n in range(5, 9))))
    asked = {warning.partition(": ")[0] for warning in fetched(page, follow=True).warnings}
    assert asked == {f"{site.address}/news-{n}" for n in range(5, 9)}


def test_robots_txt_is_asked_for_every_page_of_a_list(site):
    site.add("/robots.txt", "User-agent: *\nDisallow: /news-2\n", Content_Type="text/plain")
    rows = [(article(site, f"news-{n}"), "") for n in (1, 2)]
    found = fetched(site.add("/sitemap.xml", urlset(*rows), Content_Type="text/xml"))
    assert names(found) == ["news-1"]
    assert "robots.txt asks programs to stay away" in found.warnings[0]
    assert "/news-2" not in [path for path, _ in site.asked]


def test_a_front_page_is_followed_where_that_is_wanted_in_its_order(site):
    links = [article(site, f"news-{n}") for n in (3, 1, 2, 5, 4)]
    page = site.add("/", front(*links))
    found = fetched(page, follow=True)
    assert names(found) == ["news-3", "news-1", "news-2", "news-5", "news-4"]
    assert names(fetched(page, follow=True, max_articles=2)) == ["news-3", "news-1"]
    assert "3 more articles not read" in fetched(page, follow=True, max_articles=2).warnings[0]


def test_a_front_page_is_not_followed_by_itself_and_says_how(site):
    page = site.add("/", front(*(article(site, f"news-{n}") for n in range(6))))
    warnings = fetched(page).warnings
    assert f"{page}: looks like a list of 6 articles. Read these with --follow" in warnings
    assert [path for path, _ in site.asked] == ["/robots.txt", "/"]


def test_of_a_front_page_that_a_script_fills_the_feed_is_followed(site):
    item = f"<item><title>x</title><link>{article(site, 'news-1')}</link></item>"
    site.add("/feed", FEED.format(item), Content_Type="application/rss+xml")
    link = "<link rel='alternate' type='application/rss+xml' href='{}'>"
    empty = "<html><head>{}</head><body><div id='app'></div><script src='/app.js'></script></body></html>"
    assert names(fetched(site.add("/", empty.format(link.format("/feed"))), follow=True)) == ["news-1"]
    assert len(fetched(f"{site.address}/")) == 0
    foreign = site.add("/", empty.format(link.format("https://other.example/feed")))
    assert "no article text" in fetched(foreign, follow=True).warnings[0]
    own = site.add("/a", PAGE.replace("<head>", f"<head>{link.format('/feed')}"))
    assert BODY[0] in fetched(own, follow=True)[0].text


def test_an_article_with_many_links_beside_it_is_no_list(site):
    related = front(*(f"/related/story-{n}" for n in range(9)))
    said = site.add("/a", PAGE.replace("</article>", f"</article>{related}"))
    plain = f"<article>{''.join(f'<p>{line} {line}</p>' for line in BODY)}</article>"
    shown = site.add("/b", front(*(f"/related/story-{n}" for n in range(9)), body=plain))
    found = fetched(said, shown, follow=True)
    assert len(found) == 2
    assert found.warnings == ()
    assert {path for path, _ in site.asked} == {"/robots.txt", "/a", "/b"}


@pytest.mark.parametrize("path", ["/tag/bridge", "/author/anna-kerr", "/2026/05/", "/login", "/a/picture.jpg", "/"])
def test_other_links_than_articles_are_left_alone(path):
    found = articles_of(front(path, *(f"/news/{n}" for n in range(6))), "https://post.example/world")
    assert found == tuple(f"https://post.example/news/{n}" for n in range(6))


@pytest.mark.parametrize("page", list(pages(2)), ids=lambda page: page.kind)
def test_no_page_with_an_article_is_a_list(page):
    assert articles_of(page.html, "https://post.example/world/a") == ()


def test_few_links_are_no_list():
    assert articles_of(front("/news/1", "/news/2"), "https://post.example/") == ()
    assert articles_of("", "https://post.example/") == ()
    assert articles_of("<html>", None) == ()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.post.example/a", True),
        ("http://sport.post.example/a", True),
        ("https://post.example.evil.example/a", False),
        ("https://notpost.example/a", False),
        ("https://post.example:8443/a", False),
        ("https://[::bad/", False),
        ("https://post.example:99999/a", False),
    ],
)
def test_what_is_of_the_same_site(url, expected):
    assert is_of_site(url, "https://www.post.example/sitemap.xml") is expected


def test_a_sitemap_in_a_file_is_fetched_only_where_that_is_wanted(site, write):
    path = str(write("sitemap.xml", urlset((article(site, "news-1"), ""))))
    found = fetched(path)
    assert len(found) == 0
    assert found.warnings == (
        f"{path}: a sitemap, which has addresses and no text. Its articles are read by its address, or --follow",
    )
    assert site.asked == []
    assert names(fetched(path, follow=True)) == ["news-1"]
    packed = str(write("packed.xml.gz", gzip.compress(urlset((article(site, "news-2"), "")).encode())))
    assert names(fetched(packed, follow=True)) == ["news-2"]


def test_a_feed_in_a_file_is_read_from_the_file_unless_it_is_to_be_followed(site, write):
    item = f"<item><title>x</title><link>{article(site, 'news-1')}</link><description>{BODY[0]}</description></item>"
    path = str(write("feed.xml", FEED.format(item)))
    assert [one.path for one in fetched(path)] == [f"{path}#1"]
    assert site.asked == []
    assert names(fetched(path, follow=True)) == ["news-1"]


def test_a_saved_front_page_is_followed_where_it_says_where_it_is_from(site, write):
    page = front(*(f"/{name}" for name in ("news-1", "news-2", "news-3", "news-4", "news-5")))
    for n in range(1, 6):
        article(site, f"news-{n}")
    saved = page.replace("<head>", f"<head><link rel='canonical' href='{site.address}/'>")
    assert len(fetched(str(write("saved.html", saved)), follow=True)) == 5
    noted = page.replace("<html", f"<!-- saved from url=(0023){site.address}/ -->\n<html")
    assert len(fetched(str(write("noted.html", noted)), follow=True)) == 5
    assert not [one for one in fetched(str(write("bare.html", page)), follow=True) if one.path is None]


def test_pages_that_are_known_are_not_asked_again_and_the_list_is(site):
    place = site.add("/sitemap.xml", urlset((article(site, "news-1"), "")), Content_Type="text/xml")
    page = site.add("/", front(*(article(site, f"news-{n}") for n in range(1, 7))))
    seen: set[str] = set()
    assert len(fetched(place, page, follow=True, seen=seen)) == 6
    assert seen == {f"{site.address}/news-{n}" for n in range(1, 7)}
    site.asked.clear()
    assert len(fetched(place, page, follow=True, seen=seen)) == 0
    assert sorted(path for path, _ in site.asked) == ["/", "/robots.txt", "/sitemap.xml"]


def test_nothing_but_our_fetcher_asks_the_network(site, monkeypatch):
    """`trafilatura` and `courlan` can fetch too: the functions by which they would are cut off."""
    for name in (
        "trafilatura.downloads.fetch_url",
        "trafilatura.downloads.fetch_response",
        "courlan.network.redirection_test",
    ):
        monkeypatch.setattr(name, lambda *_, **__: pytest.fail("fetched by another"))
    place = site.add(
        "/sitemap.xml", index((site.add("/p.xml", urlset((article(site, "news-1"), "")), Content_Type="text/xml"), ""))
    )
    page = site.add("/", front(*(article(site, f"news-{n}") for n in range(6))))
    assert len(fetched(place, page, follow=True)) == 6
    assert {agent.partition(" ")[0] for _, agent in site.asked} == {"summarize"}


def test_a_private_network_is_refused_for_what_a_list_leads_to(site, monkeypatch):
    real, place = web.fetch, "https://post.example/sitemap.xml"
    page = web.Page(place, urlset(("http://127.0.0.1:9/a", "")).encode(), "")
    monkeypatch.setattr(web, "fetch", lambda urls, **how: {place: page} if place in urls else real(urls, **how))
    monkeypatch.setattr(links, "is_of_site", lambda *_: True)
    (warning,) = read([place]).warnings
    assert "private network" in warning


@pytest.mark.parametrize(
    "data",
    [
        b"<urlset",
        b"<urlset></urlset>",
        b"<?xml version='1.0'?><urlset><url><loc>https://a.example/x",
        b"<?xml version='1.0'?><!DOCTYPE u [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>https://a.example/&a;</loc></url></urlset>",
        b"<urlset><url><lastmod>2026</lastmod></url><url><loc>  </loc><loc/></url></urlset>",
        b"<sitemapindex><sitemap><loc>https://a.example/s.xml</loc><lastmod>never</lastmod></sitemap></sitemapindex>",
        b"<urlset>" + b"<url><loc>https://a.example/n/1</loc></url>" * 50_000 + b"</urlset>",
        b"<urlset>\x00\xff</urlset>",
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- made > by - hand --><?style x?><s:urlset xmlns:s='urn:s'/>",
    ],
    ids=["open", "empty", "cut off", "entity", "no place", "index", "one address", "bytes", "prologue"],
)
def test_damaged_sitemaps_do_no_harm(data, write, site):
    assert is_sitemap(data)
    found = sitemap(data, None)
    assert len(found.links) <= 1
    assert "root:" not in str(found)
    assert len(fetched(str(write("sitemap.xml", data)))) == 0
    assert len(fetched(site.add("/sitemap.xml", data, Content_Type="text/xml"))) == 0


def test_an_index_of_indexes_ends(site):
    place = f"{site.address}/sitemap.xml"
    site.add("/sitemap.xml", index((f"{site.address}/other.xml", ""), (place, "")), Content_Type="text/xml")
    site.add("/other.xml", index((place, "")), Content_Type="text/xml")
    found = fetched(place)
    assert len(found) == 0
    assert len(found.warnings) == 1


def test_the_command_line_follows(site, capsys):
    page = site.add("/", front(*(article(site, f"news-{n}") for n in range(6))))
    options = ["--allow-private", "--quiet", "--format", "json"]
    assert main(["inspect", page, "--follow", "--max-articles", "3", *options]) == 0
    out = capsys.readouterr().out
    assert [f"news-{n}" in out for n in range(4)] == [True, True, True, False]
    main(["inspect", page, "--allow-private"])
    assert "looks like a list of 6 articles. Read these with --follow" in capsys.readouterr().err


def test_no_name_is_looked_up_for_a_file(write, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("looked up"))
    assert read([str(write("page.html", front(*(f"https://post.example/{n}" for n in range(9)))))]) is not None


def test_a_briefing_reads_lists_and_does_not_call_them_unread(site, tmp_path):
    rows = [(article(site, f"news-{n}"), f"2026-05-0{n}") for n in range(1, 5)]
    place = site.add("/sitemap.xml", urlset(*rows), Content_Type="text/xml")
    page = site.add("/", front(*(url for url, _ in rows), f"{site.address}/gone-1", f"{site.address}/gone-2"))
    out = tmp_path / "briefing.json"
    options = ["--encoder", "tfidf", "--judge", "rules", "--jobs", "1", "--stories", "0", "--allow-private", "-q"]
    assert main(["briefing", place, page, "--follow", "--max-articles", "3", *options, "-o", str(out)]) == 0
    made = json.loads(out.read_text(encoding="utf-8"))
    urls = {entry["url"].rpartition("/")[2] for story in made["stories"] for entry in story["articles"]}
    assert urls == {"news-1", "news-2", "news-3", "news-4"}
    assert made["unread"] == []
    assert f"{place}: 1 more article not read. Take more with --max-articles" in made["warnings"]
