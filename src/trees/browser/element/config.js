/**
 * What the page tells the element: addresses of the engine and the trees, and all sentences.
 *
 * Boundary: reads `data-config`; every address comes out absolute, so that it outlives the page.
 * @import { Bundle } from "../protocol.js"
 */
import { Page } from "./page.js";

/**
 * @typedef {{ words: Record<string, string> }} Words the catalogue of all sentences, by key
 *
 * @typedef {{ host: string, address: string, title: string, body: string }} Issues where readers can say
 *   whether a page has helped: the address, and the names of its parameters
 *
 * @typedef {{ data: string, page: Page, title: string }} Neighbour a connected tree
 *
 * @typedef {{
 *   runtime: Bundle | null,
 *   worker: string,
 *   trees: Record<string, { data: string, page: string, title: string }>,
 *   online: string,
 *   issues: Issues | null,
 *   words: Record<string, string>,
 * }} Written
 *
 * @typedef {{
 *   runtime: Bundle | null,
 *   worker: string,
 *   page: Page,
 *   trees: Record<string, Neighbour>,
 *   shared: Page | null,
 *   issues: Issues | null,
 *   words: Record<string, string>,
 * }} Config `page`: the one that the element stands on; `shared`: the one that links lead others to, if any
 */

/**
 * @param {HTMLElement} element
 * @returns {Config}
 */
export function readConfig(element) {
  const written = /** @type {Written} */ (JSON.parse(element.dataset["config"] ?? ""));
  const absolute = (/** @type {string} */ address) =>
    address && new URL(address, document.baseURI).href;
  /** @type {Record<string, Neighbour>} */
  const trees = {};
  for (const [id, { data, page, title }] of Object.entries(written.trees)) {
    trees[id] = { title, data: absolute(data), page: new Page(absolute(page)) };
  }
  const page = trees[element.dataset["tree"] ?? ""]?.page ?? new Page("");
  // Hosts know one page by several addresses (`…/`, `…/index.html`); this one has led here.
  page.document = location.href.split("#")[0] ?? "";
  return {
    runtime: written.runtime && bundleAt(written.runtime, absolute),
    worker: absolute(written.worker),
    page,
    trees,
    shared: sharedPage(page, written.online),
    issues: written.issues,
    words: written.words,
  };
}

/**
 * The page that others can open: a file on a disk is nobody else's.
 *
 * @param {Page} page
 * @param {string} online where the page is besides, or nothing
 */
function sharedPage(page, online) {
  if (online) return new Page(online);
  return page.document.startsWith("file:") ? null : page;
}

/**
 * @param {Bundle} bundle
 * @param {(address: string) => string} absolute
 * @returns {Bundle}
 */
export function bundleAt({ abi, hash, scripts, wasm, library, engine }, absolute) {
  return {
    abi,
    hash,
    scripts: absolute(scripts),
    wasm: absolute(wasm),
    library: absolute(library),
    engine: absolute(engine),
  };
}

/**
 * Say a sentence of the page's catalogue, its gaps filled.
 *
 * @param {Words} config
 * @param {string} key
 * @param {Record<string, string | number>} [gaps]
 */
export function say(config, key, gaps = {}) {
  const sentence = config.words[key] ?? key;
  return sentence.replace(/\{([a-z_]+)\}/g, (gap, name) => String(gaps[name] ?? gap));
}
