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

  /**
   * @param {string} page client id; empty where the browser gives none
   * @param {string} version
   */
  async pin(page, version) {
    if (!page) return;
    this.#known.set(page, version);
    const cache = await caches.open(this.cache);
    await cache.put(this.#key(page), new Response(version));
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
    const cache = await caches.open(this.cache);
    for (const { url } of await cache.keys()) {
      const page = new URL(url).searchParams.get(FIELD) ?? "";
      if (await scope.clients.get(page)) used.add(await this.versionOf(page));
      else await cache.delete(url);
    }
    return used;
  }

  /** @param {string} page */
  #key(page) {
    return new URL(`?${new URLSearchParams({ [FIELD]: page })}`, this.root).href;
  }
}
