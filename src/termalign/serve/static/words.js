// What the page says, in English and Japanese.

const words = await (await fetch("words.json")).json();

export const language = () => document.documentElement.lang;

/** The words of a key, with {names} filled in; numbers are written as the language writes them. */
export function say(key, values = {}) {
  return words[key][language()].replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name] ?? whole;
    return typeof value === "number" ? value.toLocaleString(language()) : value;
  });
}

export const known = (key) => key in words;

/** The words for a number of things: KEY_one for 1, KEY_other for any other number. */
export const counted = (key, n) => say(`${key}_${n === 1 ? "one" : "other"}`, { n });

/** Have the page speak a language, and keep speaking it when it is loaded again. */
export function speak(chosen) {
  document.documentElement.lang = chosen;
  const address = new URL(location);
  address.searchParams.set("lang", chosen);
  history.replaceState(null, "", address);
  for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
  for (const each of document.querySelectorAll("[data-label]")) each.setAttribute("aria-label", say(each.dataset.label));
  showLanguage();
}

/** Show which language is spoken. */
export function showLanguage() {
  for (const each of document.querySelectorAll(".language")) {
    each.setAttribute("aria-pressed", String(each.lang === language()));
  }
}
