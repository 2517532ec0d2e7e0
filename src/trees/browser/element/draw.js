/**
 * Draws a view: slots, choices, form, trail and tools of the node that is now in view.
 *
 * Boundary: a view in, the page changed; no focus, no address, no requests.
 * @import { Config } from "./config.js"
 * @import { Stage } from "./stage.js"
 * @import { Part, View } from "../protocol.js"
 */
import { clearProblem, fillIn, formOf } from "./form.js";
import { languageOf, partNode } from "./parts.js";
import { drawTrail } from "./trail.js";
import { placeTrail } from "./why.js";

/**
 * @param {Stage} stage
 * @param {View} view
 * @param {Config} config
 * @param {{ keepInputs: boolean }} options whether what is in the form already stays
 * @returns {HTMLElement | undefined} the node in view
 */
export function drawView(stage, view, config, { keepInputs }) {
  const node = stage.node(view.here.node);
  if (!node) return undefined;
  clearProblem(node);
  fillSlots(node, view.values);
  markGiven(node, view.given);
  offerCopying(node);
  askWhetherAnswered(node, false);
  const form = formOf(node);
  if (form && !(keepInputs && view.given === null)) fillIn(form, view);
  stage.offerForms(true, [node]);
  if (stage.trail) drawTrail(stage.trail, view.trail, config);
  placeTrail(stage, node, config);
  const begun = view.trail.length > 0;
  offerTools(stage, { back: begun, restart: begun, trail: begun });
  stage.show(node);
  return node;
}

/**
 * Draw a node that the answers do not lead to, as it stands in the page.
 *
 * @param {Stage} stage
 * @param {HTMLElement} node
 */
export function drawStatic(stage, node) {
  clearProblem(node);
  fillSlots(node, {});
  markGiven(node, null);
  offerCopying(node);
  askWhetherAnswered(node, true);
  stage.offerForms(false, [node]);
  offerTools(stage, { back: false, restart: true, trail: false });
  stage.show(node);
}

/**
 * @param {Stage} stage
 * @param {{ back: boolean, restart: boolean, trail: boolean }} offered
 */
export function offerTools(stage, { back, restart, trail }) {
  const offer = (/** @type {HTMLElement | null} */ tool, /** @type {boolean} */ offered) => {
    if (tool) tool.hidden = !offered;
  };
  offer(stage.trail, trail);
  offer(stage.tools, back || restart);
  offer(stage.back, back);
  offer(stage.restart, restart);
}

/** The words that stood in a slot before it was filled. @type {WeakMap<Element, Node[]>} */
const wordsOf = new WeakMap();

/**
 * @param {HTMLElement} node
 * @param {Record<string, Part>} values
 */
function fillSlots(node, values) {
  for (const slot of node.querySelectorAll(".dt-slot")) {
    if (!(slot instanceof HTMLElement)) continue;
    const words = wordsOf.get(slot) ?? [...slot.childNodes];
    wordsOf.set(slot, words);
    const part = values[slot.dataset["slot"] ?? ""];
    slot.toggleAttribute("data-filled", part !== undefined);
    slot.replaceChildren(...(part ? [partNode(part, languageOf(slot))] : words));
  }
}

/**
 * @param {HTMLElement} node
 * @param {string | null} given
 */
function markGiven(node, given) {
  for (const option of node.querySelectorAll("a.dt-option[data-answer]")) {
    if (given !== null && option.getAttribute("data-answer") === given) {
      option.setAttribute("aria-current", "true");
    } else option.removeAttribute("aria-current");
  }
}

/**
 * An outcome in the page asks whether its reader comes from the questions; after them it need not.
 *
 * @param {HTMLElement} node
 * @param {boolean} asked
 */
function askWhetherAnswered(node, asked) {
  const line = node.querySelector(":scope > .dt-unasked");
  if (line instanceof HTMLElement) line.hidden = !asked;
}

/** @param {HTMLElement} node */
export function offerCopying(node) {
  for (const button of node.querySelectorAll("button.dt-copy")) {
    if (button instanceof HTMLElement) button.hidden = false;
  }
}
