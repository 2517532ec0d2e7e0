/**
 * A QR code as a picture that scales.
 *
 * Boundary: a text in, an <svg> out. Black on white in every scheme, with its margin, as cameras want it.
 */
import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";

const SVG = "http://www.w3.org/2000/svg";
/** In modules, as the standard asks for. */
const MARGIN = 4;

/**
 * @param {string} text
 * @param {string} name
 */
export function svgOf(text, name) {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const svg = document.createElementNS(SVG, "svg");
  const size = code.size + 2 * MARGIN;
  svg.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", name);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.append(
    shape("rect", { x: -MARGIN, y: -MARGIN, width: size, height: size, fill: "#fff" }),
    shape("path", { d: toSvgPath(code), fill: "#000" }),
  );
  return svg;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function shape(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
