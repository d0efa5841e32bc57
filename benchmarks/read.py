"""How well and how fast saved web pages are read: 200 made pages in five layouts of news sites, and made pages of hard kinds.

Run: python -m benchmarks.read. Pages are made from a fixed seed: real pages are nobody's to pass on. The text is compared with
what was put into the page (F1 of word 4-grams), beside trafilatura's own output with its default settings.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from summarize import read

PAGES = 200
NOUNS = "bridge council harbour engineer ferry governor girder inquiry report dam river valley crack budget union court".split()
VERBS = "closed opened inspected warned delayed approved rejected funded repaired measured flooded defended".split()
PLACES = ["Port Ellery", "Averley", "Kessow", "Tesmark", "Brenholt", "Lower Venning"]
OUTLETS = ["The Ellery Tribune", "Kessow Courier", "Valley Voice", "Northshore Gazette", "Averley Public Radio"]
PEOPLE = ["Anna Kerr", "Dov Halloran", "Ruth Sey", "Ilka Brandt", "Maj Torvald"]
FURNITURE = [
    "<aside class='related'><h3>Read more</h3><ul>{links}</ul></aside>",
    "<div class='newsletter'><p>Sign up for our newsletter and get the best stories every morning.</p><form><input></form></div>",
    "<div class='share'><a href='#'>Facebook</a> <a href='#'>Twitter</a> <a href='#'>WhatsApp</a></div>",
    "<div id='cookie-banner'><p>We use cookies to improve this site. Accept all or manage your choice.</p></div>",
    "<section id='comments'><h3>3 comments</h3><div class='comment'><p>I have said for years that this would happen.</p></div></section>",
]


def sentence(rng: random.Random) -> str:
    """One made sentence of news."""
    a, b, c = rng.sample(NOUNS, 3)
    return (
        f"The {a} in {rng.choice(PLACES)} was {rng.choice(VERBS)} on {rng.choice(['Monday', 'Tuesday', 'Friday'])} after the {b} "
        f"of the {c} had been {rng.choice(VERBS)} for {rng.randint(2, 90)} days, {rng.choice(PEOPLE)} said."
    )


def page(number: int) -> tuple[str, dict[str, str]]:
    """A page and what is true of it: title, date, publisher, text."""
    rng = random.Random(number)
    outlet, author = rng.choice(OUTLETS), rng.choice(PEOPLE)
    title = f"{rng.choice(NOUNS).title()} in {rng.choice(PLACES)} {rng.choice(VERBS)} after {rng.choice(NOUNS)} {rng.choice(VERBS)}"
    date = f"2025-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    paragraphs = [" ".join(sentence(rng) for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(6, 20))]
    layout = number % 5
    heads = [
        f"<title>{title} | {outlet}</title><meta property='og:title' content='{title}'>"
        f"<meta property='og:site_name' content='{outlet}'><meta property='article:published_time' content='{date}T06:00:00Z'>",
        f"<title>{title} - {outlet}</title><script type='application/ld+json'>"
        + json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": f"{date}T06:00:00+01:00",
                      "author": [{"@type": "Person", "name": author}], "publisher": {"@type": "Organization", "name": outlet}})
        + "</script>",
        f"<title>{title}</title><meta name='date' content='{date}'><meta name='author' content='{author}'>",
        f"<title>{outlet}: {title}</title><meta name='twitter:title' content='{title}'>",
        f"<title>{title} – {outlet}</title><meta property='og:title' content='{title} – {outlet}'>"
        f"<meta property='og:site_name' content='{outlet}'>",
    ]  # fmt: skip
    links = "".join(f"<li><a href='/{n}'>{sentence(rng)[:60]}</a></li>" for n in range(8))
    body = [f"<p>{paragraph}</p>" for paragraph in paragraphs]
    for extra in rng.sample(FURNITURE[:3], 2):
        body.insert(rng.randint(1, len(body) - 1), extra.format(links=links))
    tag = ("article", "div class='article-body'", "main", "div id='story'", "section class='post-content'")[layout]
    html = (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'>{heads[layout]}<style>{'a{color:red}' * 400}</style></head>"
        f"<body><header><nav><ul>{links}</ul></nav></header><{tag}><h1>{title}</h1><p class='byline'>By {author}</p>"
        f"<time datetime='{date}T06:00:00Z'>{date}</time>{''.join(body)}</{tag.split()[0]}>{FURNITURE[3]}"
        f"{FURNITURE[4] if number % 2 else ''}<footer><ul>{links * 3}</ul><p>© 2025 {outlet}. All rights reserved.</p></footer>"
        f"<script>{'var a = 1;' * 3_000}</script></body></html>"
    )
    return html, {"title": title, "date": date, "publisher": outlet, "text": "\n".join(paragraphs)}


def f1(found: str, wanted: str) -> float:
    """F1 of word 4-grams."""
    one, other = (Counter(zip(*(t.split()[n:] for n in range(4)), strict=False)) for t in (found, wanted))
    shared = sum((one & other).values())
    return 2 * shared / max(1, sum(one.values()) + sum(other.values()))


def main() -> None:
    import trafilatura

    made = [page(number) for number in range(PAGES)]
    with TemporaryDirectory() as folder:
        for number, (html, _) in enumerate(made):
            (Path(folder) / f"{number:03d}.html").write_text(html, encoding="utf-8")
        began = time.perf_counter()
        found = read([folder])
        seconds = time.perf_counter() - began
    theirs = [trafilatura.extract(html) or "" for html, _ in made]
    truth = [known for _, known in made]
    pairs = list(zip(found, truth, strict=True))

    def share(hits: list[bool]) -> str:
        return f"{sum(hits) / len(hits):.3f}"

    print(f"{len(made)} pages, {sum(len(html) for html, _ in made) / len(made) / 1000:.0f} kB each\n")
    print("| | value |\n|---|---|")
    print(f"| text, F1 of 4-grams | {sum(f1(a.text, t['text']) for a, t in pairs) / PAGES:.3f} |")
    print(
        f"| the same, trafilatura's default | {sum(f1(a, t['text']) for a, t in zip(theirs, truth, strict=True)) / PAGES:.3f} |"
    )
    print(f"| title right | {share([a.title == t['title'] for a, t in pairs])} |")
    print(f"| date right | {share([(a.published or '')[:10] == t['date'] for a, t in pairs])} |")
    print(
        f"| publisher right (where the page names it) | {share([a.publisher == t['publisher'] for n, (a, t) in enumerate(pairs) if n % 5 in (0, 1, 4)])} |"
    )
    print(f"| seconds | {seconds:.1f} |")
    hard_pages()


def hard_pages(each: int = 4) -> None:
    """Precision and recall of word 4-grams on pages of hard kinds, ours and trafilatura's; a row for each kind where they differ."""
    import trafilatura

    sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "read"))
    from pages import pages

    from summarize.read.html import page_article

    rows: defaultdict[str, list[tuple[float, ...]]] = defaultdict(list)
    for made in pages(each):
        wanted = "\n".join(made.paragraphs)
        theirs = trafilatura.extract(made.html, include_comments=False) or ""
        rows[made.kind].append((*shares(page_article(made.html, "page.html").text, wanted), *shares(theirs, wanted)))
    print(f"\n{len(rows)} hard kinds of page, {each} each\n")
    print("| kind | precision | recall | trafilatura's precision | recall |\n|---|---|---|---|---|")
    means = {kind: [sum(column) / len(column) for column in zip(*found, strict=True)] for kind, found in rows.items()}
    for kind, mean in means.items():
        if max(abs(mean[0] - mean[2]), abs(mean[1] - mean[3])) > 0.01:
            print(f"| {kind.replace('_', ' ')} | {' | '.join(f'{value:.3f}' for value in mean)} |")
    print(f"| all | {' | '.join(f'{sum(column) / len(column):.3f}' for column in zip(*means.values(), strict=True))} |")


def shares(found: str, wanted: str) -> tuple[float, float]:
    """Precision and recall of word 4-grams."""
    one, other = (Counter(zip(*(t.split()[n:] for n in range(4)), strict=False)) for t in (found, wanted))
    shared = sum((one & other).values())
    return shared / max(1, sum(one.values())), shared / max(1, sum(other.values()))


if __name__ == "__main__":
    main()
