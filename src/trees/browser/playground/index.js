/**
 * The module that the playground's page loads: defines <tree-playground>.
 *
 * Boundary: the life of the element. Where the browser lacks something, the page's own words and links
 * stay. Loading it twice does no harm.
 */
import { App } from "./app.js";
import { readConfig } from "./config.js";

const NEEDED = ["Worker", "WebAssembly", "CompressionStream"];

class TreePlayground extends HTMLElement {
  /** @type {App | undefined} */
  #app;

  connectedCallback() {
    const config = NEEDED.every((name) => name in globalThis) ? readConfig(this) : null;
    if (!config) return;
    this.toggleAttribute("data-live", true);
    this.#app = new App(this, config);
  }

  disconnectedCallback() {
    this.#app?.close();
  }
}

if (!customElements.get("tree-playground")) customElements.define("tree-playground", TreePlayground);
