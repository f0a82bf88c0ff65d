"use strict";
const form = document.querySelector("form"), rows = [...document.querySelectorAll("tbody tr")];
const shown = document.querySelector(".count"), body = document.querySelector("tbody");
let unsaved = false;
for (const row of rows) row.text = row.querySelector(".found").textContent.toLowerCase() + row.querySelector(".term").textContent;

function filter() {
  const words = form.search.value.toLowerCase().normalize("NFKC").split(/\s+/).filter(Boolean);
  const least = Number(form.least.value), units = Number(form.units.value) || 1, kind = form.kind.value;
  let count = 0;
  for (const row of rows) {
    const fits = words.every((word) => row.text.includes(word)) && Number(row.dataset.score) >= least
      && Number(row.dataset.units) >= units && (!kind || row.dataset.kind === kind)
      && (!form.out.checked || row.classList.contains("out"));
    row.hidden = !fits;
    count += fits;
  }
  shown.textContent = `${count.toLocaleString("en")} of ${rows.length.toLocaleString("en")}`;
}

function line(row) {
  const cell = (text) => text.replace(/[\t\r\n]+/g, " ").trim();
  return [...row.querySelectorAll("b")].map((b) => cell(b.textContent)).filter(Boolean)
    .map((en) => `${cell(row.dataset.ja)}\t${en}\n`).join("");
}

function save() {
  const kept = rows.filter((row) => !row.classList.contains("out"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["ja\ten\n", ...kept.map(line)], { type: "text/tab-separated-values" }));
  link.download = "terms.tsv";
  link.click();
  URL.revokeObjectURL(link.href);
  unsaved = false;
}

form.addEventListener("input", filter);
form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
body.addEventListener("change", (event) => {
  event.target.closest("tr").classList.toggle("out", !event.target.checked);
});
body.addEventListener("input", () => { unsaved = true; });
window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.matches("input:not([type=checkbox]), select, [contenteditable]")) {
    event.preventDefault();
    form.search.focus();
  }
});
filter();
