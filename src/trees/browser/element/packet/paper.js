/**
 * What stands on paper only: the address of the page.
 *
 * Boundary: one line at the end of an outcome, which the style sheet prints and never shows. It leads to
 * the outcome, without the answers: nobody types those, and they are on the paper.
 * @import { Config } from "../config.js"
 * @import { Place } from "./index.js"
 */
import { make } from "./dom.js";

/**
 * @param {HTMLElement} node
 * @param {Place} place
 * @param {Config} config
 */
export function writeAddress(node, place, config) {
  const line = node.querySelector(":scope > .dt-address") ?? node.appendChild(make("p", "dt-address"));
  line.textContent = config.shared?.address(place.node) ?? "";
}
