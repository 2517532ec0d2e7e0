/** Draws codes in a file, in the place of ../../../element/packet/code.js: what draws them is part of it. */
import { svgOf } from "../../../code/qr.js";

/**
 * @param {string} text
 * @param {string} name
 */
export async function drawCode(text, name) {
  return svgOf(text, name);
}
