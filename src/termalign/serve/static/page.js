// The page: what is asked, by mouse or keyboard, and where the answers go.

import { Fault, ask, offer, save, stream } from "./api.js";
import { element, said, shown } from "./dom.js";
import { EXAMPLES } from "./examples.js";
import { Loaded } from "./files.js";
import { finding, picture } from "./results.js";
import { counted, known, language, say, showLanguage, speak } from "./words.js";

const WIDEST = 966; // px: a line of a picture where there is room
const TERMS_SHOWN = 200;

const one = (selector) => document.querySelector(selector);
const form = one("form");
const results = one("#results");
const found = one(".found");
const problem = one(".problem[role=alert]");
const running = one(".running");

const server = await offer();
let glossary = [];
let bitext = null; // pairs of a file, in place of those that are typed
let run = null; // the controller of what is being done
let last = null; // what was asked last: {path, body, total, column}

const mode = () => form.elements.mode.value;
const value = (id) => one(`#${id}`).value;

// What is wrong

/** Say what is wrong; a fault of the page's own is in the reader's words already. */
function complain(error) {
  problem.hidden = !error;
  if (!error) return;
  const key = known(`error_${error.code}`) ? `error_${error.code}` : "error_other";
  const words = say(key, { message: error.message, mb: Math.floor(server.max_bytes / 2 ** 20) });
  problem.textContent = shown(error.code === "said" ? error.message : words);
  problem.classList.toggle("calm", error.code === "said");
}

const need = (id) => (value(id).trim() ? value(id) : lack(id));

/** Refuse an empty field: say so, and go there. */
function lack(id) {
  one(`#${id}`).focus();
  throw new Fault("said", say(`need_${id}`));
}

// What is asked

async function pairs() {
  if (bitext) return bitext;
  const text = need("pairs");
  const read = await ask("api/pairs", JSON.stringify({ text }));
  if (read.problem) throw new Fault("unreadable_file", read.problem);
  return read.pairs;
}

/** The terms that are pasted, and the column that has them if they are a table. */
async function terms() {
  const read = await ask("api/terms", JSON.stringify({ text: need("terms") }));
  return read.terms.length ? read : lack("terms");
}

const ASKED = {
  translation: async () => ({ ja: need("ja"), en: need("en") }),
  terms: async () => ({ ...(await terms()), en: need("en") }),
  pairs: async () => ({ pairs: await pairs() }),
  mixed: async () => ({ mixed: need("mixed") }),
};

/** How wide a line of a picture may be where the results stand. */
function width() {
  const room = form.clientWidth - 2 * (matchMedia("(max-width: 52rem)").matches ? 16 : 26) - 40;
  return Math.max(240, Math.min(WIDEST, Math.floor(room)));
}

async function start(path) {
  const mine = begin();
  try {
    const { column, ...asked } = await ASKED[mode()]();
    const body = { ...asked, glossary, language: language(), width: width() };
    if (JSON.stringify(body).length > server.max_bytes) throw new Fault("too_large", "");
    last = { path, body, total: body.pairs?.length ?? 1, column };
  } catch (error) {
    if (mine !== run) return;
    end();
    complain(error);
    return;
  }
  if (mine === run) await go(mine);
}

// What is answered

const FOUND = {
  "api/align": (line) => line.html && picture(line, traceable(line)),
  "api/check": (line) => line.finding && finding(line.finding, found.childElementCount + 1),
};

function traceable({ alignment, situation }) {
  const { terms, en, glossary } = last.body;
  if (situation === "mixed" || (situation !== "translation" && !terms)) return null;
  return terms ? { terms, en, glossary } : { ja: alignment.ja, en: alignment.en, glossary };
}

/** What was asked last, asked; `moving` takes the keyboard to the results. */
async function go(mine, moving = true) {
  const { path, body, total } = last;
  let [done, count] = [0, 0];
  progress(0, total);
  found.replaceChildren();
  try {
    for await (const line of stream(path, body, mine.signal)) {
      if (mine !== run) return; // somebody has asked for something else
      const made = FOUND[path](line);
      if (made) found.append(made);
      done = line.pair ?? line.progress ?? done;
      count += line.alignment?.links.length ?? (line.finding ? 1 : 0);
      progress(done, total);
      if (line.situation && total === 1) readAs(line.situation);
      if (total > 1 || line.done) summarise(path, count, total);
    }
    one("[role=status]").textContent = say("done", { what: one("#results-heading").textContent });
    if (moving) goToResults();
  } catch (error) {
    if (mine !== run) return;
    const stopped = total > 1 ? say("cancelled_after", { n: done, total }) : say("cancelled");
    complain(error.name === "AbortError" ? new Fault("said", stopped) : error);
  } finally {
    if (mine === run) end();
  }
}

/** The keyboard to the results, and their heading to the top, unless somebody reads below it already. */
function goToResults() {
  if (results.contains(document.activeElement)) return;
  results.focus({ preventScroll: true });
  if (results.getBoundingClientRect().top > 0) results.scrollIntoView({ block: "start" });
}

