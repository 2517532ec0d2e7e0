/**
 * Boxes to tick at the steps of an outcome.
 *
 * Boundary: one box a step; what is ticked is kept by ticks.js.
 * @import { Config } from "../config.js"
 * @import { Place } from "./index.js"
 */
import { say } from "../config.js";
import { make } from "./dom.js";
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
  const keep = () => keepDone(outcome, steps.filter((step) => boxOf(step)?.checked).map(textOf));
  node.querySelector(".dt-steps")?.setAttribute("data-ticks", "");
  for (const step of steps) {
    const box = boxOf(step) ?? addBox(step, keep);
    box.setAttribute("aria-label", say(config, "done", { step: spokenOf(step) }));
    box.checked = done.has(textOf(step));
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

/**
 * A step's text as its author wrote it: with names where values stand, since a number of days that are
 * left is another one tomorrow.
 *
 * @param {HTMLElement} step
 */
function textOf(step) {
  return wordsOf(step, (slot) => `{${slot.dataset["slot"]}}`);
}

/** A step's text as it is read. @param {HTMLElement} step */
function spokenOf(step) {
  return wordsOf(step, (slot) => slot.textContent ?? "");
}

/**
 * @param {HTMLElement} step
 * @param {(slot: HTMLElement) => string} said
 */
function wordsOf(step, said) {
  const copy = /** @type {HTMLElement} */ (step.cloneNode(true));
  for (const cite of copy.querySelectorAll(".dt-cite, .dt-reported")) cite.remove();
  for (const slot of copy.querySelectorAll(".dt-slot")) {
    if (slot instanceof HTMLElement) slot.replaceWith(said(slot));
  }
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}
