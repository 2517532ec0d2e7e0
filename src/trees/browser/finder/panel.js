/**
 * The list of links below the field: drawn, announced, and walked through with the arrow keys.
 *
 * Boundary: places in, elements out. They are plain links, so that whatever opens links works here.
 * @import { Place } from "./places.js"
 */

export class Panel {
  /**
   * @param {HTMLElement} root
   * @param {HTMLInputElement} field
   * @param {Record<string, string>} words
   * @param {URL} site the site's root
   */
  constructor(root, field, words, site) {
    this.field = field;
    this.words = words;
    this.site = site;
    this.status = /** @type {HTMLElement} */ (root.querySelector(".dt-finder-status"));
    this.list = /** @type {HTMLElement} */ (root.querySelector(".dt-finder-list"));
    this.panel = /** @type {HTMLElement} */ (root.querySelector(".dt-finder-panel"));
    root.addEventListener("keydown", (event) => this.#press(event));
    root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!root.contains(/** @type {Node | null} */ (relatedTarget))) this.panel.hidden = true;
    });
    // Safari gives links no focus when they are pressed: it would go, and the list with it, before the click.
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    root.addEventListener("focusin", () => (this.panel.hidden = !this.status.textContent));
  }

  /** @param {Place[]} places */
  show(places) {
    this.list.replaceChildren(...places.map((place) => this.#entry(place)));
    this.#say(places.length ? this.#counted(places.length) : (this.words["finder-none"] ?? ""));
  }

  fail() {
    this.list.replaceChildren();
    this.#say(this.words["finder-failed"] ?? "");
  }

  close() {
    this.list.replaceChildren();
    this.#say("");
  }

  /** @param {number} count */
  #counted(count) {
    const form = new Intl.PluralRules(document.documentElement.lang || "en").select(count);
    const sentence = this.words[`finder-places.${form}`] ?? this.words["finder-places"] ?? "";
    return sentence.replace("{count}", String(count));
  }

  openFirst() {
    this.#links()[0]?.click();
  }

  /** @param {string} sentence */
  #say(sentence) {
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
    this.panel.hidden = !sentence;
  }

  #links() {
    return [...this.list.querySelectorAll("a")];
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.isComposing) return; // the arrows choose among characters then
    const stops = [this.field, ...this.#links()];
    const at = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (event.key === "Escape" && !this.panel.hidden) this.field.focus();
    else if (!step || at < 0 || !stops[at + step]) return;
    else stops[at + step]?.focus();
    if (event.key === "Escape") this.panel.hidden = true;
    event.preventDefault();
  }

  /** @param {Place} place */
  #entry({ title, where, at }) {
    const link = document.createElement("a");
    link.className = "dt-finder-link";
    link.href = new URL(at || "./", this.site).href;
    link.append(part("dt-finder-title", title), part("dt-finder-where", where));
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}