/** Give up what is being done, and show that something else is. */
function begin() {
  run?.abort();
  run = new AbortController();
  running.hidden = false;
  form.setAttribute("aria-busy", "true");
  results.hidden = true;
  one(".read-as").hidden = true;
  complain(null);
  one("[role=status]").textContent = say("working");
  progress(0, 0);
  return run;
}

function end() {
  run?.abort();
  run = null;
  if (running.contains(document.activeElement)) one(".main").focus();
  running.hidden = true;
  form.setAttribute("aria-busy", "false");
}

/** Of one text nobody knows how far it is. */
function progress(done, total) {
  const bar = one("progress");
  if (total > 1) [bar.max, bar.value] = [total, done];
  else bar.removeAttribute("value");
  one(".count").textContent = total > 1 ? say("progress", { n: done, total }) : say("working");
}

function summarise(path, count, total) {
  results.hidden = false;
  const what = path === "api/align" ? counted("links", count) : count ? counted("findings", count) : say("findings_none");
  one("#results-heading").textContent = total > 1 ? `${what} ${say("in_pairs", { n: total })}` : what;
}

function readAs(situation) {
  one(".read-as").hidden = false;
  const from = last.column ? ` ${say("from_column", { column: shown(last.column) })}` : "";
  one(".read-as").textContent = `${say("read_as")} ${say(`situation_${situation}`)}${from}`;
}

// What is loaded

const glossaryFile = new Loaded(one("#glossary"), "api/glossary", "loaded_glossary", (read) => {
  glossary = read?.entries ?? [];
  const details = one("#glossary details");
  details.hidden = !read;
  details.open = false;
  if (!read) return 0;
  const rows = glossary.slice(0, TERMS_SHOWN).map((entry) => {
    const not = entry.forbidden?.length ? [" ", element("i", {}, say("forbidden", { forms: shown(entry.forbidden.join(", ")) }))] : [];
    return element("li", {}, said("ja", entry.ja), " — ", said("en", (entry.en ?? []).join("; ")), ...not);
  });
  if (glossary.length > TERMS_SHOWN) rows.push(element("li", {}, say("more", { n: glossary.length - TERMS_SHOWN })));
  if (read.skipped.length) {
    const faults = read.skipped.slice(0, TERMS_SHOWN).map((fault) => element("li", {}, shown(fault)));
    rows.push(element("li", {}, say("left_out", { n: read.skipped.length }), element("ul", {}, ...faults)));
    details.open = true;
  }
  one("#glossary ul").replaceChildren(...rows);
  return glossary.length;
}, complain);

const bitextFile = new Loaded(one("#bitext"), "api/pairs", "loaded_pairs", (read) => {
  bitext = read?.pairs ?? null;
  one("#pairs").hidden = one("[for=pairs]").hidden = Boolean(read);
  if (read?.problem) complain(new Fault("partly_read", read.problem));
  return bitext?.length ?? 0;
}, complain);

one("#glossary input").accept = server.glossaries.join(",");
one("#bitext input").accept = server.bitexts.join(",");

// What is pressed

function showMode() {
  for (const field of document.querySelectorAll("[data-modes]")) field.hidden = !field.dataset.modes.split(" ").includes(mode());
  one("#check").hidden = !["translation", "pairs"].includes(mode());
  complain(null);
}

function showOwn() {
  one("#glossary .own").hidden = !server.glossary;
  one("#glossary .own").textContent = say("server_glossary", { n: server.glossary });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  start("api/align");
});
form.addEventListener("change", (event) => event.target.name === "mode" && showMode());
one("#check").addEventListener("click", () => start("api/check"));
one("#cancel").addEventListener("click", () => run?.abort());
one("#example").addEventListener("click", () => {
  if (bitext) bitextFile.drop();
  for (const [id, text] of Object.entries(EXAMPLES[mode()])) one(`#${id}`).value = text;
  one(".main").focus();
});
one("#clear").addEventListener("click", () => {
  end();
  if (bitext) bitextFile.drop();
  for (const field of document.querySelectorAll("textarea")) field.value = "";
  complain(null);
  results.hidden = true;
  found.replaceChildren();
  last = null;
  [...document.querySelectorAll(".field:not([hidden]) textarea")][0].focus();
});
for (const button of document.querySelectorAll(".downloads button")) {
  button.addEventListener("click", async () => {
    complain(null);
    try {
      one("[role=status]").textContent = say("saved", { name: await save(last.path, last.body, button.value) });
    } catch (error) {
      complain(error);
    }
  });
}
for (const button of document.querySelectorAll(".language")) {
  button.addEventListener("click", () => {
    if (button.lang === language()) return;
    speak(button.lang);
    showOwn();
    glossaryFile.show();
    bitextFile.show();
    complain(null);
    if (!last) return;
    last.body.language = language();
    go(begin(), false);
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && run) run.abort();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  if (!["j", "k"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!results.contains(event.target)) return;
  const all = [...found.children];
  const at = all.findIndex((each) => each.contains(event.target));
  const next = all[at < 0 ? 0 : at + (event.key === "j" ? 1 : -1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
});

showLanguage();
showMode();
showOwn();
