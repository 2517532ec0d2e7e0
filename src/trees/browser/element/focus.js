/**
 * Moving the reader to what is new.
 *
 * Focus goes to the heading, and screen readers read out what gets focus: a question with its hint,
 * an outcome with its verdict. So that nothing is spoken twice, the status line does not repeat it;
 * it speaks only of what focus cannot say (waiting, failing, copied).
 */
import { Stage } from "./stage.js";

/** Below a theme's header that stays in place. */
const HEADER = 72;

/** @param {HTMLElement} node */
export function moveTo(node) {
  const heading = Stage.heading(node);
  if (!heading) return;
  describe(node, heading);
  heading.focus({ preventScroll: true });
  // The whole node comes into view: what stands above its heading (a verdict) belongs to it, and
  // so does the name of the tree, which a header must not cut in half.
  const { top } = topmost(node).getBoundingClientRect();
  const { bottom } = heading.getBoundingClientRect();
  if (top >= HEADER && bottom <= innerHeight * 0.8) return;
  scrollBy({ top: top - HEADER, behavior: isCalm() ? "instant" : "smooth" });
}

/** @param {HTMLElement} node */
function topmost(node) {
  const intro = node.parentElement?.previousElementSibling;
  const isShort = intro instanceof HTMLElement && intro.offsetHeight < innerHeight / 4;
  return isShort && intro.matches(".dt-intro") ? intro : node;
}

/**
 * Let an outcome's verdict, which stands before its heading, be read out with it.
 *
 * @param {HTMLElement} node
 * @param {HTMLElement} heading
 */
function describe(node, heading) {
  const verdict = node.querySelector(".dt-verdict");
  if (!verdict || heading.hasAttribute("aria-describedby")) return;
  verdict.id ||= `${heading.id}-verdict`;
  heading.setAttribute("aria-describedby", verdict.id);
}

function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
