/**
 * What the page tells the playground: addresses, the trees that there are, and all sentences.
 *
 * Boundary: reads `data-config`; every address comes out absolute.
 * @import { Parts } from "./protocol.js"
 */
import { bundleAt } from "../element/config.js";

/**
 * @typedef {{ name: string, title: string, path: string, edit: string }} Known a tree of the site;
 *   `edit`: where its file can be changed, or nothing
 *
 * @typedef {{
 *   script: string,
 *   parts: Parts,
 *   home: string,
 *   rules: string,
 *   folder: string,
 *   trees: Known[],
 *   fresh: { name: string, text: string, edit: string },
 *   words: Record<string, string>,
 * }} Config `script`: the worker's; `home`: the page of a tree; `rules`: the folder of the rules' pages
 */

/**
 * @param {HTMLElement} element
 * @returns {Config | null} null where the site has no runtime
 */
export function readConfig(element) {
  const written = JSON.parse(element.dataset["config"] ?? "null");
  if (!written?.runtime) return null;
  const absolute = (/** @type {string} */ address) => address && new URL(address, document.baseURI).href;
  return {
    ...written,
    script: absolute(written.worker),
    parts: {
      bundle: bundleAt(written.runtime, absolute),
      checker: absolute(written.checker),
      texts: absolute(written.texts),
      directories: written.directories,
    },
    home: absolute(written.home),
    rules: absolute(written.rules),
  };
}
