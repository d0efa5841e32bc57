"use strict";
(() => {
  const every = (selector) => Array.from(document.querySelectorAll(selector));
  const field = (id) => document.getElementById(id);
  const lines = every(".line");
  let current = -1;

  // A click shows the sentence in its article and the sentences that support it in theirs.
  const show = (link) => {
    every(".text .shown, .text .also").forEach((e) => e.classList.remove("shown", "also"));
    const target = field(link.getAttribute("href").slice(1));
    (link.dataset.also || "").split(" ").filter(Boolean).forEach((id) => field(id)?.classList.add("also"));
    if (target) {
      target.classList.add("shown");
      target.scrollIntoView({ block: "center" });
    }
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']:not(.skip)");
    if (!link) return;
    event.preventDefault();
    show(link);
    history.replaceState(null, "", link.getAttribute("href"));
  });

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
    every("main section.topic, #overview").forEach((section) => {
      section.hidden = !section.querySelector(".line:not([hidden]), .reference:not([hidden])");
    });
    every("aside article").forEach((article) => { article.hidden = Boolean(source) && article.dataset.source !== source; });
    field("count").textContent = left === lines.length ? "" : `${left} of ${lines.length} sentences`;
  };
  field("filters").addEventListener("input", filter);
  field("filters").addEventListener("submit", (event) => event.preventDefault());

  const step = (by) => {
    const shown = lines.filter((line) => !line.hidden);
    if (!shown.length) return;
    lines[current]?.classList.remove("current");
    const at = Math.max(0, Math.min(shown.length - 1, shown.indexOf(lines[current]) + by));
    current = lines.indexOf(shown[at]);
    lines[current].classList.add("current");
    const link = lines[current].querySelector(".quote");
    link.focus();
    show(link);
  };
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape") { field("filters").reset(); filter(); event.target.blur(); }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); field("search").focus(); }
  });
})();
