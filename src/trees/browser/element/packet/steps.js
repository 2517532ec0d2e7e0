/**
 * Boxes to tick at the steps of an outcome.
 *
 * Boundary: one box a step; what is ticked is kept by ticks.js.
 * @import { Config } from "../config.js"
 * @import { Place } from "./index.js"
 */
import { say } from "../config.js";
import { make, textOf } from "./dom.js";
import { doneAt, keepDone } from "./ticks.js";

/**
 * @param {HTMLElement} node
 * @param {Place} place
 * @param {Config} config
 */
export function offerTicks(node, { tree, node: name }, config) {
  const steps = /** @type {HTMLElement[]} */ ([...node.querySelectorAll(".dt-steps > li")]);
  const note = node.querySelector(".dt-steps-note");
  if (note instanceof HTMLElement) note.hidden = false;
  const outcome = `${tree}/${name}`;
  const done = doneAt(outcome);
  const keep = () => keepDone(outcome, steps.filter((step) => boxOf(step)?.checked).map(nameOf));
  node.querySelector(".dt-steps")?.setAttribute("data-ticks", "");
  for (const step of steps) {
    const box = boxOf(step) ?? addBox(step, keep);
    box.setAttribute("aria-label", say(config, "done", { step: textOf(step, { without: ".dt-reported" }) }));
    box.checked = done.has(nameOf(step));
    mark(step);
  }
}

/** For the style sheet: a selector that looks into steps would be tried at every click. @param {HTMLElement} step */
function mark(step) {
  step.toggleAttribute("data-done", boxOf(step)?.checked);
}

/** @param {HTMLElement} step */
function boxOf(step) {
  return /** @type {HTMLInputElement | null} */ (step.querySelector(":scope > .dt-done"));
}

/**
 * @param {HTMLElement} step
 * @param {() => void} changed
 */
function addBox(step, changed) {
  const box = make("input", "dt-done");
  box.type = "checkbox";
  box.autocomplete = "off";
  box.addEventListener("change", () => {
    mark(step);
    changed();
  });
  step.prepend(box);
  return box;
}

/** The same in every language, and another one once the step is written anew. @param {HTMLElement} step */
function nameOf({ dataset }) {
  return dataset["step"] ?? "";
}
