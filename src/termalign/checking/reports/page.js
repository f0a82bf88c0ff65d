"use strict";
(() => {
  const all = [...document.querySelectorAll("article")];
  const form = document.querySelector("form");
  const output = document.querySelector("output");
  const search = form.elements.search;
  const texts = new Map();
  for (const name of ["severity", "kind", "term", "file"]) {
    const counts = new Map();
    for (const each of all) {
      const value = each.dataset[name];
      if (value) counts.set(value, (counts.get(value) || 0) + 1);
    }
    const select = form.elements[name];
    const options = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    select.append(...options.map(([value, count]) => new Option(`${value} (${count})`, value)));
    select.closest("label").hidden = options.length < 2;
  }
  const shown = () => all.filter((each) => !each.hidden);
  const filter = () => {
    const wanted = ["severity", "kind", "term", "file"].map((name) => [name, form.elements[name].value]).filter(([, value]) => value);
    const words = search.value.toLowerCase();
    let count = 0;
    for (const each of all) {
      if (words && !texts.has(each)) texts.set(each, each.textContent.toLowerCase());
      each.hidden = !wanted.every(([name, value]) => each.dataset[name] === value) || (words !== "" && !texts.get(each).includes(words));
      count += !each.hidden;
    }
    output.value = `${count.toLocaleString("en")} of ${all.length.toLocaleString("en")} shown`;
  };
  const step = (by) => {
    const list = shown();
    if (!list.length) return;
    const at = list.indexOf(document.activeElement.closest("article"));
    const next = list[Math.min(list.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select");
    if (event.key === "Escape" && typing) { form.reset(); typing.blur(); filter(); }
    if (typing) return;
    const action = { j: () => step(1), k: () => step(-1), "/": () => search.focus(), x: () => { form.reset(); filter(); } }[event.key];
    if (action) { event.preventDefault(); action(); }
  });
  form.hidden = false;
  filter();
})();
