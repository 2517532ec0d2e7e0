/**
 * Which version of the site each open page is of.
 *
 * Boundary: client ids and versions, kept in Cache Storage because the browser stops a service worker
 * at will. A page that is not known here came from the network.
 * @import { Site } from "./site.js"
 */
import { pagesOf } from "./names.js";

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const FIELD = "page";

export class Pages {
  /** @type {Map<string, string>} */
  #known = new Map();

  /** @param {Site} site */
  constructor(site) {
    this.root = site.root;
    this.cache = pagesOf(site.root);
  }

  /** Make room for what is noted. */
  async begin() {
    await caches.open(this.cache);
  }

  /**
   * @param {string} page client id; empty where the browser gives none
   * @param {string} version
   */
  async pin(page, version) {
    if (!page) return;
    this.#known.set(page, version);
    await (await this.#notes())?.put(this.#key(page), new Response(version));
  }

  /**
   * @param {string} page
   * @returns {Promise<string>} empty for a page that is not known
   */
  async versionOf(page) {
    const known = this.#known.get(page);
    if (known !== undefined) return known;
    const kept = page ? await caches.match(this.#key(page), { cacheName: this.cache }) : undefined;
    const version = (await kept?.text()) ?? "";
    this.#known.set(page, version);
    return version;
  }

  /** Forget pages that are closed; return the versions of those that are open. */
  async versionsInUse() {
    const used = new Set();
    const notes = await this.#notes();
    for (const { url } of (await notes?.keys()) ?? []) {
      const page = new URL(url).searchParams.get(FIELD) ?? "";
      if (await scope.clients.get(page)) used.add(await this.versionOf(page));
      else await notes?.delete(url);
    }
    return used;
  }

  /** Once the reader has had everything removed, a worker that lives on for open pages notes nothing more. */
  async #notes() {
    return (await caches.has(this.cache)) ? caches.open(this.cache) : null;
  }

  /** @param {string} page */
  #key(page) {
    return new URL(`?${new URLSearchParams({ [FIELD]: page })}`, this.root).href;
  }
}
