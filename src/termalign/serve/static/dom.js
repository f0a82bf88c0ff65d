// Elements out of texts. Nothing of a text is ever read as markup.

/** An element with attributes and children; a child that is a string is text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A text as it can be shown: control characters as their pictures, lone surrogates as U+FFFD. */
export function shown(text) {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, (found) => String.fromCharCode(0x2400 + found.charCodeAt(0)))
    .replace(/[\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** A text that may run in either direction, kept to itself. */
export const said = (lang, text) => element("bdi", { lang }, shown(text));

/** A whole text with one span of it marked; the span is counted in code points. */
export function marked(lang, text, span, empty) {
  const made = element("p", { lang, dir: "auto" });
  if (!text) made.append(element("i", { lang: document.documentElement.lang }, empty));
  else if (!span) made.append(shown(text));
  else {
    const points = Array.from(text);
    const [before, within, after] = [[0, span.start], [span.start, span.end], [span.end]].map((cut) => points.slice(...cut).join(""));
    made.append(shown(before), element("mark", {}, shown(within)), shown(after));
  }
  return made;
}
