/**
 * The module of the finder: defines <tree-finder>, a field with a list of links below it.
 *
 * Boundary: the life of the element, what is pressed, and when the list of places is fetched: at the
 * first touch, not before. Without script the field is not shown. Loading it twice does no harm.
 */
import { Panel } from "./panel.js";
import { Places } from "./places.js";

class TreeFinder extends HTMLElement {
  /** @type {Promise<Places> | undefined} */
  #places;
  /** @type {Panel | undefined} */
  #panel;

  connectedCallback() {
    const field = this.querySelector("input");
    if (!field || this.#panel) return;
    const words = JSON.parse(this.dataset["words"] ?? "{}");
    this.#panel = new Panel(this, field, words, new URL(this.dataset["root"] ?? "", document.baseURI));
    field.addEventListener("focus", () => void this.#load(words).catch(() => {}));
    field.addEventListener("input", () => this.#find(field, words));
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault(); // there is nowhere to send it to
      this.#find(field, words).then(() => this.#panel?.openFirst());
    });
    if (field.value) this.#find(field, words); // typed before the script had come
  }

  /**
   * @param {HTMLInputElement} field
   * @param {Record<string, string>} words
   */
  async #find(field, words) {
    const said = field.value;
    if (!said.trim()) return this.#panel?.close();
    try {
      const places = await this.#load(words);
      if (field.value === said) this.#panel?.show(places.find(said));
    } catch {
      this.#places = undefined; // no network: the next letter tries again
      this.#panel?.fail();
    }
  }

  /** @param {Record<string, string>} words */
  #load(words) {
    this.#places ??= fetch(new URL(this.dataset["places"] ?? "", document.baseURI))
      .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
      .then((places) => new Places(places, words["finder-small-words"] ?? ""));
    return this.#places;
  }
}

if (!customElements.get("tree-finder")) customElements.define("tree-finder", TreeFinder);
