"use strict";
(() => {
  const every = (selector) => Array.from(document.querySelectorAll(selector));
  const field = (id) => document.getElementById(id);
  const lines = every(".line");
  let current = -1;

  // A click shows the sentence in its article and the sentences that support it in theirs; the way back leads to the click.
  const trail = [];
  const show = (link) => {
    every(".shown, .also").forEach((e) => e.classList.remove("shown", "also"));
    const target = field(link.getAttribute("href").slice(1));
    (link.dataset.also || "").split(" ").filter(Boolean).forEach((id) => field(id)?.classList.add("also"));
    if (target) {
      const article = target.closest("aside article");
      if (article) article.hidden = false;
      target.classList.add("shown");
      target.scrollIntoView({ block: "center" });
    }
    return target;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']:not(.skip)");
    if (!link) return;
    event.preventDefault();
    // Before anything scrolls, for the browser goes back to where the page stood at this moment.
    trail.push(link);
    history.pushState({ clicks: trail.length }, "", link.getAttribute("href"));
    const target = show(link);
    field("return").hidden = false;
    if (target) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
  });
  addEventListener("popstate", (event) => {
    const clicks = event.state?.clicks || 0;
    const from = trail[clicks];
    if (!from) return;
    trail.length = clicks;
    field("return").hidden = !trail.length;
    from.focus({ preventScroll: true });
    from.scrollIntoView({ block: "nearest" });
  });
  field("return").addEventListener("click", () => history.go(-trail.length));
  if (matchMedia("(pointer: fine)").matches) field("search").placeholder = "press /";

  const filter = () => {
    const words = field("search").value.trim().toLowerCase();
    const topic = field("topic").value, source = field("source").value, least = field("corroborated").checked ? 2 : 1;
    let left = 0;
    lines.forEach((line) => {
      const section = line.closest("[data-topic]");
      line.hidden = (words && !line.textContent.toLowerCase().includes(words)) ||
        (topic && (section ? section.dataset.topic !== topic : !line.dataset.topics.split(" ").includes(topic))) ||
        (source && !line.dataset.sources.split(" ").includes(source)) ||
        Number(line.dataset.independent) < least;
      left += line.hidden ? 0 : 1;
    });
    // A reference goes with the line that it refers to.
    every(".reference").forEach((reference) => {
      const section = reference.closest("[data-topic]").dataset.topic;
      reference.hidden = field(reference.querySelector("a").hash.slice(1)).hidden || (topic && section !== topic);
    });
    every(".conflict").forEach((conflict) => {
      conflict.hidden = (words && !conflict.textContent.toLowerCase().includes(words)) ||
        (topic && conflict.dataset.topic !== topic) ||
        (source && !conflict.dataset.sources.split(" ").includes(source));
    });
    every("main section.topic, #overview, #conflicts, .voice").forEach((section) => {
      section.hidden = !section.querySelector(".line:not([hidden]), .reference:not([hidden]), .conflict:not([hidden])");
    });
    every("aside article").forEach((article) => { article.hidden = Boolean(source) && article.dataset.source !== source; });
    field("count").textContent = left === lines.length ? "" : `${left} of ${lines.length} sentences`;
  };
  field("filters").addEventListener("input", filter);
  // Enter in the search leaves it for the first sentence that is left.
  field("filters").addEventListener("submit", (event) => { event.preventDefault(); current = -1; step(1); });

  const step = (by) => {
    const seek = (from) => {
      while (lines[from]?.hidden) from += by;
      return from;
    };
    let next = seek(current + by);
    // Where a filter has taken the sentence and all behind it, begin again.
    if (!lines[next] && lines[current]?.hidden) next = seek(by > 0 ? 0 : lines.length - 1);
    if (!lines[next]) return;
    lines[current]?.classList.remove("current");
    current = next;
    lines[current].classList.add("current");
    const link = lines[current].querySelector(".quote");
    link.focus();
    show(link);
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target === field("search");
    if (event.key === "Escape") { field("filters").reset(); filter(); event.target.blur(); }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "k") { event.preventDefault(); step(event.key === "j" ? 1 : -1); }
    else if (event.key === "/") { event.preventDefault(); field("search").focus(); }
  });
})();
