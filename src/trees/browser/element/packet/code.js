/**
 * A link as a code for cameras, drawn on the device.
 *
 * Boundary: what draws it is fetched when a reader asks for the first code (code/, put together by the
 * build). In one file, file/element/packet/code.js stands in this place.
 */

const DRAWS = new URL("../../_code/qr.js", import.meta.url);

/**
 * @param {string} text
 * @param {string} name what is said of the picture to whoever cannot see it
 * @returns {Promise<SVGElement>}
 */
export async function drawCode(text, name) {
  const { svgOf } = await import(DRAWS.href);
  return svgOf(text, name);
}
