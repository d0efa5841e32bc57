"""Invented pages of hard kinds, made by code: each with the paragraphs that are its article."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

NOUNS = "bridge council harbour engineer ferry governor girder inquiry report dam river valley crack budget union court".split()
VERBS = "closed opened inspected warned delayed approved rejected funded repaired measured flooded defended".split()
PLACES = ["Port Ellery", "Averley", "Kessow", "Tesmark", "Brenholt", "Lower Venning"]
PEOPLE = ["Anna Kerr", "Dov Halloran", "Ruth Sey", "Ilka Brandt", "Maj Torvald"]


@dataclass(frozen=True)
class Page:
    """A page and what is true of it."""

    kind: str
    html: str
    paragraphs: tuple[str, ...]
    """Empty where the page has no article."""


def sentence(rng: random.Random) -> str:
    a, b, c = rng.sample(NOUNS, 3)
    return (
        f"The {a} in {rng.choice(PLACES)} was {rng.choice(VERBS)} on {rng.choice(['Monday', 'Tuesday', 'Friday'])} after the {b} "
        f"of the {c} had been {rng.choice(VERBS)} for {rng.randint(2, 90)} days, {rng.choice(PEOPLE)} said."
    )


def paragraphs(rng: random.Random, number: int) -> list[str]:
    return [" ".join(sentence(rng) for _ in range(rng.randint(1, 3))) for _ in range(number)]


def headline(rng: random.Random) -> str:
    return f"{rng.choice(NOUNS).title()} in {rng.choice(PLACES)} {rng.choice(VERBS)} after {rng.choice(NOUNS)} {rng.choice(VERBS)}"


def p(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def cards(rng: random.Random, number: int) -> str:
    """Teasers with a headline in a link and a summary outside of it."""
    return "".join(
        f"<div class='card'><a href='/{rng.random()}'>{headline(rng)}</a><p>{sentence(rng)}</p></div>"
        for _ in range(number)
    )


def links(rng: random.Random, number: int) -> str:
    return (
        "<ul class='more'>" + "".join(f"<li><a href='/{n}'>{headline(rng)}</a></li>" for n in range(number)) + "</ul>"
    )


def shell(title: str, body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>"
        f"<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav></header>{body}"
        "<footer><p>© 2025 The Ellery Post. All rights reserved.</p></footer></body></html>"
    )


def ld(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


def plain(rng, title, body):
    return f"<article><h1>{title}</h1>{p(body)}</article>", ""


def teasers_in_the_middle(rng, title, body):
    return f"<article><h1>{title}</h1>{p(body[:3])}<div class='x'>{links(rng, 4)}</div>{p(body[3:])}</article>", ""


def cards_in_the_middle(rng, title, body):
    return f"<article><h1>{title}</h1>{p(body[:3])}<div class='grid'>{cards(rng, 4)}</div>{p(body[3:])}</article>", ""


def cards_after(rng, title, body):
    return f"<main><h1>{title}</h1><div class='body'>{p(body)}</div><section>{cards(rng, 8)}</section></main>", ""


def linked_paragraphs(rng, title, body):
    more = f"<p><strong><a href='/a'>{headline(rng)}</a></strong></p>"
    return (
        f"<article><h1>{title}</h1>{p(body[:2])}{more}{p(body[2:5])}{more.replace('/a', '/b')}{p(body[5:])}</article>",
        "",
    )


def chunks_between_adverts(rng, title, body):
    parts = "".join(
        f"<div class='chunk'>{p(body[n : n + 2])}</div><div class='ad'><span>Advertisement</span></div>"
        for n in range(0, len(body), 2)
    )
    return f"<div class='story'><h1>{title}</h1>{parts}</div>", ""


def sections_of_a_magazine(rng, title, body):
    parts = "".join(
        f"<section class='cn'><div class='inner'>{p(body[n : n + 3])}</div></section>" for n in range(0, len(body), 3)
    )
    return f"<div><div><h1>{title}</h1></div>{parts}</div>", ""


def long_comments(rng, title, body):
    talk = "".join(f"<div class='comment'><p>{line}</p></div>" for line in paragraphs(rng, 30))
    return (
        f"<article><h1>{title}</h1>{p(body)}</article><section id='comments'><h2>30 comments</h2>{talk}</section>",
        "",
    )


def comments_by_another_name(rng, title, body):
    talk = "".join(f"<li class='user-comment'><p>{line}</p></li>" for line in paragraphs(rng, 20))
    return f"<div class='body'><h1>{title}</h1>{p(body)}</div><div class='comments-list'><ol>{talk}</ol></div>", ""


def json_ld_only(rng, title, body):
    return "<div id='app'></div>", ld(headline=title, articleBody="\n\n".join(body))


def json_ld_in_one_line(rng, title, body):
    return f"<div id='app'><p>{body[0]}</p></div>", ld(headline=title, articleBody=" ".join(body))


def json_ld_longer_than_the_page(rng, title, body):
    return f"<article><h1>{title}</h1>{p(body[:3])}<p>Loading</p></article>", ld(
        headline=title, articleBody="\n".join(body)
    )


def json_ld_cut(rng, title, body):
    return f"<article><h1>{title}</h1>{p(body)}</article>", ld(headline=title, articleBody=" ".join(body)[:200] + "…")


def next_data(rng, title, body):
    blocks = [{"type": "paragraph", "content": [{"type": "text", "text": line}]} for line in body]
    data = {
        "props": {"pageProps": {"post": {"title": title, "content": blocks, "related": [{"text": headline(rng)}] * 5}}}
    }
    return "<div id='__next'></div>", f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(data)}</script>"


def state_in_a_script(rng, title, body):
    data = {"article": {"headline": title, "body": "".join(f"<p>{line}</p>" for line in body)}}
    return f"<div id='root'></div><script>window.__PRELOADED_STATE__ = {json.dumps(data)};</script>", ""


def content_elements(rng, title, body):
    data = {
        "content_elements": [{"type": "text", "content": line} for line in body]
        + [{"type": "image", "caption": "A dam."}]
    }
    return f"<div id='fusion'></div><script>window.Fusion.globalContent = {json.dumps(data)};</script>", ""


def microdata(rng, title, body):
    return (
        f"<div itemscope><h1 itemprop='headline'>{title}</h1><div itemprop='articleBody'>{p(body)}</div></div>{cards(rng, 5)}",
        "",
    )


def live_blog(rng, title, body):
    updates = [{"@type": "BlogPosting", "articleBody": line} for line in body]
    shown = "".join(
        f"<div class='update'><time>10:0{n % 10}</time><p>{line}</p></div>" for n, line in enumerate(body[:10])
    )
    head = f"<script type='application/ld+json'>{json.dumps({'@type': 'LiveBlogPosting', 'headline': title, 'liveBlogUpdate': updates})}</script>"
    return f"<main><h1>{title}</h1>{shown}</main>", head


def amp(rng, title, body):
    return (
        f"<article><h1>{title}</h1><amp-ad></amp-ad>{p(body)}<amp-list></amp-list></article>",
        "<script async custom-element='amp-ad'></script>",
    )


def printed(rng, title, body):
    return f"<h1>{title}</h1><hr>{p(body)}<hr>", ""


def text_in_divs(rng, title, body):
    return (
        f"<div class='art'><h1>{title}</h1>{''.join(f'<div class=t>{line}</div>' for line in body)}</div>{links(rng, 10)}",
        "",
    )


def breaks_for_paragraphs(rng, title, body):
    return f"<div class='art'><h1>{title}</h1><div>{'<br><br>'.join(body)}</div></div>", ""


def newsletter_box(rng, title, body):
    box = "<form class='nl'><p>Sign up for our newsletter and get the best stories every morning.</p><input></form>"
    return f"<article><h1>{title}</h1>{p(body[:4])}{box}{p(body[4:])}</article>", ""


def related_at_the_end(rng, title, body):
    return f"<article><h1>{title}</h1>{p(body)}<h3>More on this story</h3>{links(rng, 5)}</article>", ""


def sidebar(rng, title, body):
    return f"<div class='row'><aside>{cards(rng, 6)}</aside><div class='main'><h1>{title}</h1>{p(body)}</div></div>", ""


def infinite_scroll(rng, title, body):
    other = "".join(
        f"<article class='next'><h2><a href='/{n}'>{headline(rng)}</a></h2><p>{sentence(rng)}</p></article>"
        for n in range(4)
    )
    return f"<article><h1>{title}</h1>{p(body)}</article><div class='stream'>{other}</div>", ""


def many_links_in_prose(rng, title, body):
    linked = [
        line.replace("council", "<a href='/c'>council</a>").replace("bridge", "<a href='/b'>bridge</a>")
        for line in body
    ]
    return f"<article><h1>{title}</h1>{p(linked)}</article>", ""


KINDS: tuple[Callable, ...] = (
    plain, teasers_in_the_middle, cards_in_the_middle, cards_after, linked_paragraphs, chunks_between_adverts, sections_of_a_magazine,
    long_comments, comments_by_another_name, json_ld_only, json_ld_in_one_line, json_ld_longer_than_the_page, json_ld_cut,
    next_data, state_in_a_script, content_elements, microdata, live_blog, amp, printed, text_in_divs, breaks_for_paragraphs,
    newsletter_box, related_at_the_end, sidebar, infinite_scroll, many_links_in_prose,
)  # fmt: skip


def pages(each: int = 1) -> Iterator[Page]:
    """Pages of every kind, from a fixed seed."""
    for number, kind in enumerate(KINDS):
        for copy in range(each):
            rng = random.Random(1_000 * number + copy)
            title = headline(rng)
            body = paragraphs(rng, 200 if kind is live_blog else rng.randint(7, 14))
            shown, head = kind(rng, title, body)
            yield Page(kind.__name__, shell(title, shown, head), tuple(body))


def teaser_list() -> str:
    rng = random.Random(7)
    return shell("News", f"<main><h2>Latest</h2><div class='grid'>{cards(rng, 20)}</div>{links(rng, 20)}</main>")


def paywall_stub() -> tuple[str, str]:
    rng = random.Random(8)
    title, first = headline(rng), sentence(rng)
    body = (
        f"<article><h1>{title}</h1><p>{first}</p><div class='wall'><p>Subscribe to continue reading</p></div></article>"
    )
    return shell(title, body, ld(headline=title, isAccessibleForFree="False")), first
