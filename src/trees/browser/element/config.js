/**
 * What the page tells the element: addresses of the engine and the trees, and all sentences.
 *
 * Boundary: reads `data-config`; every address comes out absolute, so that it outlives the page.
 * @import { Bundle } from "../protocol.js"
 */

/**
 * @typedef {{ data: string, page: string, title: string }} Neighbour a connected tree
 *
 * @typedef {{
 *   runtime: Bundle | null,
 *   worker: string,
 *   trees: Record<string, Neighbour>,
 *   words: Record<string, string>,
 * }} Config
 */

/**
 * @param {HTMLElement} element
 * @returns {Config}
 */
export function readConfig(element) {
  const written = /** @type {Config} */ (JSON.parse(element.dataset["config"] ?? ""));
  const absolute = (/** @type {string} */ address) =>
    address && new URL(address, document.baseURI).href;
  /** @type {Record<string, Neighbour>} */
  const trees = {};
  for (const [id, tree] of Object.entries(written.trees)) {
    trees[id] = { title: tree.title, data: absolute(tree.data), page: absolute(tree.page) };
  }
  return {
    runtime: written.runtime && bundleAt(written.runtime, absolute),
    worker: absolute(written.worker),
    trees,
    words: written.words,
  };
}

/**
 * @param {Bundle} bundle
 * @param {(address: string) => string} absolute
 * @returns {Bundle}
 */
function bundleAt({ abi, hash, scripts, wasm, library, engine }, absolute) {
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
 * @param {Config} config
 * @param {string} key
 * @param {Record<string, string>} [gaps]
 */
export function say(config, key, gaps = {}) {
  const sentence = config.words[key] ?? key;
  return sentence.replace(/\{([a-z_]+)\}/g, (gap, name) => gaps[name] ?? gap);
}
