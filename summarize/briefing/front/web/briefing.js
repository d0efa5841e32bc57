"use strict";
(() => {
  const field = (id) => document.getElementById(id);
  const stories = Array.from(document.querySelectorAll(".story"));
  const words = new Map();

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
  unfold();

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
    let left = 0;
    stories.forEach((story) => {
      const shown = has(story, "outlet") && has(story, "language") && has(story, "day") &&
        wanted.every((word) => textOf(story).includes(word));
      story.hidden = !shown;
      left += shown ? 1 : 0;
    });
    field("count").textContent = left === stories.length ? "" : `${left} of ${stories.length} stories`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
