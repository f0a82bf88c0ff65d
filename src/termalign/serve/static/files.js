// A file that is loaded: a button that opens the browser's dialogue, what was read, and a button to drop it again.

import { ask } from "./api.js";
import { say } from "./words.js";

export class Loaded {
  /**
   * @param {HTMLElement} place the element with the buttons
   * @param {string} path what reads such files
   * @param {string} key the words for what was read
   * @param {(found: object | null, name: string) => number} take takes what was read, or null for nothing; gives its size
   * @param {(error: Error | null) => void} complain
   */
  constructor(place, path, key, take, complain) {
    Object.assign(this, { place, path, key, take, complain });
    this.input = place.querySelector("input");
    place.querySelector(".load").addEventListener("click", () => this.input.click());
    place.querySelector(".remove").addEventListener("click", () => this.drop());
    this.input.addEventListener("change", () => this.input.files.length && this.read(this.input.files[0]));
  }

  async read(file) {
    this.complain(null);
    try {
      const found = await ask(`${this.path}?name=${encodeURIComponent(file.name)}`, file);
      this.values = { name: file.name, n: this.take(found) };
      this.show();
      this.place.querySelector(".remove").focus();
    } catch (error) {
      this.complain(error);
    }
    this.input.value = ""; // the same file may be chosen again
  }

  drop() {
    this.values = null;
    this.take(null);
    this.show();
    this.place.querySelector(".load").focus();
  }

  show() {
    this.place.querySelector(".loaded").hidden = !this.values;
    this.place.querySelector(".hint").hidden = Boolean(this.values);
    if (this.values) this.place.querySelector(".loaded b").textContent = say(this.key, this.values);
  }
}
