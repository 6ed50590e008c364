"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const filters = $("_filters");
  if (!filters) return;
  const rows = [...document.querySelectorAll("tr.topic")];
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s+/g, " ").toLowerCase();
  const unseen = ".hidden, details";
  const words = new Map();
  const wordsOf = (row) => {
    if (!words.has(row)) {
      const seen = row.cloneNode(true);
      for (const part of seen.querySelectorAll(unseen)) part.remove();
      words.set(row, fold(seen.textContent));
    }
    return words.get(row);
  };

  // ---- filters and search
  const boxes = [...filters.querySelectorAll("input[name=status]")];
  const sides = [...filters.querySelectorAll("input[name=side]")];
  const search = $("_search");
  const filter = () => {
    const statuses = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const side = sides.find((radio) => radio.checked).value;
    const wanted = fold(search.value.trim());
    let shown = 0;
    for (const row of rows) {
      const keep =
        statuses.has(row.dataset.status) &&
        (!side || row.dataset.sides.split(" ").includes(side)) &&
        (!wanted || wordsOf(row).includes(wanted));
      if (row.hidden === keep) row.hidden = !keep;
      shown += keep;
    }
    $("_shown").textContent = `${shown} of ${rows.length} topics shown`;
    $("_shown").classList.toggle("part", shown < rows.length);
  };
  const all = () => {
    for (const box of boxes) box.checked = true;
    sides[0].checked = true;
    search.value = "";
    filter();
  };
  filters.hidden = false;
  filters.addEventListener("change", filter);
  search.addEventListener("input", filter);
  $("_clear").addEventListener("click", all);

  // ---- an address leads to its topic, be it filtered out
  const visit = () => {
    let target = null;
    try { target = $(decodeURIComponent(location.hash.slice(1))); } catch { /* no address of ours */ }
    if (!target) return;
    if (target.hidden) all();
    target.scrollIntoView({ block: "center" });
    if (target.tabIndex === -1) target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", visit);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) visit();
  });

  // ---- keys
  const keys = $("_keys");
  const on = $("_switch");
  const store = "readoutdiff-keys";
  try { on.checked = localStorage.getItem(store) !== "off"; } catch { /* a page from a file may have no memory */ }
  on.addEventListener("change", () => {
    try { localStorage.setItem(store, on.checked ? "on" : "off"); } catch { /* as above */ }
  });
  $("_help").addEventListener("click", () => keys.showModal());
  $("_close").addEventListener("click", () => keys.close());
  const step = (by) => {
    const visible = rows.filter((row) => !row.hidden);
    const here = visible.indexOf(document.activeElement.closest("tr.topic"));
    const next = visible[here < 0 ? (by > 0 ? 0 : visible.length - 1) : here + by];
    if (!next) return;
    history.replaceState(null, "", `#${next.id}`);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  };
  const actions = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => search.focus(),
    "?": () => keys.showModal(),
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement === search) search.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || !on.checked || keys.open) return;
    if (event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select")) return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
    if (!action) return;
    event.preventDefault();
    action();
  });

  // ---- what belongs together lights up together
  const partners = new Map();
  const belongs = (element) =>
    element.matches("mark") ? element.dataset.topics.split(" ").filter(Boolean) : [element.closest("tr.topic").id];
  const statements = document.querySelectorAll("tr.topic blockquote, .text mark[data-topics]");
  for (const element of statements) {
    for (const topic of belongs(element)) {
      if (!partners.has(topic)) partners.set(topic, []);
      partners.get(topic).push(element);
    }
  }
  let lit = [];
  const light = (event) => {
    for (const element of lit) element.classList.remove("partner");
    lit = [];
    const at = event.target.closest("blockquote, .text mark[data-topics], .from");
    if (!at) return;
    const element = at.matches(".from") ? at.previousElementSibling : at;
    if (!element.matches("mark") && !element.closest("tr.topic")) return;
    lit = belongs(element).flatMap((topic) => partners.get(topic)).filter((other) => other !== element);
    for (const other of lit) other.classList.add("partner");
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);

  filter();
  visit();
})();
