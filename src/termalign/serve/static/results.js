// What is found, as it comes: pictures, candidates and findings.

import { ask } from "./api.js";
import { element, marked, said } from "./dom.js";
import { known, say } from "./words.js";

const MOST_TRACED = 1500; // code points of a text and its translation: what longer texts trace is no reading matter
const MOST_TERMS = 500; // of a list, whatever the length of the article
const EACH = 5; // candidates of a term
const LEAST = 0.05; // the score of a candidate that lost to a link, if it is to be shown
const FEATURES = 10; // of a candidate, what is worth most

/** The picture of an alignment with its evidence. The server has made all text in it harmless. */
export function picture(line, trace) {
  const template = document.createElement("template");
  template.innerHTML = line.html;
  const section = template.content.querySelector("section");
  section.tabIndex = -1;
  if (matchMedia("(max-width: 52rem)").matches) section.querySelector("details").open = false; // it would be a page of its own
  if (trace && isReadable(trace)) section.append(candidates(trace));
  return section;
}

/** Whether somebody may want to read all candidates, so many as there will be. */
function isReadable({ ja, en, terms }) {
  if (!en) return false;
  return terms ? terms.length > 0 && terms.length <= MOST_TERMS : ja.length > 0 && ja.length + en.length <= MOST_TRACED;
}

/** Asked for when it is opened: what each candidate was worth, and what it lost to. */
function candidates(body) {
  const made = element("details", { class: "candidates" }, element("summary", {}, say("candidates")));
  made.addEventListener("toggle", async () => {
    if (!made.open || made.children.length > 1) return;
    const shown = element("div", { class: "traced", "aria-busy": "true" }, say("working"));
    made.append(shown);
    try {
      const { candidates, unfound } = await ask("api/trace", JSON.stringify(body));
      shown.replaceChildren(...traced(candidates), ...unfound.map(missed));
    } catch (error) {
      shown.replaceChildren(error.message);
    }
    shown.removeAttribute("aria-busy");
  });
  return made;
}

function traced(found) {
  const terms = new Map();
  for (const each of found.filter(({ linked, lost_to, score }) => linked || !lost_to || score >= LEAST)) {
    const place = `${each.ja.start}:${each.ja.end}`;
    terms.set(place, [...(terms.get(place) ?? []), each]);
  }
  return [...terms.values()].map((each) => {
    const rows = each.slice(0, EACH).map(candidate);
    const more = each.length > EACH ? [element("li", { class: "more" }, say("more", { n: each.length - EACH }))] : [];
    return element("div", {}, element("h3", {}, said("ja", each[0].ja.text)), element("ol", {}, ...rows, ...more));
  });
}

/** A term without a candidate: what was looked for. */
function missed({ ja, readings, renderings, parts }) {
  const forms = [...readings, ...renderings, ...parts.flatMap(([, each]) => each)].join(" · ");
  const why = forms ? say("candidates_none", { forms }) : say("candidates_unknown");
  return element("div", {}, element("h3", {}, said("ja", ja.text)), element("p", { class: "hint" }, why));
}

function candidate(each) {
  const lost = each.displaced_by.map(([ja, en]) => `${ja.text} ↔ ${en.text}`).join(", ");
  const became = each.linked ? say("linked") : lost ? say("lost_to", { links: lost }) : say("below");
  const head = element("summary", {}, said("en", each.en.text), " ",
    element("span", { class: "score" }, `${each.score.toFixed(2)} · ${each.kind} · `), element("bdi", { class: "became" }, became));
  const rows = each.worth.slice(0, FEATURES).map(({ feature, ...of }) => row(feature, [of.value, of.weight, of.worth]));
  const others = each.worth.slice(FEATURES);
  if (others.length) rows.push(row(say("others", { n: others.length }), ["", "", others.reduce((sum, of) => sum + of.worth, 0)]));
  const heads = ["feature", "value", "weight", "product"].map((key) => element("th", { scope: "col" }, say(key)));
  const table = element("table", {}, element("caption", {}, say("sum")),
    element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows));
  return element("li", { class: each.linked ? "linked" : undefined }, element("details", {}, head, table));
}

const row = (head, cells) => element("tr", {}, element("th", { scope: "row" }, head),
  ...cells.map((cell) => element("td", {}, cell === "" ? "" : cell.toFixed(2))));

/** A finding of a check: what is wrong, both texts, how sure it is. */
export function finding(found, number) {
  const values = {
    message: found.message,
    about: found.term || found.ja?.text || found.en?.text || "",
    expected: found.expected.join(" / "),
    found: found.found,
  };
  const key = known(`finding_${found.kind}`) ? `finding_${found.kind}`
    : !found.found ? "finding_absent" : found.expected.length ? "finding" : "finding_unexpected";
  const heading = element("h3", { id: `f${number}` },
    element("span", { class: "severity" }, say(`severity_${found.severity}`)), " · ",
    element("span", { class: "kind" }, say(`kind_${found.kind}`)), " ", element("bdi", {}, say(key, values)));
  const texts = element("div", { class: "both" },
    marked("ja", found.texts.ja, found.ja, say("empty")), marked("en", found.texts.en, found.en, say("empty")));
  const where = element("p", { class: "hint" }, `${say("unit", { n: found.number })} · ${say("chance", { n: found.score.toFixed(2) })}`);
  return element("article", { class: `finding ${found.severity}`, tabindex: "-1", "aria-labelledby": `f${number}` }, heading, texts, where);
}
