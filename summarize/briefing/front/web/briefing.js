"use strict";
(() => {
  const field = (id) => document.getElementById(id);
  const stories = Array.from(document.querySelectorAll(".story"));
  const words = new Map();
  const step = 100; // Stories that are laid out at once: thousands would keep a phone busy for long.
  let most = step;

  // What a link leads to may lie folded.
  const unfold = () => {
    const target = field(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    target.querySelectorAll(":scope > details").forEach((e) => { e.open = true; });
    target.closest(".story")?.removeAttribute("hidden");
    target.scrollIntoView({ block: "nearest" });
  };
  addEventListener("hashchange", unfold);

  const form = field("filters");
  if (!form) return;
  form.hidden = false;
  const textOf = (story) => {
    if (!words.has(story)) words.set(story, story.textContent.toLowerCase());
    return words.get(story);
  };
  const has = (story, name) => {
    const wanted = field(name).value;
    return !wanted || story.dataset[`${name}s`].split(" ").includes(wanted);
  };
  const filter = () => {
    const wanted = field("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const fit = stories.filter((story) => has(story, "outlet") && has(story, "language") && has(story, "day") &&
      wanted.every((word) => textOf(story).includes(word)));
    stories.forEach((story) => { story.hidden = true; });
    fit.slice(0, most).forEach((story) => { story.hidden = false; });
    field("more").hidden = fit.length <= most;
    field("count").textContent = fit.length === stories.length ? "" : `${fit.length} of ${stories.length} stories`;
  };
  field("more").addEventListener("click", () => {
    const first = stories.filter((story) => !story.hidden).pop()?.nextElementSibling;
    most += step;
    filter();
    first?.querySelector("summary, a")?.focus();
  });
  form.addEventListener("input", () => { most = step; filter(); });
  form.addEventListener("reset", () => setTimeout(() => { most = step; filter(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
  unfold();
})();
