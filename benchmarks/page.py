"""How soon the HTML page of 100 articles can be used on a phone: Chromium with a processor four times as slow and a small screen.

    python -m benchmarks.page

Needs playwright and Debian's chromium. The articles are those of speed.py, 5,000 sentences of drawn words. Usable means: all is
parsed, the first screen is painted, the script has run and the page is loaded; then a tap and a search are timed to the next
frame. On a machine with others on it the processor's own time for the page, times four, is the surer figure. The result stands in
page.md.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.speed import articles
from summarize import Settings, summarize

SLOWER = 4
RUNS = 7
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 3, "is_mobile": True, "has_touch": True}
TIMES = """() => new Promise((done) => {
  const [page] = performance.getEntriesByType("navigation");
  const read = () => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    if (!paint || !page.loadEventEnd) return setTimeout(read, 20);
    done({ "parsed and script run": page.domContentLoadedEventEnd, "first paint": paint.startTime, "loaded": page.loadEventEnd });
  };
  read();
})"""
ANSWER = """(act) => new Promise((done) => {
  const from = performance.now();
  if (act === "tap") document.querySelectorAll(".topic .quote")[3].click();
  else {
    document.getElementById("search").value = "ba";
    document.getElementById("filters").dispatchEvent(new Event("input"));
  }
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
})"""


def page(count: int) -> str:
    """The HTML page of so many drawn articles, with their texts."""
    made = articles(count, np.random.default_rng(0))
    digest = summarize(made, Settings(encoder="tfidf"))
    return digest.to_html({article.sha256: article.text for article in made})


def opened(browser: Any, address: str) -> dict[str, float]:
    """Milliseconds of two visits, by what was waited for: one slowed down, one that counts what the processor does."""
    slow, plain = (browser.new_context(**PHONE) for _ in range(2))
    tab = slow.new_page()
    slow.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    tab.goto(address)
    times: dict[str, float] = tab.evaluate(TIMES)
    times["usable"] = max(times.values())
    times["a tap, to the next frame"] = tab.evaluate(ANSWER, "tap")
    times["a search, to the next frame"] = tab.evaluate(ANSWER, "search")
    tab = plain.new_page()
    session = plain.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    tab.goto(address)
    tab.evaluate(TIMES)
    spent = {row["name"]: row["value"] for row in session.send("Performance.getMetrics")["metrics"]}
    times[f"processor time until usable, times {SLOWER}"] = 1000 * SLOWER * spent["TaskDuration"]
    slow.close()
    plain.close()
    return times


def main() -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder, "page.html")
        path.write_text(page(100), encoding="utf-8")
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        visits = [opened(browser, path.as_uri()) for _ in range(RUNS)]
        browser.close()
        size = path.stat().st_size / 1e6
    print(f"A page of 100 articles, {size:.1f} MB, processor {SLOWER} times as slow, {RUNS} visits:\n")
    print("| | fastest, ms | median, ms | slowest, ms |\n|---|---:|---:|---:|")
    for name in visits[0]:
        times = [visit[name] for visit in visits]
        print(f"| {name} | {min(times):.0f} | {statistics.median(times):.0f} | {max(times):.0f} |")


if __name__ == "__main__":
    main()
